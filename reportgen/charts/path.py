"""A pupil's own path: open dots for earlier collections, a solid one for now, a dash where there is no mark."""

from __future__ import annotations

from itertools import pairwise

from reportgen.charts.lettering import EM, width
from reportgen.charts.pen import across, dot, line
from reportgen.model.drawing import Drawing, Shape, Words
from reportgen.model.picture import ExampleStrip, Strip

WIDTH, HEIGHT = 20.0, 6.5
NOW_X, FIRST_X = 17.7, 1.2
PITCH = 5.5
GRADE = 2.6
"""Millimetres to a whole grade, closer only when the tallest path of the table would not fit."""
PAST_DOT, PAST_HOLE, NOW_DOT = 1.95, 1.25, 2.4
LINE = 0.35
DASH, DASH_LINE = 1.6, 0.45
EXAMPLE_WIDTH, EXAMPLE_HEIGHT = 100.0, 14.0
EXAMPLE_PITCH = 12.2
EXAMPLE_BIGGER = 1.25


def strip(picture: Strip) -> Drawing:
    """A strip of 20 by 6.5 mm that ends at the number it explains; now stands at the same place in every row."""
    heights = _heights(picture.points, step=_step(picture))
    places = [NOW_X - n * _pitch(len(picture.points)) for n in reversed(range(len(picture.points)))]
    shapes = _marks(tuple(zip(places, heights, strict=True)), bigger=1)
    return Drawing(title=picture.title, width=WIDTH, height=HEIGHT, shapes=shapes)


def _pitch(count: int) -> float:
    return PITCH if count * PITCH <= NOW_X - FIRST_X + PITCH else (NOW_X - FIRST_X) / (count - 1)


def _step(picture: Strip) -> float:
    """Millimetres to a step: the same for every row that is given the same grade and span."""
    known = [point for point in picture.points if point is not None]
    own = max(known) - min(known) if known else 0.0
    span = max(own, picture.span or 0.0)
    usual = GRADE / max(picture.grade, 1.0)
    return min(usual, (HEIGHT - NOW_DOT) / span) if span else usual


def _heights(points: tuple[float | None, ...], *, step: float) -> list[float | None]:
    """Heights on the page, the path's own middle on the middle of the strip."""
    known = [point for point in points if point is not None]
    middle = (max(known) + min(known)) / 2 if known else 0.0
    return [None if point is None else HEIGHT / 2 - (point - middle) * step for point in points]


def _marks(marks: tuple[tuple[float, float | None], ...], *, bigger: float) -> tuple[Shape, ...]:
    """Lines between neighbours, dashes for missing marks, open dots past, a solid dot now: one path for each kind."""
    lines = "".join(
        line(x, y, to_x, to_y) for (x, y), (to_x, to_y) in pairwise(marks) if y is not None and to_y is not None
    )
    dashes = "".join(across(x - DASH / 2, HEIGHT / 2, x + DASH / 2) for x, y in marks if y is None)
    past = "".join(dot(x, y) for x, y in marks[:-1] if y is not None)
    now = "".join(dot(x, y) for x, y in marks[-1:] if y is not None)
    shapes = (
        Shape(d=lines, stroke="mid", width=LINE),
        Shape(d=dashes, stroke="soft", width=DASH_LINE),
        Shape(d=past, stroke="ink", width=PAST_DOT * bigger, round_caps=True),
        Shape(d=past, stroke="paper", width=PAST_HOLE * bigger, round_caps=True),
        Shape(d=now, stroke="ink", width=NOW_DOT * bigger, round_caps=True),
    )
    return tuple(shape for shape in shapes if shape.d)


def example(picture: ExampleStrip) -> Drawing:
    """The reading guide's strip, a little larger: `past` in words under the open dots, `now` beside the solid one."""
    count = len(picture.points)
    room = EXAMPLE_WIDTH - 2 * NOW_DOT - width(picture.now, "t3", bold=True)
    pitch = min(EXAMPLE_PITCH, room / max(count - 1, 1))
    own = max(picture.points, default=0.0) - min(picture.points, default=0.0)
    heights = _heights(picture.points, step=min(GRADE, (HEIGHT - NOW_DOT) / own) if own else GRADE)
    places = [NOW_DOT * EXAMPLE_BIGGER / 2 + n * pitch for n in range(count)]
    marks = tuple((x, (y or 0.0) + 0.8) for x, y in zip(places, heights, strict=True))
    x, y = marks[-1] if marks else (0.0, HEIGHT / 2)
    words = (
        Words(x=0, y=EXAMPLE_HEIGHT - 1.2, text=picture.past, size="t3"),
        Words(x=x + NOW_DOT, y=y + EM["t3"] * 0.33, text=picture.now, size="t3", paint="ink", bold=True),
    )
    shapes = _marks(marks, bigger=EXAMPLE_BIGGER)
    return Drawing(title=picture.title, width=EXAMPLE_WIDTH, height=EXAMPLE_HEIGHT, shapes=shapes, words=words)
