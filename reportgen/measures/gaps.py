"""Gaps: the two sides of each comparison on a headline, their difference, and how it changed among the same pupils."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import trunc

from reportgen.measures import intervals as i
from reportgen.measures.ground import Ground, figure
from reportgen.measures.national import national_figure
from reportgen.measures.samples import Sample, difference, paired, summary
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import Gap, GapChange, figure_id
from reportgen.model.scale import Marks, Scale
from reportgen.model.school import Comparison, Group

DISADVANTAGED = "disadvantaged"
"""The comparison that DfE's convention is for; other groups, pupil premium too, are not the same pupils."""
OTHER_NATIONALLY = ("other",)
REST_RULE = "rest of the change of a gap: pupils with a mark at one time only, joiners, leavers and changes of group"
PUPILS_WORDS, GRADE_WORDS = "pupils", "pupils one grade higher"


def comparisons(ground: Ground) -> Iterator[tuple[Group, Comparison]]:
    """Every comparison with its group, in the order of the settings."""
    for group in ground.project.groups.groups:
        for comparison in group.comparisons:
            yield group, comparison


def gaps_in(ground: Ground, headline: Headline, collection: str, *, sample: Sample) -> tuple[Gap, ...]:
    """Every comparison on one headline in one collection, also those with nobody on a side."""
    return tuple(
        _gap(ground, headline, collection, comparison=comparison, sides=_sides(ground, group, comparison, sample))
        for group, comparison in comparisons(ground)
    )


def _sides(ground: Ground, group: Group, comparison: Comparison, sample: Sample) -> tuple[Sample, Sample]:
    return sample.among(ground.sides.these(group, comparison)), sample.among(ground.sides.others(group, comparison))


def _gap(
    ground: Ground, headline: Headline, collection: str, *, comparison: Comparison, sides: tuple[Sample, Sample]
) -> Gap:
    these, others = sides
    gap = figure(
        figure_id("gap", comparison.id, headline.id, collection),
        difference(these, others, ground.level),
        these.kind.gap_unit,
        **_about(ground, headline, collection, comparison=comparison),
        missing=these.missing + others.missing,
        rule="difference of two groups",
    )
    worth, words = worth_of(ground, headline, gap, n=these.n)
    return Gap(
        comparison=comparison.id,
        group_name=comparison.name,
        others_name=comparison.others_name,
        headline=headline.id,
        collection=collection,
        group=_side(ground, headline, collection, comparison=comparison, side="these", sample=these),
        others=_side(ground, headline, collection, comparison=comparison, side="others", sample=others),
        gap=gap,
        worth=worth,
        worth_words=words,
    )


def _about(ground: Ground, headline: Headline, collection: str, *, comparison: Comparison) -> dict[str, object]:
    """What every figure of a comparison says of itself."""
    both = f"{comparison.name} and {comparison.others_name}"
    population = f"{ground.population(headline.year_groups)}: {both}"
    return {"collection": collection, "group": comparison.id, "scale": headline.scale, "population": population}


def _side(
    ground: Ground, headline: Headline, collection: str, *, comparison: Comparison, side: str, sample: Sample
) -> Figure:
    name = comparison.name if side == "these" else comparison.others_name
    about = _about(ground, headline, collection, comparison=comparison)
    return figure(
        figure_id("group", comparison.id, side, headline.id, collection),
        summary(sample, ground.level),
        sample.kind.unit,
        **{**about, "population": f"{ground.population(headline.year_groups)}: {name}"},
        missing=sample.missing,
        numerator=sample.numerator,
        rule=sample.kind.value,
    )


def worth_of(ground: Ground, headline: Headline, gap: Figure, *, n: int) -> tuple[int | None, str]:
    """Whole pupils a gap is worth, towards zero; pupils one grade higher for a mean of grades; else none.

    Sessions attended and averages of shares are not shares of pupils, and have no such reading.
    """
    if gap.value is None or headline.kind in ("attendance", "on_target"):
        return None, ""
    if gap.unit is Unit.POINTS:
        return _whole(n * gap.value / 100), PUPILS_WORDS
    if headline.scale and one_grade(ground.project.marks.scale(headline.scale), ground.project.marks):
        return _whole(n * gap.value), GRADE_WORDS
    return None, ""


def _whole(pupils: float) -> int:
    # 20 pupils x 15 points are 3 pupils, not 2.9999999999999996 of them.
    return trunc(round(pupils, 9))


def one_grade(scale: Scale, marks: Marks) -> bool:
    """True when 1 in the scale's values is one grade: whole-grade labels, or labels comparable with such."""
    return _whole_grades(scale) or (
        scale.kind == "labels"
        and scale.has_values()
        and any(
            _whole_grades(other) and (other.id in scale.comparable_with or scale.id in other.comparable_with)
            for other in marks.scales
        )
    )


def _whole_grades(scale: Scale) -> bool:
    if scale.kind != "labels" or not scale.has_values():
        return False
    values = sorted(label.value for label in scale.labels if label.value is not None)
    apart = {round(high - low, 9) for low, high in pairwise(values)}
    return scale.step == 1 or (scale.step is None and apart == {1.0})


def national_gaps(ground: Ground, headline: Headline, gaps: Sequence[Gap], *, sample: Sample) -> Iterator[Gap]:
    """DfE's convention: the school's disadvantaged pupils against other pupils nationally, a constant."""
    other = national_figure(ground.project, headline, OTHER_NATIONALLY)
    within = next((gap for gap in gaps if gap.comparison == DISADVANTAGED), None)
    if other is None or other.value is None or within is None or other.unit is not sample.kind.unit:
        return
    these = next(_sides(ground, group, one, sample)[0] for group, one in comparisons(ground) if one.id == DISADVANTAGED)
    gap = figure(
        figure_id("gap", DISADVANTAGED, headline.id, within.collection, "national"),
        summary(these, ground.level).less(other.value),
        sample.kind.gap_unit,
        missing=these.missing,
        collection=within.collection,
        group=DISADVANTAGED,
        scale=headline.scale,
        population=within.group.population,
        rule="difference from a published figure",
        reference=other.reference,
    )
    worth, words = worth_of(ground, headline, gap, n=these.n)
    yield within.model_copy(
        update={
            "others": other,
            "others_name": "other pupils in England",
            "gap": gap,
            "worth": worth,
            "worth_words": words,
            "against": "national",
        }
    )


@dataclass(frozen=True)
class _Pair:
    """One comparison among the pupils with both values."""

    then: tuple[Sample, Sample]
    now: tuple[Sample, Sample]


def gap_changes(
    ground: Ground,
    headline: Headline,
    *,
    then: tuple[str, Sample, Sequence[Gap]],
    now: tuple[Sample, Sequence[Gap]],
) -> Iterator[GapChange]:
    """How each gap changed among the same pupils, and what came of all others.

    All others: pupils with a mark at one time only, joiners, leavers and changes of group.
    """
    collection, before, gaps_then = then
    after, gaps_now = now
    both = before.known & after.known
    for (group, comparison), gap_then, gap_now in zip(comparisons(ground), gaps_then, gaps_now, strict=True):
        pair = _Pair(*(_sides(ground, group, comparison, sample.among(both)) for sample in (before, after)))
        yield _gap_change(
            ground, headline, collection, comparison=comparison, pair=pair, printed=(gap_then.gap, gap_now.gap)
        )


def _gap_change(
    ground: Ground,
    headline: Headline,
    before: str,
    *,
    comparison: Comparison,
    pair: _Pair,
    printed: tuple[Figure, Figure],
) -> GapChange:
    moments = [paired(then, now).moments for then, now in zip(pair.then, pair.now, strict=True)]
    change = i.mean_difference(moments[0], moments[1], ground.level)
    here = ground.report.collection
    parts = (
        ("then", difference(*pair.then, ground.level), before, None, "difference of two groups"),
        ("now", difference(*pair.now, ground.level), here, None, "difference of two groups"),
        ("change", change, here, before, "change of a gap among the same pupils"),
        ("composition", _rest(printed, change), here, before, REST_RULE),
    )
    told = {
        what: figure(
            figure_id("gap change", comparison.id, headline.id, here, before, what),
            estimate,
            pair.now[0].kind.gap_unit,
            **_about(ground, headline, collection, comparison=comparison),
            since=since,
            rule=rule,
        )
        for what, estimate, collection, since, rule in parts
    }
    sizes = {"group_n": pair.now[0].n, "others_n": pair.now[1].n}
    return GapChange(comparison=comparison.id, headline=headline.id, before=before, **sizes, **told)


def _rest(printed: tuple[Figure, Figure], change: i.Estimate) -> i.Estimate:
    """The change between the two printed gaps less that of the same pupils."""
    then, now = printed
    if then.value is None or now.value is None or change.value is None:
        return i.Estimate(None, 0, why="one of the gaps is missing")
    rest = round(now.value - then.value - change.value, 9) + 0.0
    return i.Estimate(rest, change.n, why="a remainder has no range of its own")
