"""From a table to records of its source's frame: one a row, or one a cell for wide files. Nothing is understood yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from reportgen.ingest.columns import WIDE_FIELD, Located, fields_of, is_wide, key_field, locate, where_positions
from reportgen.ingest.heading_pattern import Meaning, Meanings, meanings
from reportgen.ingest.step import ASIDE, FILE, PART, Step, counted, put, records, without
from reportgen.ingest.table import ERROR_TEXTS, Part
from reportgen.ingest.text import fold
from reportgen.model import frames as f
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project
from reportgen.model.source import Source

IN_YEAR = "_in_year"
"""Internal column: the year group a heading is for."""


@dataclass(frozen=True)
class Mapped:
    """The records of a part. `rows` counts file rows; `not_for_source` those that `where` leaves to others."""

    part: Part
    step: Step
    rows: int
    not_for_source: int
    headings: dict[str, str]
    """The heading each field was read from."""


def map_part(part: Part, project: Project, *, mapped: Iterable[str]) -> Mapped:
    """The part's records as text, with their places. `mapped`: headings any source of this file reads by name."""
    source, table = part.source, part.table
    located = locate(source, table, project.school)
    where, where_problems = where_positions(source, table)
    chosen = _chosen(part, where)
    base = _base(part, located, chosen, project)
    step = Step(base, (*located.problems, *where_problems))
    step = step.then(lambda rows: without(rows, rows[f.ROW].isin(table.too_long), ASIDE))
    step = step.then(lambda rows: _error_cells(rows, part, located))
    headings = dict(located.headings)
    if is_wide(source):
        step = step.then(lambda rows: _wide(rows, part, project, mapped))
    elif source.frame in WIDE_FIELD:
        step = Step(
            step.rows.pipe(put, {f.HEADING: headings.get(WIDE_FIELD[source.frame], "")}), step.problems, step.gone
        )
    return Mapped(part, step, len(table.cells), int((~chosen).sum()), headings)


def _chosen(part: Part, where: dict[str, int]) -> NDArray[np.bool_]:
    cells = part.table.cells
    chosen = np.ones(len(cells), dtype=bool)
    for name, position in where.items():
        wanted = {fold(value) for value in part.source.where[name]}
        chosen &= np.asarray(cells[position].map(fold).isin(wanted), dtype=bool)
    return chosen


def _base(part: Part, located: Located, chosen: NDArray[np.bool_], project: Project) -> pd.DataFrame:
    """One record a row: fields, fixed values, translations, places. Empty cells are missing, but not those of marks."""
    source, cells = part.source, part.table.cells.loc[chosen]
    data: dict[str, object] = {}
    for name in fields_of(source):
        if name in located.positions:
            data[name] = _joined(cells, located.positions[name])
        elif name in source.fixed:
            data[name] = source.fixed[name]
    key = key_field(source, project.school)
    if f.PUPIL in fields_of(source):
        data[f.PUPIL] = [str(n) for n in cells.index] if project.school.key == "row" else data.get(key)
    rows = pd.DataFrame(data, index=cells.index, dtype=object)
    for name in (n for n in source.values if n in rows):  # noqa: PD011 - a setting, no frame
        rows[name] = _translated(rows[name], source, name)
    rows = rows.where((rows != "") | (rows.columns == f.WRITTEN), None)
    where_from = {f.SCHOOL: project.school.id, f.SOURCE: source.id, f.SHEET: part.table.sheet, f.ROW: cells.index}
    return rows.pipe(put, {**where_from, FILE: part.table.file, PART: part.index}).reset_index(drop=True)


def _translated(texts: pd.Series, source: Source, name: str) -> pd.Series:
    """What the export writes as what it means."""
    meant = {fold(written): value for written, value in source.values.get(name, {}).items()}  # noqa: PD011 - a setting, no frame
    return texts.map(lambda text: meant.get(fold(text), text), na_action="ignore") if meant else texts


def _joined(cells: pd.DataFrame, positions: tuple[int, ...]) -> pd.Series:
    """One column, or several joined with '-'; a join with an empty part is empty, since half a key is none."""
    joined = cells[positions[0]]
    for position in positions[1:]:
        joined = joined + "-" + cells[position]
    if len(positions) > 1:
        joined = joined.where(np.logical_and.reduce([cells[p].ne("") for p in positions]), "")
    return joined


def _error_cells(rows: pd.DataFrame, part: Part, located: Located) -> Step:
    """Formulas that failed are no values; in marks they are told apart later."""
    problems = []
    for name, heading in located.headings.items():
        if name == f.WRITTEN or name not in rows:
            continue
        failed = rows[name].isin(ERROR_TEXTS)
        if failed.any():
            first = records(rows, failed)[0]
            found = f'"{first[name]}" ({counted(int(failed.sum()), "row")})'
            problems.append(problem("R243", part.table.place(first[f.ROW], heading), found=found))
            rows = rows.pipe(put, {name: rows[name].where(~failed, None)})
    return Step(rows, tuple(problems))


def _wide(rows: pd.DataFrame, part: Part, project: Project, mapped: Iterable[str]) -> Step:
    """One record a cell, with the heading's fields. An empty cell under a class or a comment is no record."""
    source = part.source
    told = meanings(project, source, part.table, mapped=mapped)
    value = WIDE_FIELD.get(source.frame, f.WRITTEN)
    problems = _heading_problems(told, part)
    pieces = [_column(rows, part, meaning, value) for meaning in told.found]
    if not pieces:
        return Step(rows.iloc[:0].pipe(put, {value: None, f.HEADING: None}), problems)
    melted = pd.concat(pieces, ignore_index=True)
    melted = melted.pipe(put, {value: _translated(melted[value], source, value)})
    if value == f.WRITTEN:
        return Step(melted, problems)
    failed = melted[value].isin(ERROR_TEXTS)
    for heading, group in melted.loc[failed].groupby(f.HEADING, sort=False):
        found = f'"{group[value].iloc[0]}" ({counted(len(group), "row")})'
        problems = (*problems, problem("R243", part.table.place(int(group[f.ROW].iloc[0]), str(heading)), found=found))
    return Step(melted.loc[~failed & melted[value].ne("")].reset_index(drop=True), problems)


def _column(rows: pd.DataFrame, part: Part, meaning: Meaning, value: str) -> pd.DataFrame:
    cells = part.table.cells[meaning.position].reindex(rows[f.ROW]).to_numpy(dtype=object)
    return rows.pipe(put, {**meaning.fields, value: cells, f.HEADING: meaning.heading, IN_YEAR: meaning.year_group})


def _heading_problems(told: Meanings, part: Part) -> tuple[Problem, ...]:
    place, problems = part.table.place(), []
    if not told.found:
        problems.append(
            problem(
                "L225",
                place,
                found="headings " + ", ".join(f'"{h}"' for h in part.table.headings if h),
                expected=part.source.headings or ", ".join(f'"{w.heading}"' for w in part.source.wide),
            )
        )
    elif told.unmatched:
        problems.append(
            problem(
                "L212", place, found=", ".join(f'"{h}"' for h in told.unmatched), expected=part.source.headings or ""
            )
        )
    if told.found and told.missing:
        problems.append(problem("L209", place, expected=", ".join(f'"{h}"' for h in told.missing)))
    seen: dict[str, set[int]] = {}
    for meaning in told.found:
        seen.setdefault(fold(meaning.heading), set()).add(meaning.position)
    problems += [
        problem(
            "L222", part.table.place(heading=part.table.headings[min(p)]), found=f"{len(p)} columns of this heading"
        )
        for p in seen.values()
        if len(p) > 1
    ]
    return tuple(problems)
