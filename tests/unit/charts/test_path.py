from __future__ import annotations

from drawn import dots, moves, outside
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts import drawing
from reportgen.model.drawing import Drawing, Shape
from reportgen.model.picture import ExampleStrip, Strip


def painted(drawn: Drawing, stroke: str, width: float) -> list[Shape]:
    return [shape for shape in drawn.shapes if (shape.stroke, shape.width) == (stroke, width)]


def test_a_path_is_drawn_as_on_the_exemplar() -> None:
    """5, 5, 5+, 6− on a scale of thirds: the millimetres of the designers' page, worked out by hand."""
    lines, past, holes, now = drawing(Strip(title="", points=(0, 0, 1, 2), grade=3)).shapes
    assert dots(past) == dots(holes) == [(1.2, 4.12), (6.7, 4.12), (12.2, 3.25)]
    assert dots(now) == [(17.7, 2.38)]
    assert moves(lines.d)[0] == [(1.2, 4.12), (6.7, 4.12)]


def test_now_is_solid_and_what_is_past_is_open() -> None:
    """Only earlier dots have a hole; now is larger and has none."""
    drawn = drawing(Strip(title="", points=(1, 2, 3)))
    (holes,) = painted(drawn, "paper", 1.25)
    (now,) = painted(drawn, "ink", 2.4)
    assert len(dots(holes)) == 2
    assert dots(now)[0] not in dots(holes)


def test_a_missing_mark_is_a_dash_and_a_break_in_the_line() -> None:
    """No dot, no line across the hole, a dash where the mark would be."""
    drawn = drawing(Strip(title="", points=(1, None, 1, 1)))
    (dash,) = painted(drawn, "soft", 0.45)
    (lines,) = painted(drawn, "mid", 0.35)
    assert moves(dash.d) == [[(5.9, 3.25), (7.5, 3.25)]]
    assert [path[0][0] for path in moves(lines.d)] == [12.2]


def test_without_a_mark_now_nothing_is_solid() -> None:
    """A strip that ends in a missing mark shows no dot as if it were now."""
    drawn = drawing(Strip(title="", points=(1, 1, 1, None)))
    assert painted(drawn, "ink", 2.4) == []
    assert len(dots(painted(drawn, "ink", 1.95)[0])) == 3


def test_one_scale_serves_every_row_of_a_table() -> None:
    """With the same grade and span, a step is the same height in each strip, however flat or steep it is itself."""
    heights = []
    for points in ((0.0, 1.0), (0.0, 9.0), (4.0, 5.0, 3.0)):
        shapes = drawing(Strip(title="", points=points, grade=3, span=9)).shapes
        ys = [y for shape in shapes if shape.stroke == "ink" for _, y in dots(shape)]
        heights.append((max(ys) - min(ys)) / (max(points) - min(points)))
    assert max(heights) - min(heights) < 0.01


def test_a_grade_is_2_6_mm_until_the_tallest_path_does_not_fit() -> None:
    """A third of a grade is 0.87 mm; nine steps are squeezed into what the strip has."""
    for span, step in ((3, 2.6 / 3), (9, (6.5 - 2.4) / 9)):
        _, past, _, now = drawing(Strip(title="", points=(0, 1), grade=3, span=span)).shapes
        assert abs(dots(past)[0][1] - dots(now)[0][1] - step) < 0.011


def test_now_stands_at_the_same_place_whatever_came_before() -> None:
    """The strip ends at the number it explains."""
    for count in (1, 2, 4, 7):
        assert dots(drawing(Strip(title="", points=(1,) * count)).shapes[-1]) == [(17.7, 3.25)]


POINTS = st.lists(st.one_of(st.none(), st.floats(-1e3, 1e3)), min_size=1, max_size=12).map(tuple)


@given(points=POINTS, grade=st.floats(0, 10), span=st.one_of(st.none(), st.floats(0, 1e3)))
def test_any_path_stays_in_its_box(points: tuple[float | None, ...], grade: float, span: float | None) -> None:
    """Extremes, one point, no point: nothing leaves 20 by 6.5 mm, even where the given span is too small."""
    drawn = drawing(Strip(title="", points=points, grade=grade, span=span))
    assert outside(drawn) == []
    assert sum(len(dots(shape)) for shape in drawn.shapes if shape.stroke in ("ink", "soft")) == len(points)


@given(points=st.lists(st.floats(-50, 50), max_size=6).map(tuple), now=st.text("now jetzt", max_size=12))
def test_the_example_says_which_dot_is_now(points: tuple[float, ...], now: str) -> None:
    """Its words stay in the box, `now` right of the last dot."""
    drawn = drawing(ExampleStrip(title="", points=points, past="last three reports", now=now))
    assert outside(drawn, slack=0.3) == []
    assert drawn.words[1].x >= max((x for shape in drawn.shapes for x, _ in dots(shape)), default=0)
