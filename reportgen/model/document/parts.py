"""What every document is made of: tables, findings, lines, and where it came from. Every number is already text."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Literal, Self

from reportgen.model.calendar import Audience
from reportgen.model.figure import Figure
from reportgen.model.picture import Picture
from reportgen.model.value import Value


class Cell(Value):
    """One cell of a table: text as printed, perhaps a picture beside it, and the figure or rows it came from."""

    text: str = ""
    second: str = ""
    """A second line under the first, quieter."""
    tone: Literal["plain", "soft", "now", "mark", "same", "up"] = "plain"
    """now: the figure that matters; soft: earlier or missing; mark: a flag; same, up: of a matrix of moves."""
    picture: Picture | None = None
    figure: Figure | None = None
    origin: str = ""
    """Source, sheet and row of a single mark: `marks-autumn, row 41`."""
    sort: float | None = None
    """What a screen table sorts by, where the text would sort wrongly."""
    span: int = 1
    """Columns it reaches over."""
    link: str = ""
    """Where its text leads on a screen, from the page it stands on: `10r.pdf#page=3`."""


class Column(Value):
    """One column. `role` names its width and setting in the style sheet; `numeric` sets it right."""

    head: str
    role: str
    numeric: bool = False
    ends: tuple[str, ...] = ()
    """Words over the scale of a column of pictures: 0, 50, 100%."""


class Row(Value):
    """One row; its first cell is the row's heading."""

    cells: tuple[Cell, ...]
    quiet: bool = False
    """A row that only says why there is nothing to show."""
    total: bool = False
    """A row that adds the others up, under a rule."""
    about: str = ""
    """Key of the document the row is about, where it is about one."""


class Table(Value):
    """A table with a caption and one row of heads."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""


class Labelled(Value):
    """A label hanging in the left column, its text beside it."""

    label: str
    text: str


class Run(Value):
    """A stretch of text, strong or not."""

    text: str
    strong: bool = False


Rich = tuple[Run, ...]


class Origin(Value):
    """What a page shows and where it came from, for the foot and the manifest."""

    collection: str
    collected_on: date
    sources: tuple[str, ...] = ()
    name: str = ""
    """The collection's name: `Autumn 2026`."""
    revision: int | None = None
    """Which sealing of the collection its marks are; None while they are not frozen."""
    shown: str = ""
    """Both in words, as every side and screen page says them: `Autumn 2026, revision 2`."""


class Document(Value):
    """What every document has."""

    key: str
    """Opaque: 16 hex, never a name, UPN or id. Documents that are about no pupil use their path's stem."""
    audience: Audience
    path: str
    """Path in the build without its ending: `parents/0123456789abcdef`, `staff/classes/10b-ma2-maths`."""
    title: str
    """Title of the page and of the PDF; for families it names no pupil's UPN or id."""
    language: str
    school: str
    origin: Origin
    shelf: str = ""
    """What it stands under in the index: `Year 10, Mathematics`."""
    draft: bool = True

    def digest(self) -> str:
        """SHA-256 of the document: equal documents make equal pages."""
        return sha256(self.model_dump_json().encode()).hexdigest()

    def composed(self) -> Self:
        """The document as it was composed: a draft, and without the revision, which may rise where no mark of it changed."""
        origin = self.origin.model_copy(update={"revision": None, "shown": ""})
        return self.model_copy(update={"draft": True, "origin": origin})

    def content(self) -> str:
        """SHA-256 of what the document says: the same for a draft and what is released, whatever layout filled in."""
        told = _without_provenance(self.composed().model_dump(mode="json"))
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _without_provenance(part: object) -> object:
    """A document's data without where its numbers came from: the same mark from another file is the same page."""
    if isinstance(part, dict):
        said = (
            one for one in part.items() if one[0] != "sources" and not (one[0] == "origin" and isinstance(one[1], str))
        )
        return {name: _without_provenance(value) for name, value in said}
    return [_without_provenance(one) for one in part] if isinstance(part, list) else part


class Point(Value):
    """A finding with its figures in a sentence, and for something to ask about the question."""

    title: str
    text: str
    ask: str = ""
    number: int | None = None
