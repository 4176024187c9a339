"""Documents as plain data: they can be compared in a test, sent to a worker and hashed. Every number is already text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from reportgen.model.document.bundles import AnyBundle, Bundle, PrintBatch, ProofPack
from reportgen.model.document.calendar import CalendarTerms, CalendarYear
from reportgen.model.document.family import AttendancePart, GuideItem, Key, KeyRow, ParentReport
from reportgen.model.document.governors import Count, GovernorPack, GovernorSide, GroupsPage
from reportgen.model.document.parts import Cell, Column, Document, Labelled, Origin, Point, Rich, Row, Run, Table
from reportgen.model.document.staff import ClassSheet, Part, StaffPack

__all__ = [
    "AnyBundle",
    "AnyDocument",
    "AttendancePart",
    "Bundle",
    "CalendarTerms",
    "CalendarYear",
    "Cell",
    "ClassSheet",
    "Column",
    "Count",
    "Document",
    "GovernorPack",
    "GovernorSide",
    "GroupsPage",
    "GuideItem",
    "Key",
    "KeyRow",
    "Labelled",
    "Origin",
    "ParentReport",
    "Part",
    "Point",
    "PrintBatch",
    "ProofPack",
    "Rich",
    "Row",
    "Run",
    "StaffPack",
    "Table",
    "documents",
]

AnyDocument = Annotated[
    ParentReport | ClassSheet | StaffPack | ProofPack | PrintBatch | GovernorPack | CalendarYear | CalendarTerms,
    Field(discriminator="kind"),
]
documents: TypeAdapter[AnyDocument] = TypeAdapter(AnyDocument)
"""Reads any document back from its JSON."""
