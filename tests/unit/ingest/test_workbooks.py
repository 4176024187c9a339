"""Workbooks as people leave them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from unit.ingest.by_hand import AMARA, BEN, MARKS, ROLL, ROLL_TEXT, Load, codes, only

from reportgen.ingest import workbook_guard
from reportgen.ingest.workbook import cell_text

BOOK = {**MARKS, "file": "exports/marks.xlsx"}
HEADINGS = ["UPN", "Subject", "Result", "Class", "Teacher"]


def book(**sheets: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def load_book(load_files: Load, content: bytes, **source: object) -> object:
    return load_files({"exports/pupils.csv": ROLL_TEXT, "exports/marks.xlsx": content}, ROLL, {**BOOK, **source})


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (7.0, "7"),
        (7.25, "7.25"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2026, 3, 25), "2026-03-25"),
        (datetime(2026, 3, 25), "2026-03-25"),  # noqa: DTZ001 - a cell has no zone
        (datetime(2026, 3, 25, 9, 30), "2026-03-25 09:30:00"),  # noqa: DTZ001 - a cell has no zone
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30), "30:00:00"),
        (-3.0, "-3"),
    ],
)
def test_cells_are_what_a_person_sees(value: object, shown: str) -> None:
    """Excel's numbers, dates and truth values become the text in the cell."""
    assert cell_text(value) == shown


def test_number_cells_are_marks(load_files: Load) -> None:
    """A 5 kept as the number 5.0 is the mark 5, and rows are numbered as Excel shows them."""
    loading = load_book(
        load_files, book(Marks=[HEADINGS, [AMARA, "Maths", 5, "10A", "HUG"], [BEN, "Maths", 6.0, "10A", "HUG"]])
    )
    assert loading.loaded.results.set_index("pupil")["label"].to_dict() == {AMARA: "5", BEN: "6"}
    assert loading.loaded.results.set_index("pupil")["row"].to_dict() == {AMARA: 2, BEN: 3}
    assert loading.loaded.results["sheet"].tolist() == ["Marks", "Marks"]


def test_failed_formulas_are_never_blanks(load_files: Load) -> None:
    """A cell that shows #N/A is unclear and named: to the reader it would look like an empty cell."""
    made = openpyxl.load_workbook(io.BytesIO(book(Marks=[HEADINGS, [AMARA, "Maths", None, "10A", "HUG"]])))
    made["Marks"]["C2"].value, made["Marks"]["C2"].data_type = "#N/A", "e"
    loading = load_book(load_files, saved(made))
    problem = only(loading, "R224")
    assert (problem.place.row, problem.place.heading, problem.found, problem.pupil) == (2, "Result", '"#N/A"', AMARA)
    assert loading.loaded.results["state"].tolist() == ["unclear"]


def test_formulas_without_a_value_are_never_blanks(load_files: Load) -> None:
    """A formula written by a program and never worked out is unclear too."""
    loading = load_book(load_files, book(Marks=[HEADINGS, [AMARA, "Maths", "=1+4", "10A", "HUG"]]))
    assert codes(loading) == ["R224"]


def test_a_formula_that_gives_nothing_is_a_blank(load_files: Load) -> None:
    """=IF(A1="","",A1) that shows an empty cell means an empty cell."""
    content = io.BytesIO(book(Marks=[HEADINGS, [AMARA, "Maths", "=T(1)", "10A", "HUG"]]))
    rewritten = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(rewritten, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            new.writestr(
                name, xml.replace(b'<c r="C2">', b'<c r="C2" t="str">') if name.endswith("sheet1.xml") else xml
            )
    loading = load_book(load_files, rewritten.getvalue())
    assert loading.loaded.results["state"].tolist() == ["not entered"]
    assert codes(loading) == []


def test_a_failed_lookup_of_a_form_counts_as_empty(load_files: Load) -> None:
    """Outside marks a failed formula leaves the field empty, and is said once a column with its count."""
    text = ROLL_TEXT.replace("10R", "#N/A")
    loading = load_files({"exports/pupils.csv": text}, ROLL)
    assert only(loading, "R243").found == '"#N/A" (2 rows)'
    assert loading.loaded.pupils["form"].isna().all()


def test_marks_that_excel_made_dates_are_unclear(load_files: Load) -> None:
    """A date cell where a mark belongs is not read as anything else, and the remedy says what happened."""
    loading = load_book(load_files, book(Marks=[HEADINGS, [AMARA, "Maths", date(2026, 2, 1), "10A", "HUG"]]))
    assert "Excel turned the mark into a date" in only(loading, "R225").remedy


def test_the_first_sheet_a_named_sheet_and_every_sheet(load_files: Load) -> None:
    """Without `sheet` the first is read; by name that one, capitals ignored; with * all of them."""
    content = book(Maths=[HEADINGS, [AMARA, "Maths", 5, "", ""]], English=[HEADINGS, [AMARA, "English", 6, "", ""]])
    assert load_book(load_files, content).loaded.results["subject"].tolist() == ["maths"]
    assert load_book(load_files, content, sheet="english").loaded.results["subject"].tolist() == ["english"]
    loading = load_book(load_files, content, sheet="*")
    assert sorted(loading.loaded.results["subject"]) == ["english", "maths"]
    assert [(c.sheet, c.rows, c.used) for c in loading.counts[1:]] == [("Maths", 1, 1), ("English", 1, 1)]


def test_every_sheet_leaves_out_notes_and_hidden_sheets_by_name(load_files: Load) -> None:
    """With * a sheet without the headings, an empty one and a hidden one are left out, each named."""
    made = openpyxl.load_workbook(
        io.BytesIO(
            book(
                Maths=[HEADINGS, [AMARA, "Maths", 5, "", ""]],
                Notes=[["Please fill in by Friday"]],
                Empty=[],
                Lists=[HEADINGS, [BEN, "Maths", 5, "", ""]],
            )
        )
    )
    made["Lists"].sheet_state = "hidden"
    loading = load_book(load_files, saved(made), sheet="*")
    assert {p.place.sheet for p in loading.problems if p.code == "L221"} == {"Notes", "Empty", "Lists"}
    assert loading.loaded.results["pupil"].tolist() == [AMARA]


def test_a_sheet_that_is_not_there_stops_with_those_that_are(load_files: Load) -> None:
    """The stop lists the sheets found."""
    loading = load_book(load_files, book(Maths=[HEADINGS]), sheet="KS4")
    assert only(loading, "L206").found == 'sheets "Maths"'


def test_merged_headings_are_said(load_files: Load) -> None:
    """A merged cell in the row of headings gives one of its columns no heading."""
    made = openpyxl.load_workbook(
        io.BytesIO(book(Marks=[[*HEADINGS, "Term", None], [AMARA, "Maths", 5, "", "", "", ""]]))
    )
    made["Marks"].merge_cells("F1:G1")
    assert only(load_book(load_files, saved(made)), "L213").place.row == 1


def test_a_damaged_workbook_stops(load_files: Load) -> None:
    """Rubbish in a workbook's clothes is no traceback."""
    assert only(load_book(load_files, b"PK\x03\x04 rubbish"), "L203").place.file == "exports/marks.xlsx"
    assert only(load_book(load_files, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rubbish"), "L203")


def test_zip_bombs_are_not_opened(load_files: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook that would grow hundreds of times, or lay out too many cells, stops before it is read."""
    content = book(Marks=[HEADINGS])
    bomb = io.BytesIO(content)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zero.bin", b"\0" * 30_000_000)
    assert "times when unpacked" in only(load_book(load_files, bomb.getvalue()), "L204").found
    wide = openpyxl.load_workbook(io.BytesIO(content))
    wide["Marks"]["XFD1048576"] = "x"
    assert "17,179,869,184 cells" in only(load_book(load_files, saved(wide)), "L204").found
    monkeypatch.setattr(workbook_guard, "MOST_MEMBERS", 3)
    assert "parts" in only(load_book(load_files, content), "L204").found


ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Marks">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def ods(rows: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr("content.xml", ODS_HEAD + rows + ODS_TAIL)
    return content.getvalue()


def ods_row(*texts: str) -> str:
    return (
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>' for t in texts
        )
        + "</table:table-row>"
    )


def test_opendocument_sheets_are_read(load_files: Load) -> None:
    """An .ods sheet is a table like any other; failed formulas in it are at least counted."""
    failed = '<table:table-row><table:table-cell calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>'
    loading = load_book(load_files, ods(ods_row(*HEADINGS) + ods_row(AMARA, "Maths", "5", "10A", "HUG") + failed))
    assert loading.loaded.results["label"].tolist() == ["5"]
    assert only(loading, "R243").found == "1 formulas that failed"


def test_opendocument_repeats_are_not_blown_up(load_files: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """One element that stands for a hundred million cells stops; empty repeats after the data, as every .ods has, don't."""
    bomb = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="7" '
        'table:number-columns-repeated="100"><text:p>7</text:p></table:table-cell></table:table-row>'
    )
    assert only(load_book(load_files, ods(ods_row(*HEADINGS) + bomb)), "L204")
    monkeypatch.setattr(workbook_guard, "MOST_CELLS", 1000)
    tail = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    assert (
        load_book(load_files, ods(ods_row(*HEADINGS) + ods_row(AMARA, "Maths", "5", "", "") + tail)).loaded is not None
    )
