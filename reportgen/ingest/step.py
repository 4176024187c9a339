"""One step of checking: the rows that go on, what was found, and where the other rows went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from reportgen.model import frames as f
from reportgen.model.problem import Place, Problem

PART, FILE = "_part", "_file"
"""Internal columns: the number of the part a row was read from, and its file."""
ASIDE, DUPLICATE = "aside", "duplicate"
_FATE = "fate"

Record = dict[Any, Any]
"""One row as plain values; what is missing is None."""
Mask = NDArray[np.bool_] | pd.Series


@dataclass(frozen=True)
class Step:
    """A frame on its way. `gone` names file rows (part, row, fate) that gave a record which did not go on."""

    rows: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    gone: tuple[pd.DataFrame, ...] = ()

    def then(self, check: Callable[[pd.DataFrame], Step]) -> Step:
        """This step followed by another."""
        after = check(self.rows)
        return Step(after.rows, self.problems + after.problems, self.gone + after.gone)

    def also(self, problems: Iterable[Problem]) -> Step:
        """This step with more problems."""
        return replace(self, problems=(*self.problems, *problems))


def without(rows: pd.DataFrame, mask: Mask, fate: str, problems: Iterable[Problem] = ()) -> Step:
    """The rows that are not in the mask; the others are recorded under their fate."""
    out = np.asarray(mask, dtype=bool)
    if not out.any():
        return Step(rows, tuple(problems))
    gone = rows.loc[out, [PART, f.ROW]].drop_duplicates().pipe(put, {_FATE: fate})
    return Step(rows.loc[~out].reset_index(drop=True), tuple(problems), (gone,))


def fates(gone: Iterable[pd.DataFrame], kept: Iterable[pd.DataFrame], part: int) -> tuple[int, int]:
    """How many file rows of a part are set aside and how many are duplicates: rows of which nothing was kept."""
    here = [g.loc[g[PART] == part] for g in gone]
    if not any(len(g) for g in here):
        return 0, 0
    all_gone = pd.concat(here)
    used = {row for k in kept for row in k.loc[k[PART] == part, f.ROW]}
    lost = all_gone.loc[~all_gone[f.ROW].isin(used)]
    aside = set(lost.loc[lost[_FATE] == ASIDE, f.ROW])
    duplicates = set(lost.loc[lost[_FATE] == DUPLICATE, f.ROW]) - aside
    return len(aside), len(duplicates)


@dataclass(frozen=True)
class Distinct:
    """Values worked out once for each different combination of some columns."""

    codes: NDArray[np.intp]
    values: tuple[Any, ...]

    def column(self, name: str | None = None) -> NDArray[np.object_]:
        """The values, or one attribute of them, for every row."""
        made = np.empty(len(self.values), dtype=object)
        made[:] = self.values if name is None else [getattr(v, name) for v in self.values]
        return made[self.codes]


def distinct(rows: pd.DataFrame, columns: list[str], judge: Callable[..., Any]) -> Distinct:
    """`judge` of the columns' texts, called once a combination; a missing text is None."""
    codes = np.asarray(rows.groupby(columns, sort=False, dropna=False).ngroup(), dtype=np.intp)
    firsts = rows.loc[~pd.Series(codes, index=rows.index).duplicated(), columns].astype(object)
    firsts = firsts.where(firsts.notna(), None)
    return Distinct(codes, tuple(judge(*record) for record in firsts.itertuples(index=False, name=None)))


def put(rows: pd.DataFrame, columns: Mapping[str, Any]) -> pd.DataFrame:
    """The rows with these columns added or changed."""
    return rows.assign(**columns)


def having(rows: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    """The rows with all of these columns, those they lack empty."""
    return rows.assign(
        **{name: pd.Series(None, index=rows.index, dtype=object) for name in columns if name not in rows}
    )


def place(record: Record, heading: str | None = None) -> Place:
    """Where a record stands."""
    own = record.get(f.HEADING)
    shown = heading if heading is not None else (own if isinstance(own, str) else None)
    row = record.get(f.ROW)
    return Place(
        file=str(record.get(FILE, "")),
        sheet=record.get(f.SHEET) or None,
        row=None if row is None or pd.isna(row) else int(row),
        heading=shown or None,
    )


def records(rows: pd.DataFrame, mask: Mask | None = None) -> list[Record]:
    """Rows (few: those a problem is made of) as plain values."""
    chosen = rows if mask is None else rows.loc[np.asarray(mask, dtype=bool)]
    plain = chosen.astype(object)
    return plain.where(plain.notna(), None).to_dict("records")


def by_key(cells: Iterable[Record], key: Sequence[str]) -> dict[tuple[Any, ...], list[Record]]:
    """Records of one key together, in the order they came."""
    together: dict[tuple[Any, ...], list[Record]] = {}
    for cell in cells:
        together.setdefault(tuple(cell[name] for name in key), []).append(cell)
    return together


_MOST_CELLS = 3


def cells_said(cells: Sequence[Record], field: str) -> str:
    """`"5" (marks.csv, row 2, column "Maths") and "6" (...)`; after three the rest is counted."""
    said = " and ".join(f'"{cell[field]}" ({place(cell)})' for cell in cells[:_MOST_CELLS])
    return said + (f" and {len(cells) - _MOST_CELLS} more" if len(cells) > _MOST_CELLS else "")


_MOST_RANGES = 20


def listing(numbers: Iterable[int]) -> str:
    """`row 5`, `6 rows: 5 to 9, 12`; after 20 ranges the rest is counted."""
    ordered = sorted({int(n) for n in numbers})
    ranges: list[tuple[int, int]] = []
    for number in ordered:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    shown = ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in ranges[:_MOST_RANGES])
    more = sum(b - a + 1 for a, b in ranges[_MOST_RANGES:])
    start = "row" if len(ordered) == 1 else f"{len(ordered):,} rows:"
    return f"{start} {shown}" + (f" and {more} more" if more else "")


def counted(number: int, noun: str) -> str:
    """`1 row`, `12 rows`."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
