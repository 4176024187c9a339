"""The bank holidays of England, as closures of the terms they fall in."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from reportgen.model.calendar import Closure, SchoolYear, Term, Terms

_SATURDAY = 5
_YEARS = range(1900, 2200)
"""Years that can be told: others are a slip in terms.yaml, which has its own problem."""


def with_bank_holidays(terms: Terms) -> Terms:
    """The terms with a closure for each bank holiday on a weekday of a term that no closure covers.

    They come after the closures that are written. Years that say `bank_holidays: none` stay as they are.
    """
    return Terms(years=tuple(_with(year) for year in terms.years))


def bank_holidays_inside(year: SchoolYear) -> tuple[tuple[date, str, Term], ...]:
    """Each bank holiday on a weekday inside a term of a school year: day, name and term, in order of days.

    Whether closures cover it or not; none where the year says `bank_holidays: none`.
    """
    if year.bank_holidays == "none" or year.year not in _YEARS:
        return ()
    return tuple(
        (day, name, term)
        for day, name in _of_england(year.year)
        for term in year.terms
        if day.weekday() < _SATURDAY and term.starts <= day <= term.ends
    )


def _with(year: SchoolYear) -> SchoolYear:
    closed = {closure.starts + timedelta(days=n) for closure in year.closures for n in range(_length(closure))}
    added = tuple(
        Closure(starts=day, ends=day, name=name, kind="bank holiday")
        for day, name in dict.fromkeys((day, name) for day, name, _ in bank_holidays_inside(year))
        if day not in closed
    )
    return year.model_copy(update={"closures": (*year.closures, *added)})


def _length(closure: Closure) -> int:
    return max((closure.ends - closure.starts).days + 1, 0)


@cache
def _of_england(year: int) -> tuple[tuple[date, str], ...]:
    """Bank holidays of the two calendar years of a school year, in order."""
    import holidays  # noqa: PLC0415 - a sixth of a second that only a school's settings need

    # The language is said, so that the machine's own changes nothing.
    found = holidays.country_holidays("GB", subdiv="ENG", years=(year, year + 1), language="en_GB")
    return tuple(sorted(found.items()))
