"""Everyone who was in the made-up school in 2024/25, 2025/26 and 2026/27."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from random import Random

from reportgen.demo import rates
from reportgen.demo.chance import dealt, share_of, stream
from reportgen.demo.names import HERITAGES, SHORT_FORMS, Heritage
from reportgen.demo.oddities import with_oddities
from reportgen.demo.options import options
from reportgen.demo.places import Place, places
from reportgen.demo.pupil import Family, Pupil, Traits
from reportgen.demo.traits import Start, baseline, ks2, traits
from reportgen.demo.upn import temporary_upn, upn
from reportgen.demo.year import YEAR

PRIMARY_SCHOOLS = tuple(range(2001, 2013))
FIRST_ADMISSION_NUMBER = 4001


def roll(pupils: int, seed: int) -> tuple[Pupil, ...]:
    """The school: `pupils` on roll when the latest collection closed, and those who left before.

    Oldest year group first, within it by form and surname, so that the rows of exports have an order.
    """
    found = people(places(pupils, stream(seed, "roll")), seed)
    ordered = sorted(found, key=lambda p: (-p.year_group, p.form_letter, p.surname, p.forename, p.upn))
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


def people(found: Iterable[Place], seed: int) -> Iterator[Pupil]:
    """A pupil for each place, oldest year group first; the second of twins takes the place after the first."""
    chance = stream(seed, "people")
    families = _Families(chance)
    registry = _Registry(chance, stream(seed, "traits"), stream(seed, "options"), _needs(chance))
    first: tuple[Place, _Household, date] | None = None
    for place in sorted(found, key=lambda p: (-p.year_group, p.joined, p.left or date.max, p.letter)):
        twins = first is not None and _came_together(first[0], place) and share_of(chance, rates.TWIN)
        if first is not None and twins:
            _, household, born = first
            first = None
        else:
            household, born = families.household(place.year_group), _birthday(chance, place.year_group)
            first = (place, household, born)
        yield _person(place, household, born, registry)


@dataclass
class _Household:
    """A family while the roll is filled, and the forenames it has used."""

    family: Family
    forenames: set[str]


class _Families:
    """The families of the school as it fills, oldest pupils first, so that younger ones find theirs."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._premium = dealt(chance, rates.PUPIL_PREMIUM - rates.IN_CARE * (1 - rates.PUPIL_PREMIUM))
        self._eal = dealt(chance, rates.EAL)
        self._year_group = 0
        self._older: list[_Household] = []
        self._these: list[_Household] = []
        self._numbers = count(1)

    def household(self, year_group: int) -> _Household:
        """An older pupil's family for some, a new one for the others; never one with another child in the year."""
        if year_group != self._year_group:
            self._older += self._these
            self._year_group, self._these = year_group, []
        found = self._older_one() if share_of(self._chance, rates.SIBLING) and self._older else self._new()
        self._these.append(found)
        return found

    def _older_one(self) -> _Household:
        place = self._chance.randrange(len(self._older))
        self._older[place], self._older[-1] = self._older[-1], self._older[place]
        return self._older.pop()

    def _new(self) -> _Household:
        eal = next(self._eal)
        weights = [h.share * (h.eal if eal else 1 - h.eal) for h in HERITAGES]
        heritage = self._chance.choices(HERITAGES, weights)[0]
        family = Family(
            number=next(self._numbers),
            heritage=heritage,
            surnames=_surnames(self._chance, heritage),
            eal=eal,
            pupil_premium=next(self._premium),
        )
        return _Household(family, set())


@dataclass
class _Registry:
    """What is handed out pupil by pupil: chance, special needs by pupil premium, and numbers."""

    chance: Random
    inner: Random
    choices: Random
    needs: dict[bool, Iterator[str]]
    numbers: Iterator[int] = field(default_factory=lambda: count(FIRST_ADMISSION_NUMBER))
    serials: Counter[tuple[int, int]] = field(default_factory=Counter)


def _came_together(one: Place, other: Place) -> bool:
    return (one.year_group, one.joined, one.left) == (other.year_group, other.joined, other.left)


def _person(place: Place, household: _Household, born: date, registry: _Registry) -> Pupil:
    chance, family = registry.chance, household.family
    sex = "F" if share_of(chance, 0.5) else "M"
    abroad = place.late and family.eal and share_of(chance, rates.FROM_ABROAD)
    care = share_of(chance, rates.IN_CARE)
    premium = family.pupil_premium or care
    sen = next(registry.needs[premium])
    inner = traits(registry.inner, sex=sex, pupil_premium=premium, sen=sen)
    scores, standard = _tests(registry.inner, inner, Start(place.year_group, from_abroad=abroad, eal=family.eal))
    return Pupil(
        **_names(chance, household, sex),
        upn=_upn(chance, place, registry.serials, abroad=abroad),
        admission_number=f"{next(registry.numbers):06d}",
        sex=sex,
        born=born,
        year_group=place.year_group,
        form_letter=place.letter,
        joined=place.joined,
        left=place.left,
        from_abroad=abroad,
        family=family,
        pupil_premium=premium,
        in_care=care,
        sen=sen,
        options=options(registry.choices, inner, place.letter),
        traits=inner,
        ks2=scores,
        baseline=standard,
    )


def _tests(chance: Random, inner: Traits, start: Start) -> tuple[tuple[int, int] | None, int | None]:
    scores = ks2(chance, inner, start)
    return scores, baseline(chance, inner, start, tested=scores is not None)


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


def _needs(chance: Random) -> dict[bool, Iterator[str]]:
    """N, K or E with and without pupil premium: as many as the rates say, so many times as common with it."""
    every = rates.SEN_SUPPORT + rates.PLAN
    others = every / (1 + rates.PUPIL_PREMIUM * (rates.SEND_TIMES_AMONG_PP - 1))
    plans = dealt(chance, rates.PLAN / every)

    def among(share: float) -> Iterator[str]:
        for some in dealt(chance, share):
            yield "N" if not some else "E" if next(plans) else "K"

    return {False: among(others), True: among(others * rates.SEND_TIMES_AMONG_PP)}


def _upn(chance: Random, place: Place, serials: Counter[tuple[int, int]], *, abroad: bool) -> str:
    """A UPN from the primary school where the pupil started; a temporary one for pupils who came from abroad."""
    school = chance.choice(PRIMARY_SCHOOLS)
    year = place.joined.year if abroad else YEAR - place.year_group
    serials[school, year] += 1
    return (temporary_upn if abroad else upn)(school, year, serials[school, year])


def _birthday(chance: Random, year_group: int) -> date:
    return date(YEAR - year_group - 5, 9, 1) + timedelta(chance.randrange(365))
