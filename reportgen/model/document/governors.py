"""What governors read: it names no pupil, and every figure may be shown."""

from __future__ import annotations

from typing import Literal

from reportgen.model.calendar import Audience
from reportgen.model.document.parts import Document, Labelled, Point, Table
from reportgen.model.figure import Figure
from reportgen.model.picture import GroupPanels
from reportgen.model.value import Value


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


class GovernorSide(Value):
    """A side of its own: attainment and progress, attendance, the year's collections."""

    heading: str
    """Says the finding."""
    lead: str = ""
    tables: tuple[Table, ...]


class GovernorPack(Document):
    """The governors' pack: a first page by exception, attainment and progress, groups, attendance, what was collected."""

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
    attainment: GovernorSide | None = None
    groups: tuple[GroupsPage, ...]
    attendance: GovernorSide | None = None
    calendar: GovernorSide | None = None
    method: tuple[Labelled, ...] = ()
