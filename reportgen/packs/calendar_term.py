"""The year half term by half term: every day on which something happens, whom it is for, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from reportgen.model.calendar import Collection, SchoolYear, Term
from reportgen.model.document import Origin
from reportgen.model.document.calendar import Air, CalendarTerms, CalendarWeek, DayEntry, HalfTerm
from reportgen.model.event import Event
from reportgen.model.project import Project
from reportgen.model.school_days import SchoolDays
from reportgen.model.workload import CollectionHours, Workload
from reportgen.packs.calendar_scale import monday_of
from reportgen.packs.calendar_words import clock, half_hours, owner_of, short_weekday
from reportgen.packs.words import count, day, day_of_year, in_sentence, listed, number, say, sentence

_DAYS_OFF = ("term", "inset", "closure")
_QUIET = ("term", "inset", "closure", "occasion")
_ROOMY, _PLAIN = 120, 330
"""Lines of a year up to which it is set in 12 pt, and in 10 pt; beyond, in 9 pt."""
_LINE = {"roomy": 60, "plain": 75}
"""Letters of a line, near enough."""
_WEEK = 7


@dataclass(frozen=True)
class _Sheet:
    """What every line may need."""

    project: Project
    hours: dict[str, CollectionHours]
    """What each collection costs; none where no exports are loaded."""
    usual: str
    """Whom things are for where their line does not say it."""


def calendar_terms(
    project: Project, year: SchoolYear, events: Sequence[Event], *, workload: Workload | None
) -> CalendarTerms:
    """The half terms of a school year, each with its weeks; what happens in a holiday stands after the term before it.

    `events` are those of the year in order; `workload` is None where no exports are loaded.
    """
    hours = {one.collection: one for one in workload.collections} if workload else {}
    sheet = _Sheet(project, hours, _usual(events))
    halves = tuple(_half(sheet, year, term, _during(events, year, place)) for place, term in enumerate(year.terms))
    lead = say("calendar terms lead" if workload else "calendar terms lead without hours")
    if sheet.usual:
        lead = f"{say('calendar terms readers', readers=sheet.usual)} {lead}"
    return CalendarTerms(
        key=f"terms-{year.year}",
        path=f"staff/calendar/terms-{year.year}",
        title=say("calendar terms title", year=year.name, school=project.school.name),
        language=project.school.language,
        school=project.school.name,
        shelf=year.name,
        draft=False,
        origin=Origin(collection=say("calendar origin", year=year.name), collected_on=year.terms[0].starts),
        heading=say("calendar terms heading", year=year.name),
        lead=lead,
        foot=say("calendar foot", year=year.name, school=project.school.name),
        halves=halves,
        air=_air(halves),
    )


def _during(events: Sequence[Event], year: SchoolYear, place: int) -> tuple[Event, ...]:
    """The events from a term's first week to the week before the next one; the first term has those before it too."""
    first = monday_of(year.terms[place].starts) if place else date.min
    later = year.terms[place + 1 :]
    end = monday_of(later[0].starts) if later else date.max
    return tuple(event for event in events if first <= event.starts < end)


def _half(sheet: _Sheet, year: SchoolYear, term: Term, events: Sequence[Event]) -> HalfTerm:
    found = {monday: list(some) for monday, some in groupby(events, lambda event: monday_of(event.starts))}
    first = monday_of(term.starts)
    mondays = {first + timedelta(weeks=n) for n in range((term.ends - first).days // _WEEK + 1)}
    school_days = len(SchoolDays((year,)).inside(term.starts, term.ends))
    return HalfTerm(
        heading=term.name or term.id.upper(),
        lead=count("calendar half lead", school_days, starts=day(term.starts), ends=day(term.ends)),
        weeks=tuple(_week(sheet, term, monday, found.get(monday, ())) for monday in sorted({*mondays, *found})),
    )


def _air(halves: Sequence[HalfTerm]) -> Air:
    """How the year is set: large where it takes few sides all the same, small where it would take many."""
    weeks = [week for half in halves for week in half.weeks]
    if _lines(weeks, _LINE["roomy"]) <= _ROOMY:
        return "roomy"
    return "plain" if _lines(weeks, _LINE["plain"]) <= _PLAIN else "dense"


def _lines(weeks: Sequence[CalendarWeek], letters: int) -> int:
    """Lines that weeks take, one for each that is empty."""
    told = (sum(map(len, (one.what, one.who, *one.more))) for week in weeks for one in week.days)
    return sum(1 + one // letters for one in told) + sum(not week.days for week in weeks)


def _week(sheet: _Sheet, term: Term, monday: date, events: Sequence[Event]) -> CalendarWeek:
    inside = term.starts <= monday + timedelta(days=_WEEK - 1) and monday <= term.ends
    heading = say("calendar week of" if inside else "calendar holiday week of", day=day_of_year(monday))
    entries = tuple(_entries(sheet, events))
    return CalendarWeek(heading=heading, days=entries, none="" if entries else say("calendar week none"))


def _entries(sheet: _Sheet, events: Iterable[Event]) -> Iterator[DayEntry]:
    for event in events:
        yield DayEntry(
            day=short_weekday(event.starts),
            what=_what(event),
            who=_who(event, sheet.usual),
            more=tuple(_more(sheet, event)),
            quiet=event.kind in _QUIET,
        )


def _what(event: Event) -> str:
    if event.ends == event.starts:
        return clock(event.name)
    return say("calendar until", what=clock(event.name), last=short_weekday(event.ends))


def _usual(events: Sequence[Event]) -> str:
    """Whom most things but terms and days off are for; nothing where there is nothing else."""
    told = Counter(_readers(event) for event in events if event.kind not in _DAYS_OFF)
    return min(told, key=lambda readers: (-told[readers], readers), default="")


def _who(event: Event, usual: str) -> str:
    """Whom it is for, where the head of the page does not say it: terms and days off are for everyone."""
    readers = _readers(event)
    usually = say("calendar everyone") if event.kind in _DAYS_OFF else usual
    return "" if readers == usually else say("calendar for readers", readers=readers)


def _readers(event: Event) -> str:
    """Who is told: `teachers, leaders and families`; everyone in one word."""
    known = ("teachers", "leaders", "families", "governors")
    told = [reader for reader in known if reader in event.readers]
    return say("calendar everyone") if len(told) == len(known) else listed(told)


def _more(sheet: _Sheet, event: Event) -> Iterator[str]:
    """Times and places of meetings; purpose, action, owner and hours of a collection, where it closes."""
    if event.times:
        yield say("calendar times", times=sentence(clock(event.times)))
    if event.kind == "closes":
        yield from _of_collection(sheet.project, sheet.project.collection(event.about), sheet.hours.get(event.about))
    elif event.kind == "opens":
        yield say("calendar entered by", role=in_sentence(sheet.project.collection(event.about).entered_by))
    elif event.kind == "report":
        yield from _of_report(sheet.project, event)
    elif event.description:
        yield clock(event.description)


def _of_collection(project: Project, one: Collection, hours: CollectionHours | None) -> Iterator[str]:
    if one.purpose:
        yield say("calendar purpose", purpose=one.purpose.rstrip("."))
    if one.action:
        owner = owner_of(project, one)
        yield say("calendar action", action=one.action.rstrip("."), owner=f" ({owner})" if owner else "")
    if hours and hours.hours > 0:
        yield count(
            "calendar collection hours", hours.staff, hours=number(hours.hours), staff=number(hours.staff),
            most=half_hours(hours.most),
        )  # fmt: skip


def _of_report(project: Project, event: Event) -> Iterator[str]:
    report = project.report(event.about)
    yield say("calendar report of", collection=project.collection(report.collection).name)
    if report.approver:
        member = project.staff.named(report.approver)
        yield say("calendar approved by", approver=member.name if member else report.approver)
