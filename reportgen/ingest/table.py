"""A sheet of an export as text: headings and cells, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from reportgen.ingest.step import listing
from reportgen.ingest.text import Cleaner, fold
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.source import Source

NEVER_WORKED_OUT = "a formula without a value"
ERROR_TEXTS = frozenset(
    {
        NEVER_WORKED_OUT,
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#FIELD!",
        "#BLOCKED!",
    },
)
"""What Excel shows for a formula that failed."""


@dataclass(frozen=True)
class Table:
    """One sheet of one file. `cells` has a column a heading (0, 1, ...) and the file's own row numbers as index."""

    file: str
    sheet: str
    headings: tuple[str, ...]
    cells: pd.DataFrame
    delimiter: str = ""
    too_long: frozenset[int] = frozenset()
    """Rows with more cells than headings: no one can say which cell belongs under which heading."""

    def positions(self, heading: str) -> tuple[int, ...]:
        """Where a heading stands; several when the file repeats it."""
        wanted = fold(heading)
        return tuple(n for n, one in enumerate(self.headings) if fold(one) == wanted)

    def place(self, row: int | None = None, heading: str | None = None) -> Place:
        """A place in this table."""
        return Place(file=self.file, sheet=self.sheet or None, row=row, heading=heading)


@dataclass(frozen=True)
class Part:
    """One table read for one source; rows are counted by part."""

    index: int
    source: Source
    table: Table


@dataclass(frozen=True)
class ReadTable:
    """A table, or None with the problems that say why there is none."""

    table: Table | None
    problems: tuple[Problem, ...] = ()


def make_table(rows: list[list[str]], *, file: str, sheet: str, header_row: int, delimiter: str = "") -> ReadTable:
    """The table of raw rows, the first being row 1. Blank rows are no rows; short ones are filled with empty cells."""
    where = Place(file=file, sheet=sheet or None, row=header_row)
    cleaner = Cleaner()
    top = [" ".join(cleaner[c].split()) for c in rows[header_row - 1]] if len(rows) >= header_row else []
    while top and not top[-1]:
        top.pop()
    if not top:
        return ReadTable(None, (problem("L207", where),))
    width = len(top)
    numbers, kept, long_rows, short_rows = [], [], [], []
    for number, raw in enumerate(rows[header_row:], start=header_row + 1):
        cells = list(map(cleaner.__getitem__, raw))
        if not any(cells):
            continue
        if len(cells) < width:
            short_rows.append(number)
        elif any(cells[width:]):
            long_rows.append(number)
        numbers.append(number)
        kept.append((cells + [""] * width)[:width])
    cells_frame = pd.DataFrame(kept, index=pd.Index(numbers, dtype="int64"), columns=range(width), dtype=object)
    table = Table(file, sheet, tuple(top), cells_frame, delimiter, frozenset(long_rows))
    return ReadTable(table, (*_notes(table, short_rows), *_hidden(table, rows, cleaner)))


def _notes(table: Table, short_rows: list[int]) -> list[Problem]:
    found = []
    if table.too_long:
        found.append(
            problem(
                "R221",
                table.place(min(table.too_long)),
                found=listing(table.too_long),
                expected=f"{len(table.headings)} cells",
            )
        )
    if short_rows:
        found.append(
            problem(
                "R222", table.place(short_rows[0]), found=listing(short_rows), expected=f"{len(table.headings)} cells"
            )
        )
    if table.cells.empty:
        found.append(problem("L220", table.place()))
    return found


def _hidden(table: Table, rows: list[list[str]], cleaner: Cleaner) -> list[Problem]:
    if not cleaner.hidden:
        return []
    numbers = [n for n, row in enumerate(rows, start=1) if not cleaner.hidden.isdisjoint(row)]
    return [problem("R237", table.place(numbers[0]), found=listing(numbers))]
