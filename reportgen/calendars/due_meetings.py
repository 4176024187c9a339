"""The meetings that come next: evenings for families, and governors with the day their papers are out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportgen.calendars.due_words import day_words
from reportgen.calendars.events import named_for
from reportgen.calendars.year_words import by_name
from reportgen.model.calendar import Meeting
from reportgen.model.due import Due
from reportgen.model.project import Project
from reportgen.model.school_days import SchoolDays

MEETINGS, WITHIN = 2, 40
"""Meetings that are told ahead, and the school days within which they lie."""


def meetings_ahead(project: Project, *, on: date) -> tuple[Due, ...]:
    """The next two meetings with families or governors from a day on, within 40 school days, each once.

    `what` says the times, and when governors' papers are out, where that day is not past.
    """
    days = SchoolDays(project.terms.years)
    every = {(one.on, by_name(named_for(one.name, one.year_groups)), one.times): one for one in _meetings(project)}
    ahead = [every[key] for key in sorted(every) if key[0] >= on and days.between(on, key[0]) <= WITHIN]
    return tuple(_due(one, on=on, school_days=days.between(on, one.on)) for one in ahead[:MEETINGS])


def _meetings(project: Project) -> Iterator[Meeting]:
    of_reports = (one for report in project.reports.reports for one in report.meetings)
    yield from (one for one in (*of_reports, *project.reports.meetings) if one.audience in ("parents", "governors"))


def _due(one: Meeting, *, on: date, school_days: int) -> Due:
    papers = f"papers out on {day_words(one.papers, since=on)}" if one.papers and one.papers >= on else ""
    return Due(
        kind="meeting",
        id=one.id or by_name(one.name),
        name=named_for(one.name, one.year_groups),
        state="to be held",
        on=one.on,
        school_days=school_days,
        what="; ".join(filter(None, (one.times, papers))),
    )
