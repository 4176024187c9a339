"""Who hears about the pupils of the made-up school: households, responsibility, restrictions, addresses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from statistics import fmean

import pytest

from reportgen.demo.families import Contact, contacts
from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import roll


@pytest.fixture(scope="module")
def school() -> tuple[Pupil, ...]:
    return roll(1200, 0)


def share(flags: Iterable[bool]) -> float:
    return fmean(map(float, flags))


@pytest.fixture(scope="module")
def told(school: tuple[Pupil, ...]) -> list[Contact]:
    return list(contacts(school, 0))


def by_pupil(told: Iterable[Contact]) -> dict[str, list[Contact]]:
    found: dict[str, list[Contact]] = {}
    for contact in told:
        found.setdefault(contact.pupil.upn, []).append(contact)
    return found


def test_everyone_has_someone(school: tuple[Pupil, ...], told: list[Contact]) -> None:
    """Each pupil has contacts with priorities 1, 2, 3 ... in order, one of them with responsibility and reachable."""
    people = by_pupil(told)
    assert set(people) == {p.upn for p in school}
    for mine in people.values():
        assert [one.priority for one in mine] == list(range(1, len(mine) + 1))
        assert any(one.responsibility and not one.no_contact for one in mine)


def test_brothers_and_sisters_share_contacts(school: tuple[Pupil, ...], told: list[Contact]) -> None:
    """Pupils of one family have the same people, in the same order, but those in care."""
    people = by_pupil(told)
    families: defaultdict[tuple[int, tuple[str, str]], set[tuple[object, ...]]] = defaultdict(set)
    shared = Counter(p.family.number for p in school if not p.in_care)
    for pupil in school:
        if not pupil.in_care:
            mine = tuple((one.forename, one.surname, one.email, one.phone, one.household) for one in people[pupil.upn])
            families[pupil.family.number, pupil.family.surnames].add(mine)
    assert max(shared.values()) > 2
    assert all(len(found) == 1 for found in families.values())


def test_two_households(told: list[Contact]) -> None:
    """A fifth of families have parents at two addresses; a household has one address, and each family its own."""
    parents: defaultdict[int, set[int]] = defaultdict(set)
    homes: defaultdict[int, set[tuple[str, str, str]]] = defaultdict(set)
    families: defaultdict[int, set[int]] = defaultdict(set)
    for one in told:
        homes[one.household].add((one.address, one.town, one.postcode))
        if one.relationship != "Social worker":
            families[one.household].add(one.pupil.family.number)
        if one.relationship in ("Mother", "Father") and not one.pupil.in_care:
            parents[one.pupil.family.number].add(one.household)
    assert share(len(found) == 2 for found in parents.values()) == pytest.approx(0.2, abs=0.03)
    assert all(len(found) == 1 for found in homes.values())
    assert all(len(found) == 1 for found in families.values())


def test_restrictions(told: list[Contact]) -> None:
    """A few parents of second households have a court order, most of these must not be told; they come last."""
    orders = [one for one in told if one.court_order and not one.pupil.in_care]
    silent = [one for one in told if one.no_contact]
    assert 0 < len(orders) < len(told) / 50
    assert share(one.no_contact for one in orders) > 0.4
    assert any(not one.court_order for one in silent)
    for mine in by_pupil(told).values():
        flags = [one.no_contact for one in mine]
        assert flags == sorted(flags)


def test_pupils_in_care(told: list[Contact]) -> None:
    """A pupil in care has a social worker first, a foster carer without responsibility, and a parent under an order."""
    cared = by_pupil(one for one in told if one.pupil.in_care)
    assert cared
    for worker, carer, parent in cared.values():
        assert (worker.relationship, worker.responsibility) == ("Social worker", True)
        assert (carer.relationship, carer.responsibility) == ("Foster carer", False)
        assert parent.court_order
        assert len({worker.household, carer.household, parent.household}) == 3


def test_responsibility(told: list[Contact]) -> None:
    """Parents have responsibility; step-parents, grandparents, aunts and uncles have none."""
    kinds = {(one.relationship, one.responsibility) for one in told}
    assert kinds == {
        ("Mother", True),
        ("Father", True),
        ("Social worker", True),
        ("Foster carer", False),
        *((kind, False) for kind in ("Stepfather", "Stepmother", "Grandmother", "Grandfather", "Aunt", "Uncle")),
    }


def test_addresses_reach_no_one(told: list[Contact]) -> None:
    """E-mail ends in .example, telephones are of the range for drama, and no postcode area is called ZZ."""
    for one in told:
        assert not one.email or re.fullmatch(r"[a-z0-9.]+@[a-z.]+\.example", one.email)
        assert re.fullmatch(r"0113 496 0\d{3}", one.phone)
        assert re.fullmatch(r"ZZ9 \d[A-Z]{2}", one.postcode)
        assert one.address
        assert one.town


def test_shared_and_missing_email(told: list[Contact]) -> None:
    """Some couples share an address, a few parents have none, and no two families share one."""
    owners: defaultdict[str, set[int]] = defaultdict(set)
    couples = Counter((one.pupil.upn, one.household, one.email) for one in told if one.email)
    for one in told:
        if one.email and one.relationship != "Social worker":
            owners[one.email].add(one.pupil.family.number)
    assert any(count == 2 for count in couples.values())
    assert all(len(found) == 1 for found in owners.values())
    parents = [one for one in told if one.relationship in ("Mother", "Father")]
    assert share(not one.email for one in parents) == pytest.approx(0.04, abs=0.02)
