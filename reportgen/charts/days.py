"""A year so far, one mark a school day: what was missed rises above the line, with words over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reportgen.charts.lettering import fitted, width
from reportgen.charts.pen import box
from reportgen.model.drawing import Drawing, Shape, Words
from reportgen.model.picture import Day, DayNote, DayStrip

WIDTH, HEIGHT = 174.0, 21.5
PITCH, MARK_OF_PITCH = 3.1, 2.4 / 3.1
WEEK_GAP = 1.0
"""Gap between weeks in day pitches; the strip narrows as a whole when the year grows."""
TOP, LINE_Y, FOOT = 7.0, 11.0, 15.0
NOTE_Y, MONTH_Y = 4.5, 20.5
APART = 2.5
"""Millimetres at least between two labels of a line."""
MONTH_TICK = 1.0


class _Label(NamedTuple):
    text: str
    wanted: float
    """Left edge it would like."""
    low: float
    high: float
    """Left edges between which it still stands over its mark and on the strip."""
    size: float
    weight: int
    """Days it explains: the more, the rather it is kept."""


def day_strip(picture: DayStrip) -> Drawing:
    """A strip of 174 by 21.5 mm: height says how much of a day was missed, filled or outlined whether with permission.

    A whole year of 195 days fits by narrowing. Notes that would overlap move sideways over their mark; the shortest
    absences lose their note where there is no room for all (the title and the table still tell them).
    """
    pitch = _pitch(picture.days)
    places = _places(picture.days, pitch)
    mark = pitch * MARK_OF_PITCH
    at = {day.on: x for day, x in zip(picture.days, places, strict=True)}
    notes = _words(_note_labels(picture, at, mark), y=NOTE_Y)
    months = _words(_month_labels(picture.months, at, mark), y=MONTH_Y)
    ticks = "".join(
        box(at[on], FOOT, min(mark, 0.4), MONTH_TICK) for on in (month.on for month in picture.months) if on in at
    )
    shapes = (*_marks(picture.days, places, mark), Shape(d=ticks, fill="mid"))
    seen = tuple(shape for shape in shapes if shape.d)
    return Drawing(title=picture.title, width=WIDTH, height=HEIGHT, shapes=seen, words=(*notes, *months))


def _week(on: date) -> tuple[int, int]:
    return on.isocalendar()[:2]


def _weeks_change(days: Sequence[Day]) -> list[bool]:
    return [False, *(_week(a.on) != _week(b.on) for a, b in pairwise(days))][: len(days)]


def _pitch(days: Sequence[Day]) -> float:
    """Millimetres from day to day: the usual, or what makes the whole strip fit."""
    units = len(days) + WEEK_GAP * sum(_weeks_change(days))
    return min(PITCH, WIDTH / units) if units else PITCH


def _places(days: Sequence[Day], pitch: float) -> list[float]:
    places, x = [], 0.0
    for new_week in _weeks_change(days):
        x += pitch * WEEK_GAP * new_week
        places.append(x)
        x += pitch
    return places


def _marks(days: Sequence[Day], places: Sequence[float], mark: float) -> Iterable[Shape]:
    """One path a kind of mark; a half day keeps its grey mark below the line."""
    stroke = min(0.4, mark / 4)
    inside = stroke / 2
    kinds = dict.fromkeys(("present", "authorised", "unauthorised"), "")
    for day, x in zip(days, places, strict=True):
        if day.missed != "whole":
            kinds["present"] += box(x, LINE_Y, mark, FOOT - LINE_Y)
        if day.missed != "none":
            foot = FOOT if day.missed == "whole" else LINE_Y
            if day.authorised:
                kinds["authorised"] += box(x, TOP, mark, foot - TOP)
            else:
                kinds["unauthorised"] += box(x + inside, TOP + inside, mark - stroke, foot - TOP - stroke)
    yield Shape(d=kinds["present"], fill="rule")
    yield Shape(d=kinds["authorised"], fill="ink")
    yield Shape(d=kinds["unauthorised"], fill="paper", stroke="ink", width=stroke)


def _note_labels(picture: DayStrip, at: dict[date, float], mark: float) -> list[_Label]:
    weights = _run_lengths(picture.days)
    labels = []
    for note in sorted(picture.notes, key=lambda one: one.on):
        if note.on not in at:
            continue
        text = fitted(note.text, WIDTH, "t3")
        size, x = width(text, "t3"), at[note.on]
        high = min(x, WIDTH - size)
        labels.append(_Label(text, min(x, high), max(0.0, x + mark - size), high, size, weights.get(note.on, 1)))
    return _kept(labels)


def _run_lengths(days: Sequence[Day]) -> dict[date, int]:
    """For each missed day, how many days in a row were missed from it on."""
    lengths: dict[date, int] = {}
    run = 0
    for day in reversed(days):
        run = run + 1 if day.missed != "none" else 0
        lengths[day.on] = run
    return lengths


def _kept(labels: list[_Label]) -> list[_Label]:
    """The labels that fit together, those of the longest absences first."""
    kept: list[_Label] = []
    for label in sorted(labels, key=lambda one: (-one.weight, one.wanted)):
        tried = sorted([*kept, label], key=lambda one: one.wanted)
        if _earliest(tried) is not None:
            kept = tried
    return kept


def _earliest(labels: Sequence[_Label]) -> list[float] | None:
    """Left edges when each label stands as far left as it can, or None where they can't all stand."""
    edges: list[float] = []
    free = 0.0
    for label in labels:
        x = max(label.low, free)
        if x > label.high:
            return None
        edges.append(x)
        free = x + label.size + APART
    return edges


def _words(labels: Sequence[_Label], *, y: float) -> list[Words]:
    """Each label as near to where it wants to be as its right neighbour lets it."""
    words, free = [], WIDTH + APART
    for label, least in zip(reversed(labels), reversed(_earliest(labels) or ()), strict=True):
        x = max(least, min(label.wanted, free - APART - label.size))
        words.append(Words(x=round(x, 2), y=y, text=label.text, size="t3"))
        free = x
    return words[::-1]


def _month_labels(months: Sequence[DayNote], at: dict[date, float], mark: float) -> list[_Label]:
    """Month names under their first day, left out where the one before leaves no room; a tick marks every month."""
    labels: list[_Label] = []
    free = 0.0
    for month in sorted(months, key=lambda one: one.on):
        size = width(month.text, "t3")
        x = min(at.get(month.on, WIDTH), WIDTH - size)
        if month.on not in at or x < free or x + size < at[month.on] + mark:
            continue
        labels.append(_Label(month.text, x, x, x, size, 1))
        free = x + size + APART
    return labels
