"""What a drawing puts where: points of its paths, and boxes of its words measured with the shipped fonts themselves."""

from __future__ import annotations

import re
from functools import cache

from fontTools.ttLib import TTFont

from reportgen.model.drawing import Drawing, Shape, Words
from reportgen.model.shipped import shipped

POINT = 25.4 / 72
SIZES = {"t1": 9 * POINT, "t2": 10 * POINT, "t3": 12 * POINT}
TALLEST, DEEPEST = 0.75, 0.25
"""Ascenders of capitals with an accent and descenders, in ems."""


def moves(d: str) -> list[list[tuple[float, float]]]:
    """The points of each subpath."""
    paths: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for letter, rest in re.findall(r"([MLHVhvlz])([^MLHVhvlz]*)", d):
        numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", rest)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        if letter == "M":
            (x, y), *_ = pairs
            paths.append([(x, y)])
        elif letter in "Ll":
            for a, b in pairs:
                x, y = (a, b) if letter == "L" else (x + a, y + b)
                paths[-1].append((x, y))
        elif letter in "HhVv":
            (n,) = numbers
            x, y = {"H": (n, y), "h": (x + n, y), "V": (x, n), "v": (x, y + n)}[letter]
            paths[-1].append((x, y))
        elif letter == "z":
            x, y = paths[-1][0]
    return paths


def dots(shape: Shape) -> list[tuple[float, float]]:
    """Where the dots of a shape stand."""
    return [path[0] for path in moves(shape.d)]


@cache
def _font(*, bold: bool) -> tuple[dict[int, str], dict[str, tuple[int, int]]]:
    font = TTFont(shipped("templates", "shared", "fonts", f"SourceSans3-{'Semibold' if bold else 'Regular'}.ttf"))
    return font.getBestCmap(), font["hmtx"].metrics


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line in the unit of its size, letter by letter from the shipped font."""
    letters, advance = _font(bold=bold)
    return sum(advance[letters.get(ord(one), "zero")][0] for one in text) / 1000 * size


def word_box(words: Words) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line of words."""
    size = SIZES[words.size]
    wide = text_width(words.text, size, bold=words.bold)
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return left, words.y - TALLEST * size, left + wide, words.y + DEEPEST * size


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two boxes touch."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def outside(drawing: Drawing, slack: float = 0.02) -> list[str]:
    """Every shape and word that leaves the drawing's box."""
    found = []
    for shape in drawing.shapes:
        half = shape.width / 2 if shape.round_caps else 0.0
        for x, y in (point for path in moves(shape.d) for point in path):
            if not (-slack <= x - half and x + half <= drawing.width + slack + 0.01):
                found.append(f"{shape} at x {x}")
            if not (-slack <= y - half and y + half <= drawing.height + slack):
                found.append(f"{shape} at y {y}")
    for words in drawing.words:
        left, _, right, _ = word_box(words)
        if not (-slack <= left and right <= drawing.width + slack and 0 <= words.y <= drawing.height + slack):
            found.append(f"{words} from {left} to {right}")
    return found
