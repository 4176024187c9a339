"""What the made-up school teaches, to whom, and how classes are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KEY_STAGE_3, KEY_STAGE_4 = (7, 8, 9), (10, 11, 12)
"""Year groups of 2026/27; 12 stands for those who left after Year 11 the summer before."""


@dataclass(frozen=True)
class Taught:
    """A subject as exports write it. `discipline` is what a pupil is good at across key stages."""

    id: str
    name: str
    code: str
    department: str
    discipline: str
    key_stages: tuple[int, ...]
    groups: Literal["form", "set", "option"] = "form"
    """Key stage 3: by form or by set. Key stage 4 sets everything but options."""
    block: str = ""
    """The option block in key stage 4; empty for what everyone takes."""
    drift: float = 0.0
    """How the school's marks in it move from one collection to the next, in grades."""


SUBJECTS = (
    Taught("english", "English", "En", "English", "english", (3,)),
    Taught("english-language", "English language", "El", "English", "english", (4,), "set"),
    Taught("english-literature", "English literature", "Et", "English", "english", (4,), "set"),
    Taught("maths", "Mathematics", "Ma", "Mathematics", "maths", (3, 4), "set"),
    Taught("science", "Science", "Sc", "Science", "science", (3,), "set"),
    Taught("biology", "Biology", "Bi", "Science", "science", (4,), "set"),
    Taught("chemistry", "Chemistry", "Ch", "Science", "science", (4,), "set", drift=-0.07),
    Taught("physics", "Physics", "Ph", "Science", "science", (4,), "set"),
    Taught("history", "History", "Hi", "Humanities", "humanities", (3, 4), block="humanities"),
    Taught("geography", "Geography", "Ge", "Humanities", "humanities", (3, 4), block="humanities"),
    Taught("religious-education", "Religious education", "Re", "Humanities", "humanities", (3, 4), block="second"),
    Taught("spanish", "Spanish", "Sp", "Languages", "languages", (3, 4), "set", block="second", drift=0.09),
    Taught("computing", "Computing", "Co", "Technology", "technology", (3, 4), block="second"),
    Taught("design-technology", "Design and technology", "Dt", "Technology", "making", (3, 4), block="third"),
    Taught("art", "Art and design", "Ar", "Arts", "making", (3, 4), block="third"),
    Taught("music", "Music", "Mu", "Arts", "music", (3, 4), block="third"),
    Taught("pe", "Physical education", "Pe", "Physical education", "sport", (3, 4), block="third"),
)
DISCIPLINES = tuple(dict.fromkeys(subject.discipline for subject in SUBJECTS))

OPTION_WEIGHTS = {
    "history": 50,
    "geography": 50,
    "spanish": 40,
    "computing": 26,
    "religious-education": 34,
    "art": 30,
    "music": 12,
    "design-technology": 28,
    "pe": 30,
}


def subject(subject_id: str) -> Taught:
    """The subject with this id."""
    return next(one for one in SUBJECTS if one.id == subject_id)


def taught_to(year_group: int, options: tuple[str, ...]) -> tuple[Taught, ...]:
    """What a pupil with these options takes in a year group, in the order of the report."""
    if year_group in KEY_STAGE_3:
        return tuple(one for one in SUBJECTS if 3 in one.key_stages)  # noqa: PLR2004 - key stage 3
    return tuple(one for one in SUBJECTS if 4 in one.key_stages and (not one.block or one.id in options))  # noqa: PLR2004 - key stage 4
