"""The year on a page as a value: weeks, rows that share, chains of marks, hours."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from calendar_pages import SIX, crowded, day, evening, hours, ordinary, primary, school_year, window

from reportgen.calendars.events import events
from reportgen.charts.lettering import width
from reportgen.model.calendar import Assessments, Collections, Meeting, Report, Reports, Term, Terms
from reportgen.model.document import CalendarYear
from reportgen.model.document.calendar import Lane
from reportgen.model.project import Project
from reportgen.packs.calendar_scale import WIDTH, year_scale
from reportgen.packs.calendar_words import bare
from reportgen.packs.calendar_year import calendar_year


def _page(school: Project, *, counted: bool = True) -> CalendarYear:
    year = school.terms.years[-1]
    workload = hours(school) if counted else None
    return calendar_year(school, year, events(school, year=year.year), workload=workload, measure=width)


def _lane(page: CalendarYear, name: str) -> Lane:
    return next(lane for lane in page.lanes if lane.id == name)


def test_a_week_of_term_is_a_column_and_holidays_are_narrow() -> None:
    """40 weeks of 2026/27 in six half terms, counted by hand; five holidays between them, 3 mm for one week, 6 for more."""
    scale = year_scale(school_year(), ())
    assert [len([w for w in scale.weeks if a <= w.first <= b]) for a, b in (
        (date(2026, 8, 31), date(2026, 10, 19)), (date(2026, 11, 2), date(2026, 12, 14)),
        (date(2027, 1, 4), date(2027, 2, 8)), (date(2027, 2, 22), date(2027, 3, 22)),
        (date(2027, 4, 12), date(2027, 5, 24)), (date(2027, 6, 7), date(2027, 7, 19)),
    )] == [8, 7, 6, 5, 7, 7]  # fmt: skip
    assert [round(one.width) for one in scale.holidays] == [3, 6, 3, 6, 3]
    assert scale.columns[-1].to == pytest.approx(WIDTH)
    assert all(a.to == pytest.approx(b.x) for a, b in pairwise(scale.columns))


def test_days_stand_in_their_week_in_order() -> None:
    """Monday at the left edge of its week, a weekend at its right; the year never runs backwards."""
    scale = year_scale(school_year(), [date(2027, 8, 26)])
    week = scale.week(date(2026, 11, 9))
    assert week is not None
    assert scale.at(date(2026, 11, 9)) == week.x
    assert scale.at(date(2026, 11, 14)) == pytest.approx(week.to)
    places = [scale.at(date.fromordinal(n)) for n in range(date(2026, 8, 1).toordinal(), date(2027, 9, 1).toordinal())]
    assert places == sorted(places)


def test_results_in_august_make_the_page_reach_into_august() -> None:
    """An evening of 26 August has a place right of the last week of term."""
    school = ordinary(reports=Reports(reports=(), meetings=(evening("Results day", "2027-08-26", "11"),)))
    page = _page(school)
    (row,) = _lane(page, "reporting").rows
    assert row.entries[0].marks[0].x > page.weeks[-1].to
    assert row.entries[0].marks[0].x + row.entries[0].marks[0].width <= WIDTH


def test_year_groups_with_the_same_things_share_a_row() -> None:
    """Years 7 to 10 have the same tests, Year 11 its own; a collection for everyone is one row."""
    page = _page(ordinary())
    assert [row.heading for row in _lane(page, "assessment").rows] == ["Years 7 to 10", "Year 11"]
    assert [row.heading for row in _lane(page, "collection").rows] == ["All years"]


def test_what_is_for_everyone_is_said_once_above_what_is_not() -> None:
    """Three reports in the first row, then an evening for each year group, without its year in its name."""
    rows = _lane(_page(ordinary()), "reporting").rows
    assert [row.heading for row in rows] == ["All years", "Year 7", "Year 8", "Year 9", "Year 10", "Year 11"]
    assert [entry.label for entry in rows[0].entries] == [
        "27 Nov, autumn report",
        "5 Mar, spring report",
        "2 Jul, summer report",
    ]
    assert [entry.label for row in rows[1:] for entry in row.entries] == [
        "10 Dec, tutor evening", "11 Mar, parents’ evening", "21 Jan, options evening", "8 Jul, parents’ evening",
        "3 Dec, parents’ evening",
    ]  # fmt: skip


def test_a_collection_is_a_line_a_dot_and_a_box() -> None:
    """Open, closed, checked and frozen, in this order and apart; its words say who acts and how."""
    (row,) = _lane(_page(ordinary()), "collection").rows
    first = row.entries[0]
    assert [mark.shape for mark in first.marks] == ["line", "dot", "box"]
    assert first.marks[1].x + first.marks[1].width <= first.marks[2].x
    assert first.label == "13 Nov, Round 1; head of year: change or end the help"
    assert first.text == (
        "Round 1: marksheets open Monday 19 October, marks close Friday 13 November, frozen Wednesday 18 November. "
        "Head of year: change or end the help."
    )


def test_papers_stand_with_the_meeting_they_are_for() -> None:
    """Triangle and square, one label; staff meetings in a row of their own."""
    rows = {row.heading: row for row in _lane(_page(ordinary()), "meetings").rows}
    assert list(rows) == ["Staff", "Governors", "Away", "No school"]
    (board,) = rows["Governors"].entries
    assert [mark.shape for mark in board.marks] == ["triangle", "square"]
    assert board.label == "Papers 1, meeting 8 Dec"
    assert [entry.label for entry in rows["Staff"].entries] == ["23 Nov, department meeting"]
    assert [entry.label for entry in rows["Away"].entries] == ["28 Jun, Year 7 residential"]


def test_hours_are_bars_by_week_to_the_nearest_half() -> None:
    """5½ hours fill the lane and stand out, a week of six minutes has no bar, and the sum is that of the bars."""
    load = _page(ordinary()).workload
    assert [bar.label for bar in load.bars] == ["1", "5½", "2", "3½"]
    assert [bar.most for bar in load.bars] == [False, True, False, False]
    assert load.bars[1].height == 12.0
    assert load.bars[2].height == pytest.approx(12 * 2 / 5.5, abs=0.01)
    assert "12 in the year, most in the week of 9 November (5½); the whole school 90 hours" in load.key
    assert load.bars[1].text == "Week of 9 November: 5½ hours"


def test_without_exports_the_page_says_why_there_are_no_hours() -> None:
    """No bar, and a sentence."""
    load = _page(ordinary(), counted=False).workload
    assert load.bars == ()
    assert load.key == "Hours are not known: they are counted from the exports, which are not loaded."


def test_an_empty_lane_says_so() -> None:
    """A missing step is said, not only seen."""
    page = _page(primary())
    lane = _lane(page, "meetings")
    assert [row.heading for row in lane.rows] == ["No school"]
    assert lane.key.startswith("No governors’ or staff meeting is written down for this year. Box:")
    bare = _lane(
        _page(ordinary(reports=Reports(reports=()), terms=Terms(years=(school_year(closures=()),)))), "meetings"
    )
    assert (bare.rows, bare.key) == ((), "No governors’ or staff meeting is written down for this year.")


def _with_pack(papers: str | None) -> Lane:
    """Governors meet on 26 January 2027; their pack is dated 18 January."""
    school = ordinary()
    board = Meeting(
        name="Governors’ meeting", audience="governors", on=day("2027-01-26"), papers=day(papers) if papers else None
    )
    pack = Report(
        id="pack", name="Governors’ pack", audiences=("governors",), collection="round-1-7", on=day("2027-01-18"),
        meetings=(board,),
    )  # fmt: skip
    reports = Reports(reports=(*school.reports.reports, pack))
    return _lane(_page(school.model_copy(update={"reports": reports})), "meetings")


@pytest.mark.parametrize(("papers", "label"), [("2027-01-19", "Papers 19"), (None, "Papers 18")])
def test_papers_come_out_on_their_own_day(papers: str | None, label: str) -> None:
    """The meeting's day for papers, not the date on the pack; the pack's own where no day for papers is given."""
    (entry,) = next(row.entries for row in _with_pack(papers).rows if row.heading == "Governors")
    assert entry.label == f"{label}, meeting 26 Jan"
    assert f"papers out on {'Tuesday 19' if papers else 'Monday 18'} January" in entry.text


def test_days_without_school_are_seen_and_named() -> None:
    """INSET and May Day: a row of the lane, and grey as wide as a day; the days before term and after it are grey too."""
    page = _page(ordinary())
    row = next(row for row in _lane(page, "meetings").rows if row.heading == "No school")
    assert [entry.label for entry in row.entries] == ["12 Oct, INSET day", "3 May, May Day"]
    assert row.entries[0].text == "Monday 12 October: INSET day"
    week = next(one for one in page.weeks if one.text == "12")
    inset = next(one for one in page.holidays if one.x == week.x)
    assert inset.width == pytest.approx(week.width / 5, abs=0.02)
    assert page.holidays[0].width == pytest.approx(week.width * 3 / 5, abs=0.02)  # 31 August to 2 September
    assert all(a.to < b.x for a, b in pairwise(page.holidays))


def test_an_evening_keeps_its_year_in_a_row_for_all() -> None:
    """An evening that only its name gives to Year 11 stands in the row of all years, with its year, long and short."""
    late = [evening(name, f"2027-01-{14 + n}") for n, name in enumerate(("Year 11 parents’ evening", "Open evening"))]
    page = _page(ordinary(reports=Reports(reports=(), meetings=tuple(late))))
    (row,) = _lane(page, "reporting").rows
    assert [entry.label for entry in row.entries] == ["14 Jan, Year 11 parents’ evening", "15 Jan, open evening"]
    many = [evening("Year 11 parents’ evening in the hall", f"2027-0{1 + n % 6}-{4 + n:02d}") for n in range(24)]
    crowd = _lane(_page(ordinary(reports=Reports(reports=(), meetings=tuple(many)))), "reporting")
    assert all("Year 11" in entry.label for row in crowd.rows for entry in row.entries)


@pytest.mark.parametrize(
    ("name", "groups", "left"),
    [
        ("Year 7 interim report", ("7",), "interim report"),
        ("Years 7 to 9 tests", ("8",), "tests"),
        ("Year 11 parents’ evening", ("10", "11"), "Year 11 parents’ evening"),
        ("Year 11 parents’ evening", (), "Year 11 parents’ evening"),
        ("Mock exams, Years 10 and 11", ("10", "11"), "Mock exams"),
        ("Talk, Reception to Year 2", ("R", "1", "2"), "Talk"),
        ("Year 2026 plan", ("20",), "Year 2026 plan"),
    ],
)
def test_only_the_rows_own_year_groups_go(name: str, groups: tuple[str, ...], left: str) -> None:
    """A name loses its year groups where they are all that it is for, and keeps them otherwise."""
    assert bare(name, groups) == left


def test_what_is_the_same_of_all_collections_is_said_once() -> None:
    """One owner and one action for all: in the lead of the lane, and in no label."""
    school = ordinary()
    same = tuple(one.model_copy(update={"action": "Extra help"}) for one in school.collections.collections)
    page = _page(school.model_copy(update={"collections": Collections(collections=same)}))
    lane = _lane(page, "collection")
    assert lane.key.endswith("then each time head of year: extra help")
    assert [e.label for e in lane.rows[0].entries] == ["13 Nov, Round 1", "12 Feb, Round 2", "18 Jun, Round 3"]


def test_a_crowded_year_gives_up_its_bars_before_its_dates() -> None:
    """Nursery to Year 13: bars make room, neighbouring year groups share a row and labels name the year; every date stays."""
    school = crowded()
    page = _page(school)
    assert page.workload.bars == ()
    assert "450 hours" in page.workload.key
    assert not any(lane.new_side for lane in page.lanes)
    assert page.row >= 3.5
    reporting = _lane(page, "reporting")
    assert len(reporting.rows) < 16
    told = [entry for row in reporting.rows for entry in row.entries]
    named = [one for one in events(school, year=2026) if one.kind == "evening"]
    assert len([entry for entry in told if entry.marks[0].shape == "open"]) == len(named)


def test_a_year_too_full_for_one_side_goes_on_to_a_second() -> None:
    """Lanes are not broken; the second side begins with a lane."""
    school = crowded()
    groups = ("N1", "N2", "R", *(str(n) for n in range(1, 14)))
    more = tuple(
        window(f"Test {n} of {group}", "test", f"2026-11-{2 + n:02d}", f"2026-11-{2 + n:02d}", (group,))
        for group in groups
        for n in range(3)
    )
    page = _page(school.model_copy(update={"assessments": Assessments(assessments=more)}))
    assert [lane.new_side for lane in page.lanes].count(True) >= 1
    assert page.lanes[0].new_side is False


def test_six_terms_and_terms_without_a_name_are_headed() -> None:
    """Term 1 to Term 6; a term without a name by its id."""
    page = _page(ordinary(terms=Terms(years=(school_year(SIX),))))
    assert [one.text for one in page.halves] == [f"Term {n}" for n in range(1, 7)]
    bare = school_year(terms=(Term(id="all", starts=day("2026-09-03"), ends=day("2027-07-20")),))
    assert [one.text for one in _page(ordinary(terms=Terms(years=(bare,)))).halves] == ["ALL"]


def test_months_are_named_where_they_fit() -> None:
    """August has one week and no room, December a short name."""
    assert [one.text for one in _page(ordinary()).months] == [
        "", "September", "October", "November", "Dec", "January", "February", "March", "April", "May", "June", "July",
    ]  # fmt: skip
