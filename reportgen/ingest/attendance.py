"""Attendance: sessions counted by the register's codes, totals checked."""

from __future__ import annotations

import pandas as pd

from reportgen.ingest.roll import duplicate_problems
from reportgen.ingest.step import (
    ASIDE,
    DUPLICATE,
    FILE,
    PART,
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
from reportgen.ingest.text import fold
from reportgen.model import frames as f
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project

_SESSIONS = {
    "am": "AM",
    "a.m.": "AM",
    "1": "AM",
    "morning": "AM",
    "pm": "PM",
    "p.m.": "PM",
    "2": "PM",
    "afternoon": "PM",
}
_COUNTS = (f.POSSIBLE, f.ATTENDED, f.AUTHORISED, f.UNAUTHORISED, f.LATE)
_SESSION_KEY = [f.PUPIL, f.DATE, f.SESSION]


def make_totals(rows: pd.DataFrame) -> Step:
    """One record a pupil whose counts can be true; the others are set aside and named."""
    rows = having(rows, (f.STARTS, f.ENDS, *_COUNTS))
    return Step(rows).then(_impossible).then(_copies).then(_two_totals)


def _impossible(rows: pd.DataFrame) -> Step:
    number = rows[list(_COUNTS)].astype("Float64")
    more = number[f.ATTENDED] > number[f.POSSIBLE]
    adds_up = number[f.ATTENDED] + number[f.AUTHORISED] + number[f.UNAUTHORISED]
    wrong = (more | (adds_up != number[f.POSSIBLE])).fillna(more).fillna(value=False).astype(bool)
    problems = [
        problem(
            "R227",
            place(r),
            found=_counts(r),
            expected="attended and missed sessions that make up the possible ones",
            pupil=r[f.PUPIL],
        )
        for r in records(rows, wrong)
    ]
    return without(rows, wrong, ASIDE, problems)


def _counts(record: dict[str, object]) -> str:
    words = {f.POSSIBLE: "possible", f.ATTENDED: "attended", f.AUTHORISED: "authorised", f.UNAUTHORISED: "unauthorised"}
    return ", ".join(f"{record[name]} {word}" for name, word in words.items() if record[name] is not None)


def _copies(rows: pd.DataFrame) -> Step:
    again = rows.duplicated([f.PUPIL, f.STARTS, f.ENDS, *_COUNTS])
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[again]))


def _two_totals(rows: pd.DataFrame) -> Step:
    several = rows.duplicated(f.PUPIL, keep=False)
    problems = []
    for (pupil,), cells in by_key(records(rows, several), [f.PUPIL]).items():
        said = " and ".join(f"{_counts(c)} ({place(c)})" for c in cells)
        problems.append(problem("R245", place(cells[-1]), found=said, expected="one row a pupil", pupil=pupil))
    return without(rows, several, ASIDE, problems)


def make_sessions(rows: pd.DataFrame, project: Project) -> Step:
    """One record a pupil and half-day with a register code."""
    rows = having(rows, (f.CODE,))
    step = Step(rows).then(_halves).then(lambda some: _codes(some, project)).then(_session_copies).then(_two_codes)
    return step.then(lambda some: Step(_counting(some, project)))


def _halves(rows: pd.DataFrame) -> Step:
    halves = pd.Series(
        distinct(rows, [f.SESSION], lambda text: _SESSIONS.get(fold(text or ""))).column(),
        index=rows.index,
        dtype=object,
    )
    unknown = halves.isna()
    problems = []
    for text, group in rows.loc[unknown].groupby(f.SESSION, sort=False):
        problems.append(
            problem(
                "R246",
                place(records(group.iloc[:1])[0]),
                found=f'"{text}" ({counted(len(group), "row")})',
                expected="AM or PM",
            )
        )
    return without(rows.pipe(put, {f.SESSION: halves}), unknown, ASIDE, problems)


def _codes(rows: pd.DataFrame, project: Project) -> Step:
    known = {c.code for c in project.reference.attendance_codes}
    codes = distinct(rows, [f.CODE], lambda text: text if text in known else (text or "").upper()).column()
    rows = rows.pipe(put, {f.CODE: codes})
    problems = []
    for text, group in rows.loc[~rows[f.CODE].isin(known)].groupby(f.CODE, sort=False):
        found = (f'"{text!s}"' if text else "no code") + f" ({counted(len(group), 'session')})"
        problems.append(problem("R229", place(records(group.iloc[:1])[0]), found=found))
    return Step(rows, tuple(problems))


def _session_copies(rows: pd.DataFrame) -> Step:
    again = rows.duplicated([*_SESSION_KEY, f.CODE])
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[again]))


def _two_codes(rows: pd.DataFrame) -> Step:
    several = rows.duplicated(_SESSION_KEY, keep=False)
    problems = []
    for (pupil,), cells in by_key(records(rows, several), [f.PUPIL]).items():
        found = f"{counted(len(cells), 'row')}; the first: {cells_said(cells[:2], f.CODE)}"
        problems.append(problem("R231", place(cells[0]), found=found, expected="one code a session", pupil=pupil))
    return without(rows, several, ASIDE, problems)


def _counting(sessions: pd.DataFrame, project: Project) -> pd.DataFrame:
    """What each session counts as; one whose code is unknown or not possible counts as nothing."""
    codes = {c.code: c for c in project.reference.attendance_codes}
    counts_as = sessions[f.CODE].map({code: c.counts_as for code, c in codes.items()})
    return sessions.pipe(
        put,
        {
            f.ATTENDED: (counts_as == "attended").astype("int64"),
            f.AUTHORISED: (counts_as == "authorised").astype("int64"),
            f.UNAUTHORISED: (counts_as == "unauthorised").astype("int64"),
            f.LATE: sessions[f.CODE].map({code: c.late for code, c in codes.items()}).eq(other=True).astype("int64"),
        },
    )


def counted_sessions(sessions: pd.DataFrame) -> pd.DataFrame:
    """Totals a pupil, over all sessions."""
    by_pupil = sessions.groupby(f.PUPIL, sort=False)
    totals = by_pupil[[f.ATTENDED, f.AUTHORISED, f.UNAUTHORISED, f.LATE]].sum()
    days = by_pupil[f.DATE].agg(["min", "max"])
    first = by_pupil[[f.SCHOOL, f.SOURCE, f.SHEET, f.ROW, FILE, PART]].first()
    possible = totals[f.ATTENDED] + totals[f.AUTHORISED] + totals[f.UNAUTHORISED]
    made = totals.pipe(put, {f.POSSIBLE: possible, f.STARTS: days["min"], f.ENDS: days["max"]}).join(first)
    return made.loc[possible > 0].reset_index()


def together(totals: pd.DataFrame, counted_rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Totals counted from sessions; the given ones for pupils without. Where they differ is said once a file."""
    if counted_rows.empty:
        return totals, []
    both = totals.merge(counted_rows[[f.PUPIL, f.POSSIBLE, f.ATTENDED]], on=f.PUPIL, suffixes=("", "_counted"))
    differ = both.loc[
        (both[f.POSSIBLE] != both[f"{f.POSSIBLE}_counted"]) | (both[f.ATTENDED] != both[f"{f.ATTENDED}_counted"])
    ]
    problems = []
    for _, group in differ.groupby(PART, sort=True):
        first = records(group.iloc[:1])[0]
        found = f"{counted(len(group), 'pupil')}; the first has {first[f.ATTENDED]} of {first[f.POSSIBLE]} here"
        expected = f"{first[f'{f.ATTENDED}_counted']} of {first[f'{f.POSSIBLE}_counted']} counted from the sessions"
        problems.append(problem("R230", place(first), found=found, expected=expected, pupil=first[f.PUPIL]))
    rest = totals.loc[~totals[f.PUPIL].isin(counted_rows[f.PUPIL])]
    return pd.concat([counted_rows, rest], ignore_index=True) if len(rest) else counted_rows, problems
