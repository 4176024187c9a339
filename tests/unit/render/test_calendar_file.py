"""The .ics files, read back by two libraries that had no hand in each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from calendar_pages import day, evening, ordinary, school_year
from icalendar import Calendar

from reportgen.calendars.events import events
from reportgen.calendars.issuing import issue
from reportgen.model.calendar import Meeting, Reports, Term, Terms
from reportgen.model.event import Event, Issued, Reader
from reportgen.model.project import Project
from reportgen.render.calendar_file import calendar_file

YEARS = (2026,)


def _file(
    school: Project, reader: Reader = "leaders", before: Sequence[Issued] = ()
) -> tuple[bytes, tuple[Issued, ...], tuple[Event, ...]]:
    told = events(school, year=2026)
    issued = issue(told, before, years=YEARS)
    return calendar_file(reader, told, {one.uid: one for one in issued}, name="School, leaders"), issued, told


def _entries(content: bytes) -> dict[str, Any]:
    """Entries by identifier, as icalendar reads them; each identifier once."""
    found = list(Calendar.from_ical(content).walk("VEVENT"))
    made = {str(one["UID"]): one for one in found}
    assert len(made) == len(found)
    return made


def _vobject(content: bytes) -> dict[str, Any]:
    """The same as vobject reads them."""
    return {one.uid.value: one for one in vobject.readOne(content.decode()).vevent_list}


def _evenings(*days: str) -> Project:
    """Evenings from 6 to 7.30 pm on these days, in a year of one long term."""
    one = school_year(terms=(Term(id="all", starts=day("2026-09-03"), ends=day("2027-07-20")),), closures=())
    meetings = tuple(evening(f"Evening {on}", on, times="6 to 7.30 pm") for on in days)
    return ordinary(terms=Terms(years=(one,)), reports=Reports(reports=(), meetings=meetings))


@pytest.mark.parametrize("reader", ["teachers", "leaders", "families", "governors"])
def test_two_libraries_find_every_event_once_on_its_days(reader: Reader) -> None:
    """Every event for this reader and no other, on the days of the calendar, whole days with the end not included."""
    content, _, told = _file(ordinary(), reader)
    mine = {event.uid: event for event in told if reader in event.readers}
    one, other = _entries(content), _vobject(content)
    assert set(one) == set(other) == set(mine)
    for uid, event in mine.items():
        assert str(one[uid]["SUMMARY"]) == other[uid].summary.value == event.name
        for starts, ends in (
            (one[uid]["DTSTART"].dt, one[uid]["DTEND"].dt),
            (other[uid].dtstart.value, other[uid].dtend.value),
        ):
            if event.begins is None:
                assert (starts, ends) == (event.starts, event.ends + timedelta(days=1))
                assert not isinstance(starts, datetime)
            else:
                assert (starts.date(), starts.time()) == (event.starts, event.begins)


def test_the_file_is_as_the_standard_wants_it() -> None:
    """CRLF, lines of 75 octets at most, a PRODID, a name, a time zone for TZID, whole days free and meetings busy."""
    content, _, _ = _file(ordinary())
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    unfolded = content.replace(b"\r\n ", b"").decode()
    assert "PRODID:-//reportgen//" in unfolded
    assert "X-WR-CALNAME:School\\, leaders" in unfolded
    assert (
        set(re.findall(r"TZID=([^:;]+)", unfolded)) == {"Europe/London"} == set(re.findall(r"\nTZID:(.+)\r", unfolded))
    )
    for entry in _entries(content).values():
        whole = not isinstance(entry["DTSTART"].dt, datetime)
        assert str(entry["TRANSP"]) == ("TRANSPARENT" if whole else "OPAQUE")
        assert ("VALUE" in entry["DTSTART"].params) == whole


def test_the_same_calendar_gives_the_same_bytes() -> None:
    """Made twice and given out twice."""
    first, issued, _ = _file(ordinary())
    assert _file(ordinary())[0] == first
    assert _file(ordinary(), before=issued)[0] == first


def test_an_evening_stays_at_six_when_the_clocks_change() -> None:
    """Before and after the last Sundays of October and March: 6 pm in England, 17:00 UTC in summer time, 18:00 in winter.

    Clocks went back on 25 October 2026 and go forward on 28 March 2027.
    """
    days = {"2026-10-22": 17, "2026-10-26": 18, "2027-03-26": 18, "2027-03-29": 17}
    content, _, _ = _file(_evenings(*days))
    for read in (_entries, _vobject):
        found = {}
        for entry in read(content).values():
            starts = entry["DTSTART"].dt if read is _entries else entry.dtstart.value
            if isinstance(starts, datetime):
                assert starts.hour == 18
                found[f"{starts.date()}"] = starts.astimezone(UTC).hour
        assert found == days


def test_the_zone_in_the_file_holds_for_every_year() -> None:
    """Its rules, and not a list of dates: the last Sundays of March and October, whatever the year."""
    content, _, _ = _file(_evenings("2026-10-22"))
    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    made = zone.to_tz(lookup_tzid=False)
    for on, hours in (("2030-03-30", 0), ("2030-04-01", 1), ("2035-10-27", 1), ("2035-10-29", 0)):
        assert datetime.fromisoformat(f"{on}T18:00").replace(tzinfo=made).utcoffset() == timedelta(hours=hours)


def test_a_moved_event_keeps_its_identifier_and_raises_its_sequence() -> None:
    """Calendar programs move it: same UID, SEQUENCE 1, a later stamp, the new day; all others stay untouched."""
    before, after = _evenings("2026-11-19", "2026-12-03"), _evenings("2026-11-19", "2026-12-03")
    meetings = after.reports.meetings
    moved = (meetings[0], meetings[1].model_copy(update={"on": date(2026, 12, 10)}))
    after = after.model_copy(update={"reports": Reports(reports=(), meetings=moved)})
    first, issued, _ = _file(before)
    second, _, _ = _file(after, before=issued)
    old, new = _entries(first), _entries(second)
    assert set(old) == set(new)
    changed = [uid for uid in old if old[uid].to_ical() != new[uid].to_ical()]
    assert len(changed) == 1
    was, now = old[changed[0]], new[changed[0]]
    assert (was["SEQUENCE"], now["SEQUENCE"]) == (0, 1)
    assert was["DTSTAMP"].dt < now["DTSTAMP"].dt == now["LAST-MODIFIED"].dt
    assert (was["DTSTART"].dt.date(), now["DTSTART"].dt.date()) == (date(2026, 12, 3), date(2026, 12, 10))


def test_an_event_that_is_gone_is_cancelled() -> None:
    """Same UID, a raised sequence, STATUS:CANCELLED on the day it was last told for; both libraries see it."""
    first, issued, _ = _file(_evenings("2026-11-19", "2026-12-03"), "families")
    second, _, _ = _file(_evenings("2026-11-19"), "families", before=issued)
    gone = [uid for uid, entry in _entries(second).items() if str(entry["STATUS"]) == "CANCELLED"]
    assert len(gone) == 1
    entry = _entries(second)[gone[0]]
    assert gone[0] in _entries(first)
    assert (entry["SEQUENCE"], entry["DTSTART"].dt) == (1, date(2026, 12, 3))
    assert _vobject(second)[gone[0]].status.value == "CANCELLED"


def test_what_families_were_never_told_is_not_cancelled_in_their_file() -> None:
    """A collection that is gone says nothing in the families' calendar."""
    _, issued, _ = _file(ordinary())
    fewer = ordinary()
    fewer = fewer.model_copy(
        update={"reports": Reports(reports=()), "collections": fewer.collections.model_copy(update={"collections": ()})}
    )
    content, _, _ = _file(fewer, "families", before=issued)
    cancelled = [str(e["SUMMARY"]) for e in _entries(content).values() if str(e["STATUS"]) == "CANCELLED"]
    assert cancelled
    assert not [name for name in cancelled if "Mark" in name]


def test_a_meeting_without_an_end_is_an_hour_long() -> None:
    """`6 pm` is shown until 7, and the file says the times as the school wrote them."""
    board = Meeting(name="Governors’ meeting", audience="governors", on=day("2026-12-08"), times="6 pm")
    content, _, _ = _file(ordinary(reports=Reports(reports=(), meetings=(board,))))
    (entry,) = [e for e in _entries(content).values() if str(e["SUMMARY"]) == "Governors’ meeting"]
    assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(hours=1)
    assert str(entry["DESCRIPTION"]) == "6 pm."


def test_text_is_escaped() -> None:
    """Commas, semicolons, backslashes and line ends in a name are read back as they were written."""
    name = "Talk: “Maths, reading; and\\or sleep”\nBEGIN:VEVENT"
    content, _, _ = _file(ordinary(reports=Reports(reports=(), meetings=(evening(name, "2026-12-10"),))))
    assert name in [str(entry["SUMMARY"]) for entry in _entries(content).values()]
    assert name in [entry.summary.value for entry in _vobject(content).values()]
