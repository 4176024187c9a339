"""Groups: one value a pupil and group, dated."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportgen.ingest.repeats import last_filled, repeating
from reportgen.ingest.roll import duplicate_problems
from reportgen.ingest.step import (
    DUPLICATE,
    FILE,
    PART,
    Record,
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
from reportgen.ingest.table import Part
from reportgen.ingest.text import fold
from reportgen.model import frames as f
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project
from reportgen.model.school import Group

KEY = [f.PUPIL, f.GROUP]
SEX_GROUP = "sex"
_UNKNOWN = "_unknown"


def make_memberships(rows: pd.DataFrame, project: Project, parts: Sequence[Part]) -> Step:
    """Values understood and dated, exact copies taken out."""
    rows = having(rows, (f.AS_OF, f.HEADING))
    return (
        Step(rows)
        .then(lambda some: _valued(some, project))
        .then(lambda some: _dated(some, project, parts))
        .then(lambda some: _without_copies(some, parts))
    )


def sex_of(pupils: pd.DataFrame) -> pd.DataFrame:
    """Records of the group `sex` from the pupils frame, for schools that have no list of it."""
    kept = [f.PUPIL, f.SCHOOL, f.SOURCE, f.SHEET, f.ROW, FILE, PART]
    return pupils.loc[:, kept].pipe(put, {f.GROUP: SEX_GROUP, f.WRITTEN: pupils[f.SEX].fillna(""), f.HEADING: f.SEX})


def _meaning(group: Group) -> dict[str, str]:
    """Value by folded spelling: ids before names before other spellings."""
    made: dict[str, str] = {}
    values = group.values  # noqa: PD011 - a setting
    pairs = [(v.id, v.id) for v in values] + [(s, v.id) for v in values for s in (v.name, *v.also, v.flag)]
    for spelling, value in pairs:
        if spelling:
            made.setdefault(fold(spelling), value)
    return made


def _valued(rows: pd.DataFrame, project: Project) -> Step:
    groups = {g.id: g for g in project.groups.groups}
    meanings = {g: _meaning(group) for g, group in groups.items()}

    def value(group: str, written: str | None) -> str | None:
        return meanings[group].get(fold(written)) if written else meanings[group].get("", groups[group].blank)

    values = distinct(rows, [f.GROUP, f.WRITTEN], value).column()
    rows = rows.pipe(put, {f.VALUE: values})
    unknown = rows[f.WRITTEN].ne("") & rows[f.VALUE].isna()
    rows = rows.pipe(put, {_UNKNOWN: unknown})
    problems = []
    for (group, written), some in rows.loc[unknown].groupby([f.GROUP, f.WRITTEN], sort=False):
        first = records(some.iloc[:1])[0]
        expected = f"a value of group {group}: {', '.join(sorted(set(meanings[str(group)].values())))}"
        found = f'"{written}" ({counted(len(some), "row")})'
        problems.append(problem("R215", place(first), found=found, expected=expected, pupil=first[f.PUPIL]))
    return Step(rows, tuple(problems))


def _dated(rows: pd.DataFrame, project: Project, parts: Sequence[Part]) -> Step:
    """The date of a row: its own, else its list's, else its group's."""
    of_source = {p.index: p.source.as_of for p in parts}
    of_group = {g.id: g.as_of for g in project.groups.groups}
    listed = pd.to_datetime(rows[PART].map(of_source)).fillna(pd.to_datetime(rows[f.GROUP].map(of_group)))
    own = pd.to_datetime(rows[f.AS_OF])
    return Step(rows.pipe(put, {f.AS_OF: own.fillna(listed).astype("datetime64[s]")}))


def _without_copies(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    again = rows.duplicated([*KEY, f.WRITTEN, f.AS_OF, PART]) & ~repeating(rows, parts)
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[again]))


def one_each(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    """One record a pupil and group: of lists that differ the later; of one date none, the value is not known."""
    rows = last_filled(rows, KEY, parts)
    if rows.empty:
        return Step(rows.drop(columns=_UNKNOWN))
    # an empty cell that means "not known" says nothing against a list that knows
    silent = rows[f.VALUE].isna() & ~rows[_UNKNOWN]
    spoken = (~silent).groupby([rows[k] for k in KEY]).transform("any")
    rows = rows.loc[~(silent & spoken)].sort_values(f.AS_OF, kind="stable", na_position="first")
    several = rows.loc[rows.duplicated(KEY, keep=False)]
    problems: list[Problem] = []
    lost: set[tuple[str, str]] = set()
    for (pupil, group), cells in sorted(by_key(records(several), KEY).items()):
        found, unknown = _disagreement(cells)
        problems += found
        lost |= {(pupil, group)} if unknown else set()
    kept = rows.drop_duplicates(KEY, keep="last")
    if lost:
        known = ~pd.MultiIndex.from_frame(kept[KEY]).isin(sorted(lost))
        kept = kept.pipe(put, {f.VALUE: kept[f.VALUE].where(known, None)})
    return Step(kept.drop(columns=_UNKNOWN).reset_index(drop=True), tuple(problems))


def _disagreement(cells: list[Record]) -> tuple[list[Problem], bool]:
    """What lists that differ say; true when two of the latest date differ."""
    if len({c[f.VALUE] for c in cells}) == 1:
        return [], False
    latest = [c for c in cells if c[f.AS_OF] == cells[-1][f.AS_OF]]
    unknown = len({c[f.VALUE] for c in latest}) > 1
    said = " and ".join(f'"{c[f.WRITTEN]}" ({place(c)}, {_day(c[f.AS_OF])})' for c in cells)
    expected = "one value for one date" if unknown else f'"{cells[-1][f.WRITTEN]}" is used, the later'
    code, pupil = "R217" if unknown else "R216", str(cells[-1][f.PUPIL])
    return [problem(code, place(cells[-1]), found=said, expected=expected, pupil=pupil)], unknown


def _day(when: object) -> str:
    return f"{when:%d/%m/%Y}" if isinstance(when, pd.Timestamp) else "no date"
