"""How many pupils there are, and how many are in each group."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.measures.gaps import comparisons
from reportgen.measures.ground import Ground, figure
from reportgen.measures.intervals import Estimate
from reportgen.model import frames as f
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import GroupCount, figure_id
from reportgen.model.problem import Place, Problem, problem

COUNTED = "every pupil is counted"
NOT_KNOWN = "nobody's value of this group is known"


def roll_figures(ground: Ground) -> Iterator[Figure]:
    """Pupils on roll, all and by year group."""
    sizes = ground.roll.groupby(f.YEAR_GROUP).size()
    yield _count(ground, figure_id("roll"), len(ground.roll), ground.population())
    for year in ground.year_groups:
        yield _count(ground, figure_id("roll", year), int(sizes[year]), ground.population((year,)))


def _count(ground: Ground, name: str, count: int, population: str) -> Figure:
    return figure(
        name,
        Estimate(float(count), count, why=COUNTED),
        Unit.PUPILS,
        collection=ground.report.collection,
        population=population,
        rule="count of pupils",
        numerator=count,
    )


def group_counts(ground: Ground) -> tuple[GroupCount, ...]:
    """Pupils on roll in each comparison's group, and their share of those whose value is known."""
    counts = []
    for group, comparison in comparisons(ground):
        known = int(ground.sides.known(group).sum())
        count = int(ground.sides.these(group, comparison).sum())
        about: dict[str, object] = {
            "missing": len(ground.roll) - known,
            "group": comparison.id,
            "collection": ground.report.collection,
            "population": ground.population(),
            "numerator": count if known else None,
        }
        why = COUNTED if known else NOT_KNOWN
        number = Estimate(float(count) if known else None, count, why=why)
        share = Estimate(100 * count / known if known else None, known, why=why)
        counts.append(
            GroupCount(
                comparison=comparison.id,
                name=comparison.name,
                count=figure(figure_id("count", comparison.id), number, Unit.PUPILS, **about, rule="count of pupils"),
                share=figure(
                    figure_id("count", comparison.id, "share"), share, Unit.PERCENT, **about, rule="share of pupils"
                ),
            )
        )
    return tuple(counts)


def unknown_groups(ground: Ground) -> Iterator[Problem]:
    """A warning for each group with comparisons in which nobody's value is known."""
    for group in ground.project.groups.groups:
        if group.comparisons and len(ground.roll) and not ground.sides.known(group).any():
            yield problem(
                "M403",
                Place(file="config/groups.yaml"),
                found=group.name,
                expected="a source that fills it, or starts it is made from",
            )
