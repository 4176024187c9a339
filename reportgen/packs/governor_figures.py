"""The figures behind the governors' first page: each headline measure of all pupils, on one scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.document import Cell, Column, Row, Table
from reportgen.model.figure import Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import HeadlineFigures
from reportgen.model.picture import Range
from reportgen.packs.material import Material
from reportgen.packs.words import decimals_of, figure_text, interval_text, number, say, years_in_words


def headline_of(material: Material, headline_id: str) -> Headline:
    """The headline measure with this id."""
    return next(h for h in material.project.measures.headlines if h.id == headline_id)


def beside_england(headlines: Sequence[HeadlineFigures]) -> tuple[HeadlineFigures, ...]:
    """Those that are shown and have a figure for England beside them."""
    return tuple(h for h in headlines if h.national and not h.now.hidden)


def figures_table(material: Material, headlines: Sequence[HeadlineFigures]) -> Table:
    """A row a measure: the figure, its likely range, the collection before, England, and how many pupils."""
    shares = [h for h in headlines if h.now.unit is Unit.PERCENT]
    national = bool(beside_england(headlines))
    earlier = material.compared[-1] if material.compared and any(h.before for h in headlines) else None
    columns = [
        Column(head=say("all pupils"), role="what"),
        Column(head="", role="range", ends=("0", "50", "100%") if len(shares) == len(headlines) else ()),
        Column(head=say("ours"), role="ours", numeric=True),
        Column(head=say("likely range"), role="likely", numeric=True),
    ]
    if earlier:
        columns.append(Column(head=earlier.name, role="before", numeric=True))
    if national:
        columns.append(Column(head=say("england"), role="before", numeric=True))
    columns.append(Column(head=say("pupils head"), role="n", numeric=True))
    return Table(
        caption=say("figures caption", england=say("figures england") if national else ""),
        columns=tuple(columns),
        rows=tuple(_row(material, h, earlier=bool(earlier), national=national) for h in headlines),
        note=_of_some_years(material, headlines),
    )


def _of_some_years(material: Material, headlines: Sequence[HeadlineFigures]) -> str:
    """Which measures shown are not of every year group: their number of pupils is smaller for it."""
    there = {pupil.year_group for pupil in material.pupils}
    told: dict[str, list[str]] = defaultdict(list)
    for headline in (headline_of(material, h.id) for h in headlines if not h.now.hidden):
        groups = [year for year in YEAR_GROUPS if year in there and year in headline.year_groups]
        if groups and len(groups) < len(there):
            told[years_in_words(groups)].append(headline.name)
    return " ".join(say("figures of years", years=years, names="; ".join(names)) for years, names in told.items())


def _row(material: Material, figures: HeadlineFigures, *, earlier: bool, national: bool) -> Row:
    headline, now = headline_of(material, figures.id), figures.now
    if now.hidden:
        span = 4 + earlier + national
        return Row(
            cells=(
                Cell(text=headline.name),
                Cell(text=say("not shown because", reason=now.hidden), tone="soft", span=span),
            ),
            quiet=True,
        )
    percent_from = material.project.measures.percent_from
    cells = [
        Cell(text=headline.name),
        Cell(picture=_range(material, headline, figures)),
        Cell(text=figure_text(now, percent_from=percent_from), tone="now", figure=now),
        Cell(text=interval_text(now.interval, decimals=decimals_of(now))),
    ]
    if earlier:
        before = next(
            (b for b in reversed(figures.before) if b.collection == material.compared[-1].id and not b.hidden), None
        )
        if before:
            cells.append(Cell(text=figure_text(before, percent_from=percent_from), figure=before))
        else:
            cells.append(Cell(text=say("not held"), tone="soft"))
    if national:
        england = figures.national
        cells.append(
            Cell(text=figure_text(england), figure=england) if england else Cell(text=say("not held"), tone="soft")
        )
    return Row(cells=(*cells, Cell(text=number(now.n))))


def _range(material: Material, headline: Headline, figures: HeadlineFigures) -> Range | None:
    now = figures.now
    if now.value is None:
        return None
    low_end, high_end = (0.0, 100.0) if now.unit is Unit.PERCENT else _scale_ends(material, headline)
    england = (figures.national.value,) if figures.national and figures.national.value is not None else ()
    title = say(
        "range title",
        value=figure_text(now),
        interval=say("range title interval", interval=interval_text(now.interval, decimals=decimals_of(now)))
        if now.interval
        else "",
        national=say("range title national", value=figure_text(figures.national)) if england else "",
    )
    return Range(
        title=title,
        low_end=low_end,
        high_end=high_end,
        value=now.value,
        marks=england,
        ticks=((low_end + high_end) / 2,),
        low=now.interval.low if now.interval else None,
        high=now.interval.high if now.interval else None,
    )


def _scale_ends(material: Material, headline: Headline) -> tuple[float, float]:
    """The lowest and highest value of the scale a mean is taken on."""
    scale = material.project.marks.scale(headline.scale or "")
    if scale.kind == "numbers":
        return scale.lowest or 0.0, scale.highest or 1.0
    values = [label.value for label in scale.labels if label.value is not None]
    return min(values), max(values)
