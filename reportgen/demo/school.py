"""A made-up school: settings and exports, the same for the same seed on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportgen.demo.chance import stream
from reportgen.demo.classes import classes, form_tutors
from reportgen.demo.exports import Records, people_tables, work_tables
from reportgen.demo.faults import plant
from reportgen.demo.marks import marks
from reportgen.demo.marksheets import mark_tables
from reportgen.demo.next_steps import next_steps
from reportgen.demo.registers import registers
from reportgen.demo.roll import roll
from reportgen.demo.settings_files import held_pupil, settings_files
from reportgen.demo.staff import everyone
from reportgen.demo.table import Table, by_path, csv_bytes
from reportgen.demo.workbook import workbook_bytes

FEWEST: Final = 30
MOST: Final = 1200


def made_up_school(*, pupils: int, seed: int) -> tuple[tuple[str, bytes], ...]:
    """The files of a made-up school's project folder: `config/...` and `exports/...`, as (path, content).

    `pupils` are on roll when the latest collection closes; others left before. Equal numbers and seeds give equal
    bytes. The exports hold the faults listed in `reportgen.demo.faults`; none of them stops a build.

    Raises:
        ValueError: for fewer than 30 or more than 1,200 pupils.
    """
    if not FEWEST <= pupils <= MOST:
        raise ValueError(f"a made-up school has {FEWEST} to {MOST:,} pupils, not {pupils:,}")
    return tuple(_files(pupils, seed))


def _files(size: int, seed: int) -> Iterator[tuple[str, bytes]]:
    people = roll(size, seed)
    taught = classes(people, size)
    given = marks(people, seed)
    records = Records(people, taught, given, next_steps(given, taught, seed), registers(people, seed))
    held = held_pupil(people)
    yield from settings_files(everyone(size), form_tutors(people, size), held)
    tables = (*people_tables(records, seed), *mark_tables(given), *work_tables(records))
    faulty = plant(tables, [p for p in people if p != held], stream(seed, "faults"))
    yield from ((path, _content(sheets)) for path, sheets in by_path(faulty))


def _content(sheets: tuple[Table, ...]) -> bytes:
    return workbook_bytes(sheets) if sheets[0].sheet else csv_bytes(sheets[0])
