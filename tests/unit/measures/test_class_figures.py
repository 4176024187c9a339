"""Figures of classes, subjects and year groups, worked by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from builders import (
    ATTITUDE,
    GCSE,
    attendance,
    classes,
    collection,
    loaded,
    marks,
    memberships,
    project,
    pupils,
    report,
    results,
)

from reportgen.measures import measure
from reportgen.model.calendar import Collections
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id
from reportgen.model.scale import Facet, ScaleUse

FOUR = pupils("A Amara Ash 10 10R", "B Ben Bow 10 10R", "C Cy Coe 10 10R", "D Di Dee 10 10R")
MATHS = classes("10B/Ma2 maths A B C D")
MARKS = results("A 4 5", "B 5 5−", "C 6 6", "D - absent")
TARGETS = results("A 5", "B 5", "C 7", "D 6", scale=GCSE, facet="target", collections=("nov",))


def figures(**frames: Any) -> dict[str, Figure]:
    """Every figure of the autumn report by id."""
    made = frames.pop("project", project())
    return dict(measure(made, frames.pop("report", report()), loaded(**{"pupils": FOUR, **frames})).figures)


@pytest.fixture(scope="module")
def maths() -> dict[str, Figure]:
    found = figures(results=pd.concat([MARKS, TARGETS], ignore_index=True), classes=MATHS)
    return {name.rsplit("|", 1)[-1]: one for name, one in found.items() if name.startswith("class|10B/Ma2|maths|")}


def test_mean_of_a_class(maths: dict[str, Figure]) -> None:
    """The mean of 5, 4 2/3 and 6 over the three pupils with a mark; the fourth is missing, not 0."""
    mean = maths["mean"]
    assert (mean.value, mean.n, mean.missing, mean.scale, mean.unit) == (
        pytest.approx(47 / 9),
        3,
        1,
        "fine",
        Unit.VALUE,
    )
    assert mean.interval is not None
    assert mean.interval.method == "t"


def test_median_of_a_class(maths: dict[str, Figure]) -> None:
    """The middle of 5-, 5 and 6 is 5, told as its place on the scale from 0."""
    assert (maths["median"].value, maths["median"].unit, maths["median"].scale) == (13.0, Unit.STEPS, "fine")


def test_middle_of_two_is_the_lower_one() -> None:
    """A label can't be halved: of two middle pupils the lower one's label is told."""
    found = figures(results=results("A 5", "B 6", collections=("nov",)), classes=MATHS)
    assert found[figure_id("class", "10B/Ma2", "maths", "median")].value == 13.0


def test_on_target_of_a_class(maths: dict[str, Figure]) -> None:
    """One of three with both marks is at or above target: Wilson's interval."""
    told = maths["on_target"]
    assert (round(told.value or 0, 1), told.numerator, told.n, told.missing) == (33.3, 1, 3, 1)
    assert told.interval is not None
    assert told.interval.method == "wilson"


def test_change_of_a_class(maths: dict[str, Figure]) -> None:
    """Three up, one down and none: mean change 2/3 of a step among the three, t on 2 degrees of freedom."""
    told = maths["change"]
    assert (told.value, told.n, told.missing, told.since, told.unit) == (pytest.approx(2 / 3), 3, 1, "jun", Unit.STEPS)
    assert told.interval is not None
    # sd of (3, -1, 0) is sqrt(13/3), t(0.975, 2) is 4.30265
    assert told.interval.high - (told.value or 0) == pytest.approx(4.302653 * (13 / 3 / 3) ** 0.5, rel=1e-6)
    assert [maths[w].value for w in ("up", "same", "down")] == [1, 1, 1]


def test_marked_of_a_class(maths: dict[str, Figure]) -> None:
    """How many have a mark, and how many of the class do not."""
    assert (maths["marked"].value, maths["marked"].n, maths["marked"].missing) == (3, 3, 1)
    assert maths["marked"].sources == ("test",)


def test_subject_in_a_year_group_has_all_its_classes() -> None:
    """A subject's figure counts the pupils of every class once."""
    found = figures(results=MARKS, classes=classes("10B/Ma1 maths A B", "10B/Ma2 maths C D"))
    assert found[figure_id("subject", "maths", "10", "mean")].n == 3
    assert [found[figure_id("class", c, "maths", "marked")].n for c in ("10B/Ma1", "10B/Ma2")] == [2, 1]


def test_a_pupil_in_two_classes_counts_in_both() -> None:
    """A shared pupil is in both classes' figures and once in the subject's."""
    found = figures(results=MARKS, classes=classes("10B/Ma1 maths A B C", "10B/Ma2 maths A D"))
    assert [found[figure_id("class", c, "maths", "marked")].n for c in ("10B/Ma1", "10B/Ma2")] == [3, 1]
    assert found[figure_id("subject", "maths", "10", "marked")].n == 3


def test_marks_on_two_scales_are_never_averaged() -> None:
    """A class with marks on two scales has no mean and no middle, and says why."""
    rows = pd.concat([results("A 5", collections=("nov",)), results("B 4", scale=GCSE, collections=("nov",))])
    found = figures(results=rows, classes=MATHS)
    for what in ("mean", "median"):
        told = found[figure_id("class", "10B/Ma2", "maths", what)]
        assert (told.value, told.no_interval) == (None, "marks are on more than one scale")


def test_labels_without_values_have_no_mean() -> None:
    """A scale that declares no values gives a middle label, never a mean."""
    effort = Facet(id="current", name="Now", role="attainment", scales=(ScaleUse(scale="attitude"),))
    made = project(marks=marks(facets=(effort, *marks().facets[1:])))
    found = figures(
        project=made, results=results("A 1", "B 2", "C 4", scale=ATTITUDE, collections=("nov",)), classes=MATHS
    )
    mean, median = (found[figure_id("class", "10B/Ma2", "maths", what)] for what in ("mean", "median"))
    assert (mean.value, mean.no_interval) == (None, "the scale has no values to average")
    assert median.value == 1.0


def test_subject_gap_in_a_year_group() -> None:
    """Two pupil premium pupils at 4 and 5, two others at 6 and 7: 2 grades lower, Welch on 2 degrees of freedom."""
    rows = results("A 4", "B 5", "C 6", "D 7", collections=("nov",))
    found = figures(results=rows, memberships=memberships(pupil_premium="A:Y B:Y C:N D:N"))
    told = found[figure_id("gap", "pupil_premium", "subject", "maths", "10")]
    assert (told.value, told.n, told.unit) == (-2.0, 4, Unit.VALUE)
    assert told.interval is not None
    assert told.interval.low == pytest.approx(-2 - 4.302653 * 0.5**0.5, rel=1e-6)


def test_year_group_on_target_takes_pupils_first() -> None:
    """On target in both subjects, in one of two, in none of one: the mean of 1, 1/2 and 0, not 3 of 5."""
    rows = pd.concat(
        [
            results("A 7", "B 7", "C 3", collections=("nov",)),
            results("A 7", "B 3", subject="english", collections=("nov",)),
            *(
                results("A 5", "B 5", "C 5", scale=GCSE, facet="target", subject=s, collections=("nov",))
                for s in ("maths", "english")
            ),
        ],
        ignore_index=True,
    )
    told = figures(results=rows)[figure_id("year", "10", "on_target")]
    assert (told.value, told.n, told.missing) == (pytest.approx(50), 3, 1)


def test_exactly_on_target_counts_in_a_year_group() -> None:
    """A mark at its target is on target."""
    rows = pd.concat(
        [results("A 5", collections=("nov",)), results("A 5", scale=GCSE, facet="target", collections=("nov",))]
    )
    assert figures(results=rows)[figure_id("year", "10", "on_target")].value == 100


def test_a_subject_s_change_is_from_the_latest_collection() -> None:
    """With two earlier collections every class of a subject is told since the later one, also for pupils with only the earlier."""
    made = project(
        collections=Collections(
            collections=(
                collection("mar", "2026-03-20"),
                collection("jun", "2026-06-26"),
                collection("nov", "2026-11-13"),
            )
        )
    )
    rows = pd.concat([results("A 3 4 5", "B 3 - 5", collections=("mar", "jun", "nov"))])
    found = figures(project=made, report=report(compare=("mar", "jun")), results=rows, classes=MATHS)
    told = found[figure_id("class", "10B/Ma2", "maths", "change")]
    assert (told.value, told.n, told.since) == (3.0, 1, "jun")


def test_year_group_attendance_is_sum_over_sum() -> None:
    """90 of 100 and 30 of 60 are 120 of 160 sessions, 75%, over two pupils; both are persistently absent."""
    found = figures(attendance=attendance("A 100 90 10 0 0", "B 60 30 0 30 0"))
    told = found[figure_id("year", "10", "attendance")]
    assert (told.value, told.n, told.missing) == (pytest.approx(75), 2, 2)
    assert found[figure_id("year", "10", "persistent")].value == 100


def test_the_same_id_is_one_figure() -> None:
    """Each figure carries the id it is kept under."""
    found = figures(results=pd.concat([MARKS, TARGETS]), classes=MATHS, memberships=memberships(sex="A:F B:M C:F D:M"))
    assert all(name == one.id for name, one in found.items())
    assert found[figure_id("roll")].value == 4
