"""Every event of a year, who is told of it, and an identifier that stays."""

from __future__ import annotations

from datetime import date, time

import pytest
from builders import project
from calendar_pages import collected, day, evening, ordinary, primary, school_year, window

from reportgen.calendars.events import events
from reportgen.model.calendar import Assessments, Closure, Collections, Meeting, Report, Reports, Terms
from reportgen.model.event import Event
from reportgen.model.project import Project

NOT_FOR_FAMILIES = {"moderation", "opens", "closes", "checks", "freezes", "pack", "meeting", "papers"}


def _of(school: Project, *kinds: str) -> list[Event]:
    return [event for event in events(school, year=2026) if event.kind in kinds]


def _told(school: Project, reader: str) -> list[str]:
    return [event.name for event in events(school, year=2026) if reader in event.readers]


def test_a_collection_opens_closes_is_checked_and_frozen() -> None:
    """Marks that close on Friday the 13th and freeze on Wednesday are checked on the Monday and Tuesday between."""
    found = [e for e in events(ordinary(), year=2026) if e.about == "round-1-7" and e.kind != "report"]
    assert [(e.kind, e.starts, e.ends) for e in found] == [
        ("opens", date(2026, 10, 19), date(2026, 10, 19)),
        ("closes", date(2026, 11, 13), date(2026, 11, 13)),
        ("checks", date(2026, 11, 16), date(2026, 11, 17)),
        ("freezes", date(2026, 11, 18), date(2026, 11, 18)),
    ]
    assert found[0].name == "Marksheets open: Round 1, Years 7 to 11"
    assert found[1].description == "Find who needs help. Then: Change or end the help (head of year)."


def test_a_collection_frozen_the_next_day_has_no_days_of_checking() -> None:
    """Where nothing lies between closing and freezing, no event says that something does."""
    quick = collected(1, "2026-11-02", "2026-11-12", "2026-11-13")
    school = ordinary(collections=Collections(collections=(quick,)), reports=Reports(reports=()))
    assert [e.kind for e in _of(school, "opens", "closes", "checks", "freezes")] == ["opens", "closes", "freezes"]


def test_families_are_told_nothing_internal() -> None:
    """Terms, days off, reports, evenings, mocks and public exams stand in their calendar; no collection, no meeting."""
    told = [event for event in events(ordinary(), year=2026) if "families" in event.readers]
    assert not {event.kind for event in told} & NOT_FOR_FAMILIES
    assert [event.name for event in told if event.kind == "assessment"] == [
        "Mock exams, Year 11",
        "GCSE exams, Year 11",
    ]
    assert {e.kind for e in told} == {"term", "inset", "closure", "occasion", "assessment", "report", "evening"}
    assert not any(word in e.description for e in told for word in ("head of", "Then:", "Entered", "Run by"))


def test_families_of_a_primary_are_told_of_national_tests() -> None:
    """Statutory checks are theirs too."""
    assert {"Key stage 2 tests, Year 6", "Phonics check, Years 1 and 2"} <= set(_told(primary(), "families"))


def test_governors_have_their_meetings_and_papers_and_nothing_of_the_mark_book() -> None:
    """Meetings, papers, terms and reports; neither collections nor evenings for families nor staff meetings."""
    told = [event for event in events(ordinary(), year=2026) if "governors" in event.readers]
    assert {event.kind for event in told} == {"term", "inset", "closure", "report", "meeting", "papers"}
    assert [event.name for event in told if event.kind in ("papers", "meeting")] == [
        "Papers out: Governors’ meeting",
        "Governors’ meeting",
    ]


def test_leaders_have_everything_and_teachers_all_but_what_is_for_governors() -> None:
    """No event is without leaders; teachers lack the governors' meeting and its papers only."""
    found = events(ordinary(), year=2026)
    assert all("leaders" in event.readers for event in found)
    assert {event.kind for event in found if "teachers" not in event.readers} == {"meeting", "papers"}


def test_meetings_have_their_times() -> None:
    """Times that parse become clock times; others stay in the name."""
    odd = Meeting(name="Open morning", on=day("2026-09-24"), times="after registration")
    school = ordinary(reports=Reports(reports=(), meetings=(odd, evening("Tutor evening", "2026-12-10"))))
    first, second = _of(school, "evening")
    assert (first.name, first.begins) == ("Open morning, after registration", None)
    assert (second.begins, second.until) == (time(16), time(19))


def test_a_meeting_named_by_two_reports_stands_once() -> None:
    """Staff's and governors' reports that name the same meeting make one event."""
    same = Meeting(name="Governors’ meeting", audience="governors", on=day("2026-12-08"), times="6 pm")
    both = tuple(
        Report(id=i, name=i, audiences=("governors",), collection="round-1-7", on=day("2026-12-01"), meetings=(same,))
        for i in ("one", "two")
    )
    assert len(_of(ordinary(reports=Reports(reports=both)), "meeting")) == 1


def test_no_two_events_share_an_identifier() -> None:
    """Two INSET days of one name, two evenings of one name, the same term ids and meetings in two years: all differ."""
    twice = (
        Closure(name="INSET day", kind="inset", starts=day("2026-10-12"), ends=day("2026-10-12")),
        Closure(name="INSET day", kind="inset", starts=day("2027-01-04"), ends=day("2027-01-04")),
    )
    earlier = school_year(year=2025, terms=school_year().terms[:1], closures=())
    earlier = earlier.model_copy(
        update={"terms": tuple(t.model_copy(update={"starts": day("2025-09-03"), "ends": day("2025-10-24")}) for t in earlier.terms)}
    )  # fmt: skip
    board = tuple(
        Meeting(name="Governors’ meeting", audience="governors", on=day(on))
        for on in ("2025-12-09", "2026-12-08", "2027-03-16")
    )
    school = ordinary(
        terms=Terms(years=(earlier, school_year(closures=twice))), reports=Reports(reports=(), meetings=board)
    )
    found = [event.uid for year in (2025, 2026) for event in events(school, year=year)]
    assert len(found) == len(set(found))
    assert sum(event.kind == "meeting" for year in (2025, 2026) for event in events(school, year=year)) == 3


@pytest.mark.parametrize("change", ["day", "name"])
def test_an_event_keeps_its_identifier_when_it_moves(change: str) -> None:
    """A report, an assessment and a collection that move to another day, or are called something else, stay themselves."""
    before = ordinary()
    moved = {"day": {"starts": day("2026-11-03")}, "name": {"name": "Practice exams"}}[change]
    tests = before.assessments.assessments
    after = before.model_copy(
        update={"assessments": Assessments(assessments=(tests[0].model_copy(update=moved), *tests[1:]))}
    )
    assert {e.uid for e in events(before, year=2026)} == {e.uid for e in events(after, year=2026)}
    assert events(before, year=2026) != events(after, year=2026)


def test_schools_that_share_a_file_do_not_share_identifiers() -> None:
    """The school's id is in every identifier."""
    school = ordinary()
    other = school.model_copy(update={"school": school.school.model_copy(update={"id": "other"})})
    assert not {e.uid for e in events(school, year=2026)} & {e.uid for e in events(other, year=2026)}


def test_a_day_belongs_to_the_school_year_it_lies_in() -> None:
    """A report of 30 September of last year's marks is an event of the new year; one of August of the old."""

    def out(i: str, on: str) -> Report:
        return Report(id=i, name="Leavers", audiences=("parents",), collection="nov", on=day(on))

    school = project(reports=Reports(reports=(out("old", "2026-08-27"), out("new", "2026-09-30"))))
    by_year = {year: [e.about for e in events(school, year=year) if e.kind == "report"] for year in (2025, 2026)}
    assert by_year == {2025: ["old"], 2026: ["new"]}


def test_end_of_year_tests_still_say_whose_they_are() -> None:
    """A name that holds the word year without a year group does not stand for one."""
    school = ordinary(
        assessments=Assessments(assessments=(window("End-of-year tests", "test", "2027-06-07", "2027-06-11", ("7",)),))
    )
    assert [e.name for e in _of(school, "assessment")] == ["End-of-year tests, Year 7"]


def _board(**changes: object) -> Meeting:
    given = {"name": "Governors’ meeting", "audience": "governors", "on": day("2026-12-08"), "times": "6 pm"}
    return Meeting.model_validate({**given, **changes})


def _out(i: str, on: str, *meetings: Meeting) -> Report:
    return Report(id=i, name=i, audiences=("governors",), collection="round-1-7", on=day(on), meetings=meetings)


@pytest.mark.parametrize(
    ("lone", "meetings"),
    [
        ({}, 1),
        ({"times": ""}, 1),
        ({"id": "mine"}, 1),
        ({"times": "2 pm"}, 2),
        ({"on": day("2026-12-09")}, 2),
        ({"audience": "staff"}, 2),
    ],
)
def test_a_meeting_in_its_report_and_in_none_stands_once(lone: dict[str, object], meetings: int) -> None:
    """Same name, day and audience are one meeting; other times, another day or other people are another."""
    reports = Reports(reports=(_out("one", "2026-12-01", _board()),), meetings=(_board(**lone),))
    assert len(_of(ordinary(reports=reports), "meeting")) == meetings


def test_two_ids_that_were_written_are_two_meetings() -> None:
    """What people named differently is not put together."""
    reports = Reports(reports=(_out("one", "2026-12-01", _board(id="a")),), meetings=(_board(id="b"),))
    assert len(_of(ordinary(reports=reports), "meeting")) == 2


def test_a_meeting_written_twice_has_what_either_says() -> None:
    """Times that only the second entry has are told."""
    reports = Reports(reports=(_out("one", "2026-12-01", _board(times="")),), meetings=(_board(),))
    assert [e.begins for e in _of(ordinary(reports=reports), "meeting")] == [time(18)]


def test_reports_for_different_year_groups_keep_their_evenings() -> None:
    """Evenings of one name on one day for Year 7 and for all are two, whichever report comes first."""
    pair = (evening("Evening", "2026-12-08", "7"), evening("Evening", "2026-12-08"))
    for first, second in (pair, pair[::-1]):
        reports = (_out("one", "2026-12-01", first), _out("two", "2026-12-01", second))
        found = _of(ordinary(reports=Reports(reports=reports)), "evening")
        assert sorted(e.year_groups for e in found) == [(), ("7",)]


def test_a_meeting_of_two_reports_keeps_its_identifier_when_their_days_are_swapped() -> None:
    """Its home is the report whose id comes first, not the one that comes out first."""
    days = ("2026-12-01", "2026-12-02")
    uids = [
        _of(ordinary(reports=Reports(reports=(_out("one", a, _board()), _out("two", b, _board())))), "meeting")[0].uid
        for a, b in (days, days[::-1])
    ]
    assert uids[0] == uids[1]


def test_nothing_outside_the_described_years_is_lost() -> None:
    """What comes after the last year is in the last, before the first in the first, with the same identifier later."""
    lone = tuple(_board(on=day(on)) for on in ("2024-05-01", "2027-09-20"))
    reports = Reports(reports=(_out("leavers", "2027-09-17"),), meetings=lone)
    earlier = school_year(year=2025, closures=())
    found = ordinary(reports=reports, terms=Terms(years=(earlier, school_year())))
    told = {year: [e for e in events(found, year=year) if e.kind in ("pack", "meeting")] for year in (2025, 2026, 2027)}
    assert {year: [e.starts for e in some] for year, some in told.items()} == {
        2025: [day("2024-05-01")],
        2026: [day("2027-09-17"), day("2027-09-20")],
        2027: [],
    }
    coming = school_year([("ht1", "One", "2027-09-02", "2027-10-22")], year=2027, closures=())
    later = found.model_copy(update={"terms": Terms(years=(earlier, school_year(), coming))})
    moved = [e.uid for e in events(later, year=2027) if e.kind in ("pack", "meeting")]
    assert moved == [e.uid for e in told[2026]]
