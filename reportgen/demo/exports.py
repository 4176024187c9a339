"""The exports of the made-up school, in the layouts real systems write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.demo.classes import SchoolClass
from reportgen.demo.families import contacts
from reportgen.demo.marks import Mark
from reportgen.demo.next_steps import NextStep
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.table import Table, table
from reportgen.demo.year import FIRST_DAYS, YEAR

PUPILS = "exports/pupils.csv"
LEAVERS = "exports/leavers.csv"
PAID = "exports/pupil-premium-paid-2026-10.csv"
CENSUS = "exports/census-eal-2026-10.csv"
CLASS_LISTS, CLASS_TEACHERS = "exports/class-lists.csv", "exports/class-teachers.csv"
NEXT_STEPS = "exports/next-steps-2026-27.csv"
REGISTERS = "exports/registers-2026-27.csv"
KS2, BASELINE, CONTACTS = "exports/ks2.csv", "exports/baseline-test.csv", "exports/contacts.csv"

_LIST_HEADINGS = (
    "Adno|UPN|Legal Surname|Legal Forename|Preferred Surname|Preferred Forename|Year|Reg|DOB|Sex|Admission Date|"
    "Leaving Date|PP|SEN Status|EAL|In Care"
)
CENSUS_DAY, KS2_TESTS = date(2026, 10, 1), {12: 2021, 11: 2022, 10: 2023, 9: 2024, 8: 2025, 7: 2026}


@dataclass(frozen=True)
class Records:
    """Everything the systems of the school hold."""

    pupils: tuple[Pupil, ...]
    classes: tuple[SchoolClass, ...]
    marks: tuple[Mark, ...]
    next_steps: tuple[NextStep, ...]
    registers: Iterable[RegisterDay]


def people_tables(records: Records, seed: int) -> Iterator[Table]:
    """The lists of pupils, groups, classes, starting points and contacts."""
    before = [p for p in records.pupils if gone_before(p)]
    now = [p for p in records.pupils if not gone_before(p)]
    yield table(PUPILS, _LIST_HEADINGS, (_listed(p, 2026) for p in now), encoding="utf-8-sig")
    yield table(LEAVERS, _LIST_HEADINGS, (_listed(p, 2025) for p in before), encoding="utf-8-sig")
    yield table(PAID, "UPN|Paid", ((p.upn, "Funded") for p in now if _paid(p)))
    yield table(CENSUS, "UPN|EAL", ((p.upn, _flag(p.family.eal)) for p in now if p.on_roll(CENSUS_DAY)))
    yield table(
        CLASS_LISTS, "UPN|Class|Subject", ((p.upn, c.id, c.subject.name) for c in records.classes for p in c.pupils)
    )
    yield table(CLASS_TEACHERS, "Class|Teacher", ((c.id, code) for c in records.classes for code in c.teachers))
    scored = [p for p in records.pupils if p.ks2]
    yield table(
        KS2,
        "UPN|Year Taken|KS2 Reading Scaled Score|KS2 Maths Scaled Score",
        ((p.upn, str(KS2_TESTS[p.year_group]), *map(str, p.ks2 or ())) for p in scored),
    )
    yield table(
        BASELINE,
        "UPN|Test Date|Mean SAS",
        (
            (p.upn, _written(max(p.joined, date(p.joined.year, 9, 20))), str(p.baseline))
            for p in records.pupils
            if p.baseline is not None
        ),
    )
    yield table(CONTACTS, "UPN|Priority|Title|Name|Relationship|Email|Parental Responsibility", contacts(now, seed))


def work_tables(records: Records) -> Iterator[Table]:
    """What teachers write each day: next steps and registers. cp1252 is what the comment system writes."""
    yield table(
        NEXT_STEPS,
        "UPN|Subject|Assessment|Teacher|Next Step",
        (
            (s.mark.pupil.upn, s.mark.subject.name, s.mark.collection.long_name, s.teacher, s.text)
            for s in records.next_steps
        ),
        encoding="cp1252",
    )
    yield table(REGISTERS, "UPN|Date|AM|PM", ((r.pupil.upn, _written(r.day), r.am, r.pm) for r in records.registers))


def gone_before(pupil: Pupil) -> bool:
    """True for pupils who left before 2026/27 began."""
    return pupil.left is not None and pupil.left < FIRST_DAYS[YEAR]


def _listed(pupil: Pupil, year: int) -> tuple[str, ...]:
    year_group = pupil.year_group_in(year)
    return (
        pupil.admission_number,
        pupil.upn,
        pupil.legal_surname,
        pupil.legal_forename,
        pupil.surname,
        pupil.forename,
        f"Year {year_group:2d}",
        pupil.form(year),
        _written(pupil.born),
        pupil.sex,
        _written(pupil.joined),
        _written(pupil.left) if pupil.left else "",
        _flag(pupil.pupil_premium),
        pupil.sen,
        _flag(pupil.family.eal),
        _flag(pupil.in_care),
    )


def _paid(pupil: Pupil) -> bool:
    """On the list of the autumn before: those who joined since are not yet paid for."""
    return pupil.pupil_premium and pupil.on_roll(CENSUS_DAY)


def _flag(value: bool) -> str:  # noqa: FBT001 - a cell
    return "T" if value else "F"


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
