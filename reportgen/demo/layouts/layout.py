"""What a layout is: how one system writes the records of a school."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from reportgen.demo.exports import Records
from reportgen.demo.families import Contact
from reportgen.demo.registers import RegisterDay
from reportgen.demo.table import LINE_END, Table
from reportgen.demo.year import Round

System = Literal["sims", "arbor", "bromcom"]
MONTHLY = "exports/registers-{month}.csv"
"""Registers are exported month by month: a year of a large school is more than one file should hold."""


@dataclass(frozen=True)
class Place:
    """A file, and the sheet of it where it is a workbook."""

    file: str
    sheet: str = ""


@dataclass(frozen=True)
class PupilList:
    """The list of pupils and how it names what is known of each."""

    at: Place
    born: str
    form: str
    sen: str


@dataclass(frozen=True)
class Layout:
    """How one system writes the records of a school: its files, their headings, and the words in their cells."""

    system: System
    pupils: PupilList
    leavers: Place
    """The list of those who left last year."""
    teachers: Place
    starts: Place
    """Where scores of Year 6 stand."""
    contacts: Place
    late: Place
    next_steps: Place
    marks_file: Callable[[Round, int], str]
    """The file with the marks of a collection and year group."""
    tables: Callable[[Records], Iterator[Table]]
    """Every export but the registers; sheets of one workbook follow one another."""
    register_headings: str
    register_rows: Callable[[RegisterDay], Iterable[tuple[str, ...]]]


def register_files(layout: Layout, days: Iterable[RegisterDay]) -> Iterator[tuple[str, bytes]]:
    """The registers, a file a month. Rows are written as they come: a year of 12,000 pupils has millions."""
    texts: dict[str, io.StringIO] = {}
    months = {}
    for one in days:
        key = one.day.year, one.day.month
        if key not in months:
            text = texts[f"{one.day:%Y-%m}"] = io.StringIO(newline="")
            months[key] = csv.writer(text, lineterminator=LINE_END)
            months[key].writerow(layout.register_headings.split("|"))
        months[key].writerows(layout.register_rows(one))
    for month in sorted(texts):
        yield MONTHLY.format(month=month), texts.pop(month).getvalue().encode()


def contact_rows(contacts: Iterable[Contact], flag: Callable[[bool], str]) -> Iterator[tuple[str, ...]]:
    """A row a contact, from the pupil and the place in the order to what a court or the school forbids."""
    for one in contacts:
        yield (
            one.pupil.upn,
            str(one.priority),
            one.title,
            f"{one.forename} {one.surname}".strip(),
            one.relationship,
            one.email,
            flag(one.responsibility),
            one.phone,
            one.address,
            one.town,
            one.postcode,
            flag(one.court_order),
            flag(one.no_contact),
        )


@cache
def day_first(day: date) -> str:
    """03/09/2026."""
    return f"{day:%d/%m/%Y}"


def years(year: int) -> str:
    """2024-25 for the school year that starts in 2024, as file names have it."""
    return f"{year}-{(year + 1) % 100:02d}"
