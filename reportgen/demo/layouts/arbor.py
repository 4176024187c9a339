"""Exports as Arbor writes them.

First name, Last name, Year group and Registration form are headings that were seen, and so are the words Absent, Not
enrolled and Not required among marks (domain facts, 6.3). Other headings are our guess: exports are made by the school.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from reportgen.demo.exports import (
    EARLIER_YEARS,
    Records,
    comment_rows,
    lists_from_elsewhere,
    next_step_rows,
    tested_on,
)
from reportgen.demo.layouts.layout import Layout, Place, PupilList, contact_rows
from reportgen.demo.marks import ABSENT, ATTITUDE, CURRENT, DROPPED, FORECAST, NOT_REQUIRED, NOT_TAUGHT, WITHHELD, Mark
from reportgen.demo.marksheets import Long, Words, late_table
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.subjects import KEY_STAGE_3
from reportgen.demo.table import Table, table
from reportgen.demo.year import ROUNDS, YEAR, Round

PUPILS = PupilList(Place("exports/students.csv"), born="Date of birth", form="Registration form", sen="SEN status")
LEAVERS = "exports/leavers.csv"
LISTED = (
    "Student ID|UPN|First name|Last name|Legal first name|Legal last name|Year group|Registration form|Date of birth|"
    "Sex|Admission date|Leaving date|Pupil premium|SEN status|EAL|In care"
)
CLASS_LISTS, CLASS_STAFF = "exports/class-lists.csv", "exports/class-staff.csv"
BASELINES = "exports/baselines.csv"
CONTACTS = "exports/guardians.csv"
CONTACT = (
    "UPN|Guardian priority|Guardian title|Guardian name|Relationship|Email address|Parental responsibility|Mobile|"
    "Address|Town|Postcode|Court order|Contact barred"
)
MARKS_FILE = "exports/marks-{at}-{key_stage}.csv"
LATE = "exports/late-marks-summer-2027.csv"
NEXT_STEPS, COMMENTS = "exports/next-steps-2026-27.csv", "exports/comments-2026-27.csv"
FIRST_ID = 1_050_000
"""Numbers the system gives pupils go on from here."""
SEXES = {"F": "Female", "M": "Male"}
SEN = {"N": "No SEN", "K": "SEN support", "E": "EHCP"}
WORDS = Words(
    facets={CURRENT: "Working at", FORECAST: "Predicted", ATTITUDE: "Attitude to learning"},
    states={
        ABSENT: "Absent",
        DROPPED: "Not enrolled",
        NOT_REQUIRED: "Not required",
        NOT_TAUGHT: "Not taught",
        WITHHELD: "Withheld",
        "-": "",
    },
)


def _tables(records: Records) -> Iterator[Table]:
    yield table(PUPILS.at.file, LISTED, (_listed(p, YEAR) for p in records.on_list()))
    yield table(
        LEAVERS,
        f"{LISTED}|Academic year",
        ((*_listed(p, year), f"{year}/{year + 1}") for year in EARLIER_YEARS for p in records.left(year)),
    )
    yield from lists_from_elsewhere(records)
    yield table(
        CLASS_LISTS, "UPN|Class|Course", ((p.upn, c.id, c.subject.name) for c in records.classes for p in c.pupils)
    )
    yield table(CLASS_STAFF, "Class|Staff", ((c.id, "; ".join(c.teachers)) for c in records.classes))
    yield table(BASELINES, "UPN|Baseline|Result|Date", _baselines(records))
    yield table(CONTACTS, CONTACT, contact_rows(records.contacts, _flag))
    yield from _mark_tables(records)
    yield table(NEXT_STEPS, "UPN|Course|Assessment period|Staff|Next step", next_step_rows(records))
    yield table(COMMENTS, "UPN|Course|Assessment period|Staff|Comment", comment_rows(records))


def _listed(pupil: Pupil, year: int) -> tuple[str, ...]:
    return (
        str(FIRST_ID + int(pupil.admission_number)),
        pupil.upn,
        pupil.forename,
        pupil.surname,
        pupil.legal_forename,
        pupil.legal_surname,
        f"Year {pupil.year_group_in(year)}",
        pupil.form(year),
        _written(pupil.born),
        SEXES[pupil.sex],
        _written(pupil.joined),
        _written(pupil.left) if pupil.left else "",
        _flag(pupil.pupil_premium),
        SEN[pupil.sen],
        _flag(pupil.family.eal),
        _flag(pupil.in_care),
    )


def _flag(value: bool) -> str:  # noqa: FBT001 - a cell
    return "Yes" if value else "No"


@cache
def _written(day: date) -> str:
    return f"{day:%d} {MONTHS[day.month - 1]} {day.year}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Written out: names of months from the system's clock would be in the language of the machine."""


def _baselines(records: Records) -> Iterator[tuple[str, ...]]:
    """Scores of Year 6, then those of the test taken here."""
    for pupil in records.pupils:
        for name, score in zip(("KS2 Reading", "KS2 Maths"), pupil.ks2 or (), strict=False):
            yield pupil.upn, name, str(score), ""
    for pupil in records.pupils:
        if pupil.baseline is not None:
            yield pupil.upn, "CAT4 Mean SAS", str(pupil.baseline), _written(tested_on(pupil))


def _mark_tables(records: Records) -> Iterator[Table]:
    files: dict[str, list[Mark]] = {}
    for mark in records.marks:
        files.setdefault(_marks_file(mark.collection, mark.pupil.year_group_in(mark.collection.year)), []).append(mark)
    for at in ROUNDS:
        for path in (_marks_file(at, KEY_STAGE_3[0]), _marks_file(at, KEY_STAGE_3[-1] + 1)):
            if path in files:
                yield MARKS.table(files[path], path)
    yield late_table(records.late, LATE, "UPN|Course|Mark type|Mark", WORDS)


def _mark_row(mark: Mark, facet: str, written: str) -> tuple[str, ...]:
    pupil = mark.pupil
    at = mark.collection.long_name
    return pupil.upn, pupil.forename, pupil.surname, mark.subject.name, at, facet, written


MARKS = Long("UPN|First name|Last name|Course|Assessment period|Mark type|Mark", _mark_row, WORDS)


def _marks_file(at: Round, year_group: int) -> str:
    return MARKS_FILE.format(at=at.id, key_stage="ks3" if year_group in KEY_STAGE_3 else "ks4")


def _register(one: RegisterDay) -> tuple[tuple[str, ...], ...]:
    day = _written(one.day)
    return (one.pupil.upn, day, "AM", one.am), (one.pupil.upn, day, "PM", one.pm)


ARBOR = Layout(
    system="arbor",
    pupils=PUPILS,
    leavers=Place(LEAVERS),
    teachers=Place(CLASS_STAFF),
    starts=Place(BASELINES),
    contacts=Place(CONTACTS),
    late=Place(LATE),
    next_steps=Place(NEXT_STEPS),
    marks_file=_marks_file,
    tables=_tables,
    register_headings="UPN|Date|Session|Mark",
    register_rows=_register,
)
