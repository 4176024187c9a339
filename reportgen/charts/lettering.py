"""How wide words are, near enough to keep labels apart and inside their drawing without loading a font."""

from __future__ import annotations

from typing import Literal
from unicodedata import east_asian_width, normalize

Size = Literal["t1", "t2", "t3"]

POINT = 25.4 / 72
EM: dict[Size, float] = {"t1": 9 * POINT, "t2": 10 * POINT, "t3": 12 * POINT}
"""Height of the named type sizes in millimetres."""

_ASCII = (
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497,
    497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 544, 588, 571, 615, 527, 494, 617, 652, 263, 480, 579,
    486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504,
    553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719,
    446, 467, 425, 303, 241, 303, 497,
)  # fmt: skip
"""Advance widths of Source Sans 3, thousandths of an em, from the space to the tilde."""
_OTHER, _WIDE, _BOLD = 800, 1000, 1.05
_FIRST = 32


def width(text: str, size: Size = "t1", *, bold: bool = False) -> float:
    """Width of a line of words in millimetres; letters outside English are taken as wide rather than narrow."""
    thousandths = sum(_advance(letter) for letter in normalize("NFD", text))
    return thousandths / 1000 * EM[size] * (_BOLD if bold else 1)


def _advance(letter: str) -> float:
    place = ord(letter) - _FIRST
    if 0 <= place < len(_ASCII):
        return _ASCII[place]
    if "\u0300" <= letter <= "\u036f":  # an accent stands over its letter
        return 0
    return _WIDE if east_asian_width(letter) in "WF" else _OTHER


def fitted(text: str, room: float, size: Size = "t1", *, bold: bool = False) -> str:
    """The text, or as much of it as fits into `room` millimetres with an ellipsis; empty when not one letter fits."""
    if width(text, size, bold=bold) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        short = f"{text[:end].rstrip()}…"
        if width(short, size, bold=bold) <= room:
            return short
    return ""


def folded(text: str, room: float, size: Size = "t1", *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `room` millimetres, broken at spaces; a longer word stands alone, uncut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
