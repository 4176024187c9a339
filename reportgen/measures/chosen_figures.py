"""The pupils who were furthest below target, and what chance alone would have made of them since."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from reportgen.measures import intervals as i
from reportgen.measures.ground import Ground, figure
from reportgen.measures.regression import lowest_then
from reportgen.measures.summaries import earlier_this_year
from reportgen.model import frames as f
from reportgen.model import pupil_measures as p
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id

RULE, CHANCE_RULE = "mean distance from target", "as chance alone would have it"


def chosen_figures(ground: Ground, summaries: pd.DataFrame) -> Iterator[Figure]:
    """`chosen|<year>|then`, `now`, `chance` and `beyond`, in steps from target, of those lowest in the year then.

    None for a year group whose lowest tenth is fewer than ten pupils, or without an earlier collection of this school
    year.
    """
    before = earlier_this_year(ground)
    if before is None:
        return
    then, now = (ground.by_pupil(summaries.set_index(f.PUPIL)[name]) for name in (p.DISTANCE_BEFORE, p.MEAN_DISTANCE))
    for year in ground.year_groups:
        here = ground.in_years((year,))
        chosen = lowest_then(then[here], now[here], ground.level)
        if chosen is None:
            continue
        about: dict[str, object] = {
            "population": f"the lowest tenth by distance from target in {before.name} of {ground.population((year,))}",
            "since": before.id,
        }
        told: tuple[tuple[str, i.Estimate, str, str], ...] = (
            ("then", chosen.then, before.id, RULE),
            ("now", chosen.now, ground.report.collection, RULE),
            ("chance", chosen.chance, ground.report.collection, CHANCE_RULE),
            ("beyond", chosen.beyond, ground.report.collection, CHANCE_RULE),
        )
        for what, estimate, collection, rule in told:
            name = figure_id("chosen", year, what)
            yield figure(name, estimate, Unit.STEPS, **about, collection=collection, rule=rule)
