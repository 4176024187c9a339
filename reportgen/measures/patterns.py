"""A pupil's subject beside the pupil's other subjects: where someone does not do as well, or better, than elsewhere."""

from __future__ import annotations

import pandas as pd

from reportgen.measures.columns import shaped
from reportgen.measures.comparability import DECIMALS
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model import pupil_measures as p

FEWEST_OTHERS = 4
"""Other subjects with a distance that make a pattern."""


def patterns_of(progress: pd.DataFrame) -> pd.DataFrame:
    """OWN_PATTERN, in the order of PROGRESS: pupils in register order, subjects as the settings list them."""
    rows = progress[progress[m.DISTANCE].notna()]
    by_pupil = rows.groupby(f.PUPIL)[m.DISTANCE]
    others = by_pupil.transform("size") - 1
    enough = others >= FEWEST_OTHERS
    rest = (by_pupil.transform("sum") - rows[m.DISTANCE])[enough] / others[enough]
    own = (rows.loc[enough, m.DISTANCE] - rest).round(DECIMALS)
    told = rows[enough].assign(**{p.OTHERS: others[enough], p.OWN: own})
    usual = told.groupby([f.SUBJECT, f.YEAR_GROUP])[p.OWN].transform("mean")
    return shaped(told.assign(**{p.USUAL: (own - usual).round(DECIMALS)}), p.OWN_PATTERN)
