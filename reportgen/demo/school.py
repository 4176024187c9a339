"""A made-up school: settings and exports, the same for the same seed on every machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from reportgen.demo.classes import classes, form_tutors
from reportgen.demo.comments import comments
from reportgen.demo.exports import Records, left_in, with_late_marks
from reportgen.demo.families import contacts
from reportgen.demo.layouts import LAYOUTS, Layout, System, register_files
from reportgen.demo.marks import marks
from reportgen.demo.next_steps import next_steps
from reportgen.demo.planting import Planting
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import registers
from reportgen.demo.roll import roll
from reportgen.demo.settings_files import held_pupil, settings_files
from reportgen.demo.staff import everyone, posts
from reportgen.demo.table import Table, csv_bytes
from reportgen.demo.workbook import workbook_bytes

FEWEST: Final = 30
MOST: Final = 12_000


def made_up_school(
    *, pupils: int, seed: int, system: System = "sims", faults: bool = True
) -> tuple[tuple[str, bytes], ...]:
    """The files of a made-up school's project folder: `config/...` and `exports/...`, as (path, content).

    `pupils` are on roll when the latest collection closes; others left before. Equal arguments give equal bytes. The
    exports are in the layout of `system`; whichever it is, they hold the same school. With `faults` they hold those
    listed in `reportgen.demo.faults`, of which none stops a build; without, nothing is wrong with them.

    Raises:
        ValueError: for fewer than 30 or more than 12,000 pupils, and for a system without a layout.
    """
    if not FEWEST <= pupils <= MOST:
        raise ValueError(f"a made-up school has {FEWEST} to {MOST:,} pupils, not {pupils:,}")
    if system not in LAYOUTS:
        raise ValueError(f"there is no layout of {system}; there are {', '.join(LAYOUTS)}")
    return tuple(_files(pupils, seed, LAYOUTS[system], faults=faults))


def _files(size: int, seed: int, layout: Layout, *, faults: bool) -> Iterator[tuple[str, bytes]]:
    people = roll(size, seed)
    held = held_pupil(people)
    tutors = form_tutors(people, size)
    yield from settings_files(everyone(size), tutors, posts(size), held=held, system=layout.system)
    planting = Planting.of(people, held, layout, seed) if faults else None
    records = _records(planting.in_roll(people) if planting else people, tutors, size=size, seed=seed)
    records = planting.in_records(records) if planting else records
    tables = layout.tables(records)
    yield from _written(planting.in_tables(tables) if planting else tables)
    yield from register_files(layout, records.registers)


def _records(people: tuple[Pupil, ...], tutors: Mapping[str, str], *, size: int, seed: int) -> Records:
    taught = classes(people, size)
    given = marks(people, seed)
    in_time, late = with_late_marks(given)
    return Records(
        pupils=people,
        classes=taught,
        marks=in_time,
        late=late,
        next_steps=next_steps(given, taught, seed),
        comments=comments(given, taught, tutors=tutors, seed=seed),
        contacts=tuple(contacts([p for p in people if left_in(p) is None], seed)),
        registers=registers(people, seed),
    )


def _written(tables: Iterator[Table]) -> Iterator[tuple[str, bytes]]:
    """One file after the other: sheets of a workbook follow one another."""
    for path, some in groupby(tables, key=lambda one: one.path):
        first, *more = some
        yield path, workbook_bytes((first, *more)) if first.sheet else csv_bytes(first)
