"""The calendars of both made-up schools: sound, full, and in step with what the exports hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen.calendars.checks import check_calendars
from reportgen.calendars.checks.calendars import Calendars
from reportgen.calendars.checks.people import crowded_weeks
from reportgen.calendars.statutory import completeness
from reportgen.demo import made_up_primary, made_up_school
from reportgen.demo.year import TERMS
from reportgen.pipeline.choice import chosen_reports
from tests.unit.demo.conftest import SEED, SIZE, Made, load, write


@pytest.fixture(scope="session")
def secondary(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The secondary without faults."""
    files = made_up_school(pupils=SIZE, seed=SEED, faults=False)
    return load(write(tmp_path_factory.mktemp("secondary"), files))


@pytest.fixture(scope="session")
def primary(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The primary without faults."""
    files = made_up_primary(pupils=SIZE, seed=SEED, faults=False)
    return load(write(tmp_path_factory.mktemp("primary"), files))


@pytest.fixture(params=["secondary", "primary"])
def school(request: pytest.FixtureRequest) -> Made:
    """Either school."""
    made: Made = request.getfixturevalue(request.param)
    return made


def test_nothing_is_wrong_with_the_calendars(school: Made) -> None:
    """No check of the calendars finds anything in the two schools, nor anything in their settings."""
    assert [str(one) for one in school.reading.problems] == []
    assert [str(one) for one in check_calendars(school.project, school.reading.places)] == []


def test_no_teacher_has_too_many_classes_in_a_week(school: Made) -> None:
    """The classes that the exports hold fit what the calendar allows a teacher to enter in one week."""
    assert school.loading.loaded is not None
    calendars = Calendars(school.project, school.reading.places)
    assert [str(one) for one in crowded_weeks(calendars, school.loading.loaded)] == []


@pytest.mark.parametrize("pupils", [30, 600])
def test_no_teacher_of_a_larger_school_has_more(tmp_path: Path, pupils: int) -> None:
    """At other sizes too nobody has more classes than the twelve that the calendar allows in one week."""
    made = load(write(tmp_path, made_up_school(pupils=pupils, seed=1, faults=False)))
    assert made.loading.loaded is not None
    found = crowded_weeks(Calendars(made.project, made.reading.places), made.loading.loaded)
    assert [str(one) for one in found] == []


def test_annual_reports_lack_next_to_nothing(school: Made) -> None:
    """The data of the summer fill every annual report but for a few marks that were never entered: under a tenth."""
    assert school.loading.loaded is not None
    (found,) = completeness(school.project, school.loading.loaded, year=2026)
    assert found.report == "summer-2027"
    assert {item for item, _ in found.pupils_lacking()} <= {"achievements"}
    assert len(found.missing) < found.pupils / 10


def test_the_reports_built_without_a_choice(school: Made) -> None:
    """Reports of results, of leavers and of earlier years do not take the place of the summer's packs."""
    assert school.loading.loaded is not None
    built = chosen_reports(school.project, school.loading.loaded, None)
    assert {one.id for one in built} == {"summer-2027", "governors-summer-2027"}


def test_days_told_from_others(secondary: Made) -> None:
    """Days of 2026/27 counted by hand: three school days of checks, then reports, department meetings and papers."""
    project = secondary.project
    frozen = {one.id: one.frozen_on for one in project.collections.collections}
    reports = {one.id: one.on for one in project.reports.reports}
    meetings = {one.id: one for one in project.reports.meetings}
    # Marks close on Friday 13 November. The INSET day of 2026/27 and half term lie before it.
    assert frozen["autumn-2026"] == date(2026, 11, 18)
    assert meetings["departments-autumn-2026"].on == date(2026, 11, 20)
    assert reports["autumn-2026"] == date(2026, 11, 27)
    # The last day of term is 12 February; school is back on Monday 22.
    assert frozen["spring-2027"] == date(2027, 2, 24)
    assert reports["spring-2027"] == date(2027, 3, 5)
    # Year 11 leave on the last Friday in June.
    assert frozen["summer-2027"] == date(2027, 6, 23)
    assert reports["summer-2027"] == date(2027, 6, 25)
    assert meetings["governors-meeting-spring-2027"].papers == date(2027, 3, 9)
    assert reports["governors-summer-2027"] == date(2027, 7, 6)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_years_of_the_secondary_are_full(secondary: Made, year: int) -> None:
    """Each of three years has its report a term, the annual one, results, leavers, mocks, exams and a week away."""
    project = secondary.project
    reports = [one for one in project.reports.reports if project.collection(one.collection).year == year]
    assert [one.kind for one in reports if "parents" in one.audiences] == [
        "interim", "interim", "annual", "results", "leavers"
    ]  # fmt: skip
    assert all(one.approver for one in reports)
    held = [one for one in project.assessments.assessments if one.year == year]
    assert sorted(one.kind for one in held) == sorted(
        ["classwork", "classwork", "classwork", "coursework", "mock", "mock", "mock", "public exam", "test", "test"]
    )
    given = project.school_year(year)
    assert given is not None
    assert [one.kind for one in given.occasions] == ["residential", "other"]


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_years_of_the_primary_are_full(primary: Made, year: int) -> None:
    """Both years have a report a term, of which July's is the annual one, and every national test and check."""
    project = primary.project
    reports = [one for one in project.reports.reports if project.collection(one.collection).year == year]
    families = [one for one in reports if "parents" in one.audiences]
    assert [one.kind for one in families] == ["interim", "interim", "annual"]
    assert families[-1].on.month == 7
    tests = {s for one in project.assessments.assessments if one.year == year and one.kind == "statutory"
             for s in one.subjects}  # fmt: skip
    assert tests == {"phonics", "tables", "reading-test", "grammar-test", "maths-test"}


def test_five_inset_days_and_the_bank_holiday(school: Made) -> None:
    """Every year has five INSET days on weekdays; the bank holiday in May is there though nobody wrote it."""
    for year in school.project.terms.years:
        days = {
            date.fromordinal(n)
            for one in year.closures
            if one.kind == "inset"
            for n in range(one.starts.toordinal(), one.ends.toordinal() + 1)
        }
        assert len(days) == 5
        assert all(day.weekday() < 5 for day in days)
        written = [one.starts for one in year.closures if one.kind == "bank holiday"]
        assert written == [date(year.year + 1, 5, {2024: 5, 2025: 4, 2026: 3}[year.year])]


def test_terms_are_those_of_the_registers(school: Made) -> None:
    """Terms begin and end on the days between which registers are taken."""
    for year in school.project.terms.years:
        assert tuple((one.starts, one.ends) for one in year.terms) == TERMS[year.year]
