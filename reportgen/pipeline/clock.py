"""Seconds by name: what a page costs, and where."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Clock:
    """A stop watch whose laps have names; laps of the same name add up."""

    def __init__(self) -> None:
        """Starts now."""
        self._last = perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, name: str) -> None:
        """Counts the time since the last lap under this name."""
        now = perf_counter()
        self._laps[name] = self._laps.get(name, 0.0) + now - self._last
        self._last = now

    def within(self, outer: str, name: str, work: Callable[P, R]) -> Callable[P, R]:
        """The same work, done in the middle of `outer`, its seconds counted under a name of their own."""

        def counted(*args: P.args, **kwargs: P.kwargs) -> R:
            self.lap(outer)
            made = work(*args, **kwargs)
            self.lap(name)
            return made

        return counted

    def laps(self) -> tuple[tuple[str, float], ...]:
        """The laps so far, in the order they first came."""
        return tuple(self._laps.items())
