"""Who of a year group moved most, up first; and what chance alone would have made of those furthest behind."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.packs.governor_points import clear
from reportgen.packs.standing import Standing, share
from reportgen.packs.words import (
    count,
    decimals_of,
    difference_text,
    interval_text,
    number,
    say,
    signed,
)
from reportgen.packs.year_members import YearMembers

TOLD = 8
"""Pupils told at either end."""
SUBJECTS = 3
"""Subjects with two marks that a pupil's mean change rests on; fewer where nobody has so many."""
DECIMALS = 1


def movers(of: YearMembers) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """Those furthest up and furthest down in the mean of their subjects, the furthest first."""
    least = min(SUBJECTS, max((one.moved for one in of.members), default=0))
    known = [one for one in of.members if one.summary.mean_change is not None and one.moved >= least]
    up = sorted((s for s in known if s.summary.mean_change > 0), key=lambda s: -s.summary.mean_change)
    down = sorted((s for s in known if s.summary.mean_change < 0), key=lambda s: s.summary.mean_change)
    return tuple(up[:TOLD]), tuple(down[:TOLD])


def mover_parts(of: YearMembers) -> tuple[Part, ...]:
    """Two short tables; none where nothing has changed or there is nothing earlier."""
    up, down = movers(of)
    found = [("movers-up", "movers up", up), ("movers-down", "movers down", down)]
    parts = [_part(of, name, key, members) for name, key, members in found if members]
    if parts:
        parts[-1] = parts[-1].model_copy(update={"note": _note(of)})
    return tuple(parts)


def _part(of: YearMembers, name: str, key: str, members: Sequence[Standing]) -> Part:
    since = of.since.name if of.since else ""
    return Part(
        id=name,
        heading=count(key, len(members), n=number(len(members)), since=since),
        table=Table(
            caption=say("movers caption"),
            columns=(
                Column(head=say("pupil"), role="name"),
                Column(head=say("form head"), role="form"),
                Column(head=say("mean change"), role="change", numeric=True),
                Column(head=say("up head"), role="share", numeric=True),
                Column(head=say("down head"), role="share", numeric=True),
                Column(head=say("from target now"), role="distance", numeric=True),
            ),
            rows=tuple(_row(one) for one in members),
        ),
    )


def _row(one: Standing) -> Row:
    change, distance = one.summary.mean_change, one.summary.mean_distance
    cells = (
        Cell(text=one.pupil.register_name),
        Cell(text=one.pupil.form),
        Cell(text=signed(change, DECIMALS), tone="now", sort=change),
        Cell(text=share(one.summary.risen, one.moved), sort=float(one.summary.risen)),
        Cell(text=share(one.summary.fallen, one.moved), sort=float(one.summary.fallen)),
        Cell(text=signed(distance, DECIMALS), sort=distance) if distance is not None else Cell(),
    )
    return Row(cells=cells)


def _note(of: YearMembers) -> str:
    """Somebody is always at either end; the year's own mean is what to hold it beside."""
    mean = of.figure("change")
    told = say("movers note mean", mean=difference_text(mean), n=number(mean.n)) if mean else ""
    return " ".join(part for part in (told, say("movers note")) if part)


def chance_part(of: YearMembers) -> Part | None:
    """What those furthest below target did since, beside what chance alone would have done; None without figures."""
    then, now, chance, beyond = (of.figure(what, "chosen") for what in ("then", "now", "chance", "beyond"))
    if then is None or now is None or chance is None or beyond is None:
        return None
    collection = of.material.project.collection(then.collection).name if then.collection else ""
    value = beyond.value or 0.0
    told = "close" if not clear(beyond) else "more" if value > 0 else "less"
    likely = interval_text(beyond.interval, decimals=decimals_of(beyond), sign=True)
    values = {"n": number(then.n), "since": collection}
    steps = {"then": difference_text(then), "now": difference_text(now), "chance": difference_text(chance)}
    return Part(
        id="chance",
        heading=say(f"chance heading {told}", **values),
        beside=(
            say("chance moved", **values, **steps),
            say("chance alone", **values, **steps),
            say(f"chance {told}", beyond=difference_text(beyond), range=likely),
        ),
    )
