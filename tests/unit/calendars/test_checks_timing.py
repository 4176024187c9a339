from __future__ import annotations

from typing import Any

import pytest
from sound_school import codes, found, on, sound, with_assessment, with_collection, with_report, without_reports

from reportgen.model.calendar import Closure
from reportgen.model.project import Project


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("test", ["C322"]),
        ("mock", ["C322"]),
        ("statutory", ["C322"]),
        ("classwork", []),
        ("coursework", []),
        ("teacher assessment", []),
        ("public exam", []),
    ],
)
def test_which_kinds_end_before_marks_close(kind: str, expected: list[str]) -> None:
    """Marks of 12 March wait for tests, mocks and national tests that end on the 15th, not for work in lessons.

    What ends on the day itself is waited for. Marks may close during public exams they are of, as elsewhere.
    """
    assert codes(with_assessment(sound(), "mocks", kind=kind, ends=on("2027-03-15"))) == expected
    assert codes(with_assessment(sound(), "mocks", kind=kind, ends=on("2027-03-12"))) == []


@pytest.mark.parametrize("kind", ["classwork", "mock", "coursework"])
def test_marking_of_any_kind_is_compared_before_marks_close(kind: str) -> None:
    """Where a day for comparing is given marks wait for it, whatever the kind; the day itself will do."""
    assert codes(with_assessment(sound(), "mocks", kind=kind, moderated=on("2027-03-12"))) == []
    assert codes(with_assessment(sound(), "mocks", kind=kind, moderated=on("2027-03-15"))) == ["C322"]


def test_an_assessment_is_told_once_with_its_later_day() -> None:
    """Mocks that end on 15 March and are compared on the 18th are one problem, which names the closing day and the later one."""
    late = with_assessment(sound(), "mocks", ends=on("2027-03-15"), moderated=on("2027-03-18"))
    assert [(p.code, p.found, p.expected) for p in found(late)] == [
        (
            "C322",
            "mock-marks closes 2027-03-12, mocks is moderated 2027-03-18",
            "a day on or after 2027-03-18",
        )
    ]


def test_only_assessments_behind_the_marks_count() -> None:
    """A test whose marking is compared after marks close is no matter to them when they do not rest on it."""
    late = with_assessment(sound(), "maths-test", moderated=on("2027-06-28"))
    assert codes(late) == ["C322"]
    assert codes(with_collection(late, "summer", assessments=("english-test",))) == ["C301"]


def test_marks_are_fresh_for_twenty_school_days() -> None:
    """From 9 October to 13 November there are 20 school days (5, 5, 5 and 5), from the 8th 21; the last assessment counts."""
    assert codes(with_assessment(sound(), "autumn-lessons", ends=on("2026-10-09"))) == []
    old = with_assessment(sound(), "autumn-lessons", ends=on("2026-10-08"))
    assert codes(old) == ["C323"]
    newer = with_assessment(old, "maths-lessons", kind="classwork", starts=on("2026-10-05"), ends=on("2026-10-09"))
    assert codes(with_collection(newer, "autumn", assessments=("autumn-lessons", "maths-lessons"))) == []


@pytest.mark.parametrize("kind", ["public exam", "statutory"])
def test_results_from_outside_are_not_stale(kind: str) -> None:
    """Marks that are results of exams or national tests alone come when they come; with a mock among them they are judged."""
    old = with_assessment(sound(), "mocks", kind=kind, starts=on("2027-01-11"), ends=on("2027-01-15"))
    assert codes(old) == []
    assert codes(with_assessment(old, "mocks", kind="mock")) == ["C323"]


def test_a_report_follows_its_marks_within_twenty_school_days() -> None:
    """From the freeze of 18 November to 17 December there are 20 school days (2, 4, 5, 5 and 4), to the 18th 21."""
    project = with_report(sound(), "autumn", meetings=())
    assert codes(with_report(project, "autumn", on=on("2026-12-17"))) == []
    assert codes(with_report(project, "autumn", on=on("2026-12-18"))) == ["C323"]
    staff = with_report(project, "autumn", on=on("2026-12-18"), audiences=("staff",))
    assert "C323" not in codes(staff)


@pytest.mark.parametrize(
    ("kind", "stale"), [("interim", True), ("annual", True), ("results", False), ("leavers", False)]
)
def test_which_reports_go_stale(kind: str, *, stale: bool) -> None:
    """A report of marks of March in July is stale, unless it is of results or to leavers: their days have other rules."""
    late = with_report(sound(), "leavers", kind=kind, on=on("2027-07-09"), results_on=on("2027-07-08"))
    assert codes(late) == (["C323"] if stale else [])


def with_year(project: Project, **changes: Any) -> Project:
    """The project with something else in 2026/27."""
    years = tuple(y.model_copy(update=changes) if y.year == 2026 else y for y in project.terms.years)
    return project.model_copy(update={"terms": project.terms.model_copy(update={"years": years})})


def with_term(project: Project, name: str, **days: str) -> Project:
    """The project with another first or last day of one half term of 2026/27."""
    moved = {key: on(day) for key, day in days.items()}
    terms = project.terms.years[0].terms
    return with_year(project, terms=tuple(t.model_copy(update=moved) if t.id == name else t for t in terms))


@pytest.mark.parametrize(
    ("term", "key", "day", "why"),
    [
        ("ht4", "ends", "2027-03-27", "a Saturday"),
        ("ht5", "starts", "2027-04-11", "a Sunday"),
        ("ht4", "ends", "2027-03-26", "Good Friday"),
        ("ht5", "starts", "2027-05-03", "May Day"),
    ],
)
def test_a_term_starts_and_ends_on_a_day_that_can_have_school(term: str, key: str, day: str, why: str) -> None:
    """In 2027 Easter is on 28 March and the first Monday of May is the 3rd: what starts or ends on such a day is told."""
    holidays = tuple(
        Closure(name=name, kind="bank holiday", starts=on(at), ends=on(at))
        for name, at in (("Good Friday", "2027-03-26"), ("May Day", "2027-05-03"))
    )
    project = with_year(sound(), closures=(*sound().terms.years[0].closures, *holidays))
    assert [p.found for p in found(with_term(project, term, **{key: day})) if p.code == "C324"] == [
        f"{term} of 2026/27 {key} {day}, {why}"
    ]


def test_an_inset_day_may_begin_a_term() -> None:
    """A first day that is an INSET day is no slip: staff are in school."""
    inset = Closure(name="INSET day", kind="inset", starts=on("2026-11-02"), ends=on("2026-11-02"))
    assert "C324" not in codes(with_year(sound(), closures=(*sound().terms.years[0].closures, inset)))


@pytest.mark.parametrize("kind", ["test", "mock"])
def test_a_bank_holiday_in_a_window_is_no_problem(kind: str) -> None:
    """Tests from Monday 26 April to Friday 7 May 2027 run on over the bank holiday of 3 May, which settings add."""
    assert [c.starts for c in sound().terms.years[0].closures if c.kind == "bank holiday"] == [on("2027-05-03")]
    project = with_assessment(sound(), "mocks", kind=kind, starts=on("2027-04-26"), ends=on("2027-05-07"))
    project = with_collection(project, "mock-marks", opens=None, closes=on("2027-05-07"), freezes=on("2027-05-07"))
    assert [c for c in codes(project) if c not in {"C307", "C323"}] == []


def test_governors_see_every_year_group_that_is_collected() -> None:
    """A year group in no governors' pack of the year is told; what a pack compares with is shown, its own choice holds."""
    summer = with_report(sound(), "governors", collection="summer", on=on("2027-07-08"), meetings=())
    assert [(p.code, p.found) for p in found(summer)] == [("C325", "Year 11 in 2026/27")]
    assert codes(with_report(summer, "governors", compare=("mock-marks",))) == []
    assert codes(with_report(summer, "governors", compare=("autumn",), year_groups=("7",))) == ["C325"]


def test_two_packs_of_a_year_count_together() -> None:
    """Year 11 in one governors' pack and Years 7 and 10 in another are all seen; without any pack no year is judged."""
    read = with_report(sound(), "governors", collection="summer", on=on("2027-07-08"), meetings=())
    other = sound().report("governors").model_copy(update={"id": "mocks", "collection": "mock-marks", "meetings": ()})
    other = other.model_copy(update={"on": on("2027-03-18")})
    both = read.model_copy(
        update={"reports": read.reports.model_copy(update={"reports": (*read.reports.reports, other)})}
    )
    assert codes(both) == []
    assert "C325" not in codes(without_reports(sound(), "governors"))


def test_marks_of_an_earlier_year_are_not_this_years() -> None:
    """A pack that compares with Year 11's marks of the year before shows governors nothing of this year's Year 11."""
    before = with_collection(sound(), "mock-marks", year=2025)
    now = with_report(
        before, "governors", collection="summer", compare=("mock-marks",), on=on("2027-07-08"), meetings=()
    )
    assert [p.found for p in found(now) if p.code == "C325"] == ["Year 11 in 2026/27"]
