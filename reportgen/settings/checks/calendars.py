"""Assessments, meetings, rates and the people named in the calendars: ids, names and the order of their days."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.calendar import Assessment, Assessments, Collections, Meeting, Reports
from reportgen.model.problem import Problem
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import Kind, twice
from reportgen.settings.checks.roles import Roles
from reportgen.settings.checks.years import from_day, in_year, known_year, sound_year
from reportgen.settings.files import SettingsFile
from reportgen.settings.tree import Path, quoted

_CALENDAR_PACK = "calendar"
"""The folder of the calendar pack under output/, which no report may have."""


def check_calendars(folder: Folder) -> Iterator[Problem]:
    """Everything about assessments and meetings, and the names that collections and reports have beside their marks."""
    if folder.assessments and folder.assessments.model:
        yield from _assessments(folder, folder.assessments, folder.assessments.model)
    if folder.collections and folder.collections.model:
        yield from _collections(folder, folder.collections, folder.collections.model)
    if folder.reports and folder.reports.model:
        yield from _reports(folder, folder.reports, folder.reports.model)


def _assessments(folder: Folder, file: SettingsFile[Assessments], read: Assessments) -> Iterator[Problem]:
    yield from twice((a.id for a in read.assessments), file, "assessments")
    subject = Kind.of("subject", folder.subjects, "subjects")
    roles = Roles.of(folder.staff)
    for n, one in enumerate(read.assessments):
        path: Path = ("assessments", n)
        yield from subject.check_all(one.subjects, file, *path, "subjects")
        yield from roles.check(one.owner, file, *path, "owner")
        if not one.year_groups:
            yield file.problem("S126", *path, "year_groups", found="no year_groups", expected="at least one")
        yield from _assessed(file, one, path)


def _assessed(file: SettingsFile[Assessments], one: Assessment, path: Path) -> Iterator[Problem]:
    """The days of an assessment in their order, inside its school year."""
    yield from sound_year(one.year, file, *path)
    days = [("starts", one.starts, (*path, "starts")), ("ends", one.ends, (*path, "ends"))]
    yield from in_year(one.year, days, file)
    if one.ends < one.starts:
        yield file.problem("S125", *path, "ends", found=f"ends {one.ends}", expected=from_day("it starts", one.starts))
    if one.moderated and one.moderated < one.ends:
        expected = from_day("it ends", one.ends)
        yield file.problem("S125", *path, "moderated", found=f"moderated {one.moderated}", expected=expected)


def _collections(folder: Folder, file: SettingsFile[Collections], read: Collections) -> Iterator[Problem]:
    facet = Kind.of("facet", folder.marks, "facets")
    for key in read.rates.facets:
        yield from facet.check(key, file.place("rates", "facets", key))
    assessment = Kind.of("assessment", folder.assessments, "assessments")
    for n, one in enumerate(read.collections):
        yield from assessment.check_all(one.assessments, file, "collections", n, "assessments")
        if one.freezes and one.freezes < one.closes:
            expected = from_day("it closes", one.closes)
            yield file.problem("S125", "collections", n, "freezes", found=f"freezes {one.freezes}", expected=expected)


def _reports(folder: Folder, file: SettingsFile[Reports], read: Reports) -> Iterator[Problem]:
    roles = Roles.of(folder.staff)
    for n, one in enumerate(read.reports):
        path: Path = ("reports", n)
        if one.id == _CALENDAR_PACK:
            expected = f"another id: output/{_CALENDAR_PACK} is the folder of the calendar pack"
            yield file.problem("S113", *path, "id", found=f"{quoted(one.id)} for the id of a report", expected=expected)
        yield from roles.check(one.approver, file, *path, "approver")
        for m, contact in enumerate(one.contacts):
            yield from roles.check(contact, file, *path, "contacts", m)
        yield from _meetings(file, one.meetings, *path)
    yield from _meetings(file, read.meetings)
    for n, meeting in enumerate(read.meetings):
        yield from known_year(folder, meeting.year, file, "meetings", n, "year")


def _meetings(file: SettingsFile[Reports], meetings: tuple[Meeting, ...], *path: str | int) -> Iterator[Problem]:
    """Ids that stand once, and papers that are out by the day of the meeting."""
    # A number sign, which no id has, for those whose id is made from their name.
    yield from twice((one.id or f"#{n}" for n, one in enumerate(meetings)), file, *path, "meetings")
    for n, one in enumerate(meetings):
        if one.papers and one.papers > one.on:
            expected = f"a day on or before the meeting ({one.on})"
            yield file.problem("S125", *path, "meetings", n, "papers", found=f"papers {one.papers}", expected=expected)
