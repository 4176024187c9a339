"""Each pupil across subjects: counts and means, lists, and a subject beside the pupil's others."""

from __future__ import annotations

import csv
from pathlib import Path
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
    project,
    pupils,
    report,
    results,
)

from reportgen.measures import measure
from reportgen.model.calendar import Collections
from reportgen.model.list_rule import Conditions, ListRule
from reportgen.model.measured import Measured
from reportgen.model.school import Subject, Subjects

RULES = Path(__file__).resolve().parents[2] / "measures"
Case = dict[str, str]
SUBJECTS = tuple(f"s{n}" for n in range(1, 8))
SCHOOL = project(subjects=Subjects(subjects=tuple(Subject(id=s, name=s) for s in SUBJECTS)))
STEPS = {n - 13: label.label for n, label in enumerate(FINE.ordered())}
"""Labels of the fine scale by how many steps they lie from 5."""
AMARA = pupils("A Amara Okonkwo 10 10R")


def cases(name: str) -> list[Any]:
    with (RULES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["scenario"]) for row in csv.DictReader(file)]


def both(*frames: pd.DataFrame) -> pd.DataFrame:
    return pd.concat(frames, ignore_index=True)


def marked(pupil: str, *, distances: str = "", changes: str = "", attitudes: str = "") -> pd.DataFrame:
    """A pupil's results, one subject after the other: steps from target, steps of change, attitudes."""
    found = [results()]
    for subject, steps in zip(SUBJECTS, distances.split(), strict=False):
        found += [
            results(f"{pupil} {STEPS[int(steps)]}", subject=subject, collections=("nov",)),
            results(f"{pupil} 5", scale=GCSE, facet="target", subject=subject, collections=("nov",)),
        ]
    for subject, steps in zip(SUBJECTS, changes.split(), strict=False):
        found.append(results(f"{pupil} 5 {STEPS[int(steps)]}", subject=subject))
    for subject, label in zip(SUBJECTS, attitudes.split(), strict=False):
        found.append(
            results(f"{pupil} {label}", scale=ATTITUDE, facet="attitude", subject=subject, collections=("nov",))
        )
    return both(*found)


def rule(**when: Any) -> ListRule:
    said = {name: when.pop(name) for name in ("id", "year_groups") if name in when}
    given = {"id": "a", "name": "a", "kind": "reward", "owner": "form tutor", "when": Conditions(**when)}
    return ListRule(**{**given, **said})


def measured(*rules: ListRule, **changes: Any) -> Measured:
    made = changes.pop("project", SCHOOL)
    of = changes.pop("report", report())
    made = made.model_copy(update={"measures": made.measures.model_copy(update={"lists": rules})})
    return measure(made, of, loaded(**{"pupils": AMARA, **changes}))


def told(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return [
        tuple(None if pd.isna(v) else v for v in row) for row in frame[list(columns)].itertuples(index=False, name=None)
    ]


def test_counts_of_a_pupil() -> None:
    """Three subjects taken: one above, one on and one below target; one up, one down; an attitude best, one low."""
    rows = both(
        results("A 5 5+", subject="s1"),
        results("A 5 5", subject="s2"),
        results("A 5 4+", subject="s3"),
        *(results("A 5", scale=GCSE, facet="target", subject=s, collections=("nov",)) for s in SUBJECTS[:3]),
        marked("A", attitudes="4 3 2"),
    )
    summary = measured(results=rows).summaries
    counts = ("taken", "marked", "blank", "above", "as", "below", "risen", "fallen", "attitude_best", "attitude_low")
    assert told(summary, *counts) == [(3, 3, 0, 1, 1, 1, 1, 1, 1, 1)]
    assert told(summary, "pupil", "year_group", "form") == [("A", "10", "10R")]
    assert summary["mean_distance"].iloc[0] == pytest.approx((1 + 0 - 2) / 3)
    assert summary["mean_change"].iloc[0] == pytest.approx((1 + 0 - 2) / 3)


def test_subjects_that_are_not_taken_count_for_nothing() -> None:
    """Dropped, not taught and not required are no subject of the pupil; absent is taken without a blank; a blank is blank."""
    rows = both(
        *(
            results(f"A {state}", subject=subject, collections=("nov",))
            for subject, state in zip(
                SUBJECTS, ("dropped", "not_taught", "not_required", "absent", "-", "unclear", "5"), strict=True
            )
        ),
        marked("A", attitudes="4 1 1 4"),
    )
    made = measured(results=rows, classes=classes(*(f"c{s} {s} A" for s in SUBJECTS)))
    assert told(made.summaries, "taken", "marked", "blank", "attitude_best", "attitude_low") == [(4, 1, 2, 1, 0)]


def test_a_pupil_without_a_subject_has_a_row() -> None:
    """Everyone on roll is there in register order, with counts of 0 and no means."""
    rows = pupils("B Ben Zed 10 10R", "A Amara Ash 10 10R")
    made = measured(pupils=rows, results=marked("B", distances="1"))
    assert told(made.summaries, "pupil", "taken", "above", "mean_distance", "mean_change", "percent") == [
        ("A", 0, 0, None, None, None),
        ("B", 1, 1, 1.0, None, None),
    ]


def test_attendance_of_a_pupil() -> None:
    """Percent of the pupil's own sessions."""
    made = measured(attendance=attendance("A 200 190 10 0 0"))
    assert made.summaries["percent"].iloc[0] == 95


THIS_YEAR = Collections(
    collections=(collection("jun", "2026-06-26"), collection("sep", "2026-09-25"), collection("nov", "2026-11-13"))
)


def test_distance_before_is_of_this_school_year() -> None:
    """The latest compared collection of this school year counts, not last June: two steps below target in September."""
    rows = both(
        results("A 6 4+ 5", subject="s1", collections=("jun", "sep", "nov")),
        results("A 5 5 5", scale=GCSE, facet="target", subject="s1", collections=("jun", "sep", "nov")),
    )
    made = SCHOOL.model_copy(update={"collections": THIS_YEAR})
    with_september = measured(project=made, report=report(compare=("jun", "sep")), results=rows)
    assert with_september.summaries["distance_before"].iloc[0] == -2
    only_june = measured(project=made, report=report(compare=("jun",)), results=rows)
    assert told(only_june.summaries, "distance_before") == [(None,)]


def test_distance_before_takes_the_target_of_then_or_else_of_now() -> None:
    """A target of September counts for September; a subject without one then is set beside its target now."""
    rows = both(
        results("A 5 5", subject="s1", collections=("sep", "nov")),
        results("A 6 5", scale=GCSE, facet="target", subject="s1", collections=("sep", "nov")),
        results("A 5 5", subject="s2", collections=("sep", "nov")),
        results("A 4", scale=GCSE, facet="target", subject="s2", collections=("nov",)),
    )
    made = measured(
        project=SCHOOL.model_copy(update={"collections": THIS_YEAR}), report=report(compare=("sep",)), results=rows
    )
    assert made.summaries["distance_before"].iloc[0] == (-3 + 3) / 2


@pytest.mark.parametrize("case", cases("list_rules"))
def test_list_rules(case: Case) -> None:
    """A pupil is listed when everything the rule asks for is known and true."""
    when = {key: float(value) for key, value in (part.split("=") for part in case["when"].split())}
    rows = marked("A", attitudes=case["attitudes"], distances=case["distances"], changes=case["changes"])
    there = int(case["attendance"] or 0)
    sessions = attendance(f"A 100 {there} {100 - there} 0 0") if case["attendance"] else attendance()
    whole = {key: bool(value) if key == "no_low_attitude" else value for key, value in when.items()}
    asked = {key: value if "attendance" in key or value is True else int(value) for key, value in whole.items()}
    made = measured(rule(**asked), results=rows, attendance=sessions)
    assert len(made.listed) == int(case["listed"])


def test_lists_are_in_order_of_rules_then_of_the_register() -> None:
    """A pupil who meets two rules is on both lists; a rule for another year group lists nobody of this one."""
    rows = pupils("B Ben Ash 10 10R", "A Amara Zed 10 10R")
    made = measured(
        rule(id="second", above_target_in=1),
        rule(id="none", above_target_in=1, year_groups=("9",)),
        rule(id="first", above_target_in=2, year_groups=("10",)),
        pupils=rows,
        results=both(marked("A", distances="1 1"), marked("B", distances="2")),
    )
    assert told(made.listed, "rule", "pupil") == [("second", "B"), ("second", "A"), ("first", "A")]


@pytest.mark.parametrize("case", cases("own_pattern"))
def test_own_pattern(case: Case) -> None:
    """The first subject is told beside the mean of the others, where there are four of them or more."""
    found = measured(results=marked("A", distances=case["distances"])).patterns
    first = found[found["subject"] == "s1"]
    assert told(first, "others", "own") == ([(int(case["others"]), float(case["own"]))] if case["others"] else [])


def test_a_hard_marker_is_no_pattern() -> None:
    """Two pupils are both 3 below their other subjects in s1, one of them 1 lower still: usual tells only that.

    A: -3 beside 0; B: -5 beside 0 in the others. Own is -3 and -5, their mean -4: usual is 1 and -1.
    """
    rows = pupils("A Amara Ash 10 10R", "B Ben Bow 10 10R")
    found = measured(
        pupils=rows, results=both(marked("A", distances="-3 0 0 0 0"), marked("B", distances="-5 0 0 0 0"))
    ).patterns
    first = found[found["subject"] == "s1"]
    assert told(first, "pupil", "own", "usual") == [("A", -3.0, 1.0), ("B", -5.0, -1.0)]


def test_the_usual_pattern_is_of_the_year_group() -> None:
    """A pupil of another year group does not tell what is usual in this one."""
    rows = pupils("A Amara Ash 10 10R", "B Ben Bow 9 9R")
    found = measured(
        pupils=rows,
        report=report(year_groups=("9", "10")),
        results=both(marked("A", distances="-3 0 0 0 0"), marked("B", distances="-5 0 0 0 0")),
    ).patterns
    assert told(found[found["subject"] == "s1"], "pupil", "own", "usual") == [("B", -5.0, 0.0), ("A", -3.0, 0.0)]
