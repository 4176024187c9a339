"""The staff tables as one Excel workbook: heads stay in sight, every column can be filtered, and words stay words."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from reportgen.model.data_table import DataColumn, DataTable, DataValue
from reportgen.model.fixed_archive import fixed_workbook

COLUMNS_SHEET = "columns"
"""The sheet that says what every column holds."""
_NARROWEST, _WIDEST, _ROOM = 8, 48, 2
_ILLEGAL = {code: None for code in range(32) if code not in (9, 10, 13)}
"""Control characters that a workbook can't hold."""


def staff_workbook(tables: tuple[DataTable, ...], *, title: str, on: date) -> bytes:
    """A workbook with a sheet a table and one that documents the columns; equal tables give equal bytes.

    A text is written as text whatever it begins with, so that none runs as a formula (OWASP, CSV injection). Numbers
    are numbers, shown with the decimals of their column. `on` is the only date in the file.
    """
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = title, ""
    for table in (*tables, _documented(tables)):
        _sheet(book, table)
    written = io.BytesIO()
    book.save(written)
    return fixed_workbook(written.getvalue(), on)


def _documented(tables: tuple[DataTable, ...]) -> DataTable:
    """A row a column of every table."""
    heads = (
        DataColumn(name="sheet", meaning="sheet and CSV file"),
        DataColumn(name="one row is", meaning="what one row of it is"),
        DataColumn(name="column", meaning="heading of the column"),
        DataColumn(name="meaning", meaning="what it holds"),
        DataColumn(name="unit", meaning="its unit"),
    )
    rows = ((t.id, t.row, c.name, c.meaning, c.unit) for t in tables for c in t.columns)
    return DataTable(id=COLUMNS_SHEET, row="a column of a table", columns=heads, rows=tuple(rows))


def _sheet(book: Workbook, table: DataTable) -> None:
    sheet = book.create_sheet(table.id)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    for place, column in enumerate(table.columns):
        sheet.column_dimensions[get_column_letter(place + 1)].width = _width(table, place, column)
    sheet.append([_head(sheet, column) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, value, column) for value, column in zip(row, table.columns, strict=True)])


def _width(table: DataTable, place: int, column: DataColumn) -> int:
    longest = max((len(str(row[place])) for row in table.rows if isinstance(row[place], str)), default=0)
    return min(max(longest, len(column.name), _NARROWEST) + _ROOM, _WIDEST)


def _head(sheet: WriteOnlyWorksheet, column: DataColumn) -> Cell:
    head = WriteOnlyCell(sheet, value=column.name)
    head.font = Font(bold=True)
    return head


def _cell(sheet: WriteOnlyWorksheet, value: DataValue, column: DataColumn) -> Cell | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        written = WriteOnlyCell(sheet, value=value.translate(_ILLEGAL))
        written.data_type = "s"  # without this a text that begins with = would be a formula
        return written
    number = WriteOnlyCell(sheet, value=value)
    if column.kind == "number":
        number.number_format = f"0.{'0' * column.decimals}" if column.decimals else "0"
    return number
