"""Where days stand on the year's page: a column a week of term, holidays narrow, in millimetres of the lanes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from reportgen.model.calendar import SchoolYear

WIDTH = 250.0
"""The lanes of a landscape A4 between its margins, without the column of row headings."""
_WEEK, _WORKING = 7, 5
_SHORT, _LONG, _SUMMER = 3.0, 6.0, 10.0
"""Widths of a holiday of one week, of two and more, of a summer."""
_WEEKS_OF_SUMMER = 4


@dataclass(frozen=True)
class Column:
    """A week of term, or the weeks of a holiday."""

    first: date
    """A Monday."""
    days: int
    x: float
    width: float
    term: bool

    @property
    def to(self) -> float:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True)
class YearScale:
    """The year from left to right."""

    columns: tuple[Column, ...]

    def at(self, on: date) -> float:
        """The left edge of a day; a weekend is the end of its week of term. Days outside stand at the ends."""
        column = next((one for one in reversed(self.columns) if one.first <= on), self.columns[0])
        gone = max(0, (on - column.first).days)
        share = gone / _WORKING if column.term else gone / column.days
        return column.x + column.width * min(1.0, share)

    def middle(self, on: date) -> float:
        """The middle of a day."""
        return (self.at(on) + self.at(on + timedelta(days=1))) / 2

    def week(self, monday: date) -> Column | None:
        """The column of a week of term."""
        return next((one for one in self.columns if one.term and one.first == monday), None)

    @property
    def weeks(self) -> tuple[Column, ...]:
        """The weeks of term."""
        return tuple(one for one in self.columns if one.term)

    @property
    def holidays(self) -> tuple[Column, ...]:
        """The holidays."""
        return tuple(one for one in self.columns if not one.term)


def monday_of(on: date) -> date:
    """The Monday of a day's week."""
    return on - timedelta(days=on.weekday())


def year_scale(year: SchoolYear, days: Iterable[date]) -> YearScale:
    """The scale of a school year with terms, wide enough for these days too."""
    terms = [(term.starts, term.ends) for term in year.terms]
    reached = [day for span in terms for day in span] + list(days)
    runs = _runs(terms, monday_of(min(reached)), monday_of(max(reached)))
    holidays = [_holiday(len(mondays)) for term, mondays in runs if not term]
    weeks = sum(len(mondays) for term, mondays in runs if term)
    wide = (WIDTH - sum(holidays)) / weeks
    columns: list[Column] = []
    x = 0.0
    for term, mondays in runs:
        for first, days_in, width in _columns(mondays, wide=wide, term=term):
            columns.append(Column(first=first, days=days_in, x=x, width=width, term=term))
            x += width
    return YearScale(tuple(columns))


def _runs(terms: Sequence[tuple[date, date]], first: date, last: date) -> list[tuple[bool, list[date]]]:
    """Weeks of term and of holiday in runs."""
    count = (last - first).days // _WEEK + 1
    mondays = [first + timedelta(days=_WEEK * n) for n in range(count)]
    return [(term, list(run)) for term, run in groupby(mondays, lambda monday: _in_term(terms, monday))]


def _in_term(terms: Sequence[tuple[date, date]], monday: date) -> bool:
    friday = monday + timedelta(days=_WORKING - 1)
    return any(starts <= friday and monday <= ends for starts, ends in terms)


def _holiday(weeks: int) -> float:
    return _SHORT if weeks == 1 else _LONG if weeks < _WEEKS_OF_SUMMER else _SUMMER


def _columns(mondays: Sequence[date], *, wide: float, term: bool) -> list[tuple[date, int, float]]:
    if term:
        return [(monday, _WEEK, wide) for monday in mondays]
    return [(mondays[0], _WEEK * len(mondays), _holiday(len(mondays)))]
