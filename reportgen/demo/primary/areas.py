"""What the primary school teaches: areas of learning in Reception, subjects from Year 1, and the tests it reports."""

from __future__ import annotations

from dataclasses import dataclass

RECEPTION, KEY_STAGES, JUNIORS = (0,), (1, 2, 3, 4, 5, 6), (3, 4, 5, 6)


@dataclass(frozen=True)
class Area:
    """A subject or area of learning. `discipline` is the liking for it in a pupil's traits."""

    id: str
    name: str
    code: str
    year_groups: tuple[int, ...]
    discipline: str
    expected: float
    """Standing from which a pupil is at the expected standard at the end of the year."""
    greater: float = 9.0
    """Standing from which a pupil works at greater depth; never, where there is no such grade."""
    every_collection: bool = True
    """False for what is marked in summer only."""


# Bounds are chosen so that about as many pupils reach them as in England in 2025: at the end of Reception 68%, in
# Year 6 75, 72 and 74% in reading, writing and mathematics, 33, 13 and 26% at the higher standard. General knowledge.
AREAS = (
    Area("communication", "Communication and language", "Cl", RECEPTION, "english", -0.95),
    Area("personal", "Personal, social and emotional development", "Ps", RECEPTION, "society", -1.1),
    Area("physical", "Physical development", "Pd", RECEPTION, "sport", -1.2),
    Area("literacy", "Literacy", "Li", RECEPTION, "english", -0.55),
    Area("maths", "Mathematics", "Ma", RECEPTION, "maths", -0.8),
    Area("world", "Understanding the world", "Uw", RECEPTION, "humanities", -0.95),
    Area("expressive", "Expressive arts and design", "Ea", RECEPTION, "making", -1.1),
    Area("reading", "Reading", "Re", KEY_STAGES, "english", -0.69, 0.5),
    Area("writing", "Writing", "Wr", KEY_STAGES, "english", -0.6, 1.15),
    Area("maths", "Mathematics", "Ma", KEY_STAGES, "maths", -0.66, 0.66),
    Area("science", "Science", "Sc", KEY_STAGES, "science", -0.85, 1.0),
    Area(
        "religious-education", "Religious education", "Rs", KEY_STAGES, "humanities", -1.0, 1.2, every_collection=False
    ),
    Area("history", "History", "Hi", KEY_STAGES, "humanities", -0.95, 1.2, every_collection=False),
    Area("geography", "Geography", "Ge", KEY_STAGES, "humanities", -0.95, 1.2, every_collection=False),
    Area("computing", "Computing", "Co", KEY_STAGES, "technology", -1.0, 1.2, every_collection=False),
    Area("french", "French", "Fr", JUNIORS, "languages", -0.9, 1.3, every_collection=False),
    Area("art", "Art and design", "Ar", KEY_STAGES, "making", -1.1, 1.2, every_collection=False),
    Area("design-technology", "Design and technology", "Dt", KEY_STAGES, "making", -1.1, 1.2, every_collection=False),
    Area("music", "Music", "Mu", KEY_STAGES, "performing", -1.1, 1.3, every_collection=False),
    Area("pe", "Physical education", "Pe", KEY_STAGES, "sport", -1.2, 1.1, every_collection=False),
)
CORE = ("reading", "writing", "maths")


def taught_in(year_group: int) -> tuple[Area, ...]:
    """What a year group is taught, in the order of the report."""
    return tuple(one for one in AREAS if year_group in one.year_groups)
