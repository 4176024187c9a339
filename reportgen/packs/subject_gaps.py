"""Gaps by group in one subject and year group: both means, n on each side, the difference with its likely range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.figure import Figure
from reportgen.model.school import Comparison, Group
from reportgen.packs.range_axis import RangeAxis, range_axis
from reportgen.packs.subject_year import FEWEST, Member, SubjectYear
from reportgen.packs.words import (
    NO_VALUE,
    count,
    day,
    decimals_of,
    difference_text,
    in_sentence,
    interval_text,
    listed,
    number,
    say,
    sentence,
    small_number,
)


@dataclass(frozen=True)
class Sides:
    """One comparison among the pupils with a mark."""

    comparison: Comparison
    these: tuple[Member, ...]
    others: tuple[Member, ...]
    gap: Figure | None

    @cached_property
    def told(self) -> Figure | None:
        """The gap, where both sides have pupils enough for a mean."""
        return self.gap if min(len(self.these), len(self.others)) >= FEWEST else None

    @cached_property
    def clear(self) -> bool:
        """True when the gap can be told from none."""
        return self.told is not None and self.told.interval is not None and self.told.interval.leaves_out_zero

    @cached_property
    def name(self) -> str:
        """The group as a sentence goes on with it."""
        return in_sentence(self.comparison.name)


def mean_of(members: Sequence[Member]) -> str:
    """Mean of the marks' declared values, as printed; the gap's own two sides."""
    values = [row.value for _, row in members if row.value is not None]
    return number(sum(values) / len(values), 1) if values else NO_VALUE


def sides_of(of: SubjectYear) -> tuple[Sides, ...]:
    """Every comparison of the settings with somebody on both sides."""
    found = (_sides(of, group, comparison) for group, comparison in _comparisons(of))
    return tuple(one for one in found if one.these and one.others)


def _comparisons(of: SubjectYear) -> Iterator[tuple[Group, Comparison]]:
    for group in of.material.project.groups.groups:
        for comparison in group.comparisons:
            yield group, comparison


def _sides(of: SubjectYear, group: Group, comparison: Comparison) -> Sides:
    values = {pupil.key: of.material.groups.get((pupil.key, group.id)) for pupil, _ in of.marked}
    return Sides(
        comparison=comparison,
        these=tuple(one for one in of.marked if values[one[0].key] in comparison.these),
        others=tuple(one for one in of.marked if values[one[0].key] in comparison.others),
        gap=of.gap(comparison.id),
    )


def gaps_part(of: SubjectYear, sides: Sequence[Sides]) -> Part | None:
    """The gaps on one scale; in words where no mean may be taken; None without a comparison."""
    if not sides:
        return None
    known = [one.told for one in sides if one.told]
    if not known:
        return Part(id="gaps-none", heading=say("gaps none told"), lead=_why_not(of, sides))
    axis = range_axis(known, zero=0.0)
    clear = [one for one in sides if one.clear]
    table = Table(
        caption=say("gaps caption", date=day(of.material.collection.closes), pupils=count("pupils", len(of.marked))),
        columns=(
            Column(head=say("group"), role="group"),
            Column(head=say("group pupils"), role="n", numeric=True),
            Column(head=say("group mean"), role="mean", numeric=True),
            Column(head=say("other pupils"), role="n", numeric=True),
            Column(head=say("other mean"), role="mean", numeric=True),
            Column(head=say("difference"), role="gap", numeric=True),
            Column(head=say("likely range"), role="likely", numeric=True),
            Column(head="", role="range", ends=_ends(axis)),
        ),
        rows=tuple(_row(one, axis) for one in sides),
    )
    return Part(
        id="gaps",
        heading=_heading(clear),
        table=table,
        note=_note(sides),
    )


def _why_not(of: SubjectYear, sides: Sequence[Sides]) -> str:
    """Why no gap is told, and how many each group has."""
    groups = listed(say("group and n", group=one.name, n=number(len(one.these))) for one in sides)
    if any(one.gap for one in sides):
        return say("gaps why", why=say("gaps too few", n=small_number(FEWEST)), groups=groups)
    scales = {row.scale for _, row in of.marked}
    why = say("gaps several scales") if len(scales) > 1 else say("gaps no values")
    return say("gaps why", why=why, groups=groups)


def _heading(clear: Sequence[Sides]) -> str:
    if not clear:
        return say("gaps heading none")
    return count("gaps heading", len(clear), n=sentence(small_number(len(clear))), names=listed(s.name for s in clear))


def _note(sides: Sequence[Sides]) -> str:
    """What to make of the rest, and who each group is set beside: each kind of others once."""
    told = [one for one in sides if one.told]
    close = sum(not one.clear for one in told)
    beside: dict[str, list[str]] = {}
    for one in told:
        beside.setdefault(one.comparison.others_name, []).append(one.name)
    with_whom = [say("beside whom", groups=listed(names), others=others) for others, names in beside.items()]
    rest = ""
    if close:
        rest = say("gaps note all") if close == len(told) else count("gaps note", close, n=small_number(close))
    return f"{rest} {say('gaps compared', told='; '.join(with_whom))}".strip()


def _ends(axis: RangeAxis) -> tuple[str, str, str]:
    low, high = (difference_end(end, axis) for end in (axis.low, axis.high))
    return low, say("no difference"), high


def difference_end(end: float, axis: RangeAxis) -> str:
    """`−2.5`, `+1`, and nothing where the scale ends at no difference, whose name stands there."""
    text = number(end, axis.decimals)
    return "" if end == axis.zero else f"+{text}" if end > 0 else text


def _row(one: Sides, axis: RangeAxis) -> Row:
    gap, name = one.told, Cell(text=one.comparison.name)
    if gap is None:
        why = say("gap not told", these=count("pupils", len(one.these)), others=number(len(one.others)))
        return Row(cells=(name, Cell(text=why, tone="soft", span=7)), quiet=True)
    likely = interval_text(gap.interval, decimals=decimals_of(gap), sign=True)
    difference = difference_text(gap)
    title = say("subject gap title", group=one.comparison.name, gap=difference, others=one.comparison.others_name)
    if gap.interval:
        title = say("with likely range", told=title, interval=likely)
    cells = (
        name,
        Cell(text=number(len(one.these)), tone="soft"),
        Cell(text=mean_of(one.these)),
        Cell(text=number(len(one.others)), tone="soft"),
        Cell(text=mean_of(one.others)),
        Cell(text=difference, tone="now" if one.clear else "plain", figure=gap),
        Cell(text=likely, tone="soft"),
        Cell(picture=axis.range_of(gap, title=title, sure=one.clear)),
    )
    return Row(cells=cells)
