"""What holds for every figure, whatever the data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from builders import GCSE, attendance, classes, loaded, memberships, project, pupils, report, results
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.measures import intervals as i
from reportgen.measures import measure
from reportgen.measures.samples import Kind, Sample, change, difference, summary
from reportgen.model.list_rule import Conditions, ListRule
from reportgen.model.measured import Measured

SHARES = st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 1.0])
MARKS = st.sampled_from([1.0, 3.0, 11 / 3, 4.0, 13 / 3, 7.0, 9.0])
YES_NO = st.sampled_from([0.0, 1.0])
VALUES = {Kind.MEAN: MARKS, Kind.SHARES: SHARES, Kind.PUPILS: YES_NO}


@st.composite
def samples(draw: st.DrawFn, size: int | None = None, kind: Kind | None = None) -> Sample:
    """A sample of any kind, some values missing."""
    one = kind or draw(st.sampled_from(list(Kind)))
    n = size if size is not None else draw(st.integers(0, 12))
    if one is Kind.SESSIONS:
        possible = np.array(draw(st.lists(st.integers(1, 100), min_size=n, max_size=n)), dtype="float64")
        attended = np.array([draw(st.integers(0, int(p))) for p in possible], dtype="float64")
        return Sample(one, attended, of=possible)
    some = st.one_of(VALUES[one], st.just(float("nan")))
    return Sample(one, np.array(draw(st.lists(some, min_size=n, max_size=n)), dtype="float64"))


@st.composite
def two_sides(draw: st.DrawFn) -> tuple[Sample, Sample]:
    """Two samples of one kind."""
    kind = draw(st.sampled_from(list(Kind)))
    return draw(samples(kind=kind)), draw(samples(kind=kind))


@given(two_sides())
def test_a_gap_turned_round_changes_sign(sides: tuple[Sample, Sample]) -> None:
    """gap(a, b) is -gap(b, a), interval and all."""
    there, back = difference(*sides, 0.95), difference(*reversed(sides), 0.95)
    assert (there.value is None) == (back.value is None)
    assert there.value is None or there.value == pytest.approx(-(back.value or 0))
    assert (there.interval is None) == (back.interval is None)
    if there.interval and back.interval:
        assert (there.interval.low, there.interval.high) == pytest.approx((-back.interval.high, -back.interval.low))


def _inside(estimate: i.Estimate, low: float, high: float) -> None:
    if estimate.value is None:
        assert estimate.n == 0 or estimate.why
        return
    assert low - 1e-9 <= estimate.value <= high + 1e-9
    if estimate.interval is None:
        assert estimate.why
        return
    assert low <= estimate.interval.low <= estimate.value + 1e-9
    assert estimate.value - 1e-9 <= estimate.interval.high <= high


@given(samples())
def test_an_interval_holds_its_figure(sample: Sample) -> None:
    """The interval is around the figure; a share's lies within 0 and 100; without one there is a reason."""
    limits = (-np.inf, np.inf) if sample.kind is Kind.MEAN else (0.0, 100.0)
    _inside(summary(sample, 0.95), *limits)


@given(two_sides())
def test_an_interval_of_a_gap_holds_the_gap(sides: tuple[Sample, Sample]) -> None:
    """A difference of shares of pupils or of sessions lies within -100 and 100, and so does its interval."""
    bounded = sides[0].kind in (Kind.PUPILS, Kind.SESSIONS)
    _inside(difference(*sides, 0.95), *((-100.0, 100.0) if bounded else (-np.inf, np.inf)))


@given(st.data())
def test_change_turned_round_changes_sign(data: st.DataObject) -> None:
    """The change from then to now is minus the change from now to then; with nothing changed it is none."""
    kind = data.draw(st.sampled_from([Kind.MEAN, Kind.SHARES, Kind.PUPILS]))
    then, now = data.draw(samples(size=8, kind=kind)), data.draw(samples(size=8, kind=kind))
    there, back, none = change(then, now, 0.95), change(now, then, 0.95), change(now, now, 0.95)
    assert there.n == back.n
    assert there.value is None or there.value == pytest.approx(-(back.value or 0))
    assert none.value in (None, 0.0)


ROWS = {
    "pupils": pupils(*(f"{k} {k}{k} X 10 10R" for k in "ABCDEFGH")),
    "results": pd.concat(
        [
            results(*(f"{k} {a} {b}" for k, a, b in zip("ABCDEFGH", "34455667", "45-56778", strict=True))),
            results(
                *(f"{k} {a} {b}" for k, a, b in zip("ABCDEFGH", "7655-433", "66554433", strict=True)), subject="english"
            ),
            results(
                *(f"{k} {b}" for k, b in zip("ABCDEFGH", "55667788", strict=True)),
                scale=GCSE,
                facet="target",
                collections=("nov",),
            ),
        ],
        ignore_index=True,
    ),
    "classes": classes("10/Ma1 maths A B C D", "10/Ma2 maths D E F G H", "10/En english A B C D E F G H"),
    "attendance": attendance(*(f"{k} 100 {90 + n} 0 0 0" for n, k in enumerate("ABCDEFGH"))),
    "memberships": memberships(pupil_premium="A:Y B:Y C:N D:N E:N F:N G:N H:N", sex="A:F B:M C:F D:M E:F F:M G:F H:M"),
}


KEPT = ("roll", "progress", "path", "marks", "attendance", "memberships")
MADE = ("summaries", "listed", "patterns", "moves", "movers")
"""Frames of pupil_measures."""
RULES = (
    ListRule(id="up", name="Up", kind="reward", owner="form tutor", when=Conditions(risen_in=1, attendance_from=91)),
    ListRule(id="down", name="Down", kind="intervention", owner="form tutor", when=Conditions(fallen_in=1)),
)


def _measured(rows: dict[str, Any]) -> Measured:
    made = project()
    return measure(
        made.model_copy(update={"measures": made.measures.model_copy(update={"lists": RULES})}),
        report(),
        loaded(**rows),
    )


@settings(max_examples=6, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(chance: Any) -> None:
    """Every frame and figure is the same, bit for bit but for the last digits of sums, whatever order rows came in."""
    shuffled = {
        name: rows.sample(frac=1, random_state=chance.randrange(2**32)).reset_index(drop=True)
        for name, rows in ROWS.items()
    }
    first, again = _measured(ROWS), _measured(shuffled)
    for name in (*KEPT, *MADE):
        pd.testing.assert_frame_equal(getattr(first, name), getattr(again, name))
    assert list(first.figures) == list(again.figures)
    for name, figure in first.figures.items():
        other = again.figures[name]
        assert (figure.value is None) == (other.value is None)
        assert figure.value is None or figure.value == pytest.approx(other.value, abs=1e-9)
        assert (figure.n, figure.missing, figure.numerator, figure.no_interval) == (
            other.n,
            other.missing,
            other.numerator,
            other.no_interval,
        )
