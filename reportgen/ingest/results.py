"""Marks: each understood on its scale, one a pupil, subject, collection and facet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from reportgen.ingest.mapping import IN_YEAR
from reportgen.ingest.mark import States, Understood, read_mark
from reportgen.ingest.repeats import last_filled, repeating
from reportgen.ingest.roll import duplicate_problems
from reportgen.ingest.step import (
    DUPLICATE,
    PART,
    Record,
    Step,
    by_key,
    cells_said,
    counted,
    distinct,
    having,
    place,
    put,
    records,
    without,
)
from reportgen.ingest.table import Part
from reportgen.model import frames as f
from reportgen.model.calendar import year_group_before
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project
from reportgen.model.scale import MarkState

KEY = [f.PUPIL, f.SUBJECT, f.COLLECTION, f.FACET]
_HEARD = "_heard"
UNCLEAR, NOT_ENTERED = MarkState.UNCLEAR.value, MarkState.NOT_ENTERED.value


def make_results(rows: pd.DataFrame, roll: pd.DataFrame, project: Project, parts: Sequence[Part]) -> Step:
    """The results frame. Every record that is not used is a duplicate or set aside."""
    columns = [f.CLASS_ID, f.TEACHER, f.WRITTEN, f.HEADING, IN_YEAR]
    rows = having(rows, columns)
    return (
        Step(rows)
        .then(lambda some: _with_year_groups(some, roll, project))
        .then(lambda some: _for_the_year(some, project, parts))
        .then(lambda some: _understood(some, project, parts))
        .then(lambda some: _without_copies(some, parts))
        .then(_cell_problems)
    )


def one_each(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    """One record a key: the only mark there is, or an unclear one that names the two found."""
    return Step(last_filled(rows, KEY, parts)).then(_marks_before_blanks).then(_two_values)


def _with_year_groups(rows: pd.DataFrame, roll: pd.DataFrame, project: Project) -> Step:
    """The year group each pupil was in when the mark was given."""
    now = dict(zip(roll[f.PUPIL], roll[f.YEAR_GROUP], strict=True))
    year_of = {c.id: c.year for c in project.collections.collections}
    pupils_year = project.pupils_year()
    today = rows[f.PUPIL].map(now)

    def then(group: str, collection: str) -> str | None:
        years = pupils_year - year_of[collection]
        return year_group_before(group, years=years) if group else None

    both = pd.DataFrame({"group": today, "collection": rows[f.COLLECTION]})
    return Step(rows.pipe(put, {f.YEAR_GROUP: distinct(both, ["group", "collection"], then).column()}))


def _for_the_year(rows: pd.DataFrame, project: Project, parts: Sequence[Part]) -> Step:
    """Cells of wide files that are marks of this pupil.

    A heading for another year group is not the pupil's, and an empty cell where nothing is asked for is no mark.
    """
    other_year = rows[IN_YEAR].notna() & (rows[IN_YEAR] != rows[f.YEAR_GROUP])
    blank = rows[f.WRITTEN] == ""
    # several collections may be meant by one heading: a cell is astray only when none of them is the pupil's
    cell = [PART, f.ROW, f.HEADING, f.PUPIL, f.SUBJECT, f.FACET]
    at_home = (~other_year).groupby([rows[c] for c in cell], dropna=False).transform("any")
    astray = rows.loc[other_year & ~blank & ~at_home].drop_duplicates(cell)
    problems = []
    for heading, group in astray.groupby(f.HEADING, sort=False):
        first = records(group.iloc[:1])[0]
        found = f'"{first[f.WRITTEN]}" ({counted(len(group), "cell")})'
        expected = f"cells for year group {first[IN_YEAR]} only"
        problems.append(problem("R240", place(first, str(heading)), found=found, expected=expected))
    wide = rows[PART].isin([p.index for p in parts if p.source.wide or p.source.headings])
    not_asked = wide & blank & ~pd.Series(_asked(rows, project), index=rows.index)
    return Step(rows.loc[~(other_year | not_asked)].drop(columns=IN_YEAR).reset_index(drop=True), tuple(problems))


def _asked(rows: pd.DataFrame, project: Project) -> np.ndarray:
    collections = {c.id: c for c in project.collections.collections}
    subjects = {s.id: s for s in project.subjects.subjects}

    def asked(collection: str, facet: str, subject: str, group: str | None) -> bool:
        c, s = collections[collection], subjects[subject]
        return facet in c.facets and group in c.year_groups and (not s.year_groups or group in s.year_groups)

    return distinct(rows, [f.COLLECTION, f.FACET, f.SUBJECT, f.YEAR_GROUP], asked).column().astype(bool)


def _understood(rows: pd.DataFrame, project: Project, parts: Sequence[Part]) -> Step:
    """Every cell as its scale understands it: once for each different text on each scale."""
    marks, states = project.marks, States.of(project.marks)

    def scale_id(facet: str, group: str | None, subject: str) -> str | None:
        scale = marks.scale_for(facet, year_group=group or "", subject=subject)
        return scale.id if scale else None

    comma = rows[PART].isin([p.index for p in parts if p.table.delimiter == ";"])
    rows = rows.pipe(
        put, {f.SCALE: distinct(rows, [f.FACET, f.YEAR_GROUP, f.SUBJECT], scale_id).column(), "_comma": comma}
    )
    heard = distinct(
        rows,
        [f.SCALE, f.WRITTEN, "_comma"],
        lambda scale, written, comma: read_mark(
            written or "", marks.scale(scale) if scale else None, states=states, comma=comma
        ),
    )
    rows = rows.drop(columns="_comma").pipe(
        put,
        {
            f.LABEL: heard.column("label"),
            f.VALUE: heard.column("value").astype("float64"),
            f.POSITION: heard.column("position").astype("float64"),
            f.STATE: [s.value for s in heard.column("state")],
            f.REASON: heard.column("reason"),
            _HEARD: heard.column(),
        },
    )
    return Step(rows)


def _cell_problems(rows: pd.DataFrame) -> Step:
    """One problem a cell that could not be understood; one a facet, year group and subject that has no scale."""
    unclear = rows[f.STATE] == UNCLEAR
    found: list[Problem] = []
    without_scale: dict[tuple[str, str, str], list[Record]] = {}
    for record, mark in zip(records(rows.drop(columns=_HEARD), unclear), rows.loc[unclear, _HEARD], strict=True):
        if mark.code == "R226":
            key = (record[f.FACET], record[f.YEAR_GROUP], record[f.SUBJECT])
            without_scale.setdefault(key, []).append(record)
        else:
            found.append(cell_problem(record, mark))
    for (facet, group, subject), some in without_scale.items():
        what = f"{counted(len(some), 'mark')} of facet {facet}, subject {subject}, year group {group}"
        found.append(problem("R226", place(some[0]), found=what))
    return Step(rows.drop(columns=_HEARD), tuple(found))


def cell_problem(record: Record, mark: Understood) -> Problem:
    """The problem of a cell that could not be understood."""
    found, pupil = f'"{record[f.WRITTEN]}"', record[f.PUPIL]
    return problem(mark.code, place(record), found=found, expected=mark.expected, remedy=mark.remedy, pupil=pupil)


def _without_copies(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    """A mark written again: exact copies are warned of; one a class or teacher is how shared classes are exported."""
    # two spellings of absent say the same; of cells no one understands only the same text does
    said = rows[f.LABEL].where(rows[f.STATE] == MarkState.MARKED, rows[f.WRITTEN].where(rows[f.STATE] == UNCLEAR, ""))
    same = rows.assign(_said=said)
    again = same.duplicated([*KEY, f.STATE, "_said"]) & ~repeating(rows, parts)
    exact = same.duplicated([*KEY, f.STATE, "_said", f.CLASS_ID, f.TEACHER]) & again
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[exact]))


def _marks_before_blanks(rows: pd.DataFrame) -> Step:
    """An empty cell says nothing beside a filled one for the same mark."""
    blank = (rows[f.WRITTEN] == "") | (rows[f.STATE] == NOT_ENTERED)
    several = rows.duplicated(KEY, keep=False)
    if not (several & blank).any():
        return Step(rows)
    filled = (~blank).groupby([rows[k] for k in KEY]).transform("any")
    return Step(rows.loc[~(blank & filled)].reset_index(drop=True))


def two_values(rows: pd.DataFrame, key: list[str], *, expected: str) -> list[Problem]:
    """One problem a key with its different cells."""
    return [
        problem("R205", place(c[-1]), found=cells_said(c, f.WRITTEN), expected=expected, pupil=c[0][f.PUPIL])
        for c in by_key(records(rows), key).values()
    ]


def _two_values(rows: pd.DataFrame) -> Step:
    """Two different values for one mark: blank, since no one can say which is meant."""
    several = rows.duplicated(KEY, keep=False)
    if not several.any():
        return Step(rows)
    problems = two_values(rows.loc[several], KEY, expected="one mark")
    first = ~rows.duplicated(KEY)
    changed = rows.pipe(
        put,
        {
            f.STATE: rows[f.STATE].where(~several, UNCLEAR),
            f.REASON: rows[f.REASON].where(~several, "two different marks were found"),
            **{name: rows[name].where(~several) for name in (f.LABEL, f.VALUE, f.POSITION)},
        },
    )
    return Step(changed.loc[first].reset_index(drop=True), tuple(problems))
