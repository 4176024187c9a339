"""What is worked out: bands, headline measures, thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from reportgen.model.list_rule import ListRule
from reportgen.model.value import Slug, Value


class Band(Value):
    """A distance from target in words."""

    name: str = Field(description="Words families read, for example Above target.")
    kind: Literal["above", "as", "below"] = Field(description="above, as or below: what sentences are made from.")
    at_least: float | None = Field(
        default=None, description="Smallest distance in steps; left out for the lowest band."
    )


class Headline(Value):
    """A figure told of many pupils: one value per pupil first, then over pupils."""

    id: Slug = Field(description="Short name.")
    name: str = Field(description="In words, for example English and maths at grade 4.")
    kind: Literal["reaches", "on_target", "mean", "attendance", "persistent_absence"] = Field(
        description="reaches: share of pupils with at least these labels in every subject listed; on_target: each pupil's share of marks at or "
        "above target, then the mean over pupils; mean: each pupil's mean value on one scale, then the mean over pupils; attendance; persistent_absence.",
    )
    facet: Slug = Field(default="current", description="Facet it is made from.")
    year_groups: tuple[str, ...] = Field(default=(), description="Year groups counted; all when left out.")
    subjects: tuple[Slug, ...] = Field(default=(), description="Subjects counted; all when left out.")
    at_least: Mapping[str, str] = Field(
        default_factory=dict, description="reaches: scale: label, for example {gcse: '4'}."
    )
    scale: Slug | None = Field(default=None, description="mean: the one scale whose values are averaged.")
    better: Literal["higher", "lower"] = Field(default="higher", description="Which way is good news.")
    reached: str = Field(default="", description="How a sentence goes on, for example 'reached grade 4 in both'.")
    question: str = Field(
        default="", description="What governors may ask when a group is behind; {group} stands for the group."
    )
    national: str | None = Field(
        default=None, description="Measure of the national reference table set beside it. Teachers' marks have none."
    )


class Measures(Value):
    """config/measures.yaml."""

    progress_of: Slug | None = Field(
        default=None, description="Facet whose progress is told; the first attainment facet when left out."
    )
    target: Slug | None = Field(
        default=None, description="Facet it is compared with; the first target facet when left out."
    )
    attitude: Slug | None = Field(
        default=None, description="Facet of attitude; the first attitude facet when left out."
    )
    bands: tuple[Band, ...] = Field(default=(), description="Bands of the distance from target, best first.")
    step_name: str = Field(default="step", description="What one step is called, for example 'third of a grade'.")
    headlines: tuple[Headline, ...] = Field(default=(), description="Figures for governors and leaders.")
    lists: tuple[ListRule, ...] = Field(
        default=(), description="Rules for the lists of pupils to praise and to help, in the year packs."
    )
    confidence: float = Field(default=0.95, gt=0.5, lt=1, description="Level of likely ranges.")
    persistent_from: float = Field(
        default=10.0, description="Percent of sessions missed from which absence is persistent (10 since 2015/16)."
    )
    min_base: int = Field(default=6, ge=1, description="Fewest pupils a figure for governors may rest on.")
    percent_from: int = Field(default=20, ge=1, description="Fewest pupils told in percent; below it, '3 of 8'.")
