"""Means of small classes drawn in towards the mean of them all, on plain numbers.

Sources: DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177-188 (the variance between classes); Morris
(1983), Journal of the American Statistical Association 78, 47-55 (the likely range, with what is not known of the
variance between classes in it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from reportgen.measures import intervals as i
from reportgen.measures.samples import Numbers
from reportgen.model.figure import Interval

FEWEST = 3
"""Classes from which the variance between them can be estimated."""
TOO_FEW_CLASSES = "fewer than three classes"
METHOD = "empirical bayes"


@dataclass(frozen=True)
class Spread:
    """How classes of one subject and year group differ: variances in squared steps."""

    within: float
    """Pooled variance of pupils within their classes."""
    between: float
    """Variance of the classes' own means; 0 when they differ no more than chance would have them."""
    df: int
    """Pupils less classes: what `within` rests on."""


def spread_of(classes: Sequence[i.Moments]) -> Spread | None:
    """The variances by the method of moments, from these classes alone; None where they can't be estimated.

    That is with fewer than three classes, or when no two pupils of a class differ.
    """
    sizes = np.array([one.n for one in classes if one.n], dtype="float64")
    means = np.array([one.mean for one in classes if one.n], dtype="float64")
    df = int(sizes.sum()) - len(sizes)
    squares = sum((one.n - 1) * one.sd**2 for one in classes if one.spread)
    if len(sizes) < FEWEST or squares <= 0:
        return None
    within = squares / df
    return Spread(within, _between(sizes / within, means), df)


def _between(weights: Numbers, means: Numbers) -> float:
    """DerSimonian and Laird: how much more the means differ than their own uncertainty would have them."""
    middle = (weights * means).sum() / weights.sum()
    differ = (weights * (means - middle) ** 2).sum()
    scale = weights.sum() - (weights**2).sum() / weights.sum()
    return max(0.0, float((differ - (len(means) - 1)) / scale))


def weight(spread: Spread, n: int) -> float:
    """How much of a class's own mean is kept: lambda = between / (between + within / n), 0 to 1."""
    return spread.between / (spread.between + spread.within / n)


def drawn_in(classes: Sequence[i.Moments], middle: float, level: float) -> tuple[i.Estimate, ...]:
    """Each class's mean drawn in towards `middle`, the mean of the subject's year group, with its likely range.

    A class without pupils, and every class where `spread_of` knows nothing, has no value.
    """
    spread = spread_of(classes)
    if spread is None:
        few = sum(one.n > 0 for one in classes) < FEWEST
        why = TOO_FEW_CLASSES if few else i.NO_SPREAD
        return tuple(i.Estimate(None, one.n, why=why if one.n else i.NOBODY) for one in classes)
    sizes = np.array([one.n for one in classes if one.n], dtype="float64")
    shares = (sizes / sizes.sum()) ** 2
    of_middle = float((shares * (spread.within / sizes + spread.between)).sum())
    doubt = 2 / (len(sizes) - 1)
    return tuple(_one(one, middle, spread, of_middle=of_middle, doubt=doubt, level=level) for one in classes)


def _one(one: i.Moments, middle: float, spread: Spread, *, of_middle: float, doubt: float, level: float) -> i.Estimate:
    if not one.n:
        return i.Estimate(None, 0, why=i.NOBODY)
    kept = weight(spread, one.n)
    away = one.mean - middle
    # What is not known of the class, of the middle, and of how far to draw in (Morris's term for the last).
    variance = kept * spread.within / one.n + (1 - kept) ** 2 * (of_middle + doubt * away**2)
    half = i.t_quantile(spread.df, level) * sqrt(variance)
    value = middle + kept * away
    return i.Estimate(value, one.n, Interval(low=value - half, high=value + half, method=METHOD, level=level))
