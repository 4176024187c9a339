"""The subjects table of a family's report: exactly what the school's policy for the year group says."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.calendar import FamilyPolicy
from reportgen.model.document import Cell, Column, Row, Table
from reportgen.model.picture import Bars, Strip
from reportgen.model.scale import Facet, MarkState, Scale
from reportgen.packs.material import Material, Record, origin_of
from reportgen.packs.words import NO_VALUE, say, sentence, small_number

MARKED = MarkState.MARKED.value
WORDS = "words"
"""Role of a column of marks as wide as words."""
WIDE = "wide"
"""Role of the column of marks now when they are words: set bold, and the two words of one mark on one line."""
LONGEST = {"now": 4, "target": 4, "earlier": 4, "mark": 9}
"""Letters of a mark that fit the columns of codes, by role."""
ROOM = 5
"""Columns beside subject and teacher that leave the subject enough width."""
STRIP_LENGTH = 3
"""Earlier collections a strip shows: more would not be told apart at its printed size."""


def subjects_table(material: Material, rows: Sequence[Record], policy: FamilyPolicy) -> Table:
    """One row a subject in the order of the settings, one column for each facet of the policy."""
    facets = tuple(material.project.marks.facet(facet) for facet in policy.facets)
    path = Paths(material, rows) if policy.path else None
    columns = [column for facet in facets for column in _facet_columns(facet, policy, path, rows)]
    if policy.progress:
        columns.append(Column(head=say("progress"), role="progress"))
    made = [_row(material, row, facets, policy, path) for row in rows]
    columns = [_wide(column, roomy(column, [cells[n] for cells in made])) for n, column in enumerate(columns)]
    crowded = len(columns) > ROOM or any(column.role in (WORDS, WIDE) for column in columns)
    heads, first = _first_columns(material, rows, policy, crowded=crowded)
    return Table(
        caption=_caption(material, rows),
        columns=(*heads, *columns),
        rows=tuple(Row(cells=(*start, *cells)) for start, cells in zip(first, made, strict=True)),
    )


def roomy(column: Column, cells: Sequence[Cell]) -> Column:
    """A column of marks that are words needs the width of words."""
    longest = max((len(cell.text) for cell in cells if cell.sort is not None or cell.tone != "soft"), default=0)
    return column.model_copy(update={"role": WORDS}) if longest > LONGEST.get(column.role, longest) else column


def _wide(column: Column, made: Column) -> Column:
    return made.model_copy(update={"role": WIDE}) if column.role == "now" and made.role == WORDS else made


def _first_columns(
    material: Material, rows: Sequence[Record], policy: FamilyPolicy, *, crowded: bool
) -> tuple[list[Column], list[list[Cell]]]:
    """Subject and teacher; where columns are many or wide the teacher stands under the subject's name."""
    names = [material.project.subjects.subject(row.subject).name for row in rows]
    teachers = [material.teachers.get(row.class_id, "") if row.class_id and policy.teachers else "" for row in rows]
    heads = [Column(head=say("subject"), role="subject")]
    if not policy.teachers:
        return heads, [[Cell(text=name)] for name in names]
    if crowded:
        return heads, [[Cell(text=n, second=t)] for n, t in zip(names, teachers, strict=True)]
    heads.append(Column(head=say("teacher"), role="teacher"))
    return heads, [[Cell(text=n), Cell(text=t)] for n, t in zip(names, teachers, strict=True)]


def _caption(material: Material, rows: Sequence[Record]) -> str:
    scales = dict.fromkeys(scale for row in rows if (scale := material.scale(row.scale)) and scale.summary)
    summaries = " ".join(scale.summary if scale.summary.endswith(".") else f"{scale.summary}." for scale in scales)
    return say("table caption", summaries=summaries) if summaries else say("table caption bare")


def _facet_columns(facet: Facet, policy: FamilyPolicy, path: Paths | None, rows: Sequence[Record]) -> list[Column]:
    heading = facet.short or facet.name
    if facet.role == "target":
        return [Column(head=policy.target_heading, role="target")]
    if facet.role == "attitude":
        return [Column(head=heading, role="attitude")]
    if path and path.length and rows and facet.id == rows[0].facet:
        return [Column(head=path.head, role="path"), Column(head=heading, role="now")]
    return [Column(head=heading, role="now" if facet.role == "attainment" else "mark")]


def _row(
    material: Material, row: Record, facets: Sequence[Facet], policy: FamilyPolicy, path: Paths | None
) -> list[Cell]:
    cells: list[Cell] = []
    for facet in facets:
        if facet.role == "attitude":
            cells.append(_attitude_cell(material, row, facet))
        elif facet.id == row.facet:
            if path and path.length:
                cells.append(Cell(picture=path.strip(row)))
            cells.append(mark_cell(row, row, tone="now"))
        else:
            cells.append(_other_cell(material, row, facet))
    if policy.progress:
        cells.append(_progress_cell(row))
    return cells


def mark_cell(mark: Record, where: Record, *, tone: str) -> Cell:
    """A mark as printed, or an en dash; the row it came from goes with it."""
    if mark.state == MARKED:
        return Cell.model_validate({"text": mark.label, "tone": tone, "origin": origin_of(where)})
    return Cell(text=NO_VALUE, tone="soft", origin=origin_of(where))


def _other_cell(material: Material, row: Record, facet: Facet) -> Cell:
    mark = material.marks.get((row.pupil, row.subject, facet.id))
    if mark is None:
        return Cell(text=NO_VALUE, tone="soft")
    scale = material.scale(mark.scale)
    word = next((one.word for one in scale.labels if one.label == mark.label), "") if scale else ""
    if mark.state == MARKED:  # a target as the mark beside it is printed: the two are compared
        return Cell(text=mark.label if facet.role == "target" else word or mark.label, origin=origin_of(mark))
    return Cell(
        text=NO_VALUE if facet.role == "target" else sentence(state_words(mark.state)),
        tone="soft",
        origin=origin_of(mark),
    )


def _attitude_cell(material: Material, row: Record, facet: Facet) -> Cell:
    mark = material.marks.get((row.pupil, row.subject, facet.id))
    if mark is None or mark.state != MARKED:
        return Cell(text=sentence(state_words(mark.state)) if mark else NO_VALUE, tone="soft")
    scale = material.project.marks.scale(mark.scale)
    return Cell(text=_word(scale, mark.label), picture=bars(scale, mark), origin=origin_of(mark))


def bars(scale: Scale, mark: Record, *, small: bool = False) -> Bars | None:
    """Rising bars for a mark on a scale of labels, None on a scale of numbers."""
    if scale.kind == "numbers":
        return None
    filled, of = int(mark.position) + 1, len(scale.labels)
    return Bars(title=say("bars title", filled=filled, of=of), filled=filled, of=of, small=small)


def _word(scale: Scale, label: str) -> str:
    return next((one.word or one.label for one in scale.labels if one.label == label), label)


def _progress_cell(row: Record) -> Cell:
    if row.state != MARKED:
        return Cell(text=say("no mark because", state=state_words(row.state)), tone="soft")
    if row.band is None:
        return Cell(text=say("no target") if row.target_state != MARKED else NO_VALUE, tone="soft")
    return Cell(text=row.band)


def state_words(state: str) -> str:
    """Why there is no mark, in families' words."""
    return say(f"state {state}")


class Paths:
    """The strips of one report: which earlier collections they show, on one scale for every row."""

    def __init__(self, material: Material, rows: Sequence[Record]) -> None:
        """Works out the points of every subject's strip once."""
        self._material = material
        every = {row.subject: _points(material, row) for row in rows}
        before = len(material.report.compare)
        shown = [n for n in range(before) if any(points[n] is not None for points in every.values() if points)]
        kept = [*shown[-STRIP_LENGTH:], before]
        self.length = len(kept) - 1
        self._points = {s: tuple(points[n] for n in kept) for s, points in every.items() if points}
        self._labels = {row.subject: _labels(material, row, kept) for row in rows}
        spans = [max(known) - min(known) for p in self._points.values() if (known := [x for x in p if x is not None])]
        self._span = max(spans, default=0.0)

    @property
    def head(self) -> str:
        """`Last three reports`: the column's heading."""
        return past_reports("strip head", self.length)

    def strip(self, row: Record) -> Strip:
        """The strip of a row; a missing mark is a dash."""
        scale = self._material.scale(row.scale)
        title = say("strip title", head=self.head, labels=", ".join(self._labels[row.subject]))
        points = self._points.get(row.subject, (None,) * (self.length + 1))
        return Strip(title=title, points=points, grade=steps_in_grade(scale), span=self._span)


def past_reports(key: str, length: int) -> str:
    """`Last report`, `Last three reports`: a message for one or several, with the number as a word."""
    return say(f"{key}.one") if length == 1 else say(f"{key}.other", n=small_number(length))


def steps_in_grade(scale: Scale | None) -> float:
    """Steps in a whole grade: 3 on a scale of thirds, 1 on any other."""
    if scale is None or scale.kind == "numbers" or scale.step is None or scale.step >= 1:
        return 1
    return round(1 / scale.step)


def _points(material: Material, row: Record) -> tuple[float | None, ...]:
    """A pupil's places in steps, on the scale of the mark now or, without one, of the mark that was due."""
    path = material.path.get((row.pupil, row.subject), ())
    due = (
        material.project.marks.scale_for(row.facet, year_group=row.year_group, subject=row.subject)
        if row.facet
        else None
    )
    base = row.scale or (due.id if due else None)
    if base is None or not path:
        return tuple(None for _ in path)
    now = path[-1]
    points: list[float | None] = []
    for point in path:
        if point.state != MARKED:
            points.append(None)
        elif point.scale == base:
            points.append(point.position)
        elif now.state == MARKED and point.change_since is not None:
            points.append(now.position - point.change_since)
        else:
            points.append(None)
    return tuple(points)


def _labels(material: Material, row: Record, kept: Sequence[int]) -> tuple[str, ...]:
    path = material.path.get((row.pupil, row.subject), ())
    return tuple(path[n].label if n < len(path) and path[n].state == MARKED else say("no mark") for n in kept)
