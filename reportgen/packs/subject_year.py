"""A subject in a year group: its pupils, its classes, and what measures say of it. What a subject pack is made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.figure import Figure
from reportgen.model.measured import figure_id
from reportgen.model.scale import Scale
from reportgen.model.school import Subject
from reportgen.packs.class_movement import main_scale
from reportgen.packs.material import Material, Pupil, Record, records
from reportgen.packs.subjects_table import MARKED
from reportgen.packs.words import count, number, percent, rounded, say, signed

NOT_TAKEN = ("dropped", "not taught", "not required")
"""States of a subject that a pupil does not take: nobody waits for a mark."""
FEWEST = 6
"""Pupils a mean, a gap or a matrix needs; fewer are told one by one."""
Member = tuple[Pupil, Record]
Key = tuple[str, str]


@dataclass(frozen=True)
class SubjectYear:
    """One subject in one year group of the report."""

    material: Material
    subject: Subject
    year_group: str
    members: tuple[Member, ...]
    """Pupils who take it with their PROGRESS rows, in register order."""
    moves: tuple[Record, ...] = ()
    movers: tuple[Record, ...] = ()
    patterns: tuple[Record, ...] = ()

    @cached_property
    def marked(self) -> tuple[Member, ...]:
        """Those with a mark."""
        return tuple(one for one in self.members if one[1].state == MARKED)

    @cached_property
    def few(self) -> bool:
        """True when its pupils are told one by one."""
        return len(self.members) < FEWEST

    @cached_property
    def classes(self) -> Mapping[str, tuple[Member, ...]]:
        """Its classes in the order of their names, with their pupils of this year group."""
        found: dict[str, list[Member]] = defaultdict(list)
        for pupil, row in self.members:
            if row.class_id:
                found[row.class_id].append((pupil, row))
        return {class_id: tuple(found[class_id]) for class_id in sorted(found)}

    @cached_property
    def by_key(self) -> Mapping[str, Member]:
        """Its pupils by key."""
        return {pupil.key: (pupil, row) for pupil, row in self.members}

    @cached_property
    def scale(self) -> Scale | None:
        """The scale most of its marks are on."""
        return main_scale(self.material, self.members)

    def figure(self, what: str) -> Figure | None:
        """A figure of the subject in the year group, where it has a value."""
        return self._valued(figure_id("subject", self.subject.id, self.year_group, what))

    def class_figure(self, class_id: str, what: str) -> Figure | None:
        """A figure of one of its classes, where it has a value."""
        return self._valued(figure_id("class", class_id, self.subject.id, what))

    def gap(self, comparison: str) -> Figure | None:
        """The gap of a comparison, where it has a value."""
        return self._valued(figure_id("gap", comparison, "subject", self.subject.id, self.year_group))

    def _valued(self, name: str) -> Figure | None:
        found = self.material.measured.figures.get(name)
        return None if found is None or found.value is None else found


def subject_years(material: Material) -> list[SubjectYear]:
    """Every subject and year group with a mark: year groups in order, then subjects as the settings list them."""
    members: dict[Key, list[Member]] = defaultdict(list)
    for pupil in material.pupils:
        for row in material.progress.get(pupil.key, ()):
            if row.state not in NOT_TAKEN:
                members[row.subject, pupil.year_group].append((pupil, row))
    measured = material.measured
    moves, movers, patterns = (_grouped(frame) for frame in (measured.moves, measured.movers, measured.patterns))
    found = [
        SubjectYear(
            material=material,
            subject=subject,
            year_group=year,
            members=tuple(members[subject.id, year]),
            moves=moves.get((subject.id, year), ()),
            movers=movers.get((subject.id, year), ()),
            patterns=patterns.get((subject.id, year), ()),
        )
        for year in YEAR_GROUPS
        for subject in material.project.subjects.subjects
        if (subject.id, year) in members
    ]
    return [one for one in found if one.marked]


def _grouped(frame: pd.DataFrame) -> Mapping[Key, tuple[Record, ...]]:
    found: dict[Key, list[Record]] = defaultdict(list)
    for row in records(frame):
        found[row.subject, row.year_group].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def share_text(figure: Figure, percent_from: int) -> str:
    """`18 of 27` under so many pupils, `64% of 201` from there on."""
    if figure.numerator is not None and figure.n < percent_from:
        return say("n of n", part=number(figure.numerator), n=number(figure.n))
    return say("share of pupils", percent=percent(figure.value or 0.0), n=number(figure.n))


def steps_text(value: float) -> str:
    """`3 steps`, `1 step`, `0.7 steps`: how far, whichever way."""
    size = abs(rounded(value, 1))
    return count("steps", 1) if size == 1 else say("steps.other", n=number(float(size), 0 if size == int(size) else 1))


def signed_steps(value: float) -> str:
    """`+2.3`, `−1.0`, `0.0`: one decimal in every row of a column."""
    return signed(value, 1)


def names_of(members: Iterable[Member]) -> list[str]:
    """Full names."""
    return [pupil.full_name for pupil, _ in members]
