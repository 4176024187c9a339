"""Figures of a whole year group over subjects: marks on target, distance and change; attendance, persistent absence."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from reportgen.measures.ground import Ground, figure, sources_of
from reportgen.measures.samples import Kind, Sample, summary
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model import pupil_measures as p
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id

RULES = {"distance": "mean of pupils’ mean distances from target", "change": "mean of pupils’ mean changes"}


def year_figures(ground: Ground, *, progress: pd.DataFrame, summaries: pd.DataFrame) -> Iterator[Figure]:
    """`on_target`, `attendance`, `persistent`, `distance` and `change` of each year group, one value a pupil first."""
    yield from _shares(ground, progress)
    yield from _steps(ground, progress, summaries)


def _shares(ground: Ground, progress: pd.DataFrame) -> Iterator[Figure]:
    aimed = progress[progress[m.DISTANCE].notna()]
    sessions = ground.attendance.set_index(f.PUPIL)
    shares = (aimed[m.DISTANCE] >= 0).groupby(aimed[f.PUPIL]).mean()
    samples = {
        "on_target": (Sample(Kind.SHARES, ground.by_pupil(shares)), sources_of(aimed)),
        "attendance": (
            Sample(Kind.SESSIONS, ground.by_pupil(sessions[f.ATTENDED]), of=ground.by_pupil(sessions[f.POSSIBLE])),
            sources_of(ground.attendance),
        ),
        "persistent": (Sample(Kind.PUPILS, ground.by_pupil(sessions[m.PERSISTENT])), sources_of(ground.attendance)),
    }
    for year in ground.year_groups:
        for what, (everyone, sources) in samples.items():
            sample = everyone.among(ground.in_years((year,)))
            yield figure(
                figure_id("year", year, what),
                summary(sample, ground.level),
                sample.kind.unit,
                missing=sample.missing,
                numerator=sample.numerator,
                collection=ground.report.collection,
                population=ground.population((year,)),
                rule=sample.kind.value,
                sources=sources,
            )


def _steps(ground: Ground, progress: pd.DataFrame, summaries: pd.DataFrame) -> Iterator[Figure]:
    """Means of pupils' means in steps. A change says since when where all of it is counted from one collection."""
    by_pupil = summaries.set_index(f.PUPIL)
    for year in ground.year_groups:
        rows = progress[progress[f.YEAR_GROUP] == year]
        told = (
            ("distance", p.MEAN_DISTANCE, rows[rows[m.DISTANCE].notna()]),
            ("change", p.MEAN_CHANGE, rows[rows[m.CHANGE].notna()]),
        )
        for what, column, counted in told:
            sample = Sample(Kind.MEAN, ground.by_pupil(by_pupil[column]), population=ground.in_years((year,)))
            since = tuple(counted[m.CHANGE_FROM].unique()) if what == "change" else ()
            yield figure(
                figure_id("year", year, what),
                summary(sample, ground.level),
                Unit.STEPS,
                missing=sample.missing,
                collection=ground.report.collection,
                since=since[0] if len(since) == 1 else None,
                population=ground.population((year,)),
                rule=RULES[what],
                sources=sources_of(counted),
            )
