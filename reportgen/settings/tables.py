"""CSV tables of reference figures: headings checked, every row with its line."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from reportgen.model.problem import Place, Problem, problem
from reportgen.settings.files import decode
from reportgen.settings.nearest import did_you_mean
from reportgen.settings.tree import quoted


@dataclass(frozen=True)
class TableRow:
    """One row: its cells by heading, outer spaces gone, and the line it ends on."""

    cells: dict[str, str]
    place: Place


@dataclass(frozen=True)
class ReadRows:
    """The rows of a table and what is wrong with it."""

    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]


def read_rows(content: bytes, name: str, columns: tuple[str, ...]) -> ReadRows:
    """The rows of a CSV table with exactly these headings, in any order. Blank lines are no rows."""
    text, unreadable = decode(content, name)
    if text is None:
        return ReadRows((), unreadable)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        headings = [heading.strip() for heading in next(reader, [])]
        wrong = _headings(headings, columns, name)
        if wrong:
            return ReadRows((), wrong)
        read = [(cells, reader.line_num) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        place = Place(file=name, line=max(reader.line_num, 1))
        return ReadRows((), (problem("S140", place, found=str(error), expected="cells between commas, quotes closed"),))
    return _rows(read, headings, name)


def _rows(read: list[tuple[list[str], int]], headings: list[str], name: str) -> ReadRows:
    rows, problems = [], []
    for cells, line in read:
        place = Place(file=name, line=line)
        if len(cells) == len(headings):
            rows.append(TableRow({h: c.strip() for h, c in zip(headings, cells, strict=True)}, place))
        else:
            problems.append(problem("S140", place, found=f"{len(cells)} cells", expected=f"{len(headings)}"))
    return ReadRows(tuple(rows), tuple(problems))


def _headings(headings: list[str], columns: tuple[str, ...], name: str) -> tuple[Problem, ...]:
    place = Place(file=name, line=1)
    missing = [one for one in columns if one not in headings]
    unknown = [one for one in headings if one not in columns]
    if unknown:
        remedy = did_you_mean(unknown[0], missing or columns)
        return (problem("S141", place, found=quoted(unknown[0]), expected=", ".join(columns), remedy=remedy),)
    if missing:
        return (problem("S141", place, found=f"no {', '.join(missing)}", expected=", ".join(columns)),)
    if len(set(headings)) < len(headings):
        return (problem("S141", place, found="a heading twice", expected=", ".join(columns)),)
    return ()
