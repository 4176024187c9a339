"""The nearest right spelling."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_MOST = 12


def nearest(written: str, right: Collection[str]) -> str | None:
    """The right spelling most like what was written, capitals ignored; None when nothing is near."""
    folded = {one.casefold(): one for one in sorted(right, reverse=True)}
    close = get_close_matches(written.strip().casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def did_you_mean(written: str, right: Collection[str]) -> str:
    """`Did you mean phase?`, or nothing."""
    near = nearest(written, right)
    return f"Did you mean {near}?" if near else ""


def one_of(names: Collection[str]) -> str:
    """`one of a, b, c`, the first twelve of many."""
    if not names:
        return "none: there are none"
    listed = ", ".join(list(names)[:_MOST]) + (", ..." if len(names) > _MOST else "")
    return f"one of {listed}" if len(names) > 1 else listed
