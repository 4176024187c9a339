"""What leaders look at first: differences that can be told from normal variation, best evidence first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.model.calendar import year_group_words
from reportgen.model.document import Part, Point
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import Gap, HeadlineFigures, figure_id
from reportgen.model.school import Comparison
from reportgen.packs.governor_points import clear, comparison_of, evidence
from reportgen.packs.material import Material
from reportgen.packs.overview_tables import step_told
from reportgen.packs.words import (
    count,
    decimals_of,
    figure_text,
    in_sentence,
    interval_text,
    number,
    percent,
    rounded,
    say,
    sentence,
    signed,
)


@dataclass(frozen=True)
class Look:
    """A difference looked at."""

    good: bool
    strength: float
    """Distance from zero in half-widths of its likely range; above 1 it can be told from normal variation."""
    sure: bool
    family: str
    """What it is about: a subject, a group, year groups. The best of each comes before a second of any."""
    title: str
    text: str
    ask: str


def looks(material: Material) -> tuple[Look, ...]:
    """Every difference looked at, best evidence first; equal ones keep the order of the settings."""
    found = (*_years(material), *_lowest(material), *_subjects(material), *_headlines(material), *_gaps(material))
    return tuple(sorted(found, key=lambda one: -one.strength))


def chosen(found: Sequence[Look], *, good: bool, most: int) -> tuple[Look, ...]:
    """The strengths, or what to ask about, that come first."""
    sure = [one for one in found if one.sure and one.good == good]
    first: dict[str, Look] = {}
    for one in sure:
        first.setdefault(one.family, one)
    ranked = [*first.values(), *(one for one in sure if one not in first.values())]
    return tuple(ranked[:most])


def look_parts(material: Material, found: Sequence[Look]) -> tuple[Part, ...]:
    """Strengths, then what to ask about; how they were ranked stands under them."""
    most = material.project.packs.staff.first_looks
    parts = [_part(found, good=good, most=most) for good in (True, False)]
    parts[-1] = parts[-1].model_copy(update={"note": _rule(material, found)})
    return tuple(parts)


def _part(found: Sequence[Look], *, good: bool, most: int) -> Part:
    shown = chosen(found, good=good, most=most)
    name = "strengths" if good else "ask"
    rest = sum(one.sure and one.good == good for one in found) - len(shown)
    points = tuple(
        Point(title=say("point plain", title=one.title), text=one.text, ask="" if good else one.ask) for one in shown
    )
    return Part(
        id=f"looks-{name}",
        heading=say(f"looks {name}"),
        points=points,
        beside=() if points else (say(f"looks {name} none"),),
        note=count("looks rest", rest, n=number(rest)) if rest else "",
    )


def _rule(material: Material, found: Sequence[Look]) -> str:
    """How findings are ranked, and how many would stand out by luck."""
    level = material.project.measures.confidence
    lucky = len(found) * (1 - level)
    rest = sum(one.sure and not one.good for one in found) - material.project.packs.staff.first_looks
    told = (
        count("looks rest", rest, n=number(rest)) if rest > 0 else "",
        say("looks rule", level=percent(100 * level)) if found else "",
        say("looks luck", n=number(len(found)), lucky=number(lucky)) if lucky >= 1 else "",
        say("looks few", fewest=number(material.project.measures.min_base)) if material.measured.counts else "",
        step_told(material).strip() if found else "",
    )
    return " ".join(one for one in told if one)


def _look(figure: Figure, *, good: bool, family: str, title: str, text: str, ask: str) -> Look:
    return Look(good, evidence(figure), clear(figure), family, title, text, ask)


def _decimals(figure: Figure) -> int:
    """One decimal more where rounding would hide why a difference is told: a range of one number, or one to 0."""
    usual = decimals_of(figure)
    if figure.interval is None or not clear(figure):
        return usual
    ends = {rounded(figure.interval.low, usual), rounded(figure.interval.high, usual)}
    return usual + 1 if len(ends) == 1 or 0 in ends else usual


def _likely(figure: Figure) -> str:
    """`(likely range −0.6 to −0.2, 190 pupils)`."""
    shown = interval_text(figure.interval, decimals=_decimals(figure), sign=True)
    return say("range and pupils", range=shown, pupils=count("pupils", figure.n, n=number(figure.n)))


def _told(material: Material, *parts: str) -> Figure | None:
    """A figure with a value and a likely range, of more than a handful of pupils."""
    found = material.measured.figures.get(figure_id(*parts))
    if found is None or found.value is None or found.interval is None:
        return None
    return found if found.n >= material.project.measures.min_base else None


def _year_groups(material: Material) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pupil.year_group for pupil in material.pupils))


def _years(material: Material) -> Iterator[Look]:
    """Each year group's mean distance from target. Changes are not ranked: pupils are there to rise."""
    for year in _year_groups(material):
        if figure := _told(material, "year", year, "distance"):
            name, value = year_group_words(year), figure.value or 0.0
            yield _look(
                figure,
                good=value > 0,
                family="year groups",
                title=name,
                text=say("look year", steps=_size(figure), likely=_likely(figure), pack=name),
                ask=say("ask look year", year=name),
            )


def _lowest(material: Material) -> Iterator[Look]:
    """What those furthest below target did beyond chance."""
    for year in _year_groups(material):
        if figure := _told(material, "chosen", year, "beyond"):
            name, value = year_group_words(year), figure.value or 0.0
            yield _look(
                figure,
                good=value > 0,
                family="lowest",
                title=say("look lowest title", year=name),
                text=say("look lowest", steps=_size(figure), likely=_likely(figure), pack=name),
                ask=say("ask look lowest", year=name),
            )


def _subjects(material: Material) -> Iterator[Look]:
    """Each subject's mean distance from target in each year group."""
    for subject in material.project.subjects.subjects:
        for year in _year_groups(material):
            if figure := _told(material, "subject", subject.id, year, "distance"):
                name, value = year_group_words(year), figure.value or 0.0
                pack = say("subject pack heading", subject=subject.name, year_group=name)
                yield _look(
                    figure,
                    good=value > 0,
                    family=subject.id,
                    title=pack,
                    text=say("look subject", steps=_size(figure), likely=_likely(figure), pack=pack),
                    ask=say("ask look subject", subject=in_sentence(subject.name), year=name),
                )


def _named(material: Material) -> Iterator[tuple[Headline, HeadlineFigures]]:
    headlines = {one.id: one for one in material.project.measures.headlines}
    for figures in material.measured.headlines:
        yield headlines[figures.id], figures


def _headlines(material: Material) -> Iterator[Look]:
    """How each headline measure changed among the same pupils; not means of marks, which rise over a year."""
    for headline, figures in _named(material):
        change = figures.change
        if headline.kind == "mean" or change is None or change.value is None or change.interval is None:
            continue
        since = material.project.collection(change.since).name if change.since else ""
        now = figure_text(figures.now, percent_from=material.project.measures.percent_from)
        values = {"since": since, "now": now, "change": _size(change), "likely": _likely(change)}
        yield _look(
            change,
            good=(change.value > 0) == (headline.better == "higher"),
            family=headline.id,
            title=say("look headline title", headline=sentence(headline.name), since=since),
            text=say("look headline", **values),
            ask=say("default fall question"),
        )


def _size(figure: Figure) -> str:
    """`−20 percentage points`, `+0.3`: a difference with its unit."""
    shown = signed(figure.value or 0.0, _decimals(figure))
    return say("in points", change=shown) if figure.unit is Unit.POINTS else shown


def _gaps(material: Material) -> Iterator[Look]:
    """Each group beside the others; a handful of pupils is no group."""
    fewest = material.project.measures.min_base
    for headline, figures in _named(material):
        for gap in figures.gaps:
            told = gap.gap.value is not None and gap.gap.interval is not None
            if told and gap.against == "within school" and min(gap.group.n, gap.others.n) >= fewest:
                yield _gap(material, headline, gap)


def _gap(material: Material, headline: Headline, gap: Gap) -> Look:
    """A gap told from the side that is watched; where neither is, from the side behind."""
    comparison = comparison_of(material.project, gap.comparison)
    ahead = ((gap.gap.value or 0.0) > 0) == (headline.better == "higher")
    behind = gap.others_name if comparison.symmetric and ahead else gap.group_name
    text = say(
        "look gap",
        group=sentence(gap.group_name),
        group_value=_side(material, gap.group),
        others=in_sentence(gap.others_name),
        others_value=_side(material, gap.others),
        gap=_size(gap.gap),
        range=interval_text(gap.gap.interval, decimals=_decimals(gap.gap), sign=True),
        pupils=_whose(material, comparison),
    )
    question = headline.question or say("default question", group="{group}")
    return _look(
        gap.gap,
        good=ahead and not comparison.symmetric,
        family=comparison.part_of or comparison.id,
        title=say("gap title", group=sentence(behind), headline=in_sentence(headline.name)),
        text=text,
        ask=question.replace("{group}", in_sentence(behind)),
    )


def _side(material: Material, figure: Figure) -> str:
    """`53% (113 pupils)`; `3 of 11`, which says its pupils already."""
    shown = figure_text(figure, percent_from=material.project.measures.percent_from)
    few = figure.numerator is not None and figure.n < material.project.measures.percent_from
    pupils = count("pupils", figure.n, n=number(figure.n))
    return shown if few else say("side and pupils", value=shown, pupils=pupils)


def _whose(material: Material, comparison: Comparison) -> str:
    """Where the pupils of a group are named: by their flag in form packs, else in the workbook."""
    group = next(g for g in material.project.groups.groups if comparison in g.comparisons)
    flags = [v.flag for v in group.values if v.id in comparison.these and v.flag]
    shown = group.id in material.project.packs.classes.groups and not material.project.packs.classes.hide_flags
    if shown and flags:
        return say("pupils by flag", flags=" or ".join(flags))
    return say("pupils by workbook", column=group.id)
