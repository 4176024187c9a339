"""Reports and meetings: after their marks, on days with someone to ask, in the right order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from reportgen.calendars.checks.calendars import Calendars, year_name
from reportgen.calendars.year_words import years_words
from reportgen.model.calendar import Meeting, Report
from reportgen.model.places import Step
from reportgen.model.problem import Problem

PAPERS_BEFORE = timedelta(days=7)
"""Governors have their papers at least seven days before they meet."""
_IN_HOLIDAYS = frozenset({"results", "leavers"})
"""Kinds of report that may go out in the holidays: results come in August, leavers are gone."""


@dataclass(frozen=True)
class _Held:
    """A meeting, where it stands, and the report it stands in."""

    meeting: Meeting
    path: tuple[Step, ...]
    report: Report | None = None


def _meetings(calendars: Calendars) -> Iterator[_Held]:
    """Meetings of reports, then those of none."""
    for report in calendars.reports:
        for n, meeting in enumerate(report.meetings):
            yield _Held(meeting, ("reports", report.id, "meetings", n), report)
    for n, meeting in enumerate(calendars.project.reports.meetings):
        yield _Held(meeting, ("meetings", n))


def reports_before_freezing(calendars: Calendars) -> Iterator[Problem]:
    """C307: a report, to anybody, released before the day its collection is frozen. That day itself will do."""
    for report in calendars.reports:
        collection = calendars.project.collection(report.collection)
        if report.on < collection.frozen_on:
            yield calendars.problem(
                "C307", "reports", report.id, "on",
                found=f"{report.id} on {report.on}",
                expected=f"a day on or after {collection.id} is frozen ({collection.frozen_on})",
            )  # fmt: skip


def evenings_before_reports(calendars: Calendars) -> Iterator[Problem]:
    """C308: families meet teachers before the report goes out under which the meeting stands. The same day will do."""
    for held in _meetings(calendars):
        meeting, report = held.meeting, held.report
        if report is None or meeting.audience != "parents" or "parents" not in report.audiences:
            continue
        if meeting.on < report.on:
            found = f"{meeting.name} on {meeting.on}"
            expected = f"a day on or after {report.id} goes out ({report.on})"
            yield calendars.problem("C308", *held.path, "on", found=found, expected=expected)


def releases_without_school(calendars: Calendars) -> Iterator[Problem]:
    """C309: a release or a meeting on a day without staff in school. INSET days have staff, so they will do.

    Reports of results and to leavers, and the meetings that stand under them, may be in the holidays.
    """
    for report in calendars.reports:
        if report.kind not in _IN_HOLIDAYS and not _staffed(calendars, report):
            yield calendars.no_school("C309", report.on, "reports", report.id, "on", told=f"{report.id} on")
    for held in _meetings(calendars):
        exempt = held.report is not None and held.report.kind in _IN_HOLIDAYS
        if not exempt and not _staffed(calendars, held.meeting):
            yield calendars.no_school("C309", held.meeting.on, *held.path, "on", told=f"{held.meeting.name} on")


def _staffed(calendars: Calendars, one: Report | Meeting) -> bool:
    return not calendars.described(one.on) or calendars.staff_days.holds(one.on)


def years_without_report(calendars: Calendars) -> Iterator[Problem]:
    """C310: year groups that are collected in a school year and whose families hear nothing of it.

    Only in years with a report to families: the others are still to be planned. One problem a year.
    """
    for year in calendars.years:
        reports = calendars.to_families(year)
        told = {group for report in reports for group in calendars.project.year_groups(report)}
        silent = tuple(group for group in calendars.collected(year) if group not in told)
        if reports and silent:
            found = f"{years_words(silent)} in {year_name(year)}"
            yield calendars.problem("C310", "reports", reports[0].id, found=found, expected="one for each")


def governors_papers(calendars: Calendars) -> Iterator[Problem]:
    """C312: a governors' pack after the day of its papers, or papers less than seven days before the meeting.

    Where no papers day is given it is seven days before the meeting, the usual rule of governing boards.
    """
    for held in _meetings(calendars):
        meeting, report = held.meeting, held.report
        if meeting.audience != "governors":
            continue
        latest = meeting.on - PAPERS_BEFORE
        if meeting.papers and meeting.papers > latest:
            found = f"papers of {meeting.name} on {meeting.papers}"
            expected = f"a day up to {latest}, seven days before the meeting"
            yield calendars.problem("C312", *held.path, "papers", found=found, expected=expected)
        due = meeting.papers or latest
        if report and "governors" in report.audiences and report.on > due:
            found = f"{report.id} on {report.on}"
            expected = f"a day up to {due}, when the papers of {meeting.name} go out"
            yield calendars.problem("C312", "reports", report.id, "on", found=found, expected=expected)
