"""How a table is made: each column with its documentation beside where its value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportgen.model.data_table import DataColumn, DataTable, DataValue

SETTLED = 6
"""Decimals kept: more would only tell how computers add."""
RowT = TypeVar("RowT")


@dataclass(frozen=True)
class Field(Generic[RowT]):
    """A column and the value a row has in it."""

    column: DataColumn
    value: Callable[[RowT], DataValue]


def text(name: str, meaning: str, value: Callable[[RowT], DataValue]) -> Field[RowT]:
    """A column of words."""
    return Field(DataColumn(name=name, meaning=meaning), value)


def whole(name: str, meaning: str, value: Callable[[RowT], DataValue], *, unit: str = "") -> Field[RowT]:
    """A column of whole numbers."""
    return Field(DataColumn(name=name, meaning=meaning, unit=unit, kind="whole", decimals=0), value)


def decimal(
    name: str, meaning: str, value: Callable[[RowT], DataValue], *, unit: str = "", decimals: int = 1
) -> Field[RowT]:
    """A column of numbers."""
    return Field(DataColumn(name=name, meaning=meaning, unit=unit, kind="number", decimals=decimals), value)


def made(table: str, row: str, fields: Iterable[Field[RowT]], rows: Iterable[RowT]) -> DataTable:
    """The table of these rows; a column that is empty in every row is left out."""
    chosen = tuple(fields)
    values = [tuple(_settled(field.value(one)) for field in chosen) for one in rows]
    filled = [n for n in range(len(chosen)) if any(row_values[n] not in (None, "") for row_values in values)]
    return DataTable(
        id=table,
        row=row,
        columns=tuple(chosen[n].column for n in filled),
        rows=tuple(tuple(row_values[n] for n in filled) for row_values in values),
    )


def _settled(value: DataValue) -> DataValue:
    return round(value, SETTLED) if isinstance(value, float) else value
