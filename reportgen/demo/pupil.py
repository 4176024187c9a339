"""A made-up pupil: who they are, and what the program never sees: how able they are and how hard they try."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.demo.names import Heritage
from reportgen.demo.year import Round


@dataclass(frozen=True)
class Family:
    """Brothers and sisters share one."""

    number: int
    heritage: Heritage
    surnames: tuple[str, str]
    """For girls and for boys."""
    eal: bool
    pupil_premium: bool

    def surname(self, sex: str) -> str:
        """The surname of a girl or a boy of the family."""
        return self.surnames[0 if sex == "F" else 1]


@dataclass(frozen=True)
class Traits:
    """Standing of a pupil on things with mean 0 and spread 1, but `absence`: the share of half-days missed."""

    ability: float
    effort: float
    outgoing: float
    absence: float
    strengths: Mapping[str, float]
    """By discipline."""


@dataclass(frozen=True)
class Pupil:
    """One pupil. `year_group` is that of 2026/27: 12 for those who left after Year 11 the summer before."""

    upn: str
    admission_number: str
    legal_surname: str
    legal_forename: str
    surname: str
    forename: str
    sex: str
    born: date
    year_group: int
    form_letter: str
    joined: date
    left: date | None
    from_abroad: bool
    family: Family
    pupil_premium: bool
    in_care: bool
    sen: str
    options: tuple[str, ...]
    traits: Traits
    ks2: tuple[int, int] | None
    """Reading and mathematics."""
    baseline: int | None

    def year_group_in(self, year: int) -> int:
        """The year group in a school year; below 7 the pupil was at primary school."""
        return self.year_group - (2026 - year)

    def form(self, year: int = 2026) -> str:
        """The form in a school year, for example 10R."""
        return f"{self.year_group_in(year)}{self.form_letter}"

    def on_roll(self, day: date) -> bool:
        """True when the pupil was on roll on a day."""
        return self.joined <= day and (self.left is None or self.left >= day)

    def marked_in(self, collection: Round) -> bool:
        """True when the pupil was in this school and on roll when a collection closed."""
        return self.year_group_in(collection.year) in (7, 8, 9, 10, 11) and self.on_roll(collection.closes)
