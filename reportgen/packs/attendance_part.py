"""Attendance on a family's report: as a parent can picture it, then as the law wants it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from reportgen.model.document import AttendancePart, Cell, Column, Row, Table
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id
from reportgen.model.picture import Day, DayNote, DayStrip
from reportgen.packs.material import Material, Pupil, Record, origin_of
from reportgen.packs.messages import MESSAGES
from reportgen.packs.words import count, day, day_of_year, days, month, number, percent, say

NOTES = 4
"""Absences named above the strip, the longest ones."""


def attendance_part(material: Material, pupil: Pupil) -> AttendancePart | None:
    """The part, or None where no attendance is loaded for the pupil."""
    row = material.attendance.get(pupil.key)
    if row is None or not row.possible:
        return None
    since = material.attended_from(row)
    told = count(
        "in school",
        1 if row.attended in (1, 2) else 2,
        name=pupil.first_name,
        attended=days(row.attended),
        possible=days(row.possible),
        percent=percent(row.percent, 0 if row.attended == row.possible else 1),
        span=say("since day", day=day_of_year(since)) if since else say("so far"),
    )
    return AttendancePart(sentence=told, days=day_strip(material, pupil), table=_table(row, pupil))


def _table(row: Record, pupil: Pupil) -> Table:
    spanned = row.starts is not None and row.ends is not None
    caption = say("half-days from", starts=day_of_year(row.starts), ends=day(row.ends)) if spanned else say("half-days")
    counts = (
        ("possible", row.possible, False),
        ("attended", row.attended, True),
        ("missed with permission", row.authorised, True),
        ("missed without permission", row.unauthorised, True),
        ("times late", row.late, False),
    )
    cells = tuple(_count_cell(pupil, name, n, row, share=share) for name, n, share in counts)
    return Table(
        caption=caption,
        columns=tuple(Column(head=say(name), role="count") for name, _, _ in counts),
        rows=(Row(cells=cells),),
    )


def _count_cell(pupil: Pupil, name: str, n: int | None, row: Record, *, share: bool) -> Cell:
    if n is None:
        return Cell(text=say("not recorded"), tone="soft")
    text = say("with share", n=number(n), percent=percent(100 * n / row.possible, 1)) if share else number(n)
    figure = Figure(
        id=figure_id("pupil", pupil.key, "attendance", name),
        value=float(n),
        unit=Unit.SESSIONS,
        n=1,
        population="the pupil",
        rule="sum of sessions",
        sources=(row.source,) if row.source else (),
    )
    # The pupil's key stays out of families' documents: the figure is named, not the pupil.
    return Cell(
        text=text, origin=origin_of(row), figure=figure.model_copy(update={"id": figure_id("attendance", name)})
    )


@dataclass(frozen=True)
class _Missed:
    on: date
    size: str
    authorised: bool
    why: str


def day_strip(material: Material, pupil: Pupil) -> DayStrip | None:
    """One mark a possible day, from the register; None where only totals are loaded."""
    sessions = material.sessions.get(pupil.key, ())
    shown, missed = _days(material, sessions)
    if not shown:
        return None
    notes = _notes(missed)
    first_of_month = [next(run) for _, run in groupby((d.on for d in shown), key=lambda on: (on.year, on.month))]
    told = (
        say("days title missed", notes="; ".join(_note_text(run) for run in _runs(missed)))
        if missed
        else say("days title missed none")
    )
    title = say(
        "days title", n=number(len(shown)), starts=day_of_year(shown[0].on), ends=day_of_year(shown[-1].on), missed=told
    )
    return DayStrip(
        title=title,
        days=tuple(shown),
        notes=notes,
        months=tuple(DayNote(on=on, text=month(on)) for on in first_of_month),
    )


def _days(material: Material, sessions: Sequence[Record]) -> tuple[list[Day], list[_Missed]]:
    codes = {c.code: c for c in material.project.reference.attendance_codes}
    shown, missed = [], []
    for on, found in groupby(sessions, key=lambda s: s.date):
        known = [codes[s.code] for s in found if s.code in codes and codes[s.code].counts_as != "not possible"]
        if not known:
            continue
        absent = [c for c in known if c.counts_as != "attended"]
        size = "none" if not absent else "whole" if len(absent) == len(known) else "half"
        authorised = all(c.counts_as == "authorised" for c in absent)
        shown.append(Day.model_validate({"on": on, "missed": size, "authorised": authorised}))
        if absent:
            why = _why(absent[0].code, absent[0].meaning) if authorised else say("no permission")
            missed.append(_Missed(on=on, size=size, authorised=authorised, why=why))
    return shown, missed


def _why(code: str, meaning: str) -> str:
    """Why a day was missed, as families say it; the code list's own words where there are no better ones."""
    key = f"away {code}"
    return say(key) if key in MESSAGES else meaning[:1].lower() + meaning[1:]


def _runs(missed: Sequence[_Missed]) -> list[list[_Missed]]:
    """Missed days in runs of the same reason, with no more than a weekend between them."""
    runs: list[list[_Missed]] = []
    for one in missed:
        last = runs[-1][-1] if runs else None
        near = last is not None and (one.on - last.on).days <= (3 if one.on.weekday() == 0 else 1)
        if last and near and last.why == one.why and last.size == one.size:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _note_text(run: Sequence[_Missed]) -> str:
    first, last = run[0].on, run[-1].on
    why = say("half a day") if run[0].size == "half" else run[0].why
    if len(run) == 1:
        return say("note one day", day=day_of_year(first), why=why)
    start = str(first.day) if first.month == last.month else day_of_year(first)
    key = "note two days" if run[1:] == run[-1:] else "note days"
    return say(key, first=start, last=day_of_year(last), second=day_of_year(last), why=why)


def _notes(missed: Sequence[_Missed]) -> tuple[DayNote, ...]:
    runs = _runs(missed)
    longest = sorted(runs, key=lambda run: -sum(1 if one.size == "half" else 2 for one in run))[:NOTES]
    return tuple(DayNote(on=run[0].on, text=_note_text(run)) for run in runs if run in longest)
