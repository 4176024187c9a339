"""Frozen collections: what was sealed, when, and why it was opened again."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from reportgen.model.input import InputFile
from reportgen.model.value import Slug, Value

FROZEN = "config/frozen"
"""Where seals and sealed rows stand, from the school's folder."""


class Revision(Value):
    """One sealing of a collection."""

    revision: int
    """1 for the first, one more for each amendment."""
    on: date
    """The day it was frozen."""
    reason: str = ""
    """Why it was opened again; empty for the first."""
    marks: int
    """Rows sealed: marks and comments."""
    rows: str
    """SHA-256 of the checked rows, provenance left out: the same however the export was saved."""
    files: tuple[InputFile, ...]
    """The exports the rows came from, by their bytes."""


class Seal(Value):
    """config/frozen/<collection>.json: every revision of a frozen collection, oldest first."""

    collection: Slug
    revisions: tuple[Revision, ...]

    @property
    def last(self) -> Revision:
        """The revision that holds."""
        return self.revisions[-1]


class SealedRow(NamedTuple):
    """A mark or a comment as it was checked. The first four tell rows apart."""

    pupil: str
    subject: str
    """Subject id; empty for a tutor's or head of year's words."""
    what: str
    """The facet of a mark; `comment` or `next_step`."""
    by: str
    """Staff code of who wrote a comment; empty for a mark."""
    state: str
    """Of a mark: marked, or why there is none; empty for a comment."""
    text: str
    """The mark as printed, or the words."""


class RowChange(NamedTuple):
    """A mark or comment that is not what it was when it was sealed; empty text where there was or is none."""

    pupil: str
    subject: str
    what: str
    before: str
    now: str


def rows_text(rows: Iterable[SealedRow]) -> bytes:
    """The rows as CSV, sorted: what is hashed and kept."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(SealedRow._fields)
    writer.writerows(sorted(rows))
    return text.getvalue().encode()


def rows_hash(text: bytes) -> str:
    """SHA-256 of the rows."""
    return sha256(text).hexdigest()


def packed(text: bytes) -> bytes:
    """The rows compressed, without name or time: the clock is no part of the record."""
    made = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=made, mtime=0) as file:
        file.write(text)
    return made.getvalue()


def unpacked(content: bytes, expected: str) -> tuple[SealedRow, ...]:
    """The rows of a packed record. Raises ValueError when it is damaged or its hash is not the one expected."""
    try:
        text = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(str(error)) from error
    if rows_hash(text) != expected:
        raise ValueError("other rows than those sealed")
    rows = csv.reader(io.StringIO(text.decode(), newline=""))
    next(rows)
    return tuple(SealedRow(*row) for row in rows)


def differing(before: Iterable[SealedRow], now: Iterable[SealedRow]) -> tuple[RowChange, ...]:
    """What changed between two revisions, by pupil, subject and facet."""
    then, after = ({row[:4]: row for row in rows} for rows in (before, now))
    changed = (key for key in sorted({**then, **after}) if then.get(key) != after.get(key))
    return tuple(RowChange(*key[:3], _shown(then.get(key)), _shown(after.get(key))) for key in changed)


def _shown(row: SealedRow | None) -> str:
    """The mark or words; why there is no mark."""
    return "" if row is None else row.text or row.state


def seal_path(collection: str) -> str:
    """Where a collection's seal stands, from the school's folder."""
    return f"{FROZEN}/{collection}.json"


def rows_path(collection: str, revision: int) -> str:
    """Where the sealed rows of a revision stand, from the school's folder."""
    return f"{FROZEN}/{collection}-{revision}.csv.gz"
