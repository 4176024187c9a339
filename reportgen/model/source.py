"""Sources: which export file fills which frame, and how its headings are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from reportgen.model.value import Slug, Value

FrameName = Literal[
    "pupils",
    "classes",
    "teachers",
    "results",
    "comments",
    "attendance",
    "sessions",
    "starts",
    "memberships",
    "contacts",
]


class SourceColumn(Value):
    """Where one field comes from. In YAML a plain heading or a list of headings will do."""

    headings: tuple[str, ...] = Field(
        default=(), description="The heading in the export, or several that mean the same; the first found is used."
    )
    join: tuple[str, ...] = Field(default=(), description="Several columns joined with '-', for example [school, id].")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, given: Any) -> Any:  # noqa: ANN401 - what YAML held
        if isinstance(given, str):
            return {"headings": (given,)}
        if isinstance(given, list | tuple):
            return {"headings": tuple(given)}
        return given


class WideColumn(Value):
    """A heading whose cells are marks, starts or group values, and what the heading stands for."""

    heading: str = Field(description="The heading in the export.")
    parts: Mapping[str, str] = Field(
        description="What it stands for, for example {subject: maths, facet: current, collection: autumn-2026}."
    )


class Source(Value):
    """One file (or a pattern of files) read into one frame. The same file may feed several sources."""

    id: Slug = Field(description="Short name, shown beside figures made from it.")
    file: str = Field(description="File in the project folder; * stands for anything, for example exports/marks-*.csv.")
    frame: FrameName = Field(
        description="What its rows are: pupils, classes, teachers, results, comments, attendance, sessions, starts, memberships or contacts."
    )
    sheet: str | None = Field(
        default=None, description="Sheet of a workbook; * for every sheet; the first when left out."
    )
    header_row: int = Field(default=1, ge=1, description="The row that holds the headings.")
    delimiter: str | None = Field(default=None, description="What separates cells; found out when left out.")
    columns: Mapping[str, SourceColumn] = Field(
        default_factory=dict, description="Field: heading. `reportgen explain frames` lists the fields."
    )
    fixed: Mapping[str, str] = Field(
        default_factory=dict, description="Field: value that every row has, for example {collection: autumn-2026}."
    )
    values: Mapping[str, Mapping[str, str]] = Field(
        default_factory=dict, description="Field: {what the export writes: what it means}."
    )
    where: Mapping[str, tuple[str, ...]] = Field(
        default_factory=dict,
        description="Only rows whose column holds one of these; the others are counted as not for this source.",
    )
    headings: str | None = Field(
        default=None, description="Wide files: a pattern for headings, for example '{collection} {subject} {facet}'."
    )
    ignore: tuple[str, ...] = Field(default=(), description="Headings the pattern need not match: listed nowhere.")
    wide: tuple[WideColumn, ...] = Field(
        default=(), description="Wide files: the headings whose cells are values, one by one."
    )
    repeats: bool = Field(
        default=False,
        description="Rows may repeat a pupil (a file of pupil by year): the last filled cell counts, and no duplicate is reported.",
    )
    as_of: date | None = Field(default=None, description="The date of the list: of two lists the later one wins.")
    optional: bool = Field(default=False, description="No problem when the file is not there yet.")


class Sources(Value):
    """config/sources.yaml."""

    sources: tuple[Source, ...] = Field(description="Every export that is read.")
    pupils_year: int | None = Field(
        default=None,
        description="The school year in which the pupils file's year groups hold; the year of the latest collection when left out.",
    )
