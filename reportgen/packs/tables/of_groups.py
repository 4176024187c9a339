"""Tables with a row a year group, subject, class, gap or move: figures of many pupils with n and interval."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.data_table import DataTable
from reportgen.model.figure import Figure
from reportgen.model.measured import figure_id
from reportgen.packs.material import Material, Record, records
from reportgen.packs.tables.making import Field, decimal, made, text, whole

_OF_A_GROUP = (
    ("mean", "mean of the marks' declared values"),
    ("on_target", "share of pupils at or above target"),
    ("distance", "mean steps from target"),
    ("change", "mean change in steps of the pupils with both marks"),
)
_OF_A_CLASS = (*_OF_A_GROUP, ("drawn", "mean steps from target, drawn in towards the other classes"))
_OF_A_YEAR = (
    ("on_target", "mean of pupils' shares of marks at or above target"),
    ("distance", "mean over pupils of their mean steps from target"),
    ("change", "mean over pupils of their mean change in steps"),
    ("attendance", "sessions attended of sessions possible"),
    ("persistent", "share of pupils persistently absent so far"),
)


@dataclass(frozen=True)
class _Told:
    """What figures are about, and their values."""

    names: tuple[str, ...]
    pupils: int
    figures: dict[str, Figure | None]


def years_table(material: Material) -> DataTable:
    """A row a year group."""
    groups = dict.fromkeys(p.year_group for p in material.pupils)
    rows = [
        _Told(
            (year,),
            sum(p.year_group == year for p in material.pupils),
            {what: material.measured.figures.get(figure_id("year", year, what)) for what, _ in _OF_A_YEAR},
        )
        for year in groups
    ]
    fields = (text("year_group", "year group on the report", _name(0)), *_told(_OF_A_YEAR))
    return made("years", "a year group", fields, rows)


def subjects_table(material: Material) -> DataTable:
    """A row a subject and year group."""
    fields = (
        text("subject", "subject", _name(0)),
        text("year_group", "year group on the report", _name(1)),
        *_told(_OF_A_GROUP),
    )
    return made("subjects", "a subject in a year group", fields, _subjects(material))


def _subjects(material: Material) -> Iterator[_Told]:
    counts: dict[tuple[str, str], int] = {}
    for rows in material.progress.values():
        for row in rows:
            counts[row.subject, row.year_group] = counts.get((row.subject, row.year_group), 0) + 1
    for subject in material.project.subjects.subjects:
        for year in dict.fromkeys(p.year_group for p in material.pupils):
            if pupils := counts.get((subject.id, year)):
                yield _Told(
                    (subject.name, year), pupils, _figures(material, "subject", (subject.id, year), _OF_A_GROUP)
                )


def classes_table(material: Material) -> DataTable:
    """A row a class and subject."""
    fields = (
        text("class", "class", _name(0)),
        text("subject", "subject", _name(1)),
        text("year_group", "year group of its pupils", _name(2)),
        text("teachers", "who teaches the class; a class is not a teacher's effect", _name(3)),
        *_told(_OF_A_CLASS),
    )
    return made("classes", "a class in a subject", fields, _classes(material))


def _classes(material: Material) -> Iterator[_Told]:
    members: dict[tuple[str, str], list[Record]] = {}
    for rows in material.progress.values():
        for row in rows:
            if row.class_id:
                members.setdefault((row.subject, row.class_id), []).append(row)
    subjects = {s.id: (n, s.name) for n, s in enumerate(material.project.subjects.subjects)}
    for (subject, class_id), found in sorted(members.items(), key=lambda item: (subjects[item[0][0]][0], item[0][1])):
        years = ", ".join(sorted({row.year_group for row in found}, key=lambda year: (len(year), year)))
        names = (class_id, subjects[subject][1], years, material.teachers.get(class_id, ""))
        yield _Told(names, len(found), _figures(material, "class", (class_id, subject), _OF_A_CLASS))


def _figures(
    material: Material, about: str, key: tuple[str, str], wanted: tuple[tuple[str, str], ...]
) -> dict[str, Figure | None]:
    return {what: material.measured.figures.get(figure_id(about, *key, what)) for what, _ in wanted}


@dataclass(frozen=True)
class _Name:
    place: int

    def __call__(self, told: _Told) -> str:
        return told.names[self.place]


def _name(place: int) -> _Name:
    return _Name(place)


def _told(wanted: tuple[tuple[str, str], ...]) -> Iterator[Field[_Told]]:
    """How many pupils, then each figure with its n and the ends of its likely range."""
    yield whole("pupils", "pupils on roll in it", lambda t: t.pupils)
    for what, meaning in wanted:
        yield decimal(what, meaning, _Of(what, "value"), decimals=2)
        yield whole(f"{what}_n", f"pupils counted in {what}", _Of(what, "n"))
        yield decimal(f"{what}_low", f"lower end of the likely range of {what}", _Of(what, "low"), decimals=2)
        yield decimal(f"{what}_high", f"upper end of the likely range of {what}", _Of(what, "high"), decimals=2)


@dataclass(frozen=True)
class _Of:
    """A part of a figure; nothing where there is no figure or it has no such part."""

    what: str
    part: str

    def __call__(self, told: _Told) -> float | int | None:
        return _part(told.figures.get(self.what), self.part)


def _part(figure: Figure | None, part: str) -> float | int | None:
    if figure is None:
        return None
    found: float | int | None = getattr(figure.interval if part in ("low", "high") else figure, part, None)
    return found


@dataclass(frozen=True)
class _Gap:
    comparison: str
    others: str
    measure: str
    year_group: str
    group: Figure | None
    beside: Figure | None
    gap: Figure


def gaps_table(material: Material) -> DataTable:
    """A row a comparison and measure: headlines first, then each subject in a year group."""
    fields: tuple[Field[_Gap], ...] = (
        text("group", "the group", lambda g: g.comparison),
        text("others", "whom it is set beside", lambda g: g.others),
        text("measure", "headline measure, or subject", lambda g: g.measure),
        text("year_group", "year group; empty for all of the report", lambda g: g.year_group),
        decimal("group_value", "the group's figure", lambda g: _part(g.group, "value"), decimals=2),
        whole("group_n", "pupils counted in it", lambda g: _part(g.group, "n")),
        decimal("others_value", "the others' figure", lambda g: _part(g.beside, "value"), decimals=2),
        whole("others_n", "pupils counted in it", lambda g: _part(g.beside, "n")),
        decimal("gap", "group less others", lambda g: g.gap.value, decimals=2),
        text("unit", "unit of the gap", lambda g: g.gap.unit.value),
        whole("gap_n", "pupils on both sides", lambda g: g.gap.n),
        decimal("gap_low", "lower end of its likely range", lambda g: _part(g.gap, "low"), decimals=2),
        decimal("gap_high", "upper end of its likely range", lambda g: _part(g.gap, "high"), decimals=2),
    )
    return made(
        "gaps", "a group beside others on one measure", fields, (*_headline_gaps(material), *_subject_gaps(material))
    )


def _headline_gaps(material: Material) -> Iterator[_Gap]:
    names = {h.id: h.name for h in material.project.measures.headlines}
    for headline in material.measured.headlines:
        for gap in headline.gaps:
            others = gap.others_name if gap.against == "within school" else f"{gap.others_name} ({gap.against})"
            yield _Gap(gap.group_name, others, names[headline.id], "", gap.group, gap.others, gap.gap)


def _subject_gaps(material: Material) -> Iterator[_Gap]:
    subjects = {s.id: s.name for s in material.project.subjects.subjects}
    for group in material.project.groups.groups:
        for comparison in group.comparisons:
            for subject_id, name in subjects.items():
                for year in dict.fromkeys(p.year_group for p in material.pupils):
                    gap = material.measured.figures.get(figure_id("gap", comparison.id, "subject", subject_id, year))
                    if gap is not None and gap.value is not None:
                        yield _Gap(comparison.name, comparison.others_name, name, year, None, None, gap)


def moves_table(material: Material) -> DataTable:
    """A row a grade before and a grade now, in a subject and year group."""
    subjects = {s.id: s.name for s in material.project.subjects.subjects}
    fields: tuple[Field[Record], ...] = (
        text("subject", "subject", lambda m: subjects.get(m.subject, m.subject)),
        text("year_group", "year group now", lambda m: m.year_group),
        text("since", "the earlier collection", lambda m: m.since),
        text("before", "grade then", lambda m: m.before),
        text("now", "grade now", lambda m: m.now),
        whole("pupils", "pupils who made this move", lambda m: m.pupils),
    )
    return made("moves", "a grade before and a grade now in a subject", fields, records(material.measured.moves))
