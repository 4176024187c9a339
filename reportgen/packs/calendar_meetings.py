"""The lane of meetings: staff, governors with their papers, days that teaching gives way to, days without school."""

from __future__ import annotations

from datetime import timedelta

from reportgen.model.event import Event
from reportgen.packs.calendar_labels import Item
from reportgen.packs.calendar_marks import TIGHT, YearView, centred, reaching
from reportgen.packs.calendar_rows import Row, row_of
from reportgen.packs.calendar_scale import monday_of
from reportgen.packs.calendar_words import bare, in_label, short_day, weekday_of
from reportgen.packs.words import say, sentence

_PAPERS_BEFORE = timedelta(days=14)
"""A pack so close before a meeting without a day for its papers is told with it, as its papers."""


def meeting_rows(view: YearView) -> tuple[Row, ...]:
    """Staff who meet, governors with their papers, days away, and days without school."""
    staff = [event for event in view.of("meeting") if "teachers" in event.readers]
    rows = (
        row_of(say("calendar staff row"), [_met(view, event, named=True) for event in staff]),
        row_of(say("calendar governors row"), _governors(view)),
        row_of(say("calendar away row"), [_away(view, event) for event in view.of("occasion")]),
        row_of(say("calendar closed row"), [_away(view, event) for event in days_off(view)]),
    )
    return tuple(row for row in rows if row.happenings)


def days_off(view: YearView) -> tuple[Event, ...]:
    """INSET days in the weeks of terms, and bank holidays and closures inside terms."""
    year = view.project.school_year(view.year)
    terms = year.terms if year else ()

    def told(event: Event) -> bool:
        inside = any(term.starts <= event.ends and event.starts <= term.ends for term in terms)
        return inside or (event.kind == "inset" and view.scale.week(monday_of(event.starts)) is not None)

    return tuple(event for event in view.of("inset", "closure") if told(event))


def _governors(view: YearView) -> tuple[Item, ...]:
    """Each meeting with its papers: those of its own day for papers, else a pack shortly before it; others alone."""
    board = [event for event in view.events if "governors" in event.readers]
    meetings = [event for event in board if event.kind == "meeting"]
    out = [event for event in board if event.kind in ("papers", "pack")]
    items, told = [], set[str]()
    for event in meetings:
        own = [one for one in out if one.kind == "papers" and _is_for(view, one, event)]
        packs = [one for one in out if one.kind == "pack" and one.uid not in told and _shortly(one, event)]
        told.update(one.uid for one in (*own, *packs))
        first = min(own or packs, key=lambda one: one.starts, default=None)
        items.append(_with_papers(view, event, first) if first else _met(view, event))
    return (*items, *(_out(view, one) for one in out if one.uid not in told))


def _is_for(view: YearView, papers: Event, meeting: Event) -> bool:
    """Whether the settings give this day as that of the meeting's papers."""
    of = (papers.starts, meeting.starts)
    given = (one for home in view.project.reports.reports for one in home.meetings)
    same = any(of == (one.papers, one.on) for one in (*given, *view.project.reports.meetings))
    return same and papers.about.endswith(f"/{meeting.about}")


def _shortly(pack: Event, meeting: Event) -> bool:
    return timedelta(0) <= meeting.starts - pack.starts <= _PAPERS_BEFORE


def _met(view: YearView, event: Event, *, named: bool = False) -> Item:
    day, name = short_day(event.starts), event.name
    text = say("calendar on day", day=weekday_of(event.starts), what=sentence(name))
    labels = (say("calendar day what", day=day, what=in_label(name)), day) if named else (day,)
    return Item((centred(view, "square", event.starts),), text, labels)


def _with_papers(view: YearView, event: Event, papers: Event) -> Item:
    first, second = centred(view, "triangle", papers.starts), centred(view, "square", event.starts)
    second = second.model_copy(update={"x": max(second.x, first.x + first.width + TIGHT)})
    near = papers.starts.month == event.starts.month
    day = str(papers.starts.day) if near else short_day(papers.starts)
    keys = ("calendar papers and meeting", "calendar papers and meeting days")
    labels = tuple(say(key, papers=day, day=short_day(event.starts)) for key in keys)
    text = say(
        "calendar papers and meeting text",
        papers=weekday_of(papers.starts), day=weekday_of(event.starts), what=sentence(event.name),
    )  # fmt: skip
    return Item((first, second), text, labels)


def _away(view: YearView, event: Event) -> Item:
    day = short_day(event.starts)
    key = "calendar window" if event.ends > event.starts else "calendar on day"
    starts = weekday_of(event.starts)
    text = say(key, what=sentence(event.name), day=starts, starts=starts, ends=weekday_of(event.ends))
    labels = (say("calendar day what", day=day, what=event.name), day)
    return Item((reaching(view, "box", event.starts, event.ends),), text, labels)


def _out(view: YearView, event: Event) -> Item:
    day, name = short_day(event.starts), bare(event.name, event.year_groups)
    text = say("calendar on day", day=weekday_of(event.starts), what=sentence(name))
    return Item((centred(view, "triangle", event.starts),), text, (say("calendar papers", day=day), day))
