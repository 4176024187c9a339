"""Faults that a primary school's exports have, planted so that a newcomer sees what becomes of them. None stops."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from reportgen.demo.faults import Fault
from reportgen.demo.primary.checks import PHONICS, READING, TABLES
from reportgen.demo.primary.exports import NEXT_STEPS, PUPILS, REGISTERS, stage_path, test_path
from reportgen.demo.primary.marks import CURRENT
from reportgen.demo.primary.year import LATEST, RECEPTION, YEAR_4
from reportgen.demo.pupil import Pupil
from reportgen.demo.table import Table
from reportgen.demo.upn import upn

MARKS = stage_path(LATEST, reception=False)
PHONICS_FILE, TABLES_FILE, YEAR_6_FILE = (test_path(test, LATEST) for test in (PHONICS, TABLES, READING))
NOBODY = upn(2002, 16, 998)
"""A pupil of another school."""

FAULTS: tuple[Fault, ...] = (
    Fault("EX+ for mathematics, which the school’s scale does not have", MARKS, "R204"),
    Fault("another pupil's name beside a UPN", MARKS, "R207"),
    Fault("41 in the phonics check, which has 40 words", PHONICS_FILE, "R204"),
    Fault("one row of the times tables check twice", TABLES_FILE, "R206"),
    Fault("a pupil of another school in the results of Year 6", YEAR_6_FILE, "R202"),
    Fault("a birthday on 31 February", PUPILS, "R218"),
    Fault("a register mark no one knows", REGISTERS, "R229"),
    Fault("next steps saved as Windows text", NEXT_STEPS, "L211"),
)
"""Found when the exports are loaded."""


def plant(tables: Sequence[Table], pupils: Sequence[Pupil], chance: Random) -> tuple[Table, ...]:
    """The tables with every fault of FAULTS in them, each with a pupil of its own."""
    here = [p for p in pupils if p.left is None]
    chosen = chance.sample([p for p in here if p.year_group not in (RECEPTION, YEAR_4)], 5)
    planted = {one.path: one for one in tables}
    for path, change in (
        (MARKS, lambda t: t.written(t.find(UPN=chosen[0].upn), f"Mathematics {CURRENT}", "EX+")),
        (MARKS, lambda t: _other_name(t, chosen[1], chosen[2])),
        (PHONICS_FILE, lambda t: t.written(_scored(t), "Mark", "41")),
        (TABLES_FILE, lambda t: t.with_rows(t.rows[0])),
        (YEAR_6_FILE, lambda t: t.with_rows((NOBODY, "Brook", "Ada", "104", "101", "99"))),
        (PUPILS, lambda t: t.written(t.find(UPN=chosen[3].upn), "DOB", "31/02/2018")),
        (REGISTERS, lambda t: t.written(t.find(UPN=chosen[4].upn, AM="/"), "AM", "?")),
    ):
        planted[path] = change(planted[path])
    return tuple(planted.values())


def _scored(given: Table) -> int:
    """The first row with a number in it."""
    return next(n for n, row in enumerate(given.rows) if row[given.place("Mark")].isdigit())


def _other_name(given: Table, pupil: Pupil, other: Pupil) -> Table:
    """The name of another pupil: a row that slipped when the sheet was sorted."""
    row = given.find(UPN=pupil.upn)
    surname = other.surname if other.surname != pupil.surname else "Nowhere"
    forename = other.forename if other.forename != pupil.forename else "Nobody"
    return given.written(row, "Surname", surname).written(row, "Forename", forename)
