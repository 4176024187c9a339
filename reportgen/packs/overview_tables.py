"""The leaders' tables: by year group, by subject, by group, each figure with its likely range and its pupils."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.calendar import year_group_words
from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import Gap, HeadlineFigures, figure_id
from reportgen.model.school import Subject
from reportgen.packs.governor_points import clear
from reportgen.packs.material import Material
from reportgen.packs.range_axis import RangeAxis, range_axis
from reportgen.packs.standing import INTERVENTION, REWARD
from reportgen.packs.subject_gaps import difference_end
from reportgen.packs.words import (
    NO_VALUE,
    count,
    decimals_of,
    difference_text,
    figure_text,
    interval_text,
    listed,
    number,
    say,
    sentence,
)
from reportgen.packs.year_attendance import missed
from reportgen.packs.year_members import YearMembers

YEAR_FIGURES = ("on_target", "distance", "change", "attendance", "persistent")
ABREAST = 6
"""Year groups side by side; more go on in a second table."""


def years_part(years: Sequence[YearMembers]) -> Part:
    """A row a year group: pupils, the year packs' figures, how many are on each list."""
    shown = [what for what in YEAR_FIGURES if any(of.figure(what) for of in years)]
    kinds = [kind for kind in (REWARD, INTERVENTION) if any(of.rules_of(kind) for of in years)]
    columns = (
        Column(head=say("year group"), role="name"),
        Column(head=say("pupils head"), role="n", numeric=True),
        *(Column(head=say(f"overview {what}", missed=missed(years[0])), role="figure", numeric=True) for what in shown),
        *(Column(head=say(f"overview {kind}"), role="n", numeric=True) for kind in kinds),
    )
    return Part(
        id="years",
        heading=say("overview years"),
        table=Table(
            caption=say("overview years caption", collection=years[0].material.collection.name),
            columns=columns,
            rows=tuple(_year_row(of, shown, kinds) for of in years),
        ),
        lead=say("overview years note"),
    )


def _year_row(of: YearMembers, shown: Sequence[str], kinds: Sequence[str]) -> Row:
    lists = {REWARD: of.rewards, INTERVENTION: of.interventions}
    cells = (
        Cell(text=of.name, link=f"years/year-{of.year_group.lower()}.html"),
        Cell(text=number(len(of.members)), tone="soft"),
        *(_figure_cell(of.material, of.figure(what), everyone=len(of.members)) for what in shown),
        *(Cell(text=number(len(lists[kind].members)), sort=float(len(lists[kind].members))) for kind in kinds),
    )
    return Row(cells=cells)


def _figure_cell(material: Material, one: Figure | None, *, everyone: int = 0, link: str = "") -> Cell:
    """A figure over its likely range and how many pupils it counts, unless that is everyone; of few pupils no range."""
    if one is None:
        return Cell(text=NO_VALUE, tone="soft")
    signs = one.unit is Unit.STEPS
    if one.n < material.project.measures.min_base and one.n != everyone:
        told = difference_text(one) if signs else figure_text(one)
        return Cell(text=told, second=count("pupils", one.n), tone="soft", figure=one, sort=one.value, link=link)
    text = difference_text(one) if signs else figure_text(one, percent_from=material.project.measures.percent_from)
    likely = interval_text(one.interval, decimals=decimals_of(one), sign=signs)
    n = "" if one.n == everyone else number(one.n)
    second = say("range, n", range=likely, n=n) if one.interval and n else likely if one.interval else n
    bold = signs and clear(one)
    return Cell(text=text, second=second, tone="now" if bold else "plain", figure=one, sort=one.value, link=link)


def subject_parts(material: Material, years: Sequence[YearMembers]) -> tuple[Part, ...]:
    """Mean distance from target of each subject: a column a year group, or with one year group on one scale."""
    subjects = material.project.subjects.subjects
    groups = [of.year_group for of in years]
    told = [s for s in subjects if any(_distance(material, s, year) for year in groups)]
    if not told:
        return ()
    if len(groups) == 1:
        return (_one_year(material, told, years[0]),)
    sheets = -(-len(groups) // ABREAST)
    chunks = [groups[n * len(groups) // sheets : (n + 1) * len(groups) // sheets] for n in range(sheets)]
    parts = [_by_year(material, told, chunk) for chunk in chunks]
    return tuple(part for part in parts if part is not None)


def _distance(material: Material, subject: Subject, year: str) -> Figure | None:
    found = material.measured.figures.get(figure_id("subject", subject.id, year, "distance"))
    return found if found is not None and found.value is not None else None


def _by_year(material: Material, subjects: Sequence[Subject], years: Sequence[str]) -> Part | None:
    here = [s for s in subjects if any(_distance(material, s, year) for year in years)]
    if not here:
        return None
    rows = tuple(Row(cells=(Cell(text=s.name), *(_subject_cell(material, s, year) for year in years))) for s in here)
    columns = (
        Column(head=say("subject"), role="name"),
        *(Column(head=year_group_words(year), role="year", numeric=True) for year in years),
    )
    table = Table(caption=say("overview subjects caption", step=step_told(material)), columns=columns, rows=rows)
    return Part(id="subjects", heading=say("overview subjects"), lead=say("overview subjects note"), table=table)


def _subject_cell(material: Material, subject: Subject, year: str) -> Cell:
    one = _distance(material, subject, year)
    return _figure_cell(material, one, link=f"subjects/{year.lower()}-{subject.id}.html" if one else "")


def step_told(material: Material) -> str:
    """` A step is a third of a grade.`, with the space it follows; empty where steps have no name."""
    step = material.project.measures.step_name
    return say("overview step", step=step) if step and step != "step" else ""


def _one_year(material: Material, subjects: Sequence[Subject], of: YearMembers) -> Part:
    """One year group: every subject on one scale."""
    told = [(s, one) for s in subjects if (one := _distance(material, s, of.year_group)) is not None]
    axis = range_axis((one for _, one in told), zero=0.0)
    ends = (difference_end(axis.low, axis), say("at target"), difference_end(axis.high, axis))
    columns = (
        Column(head=say("subject"), role="name"),
        Column(head=say("pupils head"), role="n", numeric=True),
        Column(head=say("from target now"), role="gap", numeric=True),
        Column(head=say("likely range"), role="likely", numeric=True),
        Column(head="", role="range", ends=ends),
    )
    table = Table(
        caption=say("overview subjects caption", step=step_told(material)),
        columns=columns,
        rows=tuple(
            _range_row(s.name, one, axis, link=f"subjects/{of.year_group.lower()}-{s.id}.html") for s, one in told
        ),
    )
    return Part(id="subjects", heading=say("overview subjects"), lead=say("overview subjects note"), table=table)


def _range_row(name: str, one: Figure, axis: RangeAxis, *, link: str) -> Row:
    likely = interval_text(one.interval, decimals=decimals_of(one), sign=True)
    title = say("distance title", subject=name, steps=difference_text(one))
    if one.interval:
        title = say("with likely range", told=title, interval=likely)
    sure = clear(one)
    cells = (
        Cell(text=name, link=link),
        Cell(text=number(one.n), tone="soft"),
        Cell(text=difference_text(one), tone="now" if sure else "plain", figure=one, sort=one.value),
        Cell(text=likely, tone="soft"),
        Cell(picture=axis.range_of(one, title=title, sure=sure)),
    )
    return Row(cells=cells)


def gap_parts(material: Material) -> tuple[Part, ...]:
    """Every headline measure: each group beside the others."""
    headlines = {one.id: one for one in material.project.measures.headlines}
    parts = [_gaps(material, headlines[figures.id], figures) for figures in material.measured.headlines]
    told = [part for part in parts if part is not None]
    if told:
        told[-1] = told[-1].model_copy(update={"note": say("overview gaps note")})
    return tuple(told)


def _gaps(material: Material, headline: Headline, figures: HeadlineFigures) -> Part | None:
    gaps = [g for g in figures.gaps if g.against == "within school" and g.group.n and g.others.n]
    known = [g.gap for g in gaps if g.gap.value is not None and not _few(material, g)]
    if not known:
        return None
    axis = range_axis(known, zero=0.0)
    ends = (difference_end(axis.low, axis), say("no difference"), difference_end(axis.high, axis))
    columns = (
        Column(head=say("group and others"), role="who"),
        Column(head=say("group"), role="share", numeric=True),
        Column(head=say("pupils lower"), role="n", numeric=True),
        Column(head=say("others"), role="share", numeric=True),
        Column(head=say("pupils lower"), role="n", numeric=True),
        Column(head=say("difference"), role="gap", numeric=True),
        Column(head=say("likely range"), role="likely", numeric=True),
        Column(head="", role="range", ends=ends),
    )
    sure = sum(clear(one) for one in known)
    told = count("groups apart", sure, n=number(sure), of=number(len(known))) if sure else say("groups apart none")
    unit = say("gap in points" if figures.now.unit is Unit.PERCENT else "gap in values")
    return Part(
        id="gaps",
        heading=say("groups page heading", headline=headline.name, told=told),
        table=Table(
            caption=_gaps_caption(material, headline, unit),
            columns=columns,
            rows=tuple(_gap_row(material, gap, axis) for gap in gaps),
        ),
    )


def _gaps_caption(material: Material, headline: Headline, unit: str) -> str:
    """When, of which year groups where not of all, in what unit."""
    here = dict.fromkeys(pupil.year_group for pupil in material.pupils)
    years = [year_group_words(year) for year in here if year in headline.year_groups]
    told = say("overview gaps years", years=listed(years)) if years else ""
    return say("overview gaps caption", collection=material.collection.name, years=told, unit=unit)


def _few(material: Material, gap: Gap) -> bool:
    """True when a side is a handful of pupils, to be looked at one by one."""
    return min(gap.group.n, gap.others.n) < material.project.measures.min_base


def _gap_row(material: Material, gap: Gap, axis: RangeAxis) -> Row:
    who = Cell(text=sentence(gap.group_name), second=gap.others_name)
    if gap.gap.value is None or _few(material, gap):
        n = min(gap.group.n, gap.others.n)
        reason = count("handful", n, n=number(n)) if _few(material, gap) else gap.gap.no_interval or NO_VALUE
        return Row(cells=(who, Cell(text=say("not compared because", reason=reason), tone="soft", span=7)), quiet=True)
    percent_from, sure = material.project.measures.percent_from, clear(gap.gap)
    likely = interval_text(gap.gap.interval, decimals=decimals_of(gap.gap), sign=True)
    difference = difference_text(gap.gap)
    title = say("subject gap title", group=sentence(gap.group_name), gap=difference, others=gap.others_name)
    if gap.gap.interval:
        title = say("with likely range", told=title, interval=likely)
    cells = (
        who,
        Cell(text=figure_text(gap.group, percent_from=percent_from), figure=gap.group),
        Cell(text=number(gap.group.n), tone="soft"),
        Cell(text=figure_text(gap.others, percent_from=percent_from), figure=gap.others),
        Cell(text=number(gap.others.n), tone="soft"),
        Cell(text=difference, tone="now" if sure else "plain", figure=gap.gap),
        Cell(text=likely, tone="soft"),
        Cell(picture=axis.range_of(gap.gap, title=title, sure=sure)),
    )
    return Row(cells=cells)
