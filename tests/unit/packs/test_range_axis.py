from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.figure import Figure, Interval, Unit
from reportgen.packs.range_axis import range_axis


def figure(value: float, low: float, high: float) -> Figure:
    """A figure with its likely range."""
    return Figure(
        id="x",
        value=value,
        unit=Unit.STEPS,
        n=9,
        interval=Interval(low=min(low, high), high=max(low, high), method="t"),
    )


@pytest.mark.parametrize(
    ("low", "high", "zero", "ends", "ticks"),
    [
        (-1.3, 0.4, 0.0, (-1.5, 0.5), (-1.0, -0.5, 0.0)),
        (-0.31, -0.12, -0.2, (-0.4, -0.1), (-0.3, -0.2)),
        (2.0, 7.0, 0.0, (0.0, 8.0), (2.0, 4.0, 6.0)),
        (0.0, 0.0, 0.0, (-0.1, 0.1), (0.0,)),
    ],
)
def test_the_ends_are_the_nearest_round_numbers(
    low: float, high: float, zero: float, ends: tuple[float, float], ticks: tuple[float, ...]
) -> None:
    """Steps of 1, 2 or 5 tens or tenths, the least of which five cover the figures; a tick at each between the ends."""
    axis = range_axis([figure((low + high) / 2, low, high)], zero=zero)
    assert (axis.low, axis.high) == ends
    assert axis.ticks == ticks


ANY = st.floats(-400, 400)


@given(st.lists(st.tuples(ANY, ANY, ANY), max_size=5), ANY, st.lists(ANY, max_size=3))
def test_every_figure_the_line_and_the_rings_lie_on_the_scale(
    given_figures: list[tuple[float, float, float]], zero: float, rings: list[float]
) -> None:
    """Whatever is drawn, nothing has to be moved to an end, and the ends are never one."""
    axis = range_axis([figure(*one) for one in given_figures], zero=zero, also=rings)
    for value in (zero, *rings, *(number for one in given_figures for number in one)):
        assert axis.low - 1e-6 <= value <= axis.high + 1e-6
    assert axis.low < axis.high
