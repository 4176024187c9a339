"""Could a reader work a hidden number out? The smallest and largest it may be, given everything printed.

Everything printed is a set of equations between numbers of pupils, which are whole and not negative. The two ends of a
hidden number are found by integer programming, so that the answer does not depend on having thought of each way to
subtract.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from reportgen.measures.disclosure.ledger import ROLL, UNKNOWN, Ledger, Row, RowId, Rules, Side, Table

_Cell = tuple[Table, str]
"""Pupils of one atom counted in one table or scope: what a reader does not know."""


@dataclass(frozen=True)
class _Known:
    """The sum of some cells lies between two numbers; the cells of `inside` count backwards."""

    cells: tuple[_Cell, ...]
    least: float
    most: float
    inside: tuple[_Cell, ...] = ()


@dataclass(frozen=True)
class Printed:
    """What a reader is told: hidden rows, hidden totals, tables whose reasons do not say which number is small."""

    hidden: frozenset[RowId]
    no_totals: frozenset[Table]
    vague: frozenset[Table]


class Reader:
    """What a reader of the pack can say about numbers of pupils, told against everything printed.

    A group of 6 on the roll and 4 pupils without a mark leave at least 2 with one. How many have no mark is printed of
    all pupils (those on roll less those counted), of no group.
    """

    def __init__(self, ledger: Ledger, printed: Printed, *, rules: Rules) -> None:
        self._ledger, self._printed, self._rules = ledger, printed, rules
        known = [*self._tables(), *self._totals(), *self._rows()]
        self._columns = {
            cell: n for n, cell in enumerate(dict.fromkeys(c for one in known for c in (*one.cells, *one.inside)))
        }
        matrix = np.array([self._weights(one) for one in known])
        self._constraints = (
            LinearConstraint(matrix, [one.least for one in known], [one.most for one in known]) if known else ()
        )

    def protects(self, row: Row) -> bool:
        """True when no side that must not be seen can be worked out: neither its number nor its value."""
        return all(self._safe(row, side) for side in row.sides if side.must_hide and side.n)

    def _safe(self, row: Row, side: Side) -> bool:
        """A small number may be any from 1 to the largest hidden; a value of few is not the rest of printed ones."""
        if not side.small:
            return not self._is_the_rest(row, side)
        weights = self._weights(_Known(self._cells(row.table, side.atoms), 0, 0))
        # The most is looked for only where the fewest leaves room: it is the dear half of the proof.
        return self._end(weights) <= 1 and -self._end(-weights) >= self._rules.most_hidden

    def _is_the_rest(self, row: Row, side: Side) -> bool:
        """True when adding and subtracting populations printed in the side's table leaves the side."""
        atoms = [atom for atom in self._ledger.atoms if atom != UNKNOWN or self._ledger.unknown != 0]
        told = [one.atoms for other in self._visible() if other.table == row.table for one in other.sides]
        if row.table not in self._printed.no_totals and any(total.table == row.table for total in self._ledger.totals):
            told.append(frozenset(atoms))
        matrix = np.array([[float(atom in one) for atom in atoms] for one in (*told, side.atoms)])
        return bool(told) and np.linalg.matrix_rank(matrix) == np.linalg.matrix_rank(matrix[:-1])

    def _visible(self) -> Iterator[Row]:
        return (row for row in self._ledger.rows if row.id not in self._printed.hidden)

    def _end(self, weights: np.ndarray) -> float:
        """The least the weighted cells may add up to; infinite where what is printed contradicts itself."""
        found = milp(
            weights,
            constraints=self._constraints,
            bounds=Bounds(0, inf),
            integrality=np.ones(len(weights), dtype=np.int64),
        )
        if found.success:
            return float(round(found.fun))
        return -inf if found.status == 3 else inf  # noqa: PLR2004 - HiGHS: unbounded

    def _weights(self, one: _Known) -> np.ndarray:
        weights = np.zeros(len(self._columns))
        weights[[self._columns[cell] for cell in one.cells]] = 1
        weights[[self._columns[cell] for cell in one.inside]] -= 1
        return weights

    def _tables(self) -> Iterator[_Known]:
        """No table counts more pupils than its scope has, no scope more than are on roll."""
        inside = {(total.table, total.scope) for total in self._ledger.totals} | {
            (total.scope, ROLL) for total in self._ledger.totals
        }
        for small, large in sorted(inside):
            if small != large:
                for atom in self._ledger.atoms:
                    yield _Known(((large, atom),), 0, inf, inside=((small, atom),))

    def _totals(self) -> Iterator[_Known]:
        unknown = self._ledger.unknown
        for total in self._ledger.totals:
            if unknown is not None:
                yield _Known(((total.table, UNKNOWN),), unknown if total.table == ROLL else 0, unknown)
            if total.table not in self._printed.no_totals:
                yield _Known(self._cells(total.table, self._ledger.atoms), total.n, total.n)
                whole = total.n + total.missing
                yield _Known(self._cells(total.scope, self._ledger.atoms), whole, whole)

    def _rows(self) -> Iterator[_Known]:
        for row in self._ledger.rows:
            for side in row.sides:
                cells = self._cells(row.table, side.atoms)
                if row.id in self._printed.hidden:
                    yield self._told_by_reason(cells, side, vague=row.table in self._printed.vague)
                else:
                    yield _Known(cells, side.n, side.n)

    def _told_by_reason(self, cells: tuple[_Cell, ...], side: Side, *, vague: bool) -> _Known:
        """A reason tells too: `5 or fewer pupils` is 0 to 5, `it would give ... away` one that is shown, or none."""
        if vague or (side.must_hide and side.share):
            return _Known(cells, 0, inf)
        if side.must_hide:
            return _Known(cells, 0, self._rules.most_hidden)
        return _Known(cells, side.fewest, inf) if side.n else _Known(cells, 0, 0)

    @staticmethod
    def _cells(table: Table, atoms: Collection[str]) -> tuple[_Cell, ...]:
        return tuple((table, atom) for atom in sorted(atoms))
