"""A made-up primary school: settings and exports, the same for the same seed on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportgen.demo.chance import stream
from reportgen.demo.primary.checks import results
from reportgen.demo.primary.comments import comments, next_steps
from reportgen.demo.primary.exports import Records, tables
from reportgen.demo.primary.faults import plant
from reportgen.demo.primary.marks import marks
from reportgen.demo.primary.registers import registers
from reportgen.demo.primary.roll import roll
from reportgen.demo.primary.settings_files import settings_files
from reportgen.demo.primary.staff import class_teachers
from reportgen.demo.table import csv_bytes

FEWEST: Final = 30
MOST: Final = 630


def made_up_primary(*, pupils: int, seed: int, faults: bool = True) -> tuple[tuple[str, bytes], ...]:
    """The files of a made-up primary school's project folder: `config/...` and `exports/...`, as (path, content).

    `pupils` are on roll, Reception to Year 6, when the latest collection closes; others left before. Up to 210 there is
    one class a year group. Equal numbers and seeds give equal bytes. With `faults` the exports hold those listed in
    `reportgen.demo.primary.faults`; none of them stops a build.

    Raises:
        ValueError: for fewer than 30 or more than 630 pupils.
    """
    if not FEWEST <= pupils <= MOST:
        raise ValueError(f"a made-up primary school has {FEWEST} to {MOST} pupils, not {pupils:,}")
    return tuple(_files(pupils, seed, faults=faults))


def _files(size: int, seed: int, *, faults: bool) -> Iterator[tuple[str, bytes]]:
    people = roll(size, seed)
    teachers = class_teachers(tuple(dict.fromkeys(p.form_letter for p in people)))
    given = marks(people, seed)
    tested = results(people, given, seed)
    records = Records(
        pupils=people,
        teachers=teachers,
        marks=given,
        results=tested,
        next_steps=next_steps(given, tested, teachers, seed),
        comments=comments(given, teachers, seed),
        registers=registers(people, seed),
    )
    yield from settings_files(teachers)
    made = tuple(tables(records, seed))
    for one in plant(made, people, stream(seed, "primary faults")) if faults else made:
        yield one.path, csv_bytes(one)
