"""Starting points: one score a pupil and start."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportgen.ingest.mark import States, read_mark
from reportgen.ingest.repeats import last_filled, repeating
from reportgen.ingest.results import NOT_ENTERED, UNCLEAR, cell_problem, two_values
from reportgen.ingest.roll import duplicate_problems
from reportgen.ingest.step import DUPLICATE, PART, Step, counted, distinct, having, place, put, records, without
from reportgen.ingest.table import Part
from reportgen.model import frames as f
from reportgen.model.problem import problem
from reportgen.model.project import Project

KEY = [f.PUPIL, f.START]


def make_starts(rows: pd.DataFrame, project: Project, parts: Sequence[Part]) -> Step:
    """Scores understood, exact copies taken out."""
    rows = having(rows, (f.DATE, f.HEADING))
    return (
        Step(rows).then(lambda some: _understood(some, project, parts)).then(lambda some: _without_copies(some, parts))
    )


def one_each(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    """One record a pupil and start.

    Of scores on different days the first, since it is where the pupil began; of two on one day none.
    """
    return Step(last_filled(rows, KEY, parts)).then(_scores_before_blanks).then(_first_day).then(_two_scores)


def _understood(rows: pd.DataFrame, project: Project, parts: Sequence[Part]) -> Step:
    states = States.of(project.marks)
    scale_of = {s.id: project.marks.scale(s.scale) for s in project.groups.starts}
    comma = rows[PART].isin([p.index for p in parts if p.table.delimiter == ";"])
    heard = distinct(
        rows.assign(_comma=comma),
        [f.START, f.WRITTEN, "_comma"],
        lambda start, written, comma: read_mark(written or "", scale_of[start], states=states, comma=comma),
    )
    rows = rows.pipe(
        put, {f.SCORE: heard.column("value").astype("float64"), f.STATE: [s.value for s in heard.column("state")]}
    )
    unclear = rows[f.STATE] == UNCLEAR
    cells = zip(records(rows, unclear), heard.column()[unclear], strict=True)
    problems = [cell_problem(record, mark) for record, mark in cells]
    return Step(rows, tuple(problems))


def _without_copies(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    again = rows.duplicated([*KEY, f.STATE, f.SCORE, f.WRITTEN, f.DATE]) & ~repeating(rows, parts)
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[again]))


def _scores_before_blanks(rows: pd.DataFrame) -> Step:
    blank = rows[f.STATE] == NOT_ENTERED
    filled = (~blank).groupby([rows[k] for k in KEY]).transform("any") if len(rows) else ~blank
    return Step(rows.loc[~(blank & filled)].reset_index(drop=True))


def _first_day(rows: pd.DataFrame) -> Step:
    earliest = rows.groupby(KEY)[f.DATE].transform("min") if len(rows) else rows[f.DATE]
    later = rows[f.DATE] > earliest
    if not later.any():
        return Step(rows)
    first = records(rows, later)[0]
    found = f"{counted(int(later.sum()), 'later score')}; the first is of pupil {first[f.PUPIL]}"
    return Step(
        rows.loc[~later].reset_index(drop=True), (problem("R241", place(first), found=found, pupil=first[f.PUPIL]),)
    )


def _two_scores(rows: pd.DataFrame) -> Step:
    several = rows.duplicated(KEY, keep=False)
    problems = two_values(rows.loc[several], KEY, expected="one score")
    changed = rows.pipe(put, {f.STATE: rows[f.STATE].where(~several, UNCLEAR), f.SCORE: rows[f.SCORE].where(~several)})
    return Step(changed.loc[~rows.duplicated(KEY)].reset_index(drop=True), tuple(problems))
