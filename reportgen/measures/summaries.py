"""Each pupil across subjects: how many are above target, up, blank; mean distance and change."""

from __future__ import annotations

import pandas as pd

from reportgen.measures.columns import shaped
from reportgen.measures.comparability import DECIMALS, steps_between
from reportgen.measures.ground import Ground
from reportgen.measures.progress import BLANK, MARKED, Facets
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model import pupil_measures as p
from reportgen.model.calendar import Collection
from reportgen.model.scale import MarkState

NOT_TAKEN = (MarkState.DROPPED.value, MarkState.NOT_TAUGHT.value, MarkState.NOT_REQUIRED.value)
"""States of a subject that the pupil does not take now."""
_UNKNOWN = (BLANK, MarkState.UNCLEAR.value)
_KEY = [f.PUPIL, f.SUBJECT]
_MARK = [f.SCALE, f.VALUE, f.POSITION]


def taken(progress: pd.DataFrame) -> pd.DataFrame:
    """The PROGRESS rows of subjects the pupils take now."""
    return progress[~progress[f.STATE].isin(NOT_TAKEN)]


def low_attitude(progress: pd.DataFrame) -> pd.Series:
    """True where the attitude is in the lower half of its scale: 1 and 2 of four, 1 and 2 of five."""
    return ((2 * progress[m.ATTITUDE_PLACE]) <= progress[m.ATTITUDE_OF]).fillna(value=False).astype("bool")


def best_attitude(progress: pd.DataFrame) -> pd.Series:
    """True where the attitude is the best of its scale."""
    return (progress[m.ATTITUDE_PLACE] == progress[m.ATTITUDE_OF]).fillna(value=False).astype("bool")


def summaries_of(ground: Ground, *, progress: pd.DataFrame, path: pd.DataFrame) -> pd.DataFrame:
    """SUMMARIES of everyone on roll, in register order. A pupil without subjects has counts of 0 and no means.

    Risen and fallen count steps since the latest collection that is comparable for that pupil and subject, as told of
    the pupil everywhere. Means are over subjects, each counting once; a step is the school's own unit of progress.
    """
    rows = taken(progress)
    counted = _counts(rows).groupby(rows[f.PUPIL]).sum()
    means = rows.groupby(f.PUPIL)[[m.DISTANCE, m.CHANGE]].mean()
    pupils = ground.roll[[f.PUPIL, f.YEAR_GROUP, f.FORM]].set_index(f.PUPIL)
    told = pupils.join(counted.reindex(pupils.index, fill_value=0)).assign(
        **{
            p.MEAN_DISTANCE: means[m.DISTANCE].reindex(pupils.index).round(DECIMALS),
            p.MEAN_CHANGE: means[m.CHANGE].reindex(pupils.index).round(DECIMALS),
            p.DISTANCE_BEFORE: _distances_before(ground, rows, path).reindex(pupils.index).round(DECIMALS),
            p.PERCENT: ground.attendance.set_index(f.PUPIL)[m.PERCENT].reindex(pupils.index),
        },
    )
    return shaped(told.reset_index(), p.SUMMARIES)


def _counts(rows: pd.DataFrame) -> pd.DataFrame:
    """One column a count, true where the subject counts."""
    return pd.DataFrame(
        {
            p.TAKEN: True,
            p.MARKED: rows[f.STATE] == MARKED,
            p.BLANK: rows[f.STATE].isin(_UNKNOWN),
            p.ABOVE: rows[m.BAND_KIND] == p.ABOVE,
            p.AS: rows[m.BAND_KIND] == p.AS,
            p.BELOW: rows[m.BAND_KIND] == p.BELOW,
            p.RISEN: rows[m.CHANGE] >= 1,
            p.FALLEN: rows[m.CHANGE] <= -1,
            p.ATTITUDE_BEST: best_attitude(rows),
            p.ATTITUDE_LOW: low_attitude(rows),
        },
        index=rows.index,
    ).astype("int64")


def earlier_this_year(ground: Ground) -> Collection | None:
    """The latest compared collection of the report's own school year."""
    here = [one for one in ground.compared if one.year == ground.collection.year]
    return here[-1] if here else None


def _distances_before(ground: Ground, rows: pd.DataFrame, path: pd.DataFrame) -> pd.Series:
    """Each pupil's mean steps from target at `earlier_this_year`, by pupil; empty where there is no such collection.

    A mark is set beside the target of that collection or, where it had none for the subject, beside the target now.
    """
    before = earlier_this_year(ground)
    if before is None:
        return pd.Series(dtype="float64")
    marks = rows[_KEY].merge(path.loc[path[f.COLLECTION] == before.id, [*_KEY, *_MARK]], on=_KEY)
    then, now = (_targets(ground, marks, collection) for collection in (before.id, ground.report.collection))
    target = then.where(then[f.SCALE].notna(), now)
    return steps_between(marks, target, ground.project.marks).groupby(marks[f.PUPIL]).mean()


def _targets(ground: Ground, rows: pd.DataFrame, collection: str) -> pd.DataFrame:
    given = ground.marked_in(collection, Facets.of(ground.project).target or "")
    return rows[_KEY].merge(given[[*_KEY, *_MARK]], on=_KEY, how="left")
