"""Exports as SIMS writes them.

Adno with its zeros, Legal Surname, `Year  7` with two spaces and Reg are headings and cells that were seen
(domain facts, 6.3). Other headings are what a data manager might choose: every export of SIMS is made by the school.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.demo.exports import (
    EARLIER_YEARS,
    Records,
    comment_rows,
    lists_from_elsewhere,
    next_step_rows,
    tested_on,
)
from reportgen.demo.layouts.layout import Layout, Place, PupilList, contact_rows, day_first, years
from reportgen.demo.marks import Mark
from reportgen.demo.marksheets import Wide, Words, late_table, sheets
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.table import Table, table
from reportgen.demo.year import YEAR, Round

PUPILS = PupilList(Place("exports/pupils.csv"), born="DOB", form="Reg", sen="SEN Status")
LEAVERS = "exports/leavers-{years}.csv"
LISTED = (
    "Adno|UPN|Legal Surname|Legal Forename|Preferred Surname|Preferred Forename|Year|Reg|DOB|Sex|Admission Date|"
    "Leaving Date|PP|SEN Status|EAL|In Care"
)
CLASS_LISTS, CLASS_TEACHERS = "exports/class-lists.csv", "exports/class-teachers.csv"
KS2, BASELINE = "exports/ks2.csv", "exports/baseline-test.csv"
CONTACTS = "exports/contacts.csv"
CONTACT = (
    "UPN|Priority|Title|Name|Relationship|Email|Parental Responsibility|Telephone|Address|Town|Postcode|Court Order|"
    "Do Not Contact"
)
MARKSHEET = "exports/marksheet-{at}-year-{year_group}.csv"
LATE = "exports/late-marks-summer-2027.csv"
NEXT_STEPS, COMMENTS = "exports/next-steps-2026-27.csv", "exports/comments-2026-27.csv"
BOM = "utf-8-sig"


def _tables(records: Records) -> Iterator[Table]:
    yield table(PUPILS.at.file, LISTED, (_listed(p, YEAR) for p in records.on_list()), encoding=BOM)
    for year in EARLIER_YEARS:
        rows = (_listed(p, year) for p in records.left(year))
        yield table(LEAVERS.format(years=years(year)), LISTED, rows, encoding=BOM)
    yield from lists_from_elsewhere(records)
    yield table(
        CLASS_LISTS, "UPN|Class|Subject", ((p.upn, c.id, c.subject.name) for c in records.classes for p in c.pupils)
    )
    yield table(CLASS_TEACHERS, "Class|Teacher", ((c.id, code) for c in records.classes for code in c.teachers))
    yield from _starts(records)
    yield table(CONTACTS, CONTACT, contact_rows(records.contacts, _flag))
    for sheet in sheets(records.marks):
        yield MARKS.table(sheet, _marks_file(sheet.at, sheet.year_group), encoding=BOM)
    yield late_table(records.late, LATE, "UPN|Subject|Aspect|Result", Words())
    yield table(NEXT_STEPS, "UPN|Subject|Assessment|Teacher|Next Step", next_step_rows(records))
    yield table(COMMENTS, "UPN|Subject|Assessment|Teacher|Comment", comment_rows(records))


def _listed(pupil: Pupil, year: int) -> tuple[str, ...]:
    return (
        pupil.admission_number,
        pupil.upn,
        pupil.legal_surname,
        pupil.legal_forename,
        pupil.surname,
        pupil.forename,
        f"Year {pupil.year_group_in(year):2d}",
        pupil.form(year),
        day_first(pupil.born),
        pupil.sex,
        day_first(pupil.joined),
        day_first(pupil.left) if pupil.left else "",
        _flag(pupil.pupil_premium),
        pupil.sen,
        _flag(pupil.family.eal),
        _flag(pupil.in_care),
    )


def _flag(value: bool) -> str:  # noqa: FBT001 - a cell
    return "T" if value else "F"


def _starts(records: Records) -> Iterator[Table]:
    yield table(
        KS2,
        "UPN|KS2 Reading Scaled Score|KS2 Maths Scaled Score",
        ((p.upn, *map(str, p.ks2)) for p in records.pupils if p.ks2),
    )
    yield table(
        BASELINE,
        "UPN|Test Date|Mean SAS",
        ((p.upn, day_first(tested_on(p)), str(p.baseline)) for p in records.pupils if p.baseline is not None),
    )


def _identity(mark: Mark) -> tuple[str, ...]:
    pupil = mark.pupil
    return pupil.upn, pupil.surname, pupil.forename, pupil.form(mark.collection.year)


MARKS = Wide("UPN|Surname|Forename|Reg", _identity, lambda at, subject, facet: f"{at.long_name} {subject.name} {facet}")


def _marks_file(at: Round, year_group: int) -> str:
    return MARKSHEET.format(at=at.id, year_group=year_group)


def _register(one: RegisterDay) -> tuple[tuple[str, ...]]:
    return ((one.pupil.upn, day_first(one.day), one.am, one.pm),)


SIMS = Layout(
    system="sims",
    pupils=PUPILS,
    leavers=Place(LEAVERS.format(years=years(EARLIER_YEARS[-1]))),
    teachers=Place(CLASS_TEACHERS),
    starts=Place(KS2),
    contacts=Place(CONTACTS),
    late=Place(LATE),
    next_steps=Place(NEXT_STEPS),
    marks_file=_marks_file,
    tables=_tables,
    register_headings="UPN|Date|AM|PM",
    register_rows=_register,
)
