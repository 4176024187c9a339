from __future__ import annotations

from drawn import moves, outside
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts import drawing
from reportgen.model.picture import Bars, Change


def test_filled_bars_are_counted_from_the_left() -> None:
    """Three of four: three boxes in ink, one outlined on paper, all on one foot, each taller than the one before."""
    ink, paper = drawing(Bars(title="3 of 4", filled=3, of=4)).shapes
    boxes = [*moves(ink.d), *moves(paper.d)]
    assert (ink.fill, paper.fill, paper.stroke) == ("ink", "paper", "mid")
    assert [len(moves(shape.d)) for shape in (ink, paper)] == [3, 1]
    assert [round(box[0][1], 2) for box in boxes] == [3.2, 2.5, 1.8, 1.1]
    assert [round(box[0][0], 2) for box in boxes] == [0.2, 2.1, 4.0, 5.9]


def test_bars_fit_their_two_sizes() -> None:
    """7.6 by 4.6 mm for families, 6.2 by 3.1 mm beside 9 pt."""
    for small, size in ((False, (7.6, 4.6)), (True, (6.2, 3.1))):
        drawn = drawing(Bars(title="", filled=1, of=4, small=small))
        assert (round(drawn.width, 2), round(drawn.height, 2)) == size


@given(filled=st.integers(-1, 14), of=st.integers(0, 12), small=st.booleans())
def test_any_bars_stay_in_their_box(filled: int, of: int, small: bool) -> None:  # noqa: FBT001  # drawn by Hypothesis
    """However many bars a school's scale has, none leaves the box or touches its neighbour."""
    drawn = drawing(Bars(title="", filled=filled, of=of, small=small))
    assert outside(drawn) == []
    lefts = sorted(box[0][0] for shape in drawn.shapes for box in moves(shape.d))
    rights = sorted(box[1][0] for shape in drawn.shapes for box in moves(shape.d))
    assert len(lefts) == max(of, 1)
    assert all(right < left for right, left in zip(rights, lefts[1:], strict=False))


def test_up_is_ink_to_the_right_and_down_is_outlined_accent_to_the_left() -> None:
    """Direction, fill and outline all say it: the sign survives grey printing."""
    up, down, same = (drawing(Change(title="", steps=steps, longest=3)) for steps in (2, -1, 0))
    assert (up.shapes[1].fill, up.shapes[1].stroke) == ("ink", "none")
    assert (down.shapes[1].fill, down.shapes[1].stroke) == ("accent", "ink")
    assert moves(up.shapes[1].d)[0][0][0] == 6.5
    assert max(x for x, _ in moves(down.shapes[1].d)[0]) <= 6.5
    assert len(same.shapes) == 1


def test_the_longest_change_fills_half_the_width_and_half_of_it_half_as_much() -> None:
    """Bars of one table share a scale."""
    widths = {}
    for steps in (1, 2, 4):
        (path,) = moves(drawing(Change(title="", steps=steps, longest=4)).shapes[1].d)
        widths[steps] = max(x for x, _ in path) - 6.5
    assert round(widths[4], 2) == 6.2
    assert round(widths[2] / widths[4], 2) == 0.5
    assert round(widths[1] / widths[4], 2) == 0.25


@given(steps=st.floats(-1e6, 1e6), longest=st.floats(0, 50))
def test_any_change_stays_in_its_box(steps: float, longest: float) -> None:
    """A change longer than the table's longest is drawn to the end and no further."""
    assert outside(drawing(Change(title="", steps=steps, longest=longest))) == []
