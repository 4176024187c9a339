"""Who teaches in the primary school: a class teacher for each class; one class is shared by two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def class_teachers(classes: Sequence[str]) -> Mapping[str, tuple[Teacher, ...]]:
    """The teachers of each class, the first of them the one who writes its reports."""
    by_tree = dict(zip(_TREES, TEACHERS, strict=True))
    return {one: (by_tree[one], SHARES) if one == SHARED_CLASS else (by_tree[one],) for one in classes}
