"""The grades of each scale from lowest to best, and how a level between them is written."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import floor

from reportgen.demo.subjects import Scale

THIRDS = ("-", "", "+")
UNGRADED = "U"
KS3_GRADES = ("Em", "De", "Se", "Co", "Ex")


@dataclass(frozen=True)
class Ladder:
    """Grades, and the level from which each is given; the lowest is given below the second."""

    grades: tuple[str, ...]
    levels: tuple[float, ...]

    def written(self, level: float) -> str:
        """The grade of a level."""
        return self.grades[max(0, bisect_right(self.levels, level) - 1)]


def _thirds(grades: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """5-, 5 and 5+ for each grade: the middle third is the grade itself."""
    return tuple(
        (grade + third, n + (m - 1) / 3 - 1 / 6) for n, grade in enumerate(grades, 1) for m, third in enumerate(THIRDS)
    )


def _ladder(*steps: tuple[str, float]) -> Ladder:
    return Ladder(tuple(grade for grade, _ in steps), tuple(level for _, level in steps))


_NUMBERS = tuple("123456789")
_UNGRADED = (UNGRADED, float("-inf"))

KS3 = _ladder(*_thirds(KS3_GRADES))
KS3_WHOLE = _ladder(*((grade, n - 0.5) for n, grade in enumerate(KS3_GRADES, 1)))
GCSE = _ladder(_UNGRADED, *_thirds(_NUMBERS)[:-1])
"""There is no 9+."""
GCSE_WHOLE = _ladder(_UNGRADED, *((grade, n - 0.5) for n, grade in enumerate(_NUMBERS, 1)))
COMBINED = _ladder(
    _UNGRADED,
    *(
        (f"{high}-{low}", (high + low) / 2 - 0.25)
        for low in range(1, 10)
        for high in (low, low + 1)
        if f"{high}" in _NUMBERS
    ),
)
VOCATIONAL = _ladder(
    _UNGRADED, ("L1P", 0.5), ("L1M", 1.625), ("L1D", 2.5), ("L2P", 3.5), ("L2M", 4.75), ("L2D", 6.25), ("L2D*", 7.75)
)
"""The points of a Tech Award are 1.25, 2, 3, 4, 5.5, 7 and 8.5 (DfE performance points, 2019): a level has the grade
whose points are nearest. No table tells what pupils got by their Year 6 scores, so the grades of the nearest GCSE
subject stand in: general knowledge says no more than that the order is the same."""

WHOLE: dict[Scale, Ladder] = {"gcse": GCSE_WHOLE, "combined": COMBINED, "vocational": VOCATIONAL}
"""What final grades, forecasts and targets are written on."""
NOW: dict[Scale, Ladder] = {**WHOLE, "gcse": GCSE}
"""What working-at grades are written on."""


def level_at(place: int, inside: float, scale: Scale) -> float:
    """The level of a grade of the published tables and of how far into it a pupil is, 0 to 1.

    Grades of the first table are a level apart, pairs of combined science half of one.
    """
    return (place + inside + 0.5) / 2 if scale == "combined" else place - 0.5 + inside


def whole(level: float) -> int:
    """The nearest whole level."""
    return floor(level + 0.5)
