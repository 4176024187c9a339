"""The places of the made-up school: cohorts, forms, and when each place was filled and left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import share_of
from reportgen.demo.year import FIRST_DAYS, LAST_DAYS, YEAR, YEAR_GROUPS

FORM_LETTERS = "RBGYWPOS"
SECOND_LETTERS = "ACDEFHJKLMNTUV"
"""What large schools write behind a form letter when the eight are used up: RA, BA, GA, ..."""
PUPILS_A_FORM = 30
FIRST_YEAR_GROUP, LAST_YEAR_GROUP = YEAR_GROUPS[0], YEAR_GROUPS[-1]
GONE = (12, 13)
"""Stand for the year groups that left after Year 11 in 2026 and in 2025."""
YEARS = tuple(FIRST_DAYS)
JOINED = {year: (date(year, 9, 21), date(year + 1, 5, 14)) for year in YEARS}
LEFT = {year: (date(year, 10, 5), date(year + 1, 4, 30)) for year in YEARS}
"""Spans in which pupils join and leave in a year: all that is due to be marked falls after or before them."""
FRIDAY = 4


@dataclass(frozen=True)
class Place:
    """A place in a cohort and when it was filled."""

    year_group: int
    letter: str
    joined: date
    left: date | None = None
    late: bool = False
    """Joined after a school year had begun."""


def forms(pupils_in_year: int) -> tuple[str, ...]:
    """The letters of the forms of a year group of this size: R to S, then two letters."""
    count = max(1, -(-pupils_in_year // PUPILS_A_FORM))
    pairs = (first + second for second in SECOND_LETTERS for first in FORM_LETTERS)
    return (*FORM_LETTERS, *pairs)[:count]


def cohort_sizes(pupils: int) -> dict[int, int]:
    """Pupils a year group; those that left were as big as a fifth of the school."""
    share, more = divmod(pupils, len(YEAR_GROUPS))
    return {**{g: share + (n < more) for n, g in enumerate(YEAR_GROUPS)}, **dict.fromkeys(GONE, share)}


def places(pupils: int, chance: Random) -> Iterator[Place]:
    """Every place of three school years: those filled to the end, and those of pupils who left on the way."""
    for year_group, size in cohort_sizes(pupils).items():
        letters = forms(size)
        joined = _joining_days(chance, year_group, size)
        for n in range(size):
            since, late = joined[n] if n < len(joined) else (_arrival(year_group), False)
            yield Place(year_group, letters[n % len(letters)], since, _end(year_group), late)
        for left in _leaving_days(chance, year_group, size):
            since, late = _arrival(year_group), False
            earlier = [day for day in joined if day[0] + timedelta(28) < left]
            if earlier and share_of(chance, rates.CAME_AND_WENT):
                since, late = chance.choice(earlier)
            yield Place(year_group, chance.choice(letters), since, left, late)


def _years_here(year_group: int) -> Iterator[int]:
    """The school years of the exports in which a year group was in this school."""
    return (year for year in YEARS if FIRST_YEAR_GROUP <= _year_group_in(year_group, year) <= LAST_YEAR_GROUP)


def _year_group_in(year_group: int, year: int) -> int:
    return year_group - (YEAR - year)


def _end(year_group: int) -> date | None:
    """The last day of those who left after Year 11."""
    return LAST_DAYS[YEAR - (year_group - LAST_YEAR_GROUP)] if year_group > LAST_YEAR_GROUP else None


def _arrival(year_group: int) -> date:
    """The first day of a year group in Year 7."""
    return _first_day(YEAR - (year_group - FIRST_YEAR_GROUP))


def _joining_days(chance: Random, year_group: int, size: int) -> list[tuple[date, bool]]:
    """When places were filled after the first September, and whether the year had begun."""
    found = []
    for year in _years_here(year_group):
        found += [(_between(chance, *JOINED[year]), True) for _ in range(_some(chance, size, rates.JOINED_IN_YEAR))]
        if _year_group_in(year_group, year) > FIRST_YEAR_GROUP:
            found += [(FIRST_DAYS[year], False)] * _some(chance, size, rates.JOINED_IN_SEPTEMBER)
    return found


def _leaving_days(chance: Random, year_group: int, size: int) -> list[date]:
    """When pupils left who did not stay to the end of Year 11."""
    found = []
    for year in _years_here(year_group):
        found += [_between(chance, *LEFT[year]) for _ in range(_some(chance, size, rates.LEFT_IN_YEAR))]
        if year < YEAR and _year_group_in(year_group, year) < LAST_YEAR_GROUP:
            found += [LAST_DAYS[year]] * _some(chance, size, rates.LEFT_IN_JULY)
    return found


def _first_day(year: int) -> date:
    """The first school day of a September: as in the calendar, and else the third or the Monday after."""
    day = FIRST_DAYS.get(year, date(year, 9, 3))
    return day + timedelta((7 - day.weekday()) % 7 if day.weekday() > FRIDAY else 0)


def _some(chance: Random, size: int, share: float) -> int:
    """A whole number whose mean is this share of the size."""
    whole, rest = divmod(size * share, 1)
    return int(whole) + share_of(chance, rest)


def _between(chance: Random, first: date, last: date) -> date:
    """A weekday from the first to the last."""
    day = first + timedelta(chance.randrange((last - first).days + 1))
    return day - timedelta(max(0, day.weekday() - FRIDAY))
