"""Registers of 2026/27: a mark for each half-day, from each pupil's own share of absence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import stream
from reportgen.demo.pupil import Pupil
from reportgen.demo.year import FIRST_DAYS, LATEST, YEAR, YEAR_11_LAST_LESSON, YEAR_GROUPS, school_days

STAYS_AWAY = 0.62
"""How likely a pupil who was away one day is away the next: illness comes in spells."""
HALF_DAY = 0.16
"""Share of spells' first days on which only half the day is missed."""
LATE = 0.022
"""Share of mornings on which a middling pupil comes late."""
AUTHORISED = (("I", 80), ("M", 9), ("C", 6), ("E", 2), ("R", 3))
UNAUTHORISED = (("O", 52), ("N", 14), ("G", 24), ("U", 10))
OUT_OF_SCHOOL = 0.003
"""Share of days on trips and at matches, which count as attended."""
ELEVEN = 11


@dataclass(frozen=True)
class RegisterDay:
    """A pupil's day as the register has it."""

    pupil: Pupil
    day: date
    am: str
    pm: str


def registers(pupils: Sequence[Pupil], seed: int) -> Iterator[RegisterDay]:
    """Every pupil's days from the first day of the year to the closing day of the latest collection."""
    days = school_days(LATEST.closes)
    for pupil in pupils:
        if pupil.year_group in YEAR_GROUPS and (pupil.left is None or pupil.left >= FIRST_DAYS[YEAR]):
            # A stream a pupil: the order of pupils can't change anyone's register.
            yield from _pupil_days(pupil, days, stream(seed, f"register {pupil.upn}"))


def _pupil_days(pupil: Pupil, days: Sequence[date], chance: Random) -> Iterator[RegisterDay]:
    share = pupil.traits.absence
    goes_away = min(0.95, share * (1 - STAYS_AWAY) / (1 - share) * (1 + HALF_DAY / 2 * (1 - STAYS_AWAY)))
    late = LATE * max(0.2, 1 - 0.6 * pupil.traits.effort)
    ends = YEAR_11_LAST_LESSON if pupil.year_group == ELEVEN else LATEST.closes
    reason, away = "", False
    for day in days:
        if day > ends or not pupil.on_roll(day):
            continue
        was_away, away = away, chance.random() < (STAYS_AWAY if away else goes_away)
        if not away:
            yield RegisterDay(pupil, day, *_in_school(chance, late))
            continue
        if not was_away:
            reason = _reason(chance, share)
            if chance.random() < HALF_DAY:
                away = False
                yield RegisterDay(pupil, day, *((reason, "\\") if chance.random() < 0.5 else ("/", reason)))  # noqa: PLR2004 - either half
                continue
        yield RegisterDay(pupil, day, reason, reason)


def _in_school(chance: Random, late: float) -> tuple[str, str]:
    draw = chance.random()
    if draw < OUT_OF_SCHOOL:
        return ("V", "V") if draw < OUT_OF_SCHOOL / 2 else ("/", "P")
    return ("L" if draw < OUT_OF_SCHOOL + late else "/"), "\\"


def _reason(chance: Random, share: float) -> str:
    """A code: those who miss much are more often away without permission."""
    without = rates.UNAUTHORISED * (0.55 if share < rates.ABSENCE else 1.15)
    codes = UNAUTHORISED if chance.random() < without else AUTHORISED
    return chance.choices([code for code, _ in codes], [weight for _, weight in codes])[0]
