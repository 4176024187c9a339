"""Who hears about a pupil."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from random import Random

from reportgen.demo.chance import share_of, stream
from reportgen.demo.pupil import Pupil

TWO_CONTACTS, GRANDPARENT = 0.72, 0.12
OTHER_SURNAME = 0.2
Contact = tuple[str, str, str, str, str, str, str]
"""UPN, priority, title, name, relationship, email, parental responsibility."""


def contacts(pupils: Sequence[Pupil], seed: int) -> Iterator[Contact]:
    """One to three people a pupil; brothers and sisters have the same. Addresses end in .example and reach no one."""
    for pupil in pupils:
        if pupil.in_care:
            yield pupil.upn, "1", "Ms", "Joanna Fielding", "Social worker", "social.care@thornby.example", "Y"
            continue
        people = _adults(pupil, stream(seed, f"contacts {pupil.family.number}"))
        for n, (title, forename, surname, relationship, responsible) in enumerate(people, start=1):
            name = f"{forename} {surname}".strip()
            yield pupil.upn, str(n), title, name, relationship, _address(name, pupil.family.number), responsible


def _adults(pupil: Pupil, chance: Random) -> Iterator[tuple[str, str, str, str, str]]:
    """Title, forename, surname, relationship, parental responsibility."""
    heritage, (hers, his) = pupil.family.heritage, pupil.family.surnames
    mother = (
        chance.choice(heritage.girls),
        hers if not share_of(chance, OTHER_SURNAME) else chance.choice(heritage.surnames),
    )
    father = chance.choice(heritage.boys), his
    both, mother_first = share_of(chance, TWO_CONTACTS), share_of(chance, 0.85)
    parents = [(chance.choice(("Mrs", "Ms", "Miss")), *mother, "Mother", "Y"), ("Mr", *father, "Father", "Y")]
    ordered = parents if mother_first else parents[::-1]
    yield from ordered if both else ordered[:1]
    if share_of(chance, GRANDPARENT):
        yield "Mrs", chance.choice(heritage.girls), hers, "Grandmother", "N"


def _address(name: str, number: int) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    words = "".join(c if c.isalnum() else " " for c in bare.replace("'", "")).split()
    return f"{'.'.join(words) or 'family'}.{number}@mail.example"
