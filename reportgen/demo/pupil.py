"""A made-up pupil: who they are, and what the program never sees: how able they are and how hard they try."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.demo.names import Heritage
from reportgen.demo.year import YEAR, YEAR_GROUPS, Round


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
    """Standing of a pupil on things with mean 0 and spread 1, but `absence` and `year_6`."""

    ability: float
    effort: float
    outgoing: float
    absence: float
    """The share of half-days missed in a year, seasons and the planted story aside."""
    strengths: Mapping[str, float]
    """By discipline."""
    year_6: float
    """The mean of the scaled scores in reading and mathematics that the pupil had at the end of Year 6, or would have
    had: known for everyone here, and only for those who sat the tests in the exports."""


@dataclass(frozen=True)
class Pupil:
    """One pupil. `year_group` is that of 2026/27: 12 and 13 for those who left after Year 11 in 2026 and in 2025."""

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
    """Scaled scores in reading and mathematics, 80 to 120."""
    baseline: int | None
    """A standard score of ability taken on arrival, mean 100 and spread 15, by those without scaled scores."""

    def year_group_in(self, year: int) -> int:
        """The year group in a school year; below 7 the pupil was at primary school."""
        return self.year_group - (YEAR - year)

    def form(self, year: int = YEAR) -> str:
        """The form in a school year, for example 10R."""
        return f"{self.year_group_in(year)}{self.form_letter}"

    def on_roll(self, day: date) -> bool:
        """True when the pupil was on roll on a day."""
        return self.joined <= day and (self.left is None or self.left >= day)

    def marked_in(self, collection: Round) -> bool:
        """True when the pupil was in this school and on roll when a collection closed."""
        return self.year_group_in(collection.year) in YEAR_GROUPS and self.on_roll(collection.closes)
