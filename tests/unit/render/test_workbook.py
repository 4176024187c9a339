"""The staff workbook, read back with another library than the one that wrote it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
from python_calamine import CalamineWorkbook

from reportgen.model.data_table import DataColumn, DataTable
from reportgen.render.workbook import staff_workbook

ON = date(2026, 11, 27)
PUPILS = DataTable(
    id="pupils",
    row="a pupil on roll",
    columns=(
        DataColumn(name="surname", meaning="surname the pupil uses"),
        DataColumn(name="attendance", meaning="percent", unit="percent", kind="number", decimals=1),
        DataColumn(name="late", meaning="times late", kind="whole"),
    ),
    rows=(("Okonkwo", 97.25, 3), ("=1+1", None, 0), ("@SUM(A1)", 100.0, None), ("Nguyễn", 88.0, 1)),
)


def workbook() -> bytes:
    return staff_workbook((PUPILS,), title="Autumn report", on=ON)


def test_a_second_library_reads_what_was_written() -> None:
    """Heads, words and numbers come back as they went in; an empty value is an empty cell."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook()))
    rows = book.get_sheet_by_name("pupils").to_python()
    assert rows[0] == ["surname", "attendance", "late"]
    assert rows[1] == ["Okonkwo", 97.25, 3.0]
    assert rows[2][1] == ""
    assert rows[4][0] == "Nguyễn"


def test_no_word_runs_as_a_formula() -> None:
    """A surname that begins like a formula is a text cell, and no cell of the file holds a formula."""
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    assert [book["pupils"][f"A{n}"].data_type for n in (3, 4)] == ["s", "s"]
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        assert all(b"<f>" not in archive.read(name) for name in archive.namelist())


def test_every_column_is_documented() -> None:
    """The last sheet has a row a column: sheet, what a row is, meaning and unit."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook()))
    assert book.sheet_names == ["pupils", "columns"]
    assert book.get_sheet_by_name("columns").to_python()[2] == [
        "pupils", "a pupil on roll", "attendance", "percent", "percent",
    ]  # fmt: skip


def test_the_same_tables_give_the_same_bytes_with_one_date_in_them() -> None:
    """Every entry has the zip format's first day, the properties noon of the report's date, and two runs are equal."""
    assert workbook() == workbook()
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2026-11-27T12:00:00Z") == 2


def test_heads_stay_in_sight_and_columns_can_be_filtered() -> None:
    """The first row is frozen, and the filter covers every column and row."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook()))["pupils"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C5"
    assert sheet["B2"].number_format == "0.0"
