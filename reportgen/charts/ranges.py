"""A value with its likely range, on a bare scale that every row of a table shares."""

from __future__ import annotations

from reportgen.charts.pen import across, diamond, dot, down
from reportgen.model.drawing import Drawing, Shape
from reportgen.model.picture import Range

LEVEL_WIDTH, GAP_WIDTH, HEIGHT = 51.0, 42.0, 5.2
"""Wider for a level on its own scale, narrower for a gap with its line of no difference."""
MARGIN = 1.5
AXIS_Y = 3.2
"""The axis lies below the middle: other values stand above it, never under the dot."""
DOT, HOLE = 2.4, 1.6
RING, RING_HOLE = 2.1, 1.5
DIAMOND, DIAMOND_Y = 1.2, 1.6


def range_strip(picture: Range) -> Drawing:
    """A strip of 51 mm, or of 42 mm for a gap, 5.2 mm high; what lies outside the scale is drawn at its end.

    Filled dot in ink: `sure`. Open dot in grey with a thinner line: too small to tell apart from normal variation.
    A ring in pale grey stands behind the dot, which covers it where both are one.
    """
    wide = LEVEL_WIDTH if picture.zero is None else GAP_WIDTH
    span = picture.high_end - picture.low_end

    def place(value: float) -> float:
        share = (value - picture.low_end) / span if span > 0 else 0.5
        return MARGIN + min(max(share, 0.0), 1.0) * (wide - 2 * MARGIN)

    paint, thick = ("ink", 0.7) if picture.sure else ("soft", 0.5)
    ticks = "".join(down(place(tick), AXIS_Y - 0.7, AXIS_Y + 0.7) for tick in picture.ticks)
    axis = across(MARGIN, AXIS_Y, wide - MARGIN)
    shapes = [Shape(d=axis + ticks, stroke="rule", width=0.2)]
    if picture.zero is not None:
        shapes.append(Shape(d=down(place(picture.zero), 0.6, HEIGHT), stroke="text", width=0.25))
    if picture.low is not None and picture.high is not None:
        shapes.append(
            Shape(d=across(place(picture.low), AXIS_Y, place(picture.high)), stroke=paint, width=thick),
        )
    if picture.marks:
        diamonds = "".join(diamond(place(mark), DIAMOND_Y, DIAMOND) for mark in picture.marks)
        shapes.append(Shape(d=diamonds, fill="paper", stroke=paint, width=0.35))
    if picture.ring is not None:
        ring = dot(place(picture.ring), AXIS_Y)
        shapes.append(Shape(d=ring, stroke="mid", width=RING, round_caps=True))
        shapes.append(Shape(d=ring, stroke="paper", width=RING_HOLE, round_caps=True))
    value = dot(place(picture.value), AXIS_Y)
    shapes.append(Shape(d=value, stroke=paint, width=DOT, round_caps=True))
    if not picture.sure:
        shapes.append(Shape(d=value, stroke="paper", width=HOLE, round_caps=True))
    return Drawing(title=picture.title, width=wide, height=HEIGHT, shapes=tuple(shapes))
