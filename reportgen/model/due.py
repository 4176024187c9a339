"""What is due on a day: where each collection and report stands, and what to do next."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from reportgen.model.statutory import Item
from reportgen.model.value import Value

State = Literal[
    "not open", "open", "closing", "late", "to be checked", "to be frozen", "frozen",
    "waiting", "to be built", "to be released", "overdue", "released",
    "to be held",
]  # fmt: skip
"""The first seven of collections, `waiting` to `released` of reports, the last of meetings."""


Section = Literal["late", "closing", "to do", "open", "next", "done"]
SECTIONS: tuple[Section, ...] = get_args(Section)
"""What is told together, the most urgent first."""

_SECTIONS: dict[State, Section] = {
    "late": "late", "overdue": "late",
    "closing": "closing",
    "to be checked": "to do", "to be frozen": "to do", "to be built": "to do", "to be released": "to do",
    "open": "open",
    "not open": "next", "waiting": "next", "to be held": "next",
    "frozen": "done", "released": "done",
}  # fmt: skip


class MissingMarks(Value):
    """What one pupil lacks in one class of a collection, or in the form: marks and comments not yet entered."""

    collection: str
    pupil: str
    year_group: str
    form: str
    class_id: str
    """The form for a tutor's comment and where the class lists do not say."""
    subject: str
    """Empty for a tutor's comment."""
    staff: tuple[str, ...]
    """Staff codes of those who teach the class or tutor the form."""
    facets: tuple[str, ...]
    """Facets not there; `comment` for a comment."""


class Blank(Value):
    """Marks and comments not yet entered: a teacher's class in a subject, a tutor's form."""

    collection: str
    class_id: str
    """The form for tutors' comments and where the class lists do not say."""
    subject: str
    """Empty for tutors' comments."""
    staff: tuple[str, ...]
    missing: int
    """Marks and comments not there."""
    expected: int


class Entered(Value):
    """How much of a collection is in the exports."""

    expected: int
    """Marks and comments asked for."""
    missing: int
    """Those not there, nor a reason for it."""
    blanks: tuple[Blank, ...] = ()
    """Who has not entered what, most first; classes with nothing missing are left out."""
    by_pupil: tuple[MissingMarks, ...] = ()
    """The same by pupil: by year group, pupil and subject."""


class Due(Value):
    """One collection, report or meeting on a day."""

    kind: Literal["collection", "report", "meeting"]
    id: str
    name: str
    state: State
    on: date
    """The day that matters next: it closes, is frozen, is released, meets."""
    school_days: int
    """School days until then; negative when it is past."""
    who: str = ""
    """Who does the next thing."""
    what: str
    """What to do next, in a sentence."""
    command: str = ""
    """The exact command, where a command does it."""
    entered: Entered | None = None
    """Of a collection that is open or closed and not frozen; None without exports."""

    @property
    def section(self) -> Section:
        """Where it is told. What should have been frozen on an earlier day is late, whether or not marks are missing."""
        return "late" if self.state == "to be frozen" and self.school_days < 0 else _SECTIONS[self.state]


class AnnualDue(Value):
    """An annual report not yet released: how long there is, and what its pupils lack."""

    report: str
    name: str
    year_groups: tuple[str, ...]
    by: date
    """The day the law asks for, or the report's own when that is earlier."""
    own: date
    """The report's own day."""
    law: date | None = None
    """The end of the summer term, which the law asks for; None where the terms are not described."""
    school_days: int
    """School days left; negative when it is past."""
    opens: date
    """The day the marks of its collection open: before it nothing is counted as missing."""
    pupils: int | None = None
    """Pupils it is for; None without exports or before its marks open."""
    incomplete: int | None = None
    """Pupils who lack something; None as above."""
    lacking: tuple[tuple[Item, int], ...] = ()
    """How many pupils lack each item."""
