"""The longitudinal thread: each cohort's road back through the school, its scales and who was responsible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.calendar import YEAR_GROUPS, Collection, Transition, key_stage, year_group_before
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.scale import MarkState
from reportgen.model.thread import Road, RoadYear, Round, ScaleInUse, Thread

_Uses = Mapping[tuple[str, str], Counter[tuple[str, str]]]
"""How many marks are on which scale in which subject, by collection and year group then."""


def thread(project: Project, loaded: Loaded, *, year: int) -> Thread:
    """The roads of the year groups that have collections in the school year that starts in `year`.

    A road goes back to the first school year in which the cohort's year group had a collection. The scales of a
    collection are those its marks are on, or, where exports hold none, those the settings give.
    """
    uses = _uses(project, loaded)
    groups = {group for c in project.collections.collections if c.year == year for group in c.year_groups}
    roads = (_road(project, group, uses, year=year) for group in YEAR_GROUPS if group in groups)
    return Thread(roads=tuple(roads), joined=_joined(project, loaded, year=year))


def _uses(project: Project, loaded: Loaded) -> _Uses:
    """Marks of attainment only: those of leavers count for the collection they were given in."""
    facets = [facet.id for facet in project.marks.facets_of("attainment")]
    results = loaded.results
    marks = results[results[f.FACET].isin(facets) & (results[f.STATE] == MarkState.MARKED.value)]
    sizes = marks.groupby([f.COLLECTION, f.YEAR_GROUP, f.SCALE, f.SUBJECT], sort=True).size().reset_index(name="marks")
    found: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    for collection, year_group, scale, subject, n in sizes.itertuples(index=False, name=None):
        found.setdefault((collection, year_group), Counter())[scale, subject] = int(n)
    return found


def _road(project: Project, group: str, uses: _Uses, *, year: int) -> Road:
    """The years of a cohort from its first with a collection; years without one in between stay."""
    first = min((c.year for c in project.collections.collections), default=year)
    years = [
        _year(project, then, uses, year=one)
        for one in range(first, year + 1)
        if (then := year_group_before(group, years=year - one)) is not None
    ]
    begun = next(n for n, one in enumerate(years) if one.rounds)
    return Road(year_group=group, years=tuple(years[begun:]))


def _year(project: Project, group: str, uses: _Uses, *, year: int) -> RoadYear:
    collections = (c for c in project.collections.collections if c.year == year and group in c.year_groups)
    staff, move = project.staff, _move(group)
    return RoadYear(
        year=year,
        year_group=group,
        key_stage=key_stage(group),
        rounds=tuple(
            Round(collection=c.id, scales=_scales(project, c, group, used=uses.get((c.id, group))))
            for c in sorted(collections, key=lambda c: (c.closes, c.id))
        ),
        responsible=staff.of_progress(group, year=year),
        transition=staff.of_transition(move, year=year) if move else (),
    )


def _move(group: str) -> Transition | None:
    """The move that ends in a year group: KS2-KS3 in Year 7, KS3-KS4 in Year 10; None where a key stage goes on."""
    before = year_group_before(group, years=1)
    move = f"{key_stage(before)}-{key_stage(group)}" if before else ""
    known: tuple[Transition, ...] = get_args(Transition)
    return next((one for one in known if one == move), None)


def _scales(
    project: Project, collection: Collection, group: str, *, used: Counter[tuple[str, str]] | None
) -> tuple[ScaleInUse, ...]:
    """The scales of a round, the commonest first, of two alike in the order of the settings."""
    counted = used or Counter(_planned(project, collection, group))
    subjects = [s.id for s in project.subjects.subjects]
    there = {subject for _, subject in counted}
    places = {scale.id: n for n, scale in enumerate(project.marks.scales)}
    totals: Counter[str] = Counter()
    for (scale, _), n in counted.items():
        totals[scale] += n
    made = []
    for scale in sorted(totals, key=lambda one: (-totals[one], places.get(one, len(places)))):
        own = [subject for subject in subjects if (scale, subject) in counted]
        made.append(ScaleInUse(scale=scale, subjects=() if set(own) == there else tuple(own)))
    return tuple(made)


def _planned(project: Project, collection: Collection, group: str) -> Iterable[tuple[str, str]]:
    """Scale and subject of every mark of attainment that the settings ask of a year group."""
    facets = [facet.id for facet in project.marks.facets_of("attainment") if facet.id in collection.facets]
    for subject in project.subjects.subjects:
        if not subject.year_groups or group in subject.year_groups:
            for facet in facets:
                if scale := project.marks.scale_for(facet, year_group=group, subject=subject.id):
                    yield scale.id, subject.id


def _joined(project: Project, loaded: Loaded, *, year: int) -> dict[str, int]:
    """The first school year with a mark of each pupil; the thread's own for those without any."""
    year_of = {c.id: c.year for c in project.collections.collections}
    marks = loaded.results[loaded.results[f.STATE] == MarkState.MARKED.value]
    first = marks[f.COLLECTION].map(year_of).groupby(marks[f.PUPIL]).min()
    return {pupil: _first(first, pupil, year) for pupil in sorted(loaded.pupils[f.PUPIL])}


def _first(first: pd.Series, pupil: str, year: int) -> int:
    found = first.get(pupil)
    return year if found is None or pd.isna(found) else int(found)
