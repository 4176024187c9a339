"""Marks as three systems write them: long, wide by headings, and a workbook with a sheet a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.demo.marks import ATTITUDE, CONTRIBUTION, CURRENT, TARGET, Mark
from reportgen.demo.pupil import Pupil
from reportgen.demo.subjects import SUBJECTS, Taught
from reportgen.demo.table import Table, table
from reportgen.demo.year import ROUNDS, Round

LAST_YEAR = "exports/marks-2025-26.csv"
WORKBOOK = "exports/ks4-marks-2026-27.xlsx"
LATE = "exports/late-marks-summer-2027.csv"
FACETS = (CURRENT, TARGET, ATTITUDE, CONTRIBUTION)
WHO = "UPN|Surname|Forename|Reg"
THIS_YEAR = tuple(r for r in ROUNDS if r.year == 2026)  # noqa: PLR2004 - the year of the exports


def ks3_path(at: Round) -> str:
    """The file of years 7 to 9 for a collection."""
    return f"exports/ks3-{at.id}.csv"


def mark_tables(marks: Sequence[Mark]) -> Iterator[Table]:
    """Every file of marks: last year's, then this year's marksheets, then the marks that came late."""
    yield table(
        LAST_YEAR, "UPN|Subject|Assessment|Aspect|Result", _long([m for m in marks if m.collection not in THIS_YEAR])
    )
    now = [m for m in marks if m.collection in THIS_YEAR]
    for at in THIS_YEAR:
        sheet = [m for m in now if m.collection == at and m.pupil.year_group in (7, 8, 9)]
        yield _wide(ks3_path(at), sheet, (at,), encoding="utf-8-sig" if at.order > 1 else "utf-8")
    for year_group in (10, 11):
        sheet = [m for m in now if m.pupil.year_group == year_group]
        yield _wide(
            WORKBOOK, sheet, THIS_YEAR, sheet=f"Year {year_group}", title=f"Marksheet 2026/27, Year {year_group}"
        )
    yield table(LATE, "UPN|Subject|Aspect|Result", ())


def heading(at: Round, subject: Taught, facet: str, *, several: bool) -> str:
    """The heading of a column: with the collection where a sheet holds several."""
    return f"{at.short_name} {subject.name} {facet}" if several else f"{subject.name} {facet}"


def _long(marks: Sequence[Mark]) -> Iterator[tuple[str, ...]]:
    """Collection by collection, as the assessments were exported."""
    for mark in sorted(marks, key=lambda m: m.collection.closes):
        for facet, written in mark.cells:
            yield mark.pupil.upn, mark.subject.name, mark.collection.long_name, facet, written


def _wide(path: str, marks: Sequence[Mark], rounds: Sequence[Round], **more: str) -> Table:
    """One row a pupil; a subject a pupil does not take is blank."""
    taken = {mark.subject for mark in marks}
    columns = [(at, subject, facet) for at in rounds for subject in SUBJECTS if subject in taken for facet in FACETS]
    names = "|".join(heading(at, subject, facet, several=len(rounds) > 1) for at, subject, facet in columns)
    return table(path, f"{WHO}|{names}", (_row(pupil, cells, columns) for pupil, cells in _by_pupil(marks)), **more)


def _by_pupil(marks: Sequence[Mark]) -> Iterator[tuple[Pupil, dict[tuple[str, str], Mark]]]:
    for pupil, group in groupby(marks, key=lambda m: m.pupil):
        yield pupil, {(mark.collection.id, mark.subject.id): mark for mark in group}


def _row(
    pupil: Pupil, cells: dict[tuple[str, str], Mark], columns: Sequence[tuple[Round, Taught, str]]
) -> tuple[str, ...]:
    found = ((cells.get((at.id, subject.id)), facet) for at, subject, facet in columns)
    return (
        pupil.upn,
        pupil.surname,
        pupil.forename,
        pupil.form(),
        *(mark.written(facet) if mark else "" for mark, facet in found),
    )
