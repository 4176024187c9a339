"""Attendance by progress: a dot a pupil, and the same pupils counted in bands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor

from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.picture import Dot, Line, Scatter
from reportgen.model.pupil_measures import ABOVE, AS, BELOW
from reportgen.packs.standing import INTERVENTION, Standing
from reportgen.packs.words import count, number, percent, say, signed
from reportgen.packs.year_members import YearMembers

KINDS = (ABOVE, AS, BELOW)
EDGES = (95.0, 80.0)
"""Attendance in percent where bands end, beside the line of persistent absence."""
FEWEST = 5
"""Dots below which a picture shows no more than a list would."""
_ATTENDANCE_STEPS, _DISTANCE_STEPS = (5, 10, 20), (1, 2, 5, 10, 20)
_MOST_TICKS = 8


def attendance_part(of: YearMembers) -> Part | None:
    """The picture and its counts; None where attendance or targets are not known of anyone."""
    known = [s for s in of.members if s.summary.percent is not None and s.summary.mean_distance is not None]
    if not known:
        return None
    edge = 100 - of.material.project.measures.persistent_from
    away = [s for s in known if s.summary.percent <= edge]
    here = [s for s in known if s.summary.percent > edge]
    heading = say(
        "attendance heading",
        away=say("n of n", part=number(_below(of, away)), n=number(len(away))),
        here=say("n of n", part=number(_below(of, here)), n=number(len(here))),
    )
    if not (away and here):
        heading = count("attendance heading all", len(known), n=number(len(known)))
    return Part(
        id="attendance",
        heading=heading,
        lead=say("attendance lead", away=missed(of), left=_left_out(of, known)),
        picture=_scatter(of, known, edge, heading) if len(known) >= FEWEST else None,
        table=_bands(of, known, edge),
        note=say("attendance note"),
    )


def missed(of: YearMembers) -> str:
    """`a tenth`, or the school's own percent."""
    share = of.material.project.measures.persistent_from
    return say("a tenth") if share == 10 else percent(share)  # noqa: PLR2004 - the rule since 2015/16


def _left_out(of: YearMembers, known: Sequence[Standing]) -> str:
    left = len(of.members) - len(known)
    return count("left out of picture", left, n=number(left)) if left else ""


def kind_of(of: YearMembers, one: Standing) -> str:
    """Above, as or below: the band that the mean of the pupil's subjects falls into."""
    for band in of.material.project.measures.bands:
        if band.at_least is None or one.summary.mean_distance >= band.at_least:
            return band.kind
    return BELOW


def _below(of: YearMembers, members: Sequence[Standing]) -> int:
    return sum(kind_of(of, one) == BELOW for one in members)


def _bands(of: YearMembers, known: Sequence[Standing], edge: float) -> Table:
    """Pupils by attendance and by distance from target; persistent absence begins at the edge itself."""
    edges = sorted({*EDGES, edge}, reverse=True)
    names = (
        say("from percent", low=percent(edges[0])),
        *(say("between percents", low=percent(low), high=percent(high)) for high, low in pairwise(edges)),
        say("under percent", high=percent(edges[-1])),
    )
    rows = [
        _band(of, name, [s for s in known if _place(s.summary.percent, edges, edge) == n])
        for n, name in enumerate(names)
    ]
    total = _band(of, say("all pupils"), known).model_copy(update={"total": True})
    heads = (say("above head"), say("on head"), say("below head"), say("all head"))
    return Table(
        caption=say("bands caption"),
        columns=(
            Column(head=say("attendance"), role="band"),
            *(Column(head=head, role="n", numeric=True) for head in heads),
        ),
        rows=(*rows, total),
    )


def _place(value: float, edges: Sequence[float], edge: float) -> int:
    """Which band; a pupil exactly on the line of persistent absence is persistently absent."""
    return sum(value <= one if one == edge else value < one for one in edges)


def _band(of: YearMembers, name: str, members: Sequence[Standing]) -> Row:
    counts = [sum(kind_of(of, one) == kind for one in members) for kind in KINDS]
    cells = (Cell(text=number(n), tone="plain" if n else "soft") for n in (*counts, len(members)))
    return Row(cells=(Cell(text=name), *cells))


def _scatter(of: YearMembers, known: Sequence[Standing], edge: float, heading: str) -> Scatter:
    xs, ys = [s.summary.percent for s in known], [s.summary.mean_distance for s in known]
    across = _ticks(min(*xs, edge), 100.0, _ATTENDANCE_STEPS)
    up = _ticks(min(*ys, -1.0), max(*ys, 1.0), _DISTANCE_STEPS)
    helped = bool(of.rules_of(INTERVENTION))
    return Scatter(
        title=say("scatter title", heading=heading, n=number(len(known))),
        x_name=say("scatter x"),
        y_name=say("scatter y"),
        x_ticks=across,
        x_names=tuple(percent(t) if t == across[-1] else number(t) for t in across),
        y_ticks=up,
        y_names=tuple(signed(t) for t in up),
        dots=tuple(
            Dot(x=s.summary.percent, y=s.summary.mean_distance, chosen=helped and bool(s.of_kind(INTERVENTION)))
            for s in known
        ),
        chosen_name=say("scatter chosen") if helped else "",
        across=(Line(at=0.0, name=say("scatter on target")),),
        up=(Line(at=edge, name=say("scatter missed", share=missed(of))),),
    )


def _ticks(low: float, high: float, steps: Sequence[int]) -> tuple[float, ...]:
    """Round ticks that hold both ends."""
    step = next((s for s in steps if (high - low) / s <= _MOST_TICKS), steps[-1])
    return tuple(float(n * step) for n in range(floor(low / step), ceil(high / step) + 1))
