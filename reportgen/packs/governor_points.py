"""What governors are told first: strengths, what to ask, what is too small to say. All from figures safe to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.model.document import Point
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import Gap, HeadlineFigures
from reportgen.model.project import Project
from reportgen.model.school import Comparison
from reportgen.packs.material import Material
from reportgen.packs.words import (
    count,
    decimals_of,
    figure_text,
    in_sentence,
    listed,
    number,
    say,
    sentence,
    small_number,
)

AVERAGES = ("mean", "on_target", "attendance")
"""Kinds of headline that are not a share of pupils, and have sentences of their own."""


@dataclass(frozen=True)
class Finding:
    """A difference that can be told from normal variation, in words, and how strong its evidence is."""

    good: bool
    strength: float
    """Distance from zero in half-widths of its interval: more than 1."""
    headline: str
    about: str
    """The group it is about, or all pupils and beside what."""
    higher: bool
    """Whether its figure is the higher of the two: for absence that is the worse one."""
    family: str
    """The comparison it belongs to, or the one that comparison is a part of; empty for all pupils."""
    title: str
    text: str
    question: str


@dataclass(frozen=True)
class Small:
    """A difference that can't be told from normal variation."""

    strength: float
    headline: str
    text: str
    """The whole sentence."""
    short: str
    """Who or what was looked at, for the list of the unremarkable."""


@dataclass(frozen=True)
class Findings:
    """All that the headline measures say, best evidence first."""

    strengths: tuple[Finding, ...]
    asks: tuple[Finding, ...]
    too_small: tuple[Small, ...]
    """Too small to tell apart from normal variation, nearest to it first."""
    hidden: int


def findings(material: Material, headlines: Sequence[HeadlineFigures]) -> Findings:
    """Sorts every change, national comparison and gap of the headline measures."""
    found: list[Finding | Small] = []
    hidden = 0
    for figures in headlines:
        headline = next(h for h in material.project.measures.headlines if h.id == figures.id)
        found += [*_changes(material, headline, figures), *_national(material, headline, figures)]
        for gap in figures.gaps:
            if gap.gap.hidden or gap.group.hidden or gap.others.hidden:
                hidden += 1
            elif gap.gap.value is not None and gap.gap.interval is not None:
                found.append(_gap(material, headline, gap))
    ranked = sorted(found, key=lambda one: -one.strength)
    sure = [one for one in ranked if isinstance(one, Finding)]
    return Findings(
        strengths=tuple(one for one in sure if one.good),
        asks=tuple(one for one in sure if not one.good),
        too_small=tuple(one for one in ranked if isinstance(one, Small)),
        hidden=hidden,
    )


def evidence(figure: Figure) -> float:
    """How far a difference lies from zero, in half-widths of its interval."""
    if figure.value is None or figure.interval is None:
        return 0.0
    half = (figure.interval.high - figure.interval.low) / 2
    return abs(figure.value) / half if half else 0.0


def clear(figure: Figure) -> bool:
    """True when the interval of a difference leaves out zero."""
    return figure.value is not None and figure.interval is not None and figure.interval.leaves_out_zero


def whole_text(project: Project, headline: Headline, figure: Figure) -> str:
    """`74% of 156 pupils reached grade 4 in both`: a headline in a sentence, without its full stop."""
    shown = figure_text(figure, percent_from=project.measures.percent_from)
    n = number(figure.n)
    if headline.kind in AVERAGES:
        return say(f"whole {headline.kind}", n=n, value=shown)
    if "of" in shown:
        return say("whole few", value=shown, reached=reached(headline))
    return say("whole", value=shown, n=n, reached=reached(headline))


def reached(headline: Headline) -> str:
    """How a sentence about a share goes on."""
    return headline.reached or say("reached default", headline=in_sentence(headline.name))


def _better(headline: Headline, difference: float) -> bool:
    return difference > 0 if headline.better == "higher" else difference < 0


def _changes(material: Material, headline: Headline, figures: HeadlineFigures) -> Iterator[Finding | Small]:
    change, before = figures.change, figures.before[-1] if figures.before else None
    if change is None or before is None or any(f.hidden or f.value is None for f in (change, before, figures.now)):
        return
    percent_from = material.project.measures.percent_from
    since = material.project.collection(before.collection).name if before.collection else ""
    then, now = (figure_text(f, percent_from=percent_from) for f in (before, figures.now))
    if not clear(change):
        text = say("too small change", headline=headline.name, now=now, before=then, since=since)
        yield Small(evidence(change), headline.name, text, say("short change", since=since))
        return
    difference = change.value or 0.0
    whole = whole_text(material.project, headline, figures.now)
    way = "same pupils up" if difference > 0 else "same pupils down"
    likely = say("likely change", range=span) if (span := _likely(change)) else ""
    text = say(way, whole=whole, n=number(change.n), change=_change_words(change), likely=likely, since=since)
    yield _of_all(
        headline,
        difference,
        strength=evidence(change),
        about=say("all since", since=since),
        text=text,
        question=say("default fall question"),
    )


def _likely(difference: Figure) -> str:
    """`10 to 16`: how large a clear difference is likely to be, whichever way; empty where both ends print alike."""
    if difference.interval is None:
        return ""
    low, high = sorted(abs(end) for end in (difference.interval.low, difference.interval.high))
    decimals = decimals_of(difference)
    told = number(low, decimals), number(high, decimals)
    return say("low to high", low=told[0], high=told[1]) if told[0] != told[1] else ""


def _change_words(change: Figure) -> str:
    """`6 percentage points`, `0.3`: the size of a change with its unit."""
    shown = number(abs(change.value or 0.0), decimals_of(change))
    return say("in points", change=shown) if change.unit is Unit.POINTS else shown


def _national(material: Material, headline: Headline, figures: HeadlineFigures) -> Iterator[Finding | Small]:
    national, now = figures.national, figures.now
    if national is None or national.value is None or now.value is None or now.interval is None or now.hidden:
        return
    half = (now.interval.high - now.interval.low) / 2
    strength = abs(now.value - national.value) / half if half else 0.0
    if now.interval.low <= national.value <= now.interval.high:
        text = say("too small national", headline=headline.name, now=figure_text(now), national=figure_text(national))
        yield Small(strength, headline.name, text, say("england"))
        return
    higher = now.value > national.value
    year = national.collection or ""
    text = whole_text(material.project, headline, now)
    text += say("higher than england" if higher else "lower than england", national=figure_text(national), year=year)
    yield _of_all(
        headline,
        now.value - national.value,
        strength=strength,
        about=say("all beside england"),
        text=f"{text}.",
        question=say("england question"),
    )


def _of_all(headline: Headline, difference: float, *, strength: float, about: str, text: str, question: str) -> Finding:
    """A finding about all pupils."""
    return Finding(
        good=_better(headline, difference),
        strength=strength,
        headline=headline.name,
        about=about,
        higher=difference > 0,
        family="",
        title=sentence(headline.name),
        text=text,
        question=question,
    )


@dataclass(frozen=True)
class _Sides:
    """A gap as it is told: whose figure comes first, and beside whom."""

    told: str
    beside: str
    first: Figure
    second: Figure
    good: bool


def _sides(project: Project, headline: Headline, gap: Gap) -> _Sides:
    """The group first; where neither side is the one watched, the side behind."""
    ahead = _better(headline, gap.gap.value or 0.0)
    if comparison_of(project, gap.comparison).symmetric:
        if ahead:
            return _Sides(gap.others_name, gap.group_name, gap.others, gap.group, good=False)
        return _Sides(gap.group_name, gap.others_name, gap.group, gap.others, good=False)
    return _Sides(gap.group_name, gap.others_name, gap.group, gap.others, good=ahead)


def _gap(material: Material, headline: Headline, gap: Gap) -> Finding | Small:
    percent_from = material.project.measures.percent_from
    sides = _sides(material.project, headline, gap)
    group, others = (figure_text(f, percent_from=percent_from) for f in (sides.first, sides.second))
    told, beside = in_sentence(sides.told), in_sentence(sides.beside)
    if not clear(gap.gap):
        text = say(
            "too small gap", headline=headline.name, group_name=told, group=group, others_name=beside, others=others
        )
        return Small(evidence(gap.gap), headline.name, text, told)
    way = "higher" if (sides.first.value or 0.0) > (sides.second.value or 0.0) else "lower"
    kind = f"group {headline.kind}" if headline.kind in AVERAGES else "group"
    if kind == "group" and sides.first.n < percent_from:
        kind = "group few"
    text = say(
        f"{kind} {way}",
        group=group,
        n=number(sides.first.n),
        reached=reached(headline),
        others=others,
        others_name=beside,
    )
    if span := _likely(gap.gap):
        text += say("gap likely", range=span, unit=say("gap unit") if gap.gap.unit is Unit.POINTS else "")
    if gap.worth:
        text += count("gap worth", abs(gap.worth), n=number(abs(gap.worth)), what=_what(gap))
    question = headline.question or say("default question", group="{group}")
    return Finding(
        good=sides.good,
        strength=evidence(gap.gap),
        headline=headline.name,
        about=told,
        higher=way == "higher",
        family=comparison_of(material.project, gap.comparison).part_of or gap.comparison,
        title=say("gap title", group=sentence(sides.told), headline=in_sentence(headline.name)),
        text=text,
        question=question.replace("{group}", told),
    )


def _what(gap: Gap) -> str:
    words = gap.worth_words or "pupils"
    return words.replace("pupils", "pupil", 1) if abs(gap.worth or 0) == 1 else words


def comparison_of(project: Project, comparison_id: str) -> Comparison:
    """The comparison with this id."""
    return next(c for g in project.groups.groups for c in g.comparisons if c.id == comparison_id)


def chosen(found: Sequence[Finding], *, most: int) -> tuple[Finding, ...]:
    """The strongest findings, one of each group before a second of any: SEND does not crowd out pupil premium."""
    first: dict[str, Finding] = {}
    for one in found:
        first.setdefault(one.family or one.title, one)
    ranked = [*first.values(), *(one for one in found if one not in first.values())]
    return tuple(ranked[:most])


def rest(found: Sequence[Finding], shown: Sequence[Finding]) -> tuple[str, ...]:
    """The findings that had no room, a line a measure and direction."""
    told: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for one in found:
        if one not in shown:
            told[one.headline, one.higher].append(one.about)
    return tuple(
        say("also higher" if higher else "also lower", headline=name, names=listed(about))
        for (name, higher), about in told.items()
    )


def strength_points(found: Sequence[Finding]) -> tuple[Point, ...]:
    """The strengths of the first page."""
    return tuple(Point(title=say("point plain", title=one.title), text=one.text) for one in found)


def ask_points(found: Sequence[Finding]) -> tuple[Point, ...]:
    """The numbered questions of the first page."""
    return tuple(
        Point(title=say("point title", number=n, title=one.title), text=one.text, ask=one.question, number=n)
        for n, one in enumerate(found, start=1)
    )


def counted_heading(strengths: int, questions: int) -> str:
    """`Two strengths, three questions`, and plain words where there is none of either."""
    first = count("strengths", strengths, count=sentence(small_number(strengths)))
    second = count("questions", questions, count=small_number(questions))
    if not strengths and not questions:
        return say("heading nothing")
    if not questions:
        return say("heading strengths", strengths=first)
    if not strengths:
        return say("heading questions", questions=sentence(second))
    return say("heading counts", strengths=first, questions=second)
