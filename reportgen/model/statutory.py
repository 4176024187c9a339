"""What the law asks of a pupil's annual report, and what of it the data lacks."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reportgen.model.value import Value

Item = Literal[
    "achievements", "general progress", "how to discuss", "attendance", "public exams", "national tests",
    "teacher assessment",
]  # fmt: skip
"""Education (Pupil Information) (England) Regulations 2005, Schedule 1."""


class MissingItem(Value):
    """An item of one pupil's annual report that the data lacks."""

    pupil: str
    year_group: str
    report: str
    item: Item
    what: str
    """In words: no comment of a tutor, no mark in Geography."""


class Completeness(Value):
    """One annual report: what is missing, of how many pupils, and by when."""

    report: str
    due: date
    """The last day of the summer term, or the report's own day when that is earlier."""
    pupils: int
    missing: tuple[MissingItem, ...]
    """By year group, pupil and item."""
