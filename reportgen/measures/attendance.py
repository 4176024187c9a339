"""Attendance of each pupil, in sessions and percent, up to the day the report's marks closed."""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportgen.measures.columns import ranked, shaped
from reportgen.measures.comparability import DECIMALS
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.calendar import Report
from reportgen.model.project import Project

_SUMS = [f.ATTENDED, f.AUTHORISED, f.UNAUTHORISED, f.LATE]


def sessions_so_far(project: Project, report: Report, *, roll: pd.DataFrame, sessions: pd.DataFrame) -> pd.DataFrame:
    """Sessions of pupils on roll from the first day of the collection's school year to its closing day."""
    collection = project.collection(report.collection)
    year = project.school_year(collection.year)
    first = min((term.starts for term in year.terms), default=None) if year else None
    since = pd.Timestamp(first or date(collection.year, 9, 1))
    within = sessions[f.DATE].between(since, pd.Timestamp(collection.closes))
    return sessions[within & sessions[f.PUPIL].isin(roll[f.PUPIL])]


def totals_so_far(attendance: pd.DataFrame, *, sessions: pd.DataFrame, so_far: pd.DataFrame) -> pd.DataFrame:
    """ATTENDANCE rows: counted from the sessions so far for pupils whose sessions are loaded, else the totals given."""
    given = attendance[~attendance[f.PUPIL].isin(sessions[f.PUPIL])]
    by_pupil = so_far.groupby(f.PUPIL, sort=False)
    sums = by_pupil[_SUMS].sum()
    days = by_pupil[f.DATE].agg(["min", "max"])
    counted = sums.assign(
        **{
            f.POSSIBLE: sums[f.ATTENDED] + sums[f.AUTHORISED] + sums[f.UNAUTHORISED],
            f.STARTS: days["min"],
            f.ENDS: days["max"],
        }
    ).join(by_pupil[[f.SCHOOL, f.SOURCE, f.SHEET, f.ROW]].first())
    if counted.empty:
        return given
    return pd.concat([shaped(counted.reset_index(), f.ATTENDANCE), given], ignore_index=True)


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
