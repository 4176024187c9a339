"""School years in what people write: 2026, 2026/27, Nov 26; and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 364
"""Days an absolute date moves for a school year: 52 weeks, so that a Monday stays a Monday."""

_WORDS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|aut(?:umn)?|spr(?:ing)?|sum(?:mer)?|win(?:ter)?|christmas|easter|mocks?|results?"
)
"""Words after which two digits may be a year."""
_YEARS = re.compile(
    r"(?<!\d)(?P<long>(?:19|20|21)\d\d)(?:(?P<dash>[/–-])(?P<end>\d\d)(?!\d))?(?!\d)"
    r"|(?<!\d)(?P<first>\d\d)/(?P<second>\d\d)(?!\d)"
    rf"|\b(?P<word>(?:{_WORDS})[ _-]?['’]?)(?P<short>\d\d)(?:(?P<slash>[/–-])(?P<after>\d\d))?(?!\d)",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 3, 1
"""Two digits are a year when they are near the school year that is rolled: `Nov 13` is a day."""


@dataclass(frozen=True)
class Move:
    """From one school year to another, both by the year that starts."""

    year: int
    to: int

    @property
    def by(self) -> int:
        """Years moved; negative for back."""
        return self.to - self.year

    def text(self, text: str) -> str:
        """A name or id with every year in it moved: `autumn-2026`, `2026/27`, `26/27`, `Nov 26`."""
        return _YEARS.sub(self._moved, text)

    def day(self, text: str) -> str:
        """A date year-month-day as many years of 52 weeks later; any other text as it is."""
        try:
            return (date.fromisoformat(text) + timedelta(days=DAYS * self.by)).isoformat()
        except (ValueError, OverflowError):
            return text

    def _moved(self, found: re.Match[str]) -> str:
        whole: str = found.group()
        if found["long"]:
            end = found["end"]
            year = int(found["long"])
            if end and int(end) == (year + 1) % 100:
                return f"{year + self.by}{found['dash']}{_short(year + 1 + self.by)}"
            return whole.replace(found["long"], str(year + self.by), 1)
        if found["first"]:
            first, second = int(found["first"]), int(found["second"])
            is_year = self._near(first) and second == (first + 1) % 100
            return f"{_short(first + self.by)}/{_short(second + self.by)}" if is_year else whole
        return f"{found['word']}{self._after_word(found)}"

    def _after_word(self, found: re.Match[str]) -> str:
        """`27` for the 26 of `Nov 26`, `27/28` for the 26/27 of `Autumn 26/27`."""
        short, after = int(found["short"]), found["after"]
        if not self._near(short):
            return found.group().removeprefix(found["word"])
        end = after and (_short(int(after) + self.by) if int(after) == (short + 1) % 100 else after)
        return _short(short + self.by) + (f"{found['slash']}{end}" if after else "")

    def _near(self, short: int) -> bool:
        return any(short == year % 100 for year in range(self.year - _BEFORE, self.year + _AFTER + 1))


def _short(year: int) -> str:
    return f"{year % 100:02d}"
