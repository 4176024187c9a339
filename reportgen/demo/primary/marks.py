"""Teachers' judgements: working towards, at or beyond the expected standard, and how hard a pupil tries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from random import Random

from reportgen.demo.chance import clamp, share_of, stream
from reportgen.demo.primary import rates
from reportgen.demo.primary.areas import Area, taught_in
from reportgen.demo.primary.year import RECEPTION, ROUNDS, YEAR_GROUPS
from reportgen.demo.pupil import Pupil
from reportgen.demo.year import YEAR, Round

CURRENT, TARGET, EFFORT = "Current", "Target", "Effort"
"""The facets as exports name them."""
EMERGING, EXPECTED = "Emerging", "Expected"
TOWARDS, AT, DEPTH = "WTS", "EXS", "GDS"
PRE_KEY_STAGE = ("PK1", "PK2", "PK3", "PK4", "PK5", "PK6")
LEVELS = (*PRE_KEY_STAGE, TOWARDS, AT, DEPTH)
EFFORTS = ("Low", "Uneven", "Good", "Excellent")
EFFORT_BOUNDS = (-2.0, -1.0, 0.5)
"""Bounds of efforts: about 4, 15, 46 and 35 in a hundred."""

ABILITY, LIKING, OWN = 0.9, 0.24, 0.36
"""What standing in a subject is made of; squared they add up to 1, so that its spread is that of the traits."""
BEHIND = {1: -0.22, 2: -0.1, 3: 0.0}
"""Where pupils stand in autumn and spring, beside summer."""
STEP = 0.1
"""How far a pupil moves in a subject from one collection to the next."""
BIRTHDAY = (0.7, 0.6, 0.5, 0.42, 0.36, 0.32, 0.28)
"""How far the oldest of a year group is ahead of the youngest, Reception first. Judgement."""
PRE_KEY_STAGE_BELOW = -1.3
"""Standing below which a pupil with a plan works on the pre-key-stage standards."""
PRE_KEY_STAGE_STEP = 0.45


@dataclass(frozen=True)
class Mark:
    """What stands in the cells of a pupil, subject and collection, and what it was made from."""

    pupil: Pupil
    area: Area
    collection: Round
    current: str
    target: str
    effort: str
    stands: float

    @property
    def below(self) -> int:
        """Levels below the target; negative above it, 0 without a mark."""
        scale = (EMERGING, EXPECTED) if self.target in (EMERGING, EXPECTED) else LEVELS
        return scale.index(self.target) - scale.index(self.current) if self.current in scale else 0


def marks(pupils: Sequence[Pupil], seed: int) -> tuple[Mark, ...]:
    """Every mark of every collection: pupils in order, then subjects, then collections."""
    return tuple(mark for pupil in pupils for mark in _pupil_marks(pupil, stream(seed, f"primary marks {pupil.upn}")))


def marked_in(pupil: Pupil, collection: Round) -> bool:
    """True when the pupil was in this school and on roll when a collection closed."""
    return pupil.year_group_in(collection.year) in YEAR_GROUPS and pupil.on_roll(collection.closes)


def pre_key_stage(pupil: Pupil) -> bool:
    """True for pupils who work on the pre-key-stage standards, in every subject."""
    return pupil.sen == "E" and pupil.traits.ability < PRE_KEY_STAGE_BELOW


def birthday_shift(pupil: Pupil, year_group: int) -> float:
    """What a pupil's age within the year group does to standing: 0 in the middle, positive for the oldest."""
    days = (pupil.born - date(YEAR - pupil.year_group - 5, 9, 1)).days
    return BIRTHDAY[year_group] * (0.5 - clamp(days / 365, 0, 1))


def _pupil_marks(pupil: Pupil, chance: Random) -> Iterator[Mark]:
    for year_group in YEAR_GROUPS:
        for area in taught_in(year_group):
            own, likes, strays = chance.gauss(0, 1), chance.gauss(0, 1), 0.0
            for at in ROUNDS:
                strays += STEP * chance.gauss(0, 1)
                missing = share_of(chance, rates.NOT_ENTERED)
                tries = 0.75 * pupil.traits.effort + 0.45 * likes + 0.45 * chance.gauss(0, 1)
                due = pupil.year_group_in(at.year) == year_group and marked_in(pupil, at)
                if due and (area.every_collection or at.order == 3):  # noqa: PLR2004 - summer
                    stands = _standing(pupil, area, own) + birthday_shift(pupil, year_group)
                    yield _mark(pupil, area, at, (stands, strays, tries), missing=missing)


def _standing(pupil: Pupil, area: Area, own: float) -> float:
    """Where a pupil stands in a subject among all pupils of the year group: mean 0, spread about 1."""
    inner = pupil.traits
    return ABILITY * inner.ability + LIKING * inner.strengths[area.discipline] + OWN * own


def _mark(pupil: Pupil, area: Area, at: Round, drawn: tuple[float, float, float], *, missing: bool) -> Mark:
    stands, strays, tries = drawn
    now = stands + strays / sqrt(len(ROUNDS)) + BEHIND[at.order]
    in_reception = pupil.year_group_in(at.year) == RECEPTION
    return Mark(
        pupil,
        area,
        at,
        current="" if missing else _level(pupil, area, now, in_reception=in_reception),
        target=_target(pupil, area, stands, in_reception=in_reception),
        effort=EFFORTS[sum(tries > bound for bound in EFFORT_BOUNDS)],
        stands=now,
    )


def _level(pupil: Pupil, area: Area, stands: float, *, in_reception: bool) -> str:
    if in_reception:
        return EXPECTED if stands >= area.expected else EMERGING
    if pre_key_stage(pupil):
        place = len(PRE_KEY_STAGE) + (stands - PRE_KEY_STAGE_BELOW) / PRE_KEY_STAGE_STEP
        return PRE_KEY_STAGE[int(clamp(place, 0, len(PRE_KEY_STAGE) - 1))]
    return TOWARDS if stands < area.expected else AT if stands < area.greater else DEPTH


def _target(pupil: Pupil, area: Area, stands: float, *, in_reception: bool) -> str:
    """The expected standard, greater depth for those well above it, one level on for pre-key-stage pupils."""
    if in_reception:
        return EXPECTED
    level = _level(pupil, area, stands, in_reception=False)
    if level in PRE_KEY_STAGE:
        return level
    return DEPTH if stands >= area.greater else AT
