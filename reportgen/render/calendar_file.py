"""Calendars as .ics files (RFC 5545), for Outlook, Google and Apple calendars: one a reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, vText
from icalendar import Event as Entry

from reportgen.model.event import Event, Issued, Reader

_LONDON = ZoneInfo("Europe/London")
_UNSAID = timedelta(hours=1)
"""Length shown for a meeting whose end was not said: an entry of no length is hard to see, and hard to click on."""

_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
"""Clocks in England: the last Sundays of March and October since 1996 (Summer Time Order 2002, SI 2002/262)."""


def calendar_file(
    reader: Reader, events: Iterable[Event], issued: Mapping[str, Issued], *, name: str, language: str = "en-GB"
) -> bytes:
    """The calendar of one reader: every event once, in the order given, then those called off.

    Args:
        reader: Whose calendar it is; events for others are left out.
        events: The events, in order.
        issued: The record of what is given out, by identifier: events of which this reader is a former one are told
            as cancelled.
        name: What calendar programs call it.
        language: Of the text.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//reportgen//School calendar//{language[:2].upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", "Europe/London")
    calendar.add_component(Timezone.from_ical(_ZONE))
    for event in events:
        if reader in event.readers:
            calendar.add_component(_entry(event, issued[event.uid]))
    for one in issued.values():
        if reader in one.former:
            calendar.add_component(_cancelled(one))
    content: bytes = calendar.to_ical(sorted=False)
    return content


def _entry(event: Event, issued: Issued) -> Entry:
    entry = _stamped(issued)
    entry.add("summary", event.name)
    if event.begins is None:
        _whole_days(entry, event.starts, event.ends)
    else:
        begins = datetime.combine(event.starts, event.begins, _LONDON)
        until = datetime.combine(event.ends, event.until, _LONDON) if event.until else begins + _UNSAID
        entry.add("dtstart", begins)
        entry.add("dtend", until)
        entry.add("transp", "OPAQUE")
    description = " ".join(filter(None, (f"{event.times}." if event.times else "", event.description)))
    if description:
        entry.add("description", description)
    entry.add("status", "CONFIRMED")
    return entry


def _cancelled(issued: Issued) -> Entry:
    """What calls an event off: the same identifier, a raised sequence, the day it was last told for."""
    entry = _stamped(issued)
    entry.add("summary", issued.name)
    _whole_days(entry, issued.starts, issued.starts)
    entry.add("status", "CANCELLED")
    return entry


def _whole_days(entry: Entry, first: date, last: date) -> None:
    """Whole days as dates, the end not included; they leave the days free for other things."""
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")


def _stamped(issued: Issued) -> Entry:
    """An entry with its identifier and stamps.

    RFC 5545 wants to know when an entry was made. The clock would give other bytes each time, so it is told from the
    data: the first day of its school year, a minute later with each change, for calendar programs that look at the
    stamp and not at the sequence.
    """
    stamp = datetime(issued.year, 9, 1, tzinfo=UTC) + timedelta(minutes=issued.sequence)
    entry = Entry()
    entry.add("uid", issued.uid)
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    entry.add("sequence", issued.sequence)
    return entry
