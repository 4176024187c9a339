"""Where each panel of a chart stands and where its words go, in millimetres from the top left. No matplotlib."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.lettering import EM, folded, width
from reportgen.model.picture import GroupPanels, Panel

WIDTH = 174.0
ABREAST = {1: 1, 2: 2, 3: 3, 4: 2}
MOST_ABREAST = 3
LABEL_ROOM = {1: 45.0, 2: 28.0, 3: 20.5}
"""Right of each panel, for the two direct labels."""
PLOT_HEIGHT, PLOT_HEIGHT_OF_MANY = 38.0, 33.0
TITLE_LINE, TEXT_LINE = 4.5, 4.2
ABOVE_PLOT, BELOW_PLOT, BETWEEN_ROWS = 2.0, 2.2, 3.0
APART = 2.0


@dataclass(frozen=True)
class Place:
    """One panel's rectangle and its words in lines."""

    panel: Panel
    left: float
    top: float
    width: float
    height: float
    first: bool
    """In the first column: it carries the names of the y axis."""
    title: tuple[str, ...]
    note: tuple[str, ...]
    note_top: float
    group: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A whole chart."""

    height: float
    places: tuple[Place, ...]
    x_names: tuple[tuple[int, str], ...]
    """Names of the x axis that fit, the last always among them."""


def sheet(picture: GroupPanels) -> Sheet:
    """Panels side by side, up to three, then in a second row; every row as tall as its longest words need."""
    abreast = ABREAST.get(len(picture.panels), MOST_ABREAST)
    left = max((width(name) for name in picture.y_names), default=0.0) + APART
    cell = (WIDTH - left) / abreast
    plot = cell - LABEL_ROOM[abreast]
    height = PLOT_HEIGHT if len(picture.panels) <= MOST_ABREAST else PLOT_HEIGHT_OF_MANY
    names = fitting_names(picture.x_names, spacing(plot, len(picture.x_names)))
    names_height = BELOW_PLOT + TEXT_LINE * max((name.count("\n") + 1 for _, name in names), default=0)
    places: list[Place] = []
    top = 0.0
    for start in range(0, len(picture.panels), abreast):
        row = picture.panels[start : start + abreast]
        titles = [folded(panel.title, cell - APART, "t2", bold=True) for panel in row]
        notes = [folded(panel.note, cell - APART) for panel in row]
        plot_top = top + TITLE_LINE * max(len(title) for title in titles) + ABOVE_PLOT
        note_top = plot_top + height + names_height
        for column, (panel, title, note) in enumerate(zip(row, titles, notes, strict=True)):
            room = LABEL_ROOM[abreast] - APART
            places.append(
                Place(
                    panel=panel,
                    left=left + column * cell,
                    top=plot_top,
                    width=plot,
                    height=height,
                    first=column == 0,
                    title=title,
                    note=note,
                    note_top=note_top,
                    group=folded(panel.group_text, room, bold=True),
                    others=folded(panel.others_text, room),
                )
            )
        top = note_top + TEXT_LINE * max(len(note) for note in notes) + BETWEEN_ROWS
    return Sheet(height=max(top - BETWEEN_ROWS + 1, 1.0), places=tuple(places), x_names=names)


def margin(count: int) -> float:
    """Free space left and right of the points, in places of the x axis."""
    return max(0.08 * (count - 1), 0.2) if count > 1 else 0.5


def spacing(plot: float, count: int) -> float:
    """Millimetres from one place of the x axis to the next."""
    return plot / (count - 1 + 2 * margin(count)) if count > 1 else plot


def fitting_names(names: Sequence[str], apart: float) -> tuple[tuple[int, str], ...]:
    """The names that fit without touching, on up to two lines; counted from the last, so that now is always named."""
    if not names:
        return ()
    for every in range(1, len(names) + 1):
        shown = [(n, folded(names[n], every * apart - APART)) for n in range(len(names) - 1, -1, -every)]
        room = every * apart - APART
        if all(len(lines) <= 2 and max(map(width, lines), default=0.0) <= room for _, lines in shown):  # noqa: PLR2004  # two lines
            return tuple((n, "\n".join(lines)) for n, lines in reversed(shown))
    return ((len(names) - 1, names[-1]),)


def nudged(wanted: tuple[float, float], sizes: tuple[float, float], room: float) -> tuple[float, float]:
    """Middles of two labels moved apart just enough not to touch, and kept within 0 to `room` where they can be.

    Equal heights: the first label goes above (millimetres from the top). Order is never changed otherwise.
    """
    first_above = wanted[0] <= wanted[1]
    (high, low), (high_size, low_size) = (
        (wanted, sizes) if first_above else ((wanted[1], wanted[0]), (sizes[1], sizes[0]))
    )
    least = (high_size + low_size) / 2
    short = max(0.0, least - (low - high)) / 2
    high, low = high - short, low + short
    if low > room - low_size / 2:
        low = room - low_size / 2
        high = min(high, low - least)
    if high < high_size / 2:
        high = high_size / 2
        low = max(low, high + least)
    return (high, low) if first_above else (low, high)


def label_height(lines: Sequence[str]) -> float:
    """Height of a label's lines in millimetres."""
    return len(lines) * max(TEXT_LINE, EM["t1"])
