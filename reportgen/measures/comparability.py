"""Which marks may be compared with which, and how many steps lie between them."""

from __future__ import annotations

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.scale import Marks, Scale

DECIMALS = 9
"""Differences are rounded to this many decimals, so that a third of a grade counts as one step and not as 0.9999."""


def comparable(one: Scale, other: Scale) -> bool:
    """True when marks on the two scales mean the same by value, or are on one scale."""
    return one.id == other.id or other.id in one.comparable_with or one.id in other.comparable_with


def by_place(scale: Scale) -> bool:
    """True when differences on a scale are told in labels: no values, or no declared step."""
    return scale.kind == "labels" and (scale.step is None or not scale.has_values())


def signed_step(scale: Scale) -> float:
    """The size of one step in values, negative where smaller values are better."""
    step = scale.step or 1.0
    if scale.kind == "numbers":
        return -step if scale.best == "lowest" else step
    labels = scale.ordered()
    low, high = (labels[0].value, labels[-1].value) if labels else (None, None)
    return -step if low is not None and high is not None and high < low else step


def steps_between(now: pd.DataFrame, then: pd.DataFrame, marks: Marks) -> pd.Series:
    """Steps from `then` to `now`, positive is better; missing where a mark is, or where they may not be compared.

    Both frames have columns scale, value and position and the same index. Steps are those of the scale of `now`.
    """
    allowed = {f"{a.id} {b.id}" for a in marks.scales for b in marks.scales if comparable(a, b)}
    steps = {scale.id: signed_step(scale) for scale in marks.scales}
    in_labels = [scale.id for scale in marks.scales if by_place(scale)]
    joined = now[f.SCALE].fillna("") + " " + then[f.SCALE].fillna("")
    by_value = (now[f.VALUE] - then[f.VALUE]) / now[f.SCALE].map(steps).astype("float64")
    places = now[f.POSITION] - then[f.POSITION]
    same = now[f.SCALE].notna() & (now[f.SCALE] == then[f.SCALE])
    apart = by_value.where(~(same & now[f.SCALE].isin(in_labels)), places)
    return apart.where(joined.isin(allowed)).round(DECIMALS)
