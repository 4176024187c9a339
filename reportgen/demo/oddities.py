"""Pupils every school has and programs meet too late: namesakes, twins, one-word names, very long and short ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from reportgen.demo.pupil import Pupil


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


def with_oddities(pupils: tuple[Pupil, ...], chance: Random) -> tuple[Pupil, ...]:
    """The same pupils, some renamed: one of each odd name, two namesakes in one form of Year 9, and twins in Year 8."""
    here = [n for n, p in enumerate(pupils) if p.left is None and not p.in_care]
    eights = [n for n in here if pupils[n].year_group == 8]  # noqa: PLR2004 - Year 8
    nines = [n for n in here if pupils[n].year_group == 9]  # noqa: PLR2004 - Year 9
    namesakes = chance.sample([n for n in nines if pupils[n].form_letter == pupils[nines[0]].form_letter], 2)
    older = chance.choice(eights)
    younger = chance.choice(
        [n for n in eights if n != older and pupils[n].legal_forename != pupils[older].legal_forename]
    )
    rest = chance.sample([n for n in here if n not in (*namesakes, older, younger)], len(ODD_NAMES))
    changed = list(pupils)
    for n, odd in (*zip(rest, ODD_NAMES, strict=True), *((n, NAMESAKES) for n in namesakes)):
        changed[n] = _renamed(pupils[n], odd)
    changed[younger] = _twin(pupils[younger], pupils[older])
    return tuple(changed)


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
        pupil, legal_surname=surname, surname=surname, born=other.born, family=other.family, joined=other.joined
    )
