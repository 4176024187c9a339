"""Faults that real exports have, planted so that a newcomer sees what becomes of them. None stops a build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportgen.demo.exports import PAID
from reportgen.demo.layouts import LAYOUTS, MONTHLY, Layout, System
from reportgen.demo.year import FIRST_DAYS, LATEST, YEAR


class Fault(NamedTuple):
    """What is wrong, in which file, and the code of the problem the program must raise."""

    what: str
    file: str
    code: str


def _of(layout: Layout) -> tuple[Fault, ...]:
    return (*_marks(layout), *_late(layout.late.file), *_list(layout), *_others(layout))


def _marks(layout: Layout) -> Iterator[Fault]:
    nine, ten, eleven = (layout.marks_file(LATEST, year_group) for year_group in (9, 10, 11))
    yield Fault("a grade 10 in mathematics, which the scale does not have", ten, "R204")
    yield Fault("'see me' where a grade belongs", ten, "R204")
    yield Fault("01-Sep, which a spreadsheet made of 9-1", ten, "R225")
    yield Fault("a lookup that failed: #N/A", eleven, "R224")
    yield Fault("a 0 where no mark was meant", nine, "R204")
    yield Fault("another pupil's name beside a UPN", nine, "R207")


def _late(file: str) -> Iterator[Fault]:
    yield Fault("a mark that came late and differs from the marksheet", file, "R205")
    yield Fault("two teachers' late marks for one pupil, which differ", file, "R205")
    yield Fault("one row of the late marks twice", file, "R206")
    yield Fault("late marks of a pupil who is on no list", file, "R202")
    yield Fault("Mathmatics", file, "R210")


def _list(layout: Layout) -> Iterator[Fault]:
    file = layout.pupils.at.file
    yield Fault("a UPN whose check letter is wrong", file, "R203")
    yield Fault("a birthday on 31 February", file, "R218")
    yield Fault("a birthday whose year has two digits", file, "R218")
    yield Fault("a pupil twice on the list", file, "R206")
    yield Fault("a pupil who joined last week and has no UPN yet", file, "R250")
    yield Fault("groups of that pupil, which no key leads to", file, "R201")
    yield Fault("a code for special needs that ended in 2014", file, "R215")
    yield Fault("a first language that the October census has otherwise", file, "R216")
    yield Fault("a heading twice", file, "L222")
    yield Fault("a second record of one child, under another UPN", layout.leavers.file, "R209")


def _others(layout: Layout) -> Iterator[Fault]:
    yield Fault("a line of totals below the list", PAID, "R201")
    yield Fault("a score of 1004 in Year 6 reading", layout.starts.file, "R204")
    yield Fault("a teacher's code that is not in staff.yaml", layout.teachers.file, "R232")
    yield Fault("two first contacts of one pupil", layout.contacts.file, "R242")
    yield Fault("a name copied from the web with a character no one sees", layout.contacts.file, "R237")
    yield Fault("an address whose comma made two cells of it", layout.contacts.file, "R221")
    yield Fault("a register mark no one knows", MONTHLY.format(month=f"{FIRST_DAYS[YEAR]:%Y-%m}"), "R229")
    yield Fault("next steps saved as Windows text", layout.next_steps.file, "L211")


FAULTS: Mapping[System, tuple[Fault, ...]] = {system: _of(layout) for system, layout in LAYOUTS.items()}
"""Found when the exports are loaded."""
BLANKS: Mapping[System, Fault] = {
    system: Fault("a report with more than a quarter of its marks blank", layout.marks_file(LATEST, 9), "D503")
    for system, layout in LAYOUTS.items()
}
"""Found when the summer report is composed."""
