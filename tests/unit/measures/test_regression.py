"""Regression to the mean: by hand, and beside another program."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from reportgen.measures.regression import lowest_tenth, lowest_then

THEN = np.repeat([-2.0, 0.0, 2.0], [10, 80, 10])
NOW = np.repeat([0.0, 0.0, 1.0], [10, 80, 10])


def test_a_hundred_pupils_by_hand() -> None:
    """Ten pupils at -2 come to 0 where chance alone would have brought them to -0.4: 0.4 beyond.

    mean then 0, mean now 0.1, sum of squares then 10 x 4 + 10 x 4 = 80, of products 10 x 2 x 1 = 20: slope 1/4 and
    0.1 + (-2) / 4 = -0.4. Residuals 0.4 ten times, -0.1 eighty times, 0.4 ten times: squares 1.6 + 0.8 + 1.6 = 4 over 98.
    The variance of the ten's mean residual: 4/98 x (1/10 - 1/100 - 4/80) = 4/98 x 0.04, t(98) = 1.984467.
    """
    told = lowest_then(THEN, NOW, 0.95)
    assert told is not None
    assert (told.pupils.sum(), told.then.value, told.now.value) == (10, -2, 0)
    assert (told.chance.value, told.beyond.value) == (pytest.approx(-0.4), pytest.approx(0.4))
    half = 1.984467 * sqrt(4 / 98 * 0.04)
    assert told.beyond.interval is not None
    assert told.beyond.interval.method == "regression"
    limits = (told.beyond.interval.low, told.beyond.interval.high)
    assert limits == pytest.approx((0.4 - half, 0.4 + half), abs=1e-6)


def test_the_rule_of_correlation_and_spread() -> None:
    """Expected now is mean now + r sd(now) / sd(then) x (their mean then - mean then), with scipy's r."""
    chance = np.random.default_rng(3)
    then = chance.normal(0, 2, 150)
    now = 0.6 * then + chance.normal(0.5, 1, 150)
    told = lowest_then(then, now, 0.95)
    assert told is not None
    r = stats.pearsonr(then, now).statistic
    theirs = then[told.pupils].mean()
    expected = now.mean() + r * now.std() / then.std() * (theirs - then.mean())
    assert told.chance.value == pytest.approx(expected)


def test_the_range_agrees_with_statsmodels() -> None:
    """The range of what is beyond chance is that of statsmodels' residuals: their variance is s2 (I - H)."""
    chance = np.random.default_rng(11)
    then = chance.normal(0, 2, 120)
    now = 0.5 * then + chance.normal(0, 1, 120)
    told = lowest_then(then, now, 0.9)
    assert told is not None
    design = sm.add_constant(then)
    fitted = sm.OLS(now, design).fit()
    hat = design @ np.linalg.inv(design.T @ design) @ design.T
    share = told.pupils / told.pupils.sum()
    variance = fitted.mse_resid * share @ (np.eye(120) - hat) @ share
    value = fitted.resid[told.pupils].mean()
    half = stats.t.ppf(0.95, 118) * sqrt(variance)
    assert told.beyond.interval is not None
    assert (told.beyond.value, told.beyond.interval.low, told.beyond.interval.high) == pytest.approx(
        (value, value - half, value + half)
    )


def test_chance_alone_is_found_to_be_chance() -> None:
    """Where the lowest rise only because they were low by chance, the range holds nothing 19 times in 20.

    400 made-up year groups of 150 pupils whose true level never changes: the lowest tenth seem to rise in every one.
    """
    chance = np.random.default_rng(2)
    held, rose = 0, 0
    for _ in range(400):
        level = chance.normal(0, 1, 150)
        told = lowest_then(level + chance.normal(0, 1, 150), level + chance.normal(0, 1, 150), 0.95)
        assert told is not None
        assert told.beyond.interval is not None
        held += not told.beyond.interval.leaves_out_zero
        rose += (told.now.value or 0) > (told.then.value or 0)
    assert rose == 400
    # 95% of 400 is 380; three standard errors are 13.
    assert 367 <= held <= 393


def test_too_few_pupils() -> None:
    """Of 99 pupils the lowest tenth is nine: nothing is told; of 100 it is."""
    then = np.arange(99.0)
    assert lowest_then(then, then + np.tile([0.0, 1, 2], 33), 0.95) is None
    then = np.arange(100.0)
    assert lowest_then(then, then + np.tile([0.0, 1, 2, 1], 25), 0.95) is not None


def test_pupils_without_both_values_are_not_chosen() -> None:
    """The tenth is of those with both values; a pupil low then but without a mark now is not among them."""
    then, now = np.append(np.arange(100.0), -50.0), np.append(np.tile([0.0, 1, 2, 1], 25), np.nan)
    told = lowest_then(then, now, 0.95)
    assert told is not None
    assert list(np.flatnonzero(told.pupils)) == list(range(10))


def test_pupils_level_with_the_last_are_all_in() -> None:
    """Twelve pupils share the lowest value: nobody is left out by the order of the register."""
    values = np.append(np.zeros(12), np.arange(1.0, 89.0))
    assert lowest_tenth(values).sum() == 12


def test_nobody_differed_then() -> None:
    """Where all were alike there is no lowest tenth to speak of."""
    assert lowest_then(np.zeros(120), np.arange(120.0), 0.95) is None


def test_exactly_as_chance_would_have_it() -> None:
    """Where now follows then on a line, nothing is beyond it, and there is no range: nobody differs from the line."""
    then = np.arange(100.0)
    told = lowest_then(then, then / 2 + 1, 0.95)
    assert told is not None
    assert told.beyond.value == pytest.approx(0)
    assert (told.beyond.interval, told.beyond.why) == (None, "every pupil has the same value")


@given(st.lists(st.one_of(st.integers(-9, 9).map(float), st.just(float("nan"))), max_size=60))
def test_at_least_a_tenth_and_the_lowest(values: list[float]) -> None:
    """Nobody outside the lowest tenth is lower than anyone in it, and nobody without a value is in it."""
    found = np.array(values)
    low = lowest_tenth(found)
    known = found[~np.isnan(found)]
    assert low.sum() >= len(known) // 10
    assert not np.isnan(found[low]).any()
    assert not low.any() or found[low].max() < min(found[~low & ~np.isnan(found)], default=np.inf)
