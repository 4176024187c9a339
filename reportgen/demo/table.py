"""An export as a table, and as bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

LINE_END = "\r\n"
"""As Windows writes it."""


@dataclass(frozen=True)
class Table:
    """A file (or a sheet of a workbook) before it is written. Rows hold text, in the order of the headings."""

    path: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str = "utf-8"
    sheet: str = ""
    title: str = ""
    """Stands above the headings of a sheet."""

    def place(self, heading: str) -> int:
        """Which cell of a row stands under a heading."""
        return self.headings.index(heading)

    def find(self, **cells: str) -> int:
        """The first row with these cells; heading words are joined with _ in the call."""
        wanted = [(self.place(heading.replace("_", " ")), cell) for heading, cell in cells.items()]
        return next(n for n, row in enumerate(self.rows) if all(row[place] == cell for place, cell in wanted))

    def written(self, row: int, heading: str, cell: str) -> Table:
        """The table with one cell changed."""
        return self.rewritten(row, lambda name, now: cell if name == heading else now)

    def rewritten(self, row: int, change: Callable[[str, str], str]) -> Table:
        """The table with the cells of one row changed: `change` is given the heading and what stands there."""
        cells = tuple(change(heading, cell) for heading, cell in zip(self.headings, self.rows[row], strict=True))
        return replace(self, rows=(*self.rows[:row], cells, *self.rows[row + 1 :]))

    def with_rows(self, *rows: tuple[str, ...]) -> Table:
        """The table with rows added at its end."""
        return replace(self, rows=(*self.rows, *rows))


def table(path: str, headings: str, rows: Iterable[Iterable[str]], **more: str) -> Table:
    """A table; headings are separated by |."""
    return Table(path, tuple(headings.split("|")), tuple(tuple(row) for row in rows), **more)


def csv_bytes(given: Table) -> bytes:
    """The table as a CSV file."""
    return csv_of((given.headings, *given.rows), given.encoding)


def csv_of(rows: Iterable[Iterable[str]], encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file. A sign the encoding lacks is written as ?, as systems with old encodings do."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=LINE_END).writerows(rows)
    return text.getvalue().encode(encoding, errors="replace")
