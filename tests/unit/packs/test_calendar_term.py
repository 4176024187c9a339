"""The year day by day as a value."""

from __future__ import annotations

from calendar_pages import evening, hours, ordinary

from reportgen.calendars.events import events
from reportgen.model.calendar import Reports
from reportgen.model.document import CalendarTerms
from reportgen.model.document.calendar import DayEntry
from reportgen.model.project import Project
from reportgen.packs.calendar_term import calendar_terms
from reportgen.packs.calendar_words import clock


def _pages(school: Project, *, counted: bool = True) -> CalendarTerms:
    year = school.terms.years[0]
    workload = hours(school) if counted else None
    return calendar_terms(school, year, events(school, year=2026), workload=workload)


def _days(pages: CalendarTerms) -> list[DayEntry]:
    return [one for half in pages.halves for week in half.weeks for one in week.days]


def test_every_event_stands_once_in_order() -> None:
    """All that leaders are told of, on the pages of its half term."""
    school = ordinary()
    told = [event.name for event in events(school, year=2026)]
    assert [one.what.split(", to ")[0] for one in _days(_pages(school))] == told


def test_half_terms_are_headed_by_their_days() -> None:
    """Autumn 1 has 37 weekdays from 3 September to 23 October 2026 and one of them is INSET; Autumn 2 has 35."""
    leads = {half.heading: half.lead for half in _pages(ordinary()).halves}
    assert leads["Autumn 1"] == "3 September 2026 to 23 October 2026, 36 school days"
    assert leads["Autumn 2"] == "2 November 2026 to 18 December 2026, 35 school days"


def test_a_collection_says_purpose_action_owner_and_hours_where_it_closes() -> None:
    """The price of a collection stands beside its purpose."""
    entry = next(one for one in _days(_pages(ordinary())) if one.what.startswith("Marks close: Round 1"))
    assert entry.day == "Fri 13 Nov"
    assert entry.who == ""
    assert entry.more == (
        "Purpose: Find who needs help.",
        "Then: Change or end the help (head of year).",
        "Costs 30 hours of 6 staff, at most 7½ of one of them.",
    )


def test_without_exports_no_hours_are_told_and_the_page_says_why() -> None:
    """Nothing is guessed."""
    pages = _pages(ordinary(), counted=False)
    assert "not loaded" in pages.lead
    assert not [line for one in _days(pages) for line in one.more if "hours" in line]


def test_more_than_a_day_says_until_when() -> None:
    """It stands on its first day."""
    entry = next(one for one in _days(_pages(ordinary())) if one.what.startswith("Mock exams"))
    assert (entry.day, entry.what) == ("Mon 2 Nov", "Mock exams, Year 11, to Fri 13 Nov")


def test_a_week_with_nothing_says_so_and_a_holiday_with_something_is_there() -> None:
    """No week of term is left out; results day has a week of its own after the last one."""
    school = ordinary(reports=Reports(reports=(), meetings=(evening("Results day", "2027-08-26", "11"),)))
    halves = _pages(school).halves
    assert [week.heading for week in halves[0].weeks] == [
        f"Week of {day}"
        for day in ("31 August", "7 September", "14 September", "21 September", "28 September", "5 October", "12 October", "19 October")
    ]  # fmt: skip
    assert halves[0].weeks[1].none == "Nothing but lessons."
    assert halves[-1].weeks[-1].heading == "Holiday, week of 23 August"
    assert [one.what for one in halves[-1].weeks[-1].days] == ["Results day, Year 11"]


def test_readers_are_said_once_and_where_they_differ() -> None:
    """The head of the page names the usual readers; a day off for everyone, and marks for staff, name none."""
    pages = _pages(ordinary())
    assert pages.lead.startswith(
        "Terms and days off are for everyone, the rest for teachers and leaders unless it says otherwise."
    )
    told = {one.what: one.who for one in _days(pages)}
    assert told["INSET day"] == ""
    assert told["Marks close: Round 1, Years 7 to 11"] == ""
    assert told["Autumn report goes home, Years 7 to 11"] == "For everyone."
    assert told["Year 11 parents’ evening"] == "For teachers, leaders and families."
    assert told["Governors’ meeting"] == "For leaders and governors."


def test_a_time_of_day_is_one_piece() -> None:
    """No line ends within `4 to 7 pm`; year groups are no time."""
    one = next(one for one in _days(_pages(ordinary())) if one.what == "Year 11 parents’ evening")
    assert one.more[0] == "4\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}7\N{NO-BREAK SPACE}pm."
    assert clock("from 9 am, Years 7 to 9") == "from 9\N{NO-BREAK SPACE}am, Years 7 to 9"


def test_a_fuller_year_is_set_smaller() -> None:
    """One size for the year: 12 pt where there is little, 10 pt as a rule, 9 pt where there is much."""
    many = tuple(evening(f"Evening number {n}", f"2026-11-{3 + n % 25:02d}", "11") for n in range(350))
    assert _pages(ordinary(reports=Reports(reports=()))).air == "roomy"
    assert _pages(ordinary(reports=Reports(reports=(), meetings=many[:150]))).air == "plain"
    assert _pages(ordinary(reports=Reports(reports=(), meetings=many))).air == "dense"
