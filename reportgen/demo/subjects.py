"""What the made-up school teaches, to whom, on which scale, and how classes are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KEY_STAGE_3 = (7, 8, 9)
KS3, KS4 = 3, 4
SEPARATE_SCIENCES = ("biology", "chemistry", "physics")
"""A pupil with the first of them among the options takes all three instead of combined science."""
LEADS_TO = {"english": "english-language", "science": "combined-science", "computing": "computer-science"}
"""What subjects of Years 7 to 9 alone become in Year 10."""
LANGUAGES = ("french", "spanish")
FORMS_IN_TURN = "RBGYWPOS"
"""Forms in the order they are opened; very large schools have more."""

Scale = Literal["gcse", "combined", "vocational"]


@dataclass(frozen=True, eq=False)
class Taught:
    """A subject as exports write it. `discipline` is what a pupil is good at across key stages.

    Every subject is made once, so each is equal to itself alone: it is a key of millions of look-ups.
    """

    id: str
    name: str
    code: str
    department: str
    discipline: str
    key_stages: tuple[int, ...]
    groups: Literal["form", "set"] = "form"
    """How classes are made where it is no option: a form together, or by set."""
    option: bool = False
    """Chosen in key stage 4; what is no option there is for everyone, but for the sciences."""
    scale: Scale = "gcse"
    """The scale of key stage 4."""
    like: str = ""
    """The subject of the Department's table whose grades it has; empty for what no pupil takes in Year 11."""


SUBJECTS = (
    Taught("english", "English", "En", "English", "english", (3,)),
    Taught("english-language", "English language", "El", "English", "english", (4,), "set", like="English Language"),
    Taught(
        "english-literature", "English literature", "Et", "English", "english", (4,), "set", like="English Literature"
    ),
    Taught("maths", "Mathematics", "Ma", "Mathematics", "maths", (3, 4), "set", like="Mathematics"),
    Taught("science", "Science", "Sc", "Science", "science", (3,), "set"),
    Taught("combined-science", "Combined science", "Sd", "Science", "science", (4,), "set", scale="combined"),
    Taught("biology", "Biology", "Bi", "Science", "science", (4,), "set", like="Biology"),
    Taught("chemistry", "Chemistry", "Ch", "Science", "science", (4,), "set", like="Chemistry"),
    Taught("physics", "Physics", "Ph", "Science", "science", (4,), "set", like="Physics"),
    Taught("history", "History", "Hi", "Humanities", "humanities", (3, 4), option=True, like="History"),
    Taught("geography", "Geography", "Ge", "Humanities", "humanities", (3, 4), option=True, like="Geography"),
    Taught(
        "religious-education",
        "Religious education",
        "Re",
        "Humanities",
        "humanities",
        (3, 4),
        option=True,
        like="Religious Studies",
    ),
    Taught("french", "French", "Fr", "Languages", "languages", (3, 4), "set", option=True, like="French"),
    Taught("spanish", "Spanish", "Sp", "Languages", "languages", (3, 4), "set", option=True, like="Spanish"),
    Taught("computing", "Computing", "Co", "Technology", "technology", (3,)),
    Taught(
        "computer-science",
        "Computer science",
        "Cs",
        "Technology",
        "technology",
        (4,),
        option=True,
        like="Computer Science",
    ),
    Taught("business", "Business", "Bu", "Business and care", "society", (4,), option=True, like="Business"),
    Taught(
        "design-technology",
        "Design and technology",
        "Dt",
        "Technology",
        "making",
        (3, 4),
        option=True,
        like="Design & Technology",
    ),
    Taught(
        "food",
        "Food preparation and nutrition",
        "Fo",
        "Technology",
        "making",
        (3, 4),
        option=True,
        like="Food Preparation & Nutrition",
    ),
    Taught("art", "Art and design", "Ar", "Arts", "making", (3, 4), option=True, like="Art and Design"),
    Taught("music", "Music", "Mu", "Arts", "performing", (3, 4), option=True, like="Music"),
    Taught("drama", "Drama", "Dr", "Arts", "performing", (3, 4), option=True, like="Drama"),
    Taught(
        "pe", "Physical education", "Pe", "Physical education", "sport", (3, 4), option=True, like="Physical Education"
    ),
    Taught(
        "health-social-care",
        "Health and social care",
        "Hs",
        "Business and care",
        "society",
        (4,),
        option=True,
        scale="vocational",
        like="Social Studies",
    ),
    Taught(
        "sport-studies",
        "Sport studies",
        "Ss",
        "Physical education",
        "sport",
        (4,),
        option=True,
        scale="vocational",
        like="Physical Education",
    ),
)
DISCIPLINES = tuple(dict.fromkeys(subject.discipline for subject in SUBJECTS))

_BY_ID = {one.id: one for one in SUBJECTS}


def subject(subject_id: str) -> Taught:
    """The subject with this id."""
    return _BY_ID[subject_id]


def at_gcse(one: Taught) -> Taught:
    """The subject of Years 10 and 11 that a subject leads to; itself, when it goes on."""
    return _BY_ID[LEADS_TO.get(one.id, one.id)]


def language_of(form_letter: str) -> str:
    """The language a form learns: forms take French and Spanish in turn."""
    place = FORMS_IN_TURN.find(form_letter)
    return LANGUAGES[(place if place >= 0 else sum(map(ord, form_letter))) % len(LANGUAGES)]


def taught_to(year_group: int, options: tuple[str, ...], form_letter: str) -> tuple[Taught, ...]:
    """What a pupil with these options, in a form of this letter, takes in a year group, in the order of the report."""
    if year_group in KEY_STAGE_3:
        other = LANGUAGES[1 - LANGUAGES.index(language_of(form_letter))]
        return tuple(one for one in SUBJECTS if KS3 in one.key_stages and one.id != other)
    return tuple(one for one in SUBJECTS if KS4 in one.key_stages and _taken(one, options))


def _taken(one: Taught, options: tuple[str, ...]) -> bool:
    if one.id in SEPARATE_SCIENCES:
        return SEPARATE_SCIENCES[0] in options
    if one.id == "combined-science":
        return SEPARATE_SCIENCES[0] not in options
    return not one.option or one.id in options
