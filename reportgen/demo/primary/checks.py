"""The tests every primary school gives: phonics in Year 1, times tables in Year 4, and the tests of Year 6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from statistics import fmean

from reportgen.demo.chance import clamp, share_of, stream
from reportgen.demo.primary import rates
from reportgen.demo.primary.areas import CORE
from reportgen.demo.primary.marks import Mark, birthday_shift, marked_in, pre_key_stage
from reportgen.demo.primary.year import SUMMERS, YEAR_1, YEAR_2, YEAR_4, YEAR_6
from reportgen.demo.pupil import Pupil
from reportgen.demo.year import Round

PHONICS, TABLES, READING, MATHS, GRAMMAR = "phonics", "tables", "reading-test", "maths-test", "grammar-test"
ABSENT, DISAPPLIED, BELOW = "A", "D", "B"
PHONICS_STANDARD = 32
"""Words of 40 to be read; unchanged since the check began in 2012. General knowledge."""

_PHONICS = ((-3.5, 0), (-1.6, 12), (-0.85, 31.4), (-0.6, 33), (0.0, 35.5), (0.8, 38.5), (1.6, 40), (4.0, 40))
_TABLES = ((-3.5, 1), (-1.5, 10), (-0.8, 16), (-0.3, 20), (0.1, 23), (0.33, 24.6), (4.0, 25))
"""Standing and score, straight lines between: 80% read 32 words, a third have all 25. General knowledge, 2025."""
_SCORES = {READING: (105.6, 8.4), MATHS: (104.7, 7.8), GRAMMAR: (105.2, 8.4)}
"""Mean and spread of scaled scores, 100 is the expected standard. With these about 75, 74 and 73% reach it."""
LOWEST, HIGHEST = 80, 120
SAME_WORK, ON_THE_DAY = 0.95, 0.31
"""How closely a test follows the standing teachers see; squared they add up to 1."""
SECOND_TRY = (4, 15)
"""Words a pupil reads more in the second check, a year later."""


@dataclass(frozen=True)
class Result:
    """A pupil's result in one test: a number, or why there is none."""

    pupil: Pupil
    test: str
    collection: Round
    written: str

    @property
    def score(self) -> int | None:
        """The number, None for a pupil without one."""
        return int(self.written) if self.written.isdigit() else None


def results(pupils: Sequence[Pupil], marks: Sequence[Mark], seed: int) -> tuple[Result, ...]:
    """Every result of summer 2026 and 2027, pupils in order."""
    stands = {(m.pupil.upn, m.area.id, m.collection.id): m.stands for m in marks}
    return tuple(result for pupil in pupils for result in _of_pupil(pupil, stands, stream(seed, f"checks {pupil.upn}")))


def _of_pupil(pupil: Pupil, stands: dict[tuple[str, str, str], float], chance: Random) -> Iterator[Result]:
    first: int | None = None
    for at in SUMMERS:
        if not marked_in(pupil, at):
            continue
        year_group = pupil.year_group_in(at.year)
        core = [stands[pupil.upn, one, at.id] for one in CORE if (pupil.upn, one, at.id) in stands]
        if not core:
            continue
        if year_group == YEAR_1:
            result = _phonics(pupil, at, fmean(core), chance)
            first = result.score
            yield result
        elif year_group == YEAR_2 and first is not None and first < PHONICS_STANDARD:
            again = min(40, first + chance.randint(*SECOND_TRY))
            yield Result(pupil, PHONICS, at, str(again))
        elif year_group == YEAR_4:
            yield _check(pupil, TABLES, at, _on(_TABLES, _day(core[2], chance)), chance)
        elif year_group == YEAR_6:
            yield from _year_6(pupil, at, dict(zip((READING, GRAMMAR, MATHS), core, strict=True)), chance)


def _phonics(pupil: Pupil, at: Round, standing: float, chance: Random) -> Result:
    aged = standing + birthday_shift(pupil, YEAR_1) / 2
    return _check(pupil, PHONICS, at, _on(_PHONICS, _day(aged, chance)), chance)


def _check(pupil: Pupil, test: str, at: Round, score: float, chance: Random) -> Result:
    absent = share_of(chance, rates.ABSENT_TEST)
    written = DISAPPLIED if pre_key_stage(pupil) else ABSENT if absent else str(round(score))
    return Result(pupil, test, at, written)


def _year_6(pupil: Pupil, at: Round, standing: dict[str, float], chance: Random) -> Iterator[Result]:
    for test, (mean, spread) in _SCORES.items():
        score = round(clamp(mean + spread * _day(standing[test], chance), LOWEST, HIGHEST))
        absent = share_of(chance, rates.ABSENT_TEST)
        yield Result(pupil, test, at, BELOW if pre_key_stage(pupil) else ABSENT if absent else str(score))


def _day(standing: float, chance: Random) -> float:
    """The standing a test finds on its day."""
    return SAME_WORK * standing + ON_THE_DAY * chance.gauss(0, 1)


def _on(line: Sequence[tuple[float, float]], standing: float) -> float:
    """The height of a line of straight pieces; flat beyond its ends."""
    if standing <= line[0][0]:
        return line[0][1]
    for (low, start), (high, end) in pairwise(line):
        if standing < high:
            return start + (end - start) * (standing - low) / (high - low)
    return line[-1][1]
