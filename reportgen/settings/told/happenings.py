"""What dates may be told from: everything in the calendars that happens on a day, as it stands in the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reportgen.settings.slugs import slug_of
from reportgen.settings.tree import Listing, Path, Scalar, Table

Kind = Literal["assessment", "collection", "report", "meeting"]

ASSESSMENTS, COLLECTIONS, REPORTS = "calendars/assessment.yaml", "calendars/collection.yaml", "calendars/reporting.yaml"
FILES = (ASSESSMENTS, COLLECTIONS, REPORTS)
"""The files whose dates may be told from others."""
MOMENTS: Mapping[str, Mapping[str, str]] = {
    "term": {"starts": "starts", "ends": "ends", "first school day": "starts", "last school day": "ends"},
    "assessment": {"starts": "starts", "ends": "ends", "is moderated": "moderated"},
    "collection": {"opens": "opens", "closes": "closes", "freezes": "freezes"},
    "report": {"goes out": "on"},
    "meeting": {"meets": "on", "papers are out": "papers"},
}
"""The moments of each kind of thing and the key that holds the day."""
DATES: Mapping[Kind, tuple[str, ...]] = {
    "assessment": ("starts", "ends", "moderated"),
    "collection": ("opens", "closes", "freezes"),
    "report": ("on", "roll_on", "results_on"),
    "meeting": ("on", "papers"),
}
"""The keys of each kind of entry that hold a date."""


@dataclass(frozen=True)
class Happening:
    """One entry of the calendars: what it may be called, the school year its terms are those of, where it stands."""

    kind: Kind
    names: tuple[str, ...]
    year: int | None
    file: str
    path: Path
    table: Table
    year_unread: bool = False
    """True when its school year, or its collection's, is not there or no number: a problem of its own."""

    def has(self, moment: str) -> bool:
        """True when it is a kind of thing that has this moment."""
        return moment in MOMENTS[self.kind]

    def text(self, key: str) -> Scalar | None:
        """What is written for a key; None where nothing is, or no text."""
        return written(self.table, key)


def happenings(trees: Mapping[str, Table]) -> tuple[Happening, ...]:
    """Every assessment, collection, report and meeting of the files read."""
    collections = tuple(_own("collection", COLLECTIONS, trees))
    named = {name: one for one in collections for name in one.names}
    return (*_own("assessment", ASSESSMENTS, trees), *collections, *_reports(trees.get(REPORTS), named))


def _own(kind: Kind, file: str, trees: Mapping[str, Table]) -> Iterator[Happening]:
    """Assessments or collections, which name their school year themselves."""
    for path, table in _entries(trees.get(file), f"{kind}s"):
        yield Happening(kind, _id(table), _year(table), file, path, table, _year(table) is None)


def _reports(root: Table | None, collections: Mapping[str, Happening]) -> Iterator[Happening]:
    """Reports, of the school year of their collection, and meetings."""
    for path, table in _entries(root, "reports"):
        collection = written(table, "collection")
        shown = collections.get(collection.text) if collection else None
        year, unread = (shown.year, shown.year_unread) if shown else (None, False)
        yield Happening("report", _id(table), year, REPORTS, path, table, unread)
        report = next(iter(_id(table)), "")
        for below, meeting in _entries(table, "meetings"):
            name = _meeting(meeting)
            names = (name, f"{report}/{name}") if name else ()
            yield Happening("meeting", names, year, REPORTS, (*path, *below), meeting, unread)
    for path, meeting in _entries(root, "meetings"):
        name = _meeting(meeting)
        yield Happening("meeting", (name,) if name else (), _year(meeting), REPORTS, path, meeting)


def written(table: Table, key: str) -> Scalar | None:
    """The text of a key of a table; None where nothing is written, or a list."""
    entry = table.entry(key)
    return entry.value if entry and isinstance(entry.value, Scalar) and not entry.value.empty else None


def _entries(table: Table | None, key: str) -> Iterator[tuple[Path, Table]]:
    """The tables of a list and their paths."""
    entry = table.entry(key) if table else None
    items = entry.value.items if entry and isinstance(entry.value, Listing) else ()
    for n, item in enumerate(items):
        if isinstance(item, Table):
            yield (key, n), item


def _id(table: Table) -> tuple[str, ...]:
    found = written(table, "id")
    return (found.text,) if found else ()


def _meeting(table: Table) -> str:
    """A meeting's id, or the one made from its name."""
    name = written(table, "name")
    return next(iter(_id(table)), slug_of(name.text) if name else "")


def _year(table: Table) -> int | None:
    found = written(table, "year")
    return int(found.text) if found and re.fullmatch(r"[+-]?[0-9]{1,15}", found.text.strip()) else None
