"""The record of what was given out: a change raises the sequence, what is gone is called off once."""

from __future__ import annotations

from datetime import date

import pytest
from calendar_pages import day, ordinary

from reportgen.calendars.events import events
from reportgen.calendars.issuing import issue, issued_from, issued_text
from reportgen.model.calendar import Reports
from reportgen.model.event import Event, Reader


def event(uid: str = "a", starts: str = "2026-11-13", *readers: Reader, **changes: object) -> Event:
    on = date.fromisoformat(starts)
    given: dict[str, object] = {
        "uid": uid, "kind": "report", "about": uid, "year": 2026, "name": 'Report, "autumn"', "starts": on, "ends": on,
        "readers": readers or ("teachers", "families"),
    }  # fmt: skip
    return Event.model_validate({**given, **changes})


def test_the_first_time_every_sequence_is_nought() -> None:
    """And nobody is a former reader."""
    (one,) = issue([event()], (), years=(2026,))
    assert (one.sequence, one.former, one.starts) == (0, (), date(2026, 11, 13))


def test_the_same_events_give_the_same_record() -> None:
    """Giving out again what has not changed raises nothing."""
    first = issue([event(), event("b")], (), years=(2026,))
    assert issue([event("b"), event()], first, years=(2026,)) == first


@pytest.mark.parametrize("change", [{"starts": "2026-11-12"}, {"name": "Report"}, {"description": "In the hall."}])
def test_any_change_raises_the_sequence_by_one(change: dict[str, object]) -> None:
    """Another day, name or description."""
    first = issue([event()], (), years=(2026,))
    (one,) = issue([event(**change)], first, years=(2026,))
    assert one.sequence == 1


def test_what_is_gone_is_called_off_once_and_stays_so() -> None:
    """Its sequence is raised the first time; the next file says the same again."""
    first = issue([event()], (), years=(2026,))
    second = issue([], first, years=(2026,))
    assert [(one.sequence, one.readers, one.former) for one in second] == [(1, (), ("teachers", "families"))]
    assert issue([], second, years=(2026,)) == second


def test_what_comes_back_is_there_again() -> None:
    """With a higher sequence than the one that called it off."""
    gone = issue([], issue([event()], (), years=(2026,)), years=(2026,))
    (one,) = issue([event()], gone, years=(2026,))
    assert (one.sequence, one.readers, one.former) == (2, ("teachers", "families"), ())


def test_who_is_no_longer_told_is_a_former_reader() -> None:
    """An event taken from families is called off in their file and stays in the teachers'."""
    first = issue([event()], (), years=(2026,))
    (one,) = issue([event("a", "2026-11-13", "teachers")], first, years=(2026,))
    assert (one.sequence, one.readers, one.former) == (1, ("teachers",), ("families",))


def test_a_year_that_left_the_settings_is_over_and_not_called_off() -> None:
    """Its events stay in people's calendars as they were."""
    first = issue([event()], (), years=(2026,))
    assert issue([], first, years=(2027,)) == first


def test_a_record_reads_back_as_it_was_written() -> None:
    """Names with commas and quotation marks too."""
    record = issue([], issue([event(), event("b", name="A, “b”\tc")], (), years=(2026,)), years=(2026,))
    assert issued_from(issued_text(record)) == record
    assert issued_from(f"\ufeff{issued_text(record)}".replace("\n", "\r\n")) == record


@pytest.mark.parametrize(
    "text",
    ["", "uid,sequence\n", "x", f"{issued_text(())}a,b,c\n", f"{issued_text(())}a,one,h,2026,2026-11-13,n,teachers,\n"],
)
def test_a_damaged_record_is_refused(text: str) -> None:
    """A record that was cut or edited is not read as an empty one: that would leave moved events behind."""
    with pytest.raises(ValueError, match=r"columns|damaged"):
        issued_from(text)


def test_a_report_moved_past_the_last_year_is_moved_and_not_called_off() -> None:
    """It stays in the record with a raised sequence and its readers; taken out later, it is called off."""
    school = ordinary()
    first = issue(events(school, year=2026), (), years=(2026,))
    last = school.reports.reports[-1]
    moved = school.reports.model_copy(
        update={"reports": (*school.reports.reports[:-1], last.model_copy(update={"on": day("2027-09-17")}))}
    )
    after = issue(events(school.model_copy(update={"reports": moved}), year=2026), first, years=(2026,))
    (one,) = [e for e in after if e.starts == day("2027-09-17")]
    assert (one.sequence, bool(one.readers), one.former) == (1, True, ())
    gone = issue(events(school.model_copy(update={"reports": Reports(reports=())}), year=2026), after, years=(2026,))
    assert [e.readers for e in gone if e.uid == one.uid] == [()]
