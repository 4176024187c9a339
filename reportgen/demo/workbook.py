"""A workbook whose bytes depend on its cells only: no clock, no compression that differs between machines."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook

from reportgen.demo.table import Table

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold."""
FIXED_STAMP = b"2027-06-18T12:00:00Z"
_STAMPS = re.compile(rb"(?<=\">)[^<]*(?=</dcterms:(?:created|modified)>)")


def workbook_bytes(sheets: Sequence[Table]) -> bytes:
    """The sheets as an .xlsx file; text stays text. A title stands in the first row, headings in the third."""
    book = Workbook(write_only=True)
    for one in sheets:
        sheet = book.create_sheet(one.sheet)
        for row in ([one.title], [], one.headings, *one.rows):
            sheet.append([cell or None for cell in row])
    written = io.BytesIO()
    book.save(written)
    return _fixed(written.getvalue())


def _fixed(content: bytes) -> bytes:
    """The same archive with fixed times, without compression."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as given, ZipFile(made, "w", ZIP_STORED) as archive:
        for name in given.namelist():
            entry = ZipInfo(name, FIXED_TIME)
            entry.create_system = 3
            archive.writestr(
                entry, _STAMPS.sub(FIXED_STAMP, given.read(name)) if name == "docProps/core.xml" else given.read(name)
            )
    return made.getvalue()
