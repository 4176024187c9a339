"""Whole grades of scales, from tests/measures/whole_grades.csv."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.grades import MOST, grades_of
from reportgen.model.scale import Label, Scale

RULES = Path(__file__).resolve().parents[2] / "measures"
Case = dict[str, str]


def cases() -> list[Any]:
    with (RULES / "whole_grades.csv").open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["scenario"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("case", cases())
def test_whole_grades(case: Case) -> None:
    """Parts of a grade are one grade, numbers come in runs, and every grade knows its places."""
    scale = Scale.model_validate(
        {
            "id": "s",
            "name": "s",
            "kind": "labels" if case["labels"] else "numbers",
            "labels": tuple(Label(label=label) for label in case["labels"].split()),
            "step": float(Fraction(case["step"])) if case["step"] else None,
            "lowest": float(case["lowest"]) if case["lowest"] else None,
            "highest": float(case["highest"]) if case["highest"] else None,
            "best": case["best"],
        }
    )
    assert " ".join(f"{grade.name}={grade.first}-{grade.last}" for grade in grades_of(scale)) == case["grades"]


def numbers(lowest: float, places: int, *, step: float, best: str, decimals: int = 0) -> Scale:
    return Scale.model_validate(
        {
            "id": "s",
            "name": "s",
            "kind": "numbers",
            "lowest": lowest,
            "highest": lowest + places * step,
            "step": step,
            "best": best,
            "decimals": decimals,
        }
    )


def test_numbers_are_written_with_their_decimals() -> None:
    """Half marks up to 10 are told in pairs of two, and a run below zero is told with `to`."""
    halves = grades_of(numbers(0, 20, step=0.5, best="highest", decimals=1))
    assert [grade.name for grade in halves][:2] == ["0.0–0.5", "1.0–1.5"]
    below = grades_of(numbers(-20, 40, step=1, best="highest"))
    assert [grade.name for grade in below][:2] == ["−20 to −16", "−15 to −11"]


@given(
    st.integers(-200, 200),
    st.integers(1, 1500),
    st.sampled_from([0.1, 0.5, 1.0, 2.0, 5.0]),
    st.sampled_from(["highest", "lowest"]),
)
def test_runs_of_numbers_hold_every_place_once(lowest: int, places: int, step: float, best: str) -> None:
    """At most ten runs, one after the other, from the lowest place to the highest; none is empty and no name repeats."""
    grades = grades_of(numbers(float(lowest), places, step=step, best=best, decimals=1))
    assert 1 <= len(grades) <= MOST
    assert [n for grade in grades for n in range(grade.first, grade.last + 1)] == list(range(places + 1))
    assert len({grade.name for grade in grades}) == len(grades)


@given(st.lists(st.text("459+−abc U", min_size=1, max_size=4), min_size=1, max_size=30, unique=True), st.integers(1, 4))
def test_grades_of_labels_hold_every_label_once(labels: list[str], parts: int) -> None:
    """Whatever labels are called, each belongs to one grade, grades follow each other and none has too many parts."""
    scale = Scale(id="s", name="s", labels=tuple(Label(label=label) for label in labels), step=1 / parts)
    grades = grades_of(scale)
    assert [n for grade in grades for n in range(grade.first, grade.last + 1)] == list(range(len(labels)))
    assert all(grade.last - grade.first < parts and grade.name for grade in grades)
