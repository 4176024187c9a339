from __future__ import annotations

from drawn import dots, moves, outside
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts import drawing
from reportgen.model.picture import Range


def test_a_level_stands_on_a_scale_of_51_mm() -> None:
    """74 of 0 to 100 is 1.5 mm + 0.74 of 48 mm; its range is a line; another value stands above as a diamond."""
    drawn = drawing(Range(title="", low_end=0, high_end=100, value=74, low=66, high=80, marks=(65,), ticks=(50,)))
    _, interval, diamonds, dot = drawn.shapes
    assert (drawn.width, drawn.height) == (51, 5.2)
    assert dots(dot) == [(37.02, 3.2)]
    assert moves(interval.d) == [[(33.18, 3.2), (39.9, 3.2)]]
    assert dots(diamonds) == [(32.7, 0.4)]


def test_a_gap_stands_on_42_mm_with_a_line_of_no_difference() -> None:
    """Zero of −60 to 30 lies at two thirds."""
    drawn = drawing(Range(title="", low_end=-60, high_end=30, value=-20, low=-32, high=-5, zero=0))
    assert drawn.width == 42
    assert moves(drawn.shapes[1].d)[0][0] == (27.5, 0.6)
    assert drawn.shapes[1].stroke == "text"


def test_what_is_too_small_to_tell_is_open_and_grey() -> None:
    """Sure: ink, thick, filled. Not sure: grey, thin, a hole in the dot."""
    sure, unsure = (
        drawing(Range(title="", low_end=-10, high_end=10, value=2, low=-1, high=5, zero=0, sure=s))
        for s in (True, False)
    )
    assert (sure.shapes[-1].stroke, sure.shapes[2].width) == ("ink", 0.7)
    assert (unsure.shapes[-1].stroke, unsure.shapes[-2].stroke, unsure.shapes[2].width) == ("paper", "soft", 0.5)


def test_a_plain_mean_is_a_pale_ring_behind_the_dot() -> None:
    """−1 on −2 to 2 lies at a quarter of 39 mm: a ring of 2.1 mm with a hole of 1.5, narrower than the dot over it."""
    drawn = drawing(Range(title="", low_end=-2, high_end=2, value=1, low=0.5, high=1.5, zero=0, ring=-1))
    ring, hole, dot = drawn.shapes[-3:]
    assert dots(ring) == dots(hole) == [(11.25, 3.2)]
    assert [(one.stroke, one.width) for one in (ring, hole, dot)] == [("mid", 2.1), ("paper", 1.5), ("ink", 2.4)]


def test_without_a_plain_mean_nothing_else_is_drawn() -> None:
    """A ring adds two shapes, a hole in it and itself; without one the strip is as it was."""
    bare = Range(title="", low_end=-2, high_end=2, value=1, zero=0)
    assert len(drawing(bare.model_copy(update={"ring": 0.5})).shapes) == len(drawing(bare).shapes) + 2


NUMBERS = st.floats(-1e4, 1e4)


@given(
    ends=st.tuples(NUMBERS, NUMBERS),
    value=NUMBERS,
    interval=st.tuples(NUMBERS, NUMBERS),
    zero=st.one_of(st.none(), NUMBERS),
)
def test_any_range_stays_in_its_box(
    ends: tuple[float, float], value: float, interval: tuple[float, float], zero: float | None
) -> None:
    """What lies outside the scale is drawn at its end, never over the edge; a scale without length does not fail."""
    (low_end, high_end), (low, high) = ends, interval
    picture = Range(
        title="",
        low_end=low_end,
        high_end=high_end,
        value=value,
        low=low,
        high=high,
        marks=(low,),
        ticks=(high,),
        zero=zero,
        ring=low,
    )
    assert outside(drawing(picture)) == []
