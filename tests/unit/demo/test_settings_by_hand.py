"""The settings of the made-up school beside what it exports: the same subjects, grades and days."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.demo import ladders
from reportgen.demo.marks import ATTITUDE, CONTRIBUTION, CURRENT, FORECAST, TARGET
from reportgen.demo.subjects import KS3, KS4, SUBJECTS
from reportgen.demo.year import ROUNDS
from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.project import Project
from reportgen.settings import Reading

POINTS = {"U": 0.0, "L1P": 1.25, "L1M": 2.0, "L1D": 3.0, "L2P": 4.0, "L2M": 5.5, "L2D": 7.0, "L2D*": 8.5}
"""BTEC Tech Awards, Department for Education performance points, 2019 tables."""


def test_nothing_is_wrong_with_them(reading: Reading) -> None:
    """The example settings are exemplary: nothing to stop, hold or warn of."""
    assert [str(one) for one in reading.problems] == []


def test_subjects_are_those_taught(project: Project) -> None:
    """The same subjects in the same order, with the names exports write, their departments and their years."""
    years = {KS3: ("7", "8", "9"), KS4: ("10", "11")}
    for one, taught in zip(project.subjects.subjects, SUBJECTS, strict=True):
        assert (one.id, one.name, one.group) == (taught.id, taught.name, taught.department)
        assert taught.code in one.also
        expected = tuple(year for stage in taught.key_stages for year in years[stage])
        assert (one.year_groups or YEAR_GROUPS[-8:-3]) == expected


@pytest.mark.parametrize(
    ("scale", "ladder"),
    [
        ("ks3", ladders.KS3),
        ("ks3-whole", ladders.KS3_WHOLE),
        ("gcse", ladders.GCSE),
        ("gcse-whole", ladders.GCSE_WHOLE),
        ("combined", ladders.COMBINED),
        ("vocational", ladders.VOCATIONAL),
    ],
)
def test_scales_have_the_grades_given(project: Project, scale: str, ladder: ladders.Ladder) -> None:
    """Each label of a scale is a grade that teachers of the school give, in the same order, and no other is."""
    assert [one.label.replace("−", "-") for one in project.marks.scale(scale).labels] == list(ladder.grades)


def test_values_of_combined_science(project: Project) -> None:
    """A pair has the mean of its two grades, U nothing (Department for Education, performance points)."""
    values = {one.label: one.value for one in project.marks.scale("combined").labels}
    assert values.pop("U") == 0
    assert values == {pair: (int(pair[0]) + int(pair[2])) / 2 for pair in values}
    assert (values["9-9"], values["9-8"], values["2-1"], values["1-1"]) == (9, 8.5, 1.5, 1)


def test_values_of_vocational_grades(project: Project) -> None:
    """The points of Tech Awards, and a descriptor families read for each grade."""
    labels = project.marks.scale("vocational").labels
    assert {one.label: one.value for one in labels} == POINTS
    assert all(one.word and one.meaning for one in labels)


@pytest.mark.parametrize(
    ("ladder", "level", "written"),
    [
        (ladders.KS3, -2.0, "Em-"),
        (ladders.KS3, 3.0, "Se"),
        (ladders.KS3, 3.2, "Se+"),
        (ladders.KS3, 9.0, "Ex+"),
        (ladders.GCSE, 0.4, "U"),
        (ladders.GCSE, 0.6, "1-"),
        (ladders.GCSE, 4.49, "4+"),
        (ladders.GCSE, 4.51, "5-"),
        (ladders.GCSE, 12.0, "9"),
        (ladders.GCSE_WHOLE, 4.49, "4"),
        (ladders.COMBINED, 0.7, "U"),
        (ladders.COMBINED, 1.2, "1-1"),
        (ladders.COMBINED, 5.4, "6-5"),
        (ladders.COMBINED, 9.6, "9-9"),
        (ladders.VOCATIONAL, 4.7, "L2P"),
        (ladders.VOCATIONAL, 4.8, "L2M"),
        (ladders.VOCATIONAL, 9.4, "L2D*"),
    ],
)
def test_how_levels_are_written(ladder: ladders.Ladder, level: float, written: str) -> None:
    """A level has the nearest grade of its scale; the ends of the scale take what lies beyond."""
    assert ladder.written(level) == written


def test_three_kinds_of_mark_on_each_scale(project: Project) -> None:
    """Working-at grades, forecasts and targets of a subject are on scales that may be compared, and named as exported."""
    spelt = {name: {f.name, *f.also, f.id} for name in ("current", "forecast", "target", "attitude", "contribution")
             for f in (project.marks.facet(name),)}  # fmt: skip
    for name, heading in zip(spelt, (CURRENT, FORECAST, TARGET, ATTITUDE, CONTRIBUTION), strict=True):
        assert heading in spelt[name]
    for subject, current, whole in (
        ("combined-science", "combined", "combined"),
        ("sport-studies", "vocational", "vocational"),
        ("health-social-care", "vocational", "vocational"),
        ("maths", "gcse", "gcse-whole"),
    ):
        found = {
            name: project.marks.scale_for(name, year_group="10", subject=subject)
            for name in ("current", "forecast", "target")
        }
        assert {name: scale and scale.id for name, scale in found.items()} == {
            "current": current,
            "forecast": whole,
            "target": whole,
        }


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_years_of_190_days(project: Project, year: int) -> None:
    """Each of the three school years has the 190 days of an English school year."""
    given = project.school_year(year)
    assert given is not None
    closed = {one.starts for one in given.closures}
    days = [date.fromordinal(n) for t in given.terms for n in range(t.starts.toordinal(), t.ends.toordinal() + 1)]
    assert sum(day.weekday() < 5 and day not in closed for day in days) == 190


def test_every_collection_is_for_something(project: Project) -> None:
    """Nine collections by teachers, three a year, close on the days of the exports; each has purpose, action and owner."""
    collections = project.collections.collections
    assert all(one.purpose and one.action and one.owner and one.assessments for one in collections)
    by_teachers = [one for one in collections if one.entered_by == "class teacher"]
    assert {one.id: one.closes for one in by_teachers} == {one.id: one.closes for one in ROUNDS}
    assert [one.year for one in by_teachers] == [2024] * 3 + [2025] * 3 + [2026] * 3
    for one in by_teachers:
        assert ("contribution" in one.facets) == (one.year == 2026)
        assert {"current", "forecast", "target", "attitude"} <= set(one.facets)
