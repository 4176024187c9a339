"""Faults that real exports have, planted so that a newcomer sees what becomes of them. None stops a build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from reportgen.demo.exports import CENSUS, CLASS_TEACHERS, NEXT_STEPS, PUPILS, REGISTERS, gone_before
from reportgen.demo.marks import CURRENT
from reportgen.demo.marksheets import LATE, WHO, WORKBOOK, ks3_path
from reportgen.demo.pupil import Pupil
from reportgen.demo.table import Table
from reportgen.demo.upn import LETTERS, upn
from reportgen.demo.year import FIRST_DAYS, LATEST, YEAR

SUMMER = ks3_path(LATEST)
NOBODY = upn(2001, 12, 998)
"""A number no pupil of the school has."""


class Fault(NamedTuple):
    """What is wrong, in which file, and the code of the problem the program must raise."""

    what: str
    file: str
    code: str


FAULTS: tuple[Fault, ...] = (
    Fault("a grade 10 in mathematics, which the scale does not have", WORKBOOK, "R204"),
    Fault("a mark that came late and differs from the marksheet", LATE, "R205"),
    Fault("one row of the late marks twice", LATE, "R206"),
    Fault("late marks of a pupil who is on no list", LATE, "R202"),
    Fault("Mathmatics", LATE, "R210"),
    Fault("another pupil's name beside a UPN", SUMMER, "R207"),
    Fault("a UPN whose check letter is wrong", PUPILS, "R203"),
    Fault("a birthday on 31 February", PUPILS, "R218"),
    Fault("a first language that the October census has otherwise", PUPILS, "R216"),
    Fault("a register mark no one knows", REGISTERS, "R229"),
    Fault("a teacher's code that is not in staff.yaml", CLASS_TEACHERS, "R232"),
    Fault("comments saved as Windows text", NEXT_STEPS, "L211"),
)
"""Found when the exports are loaded."""
BLANKS = Fault("a report with more than a quarter of its marks blank", SUMMER, "D503")
"""Found when the summer report is composed."""

Tables = Mapping[str, Table]


def plant(tables: Sequence[Table], pupils: Sequence[Pupil], chance: Random) -> tuple[Table, ...]:
    """The tables with every fault in its place. Each has one of these pupils of its own, who was here all year."""
    here = [p for p in pupils if p.surname and p.left is None and p.joined <= FIRST_DAYS[YEAR] and not gone_before(p)]
    young = chance.sample([p for p in here if p.year_group in (7, 8, 9)], 8)
    old = chance.sample([p for p in here if p.year_group == 10], 3)  # noqa: PLR2004 - Year 10
    planted = {(one.path, one.sheet): one for one in tables}
    for path, sheet, change in (
        (WORKBOOK, "Year 10", lambda t: _off_the_scale(t, old[0])),
        (LATE, "", lambda t: _late(t, planted[SUMMER, ""], young)),
        (SUMMER, "", lambda t: _blank_history(t, young[:3])),
        (SUMMER, "", lambda t: _other_name(t, young[4], young[5])),
        (SUMMER, "", lambda t: _mostly_blank(t, young[6])),
        (PUPILS, "", lambda t: t.written(t.find(UPN=old[1].upn), "DOB", "31/02/2012")),
        (CENSUS, "", lambda t: _other_language(t, young[7])),
        (REGISTERS, "", lambda t: t.written(t.find(UPN=old[2].upn, AM="/"), "AM", "?")),
        (CLASS_TEACHERS, "", lambda t: t.with_rows((t.rows[-1][0], "ZZZ"))),
    ):
        planted[path, sheet] = change(planted[path, sheet])
    return _wrong_letter(tuple(planted.values()), old[1])


def _off_the_scale(given: Table, pupil: Pupil) -> Table:
    return given.written(given.find(UPN=pupil.upn), f"Summer Mathematics {CURRENT}", "10")


def _blank_history(given: Table, pupils: Sequence[Pupil]) -> Table:
    """The marks that come late are not yet in the marksheet."""
    for pupil in pupils:
        given = given.written(given.find(UPN=pupil.upn), f"History {CURRENT}", "")
    return given


def _late(given: Table, sheet: Table, pupils: Sequence[Pupil]) -> Table:
    """Three marks that were missing; then a row twice, another value, a pupil on no list, and a subject spelt wrong."""
    rows = [
        (p.upn, "History", CURRENT, sheet.rows[sheet.find(UPN=p.upn)][sheet.place(f"History {CURRENT}")])
        for p in pupils[:3]
    ]
    rows = [
        (key, subject, facet, written if written[:1].isalpha() and written != "Abs" else "Se")
        for key, subject, facet, written in rows
    ]
    now = sheet.rows[sheet.find(UPN=pupils[3].upn)][sheet.place(f"Geography {CURRENT}")]
    other = "Se" if now != "Se" else "De+"
    return given.with_rows(
        *rows,
        rows[0],
        (pupils[3].upn, "Geography", CURRENT, other),
        (NOBODY, "History", CURRENT, "De"),
        (pupils[0].upn, "Mathmatics", CURRENT, "Se"),
    )


def _other_name(given: Table, pupil: Pupil, other: Pupil) -> Table:
    """The name of another pupil: a row that slipped when the sheet was sorted."""
    row = given.find(UPN=pupil.upn)
    surname = other.surname if other.surname != pupil.surname else "Nowhere"
    forename = other.forename if other.forename != pupil.forename else "Nobody"
    return given.written(row, "Surname", surname).written(row, "Forename", forename)


def _mostly_blank(given: Table, pupil: Pupil) -> Table:
    """Half the subjects have nothing entered yet."""
    marks = given.headings[len(WHO.split("|")) :]
    emptied = set(marks[: len(marks) // 2])
    return given.rewritten(given.find(UPN=pupil.upn), lambda heading, cell: "" if heading in emptied else cell)


def _other_language(given: Table, pupil: Pupil) -> Table:
    row = given.find(UPN=pupil.upn)
    return given.written(row, "EAL", "F" if given.rows[row][given.place("EAL")] == "T" else "T")


def _wrong_letter(tables: tuple[Table, ...], pupil: Pupil) -> tuple[Table, ...]:
    """The pupil's number with another check letter, in every file: someone typed it once and all systems have it."""
    wrong = LETTERS[(LETTERS.index(pupil.upn[0]) + 7) % len(LETTERS)] + pupil.upn[1:]
    return tuple(
        replace(one, rows=tuple(tuple(wrong if cell == pupil.upn else cell for cell in row) for row in one.rows))
        for one in tables
    )
