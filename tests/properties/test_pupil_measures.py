"""What holds for lists, patterns and moves of pupils, whatever the marks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from builders import ATTITUDE, FINE, GCSE, attendance, loaded, project, pupils, report, results
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.measures import measure
from reportgen.model.list_rule import Conditions, ListRule
from reportgen.model.measured import Measured
from reportgen.model.school import Subject, Subjects

KEYS, SUBJECTS = "ABCD", tuple(f"s{n}" for n in range(1, 7))
SCHOOL = project(subjects=Subjects(subjects=tuple(Subject(id=s, name=s) for s in SUBJECTS)))
ROLL = pupils(*(f"{key} {key}{key} X 10 10R" for key in KEYS))
PLACES = st.sampled_from([*(label.label for label in FINE.ordered()[9:18]), "-"])
CONDITIONS = (
    *("best_attitude_in", "low_attitude_in", "above_target_in", "below_target_in", "risen_in", "fallen_in"),
    *("attendance_from", "attendance_below"),
)


@st.composite
def schools(draw: st.DrawFn) -> dict[str, Any]:
    """Marks then and now, targets, attitudes and attendance of four pupils in six subjects."""
    rows = []
    for subject in SUBJECTS:
        rows += [
            results(*(f"{k} {draw(PLACES)} {draw(PLACES)}" for k in KEYS), subject=subject),
            results(
                *(f"{k} {draw(st.sampled_from('456'))}" for k in KEYS),
                scale=GCSE, facet="target", subject=subject, collections=("nov",),
            ),
            results(
                *(f"{k} {draw(st.sampled_from('1234-'))}" for k in KEYS),
                scale=ATTITUDE, facet="attitude", subject=subject, collections=("nov",),
            ),
        ]  # fmt: skip
    sessions = attendance(*(f"{k} 100 {draw(st.integers(0, 100))} 0 0 0" for k in KEYS[:3]))
    return {"pupils": ROLL, "results": pd.concat(rows, ignore_index=True), "attendance": sessions}


def measured(rows: dict[str, Any], *whens: Conditions) -> Measured:
    """Measures with a rule for each set of conditions, called 0, 1 ..."""
    rules = tuple(ListRule(id=f"r{n}", name="r", kind="reward", owner="me", when=when) for n, when in enumerate(whens))
    made = SCHOOL.model_copy(update={"measures": SCHOOL.measures.model_copy(update={"lists": rules})})
    return measure(made, report(), loaded(**rows))


def on_list(found: Measured, rule: str) -> set[str]:
    """The pupils a rule lists."""
    return set(found.listed.loc[found.listed["rule"] == rule, "pupil"])


def _asked(condition: str, amount: int) -> dict[str, Any]:
    return {condition: float(amount * 20) if condition.startswith("attendance") else amount}


def _harder(condition: str, amount: int) -> int:
    return amount - 1 if condition == "attendance_below" else min(amount + 1, 5)


@settings(max_examples=8, deadline=None)
@given(schools(), st.sampled_from(CONDITIONS), st.integers(1, 5), st.sampled_from(CONDITIONS))
def test_a_stricter_rule_lists_no_one_else(rows: dict[str, Any], condition: str, amount: int, more: str) -> None:
    """Asking for more lists nobody who was not listed; a rule of two conditions lists exactly those who meet both."""
    one, other = _asked(condition, amount), _asked(more, 1)
    whens = (one, _asked(condition, _harder(condition, amount)), other, {**other, **one})
    found = measured(rows, *(Conditions(**when) for when in whens))
    listed = [on_list(found, f"r{n}") for n in range(4)]
    assert listed[1] <= listed[0]
    assert listed[3] == (listed[0] & listed[2] if more != condition else listed[0])


@settings(max_examples=8, deadline=None)
@given(schools())
def test_counts_fit_together(rows: dict[str, Any]) -> None:
    """Marked and blank are among the subjects taken; above, as and below among the marked; nobody is best and low."""
    told = measured(rows).summaries
    assert list(told["pupil"]) == list(KEYS)
    assert (told["marked"] + told["blank"] <= told["taken"]).all()
    assert (told["above"] + told["as"] + told["below"] == told["marked"]).all()
    assert (told["risen"] + told["fallen"] <= told["marked"]).all()
    assert (told["attitude_best"] + told["attitude_low"] <= told["taken"]).all()


@settings(max_examples=8, deadline=None)
@given(schools())
def test_patterns_are_about_nothing_but_differences(rows: dict[str, Any]) -> None:
    """`usual` of a subject and year group adds up to nothing; a pupil as far from target everywhere has no pattern."""
    found = measured(rows)
    sums = found.patterns.groupby(["subject", "year_group"])["usual"].sum()
    assert np.allclose(sums, 0, atol=1e-6)
    distances = found.progress.groupby("pupil")["distance"].agg(["nunique", "count"])
    level = distances[(distances["nunique"] == 1) & (distances["count"] > 4)].index
    assert (found.patterns.loc[found.patterns["pupil"].isin(level), "own"] == 0).all()


@settings(max_examples=8, deadline=None)
@given(schools())
def test_every_move_has_its_pupils(rows: dict[str, Any]) -> None:
    """Moves count each pupil with both marks once, and the movers of a move are as many as it counts."""
    found = measured(rows)
    changed = found.progress[found.progress["change"].notna()]
    assert found.moves["pupils"].sum() == len(changed) == len(found.movers)
    keys = ["subject", "year_group", "before_place", "now_place"]
    counted = found.movers.groupby(keys).size()
    assert counted.to_dict() == pytest.approx(found.moves.set_index(keys)["pupils"].to_dict())
