"""Marks that stand beside a word or a number in a table: rising bars, and a signed bar of change."""

from __future__ import annotations

from reportgen.charts.pen import box, down
from reportgen.model.drawing import Drawing, Shape
from reportgen.model.picture import Bars, Change

BARS_WIDTH, BARS_HEIGHT = 7.6, 4.6
LOWEST_BAR, TALLEST_BAR = 1.2, 3.3
BARS_FOOT = 4.4
WIDEST_PITCH, BARS_GAP = 1.9, 0.5
BARS_LINE = 0.25
SMALL = 6.2 / 7.6
"""Bars beside 9 pt: 6.2 by 3.1 mm, a little lower than in proportion so that rows of 3.9 mm hold them."""
SMALL_HEIGHT = 3.1

CHANGE_WIDTH, CHANGE_HEIGHT = 13.0, 3.0
CHANGE_REACH = 6.2
"""Millimetres from the middle line to the longest bar's end."""


def bars(picture: Bars) -> Drawing:
    """Rising bars: filled in ink from the left, the rest outlined, so that the count survives grey print."""
    across_by = SMALL if picture.small else 1.0
    up_by = SMALL_HEIGHT / BARS_HEIGHT if picture.small else 1.0
    count = max(picture.of, 1)
    pitch = min(BARS_WIDTH / count, WIDEST_PITCH)
    wide = max(pitch - BARS_GAP, pitch / 3)
    boxes = []
    for place in range(count):
        rise = place / (count - 1) if count > 1 else 1.0
        height = LOWEST_BAR + rise * (TALLEST_BAR - LOWEST_BAR)
        left = place * pitch + (pitch - wide) * 0.4
        boxes.append(box(left * across_by, (BARS_FOOT - height) * up_by, wide * across_by, height * up_by))
    filled = min(max(picture.filled, 0), count)
    shapes = []
    if filled:
        shapes.append(Shape(d="".join(boxes[:filled]), fill="ink", stroke="ink", width=BARS_LINE * up_by))
    if filled < count:
        shapes.append(Shape(d="".join(boxes[filled:]), fill="paper", stroke="mid", width=BARS_LINE * up_by))
    return Drawing(title=picture.title, width=BARS_WIDTH * across_by, height=BARS_HEIGHT * up_by, shapes=tuple(shapes))


def change(picture: Change) -> Drawing:
    """A bar from a middle line: up in ink to the right; down in accent, outlined and thinner, to the left."""
    middle = CHANGE_WIDTH / 2
    shapes = [Shape(d=down(middle, 0, CHANGE_HEIGHT), stroke="mid", width=0.25)]
    share = min(abs(picture.steps) / picture.longest, 1.0) if picture.longest > 0 else 0.0
    reach = CHANGE_REACH * share
    if picture.steps > 0 and reach:
        shapes.append(Shape(d=box(middle, 0.4, reach, 2.2), fill="ink"))
    elif picture.steps < 0 and reach:
        shapes.append(Shape(d=box(middle - reach, 0.6, reach, 1.8), fill="accent", stroke="ink", width=0.3))
    return Drawing(title=picture.title, width=CHANGE_WIDTH, height=CHANGE_HEIGHT, shapes=tuple(shapes))
