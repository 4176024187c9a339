"""The settings of the made-up school: written by hand in config/demo, but for what depends on who is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.demo.post import Post
from reportgen.demo.pupil import Pupil
from reportgen.demo.staff import OFFICE, Teacher
from reportgen.demo.year import FIRST_DAYS, LATEST, YEAR
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
    "measures.yaml",
    "packs.yaml",
)
ACADEMY_DOMAIN = "thornbyvale.example"
FIRST_PHONE = 101
"""Numbers of staff whom families ring go on from 0113 496 0101: kept for drama, so that they reach no one."""


def settings_files(
    staff: Sequence[Teacher], tutors: Mapping[str, str], posts: Sequence[Post], *, held: Pupil, system: str
) -> Iterator[tuple[str, bytes]]:
    """Path under the project folder and content of each YAML file. Sources are those of the system's exports."""
    for name in BY_HAND:
        yield f"config/{name}", _shipped(name).encode()
    yield "config/sources.yaml", _shipped(f"sources/{system}.yaml").encode()
    yield "config/staff.yaml", "".join(_staff(staff, tutors, posts)).encode()
    yield "config/holds.yaml", "".join(_holds(held)).encode()


def _shipped(name: str) -> str:
    # read as text, so that a checkout with Windows line ends gives the same bytes
    return shipped("config", "demo", *name.split("/")).read_text(encoding="utf-8")


def _comments(name: str) -> str:
    """The lines that explain a file, down to the first that is not a comment."""
    lines = _shipped(name).splitlines(keepends=True)
    return "".join(line for line in lines if line.startswith("#"))


def _staff(staff: Sequence[Teacher], tutors: Mapping[str, str], posts: Sequence[Post]) -> Iterator[str]:
    yield _comments("staff.yaml") + "\nstaff:\n"
    reached = {*tutors.values(), *(code for post in posts if not post.departments for code in post.codes)}
    for n, teacher in enumerate((*staff, *OFFICE)):
        entry = f"code: {teacher.code}, name: {teacher.name}"
        if teacher.code in reached:
            entry += f", phone: 0113 496 {FIRST_PHONE + n:04d}, email: {teacher.code.lower()}@{ACADEMY_DOMAIN}"
        yield f"  - {{{entry}}}\n"
    yield "\n# Who tutors each form; a form may have two.\ntutors:\n"
    for form, code in tutors.items():
        yield f"  - {{form: {form}, tutors: [{code}]}}\n"
    yield "\n# Who answers for a year group, a department or the whole school: packs and the calendar name them.\n"
    yield "# Heads of year move up with their pupils, so that each school year has its own.\n"
    yield "responsibilities:\n"
    yield from (f"  - {one.written}\n" for one in posts)


def _holds(pupil: Pupil) -> Iterator[str]:
    yield _comments("holds.yaml") + "\nholds:\n"
    yield f"  # {pupil.forename} {pupil.surname}, {pupil.form()}\n"
    yield f"  - pupil: {pupil.upn}\n    report: summer-2027\n"
    yield "    reason: The family asked the head teacher to talk first\n    by: Mrs Pemberton\n"


def held_pupil(pupils: Sequence[Pupil]) -> Pupil:
    """The pupil whose summer report is kept back on purpose: the first of the youngest year who was here all year."""
    return next(
        p
        for p in reversed(pupils)
        if p.surname and p.left is None and p.joined <= FIRST_DAYS[YEAR] and p.on_roll(LATEST.closes)
    )
