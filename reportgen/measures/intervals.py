"""Estimates and their likely ranges: the formulas, on plain numbers.

Shares are between 0 and 1 here; `Estimate.times` turns them into percent. Sources: Newcombe (1998), Statistics in
Medicine 17, 857-872 (Wilson), 873-890 (two samples, method 10), 2635-2650 (paired, method 10); Welch (1947) with
Satterthwaite's degrees of freedom; Cochran, Sampling Techniques, chapter 6 (ratio estimator).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

from reportgen.model.figure import Interval

NOBODY = "no pupils"
TOO_FEW = "fewer than two pupils"
TOO_FEW_ON_A_SIDE = "fewer than two pupils on one side"
NO_SPREAD = "every pupil has the same value"
NEARLY_NONE = 1e-12
"""Spread below this share of the value is rounding of the computer, not spread of the pupils."""


@dataclass(frozen=True)
class Estimate:
    """A value over `n` pupils with its likely range, or why there is none."""

    value: float | None
    n: int
    interval: Interval | None = None
    why: str = ""

    def times(self, factor: float) -> Estimate:
        """The same in another unit: shares times 100 are percent."""
        if self.value is None:
            return self
        interval = self.interval and self.interval.model_copy(
            update={"low": self.interval.low * factor, "high": self.interval.high * factor},
        )
        return replace(self, value=self.value * factor, interval=interval)

    def less(self, constant: float) -> Estimate:
        """The distance from a constant, a published figure: the range moves with it."""
        if self.value is None:
            return self
        interval = self.interval and self.interval.model_copy(
            update={"low": self.interval.low - constant, "high": self.interval.high - constant},
        )
        return replace(self, value=self.value - constant, interval=interval)


@dataclass(frozen=True)
class Moments:
    """How many pupils, their mean and their standard deviation (n - 1)."""

    n: int
    mean: float
    sd: float

    @classmethod
    def of(cls, values: NDArray[np.float64]) -> Moments:
        """The moments of one value a pupil; missing values must be out already."""
        n = len(values)
        return cls(n, float(values.mean()) if n else np.nan, float(values.std(ddof=1)) if n > 1 else np.nan)

    @property
    def spread(self) -> bool:
        """True when pupils differ."""
        return self.n > 1 and self.sd > NEARLY_NONE * max(1.0, abs(self.mean))


@dataclass(frozen=True)
class Sums:
    """A ratio over pupils: sum of the tops, sum of the bottoms, and the sum of squares around their ratio."""

    n: int
    top: float
    bottom: float
    squares: float

    @classmethod
    def of(cls, top: NDArray[np.float64], bottom: NDArray[np.float64]) -> Sums:
        """The sums of one pair a pupil: sessions attended, sessions possible."""
        total, base = float(top.sum()), float(bottom.sum())
        if base <= 0:
            return cls(0, 0.0, 0.0, 0.0)
        return cls(len(top), total, base, float(((top - total / base * bottom) ** 2).sum()))

    @property
    def ratio(self) -> float:
        """Top over bottom."""
        return self.top / self.bottom

    @property
    def variance(self) -> float:
        """Variance of the ratio by linearisation, pupils being what varies."""
        return self.n / (self.n - 1) * self.squares / self.bottom**2 if self.n > 1 else 0.0

    @property
    def spread(self) -> bool:
        """True when pupils' ratios differ."""
        return self.variance > NEARLY_NONE**2


@lru_cache(maxsize=4096)
def t_quantile(df: float, level: float) -> float:
    """How many standard errors each way a two-sided t interval reaches."""
    return float(stdtrit(df, 0.5 + level / 2))


@lru_cache(maxsize=64)
def z_quantile(level: float) -> float:
    """How many standard errors each way a two-sided normal interval reaches."""
    return float(ndtri(0.5 + level / 2))


def mean(sample: Moments, level: float) -> Estimate:
    """A mean over pupils with its t interval."""
    if sample.n == 0:
        return Estimate(None, 0, why=NOBODY)
    if not sample.spread:
        return Estimate(sample.mean, sample.n, why=TOO_FEW if sample.n == 1 else NO_SPREAD)
    half = t_quantile(sample.n - 1, level) * sample.sd / sqrt(sample.n)
    return Estimate(sample.mean, sample.n, _interval((sample.mean - half, sample.mean + half), "t", level))


def mean_difference(these: Moments, others: Moments, level: float) -> Estimate:
    """These less others, Welch's interval."""
    n = these.n + others.n
    if not (these.n and others.n):
        return Estimate(None, n, why=NOBODY if not n else "no pupils on one side")
    value = these.mean - others.mean
    if min(these.n, others.n) < 2:  # noqa: PLR2004 - one pupil has no spread
        return Estimate(value, n, why=TOO_FEW_ON_A_SIDE)
    if not (these.spread or others.spread):
        return Estimate(value, n, why=NO_SPREAD)
    parts = ((these.sd**2 / these.n, these.n - 1), (others.sd**2 / others.n, others.n - 1))
    return _difference(value, n, parts=parts, method="welch", level=level)


def wilson(count: int, n: int, level: float) -> tuple[float, float]:
    """Wilson's interval of a share, within 0 and 1."""
    z2 = z_quantile(level) ** 2
    p = count / n
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = sqrt(z2 * p * (1 - p) / n + z2**2 / (4 * n**2)) / (1 + z2 / n)
    return max(0.0, min(middle - half, p)), min(1.0, max(middle + half, p))


def share(count: int, n: int, level: float) -> Estimate:
    """A share of pupils with Wilson's interval."""
    if n == 0:
        return Estimate(None, 0, why=NOBODY)
    if n == 1:
        return Estimate(float(count), 1, why=TOO_FEW)
    return Estimate(count / n, n, _interval(wilson(count, n, level), "wilson", level))


def share_difference(these: tuple[int, int], others: tuple[int, int], level: float) -> Estimate:
    """These less others, each (count, n): Newcombe's hybrid of two Wilson intervals."""
    (a, m), (b, n) = these, others
    if not (m and n):
        return Estimate(None, m + n, why=NOBODY if not m + n else "no pupils on one side")
    value = a / m - b / n
    if min(m, n) < 2:  # noqa: PLR2004 - a share of one pupil says nothing of others
        return Estimate(value, m + n, why=TOO_FEW_ON_A_SIDE)
    limits = _squared_and_added((a, m), (b, n), phi=0.0, level=level)
    return Estimate(value, m + n, _interval(limits, "newcombe", level))


def paired_share_change(both: int, only_now: int, only_then: int, *, neither: int, level: float) -> Estimate:
    """Change of a share among the same pupils: Newcombe's method 10 for paired data."""
    n = both + only_now + only_then + neither
    if n == 0:
        return Estimate(None, 0, why=NOBODY)
    value = (only_now - only_then) / n
    if n == 1:
        return Estimate(value, n, why=TOO_FEW)
    now, then = both + only_now, both + only_then
    phi = _phi(both, only_now, only_then, neither=neither)
    limits = _squared_and_added((now, n), (then, n), phi=phi, level=level)
    return Estimate(value, n, _interval(limits, "paired newcombe", level))


def ratio(sums: Sums, level: float) -> Estimate:
    """Sum over sum, its interval from how pupils vary, within 0 and 1."""
    if sums.n == 0:
        return Estimate(None, 0, why=NOBODY)
    if not sums.spread:
        return Estimate(sums.ratio, sums.n, why=TOO_FEW if sums.n == 1 else NO_SPREAD)
    half = t_quantile(sums.n - 1, level) * sqrt(sums.variance)
    limits = (max(0.0, sums.ratio - half), min(1.0, sums.ratio + half))
    return Estimate(sums.ratio, sums.n, _interval(limits, "ratio", level))


def ratio_difference(these: Sums, others: Sums, level: float) -> Estimate:
    """These less others; the variances of two separate ratios add up."""
    n = these.n + others.n
    if not (these.n and others.n):
        return Estimate(None, n, why=NOBODY if not n else "no pupils on one side")
    value = these.ratio - others.ratio
    if min(these.n, others.n) < 2:  # noqa: PLR2004 - one pupil has no spread
        return Estimate(value, n, why=TOO_FEW_ON_A_SIDE)
    if not (these.spread or others.spread):
        return Estimate(value, n, why=NO_SPREAD)
    parts = ((these.variance, these.n - 1), (others.variance, others.n - 1))
    return _difference(value, n, parts=parts, method="ratio", level=level, within=(-1.0, 1.0))


def _difference(
    value: float,
    n: int,
    *,
    parts: Sequence[tuple[float, int]],
    method: str,
    level: float,
    within: tuple[float, float] = (-inf, inf),
) -> Estimate:
    """An interval from two variances with their degrees of freedom (Satterthwaite)."""
    variance = sum(v for v, _ in parts)
    df = variance**2 / sum(v**2 / d for v, d in parts)
    half = t_quantile(df, level) * sqrt(variance)
    limits = (max(within[0], value - half), min(within[1], value + half))
    return Estimate(value, n, _interval(limits, method, level))


def _squared_and_added(
    first: tuple[int, int],
    second: tuple[int, int],
    *,
    phi: float,
    level: float,
) -> tuple[float, float]:
    """The limits of first - second from their Wilson limits, `phi` being how the two go together."""
    (low1, high1), (low2, high2) = wilson(*first, level), wilson(*second, level)
    p1, p2 = first[0] / first[1], second[0] / second[1]
    down1, up1, down2, up2 = p1 - low1, high1 - p1, p2 - low2, high2 - p2
    below = sqrt(max(0.0, down1**2 - 2 * phi * down1 * up2 + up2**2))
    above = sqrt(max(0.0, up1**2 - 2 * phi * up1 * down2 + down2**2))
    return max(-1.0, p1 - p2 - below), min(1.0, p1 - p2 + above)


def _phi(both: int, only_now: int, only_then: int, *, neither: int) -> float:
    """The correlation of two shares of the same pupils, continuity corrected where positive (method 10)."""
    margins = (both + only_now) * (only_then + neither) * (both + only_then) * (only_now + neither)
    if margins == 0:
        return 0.0
    together = both * neither - only_now * only_then
    corrected = max(together - (both + only_now + only_then + neither) / 2, 0.0) if together > 0 else together
    return corrected / sqrt(margins)


def _interval(limits: tuple[float, float], method: str, level: float) -> Interval:
    return Interval(low=limits[0], high=limits[1], method=method, level=level)
