"""Windows of assessment: on school days, and not over each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from reportgen.calendars.checks.calendars import FROM_OUTSIDE, Calendars
from reportgen.calendars.year_words import years_words
from reportgen.model.calendar import Assessment, Collection, Occasion
from reportgen.model.places import Step
from reportgen.model.problem import Problem
from reportgen.model.school_days import SchoolDays

_IN_LESSONS = frozenset({"classwork", "teacher assessment", "coursework"})
"""Kinds that run on in lessons for weeks, beside other things."""


def dates_without_school(calendars: Calendars) -> Iterator[Problem]:
    """C317: assessments begin and end on days with pupils, marks open, close and are frozen on days with staff.

    INSET days have staff: departments may compare marks then. Days of school years that terms.yaml does not describe
    are not judged, nor collections of results that come from outside: those of August come in the holidays.
    """
    pupils, staff = calendars.pupil_days, calendars.staff_days
    for one in calendars.project.assessments.assessments:
        path = ("assessments", one.id)
        yield from _outside(calendars, pupils, one.starts, *path, "starts", told=f"{one.id} starts")
        yield from _outside(calendars, pupils, one.ends, *path, "ends", told=f"{one.id} ends")
        yield from _outside(calendars, staff, one.moderated, *path, "moderated", told=f"{one.id} is moderated")
    for collection in (one for one in calendars.collections if not calendars.comes_from_outside(one)):
        days = (("opens", collection.opens), ("closes", collection.closes), ("freezes", collection.freezes))
        for key, given in days:
            yield from _outside(
                calendars, staff, given, "collections", collection.id, key, told=f"{collection.id} {key}"
            )


def _outside(calendars: Calendars, days: SchoolDays, day: date | None, *path: Step, told: str) -> Iterator[Problem]:
    if day and calendars.described(day) and not days.holds(day):
        yield calendars.no_school("C317", day, *path, told=told)


def collisions(calendars: Calendars) -> Iterator[Problem]:
    """C314: windows of the same year groups (and subjects, where both name some) that take each other's days.

    Work in lessons (classwork, teacher assessment, coursework) goes on beside other assessments, but coursework not
    beside public exams. A residential week collides with an assessment, and with work in lessons where it takes half
    of its days or more. Public exams and national tests are set outside and never collide with each other. Marks may
    not close while pupils sit public exams, but for the marks of that exam.
    """
    assessments = sorted(calendars.project.assessments.assessments, key=lambda one: (one.starts, one.id))
    for one, other in combinations(assessments, 2):
        yield from _pair(calendars, one, other)
    for assessment in assessments:
        for year in calendars.project.terms.years:
            for occasion in year.occasions:
                yield from _away(calendars, assessment, occasion)
    for collection in calendars.collections:
        for assessment in assessments:
            yield from _closing(calendars, collection, assessment)


def _pair(calendars: Calendars, one: Assessment, other: Assessment) -> Iterator[Problem]:
    both = set(one.year_groups) & set(other.year_groups)
    over = one.starts <= other.ends and other.starts <= one.ends
    subjects = not one.subjects or not other.subjects or set(one.subjects) & set(other.subjects)
    if both and over and subjects and not _beside(one, other):
        first, moved = (other, one) if other.kind in FROM_OUTSIDE else (one, other)
        found = f"{_told(moved)} and {_told(first)} in {years_words(both)}"
        remedy = f"Move {moved.id}." if first.kind in FROM_OUTSIDE else f"Move {moved.id} or {first.id}."
        yield calendars.problem("C314", "assessments", moved.id, found=found, remedy=remedy)


def _beside(one: Assessment, other: Assessment) -> bool:
    """True for kinds that may share days."""
    kinds = {one.kind, other.kind}
    return kinds <= FROM_OUTSIDE or (bool(kinds & _IN_LESSONS) and kinds != {"coursework", "public exam"})


def _away(calendars: Calendars, one: Assessment, away: Occasion) -> Iterator[Problem]:
    """A residential week in a window of assessment."""
    groups = set(one.year_groups) & set(away.year_groups) if away.year_groups else set(one.year_groups)
    lost = calendars.pupil_days.inside(max(one.starts, away.starts), min(one.ends, away.ends))
    left = len(calendars.pupil_days.inside(one.starts, one.ends)) - len(lost)
    enough_left = one.kind in _IN_LESSONS and len(lost) < left
    if away.kind == "residential" and groups and lost and not enough_left:
        trip = f"{away.name or 'a residential week'} ({away.starts} to {away.ends})"
        found = f"{_told(one)} and {trip} in {years_words(groups)}"
        yield calendars.problem("C314", "assessments", one.id, found=found)


def _closing(calendars: Calendars, collection: Collection, exam: Assessment) -> Iterator[Problem]:
    """Marks that close while pupils sit public exams."""
    groups = set(collection.year_groups) & set(exam.year_groups)
    during = exam.starts <= collection.closes <= exam.ends
    if exam.kind == "public exam" and groups and during and exam.id not in collection.assessments:
        found = f"{collection.id} closes {collection.closes} during {_told(exam)} in {years_words(groups)}"
        yield calendars.problem("C314", "collections", collection.id, "closes", found=found)


def _told(one: Assessment) -> str:
    return f"{one.id} ({one.starts} to {one.ends})"
