"""Excel and OpenDocument workbooks: every cell as the text a person sees."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as calamine

from reportgen.ingest.table import ReadTable, make_table
from reportgen.ingest.workbook_guard import Inspected, inspect
from reportgen.model.problem import Place, Problem, problem


@dataclass(frozen=True)
class Sheets:
    """The sheets of a workbook that were asked for."""

    tables: tuple[ReadTable, ...]
    problems: tuple[Problem, ...] = ()


def cell_text(value: object) -> str:
    """What a person sees: 7 for 7.0, dates as ISO, TRUE and FALSE."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        # Excel shows at most 15 digits, so 0.1 + 0.2 is 0.3
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")  # noqa: PLR2004 - Excel's digits
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return str(value)


def read_workbook(content: bytes, file: str, *, sheet: str | None, header_row: int) -> Sheets:
    """The tables of the sheets asked for: one by name, the first when None, every visible one with `*`."""
    inspected = inspect(content, file)
    if inspected.problems:
        return Sheets((), inspected.problems)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except calamine.PasswordError:
        return Sheets((), (problem("L205", Place(file=file)),))
    except (calamine.CalamineError, OSError, ValueError) as wrong:
        return Sheets((), (problem("L203", Place(file=file), found=str(wrong)),))
    names, problems = _chosen(workbook, file, sheet)
    tables = [_read_sheet(workbook, name, file, header_row, inspected) for name in names]
    if sheet == "*":
        tables = [_left_out(table) for table in tables]
    return Sheets(tuple(tables), (*inspected.notes, *problems))


def _left_out(read: ReadTable) -> ReadTable:
    """Of every sheet, one without headings is no data."""
    if [p.code for p in read.problems] != ["L207"]:
        return read
    return ReadTable(None, (problem("L221", read.problems[0].place, found="no headings"),))


def _chosen(workbook: Any, file: str, sheet: str | None) -> tuple[list[str], tuple[Problem, ...]]:  # noqa: ANN401 - calamine has no types
    all_sheets = [m for m in workbook.sheets_metadata if m.typ == calamine.SheetTypeEnum.WorkSheet]
    names = [m.name for m in all_sheets]
    listed = ", ".join(f'"{n}"' for n in names)
    if not names:
        return [], (problem("L206", Place(file=file), found="no sheet with cells"),)
    if sheet == "*":
        hidden = [m.name for m in all_sheets if m.visible != calamine.SheetVisibleEnum.Visible]
        return [n for n in names if n not in hidden], tuple(
            problem("L221", Place(file=file, sheet=n), found="a hidden sheet") for n in hidden
        )
    if sheet is None:
        return names[:1], ()
    match = [n for n in names if n.strip().casefold() == sheet.strip().casefold()]
    if not match:
        return [], (problem("L206", Place(file=file, sheet=sheet), found=f"sheets {listed}", expected=f'"{sheet}"'),)
    return match[:1], ()


def _read_sheet(workbook: Any, name: str, file: str, header_row: int, inspected: Inspected) -> ReadTable:  # noqa: ANN401 - calamine has no types
    try:
        sheet = workbook.get_sheet_by_name(name)
        values = sheet.to_python(skip_empty_area=False)
    except (calamine.CalamineError, ValueError) as wrong:
        return ReadTable(None, (problem("L203", Place(file=file, sheet=name), found=str(wrong)),))
    rows = [[v if type(v) is str else cell_text(v) for v in row] for row in values]
    # calamine gives a failed formula as an empty cell: put back what Excel shows, so that it is not taken for a blank
    for (row, column), shown in inspected.errors.get(name, {}).items():
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = shown
        elif row <= len(rows):
            rows[row - 1] += [""] * (column - 1 - len(rows[row - 1])) + [shown]
    read = make_table(rows, file=file, sheet=name, header_row=header_row)
    return ReadTable(read.table, (*_merged(sheet, file, header_row), *read.problems))


def _merged(sheet: Any, file: str, header_row: int) -> tuple[Problem, ...]:  # noqa: ANN401 - calamine has no types
    ranges = sheet.merged_cell_ranges or ()
    across = [(first, last) for first, last in ranges if first[0] <= header_row - 1 <= last[0] and last[1] > first[1]]
    if not across:
        return ()
    found = f"{len(across)} merged {'heading' if len(across) == 1 else 'headings'}"
    return (problem("L213", Place(file=file, sheet=sheet.name, row=header_row), found=found),)
