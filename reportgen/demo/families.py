"""Who hears about a pupil: parents of one household or two, other adults, and what a court or a parent forbids."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from reportgen.demo import rates
from reportgen.demo.addresses import Address, address
from reportgen.demo.chance import share_of, stream
from reportgen.demo.names import HERITAGES, Heritage
from reportgen.demo.pupil import Family, Pupil

ONE_PARENT, TWO_MOTHERS, MOTHER_FIRST = 0.17, 0.02, 0.85
"""Shares of families of one household with one parent named, of two mothers, and of mothers named first. Judgement."""
OTHER_SURNAME = 0.2
"""Share of mothers with another surname than the children. Judgement."""
NO_EMAIL_OF_OTHERS = 0.4
"""Share of other adults without an e-mail address. Judgement."""
MAIL_DOMAINS = ("mail.example", "post.example", "inbox.example")
HOUSEHOLDS_A_FAMILY = 4
"""Numbers (and telephones) kept for a family: home, the second parent's, another adult's, a foster home."""
HOME, SECOND, OTHER, FOSTER = range(HOUSEHOLDS_A_FAMILY)
OFFICE = 0
"""The household number of people who write from an office."""


@dataclass(frozen=True)
class Contact:
    """A person the school knows for a pupil. People of one household have its number and its address."""

    pupil: Pupil
    priority: int
    """1 is told first."""
    title: str
    forename: str
    surname: str
    relationship: str
    responsibility: bool
    """Parental responsibility, which carries the right to a report."""
    email: str
    """Blank for those without one; two of a household may share one. Ends in .example and reaches no one."""
    phone: str
    """Of the numbers set aside for drama."""
    household: int
    address: str
    town: str
    postcode: str
    """In an area that does not exist."""
    court_order: bool = False
    """A court has limited this person's contact with the pupil."""
    no_contact: bool = False
    """The school must not contact this person."""


@dataclass(frozen=True)
class _Adult:
    """A person of a family, the same for all its children."""

    title: str
    forename: str
    surname: str
    relationship: str
    place: int
    responsibility: bool = True
    email: str = ""
    court_order: bool = False
    no_contact: bool = False


def contacts(pupils: Sequence[Pupil], seed: int) -> Iterator[Contact]:
    """One to four people a pupil, in order of priority; brothers and sisters have the same.

    A fifth of families have a second parent at another address; a pupil in care has a social worker and a foster
    carer, and a parent whose contact is limited. Those whom the school must not contact come last.
    """
    for pupil in pupils:
        family = pupil.family
        # A stream a family: neither the order of pupils nor who is on the list changes anyone's people.
        chance = stream(seed, f"contacts {family.number}")
        adults = list(_adults(family, chance))
        homes = [address(chance) for _ in range(HOUSEHOLDS_A_FAMILY)]
        phones = [f"0113 496 0{chance.randrange(1000):03d}" for _ in range(HOUSEHOLDS_A_FAMILY)]
        if pupil.in_care:
            adults = _in_care(adults, family, chance)
        adults.sort(key=lambda one: one.no_contact)
        yield from (_contact(pupil, n, adult, homes, phones[n - 1]) for n, adult in enumerate(adults, start=1))


def _contact(pupil: Pupil, priority: int, adult: _Adult, homes: Sequence[Address], phone: str) -> Contact:
    office = adult.relationship == "Social worker"
    where = Address("Civic Hall", "Thornby", "ZZ9 1AA") if office else homes[adult.place]
    return Contact(
        pupil=pupil,
        priority=priority,
        title=adult.title,
        forename=adult.forename,
        surname=adult.surname,
        relationship=adult.relationship,
        responsibility=adult.responsibility,
        email=adult.email,
        phone=phone,
        household=OFFICE if office else pupil.family.number * HOUSEHOLDS_A_FAMILY + adult.place,
        address=where.line,
        town=where.town,
        postcode=where.postcode,
        court_order=adult.court_order,
        no_contact=adult.no_contact,
    )


def _adults(family: Family, chance: Random) -> Iterator[_Adult]:
    """The parents, then a step-parent or another adult."""
    apart = share_of(chance, rates.TWO_HOUSEHOLDS)
    alone = not apart and share_of(chance, ONE_PARENT)
    first, second = _parents(family, chance)
    if apart:
        yield _reached(first, family, chance)
        if share_of(chance, rates.STEP_PARENT):
            yield _reached(_step_parent(first, family.heritage, chance), family, chance)
        yield _limited(_reached(replace(second, place=SECOND), family, chance), chance)
    elif alone:
        yield _reached(first, family, chance)
    else:
        yield from _couple(_reached(first, family, chance), _reached(second, family, chance), chance)
    if share_of(chance, rates.OTHER_CONTACT):
        yield _other(family, chance)


def _parents(family: Family, chance: Random) -> tuple[_Adult, _Adult]:
    hers, his = family.surnames
    mother = _mother(family.heritage, hers, chance)
    father = _Adult("Mr", chance.choice(family.heritage.boys), his, "Father", HOME)
    if share_of(chance, TWO_MOTHERS):
        return mother, _mother(family.heritage, hers, chance)
    return (mother, father) if share_of(chance, MOTHER_FIRST) else (father, mother)


def _mother(heritage: Heritage, hers: str, chance: Random) -> _Adult:
    own = heritage.surnames or (hers,)
    surname = chance.choice(own) if hers and share_of(chance, OTHER_SURNAME) else hers
    title = chance.choices(("Mrs", "Ms", "Miss", "Dr"), (55, 25, 18, 2))[0]
    return _Adult(title, chance.choice(heritage.girls), surname, "Mother", HOME)


def _step_parent(parent: _Adult, heritage: Heritage, chance: Random) -> _Adult:
    """The first parent's new partner, in the same home."""
    father = parent.relationship == "Mother"
    return _Adult(
        "Mr" if father else "Ms",
        chance.choice(heritage.boys if father else heritage.girls),
        chance.choice(heritage.surnames),
        "Stepfather" if father else "Stepmother",
        HOME,
        responsibility=False,
    )


def _other(family: Family, chance: Random) -> _Adult:
    relationship = chance.choices(("Grandmother", "Grandfather", "Aunt", "Uncle"), (60, 20, 14, 6))[0]
    woman = relationship in ("Grandmother", "Aunt")
    adult = _Adult(
        "Mrs" if woman else "Mr",
        chance.choice(family.heritage.girls if woman else family.heritage.boys),
        family.surnames[0 if woman else 1],
        relationship,
        OTHER,
        responsibility=False,
    )
    return adult if share_of(chance, NO_EMAIL_OF_OTHERS) else replace(adult, email=_email(adult, family, chance))


def _reached(adult: _Adult, family: Family, chance: Random) -> _Adult:
    """With an e-mail address, as nearly all have."""
    email = _email(adult, family, chance)
    return adult if share_of(chance, rates.NO_EMAIL) else replace(adult, email=email)


def _couple(first: _Adult, second: _Adult, chance: Random) -> tuple[_Adult, _Adult]:
    """Two of one home; some share an address."""
    shared = share_of(chance, rates.SHARED_EMAIL)
    return first, replace(second, email=first.email) if shared else second


def _limited(adult: _Adult, chance: Random) -> _Adult:
    """A parent of a second household; a court has limited the contact of a few."""
    order = share_of(chance, rates.COURT_ORDER)
    silent = share_of(chance, rates.NO_CONTACT_BY_ORDER if order else rates.NO_CONTACT_BY_WISH)
    return replace(adult, court_order=order, no_contact=silent)


def _in_care(adults: Sequence[_Adult], family: Family, chance: Random) -> list[_Adult]:
    """A social worker, who has the authority's responsibility, a foster carer, and one parent under a court's order."""
    names = HERITAGES[0]
    carer = _Adult(
        "Mrs",
        chance.choice(names.girls),
        chance.choice(names.surnames),
        "Foster carer",
        FOSTER,
        responsibility=False,
    )
    parent = replace(adults[0], court_order=True, no_contact=share_of(chance, rates.NO_CONTACT_BY_ORDER))
    return [
        _Adult("Ms", "Joanna", "Fielding", "Social worker", OTHER, email="social.care@thornby.example"),
        replace(carer, email=_email(carer, family, chance)),
        parent,
    ]


def _email(adult: _Adult, family: Family, chance: Random) -> str:
    name = unicodedata.normalize("NFKD", f"{adult.forename} {adult.surname}".lower())
    bare = name.encode("ascii", "ignore").decode("ascii")
    words = "".join(c if c.isalnum() else " " for c in bare.replace("'", "")).split()
    return f"{'.'.join(words) or 'family'}.{family.number}@{chance.choice(MAIL_DOMAINS)}"
