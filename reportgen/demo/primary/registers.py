"""Registers of 2026/27: a mark for each half-day, from each pupil's own share of absence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from reportgen.demo import rates as secondary
from reportgen.demo.chance import share_of, stream
from reportgen.demo.primary import rates
from reportgen.demo.primary.year import GONE, LATEST
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.year import FIRST_DAYS, YEAR, school_days

TIMES = rates.ABSENCE / secondary.ABSENCE
"""Scales a pupil’s share of absence to that of a primary school."""
GOES_ON = 0.55
"""How likely a day away is followed by another."""
LATE, HALF_DAY = 0.02, 0.12
REASONS = {True: ("I", "I", "I", "I", "I", "I", "I", "I", "M", "C"), False: ("G", "G", "G", "O", "O", "U")}
"""Codes with permission and without: mostly illness, mostly holidays."""


def registers(pupils: Sequence[Pupil], seed: int) -> Iterator[RegisterDay]:
    """Every pupil's days from the first day of the year to the closing day of the latest collection."""
    days = school_days(LATEST.closes)
    for pupil in pupils:
        if pupil.year_group < GONE and (pupil.left is None or pupil.left >= FIRST_DAYS[YEAR]):
            here = [day for day in days if pupil.on_roll(day)]
            yield from _pupil_days(pupil, here, stream(seed, f"primary register {pupil.upn}"))


def absence(pupil: Pupil) -> float:
    """The share of half-days a pupil misses on average."""
    return min(0.7, TIMES * pupil.traits.absence)


def _pupil_days(pupil: Pupil, days: Sequence[date], chance: Random) -> Iterator[RegisterDay]:
    share = absence(pupil)
    falls_ill = share * (1 - GOES_ON) / (1 - share)
    reason = ""
    for day in days:
        away = share_of(chance, GOES_ON if reason else falls_ill)
        if not away:
            reason = ""
            yield RegisterDay(pupil, day, "L" if share_of(chance, LATE) else "/", "\\")
            continue
        reason = reason or chance.choice(REASONS[not share_of(chance, rates.UNAUTHORISED)])
        yield RegisterDay(pupil, day, "/" if share_of(chance, HALF_DAY) else reason, reason)
