"""A year group's road: its years here, the collections in order, the scale in use and who was responsible."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.calendar import year_group_words
from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.thread import RoadYear, Round
from reportgen.packs.road import ScaleChange, main_scale, road_so_far, rounds_of, scale_changes
from reportgen.packs.words import count, in_sentence, listed, say, school_year, small_number
from reportgen.packs.year_members import YearMembers


def road_part(of: YearMembers) -> Part | None:
    """A row a school year, oldest first; None where the calendar tells no round of this year group."""
    years = road_so_far(of.material, of.year_group)
    if not rounds_of(years):
        return None
    changes = scale_changes(of.material, years)
    columns = (
        Column(head=say("school year"), role="when"),
        Column(head=say("year group"), role="stage"),
        Column(head=say("collections head"), role="rounds"),
        Column(head=say("scale head"), role="scale"),
        Column(head=say("responsible head"), role="responsible"),
    )
    return Part(
        id="road",
        heading=_heading(years, changes),
        table=Table(caption=say("road caption"), columns=columns, rows=tuple(_row(of, year) for year in years)),
        note=" ".join(_told(change) for change in changes),
    )


def _heading(years: Sequence[RoadYear], changes: Sequence[ScaleChange]) -> str:
    n = sum(bool(year.rounds) for year in years)
    if changes:
        return count("road heading changed", n, n=small_number(n), since=changes[-1].since)
    return count("road heading", n, n=small_number(n))


def _row(of: YearMembers, year: RoadYear) -> Row:
    project = of.material.project
    stage = say("key stage", n=year.key_stage.removeprefix("KS")) if year.key_stage != "EYFS" else say("early years")
    return Row(
        cells=(
            Cell(text=school_year(year.year)),
            Cell(text=year_group_words(year.year_group), second=stage),
            Cell(text=listed(project.collection(one.collection).name for one in year.rounds) or say("none")),
            _scales(of, year.rounds),
            _responsible(of, year),
        )
    )


def _scales(of: YearMembers, rounds: Sequence[Round]) -> Cell:
    """The main scale, those after it where it changed within the year; under it scales of some subjects only."""
    mains = list(dict.fromkeys(scale.name for one in rounds if (scale := main_scale(of.material, one))))
    subjects = {s.id: s.name for s in of.material.project.subjects.subjects}
    others: dict[str, dict[str, None]] = {}
    for use in (use for one in rounds for use in one.scales[1:]):
        name = of.material.project.marks.scale(use.scale).name
        if name not in mains:
            others.setdefault(name, {}).update(dict.fromkeys(in_sentence(subjects[s]) for s in use.subjects))
    second = "; ".join(say("scale of subjects", scale=name, subjects=listed(own)) for name, own in others.items())
    return Cell(text=say("scale then").join(mains) if mains else say("none"), second=second)


def _responsible(of: YearMembers, year: RoadYear) -> Cell:
    names, movers = (
        listed(dict.fromkeys(of.material.staff_name(code) for code in codes)) if codes else ""
        for codes in (year.responsible, year.transition)
    )
    return Cell(
        text=names or say("nobody is named"),
        second=say("move looked after", stage=year.key_stage.removeprefix("KS"), names=movers) if movers else "",
        tone="plain" if names else "soft",
    )


def _told(change: ScaleChange) -> str:
    key = "scale changed comparable" if change.comparable else "scale changed"
    return say(key, since=change.since, before=change.before.name, now=change.now.name)
