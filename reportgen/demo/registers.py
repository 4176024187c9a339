"""Registers of 2026/27: a mark for each half-day, from each pupil's own share of absence, the season and one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final, NamedTuple

from reportgen.demo import rates
from reportgen.demo.chance import share_of, stream
from reportgen.demo.pupil import Pupil
from reportgen.demo.year import FIRST_DAYS, LATEST, YEAR, YEAR_11_LAST_LESSON, YEAR_GROUPS, school_days

STORY: Final = "From January 2027 the pupil premium pupils of Year 9 miss far more school than they did in the autumn."
"""The one thing in the registers that is no chance, for the packs to show."""
STORY_YEAR_GROUP, STORY_FROM = 9, date(2027, 1, 1)
STORY_TIMES, STORY_MORE, STORY_MOST = 1.65, 0.06, 0.85
"""What becomes of a pupil's share of absence in the story: times the first, and the second on top, up to the third."""

STAYS_AWAY = 0.62
"""How likely a pupil who was away one day is away the next: illness comes in spells."""
HALF_DAY = 0.16
"""Share of spells' first days on which only half the day is missed."""
SEASON = {9: 0.75, 10: 0.9, 11: 1.1, 12: 1.3, 1: 1.15, 2: 1.1, 3: 1.0, 4: 0.9, 5: 0.9, 6: 0.95, 7: 1.0}
"""How often spells begin, by month, against the year's mean: colds before Christmas. Judgement."""
FRIDAY, FRIDAYS = 4, 1.2
"""Spells begin so many times as often on Fridays. Judgement."""
LATE = 0.022
"""Share of mornings on which a middling pupil comes late."""
AUTHORISED = (("I", 79), ("M", 9), ("C", 5), ("E", 3), ("R", 3), ("H", 1))
UNAUTHORISED = (("O", 52), ("N", 14), ("G", 24), ("U", 10))
OUT_OF_SCHOOL = 0.003
"""Share of days on trips and at matches, which count as attended."""
WORK_EXPERIENCE = (10, date(2027, 6, 7), date(2027, 6, 11))
"""A year group, and the week it is out at work: W, attended."""
OFF_SITE, REDUCED, DUAL = 0.005, 0.003, 0.002
"""Shares of pupils taught off site on two days a week (B), on half days for the year (C2, an authorised absence), and
registered at another school as well, where they are on Mondays (D, no possible session). Judgement."""
ELEVEN = 11


class RegisterDay(NamedTuple):
    """A pupil's day as the register has it."""

    pupil: Pupil
    day: date
    am: str
    pm: str


@dataclass(frozen=True)
class _Habit:
    """How a pupil comes to school."""

    late: float
    elsewhere: Mapping[int, tuple[str, str]]
    """Codes by weekday, for pupils who are elsewhere on that day."""


def registers(pupils: Sequence[Pupil], seed: int) -> Iterator[RegisterDay]:
    """Every pupil's days from the first day of the year to the closing day of the latest collection."""
    days = tuple((day, SEASON[day.month] * (FRIDAYS if day.weekday() == FRIDAY else 1)) for day in _days())
    for pupil in pupils:
        if pupil.year_group in YEAR_GROUPS and (pupil.left is None or pupil.left >= FIRST_DAYS[YEAR]):
            # A stream a pupil: the order of pupils can't change anyone's register.
            yield from _pupil_days(pupil, days, stream(seed, f"register {pupil.upn}"))


def in_story(pupil: Pupil) -> bool:
    """True for the pupils of whom `STORY` tells."""
    return pupil.year_group == STORY_YEAR_GROUP and pupil.pupil_premium


def _days() -> tuple[date, ...]:
    return school_days(LATEST.closes)


def _pupil_days(pupil: Pupil, days: Sequence[tuple[date, float]], chance: Random) -> Iterator[RegisterDay]:
    habit = _habit(pupil, chance)
    first, later = _shares(pupil)
    begins = _goes_away(first), _goes_away(later)
    reason, away = "", False
    for day, season in _here(pupil, days):
        told = day >= STORY_FROM
        was_away, away = away, chance.random() < (STAYS_AWAY if away else begins[told] * season)
        if not away:
            yield RegisterDay(pupil, day, *_in_school(pupil, day, habit, chance))
            continue
        if not was_away:
            reason = _reason(chance, later if told else first)
            if chance.random() < HALF_DAY:
                away = False
                yield RegisterDay(pupil, day, *((reason, "\\") if chance.random() < 0.5 else ("/", reason)))  # noqa: PLR2004 - either half
                continue
        yield RegisterDay(pupil, day, reason, reason)


def _here(pupil: Pupil, days: Sequence[tuple[date, float]]) -> Iterator[tuple[date, float]]:
    """The days on which a pupil was on roll and had lessons."""
    ends = YEAR_11_LAST_LESSON if pupil.year_group == ELEVEN else LATEST.closes
    return (one for one in days if one[0] <= ends and pupil.on_roll(one[0]))


def _shares(pupil: Pupil) -> tuple[float, float]:
    """The shares of half-days a pupil misses before and from January 2027."""
    share = pupil.traits.absence
    return share, min(STORY_MOST, share * STORY_TIMES + STORY_MORE) if in_story(pupil) else share


def _habit(pupil: Pupil, chance: Random) -> _Habit:
    late = LATE * max(0.2, 1 - 0.6 * pupil.traits.effort)
    draw = chance.random()
    elsewhere: dict[int, tuple[str, str]] = {}
    if draw < OFF_SITE:
        elsewhere = {3: ("B", "B"), 4: ("B", "B")}
    elif draw < OFF_SITE + REDUCED:
        elsewhere = dict.fromkeys(range(5), ("/", "C2"))
    elif draw < OFF_SITE + REDUCED + DUAL:
        elsewhere = {0: ("D", "D")}
    return _Habit(late, elsewhere)


def _goes_away(share: float) -> float:
    """How likely a spell begins, so that in the long run this share of half-days is missed."""
    return min(0.95, share * (1 - STAYS_AWAY) / (1 - share) * (1 + HALF_DAY / 2 * (1 - STAYS_AWAY)))


def _in_school(pupil: Pupil, day: date, habit: _Habit, chance: Random) -> tuple[str, str]:
    draw = chance.random()
    if day.weekday() in habit.elsewhere:
        return habit.elsewhere[day.weekday()]
    year_group, first, last = WORK_EXPERIENCE
    if pupil.year_group == year_group and first <= day <= last:
        return "W", "W"
    if draw < OUT_OF_SCHOOL:
        return ("V", "V") if draw < OUT_OF_SCHOOL / 2 else ("/", "P")
    return ("L" if draw < OUT_OF_SCHOOL + habit.late else "/"), "\\"


def _reason(chance: Random, share: float) -> str:
    """A code: those who miss much are more often away without permission."""
    without = rates.UNAUTHORISED * (0.55 if share < rates.ABSENCE else 1.15)
    codes = UNAUTHORISED if share_of(chance, without) else AUTHORISED
    return chance.choices([code for code, _ in codes], [weight for _, weight in codes])[0]
