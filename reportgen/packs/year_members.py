"""A year group as its pack sees it: its pupils, its lists, its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.model.calendar import YEAR_GROUPS, Collection, year_group_words
from reportgen.model.figure import Figure
from reportgen.model.list_rule import ListRule
from reportgen.model.measured import figure_id
from reportgen.packs.class_movement import latest_earlier
from reportgen.packs.material import Material
from reportgen.packs.standing import INTERVENTION, REWARD, Standing, standings
from reportgen.packs.words import number, say


@dataclass(frozen=True)
class Listed:
    """The pupils of a year group on one list, most reasons first, then in register order."""

    kind: str
    members: tuple[Standing, ...]
    of: int
    """Pupils in the year group."""

    @property
    def too_long(self) -> bool:
        """More than a third of the year group: nobody can act on so many."""
        return 3 * len(self.members) > self.of

    @property
    def fullest(self) -> tuple[ListRule, int]:
        """The rule that puts most pupils on the list, and how many; of two alike the first."""
        counted = Counter(rule.id for one in self.members for rule in one.of_kind(self.kind))
        rules = {rule.id: rule for one in self.members for rule in one.of_kind(self.kind)}
        most, n = counted.most_common(1)[0]
        return rules[most], n


@dataclass(frozen=True)
class YearMembers:
    """A year group's pupils in register order."""

    material: Material
    year_group: str
    members: tuple[Standing, ...]

    @property
    def name(self) -> str:
        """`Year 10`."""
        return year_group_words(self.year_group)

    def figure(self, what: str, about: str = "year") -> Figure | None:
        """A figure of the year group that has a value."""
        found = self.material.measured.figures.get(figure_id(about, self.year_group, what))
        return found if found is not None and found.value is not None else None

    @cached_property
    def rules(self) -> tuple[ListRule, ...]:
        """The rules for this year group."""
        rules = self.material.project.measures.lists
        return tuple(rule for rule in rules if not rule.year_groups or self.year_group in rule.year_groups)

    def rules_of(self, kind: str) -> tuple[ListRule, ...]:
        """The rules of one kind."""
        return tuple(rule for rule in self.rules if rule.kind == kind)

    @cached_property
    def rewards(self) -> Listed:
        """Whom to praise."""
        return self._listed(REWARD)

    @cached_property
    def interventions(self) -> Listed:
        """Whom to help."""
        return self._listed(INTERVENTION)

    @cached_property
    def both(self) -> tuple[Standing, ...]:
        """Pupils on both lists."""
        return tuple(one for one in self.members if one.of_kind(REWARD) and one.of_kind(INTERVENTION))

    def _listed(self, kind: str) -> Listed:
        found = [one for one in self.members if one.of_kind(kind)]
        return Listed(kind, tuple(sorted(found, key=lambda one: -len(one.of_kind(kind)))), len(self.members))

    @cached_property
    def since(self) -> Collection | None:
        """The collection most changes are counted from."""
        return latest_earlier(self.material, [(one.pupil, row) for one in self.members for row in one.rows])

    def of_all(self, some: Sequence[Standing]) -> str:
        """`34 of 198`."""
        return say("n of n", part=number(len(some)), n=number(len(self.members)))


def year_members(material: Material) -> tuple[YearMembers, ...]:
    """Every year group with a pupil on roll, youngest first."""
    everyone = standings(material)
    there = {one.pupil.year_group for one in everyone}
    return tuple(
        YearMembers(material, year, tuple(one for one in everyone if one.pupil.year_group == year))
        for year in YEAR_GROUPS
        if year in there
    )
