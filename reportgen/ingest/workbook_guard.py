"""What is looked at before a workbook is opened: its size, what it would unpack to, and formulas that failed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from reportgen.ingest.table import NEVER_WORKED_OUT
from reportgen.model.problem import Place, Problem, problem

MOST_BYTES = 60_000_000
MOST_UNPACKED = 1_000_000_000
MOST_RATIO = 200
MOST_MEMBERS = 2_000
MOST_CELLS = 50_000_000
"""An honest sheet of 100,000 rows by 8 is 2.8 MB holding 46 MB; calamine lays a sheet out as a full rectangle."""
_SMALL = 1_000_000
"""Members smaller than this may shrink as they like: a sheet of empty cells packs well and harms no one."""

_ERROR_CELL = re.compile(rb'<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+)(\d+)"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL)
# t="str" with an empty value is a formula that gives "", which is a blank
_NEVER_WORKED_OUT = re.compile(
    rb'<c\b(?![^>]*\bt="str")[^>]*\br="([A-Z]+)(\d+)"[^>]*>\s*<f[^>]*>[^<]*</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]+)(\d+)"')
_ODS_ERROR = re.compile(rb'calcext:value-type="error"')
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Inspected:
    """Reasons not to open the workbook, or what calamine would not tell of it, by sheet."""

    problems: tuple[Problem, ...] = ()
    errors: Mapping[str, Mapping[tuple[int, int], str]] = field(default_factory=dict)
    """Row and column (from 1) of each failed formula, with what Excel shows for it."""
    notes: tuple[Problem, ...] = ()


def inspect(content: bytes, file: str) -> Inspected:
    """Sizes checked; failed formulas found. A workbook in the old .xls format can only be checked for its size."""
    if len(content) > MOST_BYTES:
        return _refused(file, f"{len(content) // 1_000_000} MB", f"at most {MOST_BYTES // 1_000_000} MB")
    if not content.startswith(b"PK"):
        return Inspected()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            too_big = _too_big(archive)
            return _refused(file, *too_big) if too_big else _inside(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as wrong:
        return Inspected((problem("L203", Place(file=file), found=str(wrong)),))


def _refused(file: str, found: str, expected: str) -> Inspected:
    return Inspected((problem("L204", Place(file=file), found=found, expected=expected),))


def _too_big(archive: zipfile.ZipFile) -> tuple[str, str] | None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        return f"{len(members)} parts", f"at most {MOST_MEMBERS}"
    if (unpacked := sum(m.file_size for m in members)) > MOST_UNPACKED:
        return f"{unpacked // 1_000_000} MB when unpacked", f"at most {MOST_UNPACKED // 1_000_000} MB"
    for member in members:
        if member.file_size > _SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1):
            return (
                f"{member.filename} grows {member.file_size // max(member.compress_size, 1)} times when unpacked",
                f"at most {MOST_RATIO} times",
            )
    return None


def _inside(archive: zipfile.ZipFile, file: str) -> Inspected:
    if "content.xml" in archive.namelist():
        xml = archive.read("content.xml")
        if (cells := _ods_rectangle(xml)) > MOST_CELLS:
            return _refused(file, f"a sheet of {cells:,} cells", f"at most {MOST_CELLS:,}")
        failed = len(_ODS_ERROR.findall(xml))
        note = problem("R243", Place(file=file), found=f"{failed} formulas that failed")
        return Inspected(notes=(note,) if failed else ())
    errors: dict[str, dict[tuple[int, int], str]] = {}
    for name, member in _sheet_members(archive).items():
        xml = archive.read(member)
        cells = _rectangle(xml)
        if cells > MOST_CELLS:
            return _refused(file, f'a sheet "{name}" of {cells:,} cells', f"at most {MOST_CELLS:,}")
        errors[name] = {
            (int(row), _column(letters)): shown.decode("ascii", errors="replace")
            for letters, row, shown in _ERROR_CELL.findall(xml)
        }
        errors[name] |= {
            (int(row), _column(letters)): NEVER_WORKED_OUT for letters, row in _NEVER_WORKED_OUT.findall(xml)
        }
    return Inspected(errors=errors)


def _rectangle(xml: bytes) -> int:
    """Cells from A1 to the furthest one: what reading the sheet would lay out."""
    rows = columns = 1
    for letters, row in _CELL.findall(xml):
        rows, columns = max(rows, int(row)), max(columns, _column(letters))
    return rows * columns


def _ods_rectangle(xml: bytes) -> int:
    """The same for OpenDocument, where one element may stand for many rows and columns."""
    rows = filled_rows = width = 0
    for attributes, body in _ODS_ROW.findall(xml):
        rows += _repeated(attributes, b"rows")
        columns = filled = 0
        for cell in _ODS_CELL.findall(body or b""):
            columns += _repeated(cell, b"columns")
            filled = columns if b"office:value" in cell or b"office:string-value" in cell else filled
        if filled:
            filled_rows, width = rows, max(width, filled)
    return filled_rows * width


def _repeated(attributes: bytes, what: bytes) -> int:
    found = re.search(rb"table:number-" + what + rb'-repeated="(\d{1,9})"', attributes)
    return int(found[1]) if found else 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet_members(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name: its member. Empty when the workbook's own list can't be read; calamine then says what is wrong."""
    try:
        book = fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
        relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    except (KeyError, ParseError, DefusedXmlException):
        return {}
    targets = {r.get("Id"): str(r.get("Target")).lstrip("/") for r in relations}
    names = set(archive.namelist())
    members = {}
    for sheet in book.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        member = target if target.startswith("xl/") else f"xl/{target}"
        if member in names:
            members[str(sheet.get("name"))] = member
    return members
