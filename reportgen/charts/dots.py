"""One dot a pupil on an axis of labels: now above it, before below, so that two shapes face each other without bins."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from reportgen.charts.lettering import EM, fitted, width
from reportgen.charts.pen import dot, down
from reportgen.model.drawing import Drawing, Shape, Words
from reportgen.model.picture import DotPlot

WIDTH, HEIGHT = 104.0, 28.5
NAMES_WIDTH, NAMES_WIDEST = 24.25, 44.0
"""Column for the names of the two collections: it grows with a long name and stops here."""
PLACE = 4.5
"""Millimetres a place of the axis takes at most."""
DOT, PITCH, HOLE = 2.0, 2.15, 1.4
SMALLEST = 1.5
"""Below this pitch a column of dots becomes two or three dots wide."""
AXIS_Y = 16.15
NOW_Y, BEFORE_Y = 11.6, 18.4
EDGE = 1.0
FEW_RUNS = 6
"""Up to here the names are words of which none may be left out."""


def dot_plot(picture: DotPlot) -> Drawing:
    """A plot of 104 by 28.5 mm. Dots shrink, then stand side by side, so that the tallest column fits.

    Without an earlier collection the dots of now take the whole height and the axis lies at the foot.
    """
    alone = not any(picture.before)
    left = _names_width(picture)
    place = _place(picture, left)
    axis_y = HEIGHT - EDGE if alone else AXIS_Y
    now_y = axis_y - (AXIS_Y - NOW_Y)
    room = now_y - EDGE - DOT / 2, HEIGHT - BEFORE_Y - EDGE - DOT / 2
    tallest = max(picture.now, default=0), max(picture.before, default=0)
    pitch, abreast = _packing(tallest, room, place)
    xs = [left + (n + 0.5) * place for n in range(len(picture.places))]
    now = _dots(picture.now, xs, now_y, pitch=-pitch, abreast=abreast)
    before = "" if alone else _dots(picture.before, xs, BEFORE_Y, pitch=pitch, abreast=abreast)
    size = DOT * pitch / PITCH
    shapes = (
        Shape(d=_runs(picture, left, place, axis_y if alone else HEIGHT - EDGE), stroke="rule", width=0.15),
        Shape(d=now, stroke="ink", width=size, round_caps=True),
        Shape(d=before, stroke="mid", width=size, round_caps=True),
        Shape(d=before, stroke="paper", width=size * HOLE / DOT, round_caps=True),
    )
    words = _words(picture, left, place, axis_y=axis_y, now_y=now_y, alone=alone)
    return Drawing(title=picture.title, width=WIDTH, height=HEIGHT, shapes=tuple(s for s in shapes if s.d), words=words)


def _names_width(picture: DotPlot) -> float:
    longest = max(width(text) for text in (picture.now_name, picture.before_name, picture.axis))
    return min(max(NAMES_WIDTH, longest + 2), NAMES_WIDEST)


def _place(picture: DotPlot, left: float) -> float:
    """Millimetres a place takes: the usual, more where the names need it, never more than there is."""
    needed = max((_name_room(name) / (last - first + 1) for first, last, name in picture.named), default=0.0)
    return min(max(PLACE, needed), (WIDTH - left) / max(len(picture.places), 1))


def _name_room(name: str) -> float:
    return width(name, bold=True) + EM["t1"] / 2


def _packing(tallest: tuple[int, int], room: tuple[float, float], place: float) -> tuple[float, int]:
    """Pitch of the dots and how many stand side by side: the first that leaves them large enough, or the largest."""
    found = (0.0, 1)
    for abreast in (1, 2, 3):
        pitch = min(PITCH, place * 0.96 / abreast)
        for pupils, height in zip(tallest, room, strict=True):
            rows = ceil(pupils / abreast)
            pitch = min(pitch, height / (rows - 1)) if rows > 1 else pitch
        if pitch >= SMALLEST:
            return pitch, abreast
        found = max(found, (pitch, abreast))
    return found


def _dots(pupils: tuple[int, ...], xs: list[float], first_y: float, *, pitch: float, abreast: int) -> str:
    """Columns of dots away from the axis, each column centred on its place."""
    across = abs(pitch)
    made = []
    for x, count in zip(xs, pupils, strict=False):
        wide = min(abreast, count)
        made += [dot(x + (n % abreast - (wide - 1) / 2) * across, first_y + n // abreast * pitch) for n in range(count)]
    return "".join(made)


def _runs(picture: DotPlot, left: float, place: float, foot: float) -> str:
    """Lines between neighbouring named runs; none where every place has its own name, or they would be a fence."""
    if all(first == last for first, last, _ in picture.named):
        return ""
    return "".join(down(left + later[0] * place, EDGE, foot) for _, later in pairwise(sorted(picture.named)))


def _words(
    picture: DotPlot, left: float, place: float, *, axis_y: float, now_y: float, alone: bool
) -> tuple[Words, ...]:
    rows = [(picture.axis, axis_y, True), (picture.now_name, now_y + 0.4, False)]
    if not alone:
        rows.append((picture.before_name, BEFORE_Y + 1.6, False))
    names = [
        Words(x=0, y=y, text=text, paint="soft" if soft else "text")
        for name, y, soft in rows
        if (text := fitted(name, left - 2))
    ]
    return (*names, *_run_names(picture, left, place, axis_y))


def _run_names(picture: DotPlot, left: float, place: float, y: float) -> list[Words]:
    """The names under the runs. A few are shortened where too long; of many, every second or third... is shown."""
    runs = sorted(picture.named)
    if len(runs) <= FEW_RUNS:
        runs = [(a, b, fitted(name, (b - a + 1) * place - EM["t1"] / 4, bold=True)) for a, b, name in runs]
    else:
        apart = (runs[1][0] - runs[0][0]) * place
        widest = max(_name_room(name) for _, _, name in runs)
        runs = runs[:: max(ceil(widest / apart), 1)]
    middles = [left + (first + last + 1) / 2 * place for first, last, _ in runs]
    return [
        Words(x=round(x, 2), y=y, text=name, paint="soft", bold=True, anchor="middle")
        for x, (_, _, name) in zip(middles, runs, strict=True)
        if name and x + width(name, bold=True) / 2 <= WIDTH
    ]
