"""Names and days of assessments, meetings, rates and responsibilities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.settings import Reading

Read = Callable[..., Reading]

ASSESSMENT, COLLECTION, REPORTING, STAFF, TERMS = (
    "calendars/assessment.yaml",
    "calendars/collection.yaml",
    "calendars/reporting.yaml",
    "staff.yaml",
    "calendars/terms.yaml",
)
MOCKS = "  - {id: mocks, name: Mocks, year: 2026, kind: mock, year_groups: [10], starts: 2026-11-02, ends: 2026-11-06"


def mocks(more: str = "", old: str = "", new: str = "") -> dict[str, str]:
    return {ASSESSMENT: f"assessments:\n{MOCKS.replace(old, new) if old else MOCKS}{more}}}\n"}


def told(reading: Reading) -> list[tuple[str, str, int | None, int | None]]:
    return [(p.code, p.place.file.removeprefix("config/"), p.place.line, p.place.column) for p in reading.problems]


def test_an_assessment_of_a_subject(read: Read) -> None:
    """Subjects, an owner with a code and a day of moderation are read without a problem."""
    reading = read(mocks(", subjects: [maths], owner: HUG, moderated: 2026-11-10"))
    assert reading.problems == ()
    assert reading.project is not None
    assert [a.id for a in reading.project.assessments.assessments] == ["mocks"]


def at(text: str, needle: str) -> tuple[int, int]:
    """Line and column of the last place a piece of text stands at."""
    place = text.rindex(needle)
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


@pytest.mark.parametrize(
    ("files", "code", "needle"),
    [
        (mocks(", subjects: [math]"), "S120", "math]"),
        (mocks(", owner: head of exams"), "S129", "head of exams"),
        (mocks(old="2026-11-06", new="2026-10-30"), "S125", "2026-10-30"),
        (mocks(", moderated: 2026-11-05"), "S125", "2026-11-05"),
        (mocks(old="starts: 2026-11-02", new="starts: 2026-08-31"), "S125", "2026-08-31"),
        (mocks(old="[10]", new="[]"), "S126", "year_groups"),
        (mocks(old="year: 2026", new="year: 26"), "S113", "26, kind"),
        (mocks("}\n  - {id: mocks, name: M, year: 2026, kind: test, year_groups: [9], starts: 2026-11-09, ends: 2026-11-10"), "S121", "mocks, name: M"),
    ],
)  # fmt: skip
def test_a_slip_in_an_assessment(read: Read, files: dict[str, str], code: str, needle: str) -> None:
    """An unknown subject or owner, days out of order or out of the year, no year group, a doubled id: each at its place."""
    assert told(read(files)) == [(code, ASSESSMENT, *at(files[ASSESSMENT], needle))]


PURPOSE = "purpose: to see how pupils"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "needle"),
    [
        (COLLECTION, PURPOSE, f"assessments: [mock]\n    {PURPOSE}", "S120", "mock]"),
        (COLLECTION, "closes: 2026-11-13", "closes: 2026-11-13\n    freezes: 2026-11-12", "S125", "2026-11-12"),
        (COLLECTION, "collections:", "rates: {facets: {curent: 1}}\ncollections:", "S120", "1}}"),
        (REPORTING, "on: 2026-11-27", "on: 2026-11-27\n    approver: deputy", "S129", "deputy"),
        (REPORTING, "on: 2026-11-27", "on: 2026-11-27\n    contacts: [tutor, hed of year]", "S129", "hed of year"),
        (REPORTING, "on: 2026-11-27", "on: 2026-11-27\n    meetings: [{name: G, on: 2026-12-08, papers: 2026-12-09}]", "S125", "2026-12-09"),
        (REPORTING, "on: 2026-11-27", "on: 2026-11-27\n    meetings: [{id: a, name: G, on: 2026-12-08}, {id: a, name: H, on: 2026-12-09}]", "S121", "a, name: H"),
        (REPORTING, "reports:", "meetings: [{id: a, name: G, on: 2026-12-08}, {id: a, name: H, on: 2026-12-09}]\nreports:", "S121", "a, name: H"),
        (REPORTING, "reports:", "meetings: [{name: G, on: 2026-12-08, year: 2031}]\nreports:", "S153", "2031"),
        (STAFF, "tutors: [HUG]}", "tutors: [HUG]}\nresponsibilities:\n  - {role: head, staff: [HUG], years: [2026, 2031]}", "S153", "2031"),
        (TERMS, "ends: 2026-12-18}", "ends: 2026-12-18}\n    occasions: [{name: Camp, starts: 2026-11-10, ends: 2026-11-09}]", "S125", "2026-11-09"),
    ],
)  # fmt: skip
def test_a_slip_in_the_calendars(
    edit: Read, small: dict[str, str], file: str, *, old: str, new: str, code: str, needle: str
) -> None:
    """A name nobody has, days in the wrong order, a doubled id or a year without terms: once, at its place."""
    assert told(edit(file, old, new)) == [(code, file, *at(small[file].replace(old, new, 1), needle))]


def test_roles_that_classes_give_need_no_list(edit: Read) -> None:
    """Class teachers and tutors are there without staff.yaml saying so; names of people will do, capitals ignored."""
    new = "on: 2026-11-27\n    approver: ms hughes\n    contacts: [Tutor, class teacher]"
    assert told(edit(REPORTING, "on: 2026-11-27", new)) == []


def test_no_report_takes_the_calendar_packs_folder(edit: Read, small: dict[str, str]) -> None:
    """A report with the id calendar is refused at its id; one whose id begins so is not."""
    (one,) = [p for p in edit(REPORTING, "id: autumn", "id: calendar").problems if p.code == "S113"]
    assert (one.place.line, one.place.column) == at(small[REPORTING], "autumn\n")
    assert one.expected == "another id: output/calendar is the folder of the calendar pack"
    assert told(edit(REPORTING, "id: autumn", "id: calendar-2026")) == []


MEETINGS = """\
    meetings:
      - {name: Evening, on: 2026-12-08}
      - {name: Staff, audience: staff, on: 2026-12-09}
      - {name: Governors, audience: governors, on: 2026-12-10}
      - {name: Named, on: 2026-12-11, year_groups: [9]}
"""


@pytest.mark.parametrize(
    ("collected", "report", "filled"),
    [
        ("[8, 9, 10]", "year_groups: [8]", ("8",)),
        ("[8, 10]", "", ("8", "10")),  # Year 9 is in the collection of June
        ("[8, 9, 10]", "", ()),
        ("[8, 9, 10]", "year_groups: [8, 9, 10]", ()),
    ],
)
def test_meetings_are_for_the_year_groups_of_their_report(
    read: Read, small: dict[str, str], collected: str, report: str, *, filled: tuple[str, ...]
) -> None:
    """A meeting of families or staff takes the report's or collection's year groups, unless they are all of the school's."""
    line = f"    {report}\n" if report else ""
    text = small[REPORTING].replace("    on: 2026-11-27\n", f"    on: 2026-11-27\n{line}{MEETINGS}")
    changed = small["calendars/collection.yaml"].replace("[10]", collected)
    project = read({REPORTING: text, COLLECTION: changed}).project
    assert project is not None
    found = {m.id: m.year_groups for m in project.report("autumn").meetings}
    assert found == {"evening": filled, "staff": filled, "governors": (), "named": ("9",)}


def test_the_order_of_terms_means_nothing(edit: Read) -> None:
    """Terms may stand in any order; two that overlap are told at the later one."""
    first, second = (f"      - {{id: ht{n}, starts: {a}, ends: {b}}}\n" for n, a, b in ((1, "2026-09-03", "2026-10-23"), (2, "2026-11-02", "2026-12-18")))  # fmt: skip
    assert told(edit(TERMS, first + second, second + first)) == []
    clash = second.replace("2026-11-02", "2026-10-20") + first
    assert told(edit(TERMS, first + second, clash)) == [("S125", TERMS, 4, 27)]


def test_meetings_have_names_that_stay(edit: Read) -> None:
    """A meeting without an id gets one from its name, with its year groups where names are shared, never from its day."""
    meetings = (
        "[{name: Parents’ evening, on: 2026-12-08, year_groups: [10]}, {name: Parents’ evening, on: 2026-12-01, year_groups: [9]}, "
        "{name: Governors’ meeting, audience: governors, on: 2026-12-09}, {id: mine, name: X, on: 2026-12-10}]"
    )
    project = edit(REPORTING, "on: 2026-11-27", f"on: 2026-11-27\n    meetings: {meetings}").project
    assert project is not None
    assert [m.id for m in project.report("autumn").meetings] == [
        "parents-evening-9",
        "parents-evening-10",
        "governors-meeting",
        "mine",
    ]


def test_rates_and_lone_meetings_reach_the_project(read: Read, small: dict[str, str]) -> None:
    """Minutes and meetings of no report are not lost between the file and the project."""
    project = read(
        {
            COLLECTION: "rates: {mark: 2}\n" + small[COLLECTION],
            REPORTING: small[REPORTING] + "meetings: [{name: Open day, on: 2026-10-01}]\n",
        }
    ).project
    assert project is not None
    assert project.collections.rates.mark == 2
    assert [(m.id, m.name) for m in project.reports.meetings] == [("open-day", "Open day")]
