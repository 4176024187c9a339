"""The pupils on the school's list: one row a pupil, and every doubt about who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from reportgen.ingest.columns import fields_of
from reportgen.ingest.mapping import Mapped
from reportgen.ingest.repeats import repeating
from reportgen.ingest.stand_in import STAND_IN
from reportgen.ingest.step import (
    ASIDE,
    DUPLICATE,
    FILE,
    PART,
    Record,
    Step,
    by_key,
    counted,
    having,
    listing,
    place,
    put,
    records,
    without,
)
from reportgen.ingest.table import Part
from reportgen.ingest.text import fold_name
from reportgen.ingest.upn import upn_doubt
from reportgen.model import frames as f
from reportgen.model.calendar import year_group_before
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project

NAMES = (f.LEGAL_SURNAME, f.LEGAL_FORENAME, f.PREFERRED_SURNAME, f.PREFERRED_FORENAME)
FIELDS = tuple(c.name for c in f.PUPILS.columns if c.from_export)
_PROVENANCE = (f.SCHOOL, f.SOURCE, f.SHEET, f.ROW, FILE, PART)


@dataclass(frozen=True)
class Roll:
    """The pupils frame, still with the places of its rows, and findings. `kept`: file rows that gave something."""

    pupils: pd.DataFrame
    kept: pd.DataFrame
    step: Step


def make_roll(project: Project, mapped: Sequence[Mapped], parts: Sequence[Part]) -> Roll:
    """The roll from the pupils sources; without one, from the keys that other frames name."""
    own = [m.step.rows for m in mapped if m.part.source.frame == "pupils"]
    rows = _together(own) if own else _from_others(project, mapped)
    step = Step(rows)
    if own:
        step = step.then(lambda some: _duplicates(some, parts)).then(lambda some: _doubts(some, parts))
    kept = step.rows[[PART, f.ROW]]
    step = step.then(lambda some: _merged(some, parts, listed=bool(own))).then(_with_year_group)
    kept = kept if own else kept.iloc[:0]
    lost = pd.concat(step.gone)[[PART, f.ROW]] if step.gone else kept.iloc[:0]
    kept = kept.merge(lost.drop_duplicates(), how="left", on=[PART, f.ROW], indicator=True).query(
        "_merge == 'left_only'"
    )[[PART, f.ROW]]
    step = step.then(lambda some: Step(_identified(some, project)))
    step = step.also((*_upns(step.rows), *_twins(step.rows), *_left_before_joining(step.rows)))
    return Roll(_preferred(step.rows), kept, step)


def _together(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    rows = pd.concat(frames, ignore_index=True)
    return having(rows, FIELDS)[[*FIELDS, *_PROVENANCE]]


def _from_others(project: Project, mapped: Sequence[Mapped]) -> pd.DataFrame:
    """Each key any frame names, with what its rows say of the pupil. Year groups are brought to the pupils' year."""
    year_of = {c.id: c.year for c in project.collections.collections}
    now = project.pupils_year()
    pieces = []
    for one in mapped:
        rows = one.step.rows
        if f.PUPIL not in rows:
            continue
        here = [name for name in fields_of(one.part.source) if name in FIELDS and name in rows]
        extra = [f.COLLECTION] if f.COLLECTION in rows and f.YEAR_GROUP in rows else []
        piece = rows.drop_duplicates([*here, *extra])[[*here, *extra, *_PROVENANCE]]
        years = piece[f.COLLECTION].map(year_of) if extra else pd.Series(now, index=piece.index)
        if f.YEAR_GROUP in piece:
            shifted = [_shift(g, int(y) - now) for g, y in zip(piece[f.YEAR_GROUP], years, strict=True)]
            piece = piece.pipe(put, {f.YEAR_GROUP: shifted})
        pieces.append(piece.assign(_year=years))
    if not pieces:
        return pd.DataFrame(columns=[*FIELDS, *_PROVENANCE])
    ordered = pd.concat(pieces, ignore_index=True).sort_values("_year", kind="stable")
    return having(ordered, FIELDS)[[*FIELDS, *_PROVENANCE]]


def _shift(group: object, years: int) -> str | None:
    return year_group_before(group, years=years) if isinstance(group, str) else None


def _duplicates(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    twice = rows.duplicated([PART, *FIELDS]) & ~repeating(rows, parts)
    return without(rows, twice, DUPLICATE, duplicate_problems(rows.loc[twice]))


def duplicate_problems(rows: pd.DataFrame) -> list[Problem]:
    """One problem a part with the exact copies in it."""
    found = []
    for _, group in rows.groupby(PART, sort=True):
        numbers = group[f.ROW]
        first = records(group.iloc[:1])[0]
        found.append(problem("R206", place(first, heading=""), found=listing(numbers)))
    return found


def _doubts(rows: pd.DataFrame, parts: Sequence[Part]) -> Step:
    """One key for two children.

    Within a file any difference of name, birth date or year group; between files (Tom and Thomas) both names.
    """
    once = rows.loc[~repeating(rows, parts)]
    letters = {name: once[name].map(lambda text: fold_name(text) or None, na_action="ignore") for name in NAMES}
    folded = once.pipe(put, letters)
    within = folded.groupby([PART, f.PUPIL], sort=False)[[*NAMES, f.BORN, f.YEAR_GROUP]].nunique().gt(1).any(axis=1)
    different = folded.groupby(f.PUPIL, sort=False)[[*NAMES, f.BORN, f.YEAR_GROUP]].nunique().gt(1)
    both = different[f.LEGAL_SURNAME] & different[f.LEGAL_FORENAME]
    between = both | different[f.BORN] | different[f.YEAR_GROUP]
    keys = sorted({key for _, key in within.index[within]} | set(between.index[between]))
    claims = rows.loc[rows[f.PUPIL].isin(keys)].drop_duplicates([PART, f.PUPIL, *NAMES, f.BORN, f.YEAR_GROUP])
    together = by_key(records(claims), [f.PUPIL])
    return Step(rows, tuple(_two_children(together[(key,)], key) for key in keys))


def _two_children(claims: list[Record], key: str) -> Problem:
    found = " and ".join(f"{_who(r)} ({place(r, heading='')})" for r in claims)
    where, expected = place(claims[-1], heading=""), f"one pupil for key {key}"
    return problem("R208", where, found=found, expected=expected, pupil=key, holds_report=True)


def _who(record: dict[str, object]) -> str:
    born = record[f.BORN]
    name = " ".join(str(record[n]) for n in (f.LEGAL_FORENAME, f.LEGAL_SURNAME) if record[n])
    group = f"year {record[f.YEAR_GROUP]}" if record[f.YEAR_GROUP] else ""
    return (
        ", ".join(part for part in (name, f"born {pd.Timestamp(str(born)):%d/%m/%Y}" if born else "", group) if part)
        or "a row"
    )


def _merged(rows: pd.DataFrame, parts: Sequence[Part], *, listed: bool) -> Step:
    """One row a pupil: the first filled value of each field, the last of sources that repeat pupils."""
    if rows.empty:
        return Step(rows)
    last = repeating(rows, parts) if listed else pd.Series(data=True, index=rows.index)
    newest = rows.loc[last].groupby([PART, f.PUPIL] if listed else [f.PUPIL], sort=False, as_index=False).last()
    ordered = pd.concat([rows.loc[~last], newest], ignore_index=True).sort_values(PART, kind="stable")
    problems = _other_differences(ordered) if listed else []
    firsts = ordered.groupby(f.PUPIL, sort=False, as_index=False).first()
    return Step(firsts[list(rows.columns)], tuple(problems))


def _other_differences(rows: pd.DataFrame) -> list[Problem]:
    found = []
    for name in (f.FORM, f.SEX, f.JOINED, f.LEFT, f.UPN, f.MIS_ID, f.ADMISSION_NUMBER):
        values = rows.groupby(f.PUPIL, sort=False)[name].nunique()
        keys = values.index[values > 1]
        if len(keys):
            some = rows.loc[rows[f.PUPIL].isin(keys) & rows[name].notna()]
            first = records(some.loc[some[f.PUPIL] == keys[0]])
            texts = " and ".join(f'"{_plain(r[name])}" ({place(r, heading="")})' for r in first)
            found.append(
                problem(
                    "R238",
                    place(first[-1], heading=name),
                    found=f"{counted(len(keys), 'pupil')}; the first: {texts}",
                    pupil=str(keys[0]),
                )
            )
    return found


def _plain(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, pd.Timestamp) else str(value)


def _with_year_group(rows: pd.DataFrame) -> Step:
    """A pupil without a year group can have no report: set aside, and the missing report is named."""
    lost = rows[f.YEAR_GROUP].isna()
    problems = [
        problem("R244", place(r, heading=""), found=f"pupil {r[f.PUPIL]}", pupil=r[f.PUPIL], holds_report=True)
        for r in records(rows, lost)
    ]
    return without(rows, lost, ASIDE, problems)


def _identified(rows: pd.DataFrame, project: Project) -> pd.DataFrame:
    """The identifier chosen as key, where the export gives it as the key only; a stand-in is nobody's identifier."""
    key = project.school.key
    given = rows[f.PUPIL].mask(rows[f.PUPIL].str.startswith(STAND_IN))
    return rows if key == "row" else rows.pipe(put, {key: rows[key].fillna(given)})


def _upns(rows: pd.DataFrame) -> list[Problem]:
    """UPNs that are not as they should be, which many schools have: never more than a warning."""
    return [
        problem("R203", place(record, heading=""), found=f'"{record[f.UPN]}"', expected=doubt, pupil=record[f.PUPIL])
        for record in records(rows, rows[f.UPN].notna())
        if (doubt := upn_doubt(record[f.UPN]))
    ]


def _twins(rows: pd.DataFrame) -> list[Problem]:
    """Two keys with one name and birth date: perhaps one child twice."""
    named = rows.loc[rows[f.LEGAL_SURNAME].notna() & rows[f.LEGAL_FORENAME].notna() & rows[f.BORN].notna()]
    if named.empty:
        return []
    who = named.assign(_who=named[f.LEGAL_SURNAME].map(fold_name) + "|" + named[f.LEGAL_FORENAME].map(fold_name))
    found = []
    for _, group in who.groupby(["_who", f.BORN], sort=False):
        if len(group) > 1:
            both = records(group)
            found.append(
                problem(
                    "R209",
                    place(both[-1], heading=""),
                    found=" and ".join(f"{r[f.PUPIL]} ({place(r, heading='')})" for r in both),
                    pupil=both[-1][f.PUPIL],
                )
            )
    return found


def _left_before_joining(rows: pd.DataFrame) -> list[Problem]:
    wrong = pd.to_datetime(rows[f.LEFT]) < pd.to_datetime(rows[f.JOINED])
    return [
        problem(
            "R239",
            place(r, heading=""),
            found=f"joined {_plain(r[f.JOINED])}, left {_plain(r[f.LEFT])}",
            pupil=r[f.PUPIL],
        )
        for r in records(rows, wrong)
    ]


def _preferred(rows: pd.DataFrame) -> pd.DataFrame:
    """Preferred names are the legal ones where the export has none."""
    return rows.pipe(
        put,
        {
            f.PREFERRED_SURNAME: rows[f.PREFERRED_SURNAME].fillna(rows[f.LEGAL_SURNAME]),
            f.PREFERRED_FORENAME: rows[f.PREFERRED_FORENAME].fillna(rows[f.LEGAL_FORENAME]),
        },
    )
