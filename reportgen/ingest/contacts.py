"""People who may hear about a pupil."""

from __future__ import annotations

import pandas as pd

from reportgen.ingest.roll import duplicate_problems
from reportgen.ingest.step import DUPLICATE, Step, counted, having, place, put, records, without
from reportgen.model import frames as f
from reportgen.model.problem import problem

_SAID = [f.PUPIL, f.ORDER, f.TITLE, f.NAME, f.RELATIONSHIP, f.EMAIL, f.RESPONSIBILITY]


def make_contacts(rows: pd.DataFrame) -> Step:
    """Contacts in order; those without a number come after, two of one number one after the other."""
    rows = having(rows, _SAID)
    again = rows.duplicated(_SAID)
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[again])).then(_ordered)


def _ordered(rows: pd.DataFrame) -> Step:
    given = rows[f.ORDER].astype("Int64")
    clash = given.notna() & rows.pipe(put, {f.ORDER: given}).duplicated([f.PUPIL, f.ORDER])
    problems = []
    if clash.any():
        first = records(rows, clash)[0]
        problems.append(
            problem(
                "R242",
                place(first),
                found=f"{counted(int(clash.sum()), 'contact')}; the first is of pupil {first[f.PUPIL]}",
                pupil=first[f.PUPIL],
            )
        )
    ordered = rows.pipe(put, {f.ORDER: given}).sort_values(f.ORDER, kind="stable", na_position="last")
    places = (ordered.groupby(f.PUPIL, sort=False).cumcount() + 1).astype("Int64")
    gaps = clash.any() or given.isna().any()
    return Step(
        ordered.pipe(put, {f.ORDER: places if gaps else ordered[f.ORDER]}).reset_index(drop=True), tuple(problems)
    )
