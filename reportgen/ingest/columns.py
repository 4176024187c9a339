"""Which column of a table gives which field of a source's frame."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.ingest.table import Table
from reportgen.ingest.text import fold
from reportgen.model import frames as f
from reportgen.model.problem import Problem, problem
from reportgen.model.school import School
from reportgen.model.source import Source

IDENTITY = (
    f.UPN,
    f.MIS_ID,
    f.ADMISSION_NUMBER,
    f.LEGAL_SURNAME,
    f.LEGAL_FORENAME,
    f.PREFERRED_SURNAME,
    f.PREFERRED_FORENAME,
    f.BORN,
    f.SEX,
    f.YEAR_GROUP,
    f.FORM,
    f.JOINED,
    f.LEFT,
)
"""Fields any frame about pupils may carry: to check whose row it is, and to make a roll where there is none."""
WIDE_FIELD: Mapping[str, str] = {
    "results": f.WRITTEN,
    "starts": f.WRITTEN,
    "memberships": f.WRITTEN,
    "classes": f.CLASS_ID,
    "comments": f.TEXT,
}
"""What the cells of a wide file are, by frame."""


@dataclass(frozen=True)
class Located:
    """Positions of each field's columns; several are joined with '-'. A field with none is fixed or missing."""

    positions: Mapping[str, tuple[int, ...]]
    headings: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = field(default=())
    """Mapped fields whose headings are not there."""


def is_wide(source: Source) -> bool:
    """True when cells under several headings are values of one kind."""
    return bool(source.wide or source.headings)


def fields_of(source: Source) -> tuple[str, ...]:
    """Every field a source may map: its frame's own, and those that say whose row it is."""
    contract = f.frame(source.frame)
    own = tuple(c.name for c in contract.columns if c.from_export)
    extra = IDENTITY if f.PUPIL in own else ()
    return tuple(dict.fromkeys((*own, *extra, *((f.TEACHER,) if source.frame == "results" else ()))))


def key_field(source: Source, school: School) -> str:
    """The mapped field that holds the pupil's key."""
    given = {*source.columns, *source.fixed}
    return f.PUPIL if f.PUPIL in given or school.key == "row" else school.key


def mapped_headings(source: Source) -> Iterator[str]:
    """Every heading a source names."""
    for column in source.columns.values():
        yield from (*column.headings, *column.join)
    yield from source.where
    for wide in source.wide:
        yield wide.heading


def locate(source: Source, table: Table, school: School) -> Located:
    """The columns of each field. A needed one that is not there is a stop that lists the headings found."""
    problems: list[Problem] = [
        _unknown(source, name) for name in (*source.columns, *source.fixed) if name not in fields_of(source)
    ]
    positions: dict[str, tuple[int, ...]] = {}
    headings: dict[str, str] = {}
    missing = []
    for name, column in source.columns.items():
        found = [table.positions(heading) for heading in column.join] or [_first(table, column.headings)]
        if any(not places for places in found):
            missing.append(name)
            continue
        for places in found:
            problems += _twice(table, places)
        positions[name] = tuple(places[0] for places in found)
        headings[name] = " + ".join(table.headings[places[0]] for places in found)
    problems += _missing(source, table, school, missing)
    return Located(positions, headings, tuple(problems), tuple(missing))


def _first(table: Table, headings: tuple[str, ...]) -> tuple[int, ...]:
    return next((places for h in headings if (places := table.positions(h))), ())


def _unknown(source: Source, name: str) -> Problem:
    near = difflib.get_close_matches(name, fields_of(source), n=1)
    return problem(
        "L215",
        found=f'source "{source.id}" maps "{name}"',
        expected=f"a field of {source.frame}: {', '.join(fields_of(source))}",
        remedy=f'Did you mean "{near[0]}"?' if near else "",
    )


def _twice(table: Table, places: tuple[int, ...]) -> list[Problem]:
    """Two columns of one heading: harmless when their cells are the same."""
    if len(places) == 1:
        return []
    same = all(table.cells[p].equals(table.cells[places[0]]) for p in places[1:])
    heading = table.headings[places[0]]
    return [
        problem(
            "L222" if same else "L210", table.place(heading=heading), found=f"{len(places)} columns of this heading"
        )
    ]


def _needed(source: Source, school: School) -> tuple[str, ...]:
    contract = f.frame(source.frame)
    wide = WIDE_FIELD.get(source.frame) if is_wide(source) else None
    in_parts = {part for column in source.wide for part in column.parts} | set(_pattern_parts(source))
    # a second list of pupils may carry identifiers only: whether each pupil has a year group is seen on the roll
    needed = [
        c.name
        for c in contract.columns
        if c.needed and c.from_export and not (source.frame == "pupils" and c.name == f.YEAR_GROUP)
    ]
    key = key_field(source, school)
    named = [key if name == f.PUPIL else name for name in needed if not (name == f.PUPIL and school.key == "row")]
    return tuple(n for n in named if n not in source.fixed and n not in in_parts and n != wide)


def _pattern_parts(source: Source) -> list[str]:
    return [piece.split("}")[0] for piece in (source.headings or "").split("{")[1:]]


def _missing(source: Source, table: Table, school: School, missing: list[str]) -> list[Problem]:
    needed = _needed(source, school)
    stops = [_absent("L208", source, table, n) for n in needed if n in missing or n not in source.columns]
    return stops + [_absent("L209", source, table, n) for n in missing if n not in needed and n not in source.fixed]


def _absent(code: str, source: Source, table: Table, name: str) -> Problem:
    column = source.columns.get(name)
    wanted = [h for h in (column.join or column.headings) if not table.positions(h)] if column else []
    expected = f'"{name}" under ' + " or ".join(f'"{h}"' for h in wanted) if wanted else f'a column for "{name}"'
    near = _nearest(table, wanted or [name])
    remedy = f'Did you mean "{near}"?' if near else ""
    return problem(code, table.place(), found=_shown_headings(table), expected=expected, remedy=remedy)


def _nearest(table: Table, wanted: list[str]) -> str:
    folded = {fold(h): h for h in table.headings if h}
    found = (difflib.get_close_matches(fold(h), list(folded), n=1, cutoff=0.5) for h in wanted)
    return next((folded[near[0]] for near in found if near), "")


def _shown_headings(table: Table) -> str:
    return "headings " + ", ".join(f'"{h}"' for h in table.headings if h)


def where_positions(source: Source, table: Table) -> tuple[dict[str, int], list[Problem]]:
    """Columns of `where`: a heading, or a field that is mapped."""
    found: dict[str, int] = {}
    problems = []
    for name in source.where:
        column = source.columns.get(name)
        places = table.positions(name) or (_first(table, column.headings) if column else ())
        if places:
            found[name] = places[0]
        else:
            problems.append(problem("L214", table.place(), found=_shown_headings(table), expected=f'"{name}"'))
    return found, problems
