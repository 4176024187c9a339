"""Whole grades: runs of places of a scale that tables of moves tell as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reportgen.model.scale import Scale
from reportgen.model.value import Value

MOST = 10
"""Runs of numbers that a table has room for."""
_PART = re.compile(r"(?:\s*[-+=−–]+|(?<=\d)[a-c]|\.\d+|\s+\D.*)$", re.IGNORECASE)
"""What follows the grade where a label is a part of it: 5−, 5+, 4c, 4.3, 4 secure."""


class Grade(Value):
    """A run of places told as one: `5` for 5−, 5 and 5+, `80–84` for five numbers."""

    name: str
    first: int
    """Its lowest place on the scale, in steps."""
    last: int


def grades_of(scale: Scale) -> tuple[Grade, ...]:
    """The whole grades of a scale from lowest to best, every place in exactly one.

    On a scale of labels with a step below 1 the parts of a grade are one grade; any other label is a grade of its own.
    Numbers are told in at most ten runs of equal length that begin at round numbers; a short run at an end joins its
    neighbour. Empty for a scale without labels, or of numbers without ends.
    """
    if scale.kind == "numbers":
        return _of_numbers(scale)
    return _of_labels([label.label for label in scale.ordered()], parts=round(1 / scale.step) if scale.step else 1)


def _of_labels(labels: list[str], parts: int) -> tuple[Grade, ...]:
    names = [_PART.sub("", label) or label for label in labels]
    runs = [(name, [n for n, _ in run]) for name, run in groupby(enumerate(names), key=lambda one: one[1])]
    if parts <= 1:
        return tuple(Grade(name=label, first=n, last=n) for n, label in enumerate(labels))
    if len({name for name, _ in runs}) == len(runs) < len(labels) and all(len(run) <= parts for _, run in runs):
        return tuple(Grade(name=name, first=run[0], last=run[-1]) for name, run in runs)
    # Names that do not tell the grades: whole grades counted from the lowest label, each called by its middle one.
    firsts = [(n, min(n + parts, len(labels)) - 1) for n in range(0, len(labels), parts)]
    return tuple(Grade(name=labels[(first + last) // 2], first=first, last=last) for first, last in firsts)


def _of_numbers(scale: Scale) -> tuple[Grade, ...]:
    if scale.lowest is None or scale.highest is None:
        return ()
    step = scale.step or 1
    count = round((scale.highest - scale.lowest) / step) + 1
    numbers = [scale.lowest + n * step for n in range(count)]
    runs = [[n] for n in range(count)] if count <= MOST else _runs(numbers, step)
    named = [(_name(scale, numbers[run[0]], numbers[run[-1]]), run[0], run[-1]) for run in runs]
    if scale.best == "lowest":
        named = [(name, count - 1 - last, count - 1 - first) for name, first, last in reversed(named)]
    return tuple(Grade(name=name, first=first, last=last) for name, first, last in named)


def _runs(numbers: list[float], step: float) -> list[list[int]]:
    """The numbers in runs of the least round length that makes at most ten of them."""
    for length in _lengths(step):
        runs = [
            [n for n, _ in run]
            for _, run in groupby(enumerate(numbers), key=lambda one: round(one[1] / length, 9) // 1)
        ]
        full = length / step
        if len(runs) > 1 and len(runs[-1]) * 2 <= full:
            runs[-2:] = [runs[-2] + runs[-1]]
        if len(runs) > 1 and len(runs[0]) * 2 <= full:
            runs[:2] = [runs[0] + runs[1]]
        if len(runs) <= MOST:
            return runs
    raise AssertionError("lengths never end")  # pragma: no cover


def _lengths(step: float) -> Iterator[float]:
    """1, 2, 5, 10, 20, 50 ... times the step."""
    power = 1
    while True:
        yield from (step * power * part for part in (1, 2, 5))
        power *= 10


def _name(scale: Scale, low: float, high: float) -> str:
    first, last = (f"{number:.{scale.decimals}f}".replace("-", "−") for number in (low, high))
    return first if first == last else f"{first} to {last}" if low < 0 else f"{first}–{last}"
