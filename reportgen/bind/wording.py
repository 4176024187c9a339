"""Numbers and days as a build's index says them."""

from __future__ import annotations

from datetime import date


def day(on: date) -> str:
    """`8 December 2026`."""
    return f"{on.day} {on:%B %Y}"


def number(n: int) -> str:
    """`1,200`."""
    return f"{n:,}"


def counted(n: int, noun: str) -> str:
    """`1 report`, `1,192 reports`."""
    return f"{number(n)} {noun}" if n == 1 else f"{number(n)} {noun}s"
