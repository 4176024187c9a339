"""Small multiples with axes, drawn by matplotlib at their printed size. Only this module loads matplotlib."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from reportgen.charts.sheet import TEXT_LINE, TITLE_LINE, WIDTH, Place, Sheet, label_height, margin, nudged, sheet
from reportgen.charts.slimming import slim
from reportgen.model.picture import GroupPanels
from reportgen.model.shipped import shipped
from reportgen.model.theme import Theme

INCH = 25.4
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
HEAVY = 600


def panels_svg(picture: GroupPanels, theme: Theme) -> str:
    """SVG of one to six panels, 174 mm wide, as tall as they need: no ids, no style attributes, its title first.

    The same picture and theme give the same bytes. Words stay words, in the shipped face, which the page must load;
    none is smaller than 9 pt. A hidden point is a gap in its line; the panel's note below says why.
    """
    if not picture.panels:
        raise ValueError("a chart of panels needs at least one panel")
    plan = sheet(picture)
    with mpl.rc_context({**_style(), **_colours(theme)}):
        figure = _figure()
        figure.clear()
        figure.set_size_inches(WIDTH / INCH, plan.height / INCH)
        for place in plan.places:
            _panel(figure, place, picture, plan, theme)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata=NO_METADATA)
    return slim(out.getvalue(), picture.title)


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


def _panel(figure: Figure, place: Place, picture: GroupPanels, plan: Sheet, theme: Theme) -> None:
    height = plan.height
    axes = figure.add_axes(
        (place.left / WIDTH, 1 - (place.top + place.height) / height, place.width / WIDTH, place.height / height)
    )
    _axes(axes, place, picture, plan)
    xs = range(len(picture.x_names))
    others, group = (_points(values, len(picture.x_names)) for values in (place.panel.others, place.panel.group))
    axes.plot(
        xs, others, color=theme.soft, linewidth=1, linestyle=(0, (4, 2)), marker="o", markersize=4,
        markerfacecolor=theme.paper, clip_on=False,
    )  # fmt: skip
    axes.plot(xs, group, color=theme.ink, marker="o", clip_on=False)
    _words(figure, place, plan, theme)
    _labels(figure, place, picture, plan, theme)


def _axes(axes: Axes, place: Place, picture: GroupPanels, plan: Sheet) -> None:
    free = margin(len(picture.x_names))
    axes.set_xlim(-free, len(picture.x_names) - 1 + free)
    axes.set_ylim(picture.y_low, picture.y_high)
    axes.set_yticks(picture.y_ticks, picture.y_names if place.first else [""] * len(picture.y_ticks))
    axes.set_xticks([n for n, _ in plan.x_names], [name for _, name in plan.x_names])


def _points(values: tuple[float | None, ...], count: int) -> list[float]:
    """Not-a-number where a point is hidden or missing: the line breaks there."""
    known = [float("nan") if value is None else value for value in values]
    return (known + [float("nan")] * count)[:count]


def _words(figure: Figure, place: Place, plan: Sheet, theme: Theme) -> None:
    """The title over the panel and the note under its axis."""
    for n, line in enumerate(place.title):
        bottom = place.top - 2.8 - (len(place.title) - 1 - n) * TITLE_LINE
        _text(
            figure, plan, place.left, bottom, line, color=theme.ink, weight=HEAVY, size=mpl.rcParams["axes.titlesize"]
        )
    for n, line in enumerate(place.note):
        _text(figure, plan, place.left, place.note_top + (n + 0.8) * TEXT_LINE, line, color=theme.soft)


def _labels(figure: Figure, place: Place, picture: GroupPanels, plan: Sheet, theme: Theme) -> None:
    """Each line's own name at its last known point, moved apart where they would touch."""
    heights = [_last_height(values, place, picture) for values in (place.panel.group, place.panel.others)]
    given = (place.group, place.others)
    sizes = (label_height(given[0]), label_height(given[1]))
    group, others = heights
    if group is not None and others is not None:
        heights = list(nudged((group, others), sizes, place.height))
    x = place.left + place.width + 1.0
    looks: tuple[dict[str, Any], dict[str, Any]] = ({"color": theme.ink, "weight": HEAVY}, {"color": theme.soft})
    for middle, lines, size, look in zip(heights, given, sizes, looks, strict=True):
        if middle is not None:
            for n, line in enumerate(lines):
                _text(figure, plan, x, place.top + middle - size / 2 + (n + 0.75) * TEXT_LINE, line, **look)


def _last_height(values: tuple[float | None, ...], place: Place, picture: GroupPanels) -> float | None:
    """Millimetres below the panel's top of the last known point."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    span = picture.y_high - picture.y_low
    return place.height * (picture.y_high - known[-1]) / span if span > 0 else place.height / 2


def _text(figure: Figure, plan: Sheet, x: float, y: float, text: str, **look: Any) -> None:  # noqa: ANN401  # matplotlib's own text properties
    """A line of words with its baseline at these millimetres from the top left."""
    figure.text(x / WIDTH, 1 - y / plan.height, text, va="baseline", ha="left", **look)
