"""The settings of the made-up school: written by hand in config/demo, but for what depends on who is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.demo.pupil import Pupil
from reportgen.demo.staff import Post, Teacher
from reportgen.demo.year import FIRST_DAYS, LATEST, YEAR
from reportgen.model.shipped import shipped

BY_HAND = (
    "school.yaml",
    "calendars/terms.yaml",
    "calendars/collection.yaml",
    "calendars/reporting.yaml",
    "subjects.yaml",
    "scales.yaml",
    "groups.yaml",
    "measures.yaml",
    "packs.yaml",
)
ACADEMY_DOMAIN = "thornbyvale.example"
FIRST_TUTOR_PHONE = 101
"""Tutors' numbers go on from 0113 496 0101: kept for drama, so that they reach no one."""


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
    tutoring = set(tutors.values())
    for n, teacher in enumerate(staff):
        entry = f"code: {teacher.code}, name: {teacher.name}"
        if teacher.code in tutoring:
            entry += f", phone: 0113 496 {FIRST_TUTOR_PHONE + n:04d}, email: {teacher.code.lower()}@{ACADEMY_DOMAIN}"
        yield f"  - {{{entry}}}\n"
    yield "\n# Who tutors each form; a form may have two.\ntutors:\n"
    for form, code in tutors.items():
        yield f"  - {{form: {form}, tutors: [{code}]}}\n"
    yield "\n# Who answers for a year group or a department: year packs, subject packs and lists name them.\n"
    yield "responsibilities:\n"
    yield from (f"  - {_post(one)}\n" for one in posts)


def _post(post: Post) -> str:
    whom = (
        f"year_groups: {_quoted(post.year_groups)}" if post.year_groups else f"departments: {_quoted(post.departments)}"
    )
    return f"{{role: {post.role}, staff: [{', '.join(post.codes)}], {whom}}}"


def _quoted(names: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


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
