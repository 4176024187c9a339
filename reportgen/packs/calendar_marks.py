"""A school year as its page sees it, and the marks that stand on its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.document.calendar import Mark, Shape
from reportgen.model.event import Event
from reportgen.model.project import Project
from reportgen.packs.calendar_scale import YearScale

_SIZE = 3.0
"""Millimetres of a dot, a square and a triangle."""
SMALLEST = 2.4
"""Millimetres of a bar or a box of one day."""
TIGHT = 0.5
"""Millimetres between the marks of one chain."""


@dataclass(frozen=True)
class YearView:
    """A school year as the pages see it."""

    project: Project
    year: int
    events: tuple[Event, ...]
    scale: YearScale

    @property
    def everyone(self) -> tuple[str, ...]:
        """The year groups that something of the year is for."""
        named = {group for event in self.events for group in event.year_groups}
        return tuple(group for group in YEAR_GROUPS if group in named)

    def of(self, *kinds: str) -> tuple[Event, ...]:
        """The events of these kinds."""
        return tuple(event for event in self.events if event.kind in kinds)


def centred(view: YearView, shape: Shape, on: date) -> Mark:
    """A mark of the usual size on the middle of a day, kept on the page."""
    last = view.scale.columns[-1].to - _SIZE
    return Mark(shape=shape, x=min(max(0.0, view.scale.middle(on) - _SIZE / 2), last), width=_SIZE)


def reaching(view: YearView, shape: Shape, first: date, last: date) -> Mark:
    """A mark from the first day to the last, both included."""
    x = view.scale.at(first)
    to = max(view.scale.at(last + timedelta(days=1)), x + SMALLEST)
    x = min(x, view.scale.columns[-1].to - SMALLEST)
    return Mark(shape=shape, x=x, width=to - x)


def in_order(groups: Sequence[str]) -> tuple[str, ...]:
    """Year groups from the youngest."""
    return tuple(group for group in YEAR_GROUPS if group in groups)
