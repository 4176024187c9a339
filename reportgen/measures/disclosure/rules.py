"""Which rows are hidden, and why, in words for the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce

from reportgen.measures.disclosure.ledger import ROLL, Ledger, Row, RowId, Rules, Side, Table
from reportgen.measures.disclosure.proof import Printed, Reader

Overlaps = Sequence[tuple[str, str]] | None
"""Pairs of comparisons of which one's pupils are all among the other's; None when that is not known."""


@dataclass(frozen=True)
class Decisions:
    """What is hidden: rows with their reasons, one a side; totals; and reasons that would themselves tell a number."""

    reasons: Mapping[RowId, tuple[str, ...]] = field(default_factory=dict)
    no_totals: frozenset[Table] = frozenset()
    vague: frozenset[tuple[str, Table]] = frozenset()

    def hide(self, row: Row, reasons: tuple[str, ...]) -> Decisions:
        """With one more row hidden."""
        return self if row.id in self.reasons else replace(self, reasons={**self.reasons, row.id: reasons})

    def printed(self, ledger: Ledger) -> Printed:
        """What a reader is told of a ledger."""
        vague = frozenset(table for name, table in self.vague if name == ledger.name)
        return Printed(frozenset(self.reasons), self.no_totals, vague)

    def without_total(self, table: Table) -> Decisions:
        """With one more total hidden."""
        return replace(self, no_totals=self.no_totals | {table})

    def without_reasons(self, ledger: Ledger, table: Table) -> Decisions:
        """With one reason for all that is hidden in a ledger's table, where the reasons would give a number away."""
        return replace(self, vague=self.vague | {(ledger.name, table)})


TOO_FEW = "too few pupils to show"
"""The reason where a number of pupils would tell more: that a share is none or all, or how few have something."""
VAGUE = f"{TOO_FEW}, here or beside it"
"""A reason that does not say which number is small."""


_Step = Callable[[Decisions], Decisions]
"""Hides one thing more."""


def own_reason(side: Side, rules: Rules) -> str:
    """Why a side may not be seen for its own sake: the same words whatever its value is."""
    return TOO_FEW if side.share else few(rules)


def few(rules: Rules) -> str:
    """Why a figure that is no share of pupils is hidden."""
    return f"{rules.most_hidden} or fewer pupils"


def given_away(name: str) -> str:
    """Why a figure is hidden for another's sake."""
    return f"it would give away “{name}”"


def own_reasons(row: Row, rules: Rules) -> tuple[str, ...]:
    """The reasons of a row that must be hidden: a side that need not be would give the other away."""
    culprit = next(side for side in row.sides if side.must_hide)
    return tuple(own_reason(side, rules) if side.must_hide else given_away(culprit.name) for side in row.sides)


def decide(ledger: Ledger, decisions: Decisions, *, rules: Rules) -> Decisions:
    """What must be hidden in one ledger, and what else until nothing hidden can be worked out.

    The simple rule first: with a hidden part the next smallest other part of the same whole. Then each hidden number is
    proved to be free to be anything from 1 to the largest hidden one, and while it is not, the next smallest row is
    hidden, in the end the total.
    """
    for row in ledger.rows:
        if row.must_hide:
            decisions = decisions.hide(row, own_reasons(row, rules))
        if row.unclear:
            decisions = decisions.without_reasons(ledger, row.table)
    must = [row for row in ledger.rows if row.must_hide]
    for row in must:
        decisions = _hide_a_part(ledger, decisions, row)
    # Counts of the roll last: what the tables hide for their own sake often keeps them safe.
    for row in sorted(must, key=lambda one: one.table == ROLL):
        decisions = _hide_until_safe(ledger, decisions, row, rules=rules)
    return decisions


def _hide_a_part(ledger: Ledger, decisions: Decisions, row: Row) -> Decisions:
    """Hides the next smallest part beside a hidden part, unless one is hidden already."""
    parts = [
        one
        for one in ledger.rows
        if row.part_of and one.table == row.table and one.part_of == row.part_of and one.id != row.id
    ]
    if not parts or any(one.id in decisions.reasons for one in parts):
        return decisions
    visible = sorted((one for one in parts if one.n), key=lambda one: (one.n, one.order))
    return decisions.hide(visible[0], _for_sake_of(row, visible[0])) if visible else decisions


def _for_sake_of(row: Row, other: Row) -> tuple[str, ...]:
    culprit = next((side for side in row.sides if side.must_hide), row.sides[0])
    return (given_away(culprit.name),) * len(other.sides)


def _hide_until_safe(ledger: Ledger, decisions: Decisions, row: Row, *, rules: Rules) -> Decisions:
    """Hides the first thing that alone makes the row safe; where none does, one thing after the other."""

    def safe(some: Decisions) -> bool:
        return Reader(ledger, some.printed(ledger), rules=rules).protects(row)

    if safe(decisions):
        return decisions
    steps = tuple(_further(ledger, row))
    for step in steps:
        if safe(alone := step(decisions)):
            return alone
    taken: list[_Step] = []
    for step in (*steps, *_totals(ledger, row)):
        taken.append(step)
        if safe(_after(decisions, taken)):
            break
    return _after(decisions, _needed(decisions, taken, safe))


def _after(decisions: Decisions, steps: Sequence[_Step]) -> Decisions:
    return reduce(lambda some, step: step(some), steps, decisions)


def _needed(decisions: Decisions, steps: list[_Step], safe: Callable[[Decisions], bool]) -> list[_Step]:
    """The steps without those that did not help, the nearest to the row kept last."""
    kept = list(steps)
    for step in steps[:-1]:
        fewer = [one for one in kept if one is not step]
        if safe(_after(decisions, fewer)):
            kept = fewer
    return kept


def _further(ledger: Ledger, row: Row) -> Iterator[_Step]:
    """What to hide next: rows of the table, what their reasons tell, then the same of other tables."""
    rows = _rows_to_hide(ledger, row)
    for table in _tables(ledger, row):
        for other in (one for one in rows if one.table == table):
            yield partial(Decisions.hide, row=other, reasons=_for_sake_of(row, other))
        yield partial(Decisions.without_reasons, ledger=ledger, table=table)


def _totals(ledger: Ledger, row: Row) -> Iterator[_Step]:
    """The last resort. How many are on roll is printed on every pack and known to everyone."""
    return (partial(Decisions.without_total, table=table) for table in _tables(ledger, row) if table != ROLL)


def _tables(ledger: Ledger, row: Row) -> list[Table]:
    """The row's table and the others after it, the roll first."""
    others = {one.table for one in ledger.rows} - {row.table}
    return [row.table, *sorted(others, key=lambda table: (table != ROLL, table))]


def _rows_to_hide(ledger: Ledger, row: Row) -> list[Row]:
    """Rows to hide for this one's sake: its sister parts before others, the smallest first."""

    def near(other: Row) -> tuple[bool, bool, int, int, RowId]:
        sister = other.part_of is not None and other.part_of == row.part_of
        return (other.n == 0, not sister, other.n, other.order, other.id)

    return sorted((one for one in ledger.rows if one.id != row.id), key=near)


def hide_overlaps(
    ledgers: Sequence[Ledger],
    decisions: Decisions,
    *,
    overlaps: Overlaps,
    rules: Rules,
) -> Decisions:
    """Of two overlapping groups that differ by few pupils the later is hidden: pupil premium and disadvantaged."""
    rows = [(ledger.name, row) for ledger in ledgers for row in ledger.rows if len(row.id) > 1]
    for n, (name, first) in enumerate(rows):
        for other_name, later in rows[n + 1 :]:
            apart = name != other_name and first.table == later.table and _nearly(first.sides[0], later.sides[0])
            if not apart or not (first.n and later.n) or not _overlap(first, later, overlaps):
                continue
            if first.id not in decisions.reasons and later.id not in decisions.reasons:
                own = later.sides[0]
                few_words = "too few pupils" if own.share else few(rules)
                reason = f"beside {first.sides[0].name} it would give {few_words} away"
                decisions = decisions.hide(later, (reason,) * len(later.sides))
    return decisions


def _nearly(one: Side, other: Side) -> bool:
    """True when the numbers differ by some pupils, but too few for a figure of their own."""
    return 1 <= abs(one.n - other.n) < max(one.fewest, other.fewest)


def _overlap(first: Row, later: Row, overlaps: Overlaps) -> bool:
    if overlaps is None:
        return True
    return (first.id[1], later.id[1]) in overlaps or (later.id[1], first.id[1]) in overlaps


def hide_earlier(ledgers: Sequence[Ledger], decisions: Decisions) -> Decisions:
    """An earlier row is hidden when the same row is hidden now and a side's numbers differ by few pupils."""
    rows = [row for ledger in ledgers for row in ledger.rows if row.id[0] == "gap"]
    now = {row.id[:3]: row for row in rows if not row.earlier and row.id in decisions.reasons}
    for row in rows:
        hidden = now.get(row.id[:3])
        if not row.earlier or hidden is None:
            continue
        if any(_nearly(a, b) for a, b in zip(row.sides, hidden.sides, strict=True)):
            decisions = decisions.hide(row, (given_away(hidden.sides[0].name),) * len(row.sides))
    return decisions


def with_vague_reasons(ledgers: Sequence[Ledger], decisions: Decisions) -> Decisions:
    """One reason for all hidden rows of the tables whose reasons would give a number away."""
    vague = {
        row.id: len(row.sides)
        for ledger in ledgers
        for row in ledger.rows
        if (ledger.name, row.table) in decisions.vague
    }
    reasons = {row: (VAGUE,) * vague[row] if row in vague else reasons for row, reasons in decisions.reasons.items()}
    return replace(decisions, reasons=reasons)
