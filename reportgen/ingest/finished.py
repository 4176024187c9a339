"""A frame as its contract has it: its columns in their types, rows in key order, the key unique."""

from __future__ import annotations

import pandas as pd

from reportgen.ingest.step import having
from reportgen.model.frames import Frame, Type


def finished(rows: pd.DataFrame, contract: Frame) -> pd.DataFrame:
    """The frame. AssertionError when a key is there twice, which would be our own mistake."""
    made = having(rows, [c.name for c in contract.columns])
    columns = {c.name: _typed(made[c.name], c.type) for c in contract.columns}
    ordered = pd.DataFrame(columns).sort_values(list(contract.key), kind="stable", ignore_index=True)
    if ordered.duplicated(list(contract.key)).any():
        raise AssertionError(f"{contract.name}: key {contract.key} is not unique")
    return ordered


def _typed(column: pd.Series, kind: Type) -> pd.Series:
    if kind == "date":
        return pd.to_datetime(column).astype("datetime64[s]")
    if kind == "text":
        return column.astype(object).where(column.notna(), None).astype("str")
    if kind == "integer":
        return pd.to_numeric(column).astype("Int64")
    return pd.to_numeric(column).astype("float64")
