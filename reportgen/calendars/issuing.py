"""What was given out before and what is given out now: moved events keep their identifier and raise their sequence."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable
from datetime import date
from hashlib import sha256
from typing import Any, get_args

from reportgen.model.event import Event, Issued, Reader

COLUMNS = ("uid", "sequence", "content", "year", "starts", "name", "readers", "former")
"""Columns of the record."""


def issue(events: Iterable[Event], before: Iterable[Issued], *, years: Collection[int]) -> tuple[Issued, ...]:
    """The record after these events are given out, by year, day and identifier.

    An event that changed has its sequence raised by one. So has one that is gone, once, and it stays in the record so
    that later files call it off too. One whose school year is not among `years`, those the settings describe, is not
    called off: that year is over. Equal events give back an equal record.
    """
    known = {one.uid: one for one in before}
    now = {event.uid: event for event in events}
    issued = [_issued(event, known.get(event.uid)) for event in now.values()]
    issued += [_gone(one) if one.year in years else one for uid, one in known.items() if uid not in now]
    return tuple(sorted(issued, key=lambda one: (one.year, one.starts, one.uid)))


def _issued(event: Event, before: Issued | None) -> Issued:
    content = sha256(event.model_dump_json().encode()).hexdigest()
    if before is None:
        return Issued(sequence=0, content=content, **_told(event), year=event.year)
    sequence = before.sequence + (before.content != content)
    former = _in_order({*before.readers, *before.former} - {*event.readers})
    return Issued(sequence=sequence, content=content, **_told(event), year=max(event.year, before.year), former=former)


def _told(event: Event) -> dict[str, Any]:
    return {"uid": event.uid, "starts": event.starts, "name": event.name, "readers": _in_order(event.readers)}


def _gone(before: Issued) -> Issued:
    if not before.readers:
        return before
    former = _in_order({*before.readers, *before.former})
    return before.model_copy(update={"sequence": before.sequence + 1, "content": "", "readers": (), "former": former})


def _in_order(readers: Collection[Reader]) -> tuple[Reader, ...]:
    return tuple(reader for reader in get_args(Reader) if reader in readers)


def issued_text(issued: Iterable[Issued]) -> str:
    """The record as CSV, each line ended by a line feed."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in issued:
        given = (one.uid, one.sequence, one.content, one.year, one.starts.isoformat(), one.name)
        writer.writerow((*given, " ".join(one.readers), " ".join(one.former)))
    return made.getvalue()


def issued_from(text: str) -> tuple[Issued, ...]:
    """The record from its CSV text. Raises ValueError when it is not one: a lost record would double every event."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise ValueError(f"expected the columns {', '.join(COLUMNS)}")
    return tuple(_row(row, line) for line, row in enumerate(rows[1:], start=2) if row)


def _row(row: list[str], line: int) -> Issued:
    try:
        given = dict(zip(COLUMNS, row, strict=True))
        return Issued.model_validate(
            {
                **given,
                "starts": date.fromisoformat(given["starts"]),
                "readers": tuple(given["readers"].split()),
                "former": tuple(given["former"].split()),
            }
        )
    except ValueError as error:
        raise ValueError(f"line {line} is damaged") from error
