"""Frames put into the shape of their contracts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from reportgen.model.frames import Frame

_TYPES = {"text": "str", "number": "float64", "date": "datetime64[s]", "integer": "Int64"}


def shaped(frame: pd.DataFrame, contract: Frame) -> pd.DataFrame:
    """The contract's columns in its order and types, rows numbered from 0; a column not there is all missing."""
    types = {column.name: _TYPES[column.type] for column in contract.columns}
    return frame.reindex(columns=list(types)).astype(types).reset_index(drop=True)


def ranked(values: pd.Series, order: Iterable[str]) -> pd.Series:
    """Each value's place in an order; values outside it come last."""
    places: Mapping[str, int] = {value: n for n, value in enumerate(order)}
    return values.map(places).fillna(len(places)).astype("int64")


def pairs(frame: pd.DataFrame, columns: list[str]) -> pd.MultiIndex:
    """The rows' values of some columns, to ask which rows of one frame are in another."""
    return pd.MultiIndex.from_frame(frame[columns])
