"""The workbooks of the made-up school, whose bytes depend on their cells only."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook

from reportgen.demo.table import Table
from reportgen.demo.year import LATEST
from reportgen.model.fixed_archive import fixed_workbook


def workbook_bytes(sheets: Sequence[Table]) -> bytes:
    """The sheets as an .xlsx file; text stays text. A title stands in the first row, headings in the third."""
    book = Workbook(write_only=True)
    for one in sheets:
        sheet = book.create_sheet(one.sheet)
        for row in ([one.title], [], one.headings, *one.rows):
            sheet.append([cell or None for cell in row])
    written = io.BytesIO()
    book.save(written)
    return fixed_workbook(written.getvalue(), LATEST.closes)
