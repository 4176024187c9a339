"""The school's year: terms, assessments, collections, reports."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from reportgen.model.value import Slug, Value

Audience = Literal["parents", "staff", "governors"]

KeyStage = Literal["EYFS", "KS1", "KS2", "KS3", "KS4", "KS5"]
Transition = Literal["KS1-KS2", "KS2-KS3", "KS3-KS4", "KS4-KS5"]

YEAR_GROUPS = ("N1", "N2", "R", *(str(n) for n in range(1, 15)))
"""Year groups in order, as the frames and settings write them."""


def year_group_words(year_group: str) -> str:
    """`Year 10`, `Reception`, `Nursery`."""
    return {"N1": "Nursery", "N2": "Nursery", "R": "Reception"}.get(year_group, f"Year {year_group}")


def year_group_before(year_group: str, *, years: int) -> str | None:
    """The year group a pupil of `year_group` was in so many school years earlier; None before nursery."""
    index = YEAR_GROUPS.index(year_group) - years
    return YEAR_GROUPS[index] if 0 <= index < len(YEAR_GROUPS) else None


_LAST_OF_STAGE: tuple[tuple[KeyStage, str], ...] = (
    ("EYFS", "R"),
    ("KS1", "2"),
    ("KS2", "6"),
    ("KS3", "9"),
    ("KS4", "11"),
    ("KS5", "14"),
)


def key_stage(year_group: str) -> KeyStage:
    """The key stage of a year group (domain: KS1 Years 1 and 2, KS2 3 to 6, KS3 7 to 9, KS4 10 and 11)."""
    place = YEAR_GROUPS.index(year_group)
    return next(stage for stage, last in _LAST_OF_STAGE if place <= YEAR_GROUPS.index(last))


class Span(Value):
    """Days from the first to the last, both included."""

    starts: date = Field(description="First day.")
    ends: date = Field(description="Last day.")
    name: str = Field(default="", description="What it is.")


class Term(Span):
    """A half term, or a term when a school does not split them."""

    id: Slug = Field(description="Short name, for example ht1.")


class Closure(Span):
    """Days inside a term without pupils."""

    kind: Literal["closure", "inset", "bank holiday"] = Field(
        default="closure", description="inset when staff work and pupils stay at home; closure for everything else."
    )


class Occasion(Span):
    """Days that teaching gives way to: a residential week, a trip, a festival."""

    kind: Literal["residential", "trip", "other"] = Field(default="other", description="What kind of days they are.")
    year_groups: tuple[str, ...] = Field(default=(), description="Year groups that take part; all when left out.")


class SchoolYear(Value):
    """One school year, named for the year it starts in."""

    year: int = Field(description="The year it starts in: 2026 for 2026/27.")
    terms: tuple[Term, ...] = Field(description="Its terms or half terms, in order.")
    closures: tuple[Closure, ...] = Field(
        default=(), description="INSET days and other days inside terms without pupils."
    )
    bank_holidays: Literal["england", "none"] = Field(
        default="england",
        description="england adds the bank holidays that fall in a term by themselves; none does not.",
    )
    occasions: tuple[Occasion, ...] = Field(
        default=(), description="Residential weeks, trips and other days that teaching gives way to."
    )

    @property
    def name(self) -> str:
        """`2026/27`."""
        return f"{self.year}/{(self.year + 1) % 100:02d}"


class Terms(Value):
    """config/calendars/terms.yaml."""

    years: tuple[SchoolYear, ...] = Field(description="The school years, oldest first.")


class Assessment(Value):
    """A window in which pupils are assessed."""

    id: Slug = Field(description="Short name, for example y11-mocks-2026.")
    name: str = Field(description="Name on the calendar, for example Mock exams.")
    year: int = Field(description="The school year it is in, by the year that starts: 2026 for 2026/27.")
    kind: Literal["classwork", "test", "mock", "coursework", "statutory", "teacher assessment", "public exam"] = Field(
        description="classwork, test, mock, coursework, statutory (national tests and checks), teacher assessment (the one the "
        "law asks for in Year 6) or public exam."
    )
    year_groups: tuple[str, ...] = Field(description="Year groups that are assessed.")
    subjects: tuple[Slug, ...] = Field(default=(), description="Subjects, from subjects.yaml; all when left out.")
    starts: date = Field(description="First day.")
    ends: date = Field(description="Last day.")
    moderated: date | None = Field(
        default=None, description="The day by which departments have compared their marking."
    )
    owner: str = Field(default="", description="Who runs it: a staff code or a role.")


class Assessments(Value):
    """config/calendars/assessment.yaml."""

    assessments: tuple[Assessment, ...] = Field(default=(), description="Every window of assessment, oldest first.")


class Rates(Value):
    """Minutes that marks and comments cost, to show what each collection asks of teachers."""

    mark: float = Field(default=0.5, ge=0, description="Minutes for one mark of a facet.")
    facets: dict[Slug, float] = Field(
        default_factory=dict, description="Minutes for one mark of a facet that takes more or less: facet: minutes."
    )
    subject_comment: float = Field(default=3.0, ge=0, description="Minutes for a subject teacher's comment.")
    tutor_comment: float = Field(default=5.0, ge=0, description="Minutes for a tutor's comment.")
    most_classes_a_week: int = Field(
        default=6, ge=1, description="Classes a teacher may have to mark in one week before the calendar warns."
    )


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
    comments: tuple[Literal["subject", "tutor"], ...] = Field(
        default=(), description="Whose comments are collected with the marks: subject teachers', tutors'."
    )
    assessments: tuple[Slug, ...] = Field(
        default=(), description="The assessments its marks rest on, from assessment.yaml."
    )
    entered_by: str = Field(default="class teacher", description="Who enters the marks: a role.")
    check_days: int = Field(
        default=3, ge=0, description="School days after closing in which marks are checked before they are frozen."
    )
    freezes: date | None = Field(
        default=None, description="The day it is frozen; when left out, the last of the check days."
    )
    purpose: str = Field(default="", description="What it is for. A collection without a purpose should not be made.")
    action: str = Field(default="", description="What someone will do with it.")
    owner: str = Field(default="", description="Who acts on it: a staff code or a role.")
    also: tuple[str, ...] = Field(default=(), description="Other names exports use for it.")

    @property
    def frozen_on(self) -> date:
        """The day its marks are checked and frozen. Settings fill it in; without them, the day marks close."""
        return self.freezes or self.closes


class Collections(Value):
    """config/calendars/collection.yaml."""

    rates: Rates = Field(default=Rates(), description="Minutes that marks and comments cost.")
    collections: tuple[Collection, ...] = Field(description="Every collection, oldest first.")


class Meeting(Value):
    """A parents' evening or a governors' meeting."""

    id: Slug | None = Field(
        default=None, description="Short name that stays when the day moves; made from the name when left out."
    )
    name: str = Field(description="For example Parents' evening.")
    on: date = Field(description="The day.")
    times: str = Field(default="", description="For example 4 to 7 pm.")
    how: str = Field(default="", description="How to book or where it is, in a sentence.")
    year_groups: tuple[str, ...] = Field(
        default=(), description="Year groups it is for; when left out, those of its report, else all."
    )
    audience: Audience = Field(default="parents", description="Who meets: parents, staff or governors.")
    papers: date | None = Field(default=None, description="The day by which its papers are out (governors).")
    year: int | None = Field(
        default=None, description="The school year it is in, where it stands in no report and its date names a term."
    )


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
    kind: Literal["interim", "annual", "results", "leavers"] = Field(
        default="interim",
        description="annual: the yearly report the law asks for; results: of exams and tests; leavers: to those who left.",
    )
    on: date = Field(description="The day it is released, which is the date on its pages.")
    results_on: date | None = Field(default=None, description="The day results came in, for a report of results.")
    approver: str = Field(default="", description="Who approves it before it is released: a staff code or a role.")
    contacts: tuple[str, ...] = Field(
        default=(),
        description="Roles that families' pages name with the way to reach them, for example [head of year].",
    )
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
    meetings: tuple[Meeting, ...] = Field(default=(), description="Meetings that belong to no report.")
