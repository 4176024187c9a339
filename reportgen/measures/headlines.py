"""Headline measures: now, before, the change among the same pupils, by year group, beside England."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.measures.gaps import gap_changes, gaps_in, national_gaps
from reportgen.measures.ground import Ground, figure
from reportgen.measures.headline_values import ATTENDANCE_KINDS, headline_sample, headline_sources
from reportgen.measures.intervals import Estimate
from reportgen.measures.national import national_figure
from reportgen.measures.samples import Sample, change, summary
from reportgen.model.figure import Figure
from reportgen.model.measure import Headline
from reportgen.model.measured import HeadlineFigures, figure_id
from reportgen.model.problem import Place, Problem, problem

EVERYONE = ("all", "all state-funded")
"""How national tables name all pupils."""


def headline_figures(ground: Ground) -> tuple[HeadlineFigures, ...]:
    """Every headline of measures.yaml, in its order."""
    return tuple(_one(ground, headline) for headline in ground.project.measures.headlines)


def _one(ground: Ground, headline: Headline) -> HeadlineFigures:
    here = ground.report.collection
    now = headline_sample(ground, headline, here)
    earlier = _earlier(ground, headline)
    gaps = gaps_in(ground, headline, here, sample=now)
    gaps_before = {c: gaps_in(ground, headline, c, sample=sample) for c, sample in earlier.items()}
    return HeadlineFigures(
        id=headline.id,
        now=_told(ground, headline, here, sample=now),
        before=tuple(_told(ground, headline, c, sample=sample) for c, sample in earlier.items()),
        change=_change(ground, headline, then=list(earlier.items())[-1], now=now) if earlier else None,
        by_year_group=tuple(_by_year(ground, headline, now)),
        national=national_figure(ground.project, headline, EVERYONE),
        gaps=(*gaps, *national_gaps(ground, headline, gaps, sample=now)),
        gaps_before=tuple(gap for found in gaps_before.values() for gap in found),
        gap_changes=tuple(
            told
            for c, sample in earlier.items()
            for told in gap_changes(ground, headline, then=(c, sample, gaps_before[c]), now=(now, gaps))
        ),
    )


def _earlier(ground: Ground, headline: Headline) -> dict[str, Sample]:
    """The samples of compared collections in which anyone has the measure, oldest first; none for attendance."""
    if headline.kind in ATTENDANCE_KINDS:
        return {}
    found = {c.id: headline_sample(ground, headline, c.id) for c in ground.compared}
    return {c: sample for c, sample in found.items() if sample.n}


def _told(ground: Ground, headline: Headline, collection: str, *, sample: Sample) -> Figure:
    return _figure(
        ground,
        headline,
        figure_id("headline", headline.id, collection),
        sample=sample,
        collection=collection,
        population=ground.population(headline.year_groups),
        sources=headline_sources(ground, headline, collection),
    )


def _figure(
    ground: Ground, headline: Headline, name: str, *, sample: Sample, collection: str, population: str, **about: object
) -> Figure:
    return figure(
        name,
        summary(sample, ground.level),
        sample.kind.unit,
        missing=sample.missing,
        numerator=sample.numerator,
        collection=collection,
        population=population,
        scale=headline.scale,
        rule=sample.kind.value,
        **about,
    )


def _by_year(ground: Ground, headline: Headline, now: Sample) -> Iterator[Figure]:
    here = ground.report.collection
    for year in ground.year_groups:
        if not headline.year_groups or year in headline.year_groups:
            yield _figure(
                ground,
                headline,
                figure_id("headline", headline.id, here, year),
                sample=now.among(ground.in_years((year,))),
                collection=here,
                population=ground.population((year,)),
            )


def _change(ground: Ground, headline: Headline, *, then: tuple[str, Sample], now: Sample) -> Figure:
    collection, sample = then
    estimate: Estimate = change(sample, now, ground.level)
    return figure(
        figure_id("headline change", headline.id, ground.report.collection, collection),
        estimate,
        now.kind.gap_unit,
        missing=int(now.members.sum()) - estimate.n,
        collection=ground.report.collection,
        since=collection,
        scale=headline.scale,
        population=ground.population(headline.year_groups),
        rule="change of the same pupils",
    )


def unmeasured(ground: Ground, headlines: tuple[HeadlineFigures, ...]) -> Iterator[Problem]:
    """A warning for each headline that no pupil has a value for."""
    named = {headline.id: headline.name for headline in ground.project.measures.headlines}
    for one in headlines:
        if one.now.n == 0 and one.now.hidden is None:
            yield problem(
                "M402",
                Place(file="config/measures.yaml"),
                found=named[one.id],
                expected="at least one pupil with the marks it needs",
            )
