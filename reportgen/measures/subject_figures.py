"""Figures of classes and of subjects in a year group: one pass over all of them, then one figure each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from reportgen.measures import intervals as i
from reportgen.measures.ground import Ground, figure
from reportgen.measures.progress import MARKED, in_classes
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id

_KEY = [f.PUPIL, f.SUBJECT]
CLASS, YEAR = [f.CLASS_ID, f.SUBJECT], [f.SUBJECT, f.YEAR_GROUP]
"""What figures of classes and of subjects in a year group are kept by."""
_SINCE = "since"


class _Tally(NamedTuple):
    """What one class or subject comes to; sums that figures are made from."""

    pupils: int
    marked: int
    scales: int
    scale: str
    valued: int
    mean: float
    sd: float
    middle_place: float
    middle_value: float
    aimed: int
    met: int
    moved: int
    change: float
    change_sd: float
    up: int
    same: int
    down: int
    since: str
    sinces: int


def subject_figures(
    ground: Ground, *, progress: pd.DataFrame, changes: pd.DataFrame, classes: pd.DataFrame
) -> Iterator[Figure]:
    """Every figure of every class and of every subject in a year group.

    `changes` is `path.changes_by_subject`; `classes` says who is in which class.
    """
    rows = _rows(progress, changes)
    yield from _all_of(ground, in_classes(rows, classes), "class", CLASS)
    yield from _all_of(ground, rows, "subject", YEAR)


def _rows(progress: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """PROGRESS with the columns that figures count."""
    since = changes.rename(columns={f.COLLECTION: _SINCE})
    rows = progress.merge(since, on=_KEY, how="left")
    marked, moved = rows[f.STATE] == MARKED, rows[m.CHANGE_SINCE]
    return rows.assign(
        marked=marked,
        told_scale=rows[f.SCALE].where(marked),
        place=rows[f.POSITION].where(marked),
        worth=rows[f.VALUE].where(marked),
        met=(rows[m.DISTANCE] >= 0) & rows[m.DISTANCE].notna(),
        up=moved > 0,
        same=moved == 0,
        down=moved < 0,
    )


def _all_of(ground: Ground, rows: pd.DataFrame, about: str, keys: list[str]) -> Iterator[Figure]:
    if rows.empty:
        return
    sources = sources_by(rows, keys)
    for key, *tally in _tallies(rows, keys).itertuples(name=None):
        yield from _figures(ground, about, key, tally=_Tally(*tally), sources=sources.get(key, ()))


def _tallies(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    grouped = rows.groupby(keys, sort=True)
    return (
        grouped.agg(
            pupils=(f.PUPIL, "size"),
            marked=("marked", "sum"),
            scales=("told_scale", "nunique"),
            scale=("told_scale", "first"),
            valued=("worth", "count"),
            mean=("worth", "mean"),
            sd=("worth", "std"),
        )
        .join(_middles(rows, keys))
        .join(
            grouped.agg(
                aimed=(m.DISTANCE, "count"),
                met=("met", "sum"),
                moved=(m.CHANGE_SINCE, "count"),
                change=(m.CHANGE_SINCE, "mean"),
                change_sd=(m.CHANGE_SINCE, "std"),
                up=("up", "sum"),
                same=("same", "sum"),
                down=("down", "sum"),
                since=(_SINCE, "first"),
                sinces=(_SINCE, "nunique"),
            )
        )
    )


def _middles(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Of two middle pupils the lower one's place, because a label can't be halved; the mean of their two values."""
    grouped = rows.groupby(keys, sort=True)
    places = grouped["place"].quantile(0.5, interpolation="lower")
    return pd.DataFrame({"middle_place": places, "middle_value": grouped["worth"].median()})


def sources_by(rows: pd.DataFrame, keys: list[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The sources of each class's or subject's rows, sorted."""
    named = rows.dropna(subset=[f.SOURCE]).drop_duplicates([*keys, f.SOURCE]).sort_values(f.SOURCE)
    told = named.groupby(keys)[f.SOURCE].agg(tuple).reset_index()
    return {(first, second): sources for first, second, sources in told.itertuples(index=False, name=None)}


def _figures(
    ground: Ground, about: str, key: tuple[str, str], *, tally: _Tally, sources: tuple[str, ...]
) -> Iterator[Figure]:
    whole = {**whole_of(ground, about, key), "sources": sources}
    yield _mean(ground, figure_id(about, *key, "mean"), tally, whole)
    yield _median(ground, figure_id(about, *key, "median"), tally, whole)
    on_target = i.share(tally.met, tally.aimed, ground.level).times(100)
    yield figure(
        figure_id(about, *key, "on_target"),
        on_target,
        Unit.PERCENT,
        **whole,
        numerator=tally.met,
        missing=tally.pupils - tally.aimed,
        rule="share of pupils at or above target",
    )
    yield from _changes(ground, about, key, tally=tally, whole=whole)
    yield _counted(
        figure_id(about, *key, "marked"), tally.marked, tally.marked, {**whole, "missing": tally.pupils - tally.marked}
    )


def whole_of(ground: Ground, about: str, key: tuple[str, str]) -> dict[str, object]:
    """What every figure of a class, or of a subject in a year group, says of itself."""
    of_class = about == "class"
    return {
        "subject": key[1] if of_class else key[0],
        "collection": ground.report.collection,
        "population": f"{key[0]} pupils, of {ground.population()}" if of_class else ground.population((key[1],)),
    }


def _mean(ground: Ground, name: str, tally: _Tally, whole: dict[str, object]) -> Figure:
    one = tally.scale if tally.scales == 1 else None
    valued = one is not None and ground.project.marks.scale(one).has_values()
    estimate = i.mean(i.Moments(tally.valued, tally.mean, tally.sd), ground.level)
    if not valued:
        why = (
            i.NOBODY
            if not tally.marked
            else "marks are on more than one scale"
            if one is None
            else "the scale has no values to average"
        )
        estimate = i.Estimate(None, tally.marked, why=why)
    return figure(
        name, estimate, Unit.VALUE, **whole, scale=one, missing=tally.pupils - estimate.n, rule="mean of pupils"
    )


def _median(ground: Ground, name: str, tally: _Tally, whole: dict[str, object]) -> Figure:
    one = tally.scale if tally.scales == 1 else None
    numbers = one is not None and ground.project.marks.scale(one).kind == "numbers"
    middle = tally.middle_value if numbers else tally.middle_place
    why = (
        "the middle pupil is told without a range"
        if one
        else i.NOBODY
        if not tally.marked
        else "marks are on more than one scale"
    )
    estimate = i.Estimate(None if one is None or np.isnan(middle) else float(middle), tally.marked, why=why)
    return figure(
        name,
        estimate,
        Unit.VALUE if numbers else Unit.STEPS,
        **whole,
        scale=one,
        missing=tally.pupils - tally.marked,
        rule="middle pupil",
    )


def _changes(
    ground: Ground, about: str, key: tuple[str, str], *, tally: _Tally, whole: dict[str, object]
) -> Iterator[Figure]:
    both = {
        **whole,
        "missing": tally.pupils - tally.moved,
        # Pupils of two year groups in one class may be told over different times.
        "since": tally.since if tally.sinces == 1 else None,
    }
    estimate = i.mean(i.Moments(tally.moved, tally.change, tally.change_sd), ground.level)
    yield figure(figure_id(about, *key, "change"), estimate, Unit.STEPS, **both, rule="change of the same pupils")
    for what, count in (("up", tally.up), ("same", tally.same), ("down", tally.down)):
        yield _counted(figure_id(about, *key, what), count, tally.moved, both)


def _counted(name: str, count: int, of: int, about: dict[str, object]) -> Figure:
    estimate = i.Estimate(float(count), of, why="every pupil is counted")
    return figure(name, estimate, Unit.PUPILS, **about, numerator=count, rule="count of pupils")
