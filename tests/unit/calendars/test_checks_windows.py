from __future__ import annotations

from typing import Any

import pytest
from sound_school import codes, found, on, sound, with_assessment, with_collection

from reportgen.model.calendar import Occasion
from reportgen.model.project import Project

NOVEMBER = {"starts": on("2026-11-16"), "ends": on("2026-11-20")}
"""A week in which the sound school assesses nobody."""


def two(first: dict[str, Any], second: dict[str, Any]) -> Project:
    """The sound school with two more assessments of Year 11 in one week of November, whose marks are collected."""
    project = with_assessment(sound(), "one", **{**NOVEMBER, "year_groups": ("11",), **first})
    project = with_assessment(project, "two", **{**NOVEMBER, "year_groups": ("11",), **second})
    return with_collection(project, "mock-marks", assessments=("mocks", "one", "two"))


@pytest.mark.parametrize(
    ("first", "second", "collide"),
    [
        ("test", "test", True),
        ("test", "mock", True),
        ("mock", "mock", True),
        ("test", "public exam", True),
        ("mock", "statutory", True),
        ("public exam", "public exam", False),
        ("public exam", "statutory", False),
        ("classwork", "test", False),
        ("classwork", "public exam", False),
        ("teacher assessment", "test", False),
        ("coursework", "mock", False),
        ("coursework", "public exam", True),
    ],
)
def test_which_kinds_collide(first: str, second: str, *, collide: bool) -> None:
    """Tests, mocks and exams of one week collide; work in lessons goes on beside them, but coursework not beside exams."""
    assert codes(two({"kind": first}, {"kind": second})) == (["C314"] if collide else [])
    assert codes(two({"kind": second}, {"kind": first})) == (["C314"] if collide else [])


@pytest.mark.parametrize(
    ("first", "second", "collide"),
    [
        ({"subjects": ("maths",)}, {"subjects": ("english",)}, False),
        ({"subjects": ("maths",)}, {"subjects": ("english", "maths")}, True),
        ({"subjects": ("maths",)}, {"subjects": ()}, True),
        ({"year_groups": ("10",)}, {"year_groups": ("11",)}, False),
        ({"year_groups": ("10", "11")}, {"year_groups": ("11",)}, True),
        ({}, {"starts": on("2026-11-20"), "ends": on("2026-11-25")}, True),
        ({}, {"starts": on("2026-11-23"), "ends": on("2026-11-25")}, False),
    ],
)
def test_who_and_when_collides(first: dict[str, Any], second: dict[str, Any], *, collide: bool) -> None:
    """Two tests collide when they share a year group and a day, and a subject where both name some."""
    assert codes(two({"kind": "test", **first}, {"kind": "test", **second})) == (["C314"] if collide else [])


def test_what_can_move_is_told_to_move() -> None:
    """Of a test and a public exam the test is at fault, whichever comes first: exam boards set the other day."""
    (one,) = found(two({"kind": "public exam"}, {"kind": "test"}))
    assert one.remedy == "Move two."
    (other,) = found(two({"kind": "test"}, {"kind": "public exam"}))
    assert other.remedy == "Move one."


def away(project: Project, first: str, last: str, **changes: Any) -> Project:
    """The project with a residential week of Year 11."""
    trip = Occasion(
        **{
            "name": "Hills",
            "kind": "residential",
            "year_groups": ("11",),
            **changes,
            "starts": on(first),
            "ends": on(last),
        }
    )
    years = tuple(y.model_copy(update={"occasions": (trip,)}) if y.year == 2026 else y for y in project.terms.years)
    return project.model_copy(update={"terms": project.terms.model_copy(update={"years": years})})


@pytest.mark.parametrize(
    ("kind", "last", "collide"),
    [
        ("test", "2026-11-16", True),
        ("classwork", "2026-11-17", False),
        ("classwork", "2026-11-18", True),
        ("coursework", "2026-11-20", True),
    ],
)
def test_a_residential_week_takes_days(kind: str, last: str, *, collide: bool) -> None:
    """A residential week of one day collides with a test; with work in lessons of five days when it takes three of them."""
    assert codes(
        away(
            two({"kind": kind}, {"kind": "classwork", "starts": on("2026-12-07"), "ends": on("2026-12-11")}),
            "2026-11-16",
            last,
        )
    ) == (["C314"] if collide else [])


def test_other_days_out_do_not_collide() -> None:
    """A trip is no residential week, and a residential week of another year group takes nobody from the test."""
    project = two({"kind": "test"}, {"kind": "classwork"})
    assert codes(away(project, "2026-11-16", "2026-11-17", kind="trip")) == []
    assert codes(away(project, "2026-11-16", "2026-11-17", year_groups=("7",))) == []
    assert codes(away(project, "2026-11-16", "2026-11-17", year_groups=())) == ["C314"]


def test_marks_may_close_in_exams_they_are_of() -> None:
    """Marks of Year 11 that close during its exams are told, unless they are of those exams; other year groups may close."""
    during = with_assessment(sound(), "gcse", starts=on("2027-03-08"), ends=on("2027-03-19"))
    assert codes(during) == ["C314"]
    assert codes(with_collection(during, "mock-marks", assessments=("mocks", "gcse"))) == []
    assert codes(with_assessment(during, "gcse", year_groups=("13",))) == []


def test_days_of_marks_and_of_windows() -> None:
    """Windows need pupils, marks need staff: an INSET day will do for closing and comparing, not for a test to end."""
    inset = on("2026-11-27")
    assert codes(with_assessment(two({}, {"kind": "classwork"}), "one", moderated=inset)) == []
    assert codes(with_assessment(two({}, {"kind": "classwork"}), "one", ends=inset)) == ["C317"]
    assert codes(with_collection(sound(), "autumn", closes=inset, freezes=inset)) == []
    assert codes(with_collection(sound(), "autumn", freezes=on("2026-11-28"))) == ["C317"]
    assert codes(with_collection(sound(), "autumn", opens=on("2026-10-31"))) == ["C317"]


def test_results_may_come_in_the_holidays() -> None:
    """A collection of exam results alone may close in August; with marks of a mock among them it may not."""
    august = {"opens": None, "closes": on("2027-08-26"), "freezes": None, "comments": ()}
    results = with_collection(sound(), "mock-marks", **august, assessments=("gcse",))
    assert "C317" not in codes(results)
    assert "C317" in codes(with_collection(results, "mock-marks", assessments=("gcse", "mocks")))
