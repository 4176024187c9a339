"""What is due on a day: where each collection and report stands, and what to do next."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reportgen.model.value import Value

State = Literal[
    "not open", "open", "closing", "late", "to be checked", "to be frozen", "frozen",
    "waiting", "to be built", "to be released", "overdue", "released",
]  # fmt: skip
"""The first seven of collections, `waiting` and later of reports."""


class Blank(Value):
    """Marks not yet entered: a teacher's class in a subject."""

    collection: str
    class_id: str
    subject: str
    staff: tuple[str, ...]
    missing: int
    """Marks not there."""
    expected: int


class Due(Value):
    """One collection or report on a day."""

    kind: Literal["collection", "report"]
    id: str
    name: str
    state: State
    on: date
    """The day that matters next: it closes, is frozen, is released."""
    school_days: int
    """School days until then; negative when it is past."""
    who: str = ""
    """Who does the next thing."""
    what: str
    """What to do next, in a sentence."""
    command: str = ""
    """The exact command, where a command does it."""
    blanks: tuple[Blank, ...] = ()
    """Of a collection: who has not entered what, most first."""
