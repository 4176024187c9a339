"""A drawing: shapes in millimetres with named paints. The one macro that prints it turns names into colours and sizes."""

from __future__ import annotations

from typing import Literal

from reportgen.model.value import Value

Paint = Literal["none", "ink", "accent", "text", "soft", "mid", "rule", "wash", "band", "paper"]


class Shape(Value):
    """A path: `d` as in SVG, in millimetres."""

    d: str
    fill: Paint = "none"
    stroke: Paint = "none"
    width: float = 0
    round_caps: bool = False
    dashed: bool = False


class Words(Value):
    """A few words at a point. Sizes are the named type sizes of base.css."""

    x: float
    y: float
    text: str
    size: Literal["t1", "t2", "t3"] = "t1"
    paint: Paint = "text"
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"


class Drawing(Value):
    """One picture: width and height in millimetres, a title that says the same in words."""

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    words: tuple[Words, ...] = ()
