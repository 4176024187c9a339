"""What every chart with axes is drawn on: matplotlib's one figure, the shipped style and face, the theme's colours.

Only this module and the charts drawn on it load matplotlib.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from reportgen.charts.slimming import slim
from reportgen.model.shipped import shipped
from reportgen.model.theme import Theme

INCH = 25.4
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
HEAVY = 600


@contextmanager
def canvas(theme: Theme, *, width: float, height: float) -> Iterator[Figure]:
    """An empty figure of this size in millimetres, in the shipped style and the theme's colours."""
    with mpl.rc_context({**_style(), **_colours(theme)}):
        figure = _figure()
        figure.clear()
        figure.set_size_inches(width / INCH, height / INCH)
        yield figure


def slimmed(figure: Figure, title: str) -> str:
    """The figure as SVG text, its title first; same figure, same bytes. Call it while the canvas is open."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata=NO_METADATA)
    return slim(out.getvalue(), title)


def write(figure: Figure, x: float, y: float, text: str, **look: Any) -> None:  # noqa: ANN401  # matplotlib's own text properties
    """A line of words, its baseline at these millimetres from the top left; set left unless `look` says otherwise."""
    wide, tall = figure.get_size_inches() * INCH
    figure.text(x / wide, 1 - y / tall, text, **{"va": "baseline", "ha": "left", **look})


@cache
def _figure() -> Figure:
    """One figure for all charts of a process: making one costs as much as drawing it."""
    figure = Figure()
    FigureCanvasSVG(figure)
    return figure


@cache
def _style() -> Any:  # noqa: ANN401  # matplotlib types its settings key by key
    """The shipped style, its face loaded from the shipped fonts and not from the system."""
    for font in sorted(shipped("templates", "shared", "fonts").glob("*.ttf")):
        font_manager.fontManager.addfont(font)
    return dict(mpl.rc_params_from_file(shipped("config", "reportgen.mplstyle"), use_default_template=False))


def _colours(theme: Theme) -> Any:  # noqa: ANN401  # matplotlib types its settings key by key
    return {
        "text.color": theme.ink,
        "xtick.labelcolor": theme.soft,
        "ytick.labelcolor": theme.soft,
        "axes.edgecolor": theme.mid,
        "grid.color": theme.band,
    }
