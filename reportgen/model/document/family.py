"""What goes home: a report for one pupil's family."""

from __future__ import annotations

from typing import Literal

from reportgen.model.calendar import Audience
from reportgen.model.document.parts import Document, Labelled, Rich, Table
from reportgen.model.picture import Bars, DayStrip, Picture
from reportgen.model.value import Value


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
