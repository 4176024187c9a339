"""Chance that is the same on every machine: one stream a purpose, so that parts change without touching others."""

from __future__ import annotations

from collections.abc import Sequence
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


def some_of(chance: Random, items: Sequence[T], share: float) -> tuple[T, ...]:
    """This share of the items, at least one where there are any, in their order."""
    count = min(len(items), max(1, round(len(items) * share)))
    kept = set(chance.sample(range(len(items)), count))
    return tuple(item for n, item in enumerate(items) if n in kept)
