"""Small multiples with axes, drawn by matplotlib at their printed size."""

from __future__ import annotations

from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reportgen.charts.canvas import HEAVY, canvas, slimmed, write
from reportgen.charts.sheet import TEXT_LINE, TITLE_LINE, WIDTH, Place, Sheet, label_height, margin, nudged, sheet
from reportgen.model.picture import GroupPanels
from reportgen.model.theme import Theme


def panels_svg(picture: GroupPanels, theme: Theme) -> str:
    """SVG of one to six panels, 174 mm wide, as tall as they need: no ids, no style attributes, its title first.

    The same picture and theme give the same bytes. Words stay words, in the shipped face, which the page must load;
    none is smaller than 9 pt. A hidden point is a gap in its line; the panel's note below says why.
    """
    if not picture.panels:
        raise ValueError("a chart of panels needs at least one panel")
    plan = sheet(picture)
    with canvas(theme, width=WIDTH, height=plan.height) as figure:
        for place in plan.places:
            _panel(figure, place, picture, plan, theme)
        return slimmed(figure, picture.title)


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
    _words(figure, place, theme)
    _labels(figure, place, picture, theme)


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


def _words(figure: Figure, place: Place, theme: Theme) -> None:
    """The title over the panel and the note under its axis."""
    for n, line in enumerate(place.title):
        bottom = place.top - 2.8 - (len(place.title) - 1 - n) * TITLE_LINE
        write(figure, place.left, bottom, line, color=theme.ink, weight=HEAVY, size=mpl.rcParams["axes.titlesize"])
    for n, line in enumerate(place.note):
        write(figure, place.left, place.note_top + (n + 0.8) * TEXT_LINE, line, color=theme.soft)


def _labels(figure: Figure, place: Place, picture: GroupPanels, theme: Theme) -> None:
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
                write(figure, x, place.top + middle - size / 2 + (n + 0.75) * TEXT_LINE, line, **look)


def _last_height(values: tuple[float | None, ...], place: Place, picture: GroupPanels) -> float | None:
    """Millimetres below the panel's top of the last known point."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    span = picture.y_high - picture.y_low
    return place.height * (picture.y_high - known[-1]) / span if span > 0 else place.height / 2
