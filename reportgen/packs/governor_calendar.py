"""The governors' side of collections: what teachers were asked for, what for, who acts on it, and what it costs."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.calendar import Collection
from reportgen.model.document import Cell, Column, GovernorSide, Row, Table
from reportgen.model.workload import CollectionHours, Workload
from reportgen.packs.material import Material
from reportgen.packs.words import (
    count,
    day_of_year,
    hours,
    in_sentence,
    listed,
    minutes,
    say,
    sentence,
    small_number,
    years_in_words,
)


def calendar_side(material: Material) -> GovernorSide | None:
    """What teachers were asked for this school year, when, what for, who acts on it and how many hours it took."""
    collections = [c for c in material.project.collections.collections if c.year == material.collection.year]
    if not collections:
        return None
    work = _workload(material)
    costs = {one.collection: one for one in work.collections} if work else {}
    columns = [
        Column(head=say("collection"), role="what"),
        Column(head=say("marks close"), role="when"),
        Column(head=say("year groups"), role="years"),
        Column(head=say("purpose"), role="purpose"),
        Column(head=say("action"), role="action"),
    ]
    if work:
        columns.append(Column(head=say("hours head"), role="hours", numeric=True))
    table = Table(
        caption=say("calendar caption"),
        columns=tuple(columns),
        rows=tuple(_row(material, c, costs.get(c.id)) for c in collections),
        note=_method(material, collections) if work else "",
    )
    heading = count("calendar heading", len(collections), n=sentence(small_number(len(collections))))
    return GovernorSide(heading=heading, lead=_price(material, work) if work else "", tables=(table,))


def _workload(material: Material) -> Workload | None:
    """The year's workload, where the exports say who takes what."""
    work = material.plan.workload
    return work if work and work.hours else None


def _row(material: Material, collection: Collection, cost: CollectionHours | None) -> Row:
    facets = listed(in_sentence(material.project.marks.facet(f).name) for f in collection.facets)
    cells = (
        Cell(text=collection.name, second=facets),
        Cell(text=day_of_year(collection.closes)),
        Cell(text=years_in_words(collection.year_groups)),
        Cell(text=collection.purpose),
        Cell(text=collection.action, second=sentence(collection.owner)),
    )
    if cost is None:
        return Row(cells=cells)
    if not cost.hours:
        return Row(cells=(*cells, Cell(text=say("none"), tone="soft")))
    most = say("most of one", hours=hours(cost.most)) if cost.most else ""
    return Row(cells=(*cells, Cell(text=hours(cost.hours), second=most, tone="now")))


def _price(material: Material, work: Workload) -> str:
    """The year's hours, by role where there are several; then what the year would save with one collection fewer."""
    roles = [say("hours of role", role=role, hours=hours(n)) for role, n in work.by_role if n]
    total = say("hours of year", hours=hours(work.hours), roles=say("hours by role", roles=listed(roles)))
    return " ".join(part for part in (total, _saving(material, work)) if part)


def _saving(material: Material, work: Workload) -> str:
    """What the cheapest and the dearest collection cost; nothing where there is one only."""
    costs = sorted((one for one in work.collections if one.hours), key=lambda one: one.hours)
    if len(costs) < 2:  # noqa: PLR2004 - with one collection there is none to do without
        return ""
    least, most = costs[0], costs[-1]
    if hours(least.hours) == hours(most.hours):
        return say("one fewer alike", hours=hours(most.hours))
    named = [
        say("without collection", collection=material.project.collection(one.collection).name, hours=hours(one.hours))
        for one in (most, least)
    ]
    return say("one fewer", told="; ".join(named))


def _method(material: Material, collections: Sequence[Collection]) -> str:
    """How hours were worked out: minutes for a mark, for facets that take more or less, for comments."""
    rates = material.project.collections.rates
    facets = dict.fromkeys(facet for c in collections for facet in c.facets)
    names = {facet: in_sentence(material.project.marks.facet(facet).name) for facet in facets}
    own = {facet: rates.facets[facet] for facet in facets if rates.facets.get(facet, rates.mark) != rates.mark}
    kinds = {kind for c in collections for kind in c.comments}
    each = [say("minutes a mark", minutes=minutes(rates.mark))] if set(facets) - set(own) else []
    each += [say("minutes a mark of", minutes=minutes(n), facet=names[facet]) for facet, n in own.items() if n]
    each += [say("minutes a subject comment", minutes=minutes(rates.subject_comment))] if "subject" in kinds else []
    each += [say("minutes a tutor comment", minutes=minutes(rates.tutor_comment))] if "tutor" in kinds else []
    free = [names[facet] for facet, n in own.items() if not n]
    return say(
        "hours method",
        each=say("hours at", each=listed(each)) if each else "",
        free=say("hours free", facets=listed(free)) if free else "",
    )
