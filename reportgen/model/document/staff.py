"""What staff read: named, for screens and printers."""

from __future__ import annotations

from typing import Literal

from reportgen.model.calendar import Audience
from reportgen.model.document.parts import Document, Labelled, Point, Table
from reportgen.model.picture import DotPlot, Picture
from reportgen.model.value import Value


class ClassSheet(Document):
    """One class in one subject, for its teachers: one landscape side."""

    kind: Literal["class-sheet"] = "class-sheet"
    audience: Audience = "staff"
    heading: str
    """`10B/Ma2 Mathematics`."""
    year_groups: tuple[str, ...] = ()
    """Year groups of its pupils."""
    subtitle: str
    shape_heading: str = ""
    """`Middle pupil at 5−, from 4+ in June`."""
    shape: DotPlot | None = None
    movement_heading: str = ""
    movement: tuple[Labelled, ...] = ()
    movement_note: str = ""
    questions: tuple[str, ...] = ()
    pupils: Table
    flag_key: str = ""
    """Where flags are printed as a neutral mark: the key, on screen only."""


class Part(Value):
    """A section of a staff pack: its heading says the finding, its lead says measure, who and when."""

    id: str
    """Names its look in the style sheet: `classes`, `moves`, `rewards`."""
    heading: str
    lead: str = ""
    points: tuple[Point, ...] = ()
    table: Table | None = None
    beside: tuple[str, ...] = ()
    """Sentences beside a narrow table."""
    picture: Picture | None = None
    picture_table: Table | None = None
    """The picture's numbers, on screen behind a line to open; left out where a table of the part has them."""
    note: str = ""
    new_page: bool = False
    """Starts a new side of paper."""


class StaffPack(Document):
    """A pack for staff: a subject in a year group, a form, a year group, or the whole school for its leaders."""

    kind: Literal["subject-pack", "form-pack", "year-pack", "overview"]
    audience: Audience = "staff"
    heading: str
    subtitle: str
    year_groups: tuple[str, ...] = ()
    """Year groups of its pupils."""
    form: str = ""
    parts: tuple[Part, ...] = ()
    questions_heading: str = ""
    questions: tuple[str, ...] = ()
