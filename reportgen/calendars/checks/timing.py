"""The time between assessments, marks and reports: no marks before the work, none long after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportgen.calendars.checks.calendars import Calendars
from reportgen.model.calendar import Assessment
from reportgen.model.problem import Problem

FRESH_FOR = 20
"""School days after which marks no longer say how pupils stand: four weeks of school.

Schools assess in the four to two weeks before marks close, and families have the report 8 to 12 school days after it
(the practice of schools). Twice and more of what the report takes is a slip of the calendar, not a slow week.
"""
_MARKED_WHEN_OVER = frozenset({"test", "mock", "statutory"})
"""Kinds that are marked when they are over. Work in lessons is judged by what is there on the day."""
_LATER_BY_NATURE = frozenset({"results", "leavers"})
"""Kinds of report whose day is counted from results or from leaving: C320 and C321 judge them."""


def marks_before_the_work(calendars: Calendars) -> Iterator[Problem]:
    """C322: marks that close before an assessment they rest on has ended, or before its marking has been compared.

    Tests, mocks and national tests end first, work in lessons may go on; any kind is compared first where a day for it
    is given. The day itself will do. One problem a collection and assessment, with the later of its days.
    """
    for one in calendars.collections:
        for assessment in _behind(calendars, one.assessments):
            late = [(day, told) for day, told in _days(assessment) if day > one.closes]
            if late:
                day, told = max(late)
                yield calendars.problem(
                    "C322", "collections", one.id, "closes",
                    found=f"{one.id} closes {one.closes}, {assessment.id} {told} {day}",
                    expected=f"a day on or after {day}",
                )  # fmt: skip


def _days(assessment: Assessment) -> Iterator[tuple[date, str]]:
    """The days marks have to wait for."""
    if assessment.kind in _MARKED_WHEN_OVER:
        yield assessment.ends, "ends"
    if assessment.moderated:
        yield assessment.moderated, "is moderated"


def _behind(calendars: Calendars, names: tuple[str, ...]) -> list[Assessment]:
    """The assessments that some marks rest on, by the day they end."""
    known = (one for one in calendars.project.assessments.assessments if one.id in names)
    return sorted(known, key=lambda one: (one.ends, one.id))


def stale_marks(calendars: Calendars) -> Iterator[Problem]:
    """C323: marks that close more than 20 school days after the last assessment behind them, whatever its kind.

    Results of public exams and national tests come when they come, and are not judged. Nor are days of school years
    that terms.yaml does not describe.
    """
    for one in calendars.collections:
        behind = _behind(calendars, one.assessments)
        if not behind or calendars.comes_from_outside(one) or not calendars.described(one.closes):
            continue
        last = behind[-1]
        days = calendars.pupil_days.between(last.ends, one.closes)
        if days > FRESH_FOR:
            yield calendars.problem(
                "C323", "collections", one.id, "closes",
                found=f"{one.id} closes {one.closes}, {days} school days after {last.id} ended ({last.ends})",
                expected=f"{FRESH_FOR} at most",
            )  # fmt: skip


def stale_reports(calendars: Calendars) -> Iterator[Problem]:
    """C323: a report to families more than 20 school days after its marks were frozen.

    Reports of results and to leavers are left out: their days are counted from something else. So are days of school
    years that terms.yaml does not describe.
    """
    for report in calendars.reports:
        if "parents" not in report.audiences or report.kind in _LATER_BY_NATURE or not calendars.described(report.on):
            continue
        collection = calendars.project.collection(report.collection)
        days = calendars.pupil_days.between(collection.frozen_on, report.on)
        if days > FRESH_FOR:
            yield calendars.problem(
                "C323", "reports", report.id, "on",
                found=f"{report.id} on {report.on}, {days} school days after {collection.id} was frozen "
                f"({collection.frozen_on})",
                expected=f"{FRESH_FOR} at most",
            )  # fmt: skip
