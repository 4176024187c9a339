"""Documents as plain data: they can be compared in a test, sent to a worker and hashed. Every number is already text."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from reportgen.model.calendar import Audience
from reportgen.model.figure import Figure
from reportgen.model.picture import Bars, DayStrip, DotPlot, GroupPanels, Picture
from reportgen.model.value import Value


class Cell(Value):
    """One cell of a table: text as printed, perhaps a picture beside it, and the figure or rows it came from."""

    text: str = ""
    second: str = ""
    """A second line under the first, quieter."""
    tone: Literal["plain", "soft", "now", "mark"] = "plain"
    """now: the figure that matters; soft: earlier or missing; mark: a flag."""
    picture: Picture | None = None
    figure: Figure | None = None
    origin: str = ""
    """Source, sheet and row of a single mark: `marks-autumn, row 41`."""
    sort: float | None = None
    """What a screen table sorts by, where the text would sort wrongly."""
    span: int = 1
    """Columns it reaches over."""


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
    draft: bool = True

    def digest(self) -> str:
        """SHA-256 of the document: equal documents make equal pages."""
        return sha256(self.model_dump_json().encode()).hexdigest()


class AttendancePart(Value):
    """Attendance as a parent can picture it, then as the law wants it."""

    sentence: str
    days: DayStrip | None
    table: Table


class KeyRow(Value):
    """One label of a scale: its picture or label, and its meaning."""

    label: str
    meaning: str
    picture: Bars | None = None


class Key(Value):
    """The labels of one scale used on this report."""

    caption: str
    rows: tuple[KeyRow, ...]


class GuideItem(Value):
    """One column of the subjects table explained."""

    label: str
    text: str
    picture: Picture | None = None


class ParentReport(Document):
    """An interim report for one pupil's family: two sides of A4."""

    kind: Literal["parent-interim"] = "parent-interim"
    audience: Audience = "parents"
    report_name: str
    """For example `Autumn report, Year 10`."""
    pupil_name: str
    """Full preferred name, or the pupil's key where the school gives no names."""
    lines: tuple[str, ...]
    """Form, tutor, date of data, who to ask: under the name."""
    glance: tuple[Labelled, ...]
    next_steps: tuple[str, ...] = ()
    subjects: Table
    attendance: AttendancePart | None = None
    keys: tuple[Key, ...] = ()
    guide: tuple[GuideItem, ...] = ()
    talk: tuple[Rich, ...] = ()
    questions: tuple[str, ...] = ()
    long: bool = False
    """More than ten subjects: same type, less air."""
    large_print: bool = False


class ClassSheet(Document):
    """One class in one subject, for its teachers: one landscape side."""

    kind: Literal["class-sheet"] = "class-sheet"
    audience: Audience = "staff"
    heading: str
    """`10B/Ma2 Mathematics`."""
    subject: str = ""
    """Name of the subject, for lists of sheets."""
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


class Point(Value):
    """A finding with its figures in a sentence, and for something to ask about the question."""

    title: str
    text: str
    ask: str = ""
    number: int | None = None


class Count(Value):
    """A number of the first line and what it counts."""

    number: str
    text: str
    figure: Figure | None = None


class GroupsPage(Value):
    """Gaps on one headline measure."""

    heading: str
    table: Table
    changes: Table | None = None
    """How each gap changed among the same pupils, composition apart."""
    chart_heading: str = ""
    chart_caption: str = ""
    chart: GroupPanels | None = None
    chart_table: Table | None = None
    questions: tuple[Point, ...] = ()


class GovernorPack(Document):
    """The governors' pack: a first page by exception, then groups."""

    kind: Literal["governors"] = "governors"
    audience: Audience = "governors"
    pack_name: str
    """`Governors’ pack for the meeting on 8 December 2026`."""
    foot: str
    heading: str
    """`Two strengths, three questions`."""
    context: tuple[Count, ...]
    context_note: str
    strengths: tuple[Point, ...]
    strengths_none: str = ""
    ask: tuple[Point, ...]
    ask_none: str = ""
    too_small: tuple[str, ...]
    too_small_lead: str = ""
    unremarkable: tuple[str, ...] = ()
    """Looked at and unremarkable, so that absence is not hiding."""
    also: tuple[str, ...] = ()
    """Larger than normal variation too, with no room on this page."""
    figures: Table
    groups: tuple[GroupsPage, ...]
    method: tuple[Labelled, ...] = ()


AnyDocument = Annotated[ParentReport | ClassSheet | GovernorPack, Field(discriminator="kind")]
documents: TypeAdapter[AnyDocument] = TypeAdapter(AnyDocument)
"""Reads any document back from its JSON."""
