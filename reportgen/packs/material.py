"""What documents are made from: the frames of one report, indexed by pupil, subject and class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.calendar import Collection, Report
from reportgen.model.document import Origin
from reportgen.model.frames import Loaded
from reportgen.model.measured import Measured
from reportgen.model.plan import NO_PLAN, Plan
from reportgen.model.project import Project
from reportgen.model.scale import Scale
from reportgen.packs.stamp import stamped
from reportgen.packs.words import in_phase, listed, say

Record = SimpleNamespace
"""One row of a frame, missing values as None."""


FIRST_DAYS = 7
"""Days after the first of a year by which every year group has begun: one that starts later has a date on its page."""


def records(frame: pd.DataFrame) -> Iterator[Record]:
    """The rows of a frame, with None for what is missing and plain dates and numbers."""
    names = list(frame.columns)
    columns = [_plain(frame[name]) for name in names]
    for values in zip(*columns, strict=True):
        yield SimpleNamespace(**dict(zip(names, values, strict=True)))


def _plain(column: pd.Series[Any]) -> list[Any]:
    if pd.api.types.is_datetime64_any_dtype(column):
        return [None if pd.isna(value) else value.date() for value in column]
    missing = column.isna()
    return [None if gone else value for value, gone in zip(column.tolist(), missing.tolist(), strict=True)]


@dataclass(frozen=True)
class Pupil:
    """A pupil as pages name them."""

    key: str
    forename: str
    surname: str
    year_group: str
    form: str
    joined: date | None

    @property
    def named(self) -> bool:
        """True when the school's exports give names."""
        return bool(self.forename or self.surname)

    @property
    def full_name(self) -> str:
        """`Amara Okonkwo`, or `Pupil 4123` where there are no names."""
        return " ".join(part for part in (self.forename, self.surname) if part) or say("pupil with key", key=self.key)

    @property
    def register_name(self) -> str:
        """`Okonkwo, Amara`, as lists for staff have it."""
        return ", ".join(part for part in (self.surname, self.forename) if part) or self.full_name

    @property
    def short_name(self) -> str:
        """`Amara O`: enough inside a class."""
        return f"{self.forename} {self.surname[:1]}".strip() if self.forename else self.full_name

    @property
    def first_name(self) -> str:
        """What sentences for families call the pupil."""
        return self.forename or (self.surname if self.named else say("your child"))


def pupil_of(row: Record) -> Pupil:
    """The pupil of a PUPILS row: preferred names, else legal ones."""
    return Pupil(
        key=row.pupil,
        forename=row.preferred_forename or row.legal_forename or "",
        surname=row.preferred_surname or row.legal_surname or "",
        year_group=row.year_group,
        form=row.form or "",
        joined=row.joined,
    )


@dataclass(frozen=True)
class Material:
    """One report's settings and frames, with look-ups made once for all documents."""

    project: Project
    report: Report
    loaded: Loaded
    measured: Measured
    plan: Plan = NO_PLAN
    """What the calendars make of the year."""

    @cached_property
    def collection(self) -> Collection:
        """The collection the report shows."""
        return self.project.collection(self.report.collection)

    def in_phase(self, key: str, /) -> str:
        """The key of a message as a school of this phase says it."""
        return in_phase(key, self.project.school.phase)

    @cached_property
    def origin(self) -> Origin:
        """The collection on the pages of staff and governors, its closing day and the sources its marks came from."""
        sources = sorted({str(source) for source in self.measured.marks[f.SOURCE].unique()})
        origin = Origin(
            collection=self.collection.id,
            name=self.collection.name,
            collected_on=self.collection.closes,
            sources=tuple(sources),
        )
        return stamped(origin, self._revision, audience="staff")

    @cached_property
    def family_origin(self) -> Origin:
        """The same on families' pages."""
        return stamped(self.origin, self._revision, audience="parents")

    @property
    def _revision(self) -> int | None:
        seal = self.project.seal(self.collection.id)
        return seal.last.revision if seal else None

    @cached_property
    def compared(self) -> tuple[Collection, ...]:
        """The earlier collections beside it, oldest first."""
        return tuple(self.project.collection(c) for c in self.report.compare)

    @cached_property
    def pupils(self) -> tuple[Pupil, ...]:
        """Pupils on roll, in register order."""
        return tuple(pupil_of(row) for row in records(self.measured.roll))

    @cached_property
    def progress(self) -> Mapping[str, tuple[Record, ...]]:
        """PROGRESS rows by pupil, in the order of subjects."""
        order = {s.id: n for n, s in enumerate(self.project.subjects.subjects)}
        rows = sorted(records(self.measured.progress), key=lambda r: order.get(r.subject, len(order)))
        return _grouped(rows, "pupil")

    @cached_property
    def path(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        """PATH rows by pupil and subject, in the order of collections."""
        order = {c: n for n, c in enumerate((*self.report.compare, self.report.collection))}
        grouped: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for row in sorted(records(self.measured.path), key=lambda r: order[r.collection]):
            grouped[row.pupil, row.subject].append(row)
        return {key: tuple(rows) for key, rows in grouped.items()}

    @cached_property
    def marks(self) -> Mapping[tuple[str, str, str], Record]:
        """RESULTS rows of the report's collection by pupil, subject and facet."""
        return {(r.pupil, r.subject, r.facet): r for r in records(self.measured.marks)}

    @cached_property
    def attendance(self) -> Mapping[str, Record]:
        """Attendance by pupil."""
        return {r.pupil: r for r in records(self.measured.attendance)}

    @cached_property
    def first_session(self) -> date | None:
        """The first day any pupil could attend, None where totals have no dates."""
        return min((r.starts for r in self.attendance.values() if r.possible and r.starts), default=None)

    def attended_from(self, row: Record) -> date | None:
        """The first day of an attendance row that starts later than the year did: the pupil joined, or came of age."""
        late = row.starts and self.first_session and (row.starts - self.first_session).days > FIRST_DAYS
        return row.starts if late else None

    @cached_property
    def sessions(self) -> Mapping[str, tuple[Record, ...]]:
        """Register marks by pupil in order of day and session."""
        frame = self.measured.sessions.sort_values([f.PUPIL, f.DATE, f.SESSION])
        return _grouped(records(frame[[f.PUPIL, f.DATE, f.SESSION, f.CODE]]), "pupil")

    @cached_property
    def groups(self) -> Mapping[tuple[str, str], str]:
        """Value of a group by pupil and group; absent when not known."""
        return {(r.pupil, r.group): r.value for r in records(self.measured.memberships) if r.value is not None}

    @cached_property
    def starts(self) -> Mapping[tuple[str, str], Record]:
        """Starting points by pupil and start."""
        return {(r.pupil, r.start): r for r in records(self.measured.starts)}

    @cached_property
    def next_steps(self) -> Mapping[str, tuple[Record, ...]]:
        """Next steps written for a pupil in this collection."""
        rows = (
            r for r in records(self.loaded.comments) if r.kind == "next_step" and r.collection == self.report.collection
        )
        return _grouped(rows, "pupil")

    @cached_property
    def teachers(self) -> Mapping[str, str]:
        """Names of a class's teachers, joined."""
        by_class: dict[str, list[str]] = defaultdict(list)
        for row in records(self.loaded.teachers):
            by_class[row.class_id].append(self.staff_name(row.teacher))
        return {class_id: listed(dict.fromkeys(names)) for class_id, names in by_class.items()}

    @cached_property
    def tutors(self) -> Mapping[str, tuple[str, ...]]:
        """Staff codes of each form's tutors."""
        return {t.form: t.tutors for t in self.project.staff.tutors}

    def staff_name(self, code: str) -> str:
        """The display name of a staff code, or the code where staff.yaml does not have it."""
        member = self.project.staff.named(code)
        return member.name if member else code

    def scale(self, scale_id: str | None) -> Scale | None:
        """A scale by id, None for None."""
        return self.project.marks.scale(scale_id) if scale_id else None


def origin_of(row: Record) -> str:
    """Where a single mark stands in the exports: `marks-autumn, row 41`."""
    if not row.source:
        return ""
    parts = [row.source, f"sheet {row.sheet}" if row.sheet else "", f"row {row.row}" if row.row is not None else ""]
    return ", ".join(part for part in parts if part)


def _grouped(rows: Iterator[Record] | list[Record], name: str) -> dict[str, tuple[Record, ...]]:
    grouped: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, name)].append(row)
    return {key: tuple(found) for key, found in grouped.items()}
