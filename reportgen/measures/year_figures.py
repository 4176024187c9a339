"""Figures of a whole year group: marks on target over subjects, attendance, persistent absence."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from reportgen.measures.ground import Ground, figure, sources_of
from reportgen.measures.samples import Kind, Sample, summary
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.figure import Figure
from reportgen.model.measured import figure_id


def year_figures(ground: Ground, progress: pd.DataFrame) -> Iterator[Figure]:
    """`on_target`, `attendance` and `persistent` of each year group, one value a pupil first."""
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
