"""The governors' pack: a first page by exception, groups, and how the figures are made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reportgen.model.document import Count, GovernorPack, GroupsPage, Labelled
from reportgen.model.measured import HeadlineFigures
from reportgen.packs.governor_calendar import calendar_side
from reportgen.packs.governor_cohorts import cohorts_note
from reportgen.packs.governor_figures import beside_england, figures_table, headline_of
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
from reportgen.packs.governor_sides import ATTENDANCE, attainment_side, attendance_side
from reportgen.packs.material import Material
from reportgen.packs.words import (
    count,
    day,
    in_sentence,
    listed,
    number,
    percent,
    say,
    sentence,
    small_number,
    years_in_words,
)

MOST_PAGES = 2
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
        origin=material.origin,
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
        figures=figures_table(material, headlines),
        attainment=attainment_side(material, headlines),
        groups=_groups(material),
        attendance=attendance_side(material),
        calendar=calendar_side(material),
        method=_method(material, headlines),
    )


def _chosen(headlines: Sequence[HeadlineFigures], ids: Sequence[str]) -> tuple[HeadlineFigures, ...]:
    """The school's choice in its order, all when nothing is chosen; measures with no pupil in them are left out."""
    wanted = ids or [h.id for h in headlines]
    by_id = {h.id: h for h in headlines}
    return tuple(by_id[i] for i in wanted if i in by_id and (by_id[i].now.n or by_id[i].now.hidden))


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
    return years_in_words(material.project.year_groups(material.report))


def _context_note(material: Material, headlines: Sequence[HeadlineFigures]) -> str:
    national = bool(beside_england(headlines))
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
        say("nothing shown", headline=headline_of(material, h.id).name)
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


def _groups(material: Material) -> tuple[GroupsPage, ...]:
    choice = material.project.packs.governors.gaps
    headlines = [
        h
        for h in _chosen(material.measured.public_headlines, choice)
        if any(map(gap_shown, h.gaps)) and headline_of(material, h.id).kind not in ATTENDANCE
    ]
    wanted = headlines if choice else headlines[:MOST_PAGES]
    return tuple(groups_page(material, headline_of(material, h.id), h) for h in wanted)


def _method(material: Material, headlines: Sequence[HeadlineFigures]) -> tuple[Labelled, ...]:
    measures = material.project.measures
    sources = dict.fromkeys(_published(material, h) for h in beside_england(headlines))
    cohorts = cohorts_note(material, material.project.year_groups(material.report))
    facts: dict[str, dict[str, object]] = {
        "counts": {"date": day(material.report.roll_on or material.collection.closes), "year_groups": _years(material)},
        "teachers": {},
        "several": {},
        "range": {"level": percent(100 * measures.confidence)},
        "change": {},
        **({"years": {"told": cohorts}} if cohorts else {}),
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


def _published(material: Material, figures: HeadlineFigures) -> str:
    """`attendance, 2024/25, published`: what the figure for England is, by the measure's own name."""
    headline = headline_of(material, figures.id)
    said = figures.national.reference if figures.national else None
    return f"{in_sentence(headline.name)}, {said.removeprefix(f'{headline.national}, ')}" if said else ""
