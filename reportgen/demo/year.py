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
    """What the long files of earlier years write."""
    short_name: str
    """What the headings of the workbook write."""
    homework_by: str
    """A day soon after families read the report, as teachers write it."""


ROUNDS = (
    Round("autumn-2024", 2024, 1, date(2024, 11, 15), "2024 Autumn", "Autumn", "Friday 13 December"),
    Round("spring-2025", 2024, 2, date(2025, 2, 14), "2025 Spring", "Spring", "Friday 21 March"),
    Round("summer-2025", 2024, 3, date(2025, 6, 27), "2025 Summer", "Summer", "Friday 11 July"),
    Round("autumn-2025", 2025, 1, date(2025, 11, 14), "2025 Autumn", "Autumn", "Friday 12 December"),
    Round("spring-2026", 2025, 2, date(2026, 2, 13), "2026 Spring", "Spring", "Friday 20 March"),
    Round("summer-2026", 2025, 3, date(2026, 6, 26), "2026 Summer", "Summer", "Friday 10 July"),
    Round("autumn-2026", 2026, 1, date(2026, 11, 13), "2026 Autumn", "Autumn", "Friday 11 December"),
    Round("spring-2027", 2026, 2, date(2027, 2, 12), "2027 Spring", "Spring", "Friday 19 March"),
    Round("summer-2027", 2026, 3, date(2027, 6, 18), "2027 Summer", "Summer", "Friday 9 July"),
)
LATEST = ROUNDS[-1]
YEAR_11_LAST_LESSON = date(2027, 5, 28)
"""Registers of Year 11 end here: exams follow, and the summer collection takes the marks of these lessons."""

TERMS = {
    2024: (
        (date(2024, 9, 4), date(2024, 10, 25)),
        (date(2024, 11, 4), date(2024, 12, 20)),
        (date(2025, 1, 6), date(2025, 2, 14)),
        (date(2025, 2, 24), date(2025, 4, 4)),
        (date(2025, 4, 22), date(2025, 5, 23)),
        (date(2025, 6, 2), date(2025, 7, 18)),
    ),
    2025: (
        (date(2025, 9, 3), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
        (date(2026, 1, 6), date(2026, 2, 13)),
        (date(2026, 2, 23), date(2026, 3, 27)),
        (date(2026, 4, 13), date(2026, 5, 22)),
        (date(2026, 6, 1), date(2026, 7, 17)),
    ),
    2026: (
        (date(2026, 9, 3), date(2026, 10, 23)),
        (date(2026, 11, 2), date(2026, 12, 18)),
        (date(2027, 1, 5), date(2027, 2, 12)),
        (date(2027, 2, 22), date(2027, 3, 25)),
        (date(2027, 4, 12), date(2027, 5, 28)),
        (date(2027, 6, 7), date(2027, 7, 20)),
    ),
}
"""First and last day of each half term, by the year the school year starts in."""
CLOSURES = {
    2024: (date(2024, 11, 29), date(2025, 5, 5)),
    2025: (date(2025, 11, 28), date(2026, 5, 4)),
    2026: (date(2026, 10, 12), date(2027, 5, 3)),
}
"""An INSET day and the early May bank holiday: without them each year has 190 days for pupils."""
FIRST_DAYS = {year: terms[0][0] for year, terms in TERMS.items()}
LAST_DAYS = {year: terms[-1][1] for year, terms in TERMS.items()}
SATURDAY = 5


def school_days(until: date, year: int = YEAR) -> tuple[date, ...]:
    """The days of a school year on which pupils were in school, up to a day; 2026/27 unless told otherwise."""
    found = []
    for starts, ends in TERMS[year]:
        days = (starts + timedelta(n) for n in range((ends - starts).days + 1))
        found += [day for day in days if day.weekday() < SATURDAY and day not in CLOSURES[year] and day <= until]
    return tuple(found)
