"""Who teaches in the primary school: a class teacher for each class; one class is shared by two. And who leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.demo.post import Post
from reportgen.demo.primary.year import TREES


@dataclass(frozen=True)
class Teacher:
    """A teacher and the code exports use."""

    code: str
    name: str


_NAMES = (
    "ADE=Mrs Adeyemi", "BLY=Miss Blythe", "COR=Mr Corrigan", "DHA=Ms Dhaliwal", "EAS=Mrs Eastwood", "FAR=Miss Farooq",
    "GIL=Mr Gill", "HUG=Mrs Hughes", "IRV=Miss Irving", "JAN=Mrs Janowska", "KEN=Mr Kenyon", "LOM=Ms Lomas",
    "MIS=Mrs Mistry", "NOL=Miss Nolan", "OGU=Mrs Ogunleye", "PRI=Mr Pritchard", "QUI=Mrs Quigley", "RAH=Ms Rahman",
    "SHE=Mr Sheldon", "TOW=Mrs Townley", "UPT=Miss Upton",
)  # fmt: skip
SHARES = Teacher("WES", "Mrs Weston")
"""Teaches one class in the second half of each week."""
SHARED_CLASS = "Hazel"
TEACHERS = tuple(Teacher(*entry.split("=")) for entry in _NAMES)
_TREES = tuple(tree for place in range(3) for year in TREES for tree in (year[place],))
"""Every class: the first of each year group, then the second and the third of larger schools."""


HEAD, SENDCO = Teacher("HEAD", "Mr Ravenscroft"), Teacher("SEND", "Mrs Bamford")
ATTENDANCE = Teacher("ATTN", "Mrs Ellwood")
OFFICE = (HEAD, SENDCO, ATTENDANCE)
"""Those without a class."""
_LEADS = (
    ("early years lead", (0,), ()),
    ("key stage 1 lead", (1, 2), ()),
    ("key stage 2 lead", (3, 4, 5, 6), ("KS1-KS2", "KS2-KS3")),
)
"""Who leads which year groups, and the moves between key stages each looks after."""
_RECEPTION = "R"


def class_teachers(classes: Sequence[str]) -> Mapping[str, tuple[Teacher, ...]]:
    """The teachers of each class, the first of them the one who writes its reports."""
    by_tree = dict(zip(_TREES, TEACHERS, strict=True))
    return {one: (by_tree[one], SHARES) if one == SHARED_CLASS else (by_tree[one],) for one in classes}


def posts(teachers: Mapping[str, tuple[Teacher, ...]]) -> Iterator[Post]:
    """Class teachers by year group, phase leads and the office. A lead teaches the oldest of the lead's year groups."""
    of_years = {n: [one for one in trees if one in teachers] for n, trees in enumerate(TREES)}
    for n, classes in of_years.items():
        codes = tuple(dict.fromkeys(teacher.code for one in classes for teacher in teachers[one]))
        if codes:
            yield Post("class teacher", codes, year_groups=(_written(n),))
    for role, led, moves in _LEADS:
        taught = [n for n in led if of_years[n]]
        lead = teachers[of_years[taught[-1]][0]][0] if taught else HEAD
        yield Post(role, (lead.code,), year_groups=tuple(map(_written, led)), progress=True, transitions=moves)
    yield Post("head teacher", (HEAD.code,))
    yield Post("SENDCo", (SENDCO.code,))
    yield Post("attendance officer", (ATTENDANCE.code,))


def _written(year_group: int) -> str:
    """The year group as settings write it."""
    return str(year_group) if year_group else _RECEPTION
