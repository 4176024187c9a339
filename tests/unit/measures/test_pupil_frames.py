"""What each pupil has: the roll, progress, the path, attendance, groups."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from builders import (
    ATTITUDE,
    FINE,
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
from reportgen.model import measured as m
from reportgen.model.calendar import Collections
from reportgen.model.frames import PUPILS, RESULTS, Frame
from reportgen.model.measured import Measured
from reportgen.model.scale import Label, Scale
from reportgen.model.school import Subject, Subjects
from reportgen.model.source import Sources

TWO = pupils("B Ben Zed 10 10R", "A Amara Ash 10 10R")
LAST_YEAR = Collections(
    collections=(collection("jun", "2026-06-26", year_groups=("9",)), collection("nov", "2026-11-13")),
)


def measured(**changes: Any) -> Measured:
    """Measures of the autumn report."""
    made, of = changes.pop("project", project()), changes.pop("report", report())
    return measure(made, of, loaded(**{"pupils": TWO, **changes}))


def both(*frames: pd.DataFrame) -> pd.DataFrame:
    """Several frames as one."""
    return pd.concat(frames, ignore_index=True)


def told(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Columns of a frame as plain tuples, missing values as None."""
    return [
        tuple(None if pd.isna(v) else v for v in row) for row in frame[list(columns)].itertuples(index=False, name=None)
    ]


def test_roll_is_in_register_order() -> None:
    """By year group as schools count them, then form, surname, forename and key; 9 comes before 10."""
    rows = pupils("1 Zoe Ash 10 10R", "2 Al Ash 10 10R", "3 Bo Yew 9 9T", "4 Cy Elm 10 10A", "5 Al Ash 10 10R")
    assert list(measured(pupils=rows, report=report(year_groups=("9", "10"))).roll["pupil"]) == [
        "3",
        "4",
        "2",
        "5",
        "1",
    ]


def test_roll_keeps_to_the_report_s_year_groups() -> None:
    """A pupil of another year group is on no report of this one."""
    assert list(measured(pupils=pupils("A Amara Ash 10 10R", "B Ben Zed 11 11R")).roll["pupil"]) == ["A"]


def test_roll_of_a_report_on_last_year() -> None:
    """A report on a collection of last school year has the pupils who were in its year groups then."""
    of = report(collection="jun", compare=(), year_groups=("9",))
    assert told(
        measured(report=of, project=project(sources=Sources(sources=(), pupils_year=2026))).roll, "pupil", "year_group"
    ) == [
        ("A", "9"),
        ("B", "9"),
    ]


def test_nobody_on_roll_is_a_stop() -> None:
    """Without a pupil there is nothing to build, and the problem says which report."""
    found = measured(pupils=pupils("A Amara Ash 7 7R"))
    assert [p.code for p in found.problems if p.severity == "stop"] == ["M404"]
    assert found.progress.empty


@pytest.mark.parametrize(
    ("name", "contract"),
    [
        ("roll", PUPILS),
        ("marks", RESULTS),
        ("progress", m.PROGRESS),
        ("path", m.PATH),
        ("attendance", m.PUPIL_ATTENDANCE),
    ],
)
@pytest.mark.parametrize("empty", [True, False])
def test_frames_keep_their_contracts(name: str, contract: Frame, empty: bool) -> None:  # noqa: FBT001 - a case of the claim
    """Columns, types and unique keys are those of the contract, with rows and without."""
    rows = (
        {}
        if empty
        else {
            "results": both(
                results("A 5 5+", "B 4 absent"),
                results("A 6 7", scale=GCSE, facet="target"),
                results("A 4 3", scale=ATTITUDE, facet="attitude"),
            ),
            "classes": classes("10B/Ma2 maths A B"),
            "attendance": attendance("A 94 89 4 1 3"),
        }
    )
    frame = getattr(measured(**rows), name)
    kinds = {"text": "str", "number": "float64", "date": "datetime64[s]", "integer": "Int64"}
    assert {c: str(t) for c, t in frame.dtypes.items()} == {c.name: kinds[c.type] for c in contract.columns}
    assert not frame.duplicated(list(contract.key)).any()


def test_progress_is_in_register_and_report_order() -> None:
    """Pupils in register order, their subjects in the order of subjects.yaml."""
    rows = classes("10B/Ma2 maths B A", "10/Ar art A", "10/En english A")
    assert told(measured(classes=rows).progress, "pupil", "subject") == [
        ("A", "english"),
        ("A", "maths"),
        ("A", "art"),
        ("B", "maths"),
    ]


def test_a_subject_with_two_classes_is_one_row() -> None:
    """A pupil in two classes of a subject has one row, with the class the mark was given in."""
    rows = classes("10/Ma1 maths A", "10/Ma2 maths A")
    assert told(measured(classes=rows).progress, "pupil", "class_id") == [("A", "10/Ma1")]
    marked = results("A 5", collections=("nov",), class_id="10/Ma2")
    assert told(measured(classes=rows, results=marked).progress, "pupil", "class_id") == [("A", "10/Ma2")]


def test_attitude_is_told_from_the_lowest_label() -> None:
    """Place 1 is the lowest label, whichever end is best; the word is the label's."""
    rows = results("A 4", "B 1", scale=ATTITUDE, facet="attitude", collections=("nov",))
    found = measured(results=rows).progress
    assert told(found, "pupil", m.ATTITUDE_PLACE, m.ATTITUDE_OF, m.ATTITUDE_WORD) == [
        ("A", 4, 4, "Excellent"),
        ("B", 1, 4, "Low"),
    ]
    assert list(found["state"]) == ["not entered", "not entered"]


def test_attitude_without_a_word_is_its_label() -> None:
    """A label that has no word is told as itself."""
    plain = Scale(
        id="effort", name="Effort", best="first", labels=(Label(label="1"), Label(label="2"), Label(label="3"))
    )
    made = project(marks=marks(scales=(*marks().scales, plain)))
    rows = results("A 1", scale=plain, facet="attitude", collections=("nov",))
    assert told(measured(project=made, results=rows).progress, m.ATTITUDE_PLACE, m.ATTITUDE_OF, m.ATTITUDE_WORD) == [
        (3, 3, "1")
    ]


def test_provenance_is_that_of_the_mark() -> None:
    """A progress row points to the row of the export its mark stands in."""
    found = measured(
        results=both(results("A 4 5"), results("A 7", facet="target", scale=GCSE, collections=("nov",)))
    ).progress
    assert told(found, "source", "row") == [("test", 3)]


def test_marks_of_a_subject_not_taught_in_the_year_are_named() -> None:
    """They are not used, and one warning says which subject, which year group, how many."""
    made = project(subjects=Subjects(subjects=(Subject(id="maths", name="Mathematics", year_groups=("11",)),)))
    found = measured(project=made, results=results("A 4 5", "B 4 5"), classes=classes("10B/Ma2 maths A"))
    assert found.progress.empty
    assert found.marks.empty
    assert [p.found for p in found.problems if p.code == "M401"] == ["4 marks in Mathematics, Year 10"]


def test_path_runs_from_the_oldest_to_now() -> None:
    """A row a collection, with the steps from it to the mark now."""
    found = measured(results=results("A 4 5+", "B 5 4+")).path
    assert told(found, "pupil", "collection", "label", "comparable", "change_since") == [
        ("A", "jun", "4", 1, 4.0),
        ("A", "nov", "5+", 1, 0.0),
        ("B", "jun", "5", 1, -2.0),
        ("B", "nov", "4+", 1, 0.0),
    ]


@pytest.mark.parametrize(
    ("scenario", "state"),
    [
        ("joined after it closed", "joined later"),
        ("year group not marked then", "not required"),
        ("facet not collected then", "not required"),
        ("no row of the subject then", "not taught"),
        ("another facet of the subject then", "not entered"),
        ("blank then, not here yet", "joined later"),
    ],
)
def test_path_says_why_an_earlier_mark_is_missing(scenario: str, state: str) -> None:
    """Why an earlier mark is missing follows from the joining date, what was collected, and the subject's rows."""
    now = results("A 5", collections=("nov",))
    joined = "2026-09-03" if scenario in ("joined after it closed", "blank then, not here yet") else None
    changes = (
        {"year_groups": ("7",)}
        if scenario.startswith("year group")
        else {"facets": ("target",)}
        if scenario.startswith("facet")
        else {}
    )
    made = project(
        collections=Collections(
            collections=(collection("jun", "2026-06-26", **changes), collection("nov", "2026-11-13"))
        )
    )
    extra = {
        "another facet of the subject then": results("A 7", scale=GCSE, facet="target", collections=("jun",)),
        "blank then, not here yet": results("A -", collections=("jun",)),
    }.get(scenario, results(collections=("jun",)))
    found = measured(project=made, pupils=pupils("A Amara Ash 10 10R", joined=joined), results=both(now, extra)).path
    assert told(found, "collection", "state") == [("jun", state), ("nov", "marked")]


def test_path_looks_at_the_year_group_of_that_time() -> None:
    """A Year 10 pupil was in Year 9 the school year before: asked if the collection marked Year 9."""
    made = project(collections=LAST_YEAR)
    assert list(measured(project=made, results=results("A 5", collections=("nov",))).path["state"]) == [
        "not taught",
        "marked",
    ]
    only_ten = LAST_YEAR.collections[0].model_copy(update={"year_groups": ("10",)})
    made = project(collections=Collections(collections=(only_ten, LAST_YEAR.collections[1])))
    assert list(measured(project=made, results=results("A 5", collections=("nov",))).path["state"]) == [
        "not required",
        "marked",
    ]


def test_change_is_from_the_latest_comparable_mark() -> None:
    """A mark on a scale that means something else is passed over for an earlier one that can be compared."""
    made = project(
        collections=Collections(
            collections=(
                collection("mar", "2026-03-20"),
                collection("jun", "2026-06-26"),
                collection("nov", "2026-11-13"),
            )
        )
    )
    rows = both(results("A 4 5", collections=("mar", "nov")), results("A 3", scale=ATTITUDE, collections=("jun",)))
    found = measured(project=made, report=report(compare=("mar", "jun")), results=rows)
    assert told(found.progress, m.CHANGE, m.CHANGE_FROM) == [(3.0, "mar")]
    assert told(found.path, "collection", "comparable", "change_since") == [
        ("mar", 1, 3.0),
        ("jun", 0, None),
        ("nov", 1, 0.0),
    ]


def test_change_is_from_the_latest_of_two() -> None:
    """Of two comparable earlier marks the later one counts."""
    made = project(
        collections=Collections(
            collections=(
                collection("mar", "2026-03-20"),
                collection("jun", "2026-06-26"),
                collection("nov", "2026-11-13"),
            )
        )
    )
    rows = results("A 3 4 5", collections=("mar", "jun", "nov"))
    found = measured(project=made, report=report(compare=("mar", "jun")), results=rows)
    assert told(found.progress, m.CHANGE, m.CHANGE_FROM) == [(3.0, "jun")]


def test_change_across_comparable_scales_counts_the_steps_of_now() -> None:
    """From 4 in whole grades to 5+ in thirds is four thirds of a grade."""
    rows = both(results("A 5+", scale=FINE, collections=("nov",)), results("A 4", scale=GCSE, collections=("jun",)))
    assert told(measured(results=rows).progress, m.CHANGE, m.CHANGE_FROM) == [(4.0, "jun")]


def test_smaller_numbers_may_be_better() -> None:
    """On a scale whose lowest number is best, going from 12 to 9 is three steps up."""
    seconds = Scale(id="seconds", name="Seconds", kind="numbers", best="lowest", lowest=0, highest=60, step=1)
    made = project(marks=marks(scales=(*marks().scales, seconds)))
    assert list(measured(project=made, results=results("A 12 9", scale=seconds)).progress[m.CHANGE]) == [3.0]


def test_attendance_of_pupils_off_roll_is_left_out() -> None:
    """Only pupils on roll with possible sessions have attendance."""
    found = measured(attendance=attendance("A 94 89 4 1 3", "B 0 0 0 0 0", "Q 94 94 0 0 0"))
    assert told(found.attendance, "pupil", "missed") == [("A", 5)]


def test_memberships_of_pupils_on_roll() -> None:
    """Group rows of pupils off roll are left out; the rest is in register order."""
    found = measured(memberships=memberships(sex="B:M A:F Q:F", send="A:K"))
    assert told(found.memberships, "pupil", "group", "value") == [
        ("A", "send", "K"),
        ("A", "sex", "F"),
        ("B", "sex", "M"),
    ]
    assert [p.found for p in found.problems if p.code == "M403"] == ["Pupil premium"]
