"""Chart values to drawings: millimetres and named paints. Charts with axes (`panels`, `scatter`) load matplotlib."""

from __future__ import annotations

from functools import singledispatch

from reportgen.charts.days import day_strip
from reportgen.charts.dots import dot_plot
from reportgen.charts.marks import bars, change
from reportgen.charts.path import example, strip
from reportgen.charts.ranges import range_strip
from reportgen.model.drawing import Drawing
from reportgen.model.picture import Bars, Change, DayStrip, DotPlot, ExampleStrip, Picture, Range, Strip

__all__ = ["drawing"]


@singledispatch
def _drawn(picture: Picture) -> Drawing:
    raise TypeError(f"no small drawing of {type(picture).__name__}: charts with axes are drawn by panels and scatter")


_drawn.register(Bars, bars)
_drawn.register(Change, change)
_drawn.register(Strip, strip)
_drawn.register(ExampleStrip, example)
_drawn.register(Range, range_strip)
_drawn.register(DayStrip, day_strip)
_drawn.register(DotPlot, dot_plot)


def drawing(picture: Picture) -> Drawing:
    """The drawing of a small picture, at the millimetres at which it prints; equal pictures give equal drawings.

    Raises:
        TypeError: for GroupPanels and Scatter, which need matplotlib: `panels.panels_svg` and `scatter.scatter_svg`.
    """
    return _drawn(picture)
