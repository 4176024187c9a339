"""Exports as Bromcom writes them: workbooks with a title above the headings, and TRUE and FALSE.

FirstName, LastName, YearGroup and Form are headings that were seen (domain facts, 6.3). Other headings, in the same
manner, are our guess: exports are made by the school.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.demo.exports import (
    EARLIER_YEARS,
    Records,
    comment_rows,
    lists_from_elsewhere,
    next_step_rows,
    tested_on,
)
from reportgen.demo.layouts.layout import Layout, Place, PupilList, contact_rows, years
from reportgen.demo.marks import (
    ATTITUDE,
    CONTRIBUTION,
    CURRENT,
    DROPPED,
    FORECAST,
    NOT_REQUIRED,
    NOT_TAUGHT,
    TARGET,
    Mark,
)
from reportgen.demo.marksheets import Wide, Words, late_table, sheets
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.table import Table, table
from reportgen.demo.year import YEAR, Round

STUDENTS = "exports/students.xlsx"
PUPILS = PupilList(Place(STUDENTS, "On roll"), born="DateOfBirth", form="Form", sen="SENStatus")
LISTED = (
    "UPN|FirstName|LastName|PreferredFirstName|PreferredLastName|YearGroup|Form|DateOfBirth|Gender|DateOfAdmission|"
    "DateOfLeaving|PupilPremium|SENStatus|EAL|LookedAfter"
)
CLASSES = "exports/classes.xlsx"
PRIOR = "exports/prior-attainment.xlsx"
CONTACTS = Place("exports/contacts.xlsx", "Contacts")
CONTACT = (
    "UPN|ContactPriority|ContactTitle|ContactName|Relationship|ContactEmail|ParentalResponsibility|ContactPhone|"
    "ContactAddress|ContactTown|ContactPostcode|CourtOrder|NoContact"
)
MARKS_FILE = "exports/assessment-{at}.xlsx"
LATE = "exports/late-marks-summer-2027.csv"
NEXT_STEPS, COMMENTS = "exports/next-steps-2026-27.csv", "exports/comments-2026-27.csv"
WORDS = Words(
    facets={
        CURRENT: "WorkingAt",
        FORECAST: "Predicted",
        TARGET: "TargetGrade",
        ATTITUDE: "Attitude",
        CONTRIBUTION: "Participation",
    },
    states={DROPPED: "Left course", NOT_REQUIRED: "N/R", NOT_TAUGHT: "Not taught"},
)


def _tables(records: Records) -> Iterator[Table]:
    yield _sheet(PUPILS.at, "Students on roll", LISTED, (_listed(p, YEAR) for p in records.on_list()))
    for year in EARLIER_YEARS:
        rows = (_listed(p, year) for p in records.left(year))
        yield _sheet(_left_sheet(year), f"Students who left in {years(year)}", LISTED, rows)
    yield from lists_from_elsewhere(records)
    members = ((p.upn, c.id, c.subject.name) for c in records.classes for p in c.pupils)
    yield _sheet(Place(CLASSES, "Students"), "Students by class", "UPN|ClassName|SubjectName", members)
    teachers = ((c.id, code) for c in records.classes for code in c.teachers)
    yield _sheet(Place(CLASSES, "Teachers"), "Teachers by class", "ClassName|StaffCode", teachers)
    yield from _starts(records)
    yield _sheet(CONTACTS, "Contacts of students on roll", CONTACT, contact_rows(records.contacts, _flag))
    for sheet in sheets(records.marks):
        title = f"{sheet.at.long_name}, Year {sheet.year_group}"
        path = _marks_file(sheet.at, sheet.year_group)
        yield MARKS.table(sheet, path, sheet=f"Year {sheet.year_group}", title=title)
    yield late_table(records.late, LATE, "UPN|SubjectName|ResultType|Result", WORDS)
    yield table(NEXT_STEPS, "UPN|SubjectName|AssessmentPeriod|StaffCode|NextStep", next_step_rows(records))
    yield table(COMMENTS, "UPN|SubjectName|AssessmentPeriod|StaffCode|CommentText", comment_rows(records))


def _left_sheet(year: int) -> Place:
    return Place(STUDENTS, f"Left {years(year)}")


def _sheet(at: Place, title: str, headings: str, rows: Iterable[Iterable[str]]) -> Table:
    return table(at.file, headings, rows, sheet=at.sheet, title=title)


def _listed(pupil: Pupil, year: int) -> tuple[str, ...]:
    """Preferred names stand only where they are not the legal ones."""
    return (
        pupil.upn,
        pupil.legal_forename,
        pupil.legal_surname,
        pupil.forename if pupil.forename != pupil.legal_forename else "",
        pupil.surname if pupil.surname != pupil.legal_surname else "",
        str(pupil.year_group_in(year)),
        pupil.form(year),
        pupil.born.isoformat(),
        pupil.sex,
        pupil.joined.isoformat(),
        pupil.left.isoformat() if pupil.left else "",
        _flag(pupil.pupil_premium),
        pupil.sen,
        _flag(pupil.family.eal),
        _flag(pupil.in_care),
    )


def _flag(value: bool) -> str:  # noqa: FBT001 - a cell
    return "TRUE" if value else "FALSE"


def _starts(records: Records) -> Iterator[Table]:
    scored = ((p.upn, *map(str, p.ks2)) for p in records.pupils if p.ks2)
    yield _sheet(Place(PRIOR, "KS2"), "Key stage 2 results", "UPN|KS2ReadingScaled|KS2MathsScaled", scored)
    tested = [p for p in records.pupils if p.baseline is not None]
    rows = ((p.upn, tested_on(p).isoformat(), str(p.baseline)) for p in tested)
    yield _sheet(Place(PRIOR, "CAT"), "CAT results", "UPN|TestDate|MeanSAS", rows)


def _identity(mark: Mark) -> tuple[str, ...]:
    pupil = mark.pupil
    return pupil.upn, pupil.forename, pupil.surname, pupil.form(mark.collection.year)


MARKS = Wide(
    "UPN|FirstName|LastName|Form",
    _identity,
    lambda at, subject, facet: f"{subject.name}: {facet} ({at.long_name})",
    WORDS,
)


def _marks_file(at: Round, _: int) -> str:
    return MARKS_FILE.format(at=at.id)


def _register(one: RegisterDay) -> tuple[tuple[str, ...]]:
    return ((one.pupil.upn, one.day.isoformat(), one.am, one.pm),)


BROMCOM = Layout(
    system="bromcom",
    pupils=PUPILS,
    leavers=_left_sheet(EARLIER_YEARS[-1]),
    teachers=Place(CLASSES, "Teachers"),
    starts=Place(PRIOR, "KS2"),
    contacts=CONTACTS,
    late=Place(LATE),
    next_steps=Place(NEXT_STEPS),
    marks_file=_marks_file,
    tables=_tables,
    register_headings="UPN|RegistrationDate|AMCode|PMCode",
    register_rows=_register,
)
