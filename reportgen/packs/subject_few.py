"""A subject that a handful of pupils take: each of them, where means would say nothing."""

from __future__ import annotations

from reportgen.model.calendar import Collection
from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.packs.marks_key import step_told
from reportgen.packs.material import Pupil, Record, origin_of
from reportgen.packs.subject_year import Member, SubjectYear
from reportgen.packs.subjects_table import MARKED, state_words
from reportgen.packs.words import count, say, sentence, signed, small_number

EARLIER = 3
"""Earlier collections with a column of their own."""


def few_part(of: SubjectYear) -> Part:
    """One row a pupil: class, target, earlier marks, mark now, change, attitude."""
    earlier = _earlier(of)
    shown = {
        "class": any(row.class_id for _, row in of.members),
        "target": any(row.target_label for _, row in of.members),
        "change": any(row.change is not None for _, row in of.members),
        "attitude": any(row.attitude_place is not None for _, row in of.members),
    }
    now = of.material.collection
    columns = [Column(head=say("pupil"), role="name")]
    columns += [Column(head=say("class"), role="class")] if shown["class"] else []
    columns += [Column(head=say("target head"), role="mark")] if shown["target"] else []
    columns += [Column(head=one.short or one.name, role="mark") for one in earlier]
    columns.append(Column(head=now.short or now.name, role="mark"))
    columns += [Column(head=say("change"), role="steps", numeric=True)] if shown["change"] else []
    columns += [Column(head=say("attitude"), role="attitude")] if shown["attitude"] else []
    by_name = sorted(of.members, key=_by_class)
    rows = tuple(Row(cells=_cells(of, pupil, row, earlier, shown)) for pupil, row in by_name)
    return Part(
        id="pupils",
        heading=_heading(of),
        table=Table(caption=_caption(of, earlier), columns=tuple(columns), rows=rows),
        note=say("few note"),
    )


def _by_class(member: Member) -> tuple[str, str, str, str]:
    """By class and then as class sheets stand: by surname."""
    pupil, row = member
    return row.class_id or "", pupil.surname.casefold(), pupil.forename.casefold(), pupil.key


def _earlier(of: SubjectYear) -> tuple[Collection, ...]:
    marked = {
        point.collection
        for pupil, _ in of.members
        for point in of.material.path.get((pupil.key, of.subject.id), ())
        if point.state == MARKED
    }
    return tuple(one for one in of.material.compared if one.id in marked)[-EARLIER:]


def _cells(
    of: SubjectYear, pupil: Pupil, row: Record, earlier: tuple[Collection, ...], shown: dict[str, bool]
) -> tuple[Cell, ...]:
    cells = [Cell(text=pupil.register_name)]
    cells += [Cell(text=row.class_id or "")] if shown["class"] else []
    cells += [Cell(text=row.target_label or "")] if shown["target"] else []
    cells += [_past(of, pupil, one) for one in earlier]
    if row.state == MARKED:
        cells.append(Cell(text=row.label, tone="now", sort=row.position, origin=origin_of(row)))
    else:
        cells.append(Cell(text=state_words(row.state), tone="soft", origin=origin_of(row)))
    if shown["change"]:
        cells.append(Cell(text=_change(row), sort=row.change, tone="soft" if row.change is None else "plain"))
    if shown["attitude"]:
        cells.append(Cell(text=row.attitude_word or "", sort=row.attitude_place))
    return tuple(cells)


def _past(of: SubjectYear, pupil: Pupil, collection: Collection) -> Cell:
    points = of.material.path.get((pupil.key, of.subject.id), ())
    point = next((one for one in points if one.collection == collection.id), None)
    if point is None:
        return Cell(tone="soft")
    return Cell(text=point.label if point.state == MARKED else state_words(point.state), tone="soft")


def _change(row: Record) -> str:
    change: float | None = row.change
    if change is None:
        return say("new" if row.state == MARKED else "no mark")
    return signed(change, 0 if change == int(change) else 1)


def _heading(of: SubjectYear) -> str:
    """`Two pupils: one is higher than last time, one lower`: only what is so."""
    n = sentence(count("pupils", len(of.members), n=small_number(len(of.members))))
    changes = [row.change for _, row in of.members if row.change is not None]
    ways = (
        ("few up", sum(change > 0 for change in changes)),
        ("few same", sum(change == 0 for change in changes)),
        ("few down", sum(change < 0 for change in changes)),
    )
    told = [count(key, so_many, n=small_number(so_many)) for key, so_many in ways if so_many]
    return say("few heading", pupils=n, told=", ".join(told)) if told else n


def _caption(of: SubjectYear, earlier: tuple[Collection, ...]) -> str:
    step = step_told(of.material, of.scale)
    if not earlier:
        return say("few caption alone")
    return say("few caption", step=say("a step is", step=step) if step else "")
