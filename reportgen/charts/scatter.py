"""Pupils as dots on two axes, drawn by matplotlib at their printed size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reportgen.charts.canvas import HEAVY, canvas, slimmed, write
from reportgen.charts.crowd import Point, spread
from reportgen.charts.lettering import folded, width
from reportgen.model.picture import Dot, Scatter
from reportgen.model.theme import Theme

WIDTH, PLOT_HEIGHT = 174.0, 62.0
APART, LINE = 2.0, 4.2
RIGHT = 30.0
"""Right of the plot, for the names of the lines across."""
POINT = 72 / 25.4
DOT = 1.8
"""Diameter of a dot."""
BASELINE, OVER, CAPITALS = 1.2, 2.4, 1.1
"""Millimetres from a line of words to what stands under it, to the plot, and half the height of its capitals."""
_CIRCLE = re.compile(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"([^>]*?) ?/>')


@dataclass(frozen=True)
class _Plot:
    """Where the plot stands on its sheet, and its scales."""

    picture: Scatter
    left: float
    top: float
    height: float

    @property
    def width(self) -> float:
        return WIDTH - self.left - RIGHT

    @property
    def foot(self) -> float:
        return self.top + PLOT_HEIGHT

    def across(self, x: float) -> float:
        """Millimetres from the left of the sheet; what lies outside the axis stands at its end."""
        return self.left + _share(x, self.picture.x_ticks) * self.width

    def down(self, y: float) -> float:
        """Millimetres from the top of the sheet."""
        return self.foot - _share(y, self.picture.y_ticks) * PLOT_HEIGHT


def scatter_svg(picture: Scatter, theme: Theme) -> str:
    """SVG of a scatter, 174 mm wide and some 83 high: no ids, no style attributes, its title first.

    Each pupil is a dot of its own to the eye: those that would hide each other stand side by side, at most 2.9 mm
    from their place. All dots of a kind are one path. Lines and filled dots are named in the chart; no words are
    smaller than 9 pt. The same picture and theme give the same bytes.
    """
    if len(picture.x_ticks) <= 1 or len(picture.y_ticks) <= 1:
        raise ValueError("a scatter needs two ticks on each axis")
    plot = _plot(picture)
    with canvas(theme, width=WIDTH, height=plot.height) as figure:
        _axes(figure, plot, theme)
        _names(figure, plot, theme)
        svg = slimmed(figure, picture.title)
    return _together(svg)


def _plot(picture: Scatter) -> _Plot:
    left = max(width(name) for name in picture.y_names) + APART
    rows = 2 if picture.up else 1
    top = rows * LINE + OVER - BASELINE
    return _Plot(picture, left, top, height=top + PLOT_HEIGHT + 2.5 * LINE)


def _share(value: float, ticks: Sequence[float]) -> float:
    low, high = ticks[0], ticks[-1]
    return min(max((value - low) / (high - low), 0.0), 1.0)


def _axes(figure: Figure, plot: _Plot, theme: Theme) -> None:
    picture, tall = plot.picture, plot.height
    axes = figure.add_axes((plot.left / WIDTH, 1 - plot.foot / tall, plot.width / WIDTH, PLOT_HEIGHT / tall))
    axes.set_xlim(picture.x_ticks[0], picture.x_ticks[-1])
    axes.set_ylim(picture.y_ticks[0], picture.y_ticks[-1])
    axes.set_xticks(picture.x_ticks, picture.x_names)
    axes.set_yticks(picture.y_ticks, picture.y_names)
    for across in picture.across:
        axes.axhline(across.at, color=theme.text, linewidth=0.8)
    for up in picture.up:
        axes.axvline(up.at, color=theme.text, linewidth=0.8, linestyle=(0, (3, 2)))
    box = (plot.left, plot.top, plot.left + plot.width, plot.foot)
    places = spread([(plot.across(dot.x), plot.down(dot.y)) for dot in picture.dots], DOT, box)
    sides = [(place, dot) for place, dot in zip(places, picture.dots, strict=True)]
    _dots(axes, plot, _of(sides, chosen=False), markerfacecolor="none", markeredgecolor=theme.mid)
    _dots(axes, plot, _of(sides, chosen=True), markerfacecolor=theme.ink, markeredgecolor=theme.ink)


def _of(sides: Iterable[tuple[Point, Dot]], *, chosen: bool) -> list[Point]:
    return [place for place, dot in sides if dot.chosen == chosen]


def _dots(axes: Axes, plot: _Plot, places: Sequence[Point], **paint: Any) -> None:  # noqa: ANN401  # matplotlib's own paints
    """Dots at millimetres of the sheet, whatever the scales of the axes."""
    figure = axes.figure
    xs = [x / WIDTH for x, _ in places]
    ys = [1 - y / plot.height for _, y in places]
    axes.plot(
        xs, ys, linestyle="none", marker="o", markersize=DOT * POINT - 1, clip_on=False, transform=figure.transFigure,
        **paint,
    )  # fmt: skip


def _names(figure: Figure, plot: _Plot, theme: Theme) -> None:
    """Names of axes, lines and filled dots, each beside what it names."""
    picture = plot.picture
    write(figure, 0, LINE - BASELINE, picture.y_name, color=theme.soft)
    write(figure, plot.left + plot.width, plot.height - BASELINE, picture.x_name, color=theme.soft, ha="right")
    if picture.chosen_name and any(dot.chosen for dot in picture.dots):
        _chosen(figure, plot, theme)
    across = [(plot.down(line.at), folded(line.name, RIGHT - APART)) for line in picture.across]
    for top, (_, lines) in zip(_apart(across), across, strict=True):
        for n, words in enumerate(lines):
            write(figure, plot.left + plot.width + APART, top + CAPITALS + n * LINE, words, color=theme.text)
    for line in picture.up:
        write(figure, *_over(plot, line.at, line.name), line.name, color=theme.text)


def _chosen(figure: Figure, plot: _Plot, theme: Theme) -> None:
    """The filled dots' name at the top right, a dot before it."""
    left = WIDTH - width(plot.picture.chosen_name, bold=True)
    write(figure, left, LINE - BASELINE, plot.picture.chosen_name, color=theme.ink, weight=HEAVY)
    axes = figure.axes[0]
    _dots(
        axes, plot, [(left - APART, LINE - BASELINE - CAPITALS)], markerfacecolor=theme.ink, markeredgecolor=theme.ink
    )


def _over(plot: _Plot, at: float, name: str) -> Point:
    """Where the name of an upright line begins: centred over it, inside the sheet."""
    left = plot.across(at) - width(name) / 2
    return min(max(left, 0.0), WIDTH - width(name)), plot.top - OVER


def _apart(names: Sequence[tuple[float, Sequence[str]]]) -> tuple[float, ...]:
    """Middles of the first line of each name: beside its line, or just below the name above where they would touch."""
    placed: dict[int, float] = {}
    free = 0.0
    for n in sorted(range(len(names)), key=lambda n: names[n][0]):
        middle, lines = names[n]
        placed[n] = max(middle, free)
        free = placed[n] + len(lines) * LINE
    return tuple(placed[n] for n in range(len(names)))


def _together(svg: str) -> str:
    """All circles of one paint as one path: the press's price is per shape, not per stroke."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for x, y, r, paint in _CIRCLE.findall(svg):
        start = f"{float(x) - float(r):.2f}".rstrip("0").rstrip(".")
        kinds.setdefault((r, paint), []).append(f"M{start} {y}a{r} {r} 0 1 0 {_twice(r)} 0a{r} {r} 0 1 0-{_twice(r)} 0")
    return _CIRCLE.sub(lambda found: _path(kinds.pop((found[3], found[4]), []), found[4]), svg)


def _twice(r: str) -> str:
    return f"{2 * float(r):.2f}".rstrip("0").rstrip(".")


def _path(circles: Sequence[str], paint: str) -> str:
    return f'<path d="{"".join(circles)}"{paint}/>' if circles else ""
