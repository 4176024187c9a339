"""Tables for spreadsheets: what a row is, what each column holds, and values that are still numbers."""

from __future__ import annotations

from typing import Literal

from reportgen.model.value import Value

DataValue = str | int | float | None


class DataColumn(Value):
    """One column, documented."""

    name: str
    meaning: str
    unit: str = ""
    kind: Literal["text", "number", "whole"] = "text"
    decimals: int = 1
    """Decimals a spreadsheet shows of a number; the value itself is whole."""


class DataTable(Value):
    """A table of the workbook, and a CSV file of its own."""

    id: str
    """Name of the file and of the sheet: `pupils`."""
    row: str
    """What one row is."""
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[DataValue, ...], ...]
