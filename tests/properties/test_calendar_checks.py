"""What holds for the checks of the calendars, whatever the order people write things in."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sound_school import sound, with_assessment, with_collection, with_report, without_reports

from reportgen.calendars.checks import check_calendars
from reportgen.model.calendar import Occasion
from reportgen.model.places import Places
from reportgen.model.problem import Place
from reportgen.model.project import Project

DAYS = st.dates(min_value=sound().terms.years[0].terms[0].starts, max_value=sound().terms.years[0].terms[-1].ends)
EMPTY: tuple[Any, ...] = ()
IDS = {
    "assessments": sound().assessments.assessments,
    "collections": sound().collections.collections,
    "reports": sound().reports.reports,
}
PLACES = Places(
    {(kind, one.id): Place(file=kind, line=n) for kind, entries in IDS.items() for n, one in enumerate(entries)}
)
"""A line for each entry, the same whatever the order: so that a problem told of another entry shows."""


@st.composite
def muddled(draw: st.DrawFn) -> Project:
    """The sound school with days, kinds and people drawn at will: most have several problems."""
    project = sound()
    for name in ("autumn-lessons", "mocks", "maths-test"):
        first, last = sorted((draw(DAYS), draw(DAYS)))
        kind = draw(st.sampled_from(("test", "mock", "coursework", "public exam", "statutory")))
        project = with_assessment(project, name, starts=first, ends=last, kind=kind)
    for name in ("autumn", "mock-marks", "summer"):
        uses = draw(st.sampled_from((("mocks",), ("gcse", "maths-test"), EMPTY)))
        owner = draw(st.sampled_from(("HUG", "nobody", "")))
        project = with_collection(project, name, closes=draw(DAYS), freezes=None, assessments=uses, owner=owner)
    project = _with_more(project, draw(st.integers(0, 2)))
    for name in ("autumn", "year-11", "summer", "results"):
        kind = draw(st.sampled_from(("interim", "annual", "leavers")))
        project = with_report(project, name, on=draw(DAYS), kind=kind)
    return without_reports(project, draw(st.sampled_from(("autumn", "year-11", "none"))))


def _with_more(project: Project, count: int) -> Project:
    """The project with so many more collections of the kind of autumn's, on its day."""
    read, one = project.collections, project.collection("autumn")
    more = tuple(one.model_copy(update={"id": f"more-{n}"}) for n in range(count))
    return project.model_copy(
        update={"collections": read.model_copy(update={"collections": (*read.collections, *more)})}
    )


def shuffled(project: Project, seed: int) -> Project:
    """The project with every list of its calendars and people in another order."""
    order = random.Random(seed)  # noqa: S311 - an order of lists, no secret

    def mixed(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(order.sample(items, len(items)))

    def changed(one: Any, **lists: tuple[Any, ...]) -> Any:
        return one.model_copy(update={name: mixed(items) for name, items in lists.items()})

    trip = Occasion(
        name="Hills",
        kind="residential",
        starts=project.terms.years[0].terms[1].starts,
        ends=project.terms.years[0].terms[1].starts,
    )
    years = tuple(
        changed(y, terms=y.terms, closures=y.closures, occasions=(*y.occasions, trip)) for y in project.terms.years
    )
    reports = tuple(changed(r, meetings=r.meetings, compare=r.compare) for r in project.reports.reports)
    collections = tuple(
        changed(c, year_groups=c.year_groups, assessments=c.assessments) for c in project.collections.collections
    )
    return project.model_copy(
        update={
            "terms": changed(project.terms, years=years),
            "assessments": changed(project.assessments, assessments=project.assessments.assessments),
            "collections": changed(project.collections, collections=collections),
            "reports": changed(project.reports, reports=reports),
            "staff": changed(project.staff, responsibilities=project.staff.responsibilities, staff=project.staff.staff),
        }
    )


@settings(max_examples=25, deadline=None)
@given(muddled(), st.integers(0, 2**16), st.integers(0, 2**16))
def test_no_order_changes_the_problems(project: Project, one: int, other: int) -> None:
    """However assessments, collections, reports, meetings, terms and people are ordered, the same problems are found."""
    assert check_calendars(shuffled(project, one), PLACES) == check_calendars(shuffled(project, other), PLACES)
