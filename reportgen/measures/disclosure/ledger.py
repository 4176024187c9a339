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
    """Thresholds of what may be printed: a base of 1 to 5; a share of fewer than 11, or with 1 to 5 on a side."""

    most_hidden: int
    """The largest number of pupils that is hidden."""

    @property
    def small_base(self) -> int:
        """Below it a share is hidden: numerator and complement can't both be more than few."""
        return 2 * self.most_hidden + 1

    def small(self, n: int) -> bool:
        """A number of pupils that may not be seen."""
        return 1 <= n <= self.most_hidden

    def fewest(self, figure: Figure) -> int:
        """The fewest pupils such a figure may rest on: a share of few pupils gives its numerator away."""
        return self.small_base if share_of_pupils(figure) else self.most_hidden + 1

    def short(self, figure: Figure) -> bool:
        """A figure of some pupils, but fewer than it may rest on."""
        return 1 <= figure.n < self.fewest(figure)

    def telling(self, figure: Figure) -> bool:
        """A figure whose value may not be seen though its pupils may be counted.

        A share of pupils with a few on one side, whatever its base: 8% of 12 is 1. Another percentage that is none or
        all of a small base: it says the same of every pupil in it.
        """
        if figure.unit is not Unit.PERCENT or figure.value is None or self.small(figure.n):
            return False
        if share_of_pupils(figure):
            counted = figure.numerator or 0
            return self.short(figure) or self.small(counted) or self.small(figure.n - counted)
        return 0 < figure.n < self.small_base and (figure.value <= 0 or figure.value >= 100)  # noqa: PLR2004 - percent


def share_of_pupils(figure: Figure) -> bool:
    """True for a share of which a numerator in pupils is known, unlike a mean of pupils' shares."""
    return figure.unit is Unit.PERCENT and figure.numerator is not None


@dataclass(frozen=True)
class Side:
    """One population of a row: its name, who is in it, how many are counted, why it may not be seen."""

    name: str
    atoms: frozenset[str]
    n: int
    small: bool
    """1 to the largest hidden number of pupils: the number may not be seen."""
    telling: bool = False
    """The value may not be seen, or nobody is counted of a few."""
    fewest: int = 0
    """The fewest pupils with which it is shown for its own sake."""
    share: bool = False
    """True for a share of pupils."""

    @property
    def must_hide(self) -> bool:
        """True when the side may not be seen for its own sake."""
        return self.small or self.telling


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
    unclear: bool = False
    """True where a reason of its own could tell that a value is none or all of a small base."""

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
            # Where the row is short a zero is a cell of its own, and every row has a side of few or none.
            short, fewest = count.share.n < rules.small_base, rules.most_hidden + 1
            sides = [Side(comparison.name, these, n, rules.small(n), short and 0 in (n, rest), fewest)]
            if others:
                sides.append(Side("other pupils", others, rest, rules.small(rest), fewest=fewest))
            yield Row(count_id(count), ROLL, tuple(sides), comparison.part_of, order, unclear=short)


def _gap_rows(group: Group, headlines: Sequence[HeadlineFigures], rules: Rules) -> Iterator[Row]:
    of_group = {comparison.id: (order, comparison) for order, comparison in enumerate(group.comparisons)}
    for headline in headlines:
        for gap in (*headline.gaps, *headline.gaps_before):
            if gap.comparison not in of_group or gap.against != "within school":
                continue
            order, comparison = of_group[gap.comparison]
            sides, table = _sides(gap, comparison, rules), (gap.headline, gap.collection)
            earlier, unclear = gap in headline.gaps_before, _unclear((gap.group, gap.others), rules)
            yield Row(gap_id(gap), table, sides, comparison.part_of, order, earlier, unclear)


def _unclear(figures: Sequence[Figure], rules: Rules) -> bool:
    return any(
        figure.unit is Unit.PERCENT and not share_of_pupils(figure) and (rules.small(figure.n) or rules.telling(figure))
        for figure in figures
    )


def _sides(gap: Gap, comparison: Comparison, rules: Rules) -> tuple[Side, ...]:
    sides = ((comparison.name, comparison.these, gap.group), (comparison.others_name, comparison.others, gap.others))
    return tuple(_side(name, atoms, figure, rules) for name, atoms, figure in sides)


def _side(name: str, atoms: Iterable[str], figure: Figure, rules: Rules) -> Side:
    # Nobody counted of a few: the few would be seen as missing.
    unseen = figure.n == 0 and rules.small(figure.missing)
    return Side(
        name,
        frozenset(atoms),
        figure.n,
        rules.small(figure.n),
        rules.telling(figure) or unseen,
        rules.fewest(figure),
        share_of_pupils(figure),
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
                unclear=_unclear((figure,), rules),
            )
