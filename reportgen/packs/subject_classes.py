"""Classes side by side: where to look, never how well anyone teaches."""

from __future__ import annotations

from reportgen.model.document import Cell, Column, Part, Row, Table
from reportgen.model.figure import Figure, Unit
from reportgen.model.scale import Scale
from reportgen.packs.class_movement import place_name
from reportgen.packs.marks_key import step_told
from reportgen.packs.range_axis import RangeAxis, range_axis
from reportgen.packs.subject_year import SubjectYear, share_text, signed_steps
from reportgen.packs.subjects_table import MARKED
from reportgen.packs.words import (
    NO_VALUE,
    count,
    day,
    figure_text,
    in_sentence,
    interval_text,
    listed,
    number,
    say,
    sentence,
    signed,
    small_number,
)

SIDE_BY_SIDE = 3
"""Classes that make a comparison: with two there is nothing a third could be like."""


def classes_part(of: SubjectYear) -> Part:
    """Classes on one scale; where that can't be, in a table of means and shares, or in words."""
    whole, drawn = of.figure("distance"), _drawn(of)
    if whole and drawn:
        return _compared(of, whole, drawn)
    if len(of.classes) < SIDE_BY_SIDE:
        lines = tuple(_told(of, class_id) for class_id in of.classes) or (_told_whole(of),)
        note = say("classes two note") if len(of.classes) > 1 else ""
        return Part(id="classes-told", heading=_whole_heading(of), beside=lines, note=note)
    return _listed(of)


def _drawn(of: SubjectYear) -> dict[str, Figure]:
    """Drawn-in means by class."""
    found = {class_id: of.class_figure(class_id, "drawn") for class_id in of.classes}
    return {class_id: figure for class_id, figure in found.items() if figure is not None}


def sides(of: SubjectYear) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Classes whose likely range lies above, and below, the mean of all pupils of the subject and year group."""
    whole = of.figure("distance")
    if whole is None or whole.value is None:
        return (), ()
    drawn = {class_id: figure.interval for class_id, figure in _drawn(of).items() if figure.interval}
    return (
        tuple(class_id for class_id, interval in drawn.items() if interval.low > whole.value),
        tuple(class_id for class_id, interval in drawn.items() if interval.high < whole.value),
    )


def _compared(of: SubjectYear, whole: Figure, drawn: dict[str, Figure]) -> Part:
    plain = {class_id: of.class_figure(class_id, "distance") for class_id in of.classes}
    rings = [figure.value for figure in plain.values() if figure and figure.value is not None]
    axis = range_axis(drawn.values(), zero=whole.value or 0.0, also=rings)
    above, below = sides(of)
    rows = [_row(of, class_id, drawn.get(class_id), plain[class_id], axis) for class_id in of.classes]
    zero = say("line of all", mean=signed_steps(whole.value or 0.0))
    table = Table(
        caption=say(
            "classes caption", date=day(of.material.collection.closes), pupils=count("pupils", whole.n), step=_step(of)
        ),
        columns=(
            Column(head=say("class"), role="class"),
            Column(head=say("teacher"), role="who"),
            Column(head=say("pupils head"), role="n", numeric=True),
            Column(head=say("plain mean"), role="mean", numeric=True),
            Column(head=say("drawn in"), role="drawn", numeric=True),
            Column(head=say("likely range"), role="likely", numeric=True),
            Column(head="", role="range", ends=_ends(axis, zero)),
        ),
        rows=(*rows, _total(whole)),
    )
    heading = _compared_heading(len(above), len(below), len(drawn) - len(above) - len(below))
    return Part(id="classes", heading=heading, table=table, note=say("classes note"))


def _ends(axis: RangeAxis, zero: str) -> tuple[str, str, str]:
    low, high = (
        say("steps.one" if abs(end) == 1 else "steps.other", n=signed(end, axis.decimals))
        for end in (axis.low, axis.high)
    )
    return low, zero, high


def _step(of: SubjectYear) -> str:
    """`. A step is a third of a grade`; nothing where a step has no other name."""
    step = step_told(of.material, of.scale)
    return say("a step is", step=step) if step else ""


def _row(of: SubjectYear, class_id: str, drawn: Figure | None, plain: Figure | None, axis: RangeAxis) -> Row:
    names = (Cell(text=class_id), Cell(text=of.material.teachers.get(class_id, "")))
    if drawn is None:
        return Row(cells=(*names, Cell(text=say("no distances"), tone="soft", span=5)), quiet=True)
    sure = drawn.interval is not None and not drawn.interval.low <= axis.zero <= drawn.interval.high
    likely = interval_text(drawn.interval, decimals=1, sign=True)
    title = say("class range title", class_id=class_id, mean=signed_steps(drawn.value or 0.0), interval=likely)
    picture = axis.range_of(drawn, title=title, sure=sure, ring=plain.value if plain else None)
    cells = (
        Cell(text=number(drawn.n), sort=drawn.n),
        Cell(text=signed_steps(plain.value), tone="soft", figure=plain, sort=plain.value)
        if plain and plain.value is not None
        else Cell(text=NO_VALUE, tone="soft"),
        Cell(text=signed_steps(drawn.value or 0.0), tone="now" if sure else "plain", figure=drawn, sort=drawn.value),
        Cell(text=likely, tone="soft"),
        Cell(picture=picture),
    )
    return Row(cells=(*names, *cells))


def _total(whole: Figure) -> Row:
    return Row(
        cells=(
            Cell(text=say("all pupils here")),
            Cell(),
            Cell(text=number(whole.n)),
            Cell(text=signed_steps(whole.value or 0.0), figure=whole),
            Cell(),
            Cell(text=interval_text(whole.interval, decimals=1, sign=True)),
            Cell(),
        ),
        total=True,
    )


def _compared_heading(above: int, below: int, close: int) -> str:
    """`One class is above the rest, two below; six are too close to tell`."""
    if not above + below:
        return say("classes none apart", n=small_number(close))
    first = count("classes above", above, n=small_number(above)) if above else ""
    second = ""
    if below:
        second = (
            say("classes and below", n=small_number(below))
            if above
            else count("classes below", below, n=small_number(below))
        )
    rest = count("classes close", close, n=small_number(close)) if close else ""
    return sentence(f"{first}{second}{rest}")


def _listed(of: SubjectYear) -> Part:
    """Means, middles and shares of three classes or more that no scale can hold, each with its pupils."""
    means = {class_id: of.class_figure(class_id, "mean") for class_id in of.classes}
    shown = [
        ("mean", say("mean mark"), any(means.values())),
        ("likely", say("likely range"), any(means.values())),
        ("middle", say("middle mark"), any(of.class_figure(c, "median") for c in of.classes)),
        ("share", say("at or above target"), any(of.class_figure(c, "on_target") for c in of.classes)),
    ]
    columns = [(role, head) for role, head, wanted in shown if wanted]
    rows = []
    for class_id in of.classes:
        cells = [Cell(text=class_id), Cell(text=of.material.teachers.get(class_id, ""))]
        if marked := of.class_figure(class_id, "marked"):
            whole = number(marked.n + _waiting(of, class_id))
            cells.append(Cell(text=say("n of n", part=number(marked.n), n=whole), figure=marked, sort=marked.n))
        else:
            cells.append(Cell(text=NO_VALUE, tone="soft"))
        rows.append(Row(cells=(*cells, *(_cell(of, class_id, role) for role, _ in columns))))
    return Part(
        id="classes-listed",
        heading=_listed_heading(of, means),
        table=Table(
            caption=say("classes listed caption", date=day(of.material.collection.closes)),
            columns=(
                Column(head=say("class"), role="class"),
                Column(head=say("teacher"), role="who"),
                Column(head=say("with a mark"), role="marked", numeric=True),
                *(Column(head=head, role=role, numeric=role != "middle") for role, head in columns),
            ),
            rows=tuple(rows),
        ),
        note=say("classes note"),
    )


def _cell(of: SubjectYear, class_id: str, role: str) -> Cell:
    figure = of.class_figure(class_id, {"likely": "mean", "middle": "median", "share": "on_target"}.get(role, role))
    if figure is None:
        return Cell(text=NO_VALUE, tone="soft")
    if role == "likely":
        return Cell(text=interval_text(figure.interval, decimals=1), tone="soft")
    if role == "middle":
        return Cell(text=middle_text(of, figure), figure=figure, sort=figure.value)
    if role == "share":
        return Cell(
            text=share_text(figure, of.material.project.measures.percent_from), figure=figure, sort=figure.value
        )
    return Cell(text=figure_text(figure), figure=figure, sort=figure.value, tone="now")


def middle_text(of: SubjectYear, figure: Figure) -> str:
    """The middle pupil's mark as printed."""
    scale: Scale | None = of.material.scale(figure.scale)
    if scale is None or figure.value is None:
        return NO_VALUE
    return place_name(scale, figure.value) if figure.unit is Unit.STEPS else number(figure.value, scale.decimals)


def _listed_heading(of: SubjectYear, means: dict[str, Figure | None]) -> str:
    found = [figure for figure in means.values() if figure]
    if len(found) < SIDE_BY_SIDE:
        return _whole_heading(of)
    ordered = sorted(found, key=lambda figure: figure.value or 0.0)
    return say("class means run", low=figure_text(ordered[0]), high=figure_text(ordered[-1]))


def _whole_heading(of: SubjectYear) -> str:
    """The first that can be told of the whole year group: share on target, mean, middle, how many have a mark."""
    share, mean, middle = of.figure("on_target"), of.figure("mean"), of.figure("median")
    if share:
        return say("whole on target", share=share_text(share, of.material.project.measures.percent_from))
    if mean:
        return say("whole mean mark", mean=figure_text(mean), pupils=count("pupils", mean.n))
    if middle:
        return say("whole middle mark", middle=middle_text(of, middle), pupils=count("pupils", middle.n))
    return count("whole marked", len(of.marked), n=number(len(of.marked)))


def _waiting(of: SubjectYear, class_id: str) -> int:
    """Pupils of a class whose mark is missing: not those who dropped the subject, whom the pack does not count."""
    return sum(row.state != MARKED for _, row in of.classes[class_id])


def _told(of: SubjectYear, class_id: str) -> str:
    """A class in words, for example `10B/Ma2, Ms Hughes: 28 of 29 pupils have a mark; mean 5.1`."""
    marked = of.class_figure(class_id, "marked")
    teachers = of.material.teachers.get(class_id, "")
    parts = (
        [say("n have a mark", part=number(marked.n), n=count("pupils", marked.n + _waiting(of, class_id)))]
        if marked
        else []
    )
    if mean := of.class_figure(class_id, "mean"):
        likely = interval_text(mean.interval, decimals=1)
        parts.append(
            say("mean with range", mean=figure_text(mean), interval=likely)
            if mean.interval
            else say("mean is", mean=figure_text(mean))
        )
    elif middle := of.class_figure(class_id, "median"):
        parts.append(say("middle is", middle=middle_text(of, middle)))
    if share := of.class_figure(class_id, "on_target"):
        parts.append(say("share on target", share=share_text(share, of.material.project.measures.percent_from)))
    who = listed([class_id]) if not teachers else say("class of", class_id=class_id, teachers=teachers)
    return say("class in words", who=who, what="; ".join(parts))


def _told_whole(of: SubjectYear) -> str:
    return say("no classes known", subject=in_sentence(of.subject.name))
