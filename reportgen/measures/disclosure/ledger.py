"""What a pack prints, as a ledger of pupils counted: tables with totals, rows with sides.

One ledger a way of telling pupils apart (a group, or the year groups). Its atoms are the values that pupils have; a
side of a row is a set of atoms. A table counts the pupils a figure rests on; it lies inside a scope, the pupils it
could have rested on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.model.calendar import year_group_words
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import Gap, GroupCount, HeadlineFigures
from reportgen.model.project import Project
from reportgen.model.school import Comparison, Group

RowId = tuple[str, ...]
Table = tuple[str, ...]
ROLL: Table = ("roll",)
UNKNOWN = ""
"""The atom of pupils whose value is not known."""


@dataclass(frozen=True)
class Rules:
    """Thresholds of what may be printed (domain rules: a base of 1 to 5; 0% or 100% of fewer than 11)."""

    most_hidden: int
    """The largest number of pupils that is hidden."""

    @property
    def small_base(self) -> int:
        """Below it a share of none or all is hidden: numerator and complement can't both be shown."""
        return 2 * self.most_hidden + 1

    def small(self, n: int) -> bool:
        """A number of pupils that may not be seen."""
        return 1 <= n <= self.most_hidden

    def extreme(self, figure: Figure) -> bool:
        """None or all of a small base: it says the same of every pupil in it."""
        return (
            figure.unit is Unit.PERCENT
            and figure.value is not None
            and 0 < figure.n < self.small_base
            and (figure.value <= 0 or figure.value >= 100)  # noqa: PLR2004 - percent
        )


@dataclass(frozen=True)
class Side:
    """One population of a row: its name, who is in it, how many are counted and how many lack what is counted."""

    name: str
    atoms: frozenset[str]
    n: int
    missing: int | None
    small: bool
    extreme: bool = False

    @property
    def must_hide(self) -> bool:
        """True when the side may not be seen for its own sake."""
        return self.small or self.extreme


@dataclass(frozen=True)
class Row:
    """What is printed or hidden together: both sides of a comparison with their gap, a count, a year group."""

    id: RowId
    table: Table
    sides: tuple[Side, ...]
    part_of: str | None = None
    order: int = 0
    earlier: bool = False
    """True for a row of a compared collection."""

    @property
    def n(self) -> int:
        """Pupils of the row's own side."""
        return self.sides[0].n

    @property
    def must_hide(self) -> bool:
        """True when a side may not be seen for its own sake."""
        return any(side.must_hide for side in self.sides)


@dataclass(frozen=True)
class Total:
    """All pupils of a table: how many are counted, how many of its scope are not."""

    table: Table
    scope: Table
    n: int
    missing: int


@dataclass(frozen=True)
class Ledger:
    """One way of telling pupils apart and everything printed about it."""

    name: str
    atoms: tuple[str, ...]
    totals: tuple[Total, ...]
    rows: tuple[Row, ...]
    unknown: int | None = None
    """Pupils on roll whose value is not known: taken as known to everyone, because in most groups there are none."""


def gap_id(gap: Gap) -> RowId:
    """The row of a gap."""
    return ("gap", gap.comparison, gap.headline, gap.collection)


def count_id(count: GroupCount) -> RowId:
    """The row of a count."""
    return ("count", count.comparison)


def ledgers(
    headlines: Sequence[HeadlineFigures], counts: Sequence[GroupCount], *, project: Project, rules: Rules
) -> Iterator[Ledger]:
    """A ledger for each group with comparisons, and one for year groups."""
    totals = tuple(_totals(headlines, counts, project))
    for group in project.groups.groups:
        rows = (*_count_rows(group, counts, rules), *_gap_rows(group, headlines, rules))
        if rows:
            of_group = {comparison.id for comparison in group.comparisons}
            unknown = next((count.share.missing for count in counts if count.comparison in of_group), None)
            yield Ledger(group.id, (*(value.id for value in group.values), UNKNOWN), totals, rows, unknown)
    rows = tuple(_year_rows(headlines, rules))
    if rows:
        atoms = tuple(sorted({atom for row in rows for side in row.sides for atom in side.atoms}))
        yield Ledger("year groups", atoms, totals, rows)


def _totals(headlines: Sequence[HeadlineFigures], counts: Sequence[GroupCount], project: Project) -> Iterator[Total]:
    if counts:
        everyone = counts[0].share
        yield Total(ROLL, ROLL, everyone.n + everyone.missing, 0)
    years = {headline.id: headline.year_groups for headline in project.measures.headlines}
    for headline in headlines:
        scope = ("roll", *years.get(headline.id, ()))
        for figure in (headline.now, *headline.before):
            yield Total((headline.id, figure.collection or ""), scope, figure.n, figure.missing)


def _count_rows(group: Group, counts: Sequence[GroupCount], rules: Rules) -> Iterator[Row]:
    known = frozenset(value.id for value in group.values)
    for order, comparison in enumerate(group.comparisons):
        for count in counts:
            if count.comparison != comparison.id or count.share.value is None:
                continue
            n, rest = count.count.n, count.share.n - count.count.n
            these, others = frozenset(comparison.these), known - frozenset(comparison.these)
            # A zero is a cell of its own where the row is short.
            extreme = rules.extreme(count.share)
            sides = [Side(comparison.name, these, n, None, rules.small(n), extreme)]
            if others:
                sides.append(Side("other pupils", others, rest, None, rules.small(rest)))
            yield Row(count_id(count), ROLL, tuple(sides), comparison.part_of, order)


def _gap_rows(group: Group, headlines: Sequence[HeadlineFigures], rules: Rules) -> Iterator[Row]:
    of_group = {comparison.id: (order, comparison) for order, comparison in enumerate(group.comparisons)}
    for headline in headlines:
        for gap in (*headline.gaps, *headline.gaps_before):
            if gap.comparison not in of_group or gap.against != "within school":
                continue
            order, comparison = of_group[gap.comparison]
            sides, table = _sides(gap, comparison, rules), (gap.headline, gap.collection)
            earlier = gap in headline.gaps_before
            yield Row(gap_id(gap), table, sides, comparison.part_of, order, earlier)


def _sides(gap: Gap, comparison: Comparison, rules: Rules) -> tuple[Side, ...]:
    sides = ((comparison.name, comparison.these, gap.group), (comparison.others_name, comparison.others, gap.others))
    return tuple(_side(name, atoms, figure, rules) for name, atoms, figure in sides)


def _side(name: str, atoms: Iterable[str], figure: Figure, rules: Rules) -> Side:
    # Nobody counted of a few: the few would be seen as missing.
    unseen = figure.n == 0 and rules.small(figure.missing)
    return Side(
        name, frozenset(atoms), figure.n, figure.missing, rules.small(figure.n), rules.extreme(figure) or unseen
    )


def _year_rows(headlines: Sequence[HeadlineFigures], rules: Rules) -> Iterator[Row]:
    for headline in headlines:
        for order, figure in enumerate(headline.by_year_group):
            year = figure.id.rsplit("|", 1)[-1]
            yield Row(
                (figure.id,),
                (headline.id, headline.now.collection or ""),
                (_side(year_group_words(year), (year,), figure, rules),),
                part_of=headline.id,
                order=order,
            )
