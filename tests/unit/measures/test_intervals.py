"""The formulas beside other programs and by hand."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from reportgen.measures import intervals as i


@pytest.mark.parametrize("n", [2, 3, 7, 30, 240])
def test_wilson_agrees_with_statsmodels(n: int) -> None:
    """Wilson's limits are those of statsmodels for every count."""
    for count in range(n + 1):
        assert i.wilson(count, n, 0.95) == pytest.approx(proportion_confint(count, n, method="wilson"), abs=1e-12)


@pytest.mark.parametrize(
    ("these", "others"), [((3, 9), (20, 31)), ((0, 4), (5, 5)), ((56, 70), (48, 80)), ((1, 2), (1, 2))]
)
def test_newcombe_agrees_with_statsmodels(these: tuple[int, int], others: tuple[int, int]) -> None:
    """Newcombe's limits are those of statsmodels."""
    told = i.share_difference(these, others, 0.95).interval
    assert told is not None
    expected = confint_proportions_2indep(*these, *others, method="newcomb", compare="diff")
    assert (told.low, told.high) == pytest.approx(expected, abs=1e-12)


def test_welch_and_t_agree_with_scipy() -> None:
    """Welch's interval and the t interval of a mean are those of scipy."""
    a, b = np.array([3.0, 5, 4, 6, 2]), np.array([6.0, 7, 5, 9])
    welch = i.mean_difference(i.Moments.of(a), i.Moments.of(b), 0.9).interval
    alone = i.mean(i.Moments.of(a), 0.9).interval
    assert welch is not None
    assert alone is not None
    expected = stats.ttest_ind(a, b, equal_var=False).confidence_interval(0.9)
    assert (welch.low, welch.high) == pytest.approx((expected.low, expected.high))
    expected = stats.ttest_1samp(a, 0).confidence_interval(0.9)
    assert (alone.low, alone.high) == pytest.approx((expected.low, expected.high))


def test_paired_newcombe_turned_round_changes_sign() -> None:
    """Then and now exchanged, the change and its limits change sign."""
    there = i.paired_share_change(11, 7, 2, neither=9, level=0.95)
    back = i.paired_share_change(11, 2, 7, neither=9, level=0.95)
    assert there.interval is not None
    assert back.interval is not None
    assert there.value == -(back.value or 0)
    assert (there.interval.low, there.interval.high) == pytest.approx((-back.interval.high, -back.interval.low))


def test_paired_newcombe_without_one_margin_adds_squares() -> None:
    """With nobody on one margin the two shares count as unrelated: limits by hand from Wilson's."""
    told = i.paired_share_change(0, 0, 4, neither=16, level=0.95).interval
    assert told is not None
    low2, high2 = i.wilson(4, 20, 0.95)
    _, high1 = i.wilson(0, 20, 0.95)
    assert told.low == pytest.approx(-0.2 - sqrt(0 + (high2 - 0.2) ** 2))
    assert told.high == pytest.approx(-0.2 + sqrt(high1**2 + (0.2 - low2) ** 2))


def test_ratio_by_hand() -> None:
    """Three pupils, 10 of 10, 8 of 10 and 15 of 20: 33 of 40; residuals 1.75, -0.25 and -1.5 give the variance."""
    told = i.ratio(i.Sums.of(np.array([10.0, 8, 15]), np.array([10.0, 10, 20])), 0.95)
    assert told.value == pytest.approx(0.825)
    spread = sqrt(3 / 2 * (1.75**2 + 0.25**2 + 1.5**2)) / 40
    assert told.interval is not None
    assert told.interval.low == pytest.approx(0.825 - stats.t.ppf(0.975, 2) * spread)
    assert told.interval.high == 1.0


def test_ratio_with_equal_bottoms_is_a_mean() -> None:
    """With the same possible sessions for everyone, the interval of attendance is the t interval of the mean."""
    attended = np.array([88.0, 92, 94, 79, 90])
    told = i.ratio(i.Sums.of(attended, np.full(5, 110.0)), 0.95).interval
    plain = i.mean(i.Moments.of(attended / 110), 0.95).interval
    assert told is not None
    assert plain is not None
    assert (told.low, told.high) == pytest.approx((plain.low, plain.high))


@pytest.mark.parametrize(
    ("estimate", "value", "why"),
    [
        (i.mean(i.Moments.of(np.array([])), 0.95), None, i.NOBODY),
        (i.mean(i.Moments.of(np.array([4.0])), 0.95), 4.0, i.TOO_FEW),
        (i.mean(i.Moments.of(np.array([0.1, 0.1, 0.1])), 0.95), 0.1, i.NO_SPREAD),
        (i.share(0, 0, 0.95), None, i.NOBODY),
        (i.share(1, 1, 0.95), 1.0, i.TOO_FEW),
        (i.share_difference((1, 1), (3, 9), 0.95), 1 - 3 / 9, i.TOO_FEW_ON_A_SIDE),
        (i.share_difference((0, 0), (3, 9), 0.95), None, "no pupils on one side"),
        (i.ratio(i.Sums.of(np.array([10.0, 20]), np.array([10.0, 20])), 0.95), 1.0, i.NO_SPREAD),
        (
            i.mean_difference(i.Moments.of(np.array([1.0])), i.Moments.of(np.array([1.0, 2])), 0.95),
            -0.5,
            i.TOO_FEW_ON_A_SIDE,
        ),
        (
            i.mean_difference(i.Moments.of(np.array([1.0, 1])), i.Moments.of(np.array([2.0, 2])), 0.95),
            -1.0,
            i.NO_SPREAD,
        ),
    ],
)
def test_no_interval_says_why(estimate: i.Estimate, value: float | None, why: str) -> None:
    """Fewer than two pupils or no spread: no interval, with the reason in words; nobody: no value either."""
    assert estimate.value == (value if value is None else pytest.approx(value))
    assert (estimate.interval, estimate.why) == (None, why)
