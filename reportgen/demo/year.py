"""The days of the made-up school: the same as in config/demo/calendars, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

YEAR = 2026
"""The school year the exports are from: 2026/27."""
YEAR_GROUPS = (7, 8, 9, 10, 11)


@dataclass(frozen=True)
class Round:
    """A collection, as exports name it."""

    id: str
    year: int
    order: int
    """1 autumn, 2 spring, 3 summer."""
    closes: date
    long_name: str
    """What the long file of the year before writes."""
    short_name: str
    """What the headings of the workbook write."""
    homework_by: str
    """A day soon after families read the report, as teachers write it."""


ROUNDS = (
    Round("autumn-2025", 2025, 1, date(2025, 11, 14), "2025 Autumn", "Autumn", "Friday 12 December"),
    Round("spring-2026", 2025, 2, date(2026, 2, 13), "2026 Spring", "Spring", "Friday 20 March"),
    Round("summer-2026", 2025, 3, date(2026, 6, 26), "2026 Summer", "Summer", "Friday 10 July"),
    Round("autumn-2026", 2026, 1, date(2026, 11, 13), "2026 Autumn", "Autumn", "Friday 11 December"),
    Round("spring-2027", 2026, 2, date(2027, 2, 12), "2027 Spring", "Spring", "Friday 19 March"),
    Round("summer-2027", 2026, 3, date(2027, 6, 18), "2027 Summer", "Summer", "Friday 9 July"),
)
LATEST = ROUNDS[-1]
FIRST_DAYS = {2025: date(2025, 9, 3), 2026: date(2026, 9, 3)}
LAST_DAYS = {2025: date(2026, 7, 17), 2026: date(2027, 7, 20)}
YEAR_11_LAST_LESSON = date(2027, 5, 28)
"""Registers of Year 11 end here: exams follow, and the summer collection takes the marks of these lessons."""

_TERMS_2026 = (
    (date(2026, 9, 3), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 5), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 20)),
)
_CLOSURES_2026 = (date(2026, 10, 12), date(2027, 5, 3))
SATURDAY = 5


def school_days(until: date) -> tuple[date, ...]:
    """The days of 2026/27 on which pupils were in school, up to a day."""
    found = []
    for starts, ends in _TERMS_2026:
        days = (starts + timedelta(n) for n in range((ends - starts).days + 1))
        found += [day for day in days if day.weekday() < SATURDAY and day not in _CLOSURES_2026 and day <= until]
    return tuple(found)
