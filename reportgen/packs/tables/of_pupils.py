"""Tables with a row a pupil, a mark, or a place on a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.data_table import DataTable
from reportgen.model.list_rule import ListRule
from reportgen.model.school import Group
from reportgen.packs.material import Material, Pupil, Record, records
from reportgen.packs.tables.making import Field, decimal, made, text, whole


def _who(material: Material) -> tuple[Field[Pupil], ...]:
    """Who a row is about. The UPN is sensitive and stays out; the numbers of the school's own system are there."""
    numbers = {row.pupil: row for row in records(material.measured.roll)}
    return (
        text("admission_number", "admission number in the school's system", _Take(numbers, "admission_number")),
        text("mis_id", "the system's own id", _Take(numbers, "mis_id")),
        text("surname", "surname the pupil uses", lambda p: p.surname),
        text("forename", "forename the pupil uses", lambda p: p.forename),
        text("year_group", "year group on the report", lambda p: p.year_group),
        text("form", "form", lambda p: p.form),
    )


def pupils_table(material: Material) -> DataTable:
    """A row a pupil on roll, in register order."""
    summaries = {row.pupil: row for row in records(material.measured.summaries)}
    on = _listed(material)

    def summary(name: str) -> _Take:
        return _Take(summaries, name)

    def attended(name: str) -> _Take:
        return _Take(dict(material.attendance), name)

    step = material.project.measures.step_name
    fields = (
        *_who(material),
        *(_group(material, group) for group in material.project.groups.groups),
        whole("possible", "sessions (half-days) possible so far", attended("possible"), unit="sessions"),
        whole("attended", "sessions attended", attended("attended"), unit="sessions"),
        whole("authorised", "sessions missed with permission", attended("authorised"), unit="sessions"),
        whole("unauthorised", "sessions missed without permission", attended("unauthorised"), unit="sessions"),
        whole("late", "times late", attended("late")),
        decimal("attendance", "100 x attended / possible", attended("percent"), unit="percent"),
        whole("persistent", "1 when persistently absent so far", attended("persistent")),
        whole("taken", "subjects the pupil takes", summary("taken")),
        whole("marked", "subjects with a mark", summary("marked")),
        whole("blank", "subjects whose mark was not entered or is unclear", summary("blank")),
        whole("above", "subjects above target", summary("above")),
        whole("as", "subjects on target", summary("as")),
        whole("below", "subjects below target", summary("below")),
        whole("risen", "subjects up since the comparison collection", summary("risen")),
        whole("fallen", "subjects down since the comparison collection", summary("fallen")),
        whole("attitude_best", "subjects with the best attitude", summary("attitude_best")),
        whole("attitude_low", "subjects with an attitude in the lower half of its scale", summary("attitude_low")),
        decimal("mean_distance", "mean distance from target", summary("mean_distance"), unit=step, decimals=2),
        decimal("mean_change", "mean change", summary("mean_change"), unit=step, decimals=2),
        text("lists", "rules of measures.yaml, lists, that the pupil meets", lambda p: "; ".join(on.get(p.key, ()))),
    )  # fmt: skip
    return made("pupils", "a pupil on roll", fields, material.pupils)


@dataclass(frozen=True)
class _Take:
    """A value of a pupil's row in another frame; nothing where the pupil has no row."""

    rows: dict[str, Record]
    name: str

    def __call__(self, pupil: Pupil) -> str | int | float | None:
        row = self.rows.get(pupil.key)
        value: str | int | float | None = getattr(row, self.name) if row is not None else None
        return value


def _group(material: Material, group: Group) -> Field[Pupil]:
    return text(
        group.id, f"{group.name}: value, empty when not known", lambda p: material.groups.get((p.key, group.id), "")
    )


def _listed(material: Material) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in records(material.measured.listed):
        found[row.pupil] = (*found.get(row.pupil, ()), row.rule)
    return found


@dataclass(frozen=True)
class _Mark:
    pupil: Pupil
    row: Record


def marks_table(material: Material) -> DataTable:
    """A row a pupil and subject, in register order and the order of subjects."""
    names = {s.id: s.name for s in material.project.subjects.subjects}
    step = material.project.measures.step_name
    fields: tuple[Field[_Mark], ...] = (
        *(Field(field.column, _OfPupil(field)) for field in _who(material)),
        text("subject", "subject", lambda m: names.get(m.row.subject, m.row.subject)),
        text("class", "class", lambda m: m.row.class_id),
        text("teachers", "who teaches the class", lambda m: material.teachers.get(m.row.class_id or "", "")),
        text("mark", "mark as printed", lambda m: m.row.label),
        decimal("value", "the mark's declared value", lambda m: m.row.value, decimals=2),
        text("state", "marked, or why there is no mark", lambda m: m.row.state),
        text("target", "target as printed", lambda m: m.row.target_label),
        decimal("distance", "steps from target, positive is above", lambda m: m.row.distance, unit=step),
        text("band", "the distance in words", lambda m: m.row.band),
        text("attitude", "attitude as printed", lambda m: m.row.attitude_label),
        decimal("change", "steps since the collection in `since`", lambda m: m.row.change, unit=step),
        text("since", "the collection the change is counted from", lambda m: m.row.change_from),
        text("source", "id of the source the mark stands in", lambda m: m.row.source),
        whole("row", "its row in that file", lambda m: m.row.row),
    )
    return made("marks", "a pupil on roll and a subject the pupil takes", fields, _marks(material))


@dataclass(frozen=True)
class _OfPupil:
    """A pupil's value in a row that has more than the pupil."""

    field: Field[Pupil]

    def __call__(self, mark: _Mark) -> str | int | float | None:
        return self.field.value(mark.pupil)


def _marks(material: Material) -> Iterator[_Mark]:
    for pupil in material.pupils:
        for row in material.progress.get(pupil.key, ()):
            yield _Mark(pupil, row)


@dataclass(frozen=True)
class _Place:
    pupil: Pupil
    rule: ListRule


def lists_table(material: Material) -> DataTable:
    """A row a pupil and rule: who is on which list, why, and who follows it up."""
    rules = {rule.id: rule for rule in material.project.measures.lists}
    pupils = {pupil.key: pupil for pupil in material.pupils}
    fields: tuple[Field[_Place], ...] = (
        text("list", "reward or intervention", lambda p: p.rule.kind),
        text("rule", "id of the rule in measures.yaml", lambda p: p.rule.id),
        text("reason", "the rule in words", lambda p: p.rule.name),
        text("owner", "who follows it up", lambda p: p.rule.owner),
        text("action", "what the owner does", lambda p: p.rule.action),
        text("surname", "surname the pupil uses", lambda p: p.pupil.surname),
        text("forename", "forename the pupil uses", lambda p: p.pupil.forename),
        text("year_group", "year group on the report", lambda p: p.pupil.year_group),
        text("form", "form", lambda p: p.pupil.form),
    )
    rows = (_Place(pupils[r.pupil], rules[r.rule]) for r in records(material.measured.listed))
    return made("lists", "a pupil and a rule that the pupil meets", fields, rows)
