"""Rules that put pupils on a list: whom to praise, whom to help."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reportgen.model.value import Slug, Value


class Conditions(Value):
    """What must all be true of a pupil. Counts are of subjects; at least one condition is needed."""

    best_attitude_in: int | None = Field(
        default=None, ge=1, description="At least so many subjects with the best attitude."
    )
    low_attitude_in: int | None = Field(
        default=None, ge=1, description="At least so many subjects with an attitude in the lower half of its scale."
    )
    no_low_attitude: bool = Field(
        default=False, description="No subject with an attitude in the lower half of its scale."
    )
    above_target_in: int | None = Field(default=None, ge=1, description="At least so many subjects above target.")
    below_target_in: int | None = Field(default=None, ge=1, description="At least so many subjects below target.")
    risen_in: int | None = Field(default=None, ge=1, description="At least so many subjects up since last time.")
    fallen_in: int | None = Field(default=None, ge=1, description="At least so many subjects down since last time.")
    attendance_from: float | None = Field(
        default=None, ge=0, le=100, description="Attendance of at least so many percent."
    )
    attendance_below: float | None = Field(default=None, ge=0, le=100, description="Attendance below so many percent.")


class ListRule(Value):
    """One reason to be on a list. A pupil may be there for several."""

    id: Slug = Field(description="Short name, for example praise-effort.")
    name: str = Field(description="In words, for example Hard work in every subject.")
    kind: Literal["reward", "intervention"] = Field(description="reward: whom to praise; intervention: whom to help.")
    owner: str = Field(
        description="Who follows it up: form tutor, a role of staff.yaml such as head of year, or any other words."
    )
    action: str = Field(default="", description="What the owner does, for example Postcard home.")
    year_groups: tuple[str, ...] = Field(default=(), description="Year groups it is for; all when left out.")
    when: Conditions = Field(description="What must all be true of the pupil.")
