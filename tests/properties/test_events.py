"""What holds for calendars whatever the dates, and in whatever order the settings stand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from calendar_pages import SECONDARY, collected, evening, ordinary, school_year, window
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.calendars.events import events
from reportgen.calendars.issuing import issue
from reportgen.charts.lettering import width
from reportgen.model.calendar import Assessments, Collections, Meeting, Report, Reports, Terms
from reportgen.model.event import Reader
from reportgen.model.project import Project
from reportgen.packs.calendar_year import calendar_year
from reportgen.render.calendar_file import calendar_file

DAYS = st.dates(min_value=date(2026, 9, 1), max_value=date(2027, 8, 31))
GROUPS = st.lists(st.sampled_from(SECONDARY), min_size=1, unique=True).map(tuple)
NAMES = st.sampled_from(["Mock exams", "Reading tests", "Parents’ evening", "Governors’ meeting"])


def _tests(starts: date, days: int, name: str, groups: tuple[str, ...]) -> Any:
    return window(name, "test", f"{starts}", f"{starts + timedelta(days=days)}", groups)


@st.composite
def schools(draw: st.DrawFn) -> Project:
    """A school year with windows, rounds, reports and meetings on any days, some of the same name on the same day."""
    windows = draw(st.lists(st.builds(_tests, DAYS, st.integers(0, 30), NAMES, GROUPS), max_size=5))
    windows = [one.model_copy(update={"id": f"{one.id}-{n}"}) for n, one in enumerate(windows)]
    rounds = []
    for n, on in enumerate(draw(st.lists(DAYS, min_size=1, max_size=4))):
        opens, freezes = on - timedelta(days=draw(st.integers(1, 20))), on + timedelta(days=draw(st.integers(0, 9)))
        one = collected(n, f"{opens}", f"{on}", f"{freezes}", draw(GROUPS))
        rounds.append(one.model_copy(update={"id": f"round-{n}"}))
    meetings = draw(
        st.lists(st.builds(lambda name, on, groups: evening(name, f"{on}", *groups), NAMES, DAYS, GROUPS), max_size=5)
    )
    reports = [
        Report(
            id=f"report-{n}", name="Report", audiences=("parents", "governors"), collection=one.id, on=draw(DAYS),
            meetings=tuple(draw(st.permutations(meetings))),
        )
        for n, one in enumerate(rounds)
    ]  # fmt: skip
    board = [Meeting(name="Governors’ meeting", audience="governors", on=on) for on in draw(st.lists(DAYS, max_size=3))]
    return _school(windows, rounds, reports, [*meetings, *board])


def _school(windows: Any, rounds: Any, reports: Any, meetings: Any) -> Project:
    return ordinary(
        terms=Terms(years=(school_year(),)),
        assessments=Assessments(assessments=tuple(windows)),
        collections=Collections(collections=tuple(rounds)),
        reports=Reports(reports=tuple(reports), meetings=tuple(meetings)),
    )


def _files(school: Project) -> tuple[bytes, ...]:
    told = events(school, year=2026)
    issued = {one.uid: one for one in issue(told, (), years=(2026,))}
    readers: tuple[Reader, ...] = ("teachers", "leaders", "families", "governors")
    return tuple(calendar_file(reader, told, issued, name="School") for reader in readers)


@given(schools(), st.data())
@settings(max_examples=20, deadline=None)
def test_no_order_of_the_settings_changes_a_byte(school: Project, data: st.DataObject) -> None:
    """Windows, collections, reports and meetings in another order give the same four files and the same page."""
    order = data.draw
    other = _school(
        order(st.permutations(school.assessments.assessments)),
        order(st.permutations(school.collections.collections)),
        [
            one.model_copy(update={"meetings": tuple(order(st.permutations(one.meetings)))})
            for one in order(st.permutations(school.reports.reports))
        ],
        order(st.permutations(school.reports.meetings)),
    )
    assert _files(school) == _files(other)
    year = school.terms.years[0]
    told = events(school, year=2026)
    assert calendar_year(school, year, told, workload=None, measure=width) == calendar_year(
        other, year, events(other, year=2026), workload=None, measure=width
    )


@given(schools())
@settings(max_examples=20, deadline=None)
def test_events_are_in_order_and_no_two_share_an_identifier(school: Project) -> None:
    """Whatever falls together, each event is one of its own, and none ends before it starts."""
    told = events(school, year=2026)
    assert len({event.uid for event in told}) == len(told)
    assert [event.starts for event in told] == sorted(event.starts for event in told)
    assert all(event.starts <= event.ends for event in told)


@given(schools())
@settings(max_examples=20, deadline=None)
def test_no_label_lies_over_a_mark_or_another_label(school: Project) -> None:
    """In no row of the year's page, and none leaves the page. A label may lie inside the bar it names."""
    page = calendar_year(school, school.terms.years[0], events(school, year=2026), workload=None, measure=width)
    for row in (row for lane in page.lanes for row in lane.rows):
        marks = [(n, m.x, m.x + m.width, m.line) for n, e in enumerate(row.entries) for m in e.marks]
        for n, entry in enumerate(row.entries):
            mine = (entry.x, entry.x + entry.width)
            assert -0.01 <= mine[0] < mine[1] <= 250.01, entry
            assert entry.line < row.lines
            others = [(x, to, line) for m, x, to, line in marks if m != n or entry.side != "inside"]
            others += [(o.x, o.x + o.width, o.line) for k, o in enumerate(row.entries) if k != n]
            assert not [
                one for one in others if one[2] == entry.line and mine[0] < one[1] - 0.02 and one[0] + 0.02 < mine[1]
            ]
