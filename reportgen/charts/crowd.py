"""Dots that would hide each other, moved aside just enough that each can be counted. Millimetres; no matplotlib."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_WAYS = ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
"""Directions a dot may be moved in, tried in this order: sideways first."""
_RINGS = (0.4, 0.8, 1.2, 1.6)
"""How far, in diameters. The last one is the farthest a dot ever moves."""
APART = 0.7
"""Diameters between two middles at which both dots are plain to see."""


def spread(points: Sequence[Point], diameter: float, box: Box) -> tuple[Point, ...]:
    """The points in their order, each as near its own place as it can be seen.

    A dot moves only where its middle lies closer than 0.7 diameters to one set before it, then at most 1.6 diameters
    and never out of the box; where no place is free that near, it takes the freest. Same points, same places.
    """
    crowd = _Crowd(diameter * APART)
    places: dict[int, Point] = {}
    for n in sorted(range(len(points)), key=lambda n: (points[n], n)):
        places[n] = crowd.seat(_candidates(points[n], diameter, box))
    return tuple(places[n] for n in range(len(points)))


def _candidates(point: Point, diameter: float, box: Box) -> Iterator[Point]:
    left, top, right, bottom = box
    yield point
    for ring in _RINGS:
        for across, down in _WAYS:
            x, y = point[0] + across * ring * diameter, point[1] + down * ring * diameter
            if left <= x <= right and top <= y <= bottom:
                yield x, y


class _Crowd:
    """Dots already set, in squares of a grid so that only neighbours are looked at."""

    def __init__(self, least: float) -> None:
        self._least = least
        self._squares: dict[tuple[int, int], list[Point]] = defaultdict(list)

    def seat(self, candidates: Iterator[Point]) -> Point:
        """The first candidate far enough from every other dot, or the one farthest from its nearest."""
        best, freest = (0.0, 0.0), -1.0
        for one in candidates:
            room = self._room(one)
            if room > freest:
                best, freest = one, room
            if room >= self._least:
                break
        self._squares[self._square(best)].append(best)
        return best

    def _square(self, point: Point) -> tuple[int, int]:
        return int(point[0] // self._least), int(point[1] // self._least)

    def _room(self, point: Point) -> float:
        """Distance to the nearest dot, counted up to what is enough."""
        column, row = self._square(point)
        near = (
            other
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for other in self._squares.get((column + across, row + down), ())
        )
        return min((((point[0] - x) ** 2 + (point[1] - y) ** 2) ** 0.5 for x, y in near), default=self._least)
