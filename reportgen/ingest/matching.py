"""Records of other frames and the roll: whose row is it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from reportgen.ingest.roll import NAMES
from reportgen.ingest.step import ASIDE, FILE, PART, Record, Step, by_key, counted, having, place, put, records, without
from reportgen.ingest.text import fold_name
from reportgen.model import frames as f
from reportgen.model.problem import Problem, problem


@dataclass(frozen=True)
class Matched:
    """The frames with pupils of the roll only."""

    steps: Mapping[str, Step]
    problems: tuple[Problem, ...]


def match(frames: Mapping[str, pd.DataFrame], roll: pd.DataFrame, *, key: str) -> Matched:
    """Every record has a pupil of the roll, by key, or by key with its leading zeros put back.

    The others are set aside and named, and so are rows that name another child than their key.
    """
    keys = set(roll[f.PUPIL])
    names = _names(roll)
    steps, strays = {}, []
    for name, rows in frames.items():
        if f.PUPIL not in rows or rows.empty:
            steps[name] = Step(rows)
            continue
        step = _padded(rows, keys) if key in (f.ADMISSION_NUMBER, f.MIS_ID) else Step(rows)
        unknown = ~step.rows[f.PUPIL].isin(keys)
        strays.append(step.rows.loc[unknown])
        steps[name] = step.then(partial(without, mask=unknown, fate=ASIDE)).then(partial(_whose, names=names))
    return Matched(steps, _strays(strays))


def _strays(pieces: list[pd.DataFrame]) -> tuple[Problem, ...]:
    """One problem a pupil who is on no roll, with the rows that name them."""
    pieces = [having(p, NAMES)[[f.PUPIL, *NAMES, f.SHEET, f.ROW, FILE, PART]] for p in pieces if len(p)]
    if not pieces:
        return ()
    rows = pd.concat(pieces).drop_duplicates([f.PUPIL, FILE, f.SHEET, f.ROW])
    found = []
    for (pupil,), cells in by_key(records(rows), [f.PUPIL]).items():
        said = f'"{pupil}"{_called(cells[0])} ({counted(len(cells), "row")})'
        found.append(problem("R202", place(cells[0]), found=said, pupil=pupil))
    return tuple(found)


def _called(claim: Record) -> str:
    """`, Amara Okonkwo`: the name in the row, where there is one."""
    forename = claim[f.PREFERRED_FORENAME] or claim[f.LEGAL_FORENAME]
    surname = claim[f.PREFERRED_SURNAME] or claim[f.LEGAL_SURNAME]
    name = " ".join(str(part) for part in (forename, surname) if part)
    return f", {name}" if name else ""


def _padded(rows: pd.DataFrame, keys: set[str]) -> Step:
    """Excel drops leading zeros: keys that are unknown are compared with the roll's, all at their usual width."""
    unknown = sorted({k for k in rows[f.PUPIL].unique() if k not in keys and k.isdigit()})
    digits = [k for k in keys if k.isdigit()]
    if not unknown or not digits:
        return Step(rows)
    width = max(_usual(digits), _usual(unknown))
    padded: dict[str, list[str]] = {}
    for key in digits:
        padded.setdefault(key.zfill(width), []).append(key)
    found = {k: padded[k.zfill(width)][0] for k in unknown if len(padded.get(k.zfill(width), [])) == 1}
    problems = []
    for _, group in rows.loc[rows[f.PUPIL].isin(found)].groupby(PART, sort=True):
        first = records(group.iloc[:1])[0]
        text = f'"{first[f.PUPIL]}" for "{found[first[f.PUPIL]]}" ({counted(group[f.PUPIL].nunique(), "pupil")})'
        problems.append(problem("R223", place(first, heading=""), found=text))
    return Step(rows.pipe(put, {f.PUPIL: rows[f.PUPIL].replace(found)}) if found else rows, tuple(problems))


def _usual(keys: list[str]) -> int:
    lengths = pd.Series([len(k) for k in keys]).mode()
    return int(lengths.max())


def _names(roll: pd.DataFrame) -> dict[str, tuple[set[str], set[str]]]:
    """Folded surnames and forenames of each pupil, legal and preferred."""
    return {
        r[f.PUPIL]: (
            {fold_name(r[n]) for n in (f.LEGAL_SURNAME, f.PREFERRED_SURNAME) if r[n]},
            {fold_name(r[n]) for n in (f.LEGAL_FORENAME, f.PREFERRED_FORENAME) if r[n]},
        )
        for r in records(roll[[f.PUPIL, *NAMES]])
    }


def _whose(rows: pd.DataFrame, names: dict[str, tuple[set[str], set[str]]]) -> Step:
    """A row whose surname and forename are both not the pupil's is set aside, and that pupil's report is held."""
    if not {f.LEGAL_SURNAME, f.PREFERRED_SURNAME} & set(rows) or not {f.LEGAL_FORENAME, f.PREFERRED_FORENAME} & set(
        rows
    ):
        return Step(rows)
    here = having(rows, NAMES)[[f.PUPIL, *NAMES, f.ROW, FILE, f.SHEET, PART]]
    claims = records(here.drop_duplicates([f.PUPIL, *NAMES]))
    wrong = [c for c in claims if _another(c, *names[c[f.PUPIL]])]
    if not wrong:
        return Step(rows)
    marked = pd.MultiIndex.from_frame(here[[f.PUPIL, *NAMES]].fillna("")).isin(
        [tuple(c[n] or "" for n in (f.PUPIL, *NAMES)) for c in wrong]
    )
    return without(rows, marked, ASIDE, [_doubt(c) for c in wrong])


def _another(claim: Record, surnames: set[str], forenames: set[str]) -> bool:
    said_surnames = {fold_name(claim[n] or "") for n in (f.LEGAL_SURNAME, f.PREFERRED_SURNAME)} - {""}
    said_forenames = {fold_name(claim[n] or "") for n in (f.LEGAL_FORENAME, f.PREFERRED_FORENAME)} - {""}
    if not (surnames and forenames and said_surnames and said_forenames):
        return False
    return said_surnames.isdisjoint(surnames) and said_forenames.isdisjoint(forenames)


def _doubt(claim: Record) -> Problem:
    said = " ".join(
        claim[a] or claim[b] or ""
        for a, b in ((f.LEGAL_FORENAME, f.PREFERRED_FORENAME), (f.LEGAL_SURNAME, f.PREFERRED_SURNAME))
    )
    return problem(
        "R207",
        place(claim),
        found=f'"{said}"',
        expected=f"the name the school's list has for {claim[f.PUPIL]}",
        pupil=claim[f.PUPIL],
        holds_report=True,
    )
