"""Scales, facets and states: what a mark may be and what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from reportgen.model.value import Slug, Value


class MarkState(StrEnum):
    """Why there is a mark, or none. The words families read for each are in packs/words.py."""

    MARKED = "marked"
    ABSENT = "absent"
    NOT_TAUGHT = "not taught"
    NOT_REQUIRED = "not required"
    NOT_ENTERED = "not entered"
    JOINED_LATER = "joined later"
    DROPPED = "dropped"
    WITHHELD = "withheld"
    UNCLEAR = "unclear"
    """The cell could not be trusted (off the scale, two values): blank, named and counted."""


class StateSpellings(Value):
    """The spellings in exports that mean one state."""

    state: MarkState = Field(
        description="One of: absent, not taught, not required, not entered, joined later, dropped, withheld."
    )
    spellings: tuple[str, ...] = Field(description="What exports write for it, capitals ignored. '' is an empty cell.")


class Label(Value):
    """One label of a scale."""

    label: str = Field(description="What is printed, for example 5+ or EXS.")
    value: float | None = Field(default=None, description="Its number, if means may be taken. Leave out if not.")
    word: str = Field(default="", description="A word for it, for example Excellent for 4.")
    meaning: str = Field(default="", description="The descriptor families read.")
    also: tuple[str, ...] = Field(default=(), description="Other spellings in exports, capitals ignored.")


class Scale(Value):
    """A set of labels in order, or a run of numbers."""

    id: Slug = Field(description="Short name used elsewhere in the settings.")
    name: str = Field(description="Name families read, for example GCSE grades.")
    kind: Literal["labels", "numbers"] = Field(default="labels", description="labels or numbers.")
    best: Literal["first", "last", "highest", "lowest"] = Field(
        default="last",
        description="Which end is best: first or last label listed; highest or lowest number.",
    )
    labels: tuple[Label, ...] = Field(default=(), description="The labels in order (kind: labels).")
    lowest: float | None = Field(default=None, description="Smallest number allowed (kind: numbers).")
    highest: float | None = Field(default=None, description="Largest number allowed (kind: numbers).")
    step: float | None = Field(
        default=None,
        description="Size of one step in values: the unit in which change and distance are told. Labels without it step by one label.",
    )
    decimals: int = Field(default=0, description="Decimals a number is printed with.")
    unit: str = Field(default="", description="Unit printed after a number, for example %.")
    summary: str = Field(
        default="", description="One sentence for families, for example Grades run from 9 (highest) to 1."
    )
    comparable_with: tuple[Slug, ...] = Field(
        default=(),
        description="Other scales whose values mean the same, so that a mark on one may be compared with a mark on the other.",
    )

    def ordered(self) -> tuple[Label, ...]:
        """The labels from lowest to best, whatever the order they were written in."""
        return tuple(reversed(self.labels)) if self.best in ("first", "lowest") else self.labels

    def has_values(self) -> bool:
        """True when means may be taken: numbers, or labels that all declare a value."""
        return self.kind == "numbers" or (bool(self.labels) and all(label.value is not None for label in self.labels))


class ScaleUse(Value):
    """Which scale a facet uses for some year groups or subjects. The first entry that fits is used."""

    scale: Slug = Field(description="Id of the scale.")
    year_groups: tuple[str, ...] = Field(default=(), description="Year groups it is for; all when left out.")
    subjects: tuple[Slug, ...] = Field(default=(), description="Subjects it is for; all when left out.")


class Facet(Value):
    """One kind of mark collected: current, forecast, target, attitude, or any a school declares."""

    id: Slug = Field(description="Short name used elsewhere, for example current.")
    name: str = Field(description="Name families read, for example Attitude to learning.")
    short: str = Field(default="", description="Short heading for tables; the name when left out.")
    role: Literal["attainment", "forecast", "target", "attitude", "other"] = Field(
        description="What it is: attainment and forecast are compared with target; attitude is shown as bars and words.",
    )
    meaning: str = Field(default="", description="One sentence for families that says what it is.")
    also: tuple[str, ...] = Field(default=(), description="Other names exports use for it.")
    scales: tuple[ScaleUse, ...] = Field(
        description="The scale, by year group or subject; the first entry that fits is used."
    )


class Marks(Value):
    """config/scales.yaml: scales, facets and the spellings of missing marks."""

    scales: tuple[Scale, ...] = Field(description="Every scale marks are given on.")
    facets: tuple[Facet, ...] = Field(description="Every kind of mark collected.")
    states: tuple[StateSpellings, ...] = Field(default=(), description="What exports write when there is no mark.")

    def scale(self, scale_id: str) -> Scale:
        """The scale with this id; KeyError when there is none (settings refuse unknown ids before)."""
        return next(s for s in self.scales if s.id == scale_id)

    def facet(self, facet_id: str) -> Facet:
        """The facet with this id."""
        return next(f for f in self.facets if f.id == facet_id)

    def facets_of(self, role: str) -> tuple[Facet, ...]:
        """The facets with this role, in the order they are declared."""
        return tuple(f for f in self.facets if f.role == role)

    def scale_for(self, facet_id: str, *, year_group: str, subject: str) -> Scale | None:
        """The scale of a facet for a year group and subject, or None when no entry fits."""
        for use in self.facet(facet_id).scales:
            if (not use.year_groups or year_group in use.year_groups) and (not use.subjects or subject in use.subjects):
                return self.scale(use.scale)
        return None
