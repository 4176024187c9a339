"""Marks as teachers give them at each collection, and what stands in a cell when there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import share_of, stream
from reportgen.demo.outcomes import levels
from reportgen.demo.pupil import Pupil
from reportgen.demo.road import Road, ladder_now, road, strays
from reportgen.demo.subjects import KEY_STAGE_3, LANGUAGES, SUBJECTS, Taught, at_gcse, taught_to
from reportgen.demo.targets import start_score, target_grade, target_level
from reportgen.demo.year import ROUNDS, YEAR, YEAR_GROUPS, Round

CURRENT, FORECAST, TARGET, ATTITUDE, CONTRIBUTION = "Current", "Forecast", "Target", "ATL", "Contribution"
"""The facets as exports name them."""
ABSENT, NOT_TAUGHT, NOT_REQUIRED, DROPPED, WITHHELD, BLANK = "Abs", "NT", "NR", "Dropped", "W", ""
CONTRIBUTION_SINCE = 2026
"""The school year in which teachers began to say how often a pupil takes part."""

ATTITUDE_BOUNDS = (-1.75, -0.85, 0.35)
"""Bounds of attitudes 1 to 4: about 5, 14, 43 and 38 in a hundred."""


@dataclass(frozen=True, slots=True)
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
        return next((written for name, written in self.cells if name == facet), BLANK)


@dataclass(frozen=True)
class Lesson:
    """A pupil in a subject, and all that marks are made from."""

    pupil: Pupil
    subject: Taught
    road: Road
    strays: Mapping[str, float]
    likes: float
    start: float
    """The score at the end of Year 6, or what stands for it."""


def marks(pupils: Sequence[Pupil], seed: int) -> tuple[Mark, ...]:
    """Every mark of every collection, pupils in order, then subjects, then collections."""
    return tuple(mark for pupil in pupils for mark in _pupil_marks(pupil, seed))


def _pupil_marks(pupil: Pupil, seed: int) -> Iterator[Mark]:
    rounds = tuple(r for r in ROUNDS if pupil.marked_in(r))
    # A stream a pupil: the order of pupils can't change anyone's marks.
    chance = stream(seed, f"marks {pupil.upn}")
    given, excused, final = _dropped(pupil, chance), _excused(pupil, chance), levels(pupil, seed)
    taken = {year: frozenset(_taught(pupil, year)) for year in {r.year for r in rounds}}
    for subject in SUBJECTS:
        lesson = Lesson(
            pupil=pupil,
            subject=subject,
            road=road(final[at_gcse(subject).id], chance),
            strays=strays(rounds, pupil.traits.effort, chance),
            likes=chance.gauss(0, 1),
            start=start_score(pupil),
        )
        for at in rounds:
            if subject in taken[at.year]:
                state = NOT_REQUIRED if excused and subject.id in LANGUAGES else _state(lesson, at, given)
                yield _mark(lesson, at, state, chance)


def _taught(pupil: Pupil, year: int) -> tuple[Taught, ...]:
    return taught_to(pupil.year_group_in(year), pupil.options, pupil.form_letter)


def _mark(lesson: Lesson, at: Round, state: str, chance: Random) -> Mark:
    pupil, subject = lesson.pupil, lesson.subject
    year_group = pupil.year_group_in(at.year)
    level = lesson.road.level(at, year_group, subject, lesson.strays[at.id])
    attitude = _attitude(lesson, chance)
    written = {CURRENT: ladder_now(subject, year_group).written(level)}
    if year_group not in KEY_STAGE_3:
        written[FORECAST] = lesson.road.forecast(at, subject, chance)
    written[TARGET] = target_grade(subject, lesson.start, year_group)
    written[ATTITUDE] = str(attitude)
    contribution = _contribution(lesson, chance)
    if at.year >= CONTRIBUTION_SINCE:
        written[CONTRIBUTION] = contribution
    missing = _missing(pupil, chance)
    if state:
        written = dict.fromkeys(written, state)
    elif missing:
        written[CURRENT] = missing
    below = target_level(subject, lesson.start, year_group) - level
    return Mark(pupil, subject, at, tuple(_cell(*one) for one in written.items()), below, attitude)


@cache
def _cell(facet: str, written: str) -> tuple[str, str]:
    """One pair for all cells that hold the same: a very large school has millions."""
    return facet, written


def _attitude(lesson: Lesson, chance: Random) -> int:
    tries = lesson.pupil.traits.effort * 0.7 + 0.5 * lesson.likes + 0.5 * chance.gauss(0, 1)
    return 1 + sum(tries > bound for bound in ATTITUDE_BOUNDS)


def _contribution(lesson: Lesson, chance: Random) -> str:
    heard = 0.8 * lesson.pupil.traits.outgoing + 0.4 * lesson.likes + 0.4 * chance.gauss(0, 1)
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


def _state(lesson: Lesson, at: Round, dropped: frozenset[tuple[str, str]]) -> str:
    """Why no mark can be given. One form of Year 8 had no music teacher until Christmas 2026."""
    if (lesson.subject.id, at.id) in dropped:
        return DROPPED
    untaught = (lesson.subject.id, at.id, lesson.pupil.form(at.year)) == ("music", "autumn-2026", "8R")
    return NOT_TAUGHT if untaught else ""


def _excused(pupil: Pupil, chance: Random) -> bool:
    """Some pupils with a plan have other lessons in place of a language."""
    return share_of(chance, rates.NOT_REQUIRED) and pupil.sen == "E"


def _dropped(pupil: Pupil, chance: Random) -> frozenset[tuple[str, str]]:
    """The last option of a few, and the spring and summer collections after it: in Year 11, and now in Year 10.

    Three sciences are not dropped: no lesson would be left in their place.
    """
    drops = share_of(chance, rates.DROPPED_OPTION)
    subjects = [one for one in pupil.options if one != "biology"]
    last_year = min(YEAR, YEAR - (pupil.year_group - YEAR_GROUPS[-1]))
    if not drops or not subjects or pupil.year_group_in(last_year) in KEY_STAGE_3:
        return frozenset()
    return frozenset((subjects[-1], r.id) for r in ROUNDS if r.year == last_year and r.order > 1)
