"""Times as schools write them: `4 to 7 pm`, `3.30 to 7 pm`, `from 9 am`, `16:00 to 19:00`."""

from __future__ import annotations

import re
from datetime import time

_ONE = r"(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?"
_TIMES = re.compile(rf"(?:from |at )?{_ONE}(?:\s*(?:to|until|till|-|–)\s*{_ONE})?")
_NOON = 12
_HOURS = 24
_MINUTES = 60


def clock_times(text: str) -> tuple[time, time | None] | None:
    """When it begins and when it ends (None where that is not said), or None where the text is not plainly times.

    `am` or `pm` after the last time holds for the first one too, as people write it, unless the first would then come
    after the last (`11 to 1 pm`). Without either only hours of the 24-hour clock with minutes count: `4 to 7` could be
    both.
    """
    found = _TIMES.fullmatch(" ".join(text.casefold().replace("noon", "12 pm").split()))
    if not found:
        return None
    hour, minute, half, to_hour, to_minute, to_half = found.groups()
    if to_hour is None:
        begins = _time(hour, minute, half)
        return (begins, None) if begins else None
    until = _time(to_hour, to_minute, to_half)
    begins = _time(hour, minute, half or to_half)
    if begins and until and begins >= until and not half and to_half:
        begins = _time(hour, minute, "am")
    return (begins, until) if begins and until and begins < until else None


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    """A time of day; None where it is none or could be two."""
    hours, minutes = int(hour), int(minute or 0)
    if minutes >= _MINUTES:
        return None
    if half is None:
        return time(hours, minutes) if minute is not None and hours < _HOURS else None
    if not 1 <= hours <= _NOON:
        return None
    return time(hours % _NOON + (_NOON if half.startswith("p") else 0), minutes)
