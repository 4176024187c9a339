"""Reference tables: figures that ship with the program, and a school's own rows that add to them or replace them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from reportgen.model.input import InputFile
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.reference import AttendanceCode, NationalFigure, Reference
from reportgen.model.shipped import shipped
from reportgen.model.value import Value
from reportgen.settings.files import CONFIG, read_bytes
from reportgen.settings.nearest import did_you_mean, one_of
from reportgen.settings.tables import TableRow, read_rows
from reportgen.settings.tree import quoted

FOLDER = "reference"
NATIONAL, CODES = "national.csv", "attendance_codes.csv"
FILES = (NATIONAL, CODES)
"""The tables a school may have rows of its own for."""

VERSIONS = ("provisional", "revised", "final", "published")
UNITS = ("percent", "points")
COUNTS_AS = ("attended", "authorised", "unauthorised", "not possible")

_YEAR = re.compile(r"(\d{4})/(\d{2})")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

RowT = TypeVar("RowT", bound=Value)


@dataclass(frozen=True)
class ReferenceReading:
    """The tables, what is wrong with them, and the files they were read from."""

    reference: Reference
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]


@dataclass(frozen=True)
class _Table(Generic[RowT]):
    """How one table is read: its headings, how a row is understood, and what tells rows apart."""

    file: str
    columns: tuple[str, ...]
    understand: Callable[[dict[str, str]], RowT]
    key: Callable[[RowT], tuple[str, ...]]


class _WrongCellError(Exception):
    """A cell that can't be read: what it holds and what it should."""

    def __init__(self, found: str, expected: str, remedy: str = "") -> None:
        super().__init__()
        self.found, self.expected, self.remedy = found, expected, remedy


def read_reference(folder: Path) -> ReferenceReading:
    """The shipped tables with the rows of `<folder>/config/reference/` added or put in place of ours, sorted by key."""
    national, codes = _read(_NATIONAL_TABLE, folder), _read(_CODES_TABLE, folder)
    reference = Reference(national=national.rows, attendance_codes=codes.rows)
    return ReferenceReading(reference, (*national.problems, *codes.problems), (*national.files, *codes.files))


@dataclass(frozen=True)
class _Read(Generic[RowT]):
    rows: tuple[RowT, ...]
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]


def _read(table: _Table[RowT], folder: Path) -> _Read[RowT]:
    held: dict[tuple[str, ...], RowT] = {}
    problems: list[Problem] = []
    files: list[InputFile] = []
    own = f"{CONFIG}/{FOLDER}/{table.file}"
    places = ((f"shipped/{own}", shipped(CONFIG, FOLDER, table.file)), (own, folder / CONFIG / FOLDER / table.file))
    for name, path in places:
        if not path.is_file():
            continue
        content, refused = read_bytes(path, name)
        problems += refused
        if content is not None:
            files.append(InputFile.of(name, content))
            rows, wrong = _understood(content, name, table)
            held |= rows
            problems += wrong
    return _Read(tuple(held[key] for key in sorted(held)), tuple(problems), tuple(files))


def _understood(
    content: bytes, name: str, table: _Table[RowT]
) -> tuple[dict[tuple[str, ...], RowT], tuple[Problem, ...]]:
    read = read_rows(content, name, table.columns)
    rows: dict[tuple[str, ...], RowT] = {}
    problems = list(read.problems)
    lines: dict[tuple[str, ...], Place] = {}
    for row in read.rows:
        for outcome in _row(row, table):
            if isinstance(outcome, Problem):
                problems.append(outcome)
                continue
            key = table.key(outcome)
            if key in rows:
                found, expected = f"{', '.join(key)} a second time", f"it once (first on line {lines[key].line})"
                problems.append(problem("S140", row.place, found=found, expected=expected))
            else:
                rows[key], lines[key] = outcome, row.place
    return rows, tuple(problems)


def _row(row: TableRow, table: _Table[RowT]) -> Iterator[RowT | Problem]:
    try:
        yield table.understand(row.cells)
    except _WrongCellError as wrong:
        yield problem("S140", row.place, found=wrong.found, expected=wrong.expected, remedy=wrong.remedy)


def _national(cells: dict[str, str]) -> NationalFigure:
    return NationalFigure(
        measure=_filled(cells, "measure"),
        group=_filled(cells, "group"),
        year=_year(cells),
        version=_choice(cells, "version", VERSIONS),
        value=float(_number(cells, "value")),
        unit=_choice(cells, "unit", UNITS),
        n=int(_whole(cells, "n")) if cells["n"] else None,
        source=_filled(cells, "source"),
    )


def _code(cells: dict[str, str]) -> AttendanceCode:
    _filled(cells, "source")
    return AttendanceCode(
        code=_filled(cells, "code").upper(),
        meaning=_filled(cells, "meaning"),
        counts_as=_choice(cells, "counts_as", COUNTS_AS),
        late=_choice(cells, "late", ("yes", "no")) == "yes",
    )


def _filled(cells: dict[str, str], heading: str) -> str:
    if not cells[heading]:
        raise _WrongCellError(f"no {heading}", f"a {heading} in every row")
    return cells[heading]


def _choice(cells: dict[str, str], heading: str, allowed: tuple[str, ...]) -> str:
    written = cells[heading]
    if written not in allowed:
        raise _WrongCellError(f"{quoted(written)} for {heading}", one_of(allowed), did_you_mean(written, allowed))
    return written


def _number(cells: dict[str, str], heading: str) -> str:
    written = cells[heading]
    if not _NUMBER.fullmatch(written):
        raise _WrongCellError(
            f"{quoted(written)} for {heading}", "a number, for example 45.9", "Take out signs such as % or commas."
        )
    return written


def _whole(cells: dict[str, str], heading: str) -> str:
    if not cells[heading].isascii() or not cells[heading].isdecimal():
        raise _WrongCellError(f"{quoted(cells[heading])} for {heading}", "a whole number, or nothing")
    return cells[heading]


def _year(cells: dict[str, str]) -> str:
    written = cells["year"]
    match = _YEAR.fullmatch(written)
    if not match or (int(match.group(1)) + 1) % 100 != int(match.group(2)):
        raise _WrongCellError(
            f"{quoted(written)} for year",
            "a school year, for example 2023/24",
            "Results of summer 2024 belong to 2023/24.",
        )
    return written


_NATIONAL_TABLE = _Table(
    NATIONAL,
    ("measure", "group", "year", "version", "value", "unit", "n", "source"),
    _national,
    lambda row: (row.measure, row.group, row.year, row.version),
)
_CODES_TABLE = _Table(CODES, ("code", "meaning", "counts_as", "late", "source"), _code, lambda row: (row.code,))
