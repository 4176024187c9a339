"""Small pictures as values: what is drawn, in data units. charts turns them into drawings; nothing here knows colours or millimetres."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from reportgen.model.value import Value


class Bars(Value):
    """Rising bars, `filled` of `of`: an attitude."""

    kind: Literal["bars"] = "bars"
    title: str
    filled: int
    of: int
    small: bool = False


class Strip(Value):
    """A pupil's own path: one point a collection in steps, the last one now. None is a missing mark: a dash."""

    kind: Literal["strip"] = "strip"
    title: str
    points: tuple[float | None, ...]
    grade: float = 1
    """Steps in one whole grade: 3 where a scale has 5−, 5 and 5+."""
    span: float | None = None
    """Steps the tallest strip of the same table covers, so that one scale serves every row; this strip's own when left out."""


class ExampleStrip(Value):
    """The strip of the reading guide, with its words beside it."""

    kind: Literal["example"] = "example"
    title: str
    points: tuple[float, ...]
    past: str
    now: str


class Change(Value):
    """A signed bar from a middle line."""

    kind: Literal["change"] = "change"
    title: str
    steps: float
    longest: float
    """Steps that fill half the width."""


class Range(Value):
    """A value with its likely range on a bare scale, other values as diamonds, zero as a line."""

    kind: Literal["range"] = "range"
    title: str
    low_end: float
    high_end: float
    value: float
    low: float | None = None
    high: float | None = None
    marks: tuple[float, ...] = ()
    ticks: tuple[float, ...] = ()
    zero: float | None = None
    sure: bool = True
    """False draws an open, grey dot: too small to tell apart from normal variation."""
    ring: float | None = None
    """A pale ring behind the dot: the plain mean where `value` is drawn in towards the others."""


class Day(Value):
    """One school day of a day strip."""

    on: date
    missed: Literal["none", "half", "whole"] = "none"
    authorised: bool = True


class DayNote(Value):
    """Words above the missed day they explain."""

    on: date
    text: str


class DayStrip(Value):
    """One mark a school day, gaps between weeks, missed days above the line, months named below."""

    kind: Literal["days"] = "days"
    title: str
    days: tuple[Day, ...]
    notes: tuple[DayNote, ...] = ()
    months: tuple[DayNote, ...] = ()


class DotPlot(Value):
    """One dot a pupil on one axis of labels: now above, before below."""

    kind: Literal["dots"] = "dots"
    title: str
    axis: str
    """What the axis holds: Grade."""
    places: tuple[str, ...]
    """Every place of the axis in order, one for each step."""
    named: tuple[tuple[int, int, str], ...]
    """Names under runs of places: (first place, last place, name), for example (3, 5, '5')."""
    now_name: str
    now: tuple[int, ...]
    """Pupils at each place."""
    before_name: str = ""
    before: tuple[int, ...] = ()


class Panel(Value):
    """A group and the others over collections."""

    title: str
    group: tuple[float | None, ...]
    others: tuple[float | None, ...]
    group_text: str
    others_text: str
    note: str = ""


class GroupPanels(Value):
    """Small multiples with axes, drawn by matplotlib."""

    kind: Literal["panels"] = "panels"
    title: str
    """Says what the picture says, for people who can't see it."""
    x_names: tuple[str, ...]
    y_low: float
    y_high: float
    y_ticks: tuple[float, ...]
    y_names: tuple[str, ...]
    panels: tuple[Panel, ...]


class Dot(Value):
    """A pupil on a scatter."""

    x: float
    y: float
    chosen: bool = False
    """Drawn filled and dark; the others are open and pale."""


class Line(Value):
    """A line across a scatter with its name: zero, a threshold."""

    at: float
    name: str


class Scatter(Value):
    """Pupils as dots on two axes, drawn by matplotlib."""

    kind: Literal["scatter"] = "scatter"
    title: str
    """Says what the picture says, for people who can't see it."""
    x_name: str
    y_name: str
    x_ticks: tuple[float, ...]
    x_names: tuple[str, ...]
    y_ticks: tuple[float, ...]
    y_names: tuple[str, ...]
    """The ends of the axes are the first and last tick."""
    dots: tuple[Dot, ...]
    chosen_name: str = ""
    """What the filled dots are, written in the chart."""
    across: tuple[Line, ...] = ()
    """Lines at a height."""
    up: tuple[Line, ...] = ()
    """Lines at a place of the x axis."""


Picture = Annotated[
    Bars | Strip | ExampleStrip | Change | Range | DayStrip | DotPlot | GroupPanels | Scatter,
    Field(discriminator="kind"),
]
