"""What the program never sees: how able pupils are, how hard they try, and what they scored before they came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import clamp, share_of
from reportgen.demo.pupil import Traits
from reportgen.demo.subjects import DISCIPLINES
from reportgen.demo.year import YEAR

ABILITY_SHIFT = {"N": 0.0, "K": -0.9, "E": -1.35}
PREMIUM_ABILITY, PREMIUM_EFFORT = -0.46, -0.25
ABILITY_MEAN, ABILITY_SPREAD = 0.282, 0.898
"""With the shifts above these give the whole school a mean of 0 and a spread of 1."""
EFFORT_GIRLS, EFFORT_MEAN = 0.15, 0.0675

TESTED_ABILITY = 0.9
"""How closely Year 6 tests follow ability."""
YEAR_6_SCORES = (
    (-3.6, 74.0),
    (-2.486, 79.75),
    (-1.748, 89.75),
    (-1.210, 95.75),
    (-0.785, 99.75),
    (-0.460, 102.25),
    (-0.091, 104.75),
    (0.298, 107.25),
    (0.691, 109.75),
    (1.264, 113.25),
    (1.967, 116.75),
    (3.2, 120.0),
)
"""Standing in the tests and the mean scaled score that goes with it, straight lines between. The scores are the bounds
of the bands of config/reference/ks2_to_gcse_grades_2024.csv; the standings leave as many pupils between them as
England had, disadvantaged and other."""
LEAST_SCORE, MOST_SCORE = 80, 120
APART, APART_LIKING = 3.6, 2.0
"""Points by which reading and mathematics differ by chance, and for each unit of liking one more than the other."""
APART_EAL = -2.0
"""How far reading is behind mathematics for pupils with English as an additional language. Judgement."""

BASELINE_SPREAD, BASELINE_NOISE, BASELINE_EAL = 13.8, 0.42, -3.5
BASELINE_MEAN = 100.7
"""Above 100 by what pupils with English as an additional language take away."""
NO_BASELINE = 0.1

ABSENCE_SPREAD, ABSENCE_TOTAL_SPREAD = 1.54, 1.59
"""Spread of log absence beside what groups and effort explain, and in all: these give 23% persistent at 8.5%."""
ABSENCE_MEAN = 1.215 * rates.ABSENCE
"""A little above the rate: the bound below takes some away again, and half-days more."""
ABSENCE_PREMIUM, ABSENCE_SEND, ABSENCE_EFFORT = 0.5, 0.35, -0.25
LEAST_ABSENT, MOST_ABSENT = 0.002, 0.8

WITHOUT_TESTS = (2020, 2021)
"""Summers in which Year 6 sat no tests."""


@dataclass(frozen=True)
class Start:
    """What decides which tests a pupil took."""

    year_group: int
    from_abroad: bool
    eal: bool

    @property
    def sat_tests(self) -> bool:
        """True when there were tests at the end of the cohort's Year 6 and the pupil was in England."""
        return year_6_tests(self.year_group) not in WITHOUT_TESTS and not self.from_abroad


def year_6_tests(year_group: int) -> int:
    """The calendar year in which a year group of 2026/27 ended Year 6: 2026 for Year 7."""
    return YEAR - (year_group - 7)


def traits(chance: Random, *, sex: str, pupil_premium: bool, sen: str) -> Traits:
    """One pupil's traits."""
    ability = ABILITY_MEAN + ABILITY_SPREAD * chance.gauss(0, 1) + ABILITY_SHIFT[sen] + PREMIUM_ABILITY * pupil_premium
    girls = EFFORT_GIRLS if sex == "F" else -EFFORT_GIRLS
    effort = EFFORT_MEAN + chance.gauss(0, 1) + PREMIUM_EFFORT * pupil_premium + girls
    tested = TESTED_ABILITY * ability + sqrt(1 - TESTED_ABILITY**2) * chance.gauss(0, 1)
    return Traits(
        ability=ability,
        effort=effort,
        outgoing=chance.gauss(0, 1) + 0.2 * effort,
        absence=_absence(chance, effort, pupil_premium=pupil_premium, send=sen != "N"),
        strengths={discipline: chance.gauss(0, 1) for discipline in DISCIPLINES},
        year_6=_on_the_line(tested),
    )


def _on_the_line(standing: float) -> float:
    """The mean scaled score of a standing, 80 to 120."""
    (low, score), (high, above) = next(
        (pair for pair in pairwise(YEAR_6_SCORES) if standing < pair[1][0]),
        YEAR_6_SCORES[-2:],
    )
    return clamp(score + (above - score) * (standing - low) / (high - low), LEAST_SCORE, MOST_SCORE)


def _absence(chance: Random, effort: float, *, pupil_premium: bool, send: bool) -> float:
    """The share of half-days missed: log-normal, so that most miss few and some miss many."""
    told = ABSENCE_PREMIUM * pupil_premium + ABSENCE_SEND * send + ABSENCE_EFFORT * effort
    told_mean = ABSENCE_PREMIUM * rates.PUPIL_PREMIUM + ABSENCE_SEND * (rates.SEN_SUPPORT + rates.PLAN)
    middle = log(ABSENCE_MEAN) - ABSENCE_TOTAL_SPREAD**2 / 2
    return clamp(exp(middle + told - told_mean + ABSENCE_SPREAD * chance.gauss(0, 1)), LEAST_ABSENT, MOST_ABSENT)


def ks2(chance: Random, inner: Traits, start: Start) -> tuple[int, int] | None:
    """Reading and mathematics scaled scores, 80 to 120; None for those who sat no tests."""
    missed = share_of(chance, rates.NO_KS2_EAL if start.eal else rates.NO_KS2)
    apart = APART * chance.gauss(0, 1) + APART_LIKING * _liking(inner.strengths) + APART_EAL * start.eal
    if missed or not start.sat_tests:
        return None
    # No score passes its bound, and the mean of the two stays what it is.
    room = min(MOST_SCORE - inner.year_6, inner.year_6 - LEAST_SCORE)
    reading = inner.year_6 + clamp(apart / 2, -room, room)
    return round(reading), round(2 * inner.year_6 - reading)


def _liking(strengths: Mapping[str, float]) -> float:
    return strengths["english"] - strengths["maths"]


def baseline(chance: Random, inner: Traits, start: Start, *, tested: bool) -> int | None:
    """A standard score (mean 100, spread 15) for those without Year 6 scores; a few missed it as well."""
    score = BASELINE_MEAN + BASELINE_SPREAD * (inner.ability + BASELINE_NOISE * chance.gauss(0, 1))
    missed = share_of(chance, NO_BASELINE)
    return None if tested or missed else round(clamp(score + BASELINE_EAL * start.eal, 59, 141))
