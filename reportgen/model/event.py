"""What stands in people's calendars: one thing on one day or more, and who is told of it."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from reportgen.model.value import Value

Reader = Literal["teachers", "leaders", "families", "governors"]
"""Whose calendar an event stands in: each has a file of its own."""

EventKind = Literal[
    "term", "inset", "closure", "occasion", "assessment", "moderation",
    "opens", "closes", "checks", "freezes", "report", "pack", "evening", "meeting", "papers",
]  # fmt: skip
"""Kinds in the order in which they are told on one day. `report` goes home, `pack` to staff or governors."""


class Event(Value):
    """One event of the school year."""

    uid: str
    """The same however often it moves: made from kind, id, moment and school, never from the day."""
    kind: EventKind
    about: str
    """Id of what it belongs to: the term, assessment, collection or report; empty for what has none."""
    year: int
    """The school year it is in, by the year that starts."""
    name: str
    starts: date
    ends: date
    """The last day, included."""
    begins: time | None = None
    """Clock time in England; None for whole days."""
    until: time | None = None
    """None where the end was not said."""
    times: str = ""
    """The times as the school wrote them."""
    year_groups: tuple[str, ...] = ()
    """Empty for the whole school."""
    readers: tuple[Reader, ...]
    description: str = ""
    """Fit for every one of its readers."""


class Issued(Value):
    """What was last given out of an event, so that the next file moves it instead of doubling it."""

    uid: str
    sequence: int
    """0 at first, one more with each change."""
    content: str
    """Hash of the event as given out."""
    year: int
    """The latest school year it ever was in."""
    starts: date
    name: str
    readers: tuple[Reader, ...]
    """Who is given it now; nobody once it is gone."""
    former: tuple[Reader, ...] = ()
    """Who was given it and is no longer: their files call it off."""
