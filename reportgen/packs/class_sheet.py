"""The class sheet: every pupil of a class in one subject, for the teacher's pen."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from reportgen.model.calendar import YEAR_GROUPS, Collection, year_group_words
from reportgen.model.document import Cell, ClassSheet, Column, Row, Table
from reportgen.model.picture import Change
from reportgen.model.scale import Scale
from reportgen.model.school import Group, Start
from reportgen.packs.class_movement import main_scale, movement, movement_heading, shape, shape_heading
from reportgen.packs.class_questions import class_questions
from reportgen.packs.flags import flag_cell, flagged_groups, flags_key, group_key
from reportgen.packs.marks_key import marks_key, step_told
from reportgen.packs.material import Material, Pupil, Record, origin_of
from reportgen.packs.subjects_table import MARKED, bars, roomy, state_words
from reportgen.packs.words import count, day, listed, number, say, signed

EARLIER = 3
"""Earlier collections with a column of their own."""
LONGEST = 50
"""Letters of a class in a file name."""


def class_sheets(material: Material) -> list[ClassSheet]:
    """One sheet a class and subject with a pupil on roll, in the order of subjects and classes."""
    by_class: dict[tuple[str, str], list[tuple[Pupil, Record]]] = defaultdict(list)
    for pupil in material.pupils:
        for row in material.progress.get(pupil.key, ()):
            if row.class_id:
                by_class[row.subject, row.class_id].append((pupil, row))
    order = {s.id: n for n, s in enumerate(material.project.subjects.subjects)}
    ordered = sorted(by_class.items(), key=lambda item: (order.get(item[0][0], len(order)), item[0][1]))
    stems = _stems(list(by_class))
    return [
        _sheet(material, subject, class_id, members, stem=stems[subject, class_id])
        for (subject, class_id), members in ordered
    ]


def _sheet(
    material: Material, subject_id: str, class_id: str, members: list[tuple[Pupil, Record]], *, stem: str
) -> ClassSheet:
    project = material.project
    subject = project.subjects.subject(subject_id)
    members = sorted(members, key=lambda m: (m[0].surname.casefold(), m[0].forename.casefold(), m[0].key))
    heading = f"{class_id} {subject.name}"
    years = tuple(sorted({pupil.year_group for pupil, _ in members}, key=YEAR_GROUPS.index))
    shape_title = shape_heading(material, members)
    movement_title = movement_heading(material, members, subject=subject_id, class_id=class_id)
    return ClassSheet(
        key=stem,
        path=f"staff/classes/{stem}",
        title=f"{heading}, {material.collection.name}, {project.school.name}",
        language=project.school.language,
        school=project.school.name,
        origin=material.origin,
        shelf=say("shelf of class sheets", years=listed(year_group_words(y) for y in years), subject=subject.name),
        heading=heading,
        year_groups=years,
        subtitle=_subtitle(material, class_id, members),
        shape_heading=shape_title,
        shape=shape(material, members, shape_title),
        movement_heading=movement_title,
        movement=movement(material, members),
        movement_note=_movement_note(material, members),
        questions=class_questions(material, members),
        pupils=_table(material, subject_id, members),
        flag_key=flags_key(flagged_groups(material)) if project.packs.classes.hide_flags else "",
    )


def _stems(classes: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """File names safe everywhere: `10b-ma2-maths`; those that would be the same are told apart by a hash."""
    folded = {one: _folded(*one) for one in classes}
    shared = {stem for stem, n in Counter(folded.values()).items() if n > 1}
    return {
        (subject, class_id): f"{stem}-{sha256(class_id.encode()).hexdigest()[:6]}" if stem in shared else stem
        for (subject, class_id), stem in folded.items()
    }


def _folded(subject: str, class_id: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", class_id.casefold()).strip("-") or "class"
    return f"{name[:LONGEST]}-{subject}"


def _subtitle(material: Material, class_id: str, members: Sequence[tuple[Pupil, Record]]) -> str:
    teachers = material.teachers.get(class_id)
    beside = listed(c.short or c.name for c in _earlier(material, members))
    return say(
        "class subtitle",
        teachers=say("class teachers", names=teachers) if teachers else "",
        pupils=count("pupils", len(members)),
        facet=material.project.marks.facet(members[0][1].facet).name if members[0][1].facet else "",
        date=day(material.collection.closes),
        beside=say("beside", collections=beside) if beside else "",
        school=material.project.school.name,
    )


def _earlier(material: Material, members: Sequence[tuple[Pupil, Record]]) -> tuple[Collection, ...]:
    """Compared collections in which anyone here has a mark, the latest few."""
    marked = {
        point.collection
        for pupil, row in members
        for point in material.path.get((pupil.key, row.subject), ())
        if point.state == MARKED
    }
    return tuple(c for c in material.compared if c.id in marked)[-EARLIER:]


def _movement_note(material: Material, members: Sequence[tuple[Pupil, Record]]) -> str:
    if not any(row.change is not None for _, row in members):
        return ""
    step = step_told(material, main_scale(material, members))
    return say("step note", step=step) if step else say("step note plain")


def _table(material: Material, subject_id: str, members: Sequence[tuple[Pupil, Record]]) -> Table:
    groups = flagged_groups(material)
    start_id = material.project.subjects.subject(subject_id).start
    start = next((s for s in material.project.groups.starts if s.id == start_id), None)
    earlier = _earlier(material, members)
    show = _Shown(
        groups=groups,
        start=start,
        earlier=earlier,
        target=any(row.target_label for _, row in members),
        change=any(row.change is not None for _, row in members),
        attitude=any(row.attitude_place is not None for _, row in members),
        attendance=any(pupil.key in material.attendance for pupil, _ in members),
        longest=max((abs(row.change) for _, row in members if row.change is not None), default=1.0),
    )
    rows = [_cells(material, show, pupil, row) for pupil, row in members]
    columns = (roomy(column, [cells[n] for cells in rows]) for n, column in enumerate(_columns(material, show)))
    return Table(
        caption=_caption(material, show, members),
        columns=tuple(columns),
        rows=tuple(Row(cells=cells) for cells in rows),
    )


@dataclass(frozen=True)
class _Shown:
    """Which columns this sheet has: none that nobody here has anything in."""

    groups: tuple[Group, ...]
    start: Start | None
    earlier: tuple[Collection, ...]
    target: bool
    change: bool
    attitude: bool
    attendance: bool
    longest: float


def _columns(material: Material, show: _Shown) -> tuple[Column, ...]:
    columns = [Column(head=say("pupil"), role="name")]
    columns += [Column(head=g.short or g.name, role="flag") for g in show.groups]
    if show.start:
        columns.append(Column(head=say("start"), role="start", numeric=True))
    if show.target:
        columns.append(Column(head="Target", role="target"))
    columns += [Column(head=c.short or c.name, role="earlier") for c in show.earlier]
    columns.append(Column(head=material.collection.short or material.collection.name, role="now"))
    if show.change:
        columns.append(Column(head=say("change"), role="change"))
    if show.attitude:
        columns.append(Column(head=say("attitude"), role="attitude"))
    if show.attendance:
        columns.append(Column(head=say("attendance"), role="attendance", numeric=True))
    columns.append(Column(head=say("notes"), role="notes"))
    return tuple(columns)


def _cells(material: Material, show: _Shown, pupil: Pupil, row: Record) -> tuple[Cell, ...]:
    cells = [Cell(text=pupil.register_name)]
    cells += [flag_cell(material, pupil, group) for group in show.groups]
    if show.start:
        cells.append(_start(material, pupil, show.start))
    if show.target:
        cells.append(Cell(text=row.target_label or ""))
    cells += [_past(material, pupil, row, c) for c in show.earlier]
    cells.append(_now(row))
    if show.change:
        cells.append(_change(row, show.longest))
    if show.attitude:
        cells.append(_attitude(material, pupil, row))
    if show.attendance:
        cells.append(_attendance(material, pupil))
    return (*cells, Cell())


def _start(material: Material, pupil: Pupil, start: Start) -> Cell:
    found = material.starts.get((pupil.key, start.id))
    if found is None or found.score is None:
        return Cell(text=say("none"), tone="soft")
    decimals = material.project.marks.scale(start.scale).decimals
    return Cell(text=number(found.score, decimals), sort=found.score, origin=origin_of(found))


def _past(material: Material, pupil: Pupil, row: Record, collection: Collection) -> Cell:
    point = next((p for p in material.path.get((pupil.key, row.subject), ()) if p.collection == collection.id), None)
    if point is None:
        return Cell(tone="soft")
    if point.state == MARKED:
        return Cell(text=point.label, tone="soft", sort=point.position)
    return Cell(text=say("new") if point.state == "joined later" else state_words(point.state), tone="soft")


def _now(row: Record) -> Cell:
    if row.state == MARKED:
        return Cell(text=row.label, tone="now", sort=row.position, origin=origin_of(row))
    return Cell(text=state_words(row.state), tone="soft", origin=origin_of(row))


def _change(row: Record, longest: float) -> Cell:
    if row.change is None:
        return Cell(text=say("no mark") if row.state != MARKED else say("new"), tone="soft")
    steps = number(abs(row.change), _step_decimals(row.change))
    title = (
        say("change up", n=steps)
        if row.change > 0
        else say("change down", n=steps)
        if row.change < 0
        else say("change same")
    )
    picture = Change(title=title, steps=row.change, longest=max(longest, 3.0))
    return Cell(text=signed(row.change, _step_decimals(row.change)), picture=picture, sort=row.change)


def _step_decimals(steps: float) -> int:
    return 0 if abs(steps - round(steps)) < 1e-6 else 1  # noqa: PLR2004 - steps come from divided values


def _attitude(material: Material, pupil: Pupil, row: Record) -> Cell:
    if row.attitude_place is None:
        return Cell(text=state_words(row.attitude_state) if row.attitude_state else "", tone="soft")
    facet = material.project.measures.attitude or material.project.marks.facets_of("attitude")[0].id
    mark = material.marks.get((pupil.key, row.subject, facet))
    scale: Scale | None = material.scale(mark.scale) if mark else None
    picture = bars(scale, mark, small=True) if scale and mark else None
    return Cell(
        text=row.attitude_word, picture=picture, sort=float(row.attitude_place), origin=origin_of(mark) if mark else ""
    )


def _attendance(material: Material, pupil: Pupil) -> Cell:
    found = material.attendance.get(pupil.key)
    if found is None or found.percent is None:
        return Cell(tone="soft")
    return Cell(text=number(found.percent, 1), sort=found.percent, origin=origin_of(found))


def _scales(material: Material, show: _Shown, members: Sequence[tuple[Pupil, Record]]) -> list[Scale]:
    """The scales of the marks on the sheet, now and in its earlier columns."""
    columns = {one.id for one in show.earlier}
    found = dict.fromkeys(row.scale for _, row in members if row.state == MARKED)
    for pupil, row in members:
        points = material.path.get((pupil.key, row.subject), ())
        found |= dict.fromkeys(p.scale for p in points if p.state == MARKED and p.collection in columns)
    return [scale for one in found if (scale := material.scale(one))]


def _caption(material: Material, show: _Shown, members: Sequence[tuple[Pupil, Record]]) -> str:
    parts = [group_key(g) for g in show.groups] if not material.project.packs.classes.hide_flags else []
    if material.project.packs.classes.hide_flags and show.groups:
        parts.append(say("attendance neutral").rstrip("."))
    if marks := marks_key(_scales(material, show, members)):
        parts.append(say("caption marks", words=marks))
    if show.start:
        parts.append(say("caption start", name=show.start.name))
    if show.change:
        since = show.earlier[-1].name if show.earlier else ""
        parts.append(say("caption change", since=since, now=material.collection.name))
    if show.attendance:
        parts.append(say("caption attendance"))
    return " ".join(f"{part}." for part in parts)
