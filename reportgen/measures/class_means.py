"""How far classes and subjects are from target: plain means, and each class's mean drawn in towards its year group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from reportgen.measures import intervals as i
from reportgen.measures.columns import ranked
from reportgen.measures.ground import Ground, figure
from reportgen.measures.progress import in_classes
from reportgen.measures.shrinkage import drawn_in
from reportgen.measures.subject_figures import CLASS, YEAR, sources_by, whole_of
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id

RULE, DRAWN_RULE = "mean distance from target", "mean drawn in"
_Key = tuple[str, str]
_Found = Mapping[_Key, tuple[i.Moments, int]]
"""Moments of the distances, and how many pupils have none."""


def distance_figures(ground: Ground, *, progress: pd.DataFrame, classes: pd.DataFrame) -> Iterator[Figure]:
    """`class|<class>|<subject>|distance` and `drawn`, and `subject|<subject>|<year>|distance`, in steps from target.

    `drawn` has no value without three classes of the subject and year group, or without a target. A class of several
    year groups stands beside the classes of the one most of its pupils are in.
    """
    members = in_classes(progress, classes)
    of_classes, of_years = _moments(members, CLASS), _moments(progress, YEAR)
    yield from _distances(ground, "subject", of_years, sources_by(progress, YEAR))
    sources = sources_by(members, CLASS)
    yield from _distances(ground, "class", of_classes, sources)
    for year, beside in _beside(members).items():
        found = [of_classes[key][0] for key in beside]
        drawn = drawn_in(found, of_years[year][0].mean, ground.level)
        for key, estimate in zip(beside, drawn, strict=True):
            told = (estimate, of_classes[key][1])
            yield _figure(ground, "class", key, what="drawn", told=told, sources=sources.get(key, ()))


def _moments(rows: pd.DataFrame, keys: list[str]) -> _Found:
    told = rows.groupby(keys)[m.DISTANCE].agg(["size", "count", "mean", "std"])
    return {
        (str(key[0]), str(key[1])): (i.Moments(int(n), mean, sd), int(size - n))
        for key, size, n, mean, sd in told.itertuples(name=None)
    }


def _distances(ground: Ground, about: str, found: _Found, sources: Mapping[_Key, tuple[str, ...]]) -> Iterator[Figure]:
    for key, (moments, missing) in found.items():
        told = (i.mean(moments, ground.level), missing)
        yield _figure(ground, about, key, what="distance", told=told, sources=sources.get(key, ()))


def _figure(
    ground: Ground, about: str, key: _Key, *, what: str, told: tuple[i.Estimate, int], sources: tuple[str, ...]
) -> Figure:
    return figure(
        figure_id(about, *key, what),
        told[0],
        Unit.STEPS,
        **whole_of(ground, about, key),
        missing=told[1],
        sources=sources,
        rule=DRAWN_RULE if what == "drawn" else RULE,
    )


def _beside(members: pd.DataFrame) -> Mapping[_Key, list[_Key]]:
    """The classes of each subject and year group, by name."""
    counts = members.groupby([*CLASS, f.YEAR_GROUP]).size().rename("pupils").reset_index()
    counts = counts.assign(place=ranked(counts[f.YEAR_GROUP], YEAR_GROUPS))
    most = counts.sort_values(["pupils", "place"], ascending=[False, True]).drop_duplicates(CLASS)
    found: dict[_Key, list[_Key]] = {}
    for name, subject, year in most.sort_values(CLASS)[[*CLASS, f.YEAR_GROUP]].itertuples(index=False, name=None):
        found.setdefault((subject, year), []).append((name, subject))
    return found
