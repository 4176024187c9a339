"""Files that repeat a pupil on purpose, such as one row a pupil and year."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportgen.ingest.step import PART
from reportgen.ingest.table import Part
from reportgen.model import frames as f


def repeating(rows: pd.DataFrame, parts: Sequence[Part]) -> pd.Series:
    """True for rows of sources that say `repeats: true`."""
    return rows[PART].isin([p.index for p in parts if p.source.repeats])


def last_filled(rows: pd.DataFrame, key: list[str], parts: Sequence[Part]) -> pd.DataFrame:
    """Of rows that repeat a key in such a source, the one with the last filled cell."""
    again = repeating(rows, parts)
    if not again.any():
        return rows
    order = rows.loc[again, [PART, *key]].assign(_filled=rows[f.WRITTEN].ne("")).sort_values("_filled", kind="stable")
    kept = order.drop_duplicates([PART, *key], keep="last").index
    return rows.loc[~again | rows.index.isin(kept)].reset_index(drop=True)
