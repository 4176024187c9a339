"""One scale for a column of ranges: rounded ends, a few ticks, the line of reference on it."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor

from reportgen.model.figure import Figure
from reportgen.model.picture import Range
from reportgen.model.value import Value

_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_TICKS = 5
_DECIMALS = 6


class RangeAxis(Value):
    """The scale that every row of a table shares."""

    low: float
    high: float
    zero: float
    """Where the line of reference stands."""
    ticks: tuple[float, ...] = ()

    @property
    def decimals(self) -> int:
        """Decimals its ends need."""
        return 0 if self.low == int(self.low) and self.high == int(self.high) else 1

    def range_of(self, figure: Figure, *, title: str, sure: bool, ring: float | None = None) -> Range:
        """A figure with a value as a dot on this scale, its likely range as a line."""
        interval = figure.interval
        return Range(
            title=title,
            low_end=self.low,
            high_end=self.high,
            value=figure.value or 0.0,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            ticks=self.ticks,
            zero=self.zero,
            sure=sure,
            ring=ring,
        )


def range_axis(figures: Iterable[Figure], *, zero: float, also: Iterable[float] = ()) -> RangeAxis:
    """The least round scale that holds every figure, its interval, the line of reference and `also`."""
    ends = [zero, *also]
    for figure in figures:
        ends += [] if figure.value is None else [figure.value]
        ends += [figure.interval.low, figure.interval.high] if figure.interval else []
    low, high = min(ends), max(ends)
    step = next((s for s in _STEPS if (high - low) / s <= _MOST_TICKS), _STEPS[-1])
    first, last = floor(round(low / step, _DECIMALS)), ceil(round(high / step, _DECIMALS))
    if first == last:
        first, last = first - 1, last + 1
    ticks = tuple(round(n * step, _DECIMALS) for n in range(first + 1, last))
    return RangeAxis(low=round(first * step, _DECIMALS), high=round(last * step, _DECIMALS), zero=zero, ticks=ticks)
