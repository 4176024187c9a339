"""Attendance of each pupil, in sessions and percent."""

from __future__ import annotations

import pandas as pd

from reportgen.measures.columns import ranked, shaped
from reportgen.measures.comparability import DECIMALS
from reportgen.model import frames as f
from reportgen.model import measured as m


def attendance_of(roll: pd.DataFrame, attendance: pd.DataFrame, *, persistent_from: float) -> pd.DataFrame:
    """PUPIL_ATTENDANCE of pupils on roll with possible sessions, in register order.

    Persistently absent so far: missed at least `persistent_from` percent of the pupil's own possible sessions (DfE,
    since 2015/16).
    """
    rows = attendance[attendance[f.PUPIL].isin(roll[f.PUPIL]) & (attendance[f.POSSIBLE] > 0).fillna(value=False)]
    possible, attended = rows[f.POSSIBLE].astype("float64"), rows[f.ATTENDED].astype("float64")
    missed = possible - attended
    worked_out: dict[str, pd.Series] = {
        m.MISSED: missed.astype("Int64"),
        m.PERCENT: 100 * attended / possible,
        m.PERSISTENT: ((100 * missed / possible).round(DECIMALS) >= persistent_from).astype("Int64"),
    }
    told = rows.assign(**worked_out)
    return shaped(told.loc[ranked(told[f.PUPIL], roll[f.PUPIL]).sort_values().index], m.PUPIL_ATTENDANCE)
