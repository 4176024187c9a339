"""Addresses of the made-up town, in a postcode area that does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

STREETS = (
    "Beck Lane",
    "Canal Street",
    "Chapel Row",
    "Church Walk",
    "Crag View",
    "Crescent Road",
    "Dale Grove",
    "Fairfield Avenue",
    "Foundry Street",
    "Hawthorn Close",
    "Heather Bank",
    "Hill Top",
    "Jubilee Terrace",
    "Low Moor Road",
    "Market Street",
    "Mill Race",
    "Moorside Drive",
    "Nursery Lane",
    "Old Coach Road",
    "Orchard Gardens",
    "Park Avenue",
    "Priory Way",
    "Quarry Hill",
    "St Oswald’s Road",
    "Station Approach",
    "Sycamore Rise",
    "The Paddock",
    "Tenter Croft",
    "Victoria Road",
    "Weavers’ Court",
)
TOWNS = (("Thornby", 62, "1"), ("Thornby Vale", 20, "2"), ("Nether Beckside", 10, "3"), ("Cragholme", 8, "4"))
"""Town, weight, and the digit of its postcodes."""
INWARD = "ABDEFGHJLNPQRSTUWXYZ"
"""Letters that end a postcode."""
FLAT = 0.12


@dataclass(frozen=True)
class Address:
    """Where a household lives."""

    line: str
    town: str
    postcode: str


def address(chance: Random) -> Address:
    """One address; ZZ is no postcode area."""
    line = f"{chance.randint(1, 148)} {chance.choice(STREETS)}"
    if chance.random() < FLAT:
        line = f"Flat {chance.randint(1, 12)}, {line}"
    town, _, district = chance.choices(TOWNS, [weight for _, weight, _ in TOWNS])[0]
    return Address(line, town, f"ZZ9 {district}{chance.choice(INWARD)}{chance.choice(INWARD)}")
