"""What is due on a day: where each collection and report stands, what to do next, who does it, and the command."""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Iterator
from datetime import date

from reportgen.calendars.due_meetings import meetings_ahead
from reportgen.calendars.due_words import of_collection, of_report
from reportgen.calendars.standing import Standing, can_be_late, opening, released, sealed
from reportgen.calendars.statutory import annual_reports, due_by, law_asks_by
from reportgen.model.calendar import Collection, Report
from reportgen.model.due import SECTIONS, AnnualDue, Due, State
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.school_days import SchoolDays, school_year_of
from reportgen.model.statutory import Completeness

AHEAD = 15
"""School days before its release from which a report is built."""
FAR = 60
"""School days beyond which an annual report is far off."""
UPCOMING = 2
"""Collections that are not open, and reports that wait for them, that are told ahead."""


def due(
    project: Project,
    loaded: Loaded | None,
    *,
    on: date,
    built: Several[str] = (),
    approved: Several[str] = (),
    completeness: tuple[Completeness, ...] = (),
) -> tuple[Due, ...]:
    """Where everything that matters on a day stands, the most urgent first, then by day.

    Collections and reports of the day's school year; whatever of another year is open or at work; of what is not open
    the next two; the next two meetings with families or governors, within 40 school days; and what an earlier year left
    undone, when anything was frozen or released in it at all: a school that begins to freeze this year has nothing late
    from before. `built` names the reports with a current build, `approved` those of them that are as released:
    the calendars cannot know it. Without exports nothing is said of marks.
    """
    standing = Standing(project, loaded, on, frozenset(built), frozenset(approved))
    found = [*_collections(standing), *_reports(standing, completeness), *meetings_ahead(project, on=on)]
    return tuple(sorted(found, key=lambda one: (SECTIONS.index(one.section), one.on, one.kind, one.id)))


def reports_due(project: Project, on: date) -> tuple[Report, ...]:
    """The reports to build on a day, in the order of the calendar.

    Their marks are closed and checked by then, they are not released, and they go out within 15 school days or should
    have gone out earlier in the same school year.
    """
    days = SchoolDays(project.terms.years)
    return tuple(
        report
        for report in project.reports.reports
        if project.collection(report.collection).frozen_on <= on
        and released(project, report.id, on=on) is None
        and (report.on >= on or _late_this_year(project, report, on))
        and days.between(on, report.on) <= AHEAD
    )


def _late_this_year(project: Project, report: Report, on: date) -> bool:
    this_year = school_year_of(report.on) == school_year_of(on)
    return this_year and can_be_late(project, project.collection(report.collection), on=on)


def annual_due(project: Project, completeness: tuple[Completeness, ...], *, on: date) -> tuple[AnnualDue, ...]:
    """The annual reports of the day's school year that are not released: days left, and what their pupils lack.

    Those still far off come last. Without completeness, and before the marks of a report's collection open, nothing is
    counted.
    """
    found = {one.report: one for one in completeness}
    reports = (r for r in annual_reports(project, year=school_year_of(on)) if not released(project, r.id, on=on))
    told = [_annual(project, report, on=on, found=found.get(report.id)) for report in reports]
    return tuple(sorted(told, key=lambda one: one.school_days > FAR))


def _annual(project: Project, report: Report, *, on: date, found: Completeness | None) -> AnnualDue:
    by, opens = due_by(project, report), opening(project.collection(report.collection))
    counted = found if on >= opens else None
    return AnnualDue(
        report=report.id,
        name=report.name,
        year_groups=project.year_groups(report),
        by=by,
        own=report.on,
        law=law_asks_by(project, report),
        school_days=SchoolDays(project.terms.years).between(on, by),
        opens=opens,
        pupils=counted.pupils if counted else None,
        incomplete=len({item.pupil for item in counted.missing}) if counted else None,
        lacking=counted.pupils_lacking() if counted else (),
    )


def _collections(standing: Standing) -> Iterator[Due]:
    every = [(one, standing.of_collection(one)) for one in standing.project.collections.collections]
    ahead = sorted((one for one, state in every if state == "not open"), key=lambda one: (opening(one), one.id))
    told = {one.id for one in ahead[:UPCOMING]}
    for one, state in every:
        undone = state in ("late", "to be frozen") and can_be_late(standing.project, one, on=standing.on)
        if one.id in told if state == "not open" else one.year >= standing.year or undone:
            yield _collection(standing, one, state)


def _collection(standing: Standing, one: Collection, state: State) -> Due:
    revision = sealed(standing.project, one.id, on=standing.on)
    counted = None if state in ("not open", "frozen") else standing.entered(one)
    days = {"not open": opening(one), "open": one.closes, "closing": one.closes}
    day = revision.on if revision else days.get(state, one.frozen_on)
    said = of_collection(standing.project, one, state=state, on=standing.on, counted=counted, revision=revision)
    return Due(
        kind="collection",
        id=one.id,
        name=one.name,
        state=state,
        on=day,
        school_days=standing.days.between(standing.on, day),
        who=said.who,
        what=said.what,
        command=said.command,
        entered=counted,
    )


def _reports(standing: Standing, completeness: tuple[Completeness, ...]) -> Iterator[Due]:
    every = standing.project.reports.reports
    ahead = sorted((one for one in every if standing.waits_for_opening(one)), key=lambda one: (one.on, one.id))
    told = {one.id for one in ahead[:UPCOMING]}
    later = {one.id for one in ahead[UPCOMING:]}
    for one in every:
        state = standing.of_report(one)
        if state == "overdue":
            told_of = can_be_late(standing.project, standing.project.collection(one.collection), on=standing.on)
        else:
            told_of = school_year_of(one.on) >= standing.year
        if one.id in told or (told_of and one.id not in later):
            yield _report(standing, one, state, completeness)


def _report(standing: Standing, one: Report, state: State, completeness: tuple[Completeness, ...]) -> Due:
    release = released(standing.project, one.id, on=standing.on)
    amended = standing.amended(one)
    day = max(one.on, standing.on) if amended else release.on if release else one.on
    said = of_report(
        standing.project,
        one,
        step=standing.step_of(one) if state == "overdue" or amended else state,
        on=standing.on,
        lacking=next((found for found in completeness if found.report == one.id), None),
        release=release,
        amended=amended,
    )
    return Due(
        kind="report",
        id=one.id,
        name=one.name,
        state=state,
        on=day,
        school_days=standing.days.between(standing.on, day),
        who=said.who,
        what=said.what,
        command=said.command,
    )
