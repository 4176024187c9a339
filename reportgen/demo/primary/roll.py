"""Everyone who was in the primary school in 2025/26 and 2026/27."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from reportgen.demo.chance import stream
from reportgen.demo.places import Place
from reportgen.demo.primary.year import GONE, YEAR_GROUPS, classes_of
from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import people
from reportgen.demo.upn import upn
from reportgen.demo.year import FIRST_DAYS, LAST_DAYS, YEAR

ESTABLISHMENT = 2001
"""The school's own number: its pupils' UPNs carry it."""
JOINED_EACH_YEAR, LEFT_EACH_YEAR = 0.03, 0.03
"""Shares of a year group who came and who went during a school year. Judgement."""
SPANS = {2025: (date(2025, 10, 6), date(2026, 5, 15)), 2026: (date(2026, 10, 5), date(2027, 5, 14))}
"""Days on which pupils come and go."""


def roll(pupils: int, seed: int) -> tuple[Pupil, ...]:
    """The school: `pupils` on roll when the latest collection closed, and those who left before.

    `year_group` is 0 in Reception and 7 for those who left after Year 6 in 2026; `form_letter` holds the class of
    2026/27, or for those who have left their last one. Oldest first, within a class by name.
    """
    found = people(_places(pupils, stream(seed, "primary roll")), seed)
    ordered = sorted(found, key=lambda p: (-p.year_group, p.form_letter, p.surname, p.forename, p.upn))
    return _numbered(ordered)


def cohort_sizes(pupils: int) -> dict[int, int]:
    """Pupils a year group; the one that left last summer was as big as a seventh of the school."""
    share, more = divmod(pupils, len(YEAR_GROUPS))
    return {**{g: share + (n < more) for n, g in enumerate(YEAR_GROUPS)}, GONE: share}


def _places(pupils: int, chance: Random) -> Iterator[Place]:
    for year_group, size in cohort_sizes(pupils).items():
        trees = classes_of(min(year_group, YEAR_GROUPS[-1]), size)
        here = [year for year in SPANS if 0 <= year_group - (YEAR - year) <= YEAR_GROUPS[-1]]
        arrived = _first_day(YEAR - year_group)
        left = LAST_DAYS[YEAR - 1] if year_group == GONE else None
        late = [_day(chance, year) for year in here for _ in range(_some(chance, size * JOINED_EACH_YEAR))]
        for n in range(size):
            joined = late[n] if n < len(late) else arrived
            yield Place(year_group, trees[n % len(trees)], joined, left, n < len(late))
        for year in here:
            for _ in range(_some(chance, size * LEFT_EACH_YEAR)):
                yield Place(year_group, chance.choice(trees), arrived, _day(chance, year))


def _first_day(year: int) -> date:
    """The first school day of a September."""
    return FIRST_DAYS.get(year, date(year, 9, 4))


def _some(chance: Random, mean: float) -> int:
    whole, rest = divmod(mean, 1)
    return int(whole) + (chance.random() < rest)


def _day(chance: Random, year: int) -> date:
    """A day of a year on which someone may come or go; days off matter to no figure."""
    first, last = SPANS[year]
    return date.fromordinal(chance.randint(first.toordinal(), last.toordinal()))


def _numbered(found: Sequence[Pupil]) -> tuple[Pupil, ...]:
    """The same pupils with this school's UPNs, and without what only a secondary school knows."""
    serials: Counter[int] = Counter()
    numbered = []
    for pupil in found:
        began = YEAR - pupil.year_group
        serials[began] += 1
        number = pupil.upn if pupil.from_abroad else upn(ESTABLISHMENT, began, serials[began])
        numbered.append(replace(pupil, upn=number, options=(), ks2=None, baseline=None))
    return tuple(numbered)
