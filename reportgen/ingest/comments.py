"""Texts about pupils."""

from __future__ import annotations

import pandas as pd

from reportgen.ingest.roll import duplicate_problems
from reportgen.ingest.step import (
    ASIDE,
    DUPLICATE,
    Step,
    by_key,
    counted,
    distinct,
    having,
    place,
    put,
    records,
    without,
)
from reportgen.ingest.text import fold
from reportgen.model import frames as f
from reportgen.model.problem import problem
from reportgen.model.project import Project

KEY = [f.PUPIL, f.SUBJECT, f.COLLECTION, f.KIND, f.AUTHOR]
COMMENT, NEXT_STEP = "comment", "next_step"
_KINDS = {
    "comment": COMMENT,
    "": COMMENT,
    "next_step": NEXT_STEP,
    "next step": NEXT_STEP,
    "next steps": NEXT_STEP,
    "nextstep": NEXT_STEP,
}


def make_comments(rows: pd.DataFrame, project: Project) -> Step:
    """The comments frame: kinds and authors in one spelling, copies out, two texts for one place set aside."""
    rows = having(rows, (f.SUBJECT, f.KIND, f.AUTHOR))
    return Step(rows).then(_kinds).then(lambda some: _authors(some, project)).then(_copies).then(_two_texts)


def _kinds(rows: pd.DataFrame) -> Step:
    kinds = pd.Series(
        distinct(
            rows, [f.KIND], lambda text: _KINDS.get(fold(text or "").replace("_", " "), _KINDS.get(fold(text or "")))
        ).column(),
        index=rows.index,
        dtype=object,
    )
    unknown = kinds.isna()
    problems = []
    for text, group in rows.loc[unknown].groupby(f.KIND, sort=False):
        found = f'"{text}" ({counted(len(group), "row")})'
        problems.append(
            problem("R236", place(records(group.iloc[:1])[0]), found=found, expected="comment or next_step")
        )
    return without(rows.pipe(put, {f.KIND: kinds}), unknown, ASIDE, problems)


def _authors(rows: pd.DataFrame, project: Project) -> Step:
    def code(text: str | None) -> str | None:
        known = project.staff.named(text) if text else None
        return known.code if known else text

    return Step(rows.pipe(put, {f.AUTHOR: distinct(rows, [f.AUTHOR], code).column()}))


def _copies(rows: pd.DataFrame) -> Step:
    again = rows.duplicated([*KEY, f.TEXT])
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[again]))


def _two_texts(rows: pd.DataFrame) -> Step:
    several = rows.duplicated(KEY, keep=False)
    problems = []
    for cells in by_key(records(rows, several), KEY).values():
        found = "different texts at " + " and ".join(str(place(c)) for c in cells)
        pupil = cells[0][f.PUPIL]
        problems.append(problem("R235", place(cells[-1]), found=found, expected="one text", pupil=pupil))
    return without(rows, several, ASIDE, problems)
