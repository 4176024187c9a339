"""Families' reports put together for a form: to be checked, and to be printed. Their sides are those of the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, Self

from reportgen.model.calendar import Audience
from reportgen.model.document.parts import Cell, Document, Labelled, Row, Table

SIDES = "sides"
"""Role of the column that only layout can fill."""


class Bundle(Document):
    """A front sheet and the reports that follow it, in register order.

    It is composed before a page is laid out, so how many sides each report takes is filled in later: `on_paper`.
    """

    audience: Audience = "staff"
    heading: str
    """`10R: draft reports to check`."""
    subtitle: str
    form: str = ""
    year_groups: tuple[str, ...] = ()
    count: str
    """`28 reports. 2 are held.`"""
    sides: Labelled | None = None
    """How many sides all reports take; its text is filled in by `on_paper`."""
    sheets: Labelled | None = None
    """How many sheets of paper they take, printed on both sides; filled in by `on_paper`."""
    pupils: Table
    """A row a pupil in register order; the row of a report says in `about` which."""
    held: Table | None = None
    """Who has no report in it, and why."""
    reports: tuple[str, ...]
    """Keys of the families' reports that follow, in register order."""

    def composed(self) -> Self:
        """The bundle as it was composed: without the sides that only layout can tell, too."""
        bare: dict[str, object] = {}
        for name in ("sides", "sheets"):
            if (line := getattr(self, name)) is not None:
                bare[name] = line.model_copy(update={"text": ""})
        rows = (_bare(row, self.pupils) for row in self.pupils.rows)
        bare["pupils"] = self.pupils.model_copy(update={"rows": tuple(rows)})
        return super().composed().model_copy(update=bare)

    def on_paper(self, sides: Mapping[str, int]) -> Self:
        """This bundle with the sides of its reports, by key, in the table and in the totals."""
        rows = (_with_sides(row, self.pupils, sides) for row in self.pupils.rows)
        filled: dict[str, object] = {"pupils": self.pupils.model_copy(update={"rows": tuple(rows)})}
        if self.sides is not None:
            filled["sides"] = self.sides.model_copy(update={"text": str(sum(map(sides.__getitem__, self.reports)))})
        if self.sheets is not None:
            sheets = sum((sides[key] + 1) // 2 for key in self.reports)
            filled["sheets"] = self.sheets.model_copy(update={"text": str(sheets)})
        return self.model_copy(update=filled)

    def on_screen(self) -> Self:
        """This bundle where no paper is made: without sides."""
        places = tuple(n for n, column in enumerate(self.pupils.columns) if column.role == SIDES)
        columns = tuple(column for column in self.pupils.columns if column.role != SIDES)
        rows = tuple(_without(row, places) for row in self.pupils.rows)
        table = self.pupils.model_copy(update={"columns": columns, "rows": rows})
        return self.model_copy(update={"pupils": table, "sides": None, "sheets": None})

    def linked(self, places: Mapping[str, int]) -> Self:
        """This bundle with a link from each pupil to the page of its PDF where the report begins, by key."""
        file = f"{self.path.rpartition('/')[2]}.pdf"
        rows = (_linked(row, f"{file}#page={places[row.about]}") if row.about else row for row in self.pupils.rows)
        return self.model_copy(update={"pupils": self.pupils.model_copy(update={"rows": tuple(rows)})})


class ProofPack(Bundle):
    """The drafts of a form for its tutor: what is blank, what is held, and where to sign."""

    kind: Literal["proof-pack"] = "proof-pack"
    blanks_heading: str = ""
    blanks: Table | None = None
    """Every blank mark: pupil, subject, what is missing, whom to ask."""


class PrintBatch(Bundle):
    """The reports of a form for the printer: each begins on a right-hand page. Paper only."""

    kind: Literal["print-batch"] = "print-batch"


AnyBundle = ProofPack | PrintBatch


def _bare(row: Row, table: Table) -> Row:
    """The row without its sides, where it is about a report."""
    if not row.about:
        return row
    cells = (Cell() if table.columns[place].role == SIDES else cell for place, cell in _placed(row))
    return row.model_copy(update={"cells": tuple(cells)})


def _with_sides(row: Row, table: Table, sides: Mapping[str, int]) -> Row:
    """The row with its sides filled in, where it is about a report."""
    if not row.about:
        return row
    filled = Cell(text=str(sides[row.about]))
    cells = (filled if table.columns[place].role == SIDES else cell for place, cell in _placed(row))
    return row.model_copy(update={"cells": tuple(cells)})


def _without(row: Row, places: tuple[int, ...]) -> Row:
    """The row without the cells in these columns; a cell that reaches over one becomes narrower."""
    cells = []
    for place, cell in _placed(row):
        gone = sum(place <= one < place + cell.span for one in places)
        if cell.span > gone:
            cells.append(cell.model_copy(update={"span": cell.span - gone}))
    return row.model_copy(update={"cells": tuple(cells)})


def _linked(row: Row, link: str) -> Row:
    first, *rest = row.cells
    return row.model_copy(update={"cells": (first.model_copy(update={"link": link}), *rest)})


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    """The cells of a row, each with the column it begins in."""
    place = 0
    for cell in row.cells:
        yield place, cell
        place += cell.span
