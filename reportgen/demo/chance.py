"""Chance that is the same on every machine: one stream a purpose, so that parts change without touching others."""

from __future__ import annotations

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
