"""From which grade to which: the moves between two collections in each subject and year group, and who made them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from reportgen.measures.columns import shaped
from reportgen.measures.comparability import signed_step
from reportgen.measures.progress import MARKED
from reportgen.measures.samples import Numbers
from reportgen.model import frames as f
from reportgen.model import pupil_measures as p
from reportgen.model.grades import grades_of
from reportgen.model.scale import Marks, Scale

_KEY = [f.PUPIL, f.SUBJECT]
_SUBJECT_YEAR = [f.SUBJECT, f.YEAR_GROUP]
_MOVE = [*_SUBJECT_YEAR, p.SINCE, p.BEFORE, p.BEFORE_PLACE, p.NOW, p.NOW_PLACE]
_THEN = "_then"


class Moved(NamedTuple):
    """The moves, and the pupils who made them."""

    moves: pd.DataFrame
    movers: pd.DataFrame


def moved_of(marks: Marks, *, progress: pd.DataFrame, path: pd.DataFrame, changes: pd.DataFrame) -> Moved:
    """MOVES, by subject and year group and then by grade, and MOVERS in the order of PROGRESS.

    `changes` is `path.changes_by_subject`: one earlier collection a subject and year group, comparable marks only. Both
    grades are told on the scale most pupils of the subject and year group are marked on now; a pupil on another scale
    now, or whose mark then lies outside it (U, where grades now start at 1), has no row.
    """
    rows = _both_marks(progress, path, changes)
    told = [_graded(rows[rows[f.SCALE] == scale.id], scale, marks) for scale in marks.scales if grades_of(scale)]
    in_order = rows[_KEY].merge(pd.concat(told, ignore_index=True), on=_KEY)
    counted = in_order.groupby(_MOVE, sort=False).size().rename(p.PUPILS).reset_index()
    keys = [*_SUBJECT_YEAR, p.BEFORE_PLACE, p.NOW_PLACE]
    return Moved(shaped(counted.sort_values(keys, kind="stable"), p.MOVES), shaped(in_order, p.MOVERS))


def _both_marks(progress: pd.DataFrame, path: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Pupil and subject with the mark now and the mark then, on the main scale of the subject and year group."""
    since = changes.rename(columns={f.COLLECTION: p.SINCE})[[*_KEY, p.SINCE]]
    then = path[[*_KEY, f.COLLECTION, f.SCALE, f.VALUE, f.POSITION]].rename(columns={f.COLLECTION: p.SINCE})
    rows = (
        progress.loc[progress[f.STATE] == MARKED, [*_KEY, f.YEAR_GROUP, f.SCALE, f.LABEL, f.POSITION]]
        .merge(since, on=_KEY)
        .merge(then, on=[*_KEY, p.SINCE], suffixes=("", _THEN))
    )
    main = (
        rows.groupby([*_SUBJECT_YEAR, f.SCALE])
        .size()
        .rename(p.PUPILS)
        .reset_index()
        .sort_values([p.PUPILS, f.SCALE], ascending=[False, True])
        .drop_duplicates(_SUBJECT_YEAR)
    )
    return rows.merge(main[[*_SUBJECT_YEAR, f.SCALE]], on=[*_SUBJECT_YEAR, f.SCALE])


def _graded(rows: pd.DataFrame, scale: Scale, marks: Marks) -> pd.DataFrame:
    """Rows now on one scale, with the grades then and now and their places."""
    then = rows[f.POSITION + _THEN].to_numpy(dtype="float64", copy=True)
    for other in marks.scales:
        elsewhere = (rows[f.SCALE + _THEN] == other.id).to_numpy(dtype=bool)
        if other.id != scale.id and elsewhere.any():
            then[elsewhere] = _places_on(scale, rows.loc[elsewhere, f.VALUE].to_numpy(dtype="float64"))
    here = ~np.isnan(then)
    before, now = (_grade(scale, places) for places in (then[here], rows.loc[here, f.POSITION].to_numpy("float64")))
    names = np.array([grade.name for grade in grades_of(scale)], dtype=object)
    worked_out = {p.BEFORE: names[before], p.BEFORE_PLACE: before, p.NOW: names[now], p.NOW_PLACE: now}
    told: pd.DataFrame = rows.loc[here, [*_KEY, f.YEAR_GROUP, p.SINCE, f.LABEL]].assign(**worked_out)
    return told


def _grade(scale: Scale, places: Numbers) -> np.ndarray:
    """The number of the grade each place of the scale belongs to, 0 the lowest."""
    firsts = np.array([grade.first for grade in grades_of(scale)])
    return np.maximum(np.searchsorted(firsts, places, side="right") - 1, 0)


def _places_on(scale: Scale, values: Numbers) -> Numbers:
    """The place on a scale nearest to values of a comparable one; NaN for values more than half a step outside it."""
    step = signed_step(scale)
    if scale.kind == "numbers":
        ends = (scale.highest, scale.lowest) if scale.best == "lowest" else (scale.lowest, scale.highest)
        known = np.array(ends, dtype="float64")
        places = np.array([0, round((known[1] - known[0]) / step)], dtype="float64")
    else:
        known = np.array([label.value for label in scale.ordered()], dtype="float64")
        places = np.arange(len(known), dtype="float64")
    known = np.concatenate([[known[0] - step / 2], known, [known[-1] + step / 2]])
    places = np.concatenate([[places[0] - 0.49], places, [places[-1] + 0.49]])
    way = 1 if step > 0 else -1
    found: Numbers = np.interp(way * values, way * known, places, left=np.nan, right=np.nan)
    return np.asarray(np.floor(found + 0.5), dtype=np.float64)
