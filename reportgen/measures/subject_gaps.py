"""Gaps in each subject and year group, for every comparison at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from reportgen.measures import intervals as i
from reportgen.measures.gaps import comparisons
from reportgen.measures.ground import Ground, figure
from reportgen.measures.progress import MARKED
from reportgen.model import frames as f
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id

_KEYS = [f.SUBJECT, f.YEAR_GROUP]
_NOBODY = i.Moments(0, np.nan, np.nan)
_Tallies = Mapping[tuple[str, str, int], i.Moments]


def subject_gaps(ground: Ground, progress: pd.DataFrame) -> Iterator[Figure]:
    """The gap in each subject's mean by year group and comparison, where all marks are on one scale with values."""
    marked = progress[progress[f.STATE] == MARKED]
    places = pd.Series(range(len(ground.roll)), index=ground.roll[f.PUPIL])
    row_of = marked[f.PUPIL].map(places).to_numpy(dtype="int64")
    usable = _on_one_scale(ground, marked)
    for group, comparison in comparisons(ground):
        others = np.where(ground.sides.others(group, comparison), 0, -1)
        side = np.where(ground.sides.these(group, comparison), 1, others)[row_of]
        tallies = _tallies(marked.assign(side=side))
        for subject, year, scale in usable:
            yield _gap(ground, comparison.id, tallies, subject=subject, year=year, scale=scale)


def _on_one_scale(ground: Ground, marked: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Subject, year group and scale, where there is one scale and it has values."""
    valued = {scale.id for scale in ground.project.marks.scales if scale.has_values()}
    scales = marked.groupby(_KEYS)[f.SCALE].agg(["nunique", "first"])
    usable = scales[(scales["nunique"] == 1) & scales["first"].isin(valued)].reset_index()
    return list(usable[[*_KEYS, "first"]].itertuples(index=False, name=None))


def _tallies(rows: pd.DataFrame) -> _Tallies:
    told = rows.groupby([*_KEYS, "side"])[f.VALUE].agg(["count", "mean", "std"])
    return {key: i.Moments(int(n), mean, sd) for key, n, mean, sd in told.itertuples(name=None)}


def _gap(ground: Ground, comparison: str, tallies: _Tallies, *, subject: str, year: str, scale: str) -> Figure:
    these, others = (tallies.get((subject, year, side), _NOBODY) for side in (1, 0))
    return figure(
        figure_id("gap", comparison, "subject", subject, year),
        i.mean_difference(these, others, ground.level),
        Unit.VALUE,
        group=comparison,
        subject=subject,
        scale=scale,
        collection=ground.report.collection,
        population=ground.population((year,)),
        rule="difference of two means",
    )
