"""Which days are school days, and how to count them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from reportgen.model.calendar import SchoolYear, Term

_WORKING_DAYS = 5
"""Monday to Friday."""


@dataclass(frozen=True)
class SchoolDays:
    """The days on which pupils are in school: weekdays inside terms that no closure takes."""

    years: tuple[SchoolYear, ...]

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every school day, in order."""
        found: set[date] = set()
        for year in self.years:
            closed = {day for closure in year.closures for day in _days(closure.starts, closure.ends)}
            for term in year.terms:
                found |= {d for d in _days(term.starts, term.ends) if d.weekday() < _WORKING_DAYS} - closed
        return tuple(sorted(found))

    def holds(self, day: date) -> bool:
        """True for a school day."""
        place = bisect_left(self.days, day)
        return place < len(self.days) and self.days[place] == day

    def moved(self, day: date, count: int) -> date | None:
        """The school day `count` school days after a day (before it, where negative); None beyond the terms described.

        Nought is the day itself, or the first school day after it. One after a Friday is Monday, in term.
        """
        if count < 0:
            place = bisect_left(self.days, day) + count
        elif count == 0:
            place = bisect_left(self.days, day)
        else:
            place = bisect_right(self.days, day) + count - 1
        return self.days[place] if 0 <= place < len(self.days) else None

    def between(self, first: date, last: date) -> int:
        """School days after `first` up to and including `last`; negative the other way round."""
        return bisect_right(self.days, last) - bisect_right(self.days, first)

    def inside(self, first: date, last: date) -> tuple[date, ...]:
        """The school days from the first to the last day, both included."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def term_of(self, day: date) -> Term | None:
        """The term a day lies in, weekends and closures included; None in holidays."""
        return next((t for year in self.years for t in year.terms if t.starts <= day <= t.ends), None)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
