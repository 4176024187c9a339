"""The settings of the primary school: written by hand in config/demo-primary, but for who teaches which class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.demo.primary.staff import OFFICE, Teacher, posts
from reportgen.model.shipped import shipped

BY_HAND = (
    "school.yaml",
    "calendars/terms.yaml",
    "calendars/assessment.yaml",
    "calendars/collection.yaml",
    "calendars/reporting.yaml",
    "subjects.yaml",
    "scales.yaml",
    "groups.yaml",
    "sources.yaml",
    "measures.yaml",
    "packs.yaml",
    "holds.yaml",
)
FIRST_PHONE = 501
"""Teachers' numbers go on from 0113 496 0501: kept for drama, so that they reach no one."""
DOMAIN = "thornbymill.example"


def settings_files(teachers: Mapping[str, tuple[Teacher, ...]]) -> Iterator[tuple[str, bytes]]:
    """Path under the project folder and content of each YAML file."""
    for name in BY_HAND:
        yield f"config/{name}", _shipped(name).encode()
    yield "config/staff.yaml", "".join(_staff(teachers)).encode()


def _shipped(name: str) -> str:
    # read as text, so that a checkout with Windows line ends gives the same bytes
    return shipped("config", "demo-primary", *name.split("/")).read_text(encoding="utf-8")


def _staff(teachers: Mapping[str, tuple[Teacher, ...]]) -> Iterator[str]:
    yield "# Everyone named on pages: the code exports use, the name families read, and how families reach them.\n"
    yield "\nstaff:\n"
    everyone = dict.fromkeys(teacher for team in (*teachers.values(), OFFICE) for teacher in team)
    for n, teacher in enumerate(everyone):
        phone, email = f"0113 496 {FIRST_PHONE + n:04d}", f"{teacher.code.lower()}@{DOMAIN}"
        yield f"  - {{code: {teacher.code}, name: {teacher.name}, phone: {phone}, email: {email}}}\n"
    yield "\n# Who teaches each class; a class may be shared by two.\ntutors:\n"
    for tree, team in teachers.items():
        yield f"  - {{form: {tree}, tutors: [{', '.join(teacher.code for teacher in team)}]}}\n"
    yield "\n# Who answers for a year group or for the whole school: packs and the calendar name them by their role.\n"
    yield "responsibilities:\n"
    yield from (f"  - {one.written}\n" for one in posts(teachers))
