"""The governors' pack: a first page by exception, groups, and how the figures are made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reportgen.model.calendar import year_group_words
from reportgen.model.document import Cell, Column, Count, GovernorPack, GroupsPage, Labelled, Row, Table
from reportgen.model.figure import Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import HeadlineFigures
from reportgen.model.picture import Range
from reportgen.packs.governor_groups import gap_shown, groups_page
from reportgen.packs.governor_points import (
    Findings,
    ask_points,
    chosen,
    counted_heading,
    findings,
    rest,
    strength_points,
)
from reportgen.packs.material import Material
from reportgen.packs.parent_report import origin
from reportgen.packs.words import (
    count,
    day,
    decimals_of,
    figure_text,
    in_sentence,
    interval_text,
    listed,
    number,
    percent,
    say,
    sentence,
    small_number,
)

MOST_PAGES = 3
"""Groups pages when the school chooses none: with the first page they stay within six sides."""
MOST_SMALL = 3
"""Differences too small to say that are told in full."""


def governor_pack(material: Material) -> GovernorPack:
    """The pack, from figures made safe for governors only: nothing here sees the others."""
    project, choice = material.project, material.project.packs.governors
    headlines = _chosen(material.measured.public_headlines, choice.headlines)
    found = findings(material, headlines)
    good, doubtful = chosen(found.strengths, most=choice.strengths), chosen(found.asks, most=choice.questions)
    strengths, asks = strength_points(good), ask_points(doubtful)
    return GovernorPack(
        key="governors",
        path="governors/governors",
        title=f"{say('governors pack', report=material.report.name)}, {project.school.name}",
        language=project.school.language,
        school=project.school.name,
        origin=origin(material),
        pack_name=_pack_name(material),
        foot=say("governors foot", school=project.school.name, report=material.report.name),
        heading=counted_heading(len(strengths), len(asks)),
        context=_context(material),
        context_note=_context_note(material, headlines),
        strengths=strengths,
        strengths_none="" if strengths else say("no strengths"),
        ask=asks,
        ask_none="" if asks else say("no asks"),
        too_small=_too_small(material, found),
        too_small_lead=say("too small lead") if found.too_small else "",
        unremarkable=_unremarkable(found),
        also=rest((*found.asks, *found.strengths), (*good, *doubtful)),
        figures=_figures_table(material, headlines),
        groups=_groups(material),
        method=_method(material, headlines),
    )


def _chosen(headlines: Sequence[HeadlineFigures], ids: Sequence[str]) -> tuple[HeadlineFigures, ...]:
    """The school's choice in its order, all when nothing is chosen; measures with no pupil in them are left out."""
    wanted = ids or [h.id for h in headlines]
    by_id = {h.id: h for h in headlines}
    return tuple(by_id[i] for i in wanted if i in by_id and (by_id[i].now.n or by_id[i].now.hidden))


def _headline(material: Material, headline_id: str) -> Headline:
    return next(h for h in material.project.measures.headlines if h.id == headline_id)


def _pack_name(material: Material) -> str:
    meeting = next((m for m in material.report.meetings if m.audience == "governors"), None)
    if meeting:
        return say("governors pack for", meeting=in_sentence(meeting.name), date=day(meeting.on))
    return say("governors pack", report=material.report.name)


def _context(material: Material) -> tuple[Count, ...]:
    wanted = material.project.packs.governors.context
    counts = {c.comparison: c for c in material.measured.public_counts}
    shown = [Count(number=number(len(material.pupils)), text=say("on roll"))]
    for comparison in wanted:
        if (one := counts.get(comparison)) is None:
            continue
        if one.count.hidden or one.count.value is None:
            shown.append(Count(number=say("not shown short"), text=in_sentence(one.name)))
            continue
        share = one.share.value
        text = (
            in_sentence(one.name)
            if one.share.hidden or share is None
            else say("context part", name=in_sentence(one.name), percent=percent(share))
        )
        shown.append(Count(number=number(one.count.value), text=text, figure=one.count))
    return tuple(shown)


def _years(material: Material) -> str:
    groups = material.project.year_groups(material.report)
    if len(groups) > 2 and all(g.isdigit() for g in groups):  # noqa: PLR2004 - three or more read better as a range
        return say("years from to", first=groups[0], last=groups[-1])
    return listed(year_group_words(g) for g in groups)


def _context_note(material: Material, headlines: Sequence[HeadlineFigures]) -> str:
    national = any(h.national for h in headlines)
    return say(
        "context note",
        year_groups=_years(material),
        date=day(material.report.roll_on or material.collection.closes),
        collection=material.collection.name,
        collected=_collected(material),
        national=say("national held" if national else "national none"),
    )


def _collected(material: Material) -> str:
    return say("collected on", date=day(material.collection.closes))


def _too_small(material: Material, found: Findings) -> tuple[str, ...]:
    """The differences nearest to normal variation in full, then what is hidden."""
    wanted = _chosen(material.measured.public_headlines, material.project.packs.governors.gaps)
    silent = (
        say("nothing shown", headline=_headline(material, h.id).name)
        for h in wanted
        if h.gaps and not any(map(gap_shown, h.gaps))
    )
    hidden = count("hidden groups", found.hidden, count=sentence(small_number(found.hidden))) if found.hidden else ""
    return tuple(part for part in (*(small.text for small in found.too_small[:MOST_SMALL]), *silent, hidden) if part)


def _unremarkable(found: Findings) -> tuple[str, ...]:
    """The rest of what was looked at, a line a measure."""
    looked_at: dict[str, list[str]] = defaultdict(list)
    for small in found.too_small[MOST_SMALL:]:
        looked_at[small.headline].append(small.short)
    return tuple(say("unremarkable", headline=name, names=listed(short)) for name, short in looked_at.items())


def _figures_table(material: Material, headlines: Sequence[HeadlineFigures]) -> Table:
    shares = [h for h in headlines if h.now.unit is Unit.PERCENT]
    national = any(h.national for h in headlines)
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
        rows=tuple(_figures_row(material, h, earlier=bool(earlier), national=national) for h in headlines),
    )


def _figures_row(material: Material, figures: HeadlineFigures, *, earlier: bool, national: bool) -> Row:
    headline, now = _headline(material, figures.id), figures.now
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
            cells.append(Cell(text=say("not compared"), tone="soft"))
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


def _groups(material: Material) -> tuple[GroupsPage, ...]:
    choice = material.project.packs.governors.gaps
    headlines = [h for h in _chosen(material.measured.public_headlines, choice) if any(map(gap_shown, h.gaps))]
    wanted = headlines if choice else headlines[:MOST_PAGES]
    return tuple(groups_page(material, _headline(material, h.id), h) for h in wanted)


def _method(material: Material, headlines: Sequence[HeadlineFigures]) -> tuple[Labelled, ...]:
    measures = material.project.measures
    sources = dict.fromkeys(h.national.reference for h in headlines if h.national and h.national.reference)
    facts: dict[str, dict[str, object]] = {
        "counts": {"date": day(material.report.roll_on or material.collection.closes), "year_groups": _years(material)},
        "teachers": {},
        "several": {},
        "range": {"level": percent(100 * measures.confidence)},
        "change": {},
        "worth": {},
        "hidden": {"fewest": measures.min_base - 1},
        "sources": {
            "collected": _collected(material),
            "national": say("method sources national", sources=listed(s for s in sources if s)) if sources else "",
        },
    }
    return tuple(
        Labelled(label=say(f"method label {name}"), text=say(f"method {name}", **values))
        for name, values in facts.items()
    )
