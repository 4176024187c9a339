"""Everyone who was in the made-up school in 2025/26 and 2026/27."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import share_of, stream
from reportgen.demo.names import HERITAGES, SHORT_FORMS, Heritage
from reportgen.demo.oddities import with_oddities
from reportgen.demo.pupil import Family, Pupil
from reportgen.demo.subjects import OPTION_WEIGHTS, SUBJECTS
from reportgen.demo.traits import Start, baseline, ks2, traits
from reportgen.demo.upn import temporary_upn, upn
from reportgen.demo.year import LAST_DAYS, YEAR, YEAR_GROUPS

FORM_LETTERS = "RBGYWPOS"
PUPILS_A_FORM = 30
PRIMARY_SCHOOLS = tuple(range(2001, 2013))
JOINED_2026 = (date(2026, 9, 21), date(2027, 5, 14))
LEFT_2026 = (date(2026, 10, 5), date(2027, 4, 30))
JOINED_2025 = (date(2025, 9, 22), date(2026, 6, 12))
GONE = 12
"""Stands for the year group that left after Year 11 in 2026."""
FRIDAY = 4
LEFT_2025 = (date(2025, 10, 6), date(2026, 6, 5))


@dataclass(frozen=True)
class Place:
    """A place in a cohort and when it was filled."""

    year_group: int
    letter: str
    joined: date
    left: date | None = None
    late: bool = False
    """Joined after the school year had begun."""


def roll(pupils: int, seed: int) -> tuple[Pupil, ...]:
    """The school: `pupils` on roll when the latest collection closed, and those who left before.

    Oldest year group first, within it by form and surname, so that the rows of exports have an order.
    """
    chance = stream(seed, "roll")
    people = _people(_places(pupils, chance), seed)
    ordered = sorted(people, key=lambda p: (-p.year_group, p.form_letter, p.surname, p.forename, p.upn))
    return _born_apart(with_oddities(tuple(ordered), stream(seed, "oddities")))


def _born_apart(pupils: Iterable[Pupil]) -> tuple[Pupil, ...]:
    """No two pupils share their full name and their birthday, which would look like one child on the list twice."""
    seen: set[tuple[str, str, date]] = set()
    apart = []
    for pupil in pupils:
        one = pupil
        while (one.legal_forename, one.legal_surname, one.born) in seen:
            one = replace(one, born=one.born + timedelta(1))
        seen.add((one.legal_forename, one.legal_surname, one.born))
        apart.append(one)
    return tuple(apart)


def forms(pupils_in_year: int) -> str:
    """The letters of the forms of a year group of this size."""
    return FORM_LETTERS[: max(1, -(-pupils_in_year // PUPILS_A_FORM))]


def cohort_sizes(pupils: int) -> dict[int, int]:
    """Pupils a year group; the one that left last summer was as big as a fifth of the school."""
    share, more = divmod(pupils, len(YEAR_GROUPS))
    return {**{g: share + (n < more) for n, g in enumerate(YEAR_GROUPS)}, GONE: share}


def _places(pupils: int, chance: Random) -> Iterator[Place]:
    for year_group, size in cohort_sizes(pupils).items():
        letters = forms(size)
        since = _first_day(YEAR - (year_group - YEAR_GROUPS[0]))
        left = LAST_DAYS[2025] if year_group == GONE else None
        late_now = _some(chance, size, rates.JOINED_IN_YEAR) if left is None else 0
        late_before = _some(chance, size, rates.JOINED_IN_YEAR) if year_group > YEAR_GROUPS[0] else 0
        for n in range(size):
            letter = letters[n % len(letters)]
            if n < late_now:
                yield Place(year_group, letter, _between(chance, *JOINED_2026), left, late=True)
            elif n < late_now + late_before:
                yield Place(year_group, letter, _between(chance, *JOINED_2025), left, late=True)
            else:
                yield Place(year_group, letter, since, left)
        gone_now = _some(chance, size, rates.LEFT_IN_YEAR) if left is None else 0
        gone_before = _some(chance, size, rates.LEFT_IN_YEAR) if year_group > YEAR_GROUPS[0] else 0
        for span in (LEFT_2026,) * gone_now + (LEFT_2025,) * gone_before:
            yield Place(year_group, chance.choice(letters), since, _between(chance, *span))


def _first_day(year: int) -> date:
    """The first school day of a September."""
    day = date(year, 9, 3)
    return day + timedelta((7 - day.weekday()) % 7 if day.weekday() > FRIDAY else 0)


def _some(chance: Random, size: int, share: float) -> int:
    """A whole number whose mean is this share of the size."""
    whole, rest = divmod(size * share, 1)
    return int(whole) + share_of(chance, rest)


def _between(chance: Random, first: date, last: date) -> date:
    """A weekday from the first to the last."""
    day = first + timedelta(chance.randrange((last - first).days + 1))
    return day - timedelta(max(0, day.weekday() - FRIDAY))


@dataclass
class _Household:
    """A family while the roll is filled: the year group of its youngest so far and the forenames it has used."""

    family: Family
    youngest: int
    forenames: set[str]


def _people(places: Iterable[Place], seed: int) -> Iterator[Pupil]:
    """Fills the places, oldest year first, so that younger brothers and sisters find their family."""
    chance, inner_chance, numbers = stream(seed, "people"), stream(seed, "traits"), count(4001)
    households: list[_Household] = []
    serials: Counter[tuple[int, int]] = Counter()
    for place in sorted(places, key=lambda p: (-p.year_group, p.joined, p.letter)):
        household = _household(chance, households, place.year_group)
        yield _person(place, household, chance, inner_chance, number=next(numbers), serials=serials)


def _person(
    place: Place,
    household: _Household,
    chance: Random,
    inner_chance: Random,
    *,
    number: int,
    serials: Counter[tuple[int, int]],
) -> Pupil:
    family = household.family
    sex = "F" if share_of(chance, 0.5) else "M"
    abroad = place.late and family.eal and share_of(chance, rates.FROM_ABROAD)
    care = share_of(chance, rates.IN_CARE)
    sen = _sen(chance, premium=family.pupil_premium)
    inner = traits(inner_chance, sex=sex, pupil_premium=family.pupil_premium or care, sen=sen)
    start = Start(year_group=place.year_group, from_abroad=abroad, eal=family.eal)
    scores = ks2(inner_chance, inner, start)
    return Pupil(
        **_names(chance, household, sex),
        upn=_upn(chance, place, serials, abroad=abroad),
        admission_number=f"{number:06d}",
        sex=sex,
        born=_birthday(chance, place.year_group),
        year_group=place.year_group,
        form_letter=place.letter,
        joined=place.joined,
        left=place.left,
        from_abroad=abroad,
        family=family,
        pupil_premium=family.pupil_premium or care,
        in_care=care,
        sen=sen,
        options=_options(chance),
        traits=inner,
        ks2=scores,
        baseline=baseline(inner_chance, inner, start, tested=scores is not None),
    )


def _household(chance: Random, households: list[_Household], year_group: int) -> _Household:
    """An older pupil's family for some, a new one for the others."""
    older = [h for h in households if h.youngest > year_group] if share_of(chance, rates.SIBLING) else []
    if older:
        found = chance.choice(older)
        found.youngest = year_group
        return found
    heritage = chance.choices(HERITAGES, [h.share for h in HERITAGES])[0]
    family = Family(
        number=len(households) + 1,
        heritage=heritage,
        surnames=_surnames(chance, heritage),
        eal=share_of(chance, heritage.eal),
        pupil_premium=share_of(chance, rates.PUPIL_PREMIUM - rates.IN_CARE * (1 - rates.PUPIL_PREMIUM)),
    )
    households.append(_Household(family, year_group, set()))
    return households[-1]


def _surnames(chance: Random, heritage: Heritage) -> tuple[str, str]:
    choices = [*((name, name) for name in heritage.surnames), *heritage.paired_surnames]
    return chance.choice(choices)


def _names(chance: Random, household: _Household, sex: str) -> dict[str, str]:
    """Legal and preferred names; no forename twice in a family."""
    family = household.family
    heritage = chance.choice(HERITAGES) if share_of(chance, rates.OTHER_HERITAGE_FORENAME) else family.heritage
    legal = chance.choice([name for name in heritage.forenames(sex) if name not in household.forenames])
    household.forenames.add(legal)
    surname = family.surname(sex)
    used = (
        _surnames(chance, family.heritage)[0 if sex == "F" else 1]
        if share_of(chance, rates.PREFERRED_SURNAME)
        else surname
    )
    short = share_of(chance, rates.PREFERRED_FORENAME)
    return {
        "legal_surname": surname,
        "legal_forename": legal,
        "surname": used,
        "forename": SHORT_FORMS.get(legal, legal) if short else legal,
    }


def _sen(chance: Random, *, premium: bool) -> str:
    """N, K or E: as many as the rates say, so many times as common among pupils with pupil premium."""
    every = rates.SEN_SUPPORT + rates.PLAN
    others = every / (1 + rates.PUPIL_PREMIUM * (rates.SEND_TIMES_AMONG_PP - 1))
    if not share_of(chance, others * (rates.SEND_TIMES_AMONG_PP if premium else 1)):
        return "N"
    return "E" if share_of(chance, rates.PLAN / every) else "K"


def _upn(chance: Random, place: Place, serials: Counter[tuple[int, int]], *, abroad: bool) -> str:
    """A UPN from the primary school where the pupil started; a temporary one for pupils who came from abroad."""
    school = chance.choice(PRIMARY_SCHOOLS)
    year = place.joined.year if abroad else YEAR - place.year_group
    serials[school, year] += 1
    return (temporary_upn if abroad else upn)(school, year, serials[school, year])


def _birthday(chance: Random, year_group: int) -> date:
    return date(YEAR - year_group - 5, 9, 1) + timedelta(chance.randrange(365))


def _options(chance: Random) -> tuple[str, ...]:
    """One subject of each option block; drawn for everyone, used from Year 10."""
    taken = []
    for block in ("humanities", "second", "third"):
        choices = [s.id for s in SUBJECTS if s.block == block]
        taken.append(chance.choices(choices, [OPTION_WEIGHTS[c] for c in choices])[0])
    return tuple(taken)
