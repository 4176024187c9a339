"""The exports of the primary school: lists, registers, a tracker's marks and the files of the national tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportgen.demo.families import contacts
from reportgen.demo.primary.areas import Area, taught_in
from reportgen.demo.primary.checks import GRAMMAR, MATHS, PHONICS, PHONICS_STANDARD, READING, TABLES, Result
from reportgen.demo.primary.comments import ClassText
from reportgen.demo.primary.marks import CURRENT, EFFORT, TARGET, Mark
from reportgen.demo.primary.staff import Teacher
from reportgen.demo.primary.year import GONE, RECEPTION, ROUNDS, SUMMERS, YEAR_GROUPS, year_name
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.table import Table, table
from reportgen.demo.year import FIRST_DAYS, YEAR, Round

PUPILS, LEAVERS = "exports/pupils.csv", "exports/leavers.csv"
CLASS_LISTS, CLASS_TEACHERS = "exports/class-lists.csv", "exports/class-teachers.csv"
LAST_YEAR = "exports/marks-2025-26.csv"
NEXT_STEPS, COMMENTS = "exports/next-steps-2026-27.csv", "exports/comments-summer-2027.csv"
REGISTERS, CONTACTS = "exports/registers-2026-27.csv", "exports/contacts.csv"
THIS_YEAR = tuple(one for one in ROUNDS if one.year == YEAR)
AUTUMN_BORN, SPRING_BORN = (9, 10, 11, 12), (1, 2, 3, 4)

_LIST = (
    "UPN|Surname|Forename|Known As Surname|Known As|Year|Class|DOB|Sex|Joined|Left|Pupil Premium|SEN|EAL|"
    "Looked After|Birth Term"
)


@dataclass(frozen=True)
class Records:
    """Everything the systems of the primary school hold."""

    pupils: tuple[Pupil, ...]
    teachers: Mapping[str, tuple[Teacher, ...]]
    marks: tuple[Mark, ...]
    results: tuple[Result, ...]
    next_steps: tuple[ClassText, ...]
    comments: tuple[ClassText, ...]
    registers: Iterable[RegisterDay]


def stage_path(at: Round, *, reception: bool) -> str:
    """The tracker's file of a collection: Reception's areas of learning, or the subjects of Years 1 to 6."""
    return f"exports/{'reception' if reception else 'years-1-to-6'}-{at.id}.csv"


def test_path(test: str, at: Round) -> str:
    """The file of a national test; the tests of Year 6 come in one."""
    return f"exports/{test if test in (PHONICS, TABLES) else 'year-6-tests'}-{at.closes.year}.csv"


def tables(records: Records, seed: int) -> Iterator[Table]:
    """Every export: people, marks, tests, what teachers wrote, registers."""
    yield from _people(records, seed)
    yield from _marks(records.marks)
    yield from _tests(records.results)
    yield table(
        NEXT_STEPS,
        "UPN|Subject|Assessment|Teacher|Next Step",
        ((t.pupil.upn, t.subject, t.collection.long_name, t.teacher, t.text) for t in records.next_steps),
        encoding="cp1252",
    )
    yield table(
        COMMENTS,
        "UPN|Subject|Assessment|Teacher|Comment",
        ((t.pupil.upn, t.subject, t.collection.long_name, t.teacher, t.text) for t in records.comments),
        encoding="utf-8-sig",
    )
    yield table(REGISTERS, "UPN|Date|AM|PM", ((r.pupil.upn, _written(r.day), r.am, r.pm) for r in records.registers))


def gone_before(pupil: Pupil) -> bool:
    """True for pupils who left before 2026/27 began."""
    return pupil.left is not None and pupil.left < FIRST_DAYS[YEAR]


def _people(records: Records, seed: int) -> Iterator[Table]:
    now = [p for p in records.pupils if not gone_before(p)]
    yield table(PUPILS, _LIST, (_listed(p, YEAR) for p in now), encoding="utf-8-sig")
    yield table(LEAVERS, _LIST, (_listed(p, YEAR - 1) for p in records.pupils if gone_before(p)), encoding="utf-8-sig")
    yield table(
        CLASS_LISTS,
        "UPN|Class|Subject",
        ((p.upn, _class(p, area), area.name) for p in now for area in taught_in(p.year_group) if area.every_collection),
    )
    yield table(CLASS_TEACHERS, "Class|Teacher", _taught(now, records.teachers))
    yield table(
        CONTACTS,
        "UPN|Priority|Title|Name|Relationship|Email|Parental Responsibility",
        (
            (
                c.pupil.upn,
                str(c.priority),
                c.title,
                f"{c.forename} {c.surname}".strip(),
                c.relationship,
                c.email,
                _flag(c.responsibility),
            )
            for c in contacts(now, seed)
        ),
    )


def _class(pupil: Pupil, area: Area) -> str:
    return f"{pupil.form_letter}/{area.code}"


def _taught(pupils: Sequence[Pupil], teachers: Mapping[str, tuple[Teacher, ...]]) -> Iterator[tuple[str, str]]:
    classes = dict.fromkeys(
        (p.form_letter, _class(p, area)) for p in pupils for area in taught_in(p.year_group) if area.every_collection
    )
    for tree, one in classes:
        for teacher in teachers[tree]:
            yield one, teacher.code


def _marks(marks: Sequence[Mark]) -> Iterator[Table]:
    yield table(
        LAST_YEAR, "UPN|Subject|Assessment|Aspect|Result", _long([m for m in marks if m.collection.year < YEAR])
    )
    for at in THIS_YEAR:
        for reception in (True, False):
            own = [m for m in marks if m.collection == at and (m.pupil.year_group == RECEPTION) == reception]
            yield _wide(stage_path(at, reception=reception), own)


def _long(marks: Sequence[Mark]) -> Iterator[tuple[str, ...]]:
    for mark in sorted(marks, key=lambda m: m.collection.closes):
        for facet, cell in _cells(mark).items():
            yield mark.pupil.upn, mark.area.name, mark.collection.long_name, facet, cell


def _wide(path: str, marks: Sequence[Mark]) -> Table:
    """One row a pupil; a subject that a pupil's year group is not taught is blank."""
    cells = {(m.pupil.upn, f"{m.area.name} {facet}"): cell for m in marks for facet, cell in _cells(m).items()}
    areas = dict.fromkeys(area for year_group in YEAR_GROUPS for area in taught_in(year_group))
    marked = {m.area for m in marks}
    names = [f"{area.name} {facet}" for area in areas if area in marked for facet in (CURRENT, TARGET, EFFORT)]
    pupils = dict.fromkeys(m.pupil.upn for m in marks)
    who = {m.pupil.upn: (m.pupil.upn, m.pupil.surname, m.pupil.forename, m.pupil.form_letter) for m in marks}
    rows = ((*who[key], *(cells.get((key, name), "") for name in names)) for key in pupils)
    return table(path, "|".join(("UPN", "Surname", "Forename", "Class", *names)), rows)


def _cells(mark: Mark) -> dict[str, str]:
    return {CURRENT: mark.current, TARGET: mark.target, EFFORT: mark.effort}


def _tests(results: Sequence[Result]) -> Iterator[Table]:
    for at in SUMMERS:
        given = [one for one in results if one.collection == at]
        phonics = (
            (r.pupil.upn, *_named(r.pupil), r.written, str(PHONICS_STANDARD)) for r in given if r.test == PHONICS
        )
        yield table(test_path(PHONICS, at), "UPN|Surname|Forename|Mark|Standard", phonics)
        scores = ((r.pupil.upn, *_named(r.pupil), r.written) for r in given if r.test == TABLES)
        yield table(test_path(TABLES, at), "UPN|Surname|Forename|Score", scores)
        sat = {(r.pupil.upn, r.test): r.written for r in given}
        sixes = [r.pupil for r in given if r.test == READING]
        rows = ((p.upn, *_named(p), *(sat[p.upn, test] for test in (READING, GRAMMAR, MATHS))) for p in sixes)
        yield table(test_path(READING, at), "UPN|Surname|Forename|Reading|Grammar|Maths", rows)


def _named(pupil: Pupil) -> tuple[str, str]:
    return pupil.surname, pupil.forename


def _listed(pupil: Pupil, year: int) -> tuple[str, ...]:
    return (
        pupil.upn,
        pupil.legal_surname,
        pupil.legal_forename,
        pupil.surname,
        pupil.forename,
        year_name(min(pupil.year_group_in(year), GONE - 1)),
        pupil.form_letter,
        _written(pupil.born),
        pupil.sex,
        _written(pupil.joined),
        _written(pupil.left) if pupil.left else "",
        _flag(pupil.pupil_premium),
        pupil.sen,
        _flag(pupil.family.eal),
        _flag(pupil.in_care),
        birth_term(pupil.born),
    )


def birth_term(born: date) -> str:
    """The term a pupil was born in: summer is May to August."""
    return "Autumn" if born.month in AUTUMN_BORN else "Spring" if born.month in SPRING_BORN else "Summer"


def _flag(value: bool) -> str:  # noqa: FBT001 - a cell
    return "Y" if value else "N"


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
