"""The year's calendar: on one page in lanes, and half term by half term. Places and widths are millimetres of the lanes."""

from __future__ import annotations

from typing import Literal

from reportgen.model.calendar import Audience
from reportgen.model.document.parts import Document
from reportgen.model.value import Value

Shape = Literal["bar", "line", "dot", "box", "square", "open", "triangle"]
"""bar: a window of tests; line: marksheets are open; dot: marks close; box: checked, then frozen; square: something goes
out or people meet; open: an evening for families; triangle: papers are out."""


Air = Literal["roomy", "plain", "dense"]


class Stretch(Value):
    """A stretch of the year: a half term, a month, a week, a holiday."""

    x: float
    to: float
    width: float
    text: str = ""


class Mark(Value):
    """A mark on a row."""

    shape: Shape
    x: float
    width: float
    line: int = 0


class Entry(Value):
    """One thing of a row: its marks and its words."""

    text: str
    """In full, for lists and for people who can't see the marks."""
    label: str
    """As it stands on the page, shortened where there is no room."""
    x: float
    width: float
    line: int = 0
    side: Literal["right", "left", "inside"] = "right"
    """Where the label stands: right of its marks (or under them), left of them, inside the bar."""
    marks: tuple[Mark, ...]


class LaneRow(Value):
    """A row of a lane: some year groups, or some people."""

    heading: str
    lines: int = 1
    """Lines of labels it takes."""
    entries: tuple[Entry, ...]


class Lane(Value):
    """A lane of the year: assessment, collection, reporting, meetings."""

    id: str
    heading: str
    key: str
    """What its marks mean, or that there is nothing in it."""
    rows: tuple[LaneRow, ...]
    new_side: bool = False
    """Begins a new side of paper, with the weeks over it again: for a year too full for one."""


class WeekBar(Value):
    """The hours of one week."""

    text: str
    """In full: `Week of 16 November: 5½ hours`."""
    label: str
    x: float
    width: float
    height: float
    most: bool = False


class WorkloadLane(Value):
    """Hours by week, or why they are not known."""

    heading: str
    key: str
    bars: tuple[WeekBar, ...] = ()


class CalendarYear(Document):
    """The school year on one landscape side."""

    kind: Literal["calendar-year"] = "calendar-year"
    audience: Audience = "staff"
    heading: str
    lead: str
    foot: str
    halves: tuple[Stretch, ...]
    months: tuple[Stretch, ...]
    weeks: tuple[Stretch, ...]
    holidays: tuple[Stretch, ...]
    row: float
    """Height of a line of a row."""
    lanes: tuple[Lane, ...]
    workload: WorkloadLane


class DayEntry(Value):
    """Something on a day of a half term."""

    day: str
    what: str
    who: str = ""
    more: tuple[str, ...] = ()
    """Purpose, action, owner, hours: a sentence each."""
    quiet: bool = False
    """Days off and the like: nothing to do."""


class CalendarWeek(Value):
    """A week, or a stretch of holiday in which something happens."""

    heading: str
    days: tuple[DayEntry, ...]
    none: str = ""
    """Said of a week with nothing in it."""


class HalfTerm(Value):
    """One half term."""

    heading: str
    lead: str
    weeks: tuple[CalendarWeek, ...]


class CalendarTerms(Document):
    """The school year day by day, half term after half term."""

    kind: Literal["calendar-term"] = "calendar-term"
    audience: Audience = "staff"
    heading: str
    lead: str
    foot: str
    halves: tuple[HalfTerm, ...]
    air: Air = "plain"
    """The more there is, the smaller it is set."""
