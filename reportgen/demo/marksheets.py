"""Marks as systems write them: wide, with a column a subject and facet, and long, with a row a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportgen.demo.exports import LateMark
from reportgen.demo.marks import ATTITUDE, CONTRIBUTION, CURRENT, FORECAST, TARGET, Mark
from reportgen.demo.subjects import SUBJECTS, Taught
from reportgen.demo.table import Table, table
from reportgen.demo.year import ROUNDS, YEAR_GROUPS, Round

FACETS = (CURRENT, FORECAST, TARGET, ATTITUDE, CONTRIBUTION)


@dataclass(frozen=True)
class Words:
    """How a system names facets, and what it writes where there is no mark; what is not listed is written as it is."""

    facets: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)

    def facet(self, name: str) -> str:
        """The system's name of a facet."""
        return self.facets.get(name, name)

    def mark(self, written: str) -> str:
        """What the system writes for a mark or for its absence."""
        return self.states.get(written, written)


@dataclass(frozen=True)
class Sheet:
    """The marks of a collection and year group, pupil by pupil."""

    at: Round
    year_group: int
    marks: tuple[Mark, ...]


def sheets(marks: Iterable[Mark]) -> Iterator[Sheet]:
    """Every collection and year group that has marks, oldest collection first."""
    found: dict[tuple[str, int], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.collection.id, mark.pupil.year_group_in(mark.collection.year)), []).append(mark)
    for at in ROUNDS:
        for year_group in YEAR_GROUPS:
            if some := found.get((at.id, year_group)):
                yield Sheet(at, year_group, tuple(some))


@dataclass(frozen=True)
class Wide:
    """A marksheet with a row a pupil: who the pupil is, and a column a subject and facet."""

    who: str
    identity: Callable[[Mark], tuple[str, ...]]
    heading: Callable[[Round, Taught, str], str]
    words: Words = field(default_factory=Words)

    def table(self, given: Sheet, path: str, **more: str) -> Table:
        """The marksheet. A subject a pupil does not take is blank; a facet no one was given has no column."""
        filled = {(mark.subject.id, facet) for mark in given.marks for facet, _ in mark.cells}
        columns = [(subject, facet) for subject in SUBJECTS for facet in FACETS if (subject.id, facet) in filled]
        headings = [self.heading(given.at, subject, self.words.facet(facet)) for subject, facet in columns]
        rows = (self._row(list(some), columns) for _, some in groupby(given.marks, key=lambda m: m.pupil.upn))
        return table(path, "|".join((self.who, *headings)), rows, **more)

    def _row(self, marks: Sequence[Mark], columns: Sequence[tuple[Taught, str]]) -> tuple[str, ...]:
        cells = {(mark.subject.id, facet): written for mark in marks for facet, written in mark.cells}
        found = (cells.get((subject.id, facet), "") for subject, facet in columns)
        return (*self.identity(marks[0]), *map(self.words.mark, found))


@dataclass(frozen=True)
class Long:
    """A file with a row a mark."""

    headings: str
    row: Callable[[Mark, str, str], tuple[str, ...]]
    """Of a mark, the system's name of its facet, and what stands in the cell."""
    words: Words = field(default_factory=Words)

    def table(self, marks: Iterable[Mark], path: str) -> Table:
        """The file, in the order of the marks."""
        return table(path, self.headings, self._rows(marks))

    def _rows(self, marks: Iterable[Mark]) -> Iterator[tuple[str, ...]]:
        for mark in marks:
            for facet, written in mark.cells:
                yield self.row(mark, self.words.facet(facet), self.words.mark(written))


def late_table(late: Iterable[LateMark], path: str, headings: str, words: Words) -> Table:
    """The marks that came late: a row each with pupil, subject, facet and mark."""
    rows = ((one.upn, one.subject, words.facet(one.facet), words.mark(one.written)) for one in late)
    return table(path, headings, rows)
