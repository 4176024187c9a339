"""The governors' sides beside groups: attainment by year group and subject, attendance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.model.calendar import YEAR_GROUPS, year_group_words
from reportgen.model.document import Cell, Column, GovernorSide, Row, Table
from reportgen.model.figure import Figure
from reportgen.model.measure import Headline
from reportgen.model.measured import HeadlineFigures, figure_id
from reportgen.model.picture import Range
from reportgen.packs.governor_groups import behind, gap_shown, gaps_table
from reportgen.packs.material import Material
from reportgen.packs.words import (
    count,
    decimals_of,
    figure_text,
    interval_text,
    number,
    percent,
    say,
    small_number,
)

ATTENDANCE = ("attendance", "persistent_absence")
"""Kinds of headline that have a side of their own."""
FEWEST_YEARS = 2
"""A measure of one year group is told by the figures of all pupils."""


def attainment_side(material: Material, headlines: Sequence[HeadlineFigures]) -> GovernorSide | None:
    """Each measure by year group, then the subjects of the oldest year group or of those the school chose."""
    named = _named(material)
    by_year = _by_year(material, [(named[h.id], h) for h in headlines if named[h.id].kind not in ATTENDANCE])
    years = material.project.packs.governors.subjects_in or _years(material)[-1:]
    subjects = [table for table in (_subjects(material, year) for year in years) if table is not None]
    tables = (*((by_year,) if by_year else ()), *subjects)
    if not tables:
        return None
    return GovernorSide(heading=say("attainment heading"), lead=say("attainment lead"), tables=tables)


def attendance_side(material: Material) -> GovernorSide | None:
    """Attendance by year group, then its gaps, whole and persistent."""
    named = _named(material)
    of_it = [(named[h.id], h) for h in material.measured.public_headlines if named[h.id].kind in ATTENDANCE]
    gaps = [(one, h) for one, h in of_it if any(map(gap_shown, h.gaps))]
    by_year = _by_year(material, of_it)
    of_gaps = [gaps_table(material, one, h) for one, h in gaps]
    bare = [table.model_copy(update={"note": ""}) for table in of_gaps[:-1]]  # said once, under the last
    tables = (*((by_year,) if by_year else ()), *bare, *of_gaps[-1:])
    if not tables:
        return None
    found = sum(
        any(behind(one, gap) for one, h in gaps for gap in h.gaps if gap.comparison == c) for c in _groups(gaps)
    )
    told = count("attendance heading", found, n=small_number(found)) if found else say("attendance heading none")
    return GovernorSide(heading=told if gaps else say("attendance heading bare"), tables=tables)


def _named(material: Material) -> dict[str, Headline]:
    return {headline.id: headline for headline in material.project.measures.headlines}


def _years(material: Material) -> tuple[str, ...]:
    there = {pupil.year_group for pupil in material.pupils}
    return tuple(year for year in YEAR_GROUPS if year in there)


def _groups(gaps: Iterable[tuple[Headline, HeadlineFigures]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gap.comparison for _, h in gaps for gap in h.gaps))


def _by_year(material: Material, measures: Sequence[tuple[Headline, HeadlineFigures]]) -> Table | None:
    """A row a measure, a column a year group: the figure, under it its likely range and how many pupils."""
    years = _years(material)
    rows = []
    for headline, figures in measures:
        told = {figure.id.rsplit("|", 1)[-1]: figure for figure in figures.by_year_group}
        if sum(one.value is not None for one in told.values()) >= FEWEST_YEARS:
            cells = (_year_cell(material, told.get(year)) for year in years)
            rows.append(Row(cells=(Cell(text=headline.name), *cells)))
    if not rows:
        return None
    columns = (
        Column(head=say("by year head"), role="what"),
        *(Column(head=year_group_words(year), role="year", numeric=True) for year in years),
    )
    return Table(caption=say("by year caption"), columns=columns, rows=tuple(rows))


def _year_cell(material: Material, figure: Figure | None) -> Cell:
    if figure is None:
        return Cell()
    if figure.value is None:
        return Cell(text=say("not shown" if figure.hidden else "no figure"), tone="soft")
    likely = interval_text(figure.interval, decimals=decimals_of(figure))
    return Cell(
        text=figure_text(figure, percent_from=material.project.measures.percent_from),
        second=say("range and n", range=likely, n=number(figure.n)) if figure.interval else number(figure.n),
        figure=figure,
    )


def _subjects(material: Material, year: str) -> Table | None:
    """A row a subject of a year group: pupils at or above target, with the likely range on one scale."""
    found = [
        (subject.name, material.measured.public_subjects.get(figure_id("subject", subject.id, year, "on_target")))
        for subject in material.project.subjects.subjects
    ]
    rows = tuple(_subject_row(material, name, one) for name, one in found if one and (one.n or one.hidden))
    if not any(one and one.value is not None for _, one in found):
        return None
    columns = (
        Column(head=say("subjects in", year=year_group_words(year)), role="what"),
        Column(head="", role="range", ends=("0", "50", "100%")),
        Column(head=say("on target head"), role="ours", numeric=True),
        Column(head=say("likely range"), role="likely", numeric=True),
        Column(head=say("pupils head"), role="n", numeric=True),
    )
    return Table(
        caption=say("subjects caption", year=year_group_words(year), collection=material.collection.name),
        columns=columns,
        rows=rows,
        note=say("subjects note"),
    )


def _subject_row(material: Material, name: str, figure: Figure) -> Row:
    if figure.hidden or figure.value is None:
        why = say("not shown because", reason=figure.hidden) if figure.hidden else say("no figure")
        return Row(cells=(Cell(text=name), Cell(text=why, tone="soft", span=4)), quiet=True)
    interval = figure.interval
    title = say(
        "range title",
        value=figure_text(figure),
        interval=say("range title interval", interval=interval_text(interval, decimals=0)) if interval else "",
        national="",
    )
    strip = Range(
        title=title,
        low_end=0.0,
        high_end=100.0,
        value=figure.value,
        ticks=(50.0,),
        low=interval.low if interval else None,
        high=interval.high if interval else None,
    )
    few = figure.n < material.project.measures.percent_from
    cells = (
        Cell(text=name),
        Cell(picture=strip),
        Cell(
            text=figure_text(figure) if few and figure.numerator is not None else percent(figure.value), figure=figure
        ),
        Cell(text=interval_text(interval, decimals=0)),
        Cell(text=number(figure.n)),
    )
    return Row(cells=cells)
