"""What the packs show, where a school may choose."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from reportgen.model.severity import Severity
from reportgen.model.value import Slug, Value


class ParentPack(Value):
    """Choices for families' reports."""

    next_steps: int = Field(default=3, ge=0, le=3, description="Most next steps shown.")
    questions: tuple[str, ...] = Field(
        default=(
            "What helped {name} do so well in {strength}?",
            "What has made {concern} harder?",
            "What can we do at home for {concern}?",
            "What should {name} do next?",
        ),
        description="Questions families might ask; {name}, {strength} and {concern} are filled in; one that can't be filled is left out.",
    )
    large_print: bool = Field(default=False, description="Print in 18 pt.")


class ClassPack(Value):
    """Choices for class sheets."""

    groups: tuple[Slug, ...] = Field(default=(), description="Groups flagged, in column order.")
    hide_flags: bool = Field(
        default=False, description="Print a neutral mark for every flag; the key is on screen only."
    )
    attendance_below: float = Field(default=90.0, description="Attendance below this is asked about.")


class StaffPacks(Value):
    """Choices for the packs of subjects, forms, year groups and leaders."""

    own_pattern: float = Field(
        default=5.0,
        gt=0,
        description="Steps above or below a pupil's own pattern in other subjects from which a pupil is named.",
    )
    first_looks: int = Field(default=6, ge=1, description="Findings on the leaders' list of what to look at first.")
    proof: bool = Field(default=True, description="Make a proof pack of each form's drafts.")
    print_batches: bool = Field(default=True, description="Make a print batch of each form's reports.")


class GovernorPack(Value):
    """Choices for the governors' pack."""

    headlines: tuple[Slug, ...] = Field(
        default=(), description="Headline measures on the first page, in order; all when left out."
    )
    gaps: tuple[Slug, ...] = Field(
        default=(), description="Headline measures whose gaps have a table on the groups page; all when left out."
    )
    subjects_in: tuple[str, ...] = Field(
        default=(), description="Year groups whose subjects have a table; the oldest year group when left out."
    )
    context: tuple[Slug, ...] = Field(
        default=(),
        description="Comparisons whose group is counted in the first lines, for example [pupil_premium, send, eal].",
    )
    strengths: int = Field(default=3, description="Most strengths on the first page.")
    questions: int = Field(default=3, description="Most questions on the first page.")


class Packs(Value):
    """config/packs.yaml."""

    parents: ParentPack = Field(default=ParentPack(), description="Families' reports.")
    classes: ClassPack = Field(default=ClassPack(), description="Class sheets.")
    staff: StaffPacks = Field(default=StaffPacks(), description="Packs of subjects, forms, year groups and leaders.")
    governors: GovernorPack = Field(default=GovernorPack(), description="The governors' pack.")
    severities: dict[str, Severity] = Field(
        default_factory=dict, description="Problem code: stop, hold or warn. A stop may not be lowered."
    )


class Hold(Value):
    """A report kept back on purpose."""

    pupil: str = Field(description="The pupil's key.")
    report: Slug | None = Field(default=None, description="The report; every report when left out.")
    reason: str = Field(description="Why, for the list of exceptions.")
    by: str = Field(description="Who decided.")
    until: date | None = Field(default=None, description="The last day it is kept back.")


class Holds(Value):
    """config/holds.yaml."""

    holds: tuple[Hold, ...] = Field(default=(), description="Reports kept back.")
