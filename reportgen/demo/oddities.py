"""Pupils every school has and programs meet too late.

Namesakes, twins, an arrival from abroad, one-word names, very long and very short ones.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from reportgen.demo.pupil import Pupil
from reportgen.demo.upn import temporary_upn
from reportgen.demo.year import YEAR_GROUPS


@dataclass(frozen=True)
class OddName:
    """A name that someone in the school has."""

    forename: str
    surname: str
    sex: str


NAMESAKES = OddName("Grace", "Walker", "F")
"""Two pupils of one form have it."""
ODD_NAMES = (
    OddName("Bo", "Ng", "M"),
    OddName("Maximilian-Alexander", "Featherstonehaugh-Cholmondeley", "M"),
    OddName("Suryanti", "", "F"),
    # Names that are words, or other pupils' forenames: a search for names in texts trips over them.
    OddName("April", "May", "F"),
    OddName("Will", "Grace", "M"),
)


ARRIVED = OddName("Solomiia", "Hrytsenko", "F")
"""Came from abroad after the autumn collection, with a temporary UPN and no tests."""
ARRIVED_ON, ARRIVED_SCORE = date(2026, 11, 23), 91
TEMPORARY_UPN = temporary_upn(2001, ARRIVED_ON.year, 98)
LAST_TO_ARRIVE = 10
"""No one is sent to Year 11 in November."""


def with_oddities(pupils: tuple[Pupil, ...], chance: Random) -> tuple[Pupil, ...]:
    """The same pupils, a few changed.

    One has each odd name, two namesakes are in one form of Year 9, twins in Year 8, and one has come from abroad. Only
    children without brothers and sisters in the school are changed, so that families stay alike.
    """
    sizes = Counter(p.family.number for p in pupils)
    here = [n for n, p in enumerate(pupils) if p.left is None and not p.in_care and not p.from_abroad]
    alone = [n for n in here if sizes[pupils[n].family.number] == 1]
    twins = _two_of_a_form(pupils, alone, 8, chance)
    namesakes = _two_of_a_form(pupils, [n for n in alone if n not in twins], 9, chance)
    rest = [n for n in alone if n not in (*namesakes, *twins)]
    arrived = chance.choice([n for n in rest if pupils[n].year_group <= LAST_TO_ARRIVE])
    odd = chance.sample([n for n in rest if n != arrived], len(ODD_NAMES))
    changed = list(pupils)
    for n, name in (*zip(odd, ODD_NAMES, strict=True), *((n, NAMESAKES) for n in namesakes)):
        changed[n] = _renamed(pupils[n], name)
    changed[twins[1]] = _twin(pupils[twins[1]], pupils[twins[0]])
    changed[arrived] = _arrival(pupils[arrived])
    return tuple(changed)


def _two_of_a_form(pupils: tuple[Pupil, ...], alone: list[int], year_group: int, chance: Random) -> list[int]:
    """Two children of one form with different forenames; where the year has none such, of the nearest year that has."""
    for year in sorted(YEAR_GROUPS, key=lambda one: (abs(one - year_group), one)):
        pairs = _pairs(pupils, [n for n in alone if pupils[n].year_group == year])
        if pairs:
            first = chance.choice(sorted(pairs))
            return [first, chance.choice(pairs[first])]
    raise ValueError("no form has two children without brothers or sisters here")


def _pairs(pupils: tuple[Pupil, ...], year: list[int]) -> dict[int, list[int]]:
    """Those of a year with whom each shares a form and no forename; no one who has nobody."""
    partners = {
        n: [
            other
            for other in year
            if pupils[other].form_letter == pupils[n].form_letter
            and pupils[other].legal_forename != pupils[n].legal_forename
        ]
        for n in year
    }
    return {n: some for n, some in partners.items() if some}


def _renamed(pupil: Pupil, odd: OddName) -> Pupil:
    family = replace(pupil.family, surnames=(odd.surname, odd.surname)) if odd.surname else pupil.family
    return replace(
        pupil,
        legal_forename=odd.forename,
        forename=odd.forename,
        legal_surname=odd.surname,
        surname=odd.surname,
        sex=odd.sex,
        family=family,
    )


def _twin(pupil: Pupil, other: Pupil) -> Pupil:
    surname = other.family.surname(pupil.sex)
    return replace(
        pupil,
        legal_surname=surname,
        surname=surname,
        born=other.born,
        family=other.family,
        pupil_premium=other.pupil_premium,
        joined=other.joined,
    )


def _arrival(pupil: Pupil) -> Pupil:
    renamed = _renamed(pupil, ARRIVED)
    return replace(
        renamed,
        upn=TEMPORARY_UPN,
        joined=ARRIVED_ON,
        from_abroad=True,
        family=replace(renamed.family, eal=True),
        ks2=None,
        baseline=ARRIVED_SCORE,
    )
