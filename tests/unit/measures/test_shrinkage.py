"""Class means drawn in, beside a published table, another program and by hand."""

from __future__ import annotations

import csv
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from reportgen.measures.intervals import Moments
from reportgen.measures.shrinkage import Spread, drawn_in, spread_of, weight

RULES = Path(__file__).resolve().parents[2] / "measures"
THREE = tuple(Moments.of(np.array(marks)) for marks in ([-1.0, -1, 1, 1], [0.0, 0, 2, 2], [4.0, 4, 6, 6]))
"""Means 0, 1 and 5 of four pupils each; every class has a sum of squares of 4."""


def test_lambda_of_the_published_spread() -> None:
    """The share of a mean that is kept is tau2 / (tau2 + sd2 / n): the table of published spreads, to two decimals."""
    with (RULES / "shrinkage_lambda.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spread = Spread(within=float(row["sd"]) ** 2, between=float(row["tau"]) ** 2, df=1)
            assert f"{weight(spread, int(row['n'])):.2f}" == f"{float(row['lambda']):.2f}", row


def test_three_classes_by_hand() -> None:
    """Means 0, 1 and 5 are drawn in by 20/21 towards 2.

    Squares 12 over 9 degrees of freedom: within = 4/3, each mean's variance 1/3, each weight 3. Q = 3 (4 + 1 + 9) = 42,
    the scale is 9 - 27/9 = 6, between = (42 - 2) / 6 = 20/3, lambda = (20/3) / (20/3 + 1/3) = 20/21.
    The first class's variance: 20/21 x 1/3 + (1/21)^2 x (3 x (1/3 + 20/3) / 9 + 2/2 x 2^2) = 0.331822, t(9) = 2.262157.
    """
    spread = spread_of(THREE)
    assert spread is not None
    assert (spread.within, spread.between, spread.df) == (pytest.approx(4 / 3), pytest.approx(20 / 3), 9)
    told = drawn_in(THREE, 2.0, 0.95)
    assert [one.value for one in told] == pytest.approx([2 / 21, 22 / 21, 102 / 21])
    assert [one.n for one in told] == [4, 4, 4]
    assert told[0].interval is not None
    assert told[0].interval.method == "empirical bayes"
    half = 2.262157 * sqrt(0.331822)
    limits = (told[0].interval.low, told[0].interval.high)
    assert limits == pytest.approx((2 / 21 - half, 2 / 21 + half), abs=1e-5)


def test_the_variance_between_classes_agrees_with_statsmodels() -> None:
    """The method of moments is that of statsmodels' meta-analysis, whatever the sizes of the classes."""
    chance = np.random.default_rng(5)
    for sizes in ((5, 12, 30), (2, 2, 3, 28, 31), (20,) * 8):
        marks = [chance.normal(chance.normal(0, 1.5), 2, n) for n in sizes]
        classes = [Moments.of(one) for one in marks]
        within = sum(((one - one.mean()) ** 2).sum() for one in marks) / (sum(sizes) - len(sizes))
        with np.errstate(invalid="ignore"):  # where the variance comes out below zero, statsmodels takes its root
            found = combine_effects(
                np.array([one.mean for one in classes]), within / np.array(sizes), method_re="chi2", use_t=False
            )
        spread = spread_of(classes)
        assert spread is not None
        assert spread.between == pytest.approx(max(0, found.tau2))
        assert spread.within == pytest.approx(within)


def test_classes_that_differ_no_more_than_chance_are_all_the_mean() -> None:
    """Three classes of one mean: everything is drawn in, and the likely range is still as wide as what is not known."""
    same = tuple(Moments.of(np.array(marks)) for marks in ([-1.0, 1], [-2.0, 2, 0], [0.5, -0.5]))
    told = drawn_in(same, 0.0, 0.95)
    assert [one.value for one in told] == [0, 0, 0]
    assert all(one.interval and one.interval.low < 0 < one.interval.high for one in told)


def test_too_few_classes() -> None:
    """Two classes, or two and an empty one, say nothing of how classes differ: no value, and the reason."""
    none = Moments(0, float("nan"), float("nan"))
    assert [one.why for one in drawn_in(THREE[:2], 0.5, 0.95)] == ["fewer than three classes"] * 2
    assert [one.why for one in drawn_in((*THREE[:2], none), 0.5, 0.95)] == [
        "fewer than three classes",
        "fewer than three classes",
        "no pupils",
    ]
    assert [one.value for one in drawn_in((*THREE, none), 2.0, 0.95)][3] is None


def test_no_spread_within_classes() -> None:
    """Where nobody differs from the class there is nothing to weigh against: no value."""
    flat = tuple(Moments.of(np.array([mark] * 3)) for mark in (1.0, 2.0, 4.0))
    assert [(one.value, one.why) for one in drawn_in(flat, 7 / 3, 0.95)] == [
        (None, "every pupil has the same value")
    ] * 3


CLASS = st.lists(st.integers(-6, 6).map(float), min_size=1, max_size=12)


@given(st.lists(CLASS, min_size=3, max_size=8))
def test_a_drawn_mean_lies_between_its_own_and_the_middle(marks: list[list[float]]) -> None:
    """Never past either, inside its own range, and a larger class keeps at least as much of its own mean."""
    classes = [Moments.of(np.array(one)) for one in marks]
    middle = float(np.mean(np.concatenate([np.array(one) for one in marks])))
    for one, told in zip(classes, drawn_in(classes, middle, 0.95), strict=True):
        if told.value is None:
            continue
        low, high = sorted((one.mean, middle))
        assert low - 1e-9 <= told.value <= high + 1e-9
        assert told.interval is not None
        assert told.interval.low < told.value < told.interval.high
    spread = spread_of(classes)
    assert spread is None or weight(spread, 20) >= weight(spread, 5)


@given(st.lists(CLASS, min_size=3, max_size=6))
def test_the_order_of_classes_never_matters(marks: list[list[float]]) -> None:
    """Each class's drawn mean is its own, wherever it stands in the list."""
    classes = [Moments.of(np.array(one)) for one in marks]
    back = drawn_in(classes[::-1], 0.0, 0.95)[::-1]
    for one, other in zip(drawn_in(classes, 0.0, 0.95), back, strict=True):
        assert (one.value is None) == (other.value is None)
        assert one.value is None or one.value == pytest.approx(other.value)
