"""Regression to the mean, on plain numbers: what chance alone would have made of pupils chosen for being low."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from reportgen.measures import intervals as i
from reportgen.measures.samples import Mask, Numbers
from reportgen.model.figure import Interval

_TENTH = 10
FEWEST = 10
"""Pupils in the lowest tenth from which something is said of them."""
METHOD = "regression"


@dataclass(frozen=True)
class Chosen:
    """Pupils chosen for being low, then and now, beside what chance alone would have made of them."""

    pupils: Mask
    then: i.Estimate
    now: i.Estimate
    chance: i.Estimate
    """Where the line of now on then, through all pupils, puts pupils who were where these were."""
    beyond: i.Estimate
    """now - chance."""


def lowest_tenth(values: Numbers) -> Mask:
    """The lowest tenth of those with a value, every pupil level with the last of them included."""
    known = np.sort(values[~np.isnan(values)])
    if len(known) < _TENTH:
        return np.zeros(len(values), dtype=bool)
    return np.asarray(values <= known[len(known) // _TENTH - 1], dtype=bool)


def lowest_then(then: Numbers, now: Numbers, level: float) -> Chosen | None:
    """The lowest tenth of the pupils with both values by `then`, and how they did beside chance.

    Expected now: mean(now) + r sd(now) / sd(then) x (their mean then - mean(then)), the least squares line through
    every pupil with both values (Galton's regression to the mean). The likely range of what is beyond it has the line's
    own uncertainty in it, the chosen being among those it was drawn through. None with fewer than ten chosen, or when
    nobody differed then.
    """
    both = ~np.isnan(then) & ~np.isnan(now)
    pupils = lowest_tenth(np.where(both, then, np.nan))
    x, y = then[both], now[both]
    if pupils.sum() < FEWEST or not i.Moments.of(x).spread:
        return None
    sides = i.Moments.of(then[pupils]), i.Moments.of(now[pupils])
    away = sides[0].mean - float(x.mean())
    squares = float(((x - x.mean()) ** 2).sum())
    slope = float(((x - x.mean()) * (y - y.mean())).sum()) / squares
    expected = float(y.mean()) + slope * away
    left = float(((y - y.mean() - slope * (x - x.mean())) ** 2).sum())
    share = 1 / sides[0].n - 1 / len(x) - away**2 / squares
    return Chosen(
        pupils,
        i.mean(sides[0], level),
        i.mean(sides[1], level),
        i.Estimate(expected, sides[0].n, why="it is worked out from everyone’s marks then and now"),
        _beyond(sides[1].mean - expected, sides[0].n, variance=left / (len(x) - 2) * share, df=len(x) - 2, level=level),
    )


def _beyond(value: float, n: int, *, variance: float, df: int, level: float) -> i.Estimate:
    """Mean residual of the chosen; its variance is that of residuals of least squares, sigma squared (I - H)."""
    if variance <= i.NEARLY_NONE**2:
        return i.Estimate(value, n, why=i.NO_SPREAD)
    half = i.t_quantile(df, level) * sqrt(variance)
    return i.Estimate(value, n, Interval(low=value - half, high=value + half, method=METHOD, level=level))
