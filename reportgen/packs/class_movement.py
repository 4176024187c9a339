"""What a class looks like now beside last time: the shape of the marks, and who moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen.model.calendar import Collection
from reportgen.model.document import Labelled
from reportgen.model.grades import grades_of
from reportgen.model.measured import figure_id
from reportgen.model.picture import DotPlot
from reportgen.model.scale import Scale
from reportgen.packs.class_names import short_names
from reportgen.packs.material import Material, Pupil, Record
from reportgen.packs.subjects_table import MARKED, state_words
from reportgen.packs.words import names_listed, number, say

Members = Sequence[tuple[Pupil, Record]]
TOLD = 2
"""Steps of change before a pupil is named as one who rose most."""
FEWEST = 6
"""Pupils with a mark that have a middle worth naming."""
STILL = 2
"""Of these so many are named on the one line they have."""
RUNNING = 3
"""Collections with the same mark, the latest one among them, after which a pupil below target is named."""
NAMED = 6
"""Pupils named in one line before the rest are counted."""
MOST_PLACES = 40
"""Places an axis has room for; a longer scale of numbers is put in bins."""
MOST_NAMES = 12
"""Names under an axis before every second one is left out."""


def latest_earlier(material: Material, members: Members) -> Collection | None:
    """The collection most changes of these pupils are counted from."""
    since = Counter(row.change_from for _, row in members if row.change_from)
    return material.project.collection(since.most_common(1)[0][0]) if since else None


def main_scale(material: Material, members: Members) -> Scale | None:
    """The scale most marks of the class are on."""
    scales = Counter(row.scale for _, row in members if row.state == MARKED)
    return material.scale(scales.most_common(1)[0][0]) if scales else None


def _positions(members: Members, scale: Scale) -> list[float]:
    return [row.position for _, row in members if row.state == MARKED and row.scale == scale.id]


def _earlier_positions(material: Material, members: Members, scale: Scale, since: Collection) -> list[float]:
    points = (
        p for pupil, row in members for p in material.path.get((pupil.key, row.subject), ()) if p.collection == since.id
    )
    return [p.position for p in points if p.state == MARKED and p.scale == scale.id]


def middle_label(scale: Scale, positions: Sequence[float]) -> str:
    """The label of the middle pupil; of two middle pupils, the lower one's."""
    return place_name(scale, sorted(positions)[(len(positions) - 1) // 2])


def place_name(scale: Scale, position: float) -> str:
    """The label at a place of a scale, or its number."""
    if scale.kind == "labels":
        return scale.ordered()[round(position)].label
    step = scale.step or 1
    value = (scale.highest or 0) - position * step if scale.best == "lowest" else (scale.lowest or 0) + position * step
    return number(value, scale.decimals)


def shape_heading(material: Material, members: Members) -> str:
    """`Middle pupil at 5−, from 4+ in June`; empty without marks."""
    scale = main_scale(material, members)
    positions = _positions(members, scale) if scale else []
    if scale is None or not positions:
        return ""
    now, since = middle_label(scale, positions), latest_earlier(material, members)
    before = _earlier_positions(material, members, scale, since) if since else []
    if len(positions) < FEWEST:
        when = since.short or since.name if since and before else ""
        return say("marks of few from", since=when) if when else say("marks of few")
    if since and before:
        return say("middle from", now=now, before=middle_label(scale, before), since=since.short or since.name)
    return say("middle", now=now)


def shape(material: Material, members: Members, heading: str) -> DotPlot | None:
    """Two collections facing each other on one axis; None without marks."""
    scale = main_scale(material, members)
    if scale is None or not (positions := _positions(members, scale)):
        return None
    since = latest_earlier(material, members)
    before = _earlier_positions(material, members, scale, since) if since else []
    bins = _Axis(scale, (*positions, *before))
    title = say(
        "shape title",
        axis=scale.name,
        now=material.collection.name,
        heading=heading,
        before=say("shape title before", before=since.name) if since and before else "",
    )
    return DotPlot(
        title=title,
        axis=say("group") if not scale.name else scale.unit or "Mark" if scale.kind == "numbers" else "Grade",
        places=bins.names,
        named=bins.named,
        now_name=material.collection.short or material.collection.name,
        now=bins.counts(positions),
        before_name=(since.short or since.name) if since and before else "",
        before=bins.counts(before) if before else (),
    )


class _Axis:
    """The run of places that the marks cover: whole grades of a scale of labels, bins for long scales of numbers."""

    def __init__(self, scale: Scale, positions: Sequence[float]) -> None:
        low, high = int(min(positions)), int(max(positions))
        if scale.kind == "labels":
            grades = [grade for grade in grades_of(scale) if grade.last >= low and grade.first <= high]
            self._bin, self._low, last = 1, grades[0].first, grades[-1].last
            named = [(grade.first - self._low, grade.last - self._low, grade.name) for grade in grades]
        else:
            self._bin = 1 if high - low < MOST_PLACES else -(-(high - low + 1) // MOST_PLACES)
            self._low, last, named = low, high, []
        starts = range(self._low, last + 1, self._bin)
        self.names = tuple(place_name(scale, start) for start in starts)
        told = named or [(n, n, name) for n, name in enumerate(self.names)]
        self.named = tuple(told[:: max(1, len(told) // MOST_NAMES)])

    def counts(self, positions: Sequence[float]) -> tuple[int, ...]:
        """Pupils at each place."""
        found = Counter((int(position) - self._low) // self._bin for position in positions)
        return tuple(found.get(n, 0) for n in range(len(self.names)))


def movement_heading(material: Material, members: Members, *, subject: str, class_id: str) -> str:
    """`Since June: 11 up, 13 the same, 4 down`, from the class's own figures."""
    counts = [
        material.measured.figures.get(figure_id("class", class_id, subject, what)) for what in ("up", "same", "down")
    ]
    up, same, down = (int(c.value) if c and c.value is not None else 0 for c in counts)
    since = latest_earlier(material, members)
    if since is None or not up + same + down:
        earlier = any(
            point.state == MARKED and point.collection != material.report.collection
            for pupil, row in members
            for point in material.path.get((pupil.key, row.subject), ())
        )
        return say("earlier on another scale" if earlier else "no earlier marks")
    return say("since", since=since.short or since.name, up=number(up), same=number(same), down=number(down))


def movement(material: Material, members: Members) -> tuple[Labelled, ...]:
    """Who rose most, fell, stands still, is new, has no mark: first names and an initial, so that it fits a line."""
    changed = [(pupil, row) for pupil, row in members if row.change is not None]
    names = short_names(pupil for pupil, _ in members)
    lines = []
    most = max((row.change for _, row in changed), default=0)
    if most >= TOLD:
        lines.append(
            Labelled(label=say("up most"), text=_moved([(p, r) for p, r in changed if r.change == most], names))
        )
    fallen = sorted(((p, r) for p, r in changed if r.change < 0), key=lambda m: m[1].change)
    if fallen:
        lines.append(Labelled(label=say("down"), text=_moved(fallen, names)))
    still = [names[p.key] for p, r in members if _stands_still(material, p, r)]
    if still:
        lines.append(Labelled(label=say("stuck label"), text=say("stuck", names=names_listed(still, most=STILL))))
    new = [names[p.key] for p, r in members if is_new(material, p, r)]
    if new and len(new) < len(members):
        lines.append(Labelled(label=say("new label"), text=names_listed(new, most=NAMED)))
    missing = [(p, r) for p, r in members if r.state != MARKED]
    if missing:
        told = [say("missing because", name=names[p.key], state=state_words(r.state)) for p, r in missing]
        lines.append(Labelled(label=say("no mark label"), text="; ".join(told[:NAMED]) + _more(told)))
    return tuple(lines)


def is_new(material: Material, pupil: Pupil, row: Record) -> bool:
    """True when a pupil has a mark here and none in any compared collection."""
    points = material.path.get((pupil.key, row.subject), ())
    return row.state == MARKED and not any(
        point.state == MARKED and point.collection != material.report.collection for point in points
    )


def _stands_still(material: Material, pupil: Pupil, row: Record) -> bool:
    """True below target with the mark of now in each of the last collections, all on its scale."""
    if row.state != MARKED or row.band_kind != "below":
        return False
    latest = [one.id for one in material.compared if one.id != material.report.collection][1 - RUNNING :]
    points = {point.collection: point for point in material.path.get((pupil.key, row.subject), ())}
    before = [points.get(one) for one in latest]
    return len(before) == RUNNING - 1 and all(
        one is not None and one.state == MARKED and one.scale == row.scale and one.position == row.position
        for one in before
    )


def _moved(members: Members, called: Mapping[str, str]) -> str:
    names = [
        say("moved by", name=called[p.key], steps=number(abs(r.change), 0 if r.change == int(r.change) else 1))
        for p, r in members
    ]
    return names_listed(names, most=NAMED)


def _more(told: Sequence[str]) -> str:
    return f"; {say('and more', n=number(len(told) - NAMED))}" if len(told) > NAMED else ""
