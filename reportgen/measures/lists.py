"""Who meets which rule of the lists in measures.yaml: whom to praise, whom to help."""

from __future__ import annotations

import pandas as pd

from reportgen.measures.columns import shaped
from reportgen.measures.comparability import DECIMALS
from reportgen.measures.progress import MARKED
from reportgen.measures.summaries import taken
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model import pupil_measures as p
from reportgen.model.list_rule import Conditions, ListRule

_AT_LEAST = {
    "best_attitude_in": p.ATTITUDE_BEST,
    "low_attitude_in": p.ATTITUDE_LOW,
    "above_target_in": p.ABOVE,
    "below_target_in": p.BELOW,
    "risen_in": p.RISEN,
    "fallen_in": p.FALLEN,
}
"""Each condition that asks for a number of subjects, and the column of SUMMARIES that counts them."""


def listed_of(rules: tuple[ListRule, ...], *, summaries: pd.DataFrame, progress: pd.DataFrame) -> pd.DataFrame:
    """LISTED: a row for each rule and pupil that meets it, rules in their order, pupils in register order."""
    rows = taken(progress)
    rated = summaries[f.PUPIL].isin(rows.loc[rows[m.ATTITUDE_STATE] == MARKED, f.PUPIL])
    found = [summaries.loc[_meets(rule, summaries, rated), [f.PUPIL]].assign(**{p.RULE: rule.id}) for rule in rules]
    return shaped(pd.concat(found) if found else pd.DataFrame(), p.LISTED)


def _meets(rule: ListRule, pupils: pd.DataFrame, rated: pd.Series) -> pd.Series:
    """True for the pupils of whom everything the rule asks is known and true."""
    meets = pd.Series(data=True, index=pupils.index)
    if rule.year_groups:
        meets &= pupils[f.YEAR_GROUP].isin(rule.year_groups)
    for condition, column in _AT_LEAST.items():
        least = getattr(rule.when, condition)
        if least is not None:
            meets &= (pupils[column] >= least).astype("bool")
    if rule.when.no_low_attitude:
        # A pupil without one attitude mark has nothing to be praised for.
        meets &= rated & (pupils[p.ATTITUDE_LOW] == 0).astype("bool")
    return meets & _attends(rule.when, pupils[p.PERCENT].round(DECIMALS))


def _attends(when: Conditions, percent: pd.Series) -> pd.Series:
    """A pupil without attendance meets no condition on it."""
    meets = pd.Series(data=True, index=percent.index)
    if when.attendance_from is not None:
        meets &= percent >= when.attendance_from
    if when.attendance_below is not None:
        meets &= percent < when.attendance_below
    return meets
