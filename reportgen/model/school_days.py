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


_SEPTEMBER = 9


def school_year_of(day: date) -> int:
    """The school year a day is in, by the year that starts: school years run from 1 September to 31 August."""
    return day.year if day.month >= _SEPTEMBER else day.year - 1


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

        Nought is the day itself, or the first school day after it. One after a Friday is Monday, in term. A school year
        that is not described on the way gives None too: nobody knows how many school days it has.
        """
        if count < 0:
            place = bisect_left(self.days, day) + count
        elif count == 0:
            place = bisect_left(self.days, day)
        else:
            place = bisect_right(self.days, day) + count - 1
        found = self.days[place] if 0 <= place < len(self.days) else None
        return found if found and self._describes(day, found) else None

    def on_or_before(self, day: date) -> date | None:
        """The day itself, or the last school day before it; None beyond the terms described."""
        return self.moved(day + timedelta(days=1), -1)

    def as_far_as_known(self, day: date, count: int) -> date:
        """The school day `count` school days after a day, or the last one known on the way; the day itself for nought."""
        return next((found for n in range(min(count, len(self.days)), 0, -1) if (found := self.moved(day, n))), day)

    def between(self, first: date, last: date) -> int:
        """School days after `first` up to and including `last`; negative the other way round."""
        return bisect_right(self.days, last) - bisect_right(self.days, first)

    def inside(self, first: date, last: date) -> tuple[date, ...]:
        """The school days from the first to the last day, both included."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def _describes(self, one: date, other: date) -> bool:
        """True when the terms of every school year from one day's to the other's are described."""
        first, last = sorted((school_year_of(one), school_year_of(other)))
        described = {year.year for year in self.years}
        return all(year in described for year in range(first, last + 1))

    def term_of(self, day: date) -> Term | None:
        """The term a day lies in, weekends and closures included; None in holidays."""
        return next((t for year in self.years for t in year.terms if t.starts <= day <= t.ends), None)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
