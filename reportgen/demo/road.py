"""The road to the final grade: what a pupil works at, at each collection, and what teachers expect.

Judgement: no table tells how working-at marks climb. Fewer than one in ten pupils climb in a straight line, so paces
differ, marks sway and steps are uneven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from reportgen.demo.chance import clamp
from reportgen.demo.ladders import KS3, NOW, WHOLE, Ladder
from reportgen.demo.subjects import KEY_STAGE_3, Taught
from reportgen.demo.year import Round

GAP = {(10, 1): 1.3, (10, 2): 1.1, (10, 3): 0.9, (11, 1): 0.7, (11, 2): 0.45, (11, 3): 0.2}
"""Grades still to climb at each collection, by year group and order, for a middling pupil of a middling pace."""
MIDDLING = 5.0
"""The final grade at which the gap is as above."""
PACE_SPREAD = 0.35

KS3_MEAN, KS3_SPREAD = 3.25, 0.44
"""The five-step grade of pupils on the way to MIDDLING, and five-step grades for a grade of GCSE."""
KS3_GROWTH = {1: -0.08, 2: -0.02, 3: 0.04}
"""How marks of Years 7 to 9 rise within a school year. They are for the year: pupils keep them from year to year."""
KS3_LEAST, KS3_MOST = 0.7, 5.4

SWAY, STEP, FRESH_START = 0.3, 0.19, 0.6
"""How far marks stray from the road, how far they move from one collection to the next, and how much of the straying
stays when a school year begins."""

OPTIMISM, EXPECTING, EXPECTING_AGAIN = 0.25, 0.5, 0.2
"""How far forecasts are above what comes, how far they stray for a pupil and subject, and from one time to the next."""

RISEN_SUBJECT = "geography"
RISE = {2024: -0.9, 2025: -0.45}
"""The planted story: geography was taught badly, and a new head of department mended it. Its marks were nine tenths of
a grade of GCSE too low in 2024/25, half of that in 2025/26, and are as elsewhere in 2026/27."""


@dataclass(frozen=True)
class Road:
    """A pupil's road in a subject."""

    final: float
    """The level at the end of Year 11."""
    pace: float
    expecting: float

    def level(self, at: Round, year_group: int, subject: Taught, stray: float) -> float:
        """The level at a collection, in grades of the scale of the year group."""
        final = self.final + risen(subject.id, at.year)
        if year_group in KEY_STAGE_3:
            level = KS3_MEAN + KS3_SPREAD * (final - MIDDLING) + KS3_GROWTH[at.order]
            return clamp(level + stray, KS3_LEAST, KS3_MOST)
        return final + (stray - GAP[year_group, at.order] * self.pace) * climbs(final)

    def forecast(self, at: Round, subject: Taught, chance: Random) -> str:
        """What the teacher honestly expects in the end: a whole grade, somewhat too high."""
        expected = self.final + risen(subject.id, at.year) + OPTIMISM + self.expecting
        return WHOLE[subject.scale].written(expected + EXPECTING_AGAIN * chance.gauss(0, 1))


def climbs(final: float) -> float:
    """How much of a gap a final level has: pupils of low grades have less to climb."""
    return clamp(final / MIDDLING, 0.15, 1.2)


def road(final: float, chance: Random) -> Road:
    """The road to a final level."""
    return Road(final, clamp(1 + PACE_SPREAD * chance.gauss(0, 1), 0.2, 1.9), EXPECTING * chance.gauss(0, 1))


def risen(subject_id: str, year: int) -> float:
    """How far the marks of a subject are off in a school year, in grades: the planted story, 0 for all others."""
    return RISE.get(year, 0.0) if subject_id == RISEN_SUBJECT else 0.0


def ladder_now(subject: Taught, year_group: int) -> Ladder:
    """The scale working-at marks are written on."""
    return KS3 if year_group in KEY_STAGE_3 else NOW[subject.scale]


def strays(rounds: tuple[Round, ...], effort: float, chance: Random) -> Mapping[str, float]:
    """How far marks are off the road at each collection, by its id: it is kept from time to time, and drifts."""
    found, stray, year = {}, SWAY * chance.gauss(0, 1), 0
    for at in rounds:
        stray *= FRESH_START if year and at.year != year else 1
        stray += STEP * chance.gauss(0, 1) + 0.02 * effort
        found[at.id], year = stray, at.year
    return found
