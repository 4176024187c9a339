"""Chance that is the same on every machine: one stream a purpose, so that parts change without touching others."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TypeVar

T = TypeVar("T")


def stream(seed: int, purpose: str) -> Random:
    """A stream of chance numbers for one purpose; equal seeds and purposes give equal streams."""
    return Random(f"{seed} {purpose}")  # noqa: S311 - made-up pupils, nothing secret


def clamp(value: float, low: float, high: float) -> float:
    """The value, or the bound it passes."""
    return min(max(value, low), high)


def share_of(chance: Random, share: float) -> bool:
    """True in this share of calls."""
    return chance.random() < share


def dealt(chance: Random, share: float, hand: int = 50) -> Iterator[bool]:
    """True in this share of values, like `share_of`, but dealt from shuffled hands that each hold their share.

    A school of a few hundred then has nearly the share, as intakes have, and still not an even pattern.
    """
    owed = chance.random()
    while True:
        owed += share * hand
        trues = int(owed)
        owed -= trues
        cards = [n < trues for n in range(hand)]
        chance.shuffle(cards)
        yield from cards
