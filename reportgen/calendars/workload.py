"""What each collection costs in hours: classes x pupils x facets, and comments, at so many minutes each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.calendar import Collection, Rates
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.school_days import SchoolDays
from reportgen.model.workload import CollectionHours, TeacherHours, WeekHours, Workload

MINUTES = 60
"""Minutes of an hour."""
WEEK = 7
"""Days of a week."""
SAME_DAYS = 364
"""Days between a day and the same weekday of the next school year: 52 weeks."""


def workload(project: Project, loaded: Loaded, *, year: int) -> Workload:
    """The hours of every collection of the school year that starts in `year`, by teacher, role and week.

    Exports hold the classes of today, so today's classes stand for those of earlier and later collections too. Pupils
    who are not on roll on the day marks close do not count; a collection of another school year is counted as if it
    closed on the same day of the year in which the pupils' year groups hold. A class counts for its own teachers,
    whoever the collection says enters its marks; a class that several share costs each of them an equal part.
    A facet that costs no time, as a target that a system fills in, is no mark to enter.
    """
    collections = _of_year(project, year)
    tasks = [task for collection in collections for task in _tasks(project, loaded, collection)]
    staff = tuple(one for collection in collections for one in _by_teacher(collection, tasks))
    weeks = _weeks(project, collections, staff, year=year)
    return Workload(
        year=year,
        collections=tuple(_of_collection(collection, staff) for collection in collections),
        staff=staff,
        weeks=weeks,
        by_role=_by_role(staff),
    )


@dataclass(frozen=True)
class _Task:
    """What a class or a form costs in one collection."""

    collection: str
    staff: tuple[str, ...]
    """Never empty: one empty code where nobody is named."""
    role: str
    pupils: int
    marks: int
    comments: int
    minutes: float


def _of_year(project: Project, year: int) -> tuple[Collection, ...]:
    """The collections of a school year in the order in which they close."""
    found = (c for c in project.collections.collections if c.year == year)
    return tuple(sorted(found, key=lambda c: (c.closes, c.id)))


def _tasks(project: Project, loaded: Loaded, collection: Collection) -> Iterator[_Task]:
    there = _there(project, loaded.pupils, collection)
    yield from _class_tasks(project, loaded, there, collection=collection)
    if "tutor" in collection.comments:
        yield from _form_tasks(project, there, collection)


def _there(project: Project, pupils: pd.DataFrame, collection: Collection) -> pd.DataFrame:
    """Pupil, year group and form of those on roll on the closing day in the year groups that are marked."""
    now = project.pupils_year()
    day = pd.Timestamp(collection.closes + timedelta(days=SAME_DAYS * (now - collection.year)))
    here = (pupils[f.JOINED].isna() | (pupils[f.JOINED] <= day)) & (pupils[f.LEFT].isna() | (pupils[f.LEFT] >= day))
    return pupils.loc[here & pupils[f.YEAR_GROUP].isin(collection.year_groups), [f.PUPIL, f.YEAR_GROUP, f.FORM]]


def _class_tasks(project: Project, loaded: Loaded, there: pd.DataFrame, *, collection: Collection) -> Iterator[_Task]:
    """A task a class with something to enter."""
    rates = project.collections.rates
    teachers = _teachers(loaded)
    classes = _sizes(project, _lists(project, loaded).merge(there, on=f.PUPIL))
    written = "subject" in collection.comments
    for (class_id, subject), pupils in classes.items():
        facets = {g: _facets(project, collection, subject=subject, year_group=g) for g in pupils}
        marks = sum(n * len(facets[g]) for g, n in pupils.items())
        comments = sum(pupils.values()) if written else 0
        if marks or comments:
            minutes = sum(n * sum(_minutes(rates, one) for one in facets[g]) for g, n in pupils.items())
            yield _Task(
                collection=collection.id,
                staff=teachers.get(class_id, ("",)),
                role=collection.entered_by,
                pupils=sum(pupils.values()),
                marks=marks,
                comments=comments,
                minutes=minutes + comments * rates.subject_comment,
            )


def _lists(project: Project, loaded: Loaded) -> pd.DataFrame:
    """Pupil, class and subject: the class lists, or where exports hold none, the marks of the pupils' school year."""
    columns = [f.PUPIL, f.CLASS_ID, f.SUBJECT]
    if len(loaded.classes):
        return loaded.classes[columns]
    now = [c.id for c in project.collections.collections if c.year == project.pupils_year()]
    marks = loaded.results.loc[loaded.results[f.COLLECTION].isin(now), columns]
    return marks.assign(**{f.CLASS_ID: marks[f.CLASS_ID].fillna("")}).drop_duplicates([f.PUPIL, f.SUBJECT])


def _sizes(project: Project, rows: pd.DataFrame) -> dict[tuple[str, str], dict[str, int]]:
    """Pupils by class and subject, and there by year group, where the subject is taught."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    sizes = rows.groupby([f.CLASS_ID, f.SUBJECT, f.YEAR_GROUP], sort=True).size().reset_index(name="pupils")
    for class_id, subject, year_group, pupils in sizes.itertuples(index=False, name=None):
        if _taught(project, subject, year_group):
            found[class_id, subject][year_group] = int(pupils)
    return found


def _form_tasks(project: Project, there: pd.DataFrame, collection: Collection) -> Iterator[_Task]:
    """A task a form whose tutors write comments; pupils without a form are one that nobody is named for."""
    each = project.collections.rates.tutor_comment
    tutors = _tutors(project)
    sizes = there[f.FORM].fillna("").value_counts().sort_index()
    for form, size in sizes.items():
        pupils = int(size)
        yield _Task(
            collection=collection.id,
            staff=tutors.get(str(form)) or ("",),
            role="class teacher" if project.school.phase == "primary" else "tutor",
            pupils=pupils,
            marks=0,
            comments=pupils,
            minutes=pupils * each,
        )


def _tutors(project: Project) -> dict[str, tuple[str, ...]]:
    """The tutors of each form, by the codes of staff.yaml, so that nobody is counted twice."""
    tutors = project.staff.tutors
    return {one.form: tuple(dict.fromkeys(_code(project, code) for code in one.tutors)) for one in tutors}


def _code(project: Project, code: str) -> str:
    member = project.staff.named(code)
    return member.code if member else code


def _teachers(loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """The teachers of each class, from exports and, where they name none, from staff.yaml."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for class_id, teacher in zip(loaded.teachers[f.CLASS_ID], loaded.teachers[f.TEACHER], strict=True):
        found[class_id][teacher] = None
    return {class_id: tuple(sorted(codes)) for class_id, codes in found.items()}


def _taught(project: Project, subject: str, year_group: str) -> bool:
    known = next((s for s in project.subjects.subjects if s.id == subject), None)
    return known is not None and (not known.year_groups or year_group in known.year_groups)


def _facets(project: Project, collection: Collection, *, subject: str, year_group: str) -> tuple[str, ...]:
    """The facets that are entered for a pupil: those with a scale here that take time."""
    return tuple(
        facet
        for facet in collection.facets
        if _minutes(project.collections.rates, facet)
        and project.marks.scale_for(facet, year_group=year_group, subject=subject) is not None
    )


def _minutes(rates: Rates, facet: str) -> float:
    return rates.facets.get(facet, rates.mark)


def _by_teacher(collection: Collection, tasks: Sequence[_Task]) -> tuple[TeacherHours, ...]:
    """A row a member of staff and role of one collection."""
    found: dict[tuple[str, str], list[_Task]] = defaultdict(list)
    for task in tasks:
        if task.collection == collection.id:
            for code in task.staff:
                found[code, task.role].append(task)
    return tuple(
        TeacherHours(
            collection=collection.id,
            staff=code,
            role=role,
            classes=len(own),
            pupils=sum(task.pupils for task in own),
            marks=sum(task.marks for task in own),
            comments=sum(task.comments for task in own),
            hours=sum(task.minutes / len(task.staff) for task in own) / MINUTES,
        )
        for (code, role), own in sorted(found.items())
    )


def _of_collection(collection: Collection, staff: Sequence[TeacherHours]) -> CollectionHours:
    own = [one for one in staff if one.collection == collection.id]
    people: dict[str, float] = defaultdict(float)
    for one in own:
        if one.staff:
            people[one.staff] += one.hours
    return CollectionHours(
        collection=collection.id,
        hours=sum(one.hours for one in own),
        staff=len(people),
        most=max(people.values(), default=0.0),
    )


def _by_role(staff: Sequence[TeacherHours]) -> tuple[tuple[str, float], ...]:
    """Hours of the year by role, most first, of two alike by name."""
    hours: dict[str, float] = defaultdict(float)
    for one in staff:
        hours[one.role] += one.hours
    return tuple(sorted(hours.items(), key=lambda item: (-item[1], item[0])))


def _weeks(
    project: Project, collections: Sequence[Collection], staff: Sequence[TeacherHours], *, year: int
) -> tuple[WeekHours, ...]:
    """Every week of the terms of the year, and any other with hours in it, in order."""
    shares = {collection.id: _shares(project, collection) for collection in collections}
    mondays = {_monday(day) for day in _days_of(project, year)} | {monday for one in shares.values() for monday in one}
    people = sorted({one.staff for one in staff if one.staff})
    spread: dict[date, dict[str, float]] = {monday: defaultdict(float) for monday in mondays}
    for one in staff:
        for monday, share in shares[one.collection].items():
            spread[monday][one.staff] += one.hours * share
    return tuple(
        WeekHours(
            monday=monday,
            hours=sum(spread[monday].values()),
            typical=median(spread[monday].get(code, 0.0) for code in people) if people else 0.0,
        )
        for monday in sorted(mondays)
    )


def _days_of(project: Project, year: int) -> tuple[date, ...]:
    described = project.school_year(year)
    return SchoolDays((described,)).days if described else ()


def _shares(project: Project, collection: Collection) -> dict[date, float]:
    """The part of a collection that falls into each week, by its Monday.

    It all falls into the closing week where no school day lies between opening and closing.
    """
    days = SchoolDays(project.terms.years).inside(collection.opens or collection.closes, collection.closes)
    counts: dict[date, int] = defaultdict(int)
    for day in days or (collection.closes,):
        counts[_monday(day)] += 1
    return {monday: n / sum(counts.values()) for monday, n in counts.items()}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
