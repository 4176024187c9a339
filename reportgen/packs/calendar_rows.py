"""Rows of a lane: year groups with the same things to do share one, so that the page stays readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportgen.model.calendar import YEAR_GROUPS, year_group_words
from reportgen.packs.calendar_labels import Item
from reportgen.packs.words import say

_RUN = 3
"""Year groups in a row that are told as from and to."""
_SHORT = {"N1": "N", "N2": "N", "R": "R"}


@dataclass(frozen=True)
class Happening:
    """Something to set, and the year groups it is for, in order."""

    item: Item
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A row before its labels are set."""

    groups: tuple[str, ...]
    happenings: tuple[Happening, ...]
    heading: str = ""
    """Of a row of people; rows of year groups are headed by them."""
    named: bool = False
    """Its labels name their year groups."""

    @property
    def items(self) -> tuple[Item, ...]:
        """What is set in it."""
        return tuple(_naming(one) if self.named else one.item for one in self.happenings)

    def headed(self, everyone: Sequence[str]) -> str:
        """`Year 7`, `Years 7 to 9`, `All years`."""
        if self.heading:
            return self.heading
        if len(self.groups) > 1 and self.groups == tuple(everyone):
            return say("calendar all years")
        if len({year_group_words(group) for group in self.groups}) == 1:
            return year_group_words(self.groups[0])
        words = _short(self.groups)
        return say("calendar years", years=" and ".join(words.split(", ")) if words.count(", ") == 1 else words)


def rows_of(happenings: Sequence[Happening], everyone: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of a lane, what is for everyone first, then year groups from the youngest.

    Each year group has a row; those with the same things share it. What is for everyone has a row of its own, unless
    no row would be saved by that: then the same things would be said once for each year group.
    """
    common = [one for one in happenings if one.groups == everyone]
    apart = _by_year([one for one in happenings if one.groups != everyone])
    together = _by_year(happenings)
    if not common or len(together) <= 1:
        return together
    return (Row(everyone, tuple(common)), *apart)


def row_of(heading: str, items: Sequence[Item]) -> Row:
    """A row of people."""
    return Row((), tuple(Happening(item, ()) for item in items), heading=heading)


def folded(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows of year groups put together two and two, neighbours first, their labels naming the year: for a crowded year.

    The row of what is for everyone, when there is one, stays as it is.
    """
    everyone = rows[:1] if len(rows) > 1 and set(rows[0].groups) > set(rows[1].groups) else ()
    apart = rows[len(everyone) :]
    if any(row.heading for row in apart):
        return tuple(rows)
    pairs = (apart[place : place + 2] for place in range(0, len(apart), 2))
    return (*everyone, *(_together(pair) for pair in pairs))


def _together(rows: Sequence[Row]) -> Row:
    """Rows as one, what is in several of them once."""
    if len(rows) == 1:
        return rows[0]
    found: dict[Item, list[str]] = {}
    for one in (one for row in rows for one in row.happenings):
        found.setdefault(one.item, []).extend(one.groups)
    happenings = tuple(Happening(item, _in_order(groups)) for item, groups in found.items())
    return Row(_in_order([group for row in rows for group in row.groups]), happenings, named=True)


def _naming(one: Happening) -> Item:
    """What happens, its year groups before its labels."""
    years = _short(one.groups)
    labels = (say("calendar year and label", years=years, label=label) for label in one.item.labels)
    return replace(one.item, labels=tuple(labels))


def _in_order(groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(group for group in YEAR_GROUPS if group in groups)


def _by_year(happenings: Sequence[Happening]) -> tuple[Row, ...]:
    """A row a year group, neighbours or not, those with equal things together at the place of the youngest."""
    groups = [group for group in YEAR_GROUPS if any(group in one.groups for one in happenings)]
    mine = {group: tuple(n for n, one in enumerate(happenings) if group in one.groups) for group in groups}
    first: dict[tuple[int, ...], list[str]] = {}
    for group in groups:
        first.setdefault(mine[group], []).append(group)
    return tuple(
        Row(tuple(some), tuple(replace(happenings[n], groups=tuple(some)) for n in things))
        for things, some in first.items()
    )


def _short(groups: Sequence[str]) -> str:
    """`7 to 9`, `7, 10`, `R to 2`."""
    places = sorted({YEAR_GROUPS.index(group) for group in groups})
    runs = []
    for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        names = list(dict.fromkeys(_SHORT.get(YEAR_GROUPS[place], YEAR_GROUPS[place]) for _, place in run))
        runs += [say("calendar from to", first=names[0], last=names[-1])] if len(names) >= _RUN else names
    return ", ".join(runs)
