"""What the program never sees: how able pupils are, how hard they try, and what they scored before they came."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import clamp, share_of
from reportgen.demo.pupil import Traits
from reportgen.demo.subjects import DISCIPLINES

ABILITY_SHIFT = {"N": 0.0, "K": -0.75, "E": -1.15}
PREMIUM_ABILITY, PREMIUM_EFFORT = -0.45, -0.25
ABILITY_MEAN = 0.25
"""Puts the mean of the whole school back to 0."""

ABSENCE_SPREAD, ABSENCE_TOTAL_SPREAD = 1.3, 1.36
"""Spread of log absence beside what groups and effort explain, and in all: these give 23% persistent at 8.5%."""
ABSENCE_MEAN = 1.16 * rates.ABSENCE
"""A little above the rate: the bound below takes some away again, and half-days more."""
ABSENCE_PREMIUM, ABSENCE_SEND, ABSENCE_EFFORT = 0.5, 0.35, -0.25
MOST_ABSENT = 0.8

LATEST_WITHOUT_KS2 = 12
"""Who would have sat Year 6 tests in 2021, when there were none. Years 7 to 11 sat them in 2026 to 2022."""


@dataclass(frozen=True)
class Start:
    """What decides which tests a pupil took."""

    year_group: int
    from_abroad: bool
    eal: bool


def traits(chance: Random, *, sex: str, pupil_premium: bool, sen: str) -> Traits:
    """One pupil's traits."""
    ability = ABILITY_MEAN + 0.92 * chance.gauss(0, 1) + ABILITY_SHIFT[sen] + PREMIUM_ABILITY * pupil_premium
    effort = chance.gauss(0, 1) + PREMIUM_EFFORT * pupil_premium + (0.15 if sex == "F" else -0.15)
    return Traits(
        ability=ability,
        effort=effort,
        outgoing=chance.gauss(0, 1) + 0.2 * effort,
        absence=_absence(chance, effort, pupil_premium=pupil_premium, send=sen != "N"),
        strengths={discipline: chance.gauss(0, 1) for discipline in DISCIPLINES},
    )


def _absence(chance: Random, effort: float, *, pupil_premium: bool, send: bool) -> float:
    """The share of half-days missed: log-normal, so that most miss few and some miss many."""
    told = ABSENCE_PREMIUM * pupil_premium + ABSENCE_SEND * send + ABSENCE_EFFORT * effort
    told_mean = ABSENCE_PREMIUM * rates.PUPIL_PREMIUM + ABSENCE_SEND * (rates.SEN_SUPPORT + rates.PLAN)
    middle = log(ABSENCE_MEAN) - ABSENCE_TOTAL_SPREAD**2 / 2
    return clamp(exp(middle + told - told_mean + ABSENCE_SPREAD * chance.gauss(0, 1)), 0.002, MOST_ABSENT)


def ks2(chance: Random, inner: Traits, start: Start) -> tuple[int, int] | None:
    """Reading and mathematics scaled scores, 80 to 120; None for those who sat no tests."""
    missed = share_of(chance, rates.NO_KS2)
    reading = (
        104.8
        + 6.6 * (0.85 * inner.ability + 0.4 * chance.gauss(0, 1) + 0.25 * inner.strengths["english"])
        - 1.5 * start.eal
    )
    maths = 104.4 + 6.6 * (0.85 * inner.ability + 0.4 * chance.gauss(0, 1) + 0.25 * inner.strengths["maths"])
    if missed or start.from_abroad or start.year_group >= LATEST_WITHOUT_KS2:
        return None
    return round(clamp(reading, 80, 120)), round(clamp(maths, 80, 120))


def baseline(chance: Random, inner: Traits, start: Start, *, tested: bool) -> int | None:
    """A standard score (mean 100, spread 15) for those without Year 6 scores; a few missed it as well."""
    score = 100 + 13 * (0.9 * inner.ability + 0.4 * chance.gauss(0, 1)) - 4 * start.eal
    return None if tested or share_of(chance, 0.1) else round(clamp(score, 59, 141))
