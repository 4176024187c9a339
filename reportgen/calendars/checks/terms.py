"""Terms: they begin and end on days that can have school."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportgen.calendars.checks.calendars import WEEKEND, Calendars, year_name
from reportgen.model.calendar import SchoolYear
from reportgen.model.problem import Problem


def ends_of_terms(calendars: Calendars) -> Iterator[Problem]:
    """C324: a term whose first or last day is a weekend or a bank holiday, as when last year's days are copied.

    Bank holidays inside a term are not judged. INSET days may begin or end it. In a year with `bank_holidays: none`
    only those written as closures of that kind are known.
    """
    days = calendars.pupil_days
    for year in calendars.project.terms.years:
        for n, term in enumerate(year.terms):
            for key, day, other in (
                ("starts", term.starts, days.moved(term.starts, 0)),
                ("ends", term.ends, days.on_or_before(term.ends)),
            ):
                if why := _free(year, day):
                    yield calendars.problem(
                        "C324", "years", str(year.year), "terms", n, key,
                        found=f"{term.id} of {year_name(year.year)} {key} {day}, {why}",
                        expected="a weekday that is no bank holiday",
                        remedy=f"The nearest school day inside it is {other}."
                        if other and term.starts <= other <= term.ends
                        else "",
                    )  # fmt: skip


def _free(year: SchoolYear, day: date) -> str:
    """Why nobody is in school, in words: a Saturday, the name of a bank holiday; empty for other days."""
    holidays = (one for one in year.closures if one.kind == "bank holiday" and one.starts <= day <= one.ends)
    return WEEKEND.get(day.weekday()) or next((one.name or one.kind for one in holidays), "")
