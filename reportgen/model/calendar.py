"""The school's year: terms, collections, reports."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from reportgen.model.value import Slug, Value

Audience = Literal["parents", "staff", "governors"]

YEAR_GROUPS = ("N1", "N2", "R", *(str(n) for n in range(1, 15)))
"""Year groups in order, as the frames and settings write them."""


def year_group_words(year_group: str) -> str:
    """`Year 10`, `Reception`, `Nursery`."""
    return {"N1": "Nursery", "N2": "Nursery", "R": "Reception"}.get(year_group, f"Year {year_group}")


def year_group_before(year_group: str, *, years: int) -> str | None:
    """The year group a pupil of `year_group` was in so many school years earlier; None before nursery."""
    index = YEAR_GROUPS.index(year_group) - years
    return YEAR_GROUPS[index] if 0 <= index < len(YEAR_GROUPS) else None


class Span(Value):
    """Days from the first to the last, both included."""

    starts: date = Field(description="First day.")
    ends: date = Field(description="Last day.")
    name: str = Field(default="", description="What it is.")


class Term(Span):
    """A half term, or a term when a school does not split them."""

    id: Slug = Field(description="Short name, for example ht1.")


class SchoolYear(Value):
    """One school year, named for the year it starts in."""

    year: int = Field(description="The year it starts in: 2026 for 2026/27.")
    terms: tuple[Term, ...] = Field(description="Its terms or half terms, in order.")
    closures: tuple[Span, ...] = Field(default=(), description="INSET days and other days inside terms without pupils.")

    @property
    def name(self) -> str:
        """`2026/27`."""
        return f"{self.year}/{(self.year + 1) % 100:02d}"


class Terms(Value):
    """config/calendars/terms.yaml."""

    years: tuple[SchoolYear, ...] = Field(description="The school years, oldest first.")


class Collection(Value):
    """One round of marks: teachers enter, the school checks and freezes."""

    id: Slug = Field(description="Short name, for example autumn-2026.")
    name: str = Field(description="Name on pages, for example Autumn 2026.")
    short: str = Field(default="", description="Heading in narrow columns, for example Nov; the name when left out.")
    year: int = Field(description="The school year it is in, by the year that starts: 2026 for 2026/27.")
    opens: date | None = Field(default=None, description="When marksheets open.")
    closes: date = Field(description="When marks close: the date on pages, and the day on which being on roll counts.")
    year_groups: tuple[str, ...] = Field(description="Year groups that are marked.")
    facets: tuple[Slug, ...] = Field(description="Facets that are collected.")
    purpose: str = Field(description="What it is for. A collection without a purpose should not be made.")
    action: str = Field(default="", description="What someone will do with it.")
    owner: str = Field(default="", description="Who acts on it: a staff code or a role.")
    also: tuple[str, ...] = Field(default=(), description="Other names exports use for it.")


class Collections(Value):
    """config/calendars/collection.yaml."""

    collections: tuple[Collection, ...] = Field(description="Every collection, oldest first.")


class Meeting(Value):
    """A parents' evening or a governors' meeting."""

    name: str = Field(description="For example Parents' evening.")
    on: date = Field(description="The day.")
    times: str = Field(default="", description="For example 4 to 7 pm.")
    how: str = Field(default="", description="How to book or where it is, in a sentence.")
    year_groups: tuple[str, ...] = Field(default=(), description="Year groups it is for; all when left out.")
    audience: Audience = Field(default="parents", description="Who meets: parents or governors.")


class FamilyPolicy(Value):
    """What families of some year groups see."""

    year_groups: tuple[str, ...] = Field(
        default=(), description="Year groups it is for; all when left out. The first that fits is used."
    )
    facets: tuple[Slug, ...] = Field(
        description="Facets shown, in column order, for example [attitude, current, target]."
    )
    progress: bool = Field(default=True, description="Show the band of the distance between current mark and target.")
    path: bool = Field(default=True, description="Show the strip of the pupil's own earlier collections.")
    teachers: bool = Field(default=True, description="Show teachers' names.")
    target_heading: str = Field(
        default="Target", description="Heading of the target column, for example Year 11 target."
    )
    target_meaning: str = Field(default="", description="One sentence for families on what the target is.")


class Report(Value):
    """One round of packs: a report to families, packs for staff, a governors' pack, or several of them."""

    id: Slug = Field(description="Short name, also the output folder.")
    name: str = Field(description="Name on pages, for example Autumn report.")
    audiences: tuple[Audience, ...] = Field(description="Any of parents, staff, governors.")
    collection: Slug = Field(description="The collection it shows.")
    compare: tuple[Slug, ...] = Field(default=(), description="Earlier collections set beside it, oldest first.")
    on: date = Field(description="The date on its pages.")
    roll_on: date | None = Field(
        default=None, description="The day on which being on roll counts; the collection's closing day when left out."
    )
    year_groups: tuple[str, ...] = Field(
        default=(), description="Year groups it is for; the collection's when left out."
    )
    families: tuple[FamilyPolicy, ...] = Field(default=(), description="What families see, by year group.")
    meetings: tuple[Meeting, ...] = Field(default=(), description="Meetings the pages name.")
    blank_share: float = Field(
        default=0.25, ge=0, le=1, description="A report with more than this share of its marks blank is held."
    )


class Reports(Value):
    """config/calendars/reporting.yaml."""

    reports: tuple[Report, ...] = Field(description="Every report, oldest first.")
