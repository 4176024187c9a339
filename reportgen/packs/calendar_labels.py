"""Labels beside their marks: none over a mark or another label, shortened only where a second line does not help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from reportgen.model.document.calendar import Entry, LaneRow, Mark
from reportgen.packs.calendar_scale import WIDTH

Measure = Callable[[str], float]
"""Width of a label in millimetres. Handed in: letters are measured where drawings are made."""
Side = Literal["right", "left", "inside"]

GAP = 1.0
"""Millimetres between a mark and its label."""
APART = 2.0
"""Millimetres at least between two labels."""
CLEAR = 3.0
"""Millimetres at least between a label and the marks of something else, so that it does not read as theirs."""
_BETWEEN = 0.6
"""Millimetres at least between marks, so that two do not look like one."""
_TURN = 0.6
"""Share of the year after which a label rather stands left of its mark."""
_ROOMY = ((1, 0), (2, 0), (3, 0), (2, 1), (2, 2), (2, 3))
_TIGHT = ((1, 0), (1, 1), (1, 2), (1, 3))
"""Lines a row may take and how far labels may be shortened, in the order tried: with room on the page and without."""


@dataclass(frozen=True)
class Item:
    """Something to set: its marks on one line, what it says in full, and its label from longest to shortest."""

    marks: tuple[Mark, ...]
    text: str
    labels: tuple[str, ...]

    @property
    def x(self) -> float:
        """Left edge of its marks."""
        return min(mark.x for mark in self.marks)

    @property
    def to(self) -> float:
        """Right edge of its marks."""
        return max(mark.x + mark.width for mark in self.marks)


@dataclass(frozen=True)
class _Box:
    x: float
    to: float
    line: int

    def meets(self, other: _Box) -> bool:
        return self.line == other.line and self.x < other.to and other.x < self.to

    def with_room(self, room: float) -> _Box:
        return _Box(self.x - room, self.to + room, self.line)


@dataclass(frozen=True)
class _Set:
    """A label set, or where one could be."""

    label: str
    side: Side
    box: _Box


def set_row(heading: str, items: Sequence[Item], measure: Measure, *, tight: bool = False) -> LaneRow:
    """The row with every label in place. Equal items give an equal row, in whatever order they come.

    With `tight` a label is rather shortened than set on a second line.
    """
    ordered = sorted(items, key=lambda item: (item.x, item.to, item.text))
    placed = list(zip(ordered, _lines(ordered), strict=True))
    needed = max((line for _, line in placed), default=0) + 1
    for most, shortest in _TIGHT if tight else _ROOMY:
        if most < needed:
            continue
        for backwards in (False, True):
            found = _try(placed, measure, most=most, shortest=shortest, backwards=backwards)
            if found is not None:
                return _row(heading, placed, found)
    return _row(heading, *_stacked(ordered, measure))


_Way = tuple[list[tuple[Item, int]], list[_Set]]


def _stacked(items: Sequence[Item], measure: Measure) -> _Way:
    """Marks and label of each item together on the first line with room for both: as many lines as it takes.

    Of the longest and the shorter labels, right or left of their marks, those are used that need fewest lines. The
    shortest label of an item, its day, always finds room.
    """
    shortened = range(max(len(item.labels) for item in items))
    tried = [_stack(items, measure, shortened=n, left=left) for n in shortened for left in (False, True)]
    ways = [way for way in tried if way is not None]
    return min(ways, key=lambda way: max(line for _, line in way[0]))


def _stack(items: Sequence[Item], measure: Measure, *, shortened: int, left: bool) -> _Way | None:
    """One way to stack; None where a label is too long for the page."""
    taken: list[_Box] = []
    placed, found = [], []
    for item in items:
        label = item.labels[min(shortened, len(item.labels) - 1)]
        ways = (way for line in range(len(items)) for way in _beside(item, label, line, measure, left=left))
        one = next((way for way in ways if _fits(_together(item, way), taken)), None)
        if one is None:
            return None
        taken.append(_together(item, one).box.with_room(CLEAR))
        placed.append((item, one.box.line))
        found.append(one)
    return placed, found


def _beside(item: Item, label: str, line: int, measure: Measure, *, left: bool) -> tuple[_Set, ...]:
    """A label inside its bar, or beside its marks, left or right first."""
    inside = _inside(item, label, line, measure)
    sides = (_right(item, label, line, measure), _left(item, label, line, measure))
    return (*((inside,) if inside else ()), *(sides[::-1] if left else sides))


def _together(item: Item, one: _Set) -> _Set:
    """What marks and label take."""
    return _Set(one.label, one.side, _Box(min(item.x, one.box.x), max(item.to, one.box.to), one.box.line))


def _lines(items: Sequence[Item]) -> list[int]:
    """The line of each item's marks: the first one, unless other marks stand there."""
    taken: list[_Box] = []
    lines = []
    for item in items:
        line = 0
        while any(_Box(item.x, item.to, line).with_room(_BETWEEN).meets(one) for one in taken):
            line += 1
        taken.append(_Box(item.x, item.to, line))
        lines.append(line)
    return lines


def _try(
    placed: Sequence[tuple[Item, int]], measure: Measure, *, most: int, shortest: int, backwards: bool
) -> list[_Set] | None:
    """A place for every label one after the other, or None where one finds none."""
    marks = [_Box(item.x, item.to, line).with_room(CLEAR) for item, line in placed]
    found: dict[int, _Set] = {}
    order = range(len(placed) - 1, -1, -1) if backwards else range(len(placed))
    for place in order:
        labels = (one.box.with_room(APART) for one in found.values())
        others = [*(one for n, one in enumerate(marks) if n != place), *labels]
        item, line = placed[place]
        free = (one for one in _places(item, line, measure, most=most, shortest=shortest) if _fits(one, others))
        if (first := next(free, None)) is None:
            return None
        found[place] = first
    return [found[place] for place in range(len(placed))]


def _fits(one: _Set, others: Sequence[_Box]) -> bool:
    inside = one.box.x >= 0 and one.box.to <= WIDTH
    return inside and not any(one.box.meets(other) for other in others)


def _places(item: Item, line: int, measure: Measure, *, most: int, shortest: int) -> list[_Set]:
    """Where a label could stand, best first: longest text, beside its marks, then on the other line."""
    found: list[_Set] = []
    for label in item.labels[: shortest + 1]:
        found += _beside(item, label, line, measure, left=item.x >= WIDTH * _TURN)
        for other in range(most):
            if other != line:
                found += _under(item, label, other, measure)
    return found


def _inside(item: Item, label: str, line: int, measure: Measure) -> _Set | None:
    """Inside a long bar."""
    if len(item.marks) > 1 or item.marks[0].shape != "bar" or measure(label) * 1.06 + 2 * GAP > item.to - item.x:
        return None
    return _Set(label, "inside", _Box(item.x, item.to, line))


def _right(item: Item, label: str, line: int, measure: Measure) -> _Set:
    return _Set(label, "right", _Box(item.to + GAP, item.to + GAP + measure(label), line))


def _left(item: Item, label: str, line: int, measure: Measure) -> _Set:
    return _Set(label, "left", _Box(item.x - GAP - measure(label), item.x - GAP, line))


def _under(item: Item, label: str, line: int, measure: Measure) -> list[_Set]:
    """On another line: its edge under an edge of its marks."""
    wide = measure(label)
    return [
        _Set(label, "right", _Box(item.x, item.x + wide, line)),
        _Set(label, "left", _Box(item.to - wide, item.to, line)),
    ]


def _row(heading: str, placed: Sequence[tuple[Item, int]], found: Sequence[_Set]) -> LaneRow:
    entries = tuple(_entry(item, line, one) for (item, line), one in zip(placed, found, strict=True))
    last = max((max(line, one.box.line) for (_, line), one in zip(placed, found, strict=True)), default=0)
    return LaneRow(heading=heading, lines=last + 1, entries=entries)


def _entry(item: Item, line: int, one: _Set) -> Entry:
    def placed(mark: Mark) -> Mark:
        return mark.model_copy(update={"line": line, "x": round(mark.x, 2), "width": round(mark.width, 2)})

    return Entry(
        text=item.text,
        label=one.label,
        x=round(one.box.x, 2),
        width=round(one.box.to - one.box.x, 2),
        line=one.box.line,
        side=one.side,
        marks=tuple(map(placed, item.marks)),
    )
