"""The groups pages: each gap three ways, size with its likely range, pupils it is worth, and n on each side."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.document import Cell, Column, GroupsPage, Row, Table
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import Gap, GapChange, HeadlineFigures
from reportgen.model.picture import GroupPanels, Panel, Range
from reportgen.packs.governor_points import clear, evidence
from reportgen.packs.material import Material
from reportgen.packs.words import (
    NO_VALUE,
    count,
    decimals_of,
    difference_text,
    figure_text,
    in_sentence,
    interval_text,
    number,
    percent,
    say,
    sentence,
    small_number,
)

MOST_PANELS = 3
"""One row of panels: with the tables they fill one side."""
FEWEST_POINTS = 3
"""Two points are not a trend: a chart needs three collections."""


def groups_page(material: Material, headline: Headline, figures: HeadlineFigures) -> GroupsPage:
    """The page of one headline measure."""
    panels = _panels(material, headline, figures)
    return GroupsPage(
        heading=_heading(headline, figures),
        table=gaps_table(material, headline, figures),
        changes=_changes_table(material, figures),
        chart_heading=say("panel heading") if panels else "",
        chart_caption=say("panel caption") if panels else "",
        chart=panels,
        chart_table=_numbers_table(material, figures) if panels else None,
    )


def gap_shown(gap: Gap) -> bool:
    """True when a gap has a value that may be printed."""
    return not (gap.gap.hidden or gap.group.hidden or gap.others.hidden) and gap.gap.value is not None


def behind(headline: Headline, gap: Gap) -> bool:
    """True when a group that may be shown is behind the others by more than normal variation."""
    value = gap.gap.value or 0.0
    return gap_shown(gap) and clear(gap.gap) and (value < 0 if headline.better == "higher" else value > 0)


def _heading(headline: Headline, figures: HeadlineFigures) -> str:
    found = sum(behind(headline, gap) for gap in figures.gaps)
    if not any(gap_shown(gap) for gap in figures.gaps):
        told = say("groups heading nothing")
    else:
        told = count("groups heading", found, n=small_number(found)) if found else say("groups heading none")
    return say("groups page heading", headline=headline.name, told=told)


def gaps_table(material: Material, headline: Headline, figures: HeadlineFigures) -> Table:
    """Every gap of a measure three ways, those that may not be shown with their reason."""
    low, high, ticks = _axis(figures.gaps)
    unit = say("gap in points" if figures.now.unit is Unit.PERCENT else "gap in values")
    return Table(
        caption=say("groups caption", headline=headline.name, collection=material.collection.name, unit=unit),
        columns=(
            Column(head=say("group and others"), role="who"),
            Column(head=say("group"), role="share", numeric=True),
            Column(head=say("pupils lower"), role="n", numeric=True),
            Column(head=say("others"), role="share", numeric=True),
            Column(head=say("pupils lower"), role="n", numeric=True),
            Column(head="", role="range", ends=(say("lower"), say("same"), say("higher"))),
            Column(head=say("gap"), role="gap", numeric=True),
            Column(head=say("likely range"), role="likely", numeric=True),
            Column(head=say("in pupils"), role="worth", numeric=True),
        ),
        rows=tuple(_gap_row(material, gap, low, high, ticks) for gap in figures.gaps),
        note=say("groups note"),
    )


def _axis(gaps: Sequence[Gap]) -> tuple[float, float, tuple[float, ...]]:
    """One scale for every row, zero in it, rounded out to a step that leaves a few ticks."""
    ends = [0.0]
    for gap in gaps:
        if gap_shown(gap) and gap.gap.value is not None:
            ends += [gap.gap.value] if gap.gap.interval is None else [gap.gap.interval.low, gap.gap.interval.high]
    widest = max(abs(end) for end in ends) or 1.0
    step = next(s for s in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1000) if widest / s <= 4)  # noqa: PLR2004 - four ticks a side at most
    low = -step * -(-max(0.0, *(-end for end in ends)) // step) or -step
    high = step * -(-max(0.0, *ends) // step) or step
    ticks = tuple(
        round(low + step * n, 6) for n in range(1, round((high - low) / step)) if abs(low + step * n) > step / 2
    )
    return low, high, ticks


def _gap_row(material: Material, gap: Gap, low: float, high: float, ticks: tuple[float, ...]) -> Row:
    who = Cell(text=sentence(gap.group_name), second=gap.others_name)
    if not gap_shown(gap):
        reason = gap.gap.hidden or gap.group.hidden or gap.others.hidden
        why = (
            say("not shown because", reason=reason)
            if reason
            else say("not compared because", reason=gap.gap.no_interval or NO_VALUE)
        )
        return Row(cells=(Cell(text=who.text), Cell(text=why, tone="soft", span=8)), quiet=True)
    sure = clear(gap.gap)
    percent_from = material.project.measures.percent_from
    decimals = decimals_of(gap.gap)
    tone = "now" if sure else "plain"
    worth = NO_VALUE if gap.worth is None else number(abs(gap.worth))
    cells = (
        who,
        Cell(text=figure_text(gap.group, percent_from=percent_from), figure=gap.group),
        Cell(text=number(gap.group.n), tone="soft"),
        Cell(text=figure_text(gap.others, percent_from=percent_from), figure=gap.others),
        Cell(text=number(gap.others.n) if gap.against == "within school" else "", tone="soft"),
        Cell(picture=_range(gap, low, high, ticks, sure=sure)),
        Cell.model_validate({"text": difference_text(gap.gap), "tone": tone, "figure": gap.gap}),
        Cell(text=interval_text(gap.gap.interval, decimals=decimals, sign=True)),
        Cell.model_validate({"text": worth, "second": _worth_words(gap), "tone": tone}),
    )
    return Row(cells=cells)


def _worth_words(gap: Gap) -> str:
    return "" if gap.worth is None or gap.worth_words in ("", "pupils") else gap.worth_words.removeprefix("pupils ")


def _range(gap: Gap, low: float, high: float, ticks: tuple[float, ...], *, sure: bool) -> Range | None:
    if gap.gap.value is None:
        return None
    interval = gap.gap.interval
    likely = interval_text(interval, decimals=decimals_of(gap.gap), sign=True)
    title = say(
        "gap range title",
        group=sentence(gap.group_name),
        gap=difference_text(gap.gap),
        others=gap.others_name,
        interval=say("range title interval", interval=likely) if interval else "",
    )
    return Range(
        title=title,
        low_end=low,
        high_end=high,
        value=gap.gap.value,
        zero=0.0,
        ticks=ticks,
        sure=sure,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
    )


def _changes_table(material: Material, figures: HeadlineFigures) -> Table | None:
    shown = [
        c
        for c in figures.gap_changes
        if not any(f.hidden for f in (c.then, c.now, c.change)) and c.change.value is not None
    ]
    latest = [c for c in shown if c.before == shown[-1].before] if shown else []
    if not latest:
        return None
    names = {gap.comparison: gap for gap in figures.gaps}
    before = material.project.collection(latest[0].before).name
    return Table(
        caption=say("changes caption", before=before, now=material.collection.name),
        columns=(
            Column(head=say("group"), role="who"),
            Column(head=say("same pupils"), role="n", numeric=True),
            Column(head=say("gap then"), role="gap", numeric=True),
            Column(head=say("gap now"), role="gap", numeric=True),
            Column(head=say("change"), role="gap", numeric=True),
            Column(head=say("likely range"), role="likely", numeric=True),
            Column(head=say("composition"), role="composition", numeric=True),
        ),
        rows=tuple(_change_row(change, names[change.comparison]) for change in latest if change.comparison in names),
    )


def _change_row(change: GapChange, gap: Gap) -> Row:
    composition = (
        NO_VALUE
        if change.composition.hidden or change.composition.value is None
        else difference_text(change.composition)
    )
    return Row(
        cells=(
            Cell(text=sentence(gap.group_name)),
            Cell(text=number(change.change.n), tone="soft"),
            Cell(text=difference_text(change.then), figure=change.then),
            Cell(text=difference_text(change.now), figure=change.now),
            Cell.model_validate(
                {
                    "text": difference_text(change.change),
                    "tone": "now" if clear(change.change) else "plain",
                    "figure": change.change,
                }
            ),
            Cell(text=interval_text(change.change.interval, decimals=decimals_of(change.change), sign=True)),
            Cell(text=composition, tone="soft", figure=None if change.composition.hidden else change.composition),
        )
    )


def _series(figures: HeadlineFigures, gap: Gap) -> tuple[list[Figure | None], list[Figure | None]]:
    """Both sides of a comparison over the compared collections and now; None where hidden or absent."""
    earlier = {g.collection: g for g in figures.gaps_before if g.comparison == gap.comparison}
    every = [*(earlier.get(b.collection or "") for b in figures.before), gap]
    group = [g.group if g and g.group.value is not None and _visible(g) else None for g in every]
    others = [g.others if g and g.others.value is not None and _visible(g) else None for g in every]
    return group, others


def _visible(gap: Gap) -> bool:
    return not (gap.group.hidden or gap.others.hidden)


def _charted(figures: HeadlineFigures) -> list[Gap]:
    shown = []
    for gap in figures.gaps:
        group, _ = _series(figures, gap)
        if gap.against == "within school" and gap_shown(gap) and sum(f is not None for f in group) >= FEWEST_POINTS:
            shown.append(gap)
    nearest = sorted(shown, key=lambda gap: -evidence(gap.gap))[:MOST_PANELS]
    return [gap for gap in shown if gap in nearest]


def _panels(material: Material, headline: Headline, figures: HeadlineFigures) -> GroupPanels | None:
    charted = _charted(figures)
    if not charted:
        return None
    collections = [material.project.collection(b.collection) for b in figures.before if b.collection] + [
        material.collection
    ]
    low, high, ticks = _y_axis(figures, charted)
    names = tuple(_tick(tick, figures.now) for tick in ticks)
    panels = tuple(_panel(figures, gap, material.project.measures.percent_from) for gap in charted)
    told = " ".join(
        say("panel series", name=sentence(side), values=_told(series))
        for gap in charted
        for side, series in zip((gap.group_name, gap.others_name), _series(figures, gap), strict=True)
    )
    return GroupPanels(
        title=f"{headline.name}. {told}",
        x_names=tuple(c.short or c.name for c in collections),
        y_low=low,
        y_high=high,
        y_ticks=ticks,
        y_names=names,
        panels=panels,
    )


def _told(series: Sequence[Figure | None]) -> str:
    return ", ".join(figure_text(f, percent_from=0) if f else say("not shown") for f in series)


def _panel(figures: HeadlineFigures, gap: Gap, percent_from: int) -> Panel:
    group, others = _series(figures, gap)
    return Panel(
        title=sentence(gap.group_name),
        group=tuple(f.value if f else None for f in group),
        others=tuple(f.value if f else None for f in others),
        group_text=say("panel group", value=figure_text(group[-1], percent_from=percent_from)),
        others_text=say("panel others", value=figure_text(others[-1], percent_from=percent_from)),
        note=say("panel hidden") if any(f is None for f in group) else "",
    )


def _y_axis(figures: HeadlineFigures, charted: Sequence[Gap]) -> tuple[float, float, tuple[float, ...]]:
    values = [f.value for gap in charted for side in _series(figures, gap) for f in side if f and f.value is not None]
    if figures.now.unit is Unit.PERCENT:
        high = 20.0 * -(-max(values) // 20) if max(values) > 0 else 20.0
        return (
            0.0,
            high,
            tuple(high * n / 4 for n in range(5))
            if high % 40 == 0
            else tuple(float(t) for t in range(0, int(high) + 1, 20)),
        )
    low, high = min(values), max(values)
    step = next(s for s in (0.5, 1, 2, 5, 10, 20, 50, 100) if (high - low) / s <= 4)  # noqa: PLR2004 - four steps fit the height
    first, last = step * (low // step), step * -(-high // step)
    return first, last, tuple(first + step * n for n in range(round((last - first) / step) + 1))


def _tick(value: float, now: Figure) -> str:
    if now.unit is Unit.PERCENT:
        return percent(value)
    return number(value, 0 if value == int(value) else 1)


def _numbers_table(material: Material, figures: HeadlineFigures) -> Table:
    collections = [material.project.collection(b.collection) for b in figures.before if b.collection] + [
        material.collection
    ]
    percent_from, rows = material.project.measures.percent_from, []
    for gap in _charted(figures):
        for side, series in zip((gap.group_name, gap.others_name), _series(figures, gap), strict=True):
            cells = [
                Cell(text=_value_and_n(f, percent_from), figure=f) if f else Cell(text=say("not shown"), tone="soft")
                for f in series
            ]
            rows.append(Row(cells=(Cell(text=sentence(in_sentence(side))), *cells)))
    return Table(
        caption=say("numbers caption"),
        columns=(
            Column(head=say("group"), role="who"),
            *(Column(head=c.short or c.name, role="year", numeric=True) for c in collections),
        ),
        rows=tuple(rows),
    )


def _value_and_n(figure: Figure, percent_from: int) -> str:
    """`43% (61)`; `6 of 14` says both at once."""
    told = figure_text(figure, percent_from=percent_from)
    return told if "of" in told else say("value and n", value=told, n=number(figure.n))
