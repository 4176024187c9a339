"""Dates and school years as people write them elsewhere, so that a message can write them out as settings take them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?),? )?"
)
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})"
_NUMBERED = r"(?P<number>\d{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_WEEKDAY}(?:the )?{_DAY}(?:st|nd|rd|th)?[ -]?(?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"{_WEEKDAY}{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_WEEKDAY}{_DAY}(?P<mark>[/.-]){_NUMBERED}(?P=mark){_YEAR}",
        rf"{_YEAR}(?P<mark>[/.-]){_NUMBERED}(?P=mark){_DAY}",
    )
)
_SCHOOL_YEAR = re.compile(r"(?P<first>(?:19|20|21)\d\d) ?[/–-] ?(?:(?:19|20|21)(?=\d\d))?(?P<second>\d\d)")


def other_words_for(text: str) -> date | None:
    """The day of `14 January 2027`, `Thursday 14 Jan 2027`, `14/01/2027` (day first, as in England) or `2027-1-14`.

    None for any other text, for a day that is none, and where the day of the week is another.
    """
    plain = " ".join(text.split()).casefold()
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        return None
    said = found.groupdict()
    month = _MONTHS.index(said["word"][:3]) + 1 if said.get("word") else int(said["number"])
    try:
        day = date(int(said["year"]), month, int(said["day"]))
    except ValueError:
        return None
    weekday = said.get("weekday")
    return day if not weekday or _WEEKDAYS.index(weekday[:3]) == day.weekday() else None


def school_year_in(text: str) -> int | None:
    """2026 for `2026/27`, `2026-27` and `2026/2027`; None for any other text."""
    found = _SCHOOL_YEAR.fullmatch(text.strip())
    first = int(found["first"]) if found else 0
    return first if found and int(found["second"]) == (first + 1) % 100 else None
