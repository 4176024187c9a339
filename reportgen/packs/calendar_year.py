"""The year on a page: lanes on one grid of weeks, so that a clash or a missing step is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby

from reportgen.model.calendar import SchoolYear
from reportgen.model.document import Origin
from reportgen.model.document.calendar import CalendarYear, Lane, LaneRow, Stretch, WeekBar, WorkloadLane
from reportgen.model.event import Event
from reportgen.model.project import Project
from reportgen.model.school_days import SchoolDays
from reportgen.model.workload import Workload
from reportgen.packs.calendar_labels import Measure, set_row
from reportgen.packs.calendar_lanes import acted_on, assessment_rows, collection_rows, reporting_rows
from reportgen.packs.calendar_marks import YearView
from reportgen.packs.calendar_meetings import meeting_rows
from reportgen.packs.calendar_rows import Row, folded
from reportgen.packs.calendar_scale import Column, YearScale, monday_of, year_scale
from reportgen.packs.calendar_words import half_hours
from reportgen.packs.words import day_of_year, month, number, rounded, say

_ROOM, _WITHOUT_BARS = 114.5, 19.5
"""Millimetres of the side that rows share out, and how many more where there are no bars of workload."""
_HIGHEST, _LOWEST = 6.4, 3.5
"""Millimetres of a line of a row: comfortable, and the least that 9 pt needs."""
_BAR_HEIGHT, _BAR_SHARE = 12.0, 0.64
"""Height of the highest bar of workload; how much of its week a bar takes."""
_SHORT_MONTH = 3
_BETWEEN = 1.0
"""Millimetres between the names of two months."""
_MOST_MARKED = 3
"""Weeks that can be the fullest ones; where more are equally full none stands out."""
_DAY, _WORKING = timedelta(days=1), 5
_TOUCHING = 0.01
"""Millimetres under which two stretches are one."""
_LANES = ("assessment", "collection", "reporting", "meetings")


def calendar_year(
    project: Project, year: SchoolYear, events: Sequence[Event], *, workload: Workload | None, measure: Measure
) -> CalendarYear:
    """The page of a school year with terms.

    Args:
        project: The settings.
        year: The school year.
        events: Its events, in order.
        workload: What its collections cost; None where no exports are loaded.
        measure: Width of a label of 9 pt in millimetres.
    """
    of_lanes = [event for event in events if event.kind not in ("term", "inset", "closure", "occasion")]
    scale = year_scale(year, (day for event in of_lanes for day in (event.starts, event.ends)))
    view = YearView(project, year.year, tuple(events), scale)
    rows = (assessment_rows(view), collection_rows(view), reporting_rows(view), meeting_rows(view))
    hours = _workload(workload, scale)
    room = _ROOM if hours.bars else _ROOM + _WITHOUT_BARS
    made = _roomy_or_tight(rows, view, measure, room=room)
    if not _fits(made, room) and hours.bars:
        hours, room = hours.model_copy(update={"bars": ()}), _ROOM + _WITHOUT_BARS
    made = _put_together(rows, made, view=view, measure=measure, room=room)
    if not _fits(made, room):
        made = [_set(some, view, measure) for some in rows]
    lanes = _on_sides(made, keys=_keys(view, rows), room=room)
    return CalendarYear(
        key=f"year-{year.year}", path=f"staff/calendar/year-{year.year}",
        title=say("calendar title", year=year.name, school=project.school.name),
        language=project.school.language, school=project.school.name, shelf=year.name, draft=False,
        origin=_origin(year), heading=say("calendar year heading", year=year.name),
        lead=say("calendar year lead"), foot=say("calendar foot", year=year.name, school=project.school.name),
        halves=_halves(year, scale, measure), months=_months(scale, measure), weeks=_weeks(scale),
        holidays=_grey(view, year),
        row=_row_height(lanes, room=room), lanes=lanes, workload=hours,
    )  # fmt: skip


def _origin(year: SchoolYear) -> Origin:
    """What a calendar shows: the year as planned, from its first day."""
    return Origin(collection=say("calendar origin", year=year.name), collected_on=year.terms[0].starts)


_Made = Sequence[tuple[LaneRow, ...]]
"""The rows of each lane, their labels in place."""


def _roomy_or_tight(rows: Sequence[tuple[Row, ...]], view: YearView, measure: Measure, *, room: float) -> _Made:
    """Every label in full where there is room for that on the side, else shortened rather than on a second line."""
    made = [_set(some, view, measure) for some in rows]
    return made if _fits(made, room) else [_set(some, view, measure, tight=True) for some in rows]


def _put_together(
    rows: Sequence[tuple[Row, ...]], made: _Made, *, view: YearView, measure: Measure, room: float
) -> _Made:
    """Of a year too full for the side, neighbouring rows put together as long as that saves lines."""
    left, now = list(rows), list(made)
    while not _fits(now, room):
        tried = [(place, fewer) for place, some in enumerate(left) if len(fewer := folded(some)) < len(some)]
        ways = [(place, fewer, _set(fewer, view, measure, tight=True)) for place, fewer in tried]
        place, fewer, way = max(ways, key=lambda one: _height(now[one[0]]) - _height(one[2]), default=(0, (), now[0]))
        if _height(way) >= _height(now[place]):
            break
        left[place], now[place] = fewer, way
    return now


def _keys(view: YearView, rows: Sequence[tuple[Row, ...]]) -> tuple[str, ...]:
    """What the marks of each lane mean, or that there is nothing in it."""
    then = acted_on(view)
    named = zip(_LANES, rows, strict=True)
    keys = [say(f"calendar key {name}" if some else f"calendar none {name}") for name, some in named]
    if then:
        keys[_LANES.index("collection")] = say("calendar key collection same", then=then)
    people = (say("calendar staff row"), say("calendar governors row"))
    if rows[-1] and not any(row.heading in people for row in rows[-1]):
        keys[-1] = f"{say('calendar none meetings')} {say('calendar key away')}"
    return tuple(keys)


def _on_sides(made: _Made, *, keys: Sequence[str], room: float) -> tuple[Lane, ...]:
    """The lanes; one that finds no room on a side begins a new one, with the weeks over it again, and may go on."""
    lanes: list[Lane] = []
    used = 0
    most = int(room / _LOWEST)
    for name, rows, key in zip(_LANES, made, keys, strict=True):
        for place, some in enumerate(_parts(rows, most)):
            new_side = bool(lanes) and used + _height(some) > most
            used = _height(some) + (0 if new_side else used)
            heading = say(f"calendar lane {name}")
            lanes.append(
                Lane(
                    id=name,
                    heading=say("calendar lane goes on", lane=heading) if place else heading,
                    key=key,
                    rows=some,
                    new_side=new_side,
                )
            )
    return tuple(lanes)


def _parts(rows: tuple[LaneRow, ...], most: int) -> list[tuple[LaneRow, ...]]:
    """The rows of a lane in parts of at most so many lines: one part, but for a lane that is more than a side."""
    parts: list[tuple[LaneRow, ...]] = [()]
    for row in rows:
        if parts[-1] and _height((*parts[-1], row)) > most:
            parts.append(())
        parts[-1] = (*parts[-1], row)
    return parts


def _row_height(lanes: Sequence[Lane], *, room: float) -> float:
    """Millimetres of a line: as much as the fullest side allows."""
    most, lines = 1, 0
    for lane in lanes:
        lines = _height(lane.rows) + (0 if lane.new_side else lines)
        most = max(most, lines)
    return round(max(_LOWEST, min(_HIGHEST, room / most)), 2)


def _fits(lanes: _Made, room: float) -> bool:
    return sum(map(_height, lanes)) * _LOWEST <= room


def _height(rows: Iterable[LaneRow]) -> int:
    """Lines of a lane."""
    return sum(row.lines for row in rows)


def _set(rows: Sequence[Row], view: YearView, measure: Measure, *, tight: bool = False) -> tuple[LaneRow, ...]:
    return tuple(set_row(row.headed(view.everyone), row.items, measure, tight=tight) for row in rows)


def _stretch(column: Column, text: str = "", *, to: float | None = None) -> Stretch:
    end = column.to if to is None else to
    return Stretch(x=round(column.x, 2), to=round(end, 2), width=round(end - column.x, 2), text=text)


def _grey(view: YearView, year: SchoolYear) -> tuple[Stretch, ...]:
    """Where there is no school, left to right: holidays, and in weeks of term days off as thin as a day."""
    school = frozenset(SchoolDays((year,)).days)
    weekdays = [column.first + timedelta(days=n) for column in view.scale.weeks for n in range(_WORKING)]
    off = [(view.scale.at(on), view.scale.at(on + _DAY)) for on in weekdays if on not in school]
    apart: list[tuple[float, float]] = []
    for x, to in sorted([*off, *((one.x, one.to) for one in view.scale.holidays)]):
        touches = apart and x - apart[-1][1] < _TOUCHING
        apart[-1:] = [(apart[-1][0], to)] if touches else [*apart[-1:], (x, to)]
    return tuple(Stretch(x=round(x, 2), to=round(to, 2), width=round(to - x, 2)) for x, to in apart)


def _weeks(scale: YearScale) -> tuple[Stretch, ...]:
    return tuple(_stretch(one, str(one.first.day)) for one in scale.weeks)


def _halves(year: SchoolYear, scale: YearScale, measure: Measure) -> tuple[Stretch, ...]:
    """The terms or half terms over their weeks."""
    made = []
    for term in year.terms:
        weeks = [one for one in scale.weeks if one.first <= term.ends and one.first >= monday_of(term.starts)]
        if weeks:
            name = term.name or term.id.upper()
            made.append(
                _stretch(weeks[0], _that_fits((name, name[:1]), weeks[-1].to - weeks[0].x, measure), to=weeks[-1].to)
            )
    return tuple(made)


def _months(scale: YearScale, measure: Measure) -> tuple[Stretch, ...]:
    """Months over their first week of term, in as many letters as there is room."""
    made = []
    for _, run in groupby(scale.weeks, lambda one: (one.first.year, one.first.month)):
        weeks = list(run)
        name = month(weeks[0].first)
        room = weeks[-1].to - weeks[0].x
        made.append(_stretch(weeks[0], _that_fits((name, name[:_SHORT_MONTH]), room, measure), to=weeks[-1].to))
    return tuple(made)


def _that_fits(texts: Sequence[str], room: float, measure: Measure) -> str:
    return next((text for text in texts if measure(text) + _BETWEEN <= room), "")


def _workload(workload: Workload | None, scale: YearScale) -> WorkloadLane:
    """A bar a week: hours of a member of staff in the middle of all."""
    heading = say("calendar lane workload")
    if workload is None:
        return WorkloadLane(heading=heading, key=say("calendar no workload"))
    weeks = [(one.monday, float(rounded(one.typical * 2)) / 2) for one in workload.weeks]
    weeks = [(monday, hours) for monday, hours in weeks if hours > 0]
    if not weeks:
        return WorkloadLane(heading=heading, key=say("calendar no hours", total=number(workload.hours)))
    most = max(hours for _, hours in weeks)
    fullest = sum(hours == most for _, hours in weeks)
    busiest = next(monday for monday, hours in weeks if hours == most)
    bars = tuple(
        _bar(column, hours, most=most, marked=fullest <= _MOST_MARKED)
        for monday, hours in weeks
        if (column := scale.week(monday)) is not None
    )
    key = say(
        "calendar key workload",
        year=half_hours(sum(hours for _, hours in weeks)),
        week=day_of_year(busiest),
        most=half_hours(most),
        school=number(workload.hours),
    )
    return WorkloadLane(heading=heading, key=key, bars=bars)


def _bar(column: Column, hours: float, *, most: float, marked: bool) -> WeekBar:
    wide = column.width * _BAR_SHARE
    return WeekBar(
        text=say("calendar week hours", week=day_of_year(column.first), hours=half_hours(hours)),
        label=half_hours(hours),
        x=round(column.x + (column.width - wide) / 2, 2),
        width=round(wide, 2),
        height=round(_BAR_HEIGHT * hours / most, 2),
        most=marked and hours == most,
    )
