"""Marks as teachers would give them: ability, effort and a liking for the subject, then a path of small steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import clamp, share_of, stream
from reportgen.demo.pupil import Pupil
from reportgen.demo.subjects import KEY_STAGE_3, SUBJECTS, Taught, taught_to
from reportgen.demo.year import ROUNDS, Round

CURRENT, TARGET, ATTITUDE, CONTRIBUTION = "Current", "Target", "ATL", "Contribution"
"""The facets as exports name them."""
ABSENT, NOT_TAUGHT, NOT_REQUIRED, DROPPED, WITHHELD, BLANK = "Abs", "NT", "NR", "Dropped", "W", ""

THIRDS = ("-", "", "+")
KS3_GRADES = ("Em", "De", "Se", "Co", "Ex")
KS3_MEAN, KS3_SPREAD = 3.1, 0.9
GCSE_MEAN, GCSE_SPREAD = 5.1, 1.75
"""The grade a middling pupil ends Year 11 with, and grades for each unit of standing: about England's spread."""
GROWTH = {(10, 1): -0.95, (10, 2): -0.85, (10, 3): -0.7, (11, 1): -0.6, (11, 2): -0.48, (11, 3): -0.3}
"""Grades below the last one at each collection, by year group and order."""
KS3_GROWTH = {1: -0.08, 2: -0.02, 3: 0.04}
"""The same for years 7 to 9, whose grades are for the year: pupils keep them from year to year."""
STRETCH = -0.06
"""How far targets are above what is likely in July: a little below, so that a fifth of marks is under target."""
SWAY = 0.45
"""How far marks stray from what is likely, in grades: a fifth is then above target and a fifth below."""
STEP = 0.19
"""How far a pupil moves in a subject from one collection to the next, in grades."""
FRESH_START = 0.6
"""How much of the distance from what is likely stays when a school year begins."""

ATTITUDE_BOUNDS = (-1.75, -0.85, 0.35)
"""Bounds of attitudes 1 to 4: about 5, 14, 43 and 38 in a hundred."""


@dataclass(frozen=True)
class Mark:
    """What stands in the cells of a pupil, subject and collection."""

    pupil: Pupil
    subject: Taught
    collection: Round
    cells: tuple[tuple[str, str], ...]
    """Facet and what is written."""
    below: float
    """How far the mark is below the target, in grades."""
    attitude: int

    def written(self, facet: str) -> str:
        """What stands in the cell of a facet; blank for one that was not collected."""
        return dict(self.cells).get(facet, BLANK)


def marks(pupils: Sequence[Pupil], seed: int) -> tuple[Mark, ...]:
    """Every mark of every collection, pupils in order, then subjects, then collections."""
    chance = stream(seed, "marks")
    return tuple(mark for pupil in pupils for mark in _pupil_marks(pupil, chance))


def _pupil_marks(pupil: Pupil, chance: Random) -> Iterator[Mark]:
    rounds = [r for r in ROUNDS if pupil.marked_in(r)]
    dropped = _dropped(pupil, chance)
    for subject in SUBJECTS:
        standing = _standing(pupil, subject, chance)
        likes = chance.gauss(0, 1)
        stray = SWAY * (0.85 * chance.gauss(0, 1) + 0.4 * pupil.traits.effort)
        excused = pupil.sen == "E" and subject.id == "spanish" and share_of(chance, rates.NOT_REQUIRED)
        for at in rounds:
            year_group = pupil.year_group_in(at.year)
            stray *= FRESH_START if at.id == "autumn-2026" else 1
            stray += STEP * chance.gauss(0, 1) + 0.02 * pupil.traits.effort + subject.drift * _since_2026(at)
            if subject not in taught_to(year_group, pupil.options):
                continue
            state = (
                NOT_REQUIRED
                if excused
                else DROPPED
                if (subject.id, at.id) in dropped
                else _untaught(pupil, subject, at)
            )
            yield _mark(pupil, subject, at, Lesson(standing, stray, likes, state), chance)


@dataclass(frozen=True)
class Lesson:
    """What a mark is made from."""

    standing: float
    stray: float
    likes: float
    state: str
    """Why there can be no mark; empty when there can."""


def _mark(pupil: Pupil, subject: Taught, at: Round, lesson: Lesson, chance: Random) -> Mark:
    year_group = pupil.year_group_in(at.year)
    likely, july = _likely(lesson.standing, year_group, at.order), _likely(lesson.standing, year_group, 3)
    effort = pupil.traits.effort * 0.7 + 0.5 * lesson.likes + 0.5 * chance.gauss(0, 1)
    attitude = 1 + sum(effort > bound for bound in ATTITUDE_BOUNDS)
    level = likely + lesson.stray
    highest = len(KS3_GRADES) if year_group in KEY_STAGE_3 else 9
    target = int(clamp(floor(july + STRETCH + 0.5), 1, highest))
    written = {
        CURRENT: _grade(level, year_group),
        TARGET: KS3_GRADES[target - 1] if year_group in KEY_STAGE_3 else str(target),
        ATTITUDE: str(attitude),
        CONTRIBUTION: _contribution(pupil, lesson.likes, chance),
    }
    if at.year == 2025:  # noqa: PLR2004 - contribution is collected from 2026/27
        del written[CONTRIBUTION]
    if lesson.state:
        written = dict.fromkeys(written, lesson.state)
    elif missing := _missing(pupil, chance):
        written[CURRENT] = missing
    return Mark(pupil, subject, at, tuple(written.items()), target - level, attitude)


def _standing(pupil: Pupil, subject: Taught, chance: Random) -> float:
    """Where a pupil stands in a subject among all pupils, with a mean of 0 and a spread of about 1."""
    inner = pupil.traits
    return (
        0.82 * inner.ability
        + 0.15 * inner.effort
        + 0.36 * inner.strengths[subject.discipline]
        + 0.2 * chance.gauss(0, 1)
    )


def _likely(standing: float, year_group: int, order: int) -> float:
    """The grade such pupils have at a collection."""
    if year_group in KEY_STAGE_3:
        return clamp(KS3_MEAN + KS3_SPREAD * standing + KS3_GROWTH[order], 0.7, 5.4)
    return clamp(GCSE_MEAN + GCSE_SPREAD * standing + GROWTH[year_group, order], 0.7, 9.2)


def _grade(level: float, year_group: int) -> str:
    """A level to the nearest third, as teachers write it: 5-, 5 or 5+."""
    thirds = floor(level * 3 + 0.5)
    if year_group in KEY_STAGE_3:
        place = int(clamp(thirds, 2, 16)) - 2
        return KS3_GRADES[place // 3] + THIRDS[place % 3]
    place = int(clamp(thirds, 2, 27)) - 2
    return f"{place // 3 + 1}{THIRDS[place % 3]}"


def _contribution(pupil: Pupil, likes: float, chance: Random) -> str:
    heard = 0.8 * pupil.traits.outgoing + 0.4 * likes + 0.4 * chance.gauss(0, 1)
    return "Often" if heard > 0.2 else "Sometimes" if heard > -1.1 else "Rarely"  # noqa: PLR2004 - about 42, 45 and 13 in a hundred


def _missing(pupil: Pupil, chance: Random) -> str:
    """Why a mark is missing; pupils who miss much school miss more marks."""
    draw = chance.random()
    for share, written in (
        (rates.ABSENT_MARK * min(6, pupil.traits.absence / rates.ABSENCE), ABSENT),
        (rates.NOT_ENTERED, "-"),
        (rates.WITHHELD, WITHHELD),
    ):
        if draw < share:
            return written
        draw -= share
    return ""


def _untaught(pupil: Pupil, subject: Taught, at: Round) -> str:
    """One form of Year 8 had no music teacher until Christmas 2026."""
    return NOT_TAUGHT if (subject.id, at.id, pupil.form(at.year)) == ("music", "autumn-2026", "8R") else ""


def _dropped(pupil: Pupil, chance: Random) -> frozenset[tuple[str, str]]:
    """The last option of a few, from the spring of 2026/27 on."""
    if pupil.year_group not in (10, 11) or not share_of(chance, rates.DROPPED_OPTION):
        return frozenset()
    return frozenset((pupil.options[-1], r.id) for r in ROUNDS if r.id in ("spring-2027", "summer-2027"))


def _since_2026(at: Round) -> int:
    """1 for collections of 2026/27, in which some subjects drift."""
    return int(at.year == 2026)  # noqa: PLR2004 - the year of the exports
