"""Pieces of path in millimetres. WeasyPrint's price is per node, so all marks of a kind go into one path."""

from __future__ import annotations


def mm(value: float) -> str:
    """A length with at most two decimals, a hundredth of a millimetre."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


def dot(x: float, y: float) -> str:
    """A dot: a stroke of no length, which round caps make as wide as the line."""
    return f"M{mm(x)} {mm(y)}h.01"


def box(x: float, y: float, width: float, height: float) -> str:
    """A closed rectangle from its top left corner."""
    return f"M{mm(x)} {mm(y)}h{mm(width)}v{mm(height)}h{mm(-width)}z"


def across(x: float, y: float, to: float) -> str:
    """A horizontal line."""
    return f"M{mm(x)} {mm(y)}H{mm(to)}"


def down(x: float, y: float, to: float) -> str:
    """A vertical line."""
    return f"M{mm(x)} {mm(y)}V{mm(to)}"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """A straight line."""
    return f"M{mm(x)} {mm(y)}L{mm(to_x)} {mm(to_y)}"


def diamond(x: float, y: float, radius: float) -> str:
    """A square on its corner, from its top."""
    r = mm(radius)
    return f"M{mm(x)} {mm(y - radius)}l{r} {r}-{r} {r}-{r}-{r}z"
