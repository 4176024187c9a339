"""From which grade to which: a matrix of the pupils with both marks, and who moved furthest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.model.calendar import Collection
from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.grades import grades_of
from reportgen.packs.marks_key import marks_key
from reportgen.packs.material import Record
from reportgen.packs.subject_year import FEWEST, SubjectYear
from reportgen.packs.words import count, listed, names_listed, number, say, sentence, small_number

NAMED = 6
"""Pupils named in one sentence before the rest are counted."""
FAR = 2
"""Grades of a move from which a pupil is named."""
BESIDE, BESIDE_LETTERS = 10, 3
"""Grades, and letters of the longest, with which a matrix leaves room for sentences beside it."""
ACROSS, ACROSS_LETTERS = 18, 105
"""Grades, and letters of all heads together, that the width of a page has room for."""
TOLD = 3
"""Grades of the row read out that pupils went to, before the rest are counted."""
LEAST_LETTERS = 4
"""A column is never narrower than so many letters: it holds counts too."""


@dataclass(frozen=True)
class Matrix:
    """Moves as counts by place, and the names of the places."""

    of: SubjectYear
    since: Collection
    """The earlier collection."""

    @cached_property
    def counts(self) -> Mapping[tuple[int, int], int]:
        """Pupils by their place before and now."""
        return {(move.before_place, move.now_place): move.pupils for move in self.of.moves}

    @cached_property
    def names(self) -> Mapping[int, str]:
        """Names of the places, the lowest first; where there is room, also those nobody has in between."""
        found = {move.before_place: move.before for move in self.of.moves}
        found |= {move.now_place: move.now for move in self.of.moves}
        grades = grades_of(self.of.scale) if self.of.scale else ()
        every = {place: grade.name for place, grade in enumerate(grades) if min(found) <= place <= max(found)}
        agrees = all(every.get(place) == name for place, name in found.items())
        wanted = every if agrees and len(every) <= BESIDE else found
        return {place: wanted[place] for place in sorted(wanted)}

    @cached_property
    def told_in(self) -> str:
        """The end of a message's key: ` labels` in whole grades, ` numbers` in bands, nothing for marks as given."""
        scale = self.of.scale
        runs = scale and any(grade.first < grade.last for grade in grades_of(scale))
        return f" {scale.kind}" if scale and runs else ""

    @cached_property
    def pupils(self) -> int:
        """Pupils with both marks."""
        return sum(self.counts.values())

    def moved(self, way: int) -> int:
        """Pupils whose grade is higher (1), the same (0), lower (-1)."""
        return sum(n for (before, now), n in self.counts.items() if _sign(now - before) == way)

    def before(self, place: int) -> int:
        """Pupils who were at a place."""
        return sum(n for (before, _), n in self.counts.items() if before == place)

    def now(self, place: int) -> int:
        """Pupils who are at a place."""
        return sum(n for (_, now), n in self.counts.items() if now == place)

    def largest_fall(self) -> tuple[str, str, int] | None:
        """The downward move most pupils made: its grades, highest first, and how many."""
        falls = [(n, -now, before, now) for (before, now), n in self.counts.items() if now < before]
        if not falls:
            return None
        n, _, before, now = max(falls)
        return self.names[before], self.names[now], n


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def matrix_of(of: SubjectYear) -> Matrix | None:
    """The moves of a subject in a year group; None where nothing can be set beside the marks now."""
    return Matrix(of, of.material.project.collection(of.moves[0].since)) if of.moves else None


def moves_part(of: SubjectYear) -> Part | None:
    """The matrix with its sentences; None without moves."""
    matrix = matrix_of(of)
    if matrix is None:
        return None
    heading = moves_heading(matrix)
    if matrix.pupils < FEWEST:
        return Part(id="moves-told", heading=heading, beside=(_each(of, matrix),))
    letters = [max(len(name), LEAST_LETTERS) for name in matrix.names.values()]
    beside = (*_reading(matrix), *far_moves(of, matrix))
    if len(letters) <= BESIDE and max(map(len, matrix.names.values())) <= BESIDE_LETTERS:
        return Part(id="moves", heading=heading, table=_table(matrix), beside=beside)
    if len(letters) <= ACROSS and sum(letters) <= ACROSS_LETTERS:
        return Part(id="moves-across", heading=heading, table=_table(matrix), beside=beside)
    return Part(id="moves-listed", heading=heading, table=_summary(matrix), beside=far_moves(of, matrix))


def moves_heading(matrix: Matrix) -> str:
    """`Since June 2026, in whole grades, 54 pupils moved up, 123 stayed and 24 moved down`."""
    told = [
        count(key, n, n=small_number(n)) if n else say(f"{key}.none")
        for key, n in zip(("subject up", "subject stayed", "subject down"), map(matrix.moved, (1, 0, -1)), strict=True)
    ]
    return say(f"subject moved{matrix.told_in}", since=matrix.since.name, told=listed(told))


def _caption(matrix: Matrix) -> str:
    """What the rows are: marks, whole grades of a scale with parts, bands of a scale of numbers."""
    now = matrix.of.material.collection.name
    return say(f"moves caption{matrix.told_in}", pupils=number(matrix.pupils), since=matrix.since.name, now=now)


def _table(matrix: Matrix) -> Table:
    places = tuple(matrix.names)
    rows = [Row(cells=_cells(matrix, place, places)) for place in places]
    totals = tuple(Cell(text=_some(matrix.now(place))) for place in places)
    total = Row(cells=(Cell(text=say("all")), *totals, Cell(text=number(matrix.pupils))), total=True)
    return Table(
        caption=_caption(matrix),
        columns=(
            Column(head=matrix.since.short or matrix.since.name, role="before"),
            *(Column(head=name, role="grade", numeric=True) for name in matrix.names.values()),
            Column(head=say("all"), role="all", numeric=True),
        ),
        rows=(*rows, total),
    )


def _cells(matrix: Matrix, before: int, places: Sequence[int]) -> tuple[Cell, ...]:
    made = [Cell(text=matrix.names[before])]
    for now in places:
        n = matrix.counts.get((before, now), 0)
        text = number(n) if n else ""
        if now == before:
            made.append(Cell(text=text, tone="same"))
        else:
            made.append(Cell(text=text, tone="up" if now > before and n else "plain"))
    return (*made, Cell(text=_some(matrix.before(before)), tone="soft"))


def _summary(matrix: Matrix) -> Table:
    """For grades too long or too many for heads: each grade then, and how many went where."""
    rows = []
    for place, name in matrix.names.items():
        ways = Counter(dict.fromkeys((-1, 0, 1), 0))
        for (before, now), n in matrix.counts.items():
            if before == place:
                ways[_sign(now - before)] += n
        cells = (
            Cell(text=name),
            Cell(text=_some(ways[-1])),
            Cell(text=_some(ways[0]), tone="same"),
            Cell(text=_some(ways[1]), tone="up"),
            Cell(text=_some(matrix.before(place)), tone="soft"),
            Cell(text=_some(matrix.now(place)), tone="soft"),
        )
        if matrix.before(place) or matrix.now(place):
            rows.append(Row(cells=cells))
    collections = (one.short or one.name for one in (matrix.since, matrix.of.material.collection))
    heads = (say("moved down head"), say("stayed head"), say("moved up head"), *collections)
    totals = (matrix.moved(-1), matrix.moved(0), matrix.moved(1), matrix.pupils, matrix.pupils)
    return Table(
        caption=say("moves summary caption", pupils=number(matrix.pupils), since=matrix.since.name),
        columns=(
            Column(head=say("grade then"), role="label"),
            *(Column(head=head, role="n", numeric=True) for head in heads),
        ),
        rows=(*rows, Row(cells=(Cell(text=say("all")), *(Cell(text=number(n)) for n in totals)), total=True)),
    )


def _some(n: int) -> str:
    return number(n) if n else ""


def _reading(matrix: Matrix) -> tuple[str, ...]:
    """How to read a row, told of the fullest one."""
    place = max(matrix.names, key=lambda one: (matrix.before(one), one))
    went = [(n, now) for (before, now), n in matrix.counts.items() if before == place]
    stayed = sum(n for n, now in went if now == place)
    others = sorted((move for move in went if move[1] != place), key=lambda move: (-move[0], -move[1]))
    key = "moves still there" if others else "moves all there"
    told = [count(key, stayed, n=number(stayed))] if stayed else []
    told += [count("moves are at", n, n=number(n), grade=matrix.names[now]) for n, now in others[:TOLD]]
    if elsewhere := sum(n for n, _ in others[TOLD:]):
        told.append(count("moves elsewhere", elsewhere, n=number(elsewhere)))
    first = count(
        "moves read", matrix.before(place), n=number(matrix.before(place)), grade=matrix.names[place],
        since=matrix.since.name, told=listed(told),
    )  # fmt: skip
    key = marks_key([matrix.of.scale]) if matrix.of.scale else ""
    told_marks = [f"{say('caption marks', words=key)}."] if key else []
    return (first, say("moves tones"), *told_marks)


def far_moves(of: SubjectYear, matrix: Matrix) -> tuple[str, ...]:
    """Who moved two grades or more, up and then down, with both grades and class."""
    lines = []
    for key, way in (("moved far up", 1), ("moved far down", -1)):
        found = [m for m in of.movers if (m.now_place - m.before_place) * way >= FAR and m.pupil in of.by_key]
        found.sort(key=lambda m: -abs(m.now_place - m.before_place))
        if found:
            lines.append(say(key, names=names_listed([_mover(of, matrix, m) for m in found], most=NAMED)))
    return tuple(lines)


def _mover(of: SubjectYear, matrix: Matrix, mover: Record) -> str:
    pupil, row = of.by_key[mover.pupil]
    key = "mover" if row.class_id and len(of.classes) > 1 else "mover without class"
    return say(
        key,
        name=pupil.full_name,
        before=matrix.names[mover.before_place],
        now=matrix.names[mover.now_place],
        class_id=row.class_id,
    )


def _each(of: SubjectYear, matrix: Matrix) -> str:
    told = [_mover(of, matrix, mover) for mover in of.movers if mover.pupil in of.by_key]
    return sentence(say("moves each", names=names_listed(told, most=FEWEST)))


def pupils_first(n: int) -> str:
    """`Five pupils`, `12 pupils`: how a sentence begins."""
    return sentence(count("pupils", n, n=small_number(n)))
