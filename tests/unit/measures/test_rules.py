"""One CSV a rule: inputs and the expected column stand together in tests/measures."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from builders import FINE, attendance, classes, collection, frame, loaded, marks, project, pupils, report, results

from reportgen.measures import intervals as i
from reportgen.measures import measure
from reportgen.measures.comparability import steps_between
from reportgen.measures.gaps import worth_of
from reportgen.measures.ground import Ground
from reportgen.model import frames as f
from reportgen.model.calendar import Collections
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import Measured
from reportgen.model.school import Comparison, Group, Groups, GroupValue, Start, StartBands

RULES = Path(__file__).resolve().parents[2] / "measures"
Case = dict[str, str]


def cases(name: str) -> list[Any]:
    """The rows of one rule's file, each named by its scenario."""
    with (RULES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            pytest.param(row, id=row.get("scenario", " ".join(list(row.values())[:4]))) for row in csv.DictReader(file)
        ]


def measured(**changes: Any) -> Measured:
    """Measures of the autumn report."""
    made = changes.pop("project", project())
    return measure(made, changes.pop("report", report()), loaded(**changes))


@pytest.mark.parametrize("case", cases("wilson_interval"))
def test_wilson_interval(case: Case) -> None:
    """A share's interval is Wilson's, also for none and for all."""
    low, high = i.wilson(int(case["count"]), int(case["n"]), 0.95)
    assert (round(low, 4), round(high, 4)) == (float(case["low"]), float(case["high"]))


@pytest.mark.parametrize("case", cases("newcombe_interval"))
def test_newcombe_interval(case: Case) -> None:
    """A difference of two shares has Newcombe's hybrid score interval."""
    told = i.share_difference(
        (int(case["these_count"]), int(case["these_n"])),
        (int(case["others_count"]), int(case["others_n"])),
        0.95,
    )
    assert told.interval is not None
    expected = (float(case["difference"]), float(case["low"]), float(case["high"]))
    assert (round(told.value or 0, 4), round(told.interval.low, 4), round(told.interval.high, 4)) == expected


@pytest.mark.parametrize("case", cases("paired_newcombe_interval"))
def test_paired_newcombe_interval(case: Case) -> None:
    """A change of a share among the same pupils has Newcombe's method 10 for paired data."""
    counts = [int(case[name]) for name in ("both", "only_now", "only_then", "neither")]
    told = i.paired_share_change(*counts[:3], neither=counts[3], level=0.95)
    assert told.interval is not None
    expected = (float(case["change"]), float(case["low"]), float(case["high"]))
    assert (round(told.value or 0, 4), round(told.interval.low, 4), round(told.interval.high, 4)) == expected


@pytest.mark.parametrize("case", cases("welch_interval"))
def test_welch_interval(case: Case) -> None:
    """A difference of two means has Welch's interval."""
    sides = [
        i.Moments(int(case[f"{s}_n"]), float(case[f"{s}_mean"]), float(case[f"{s}_sd"])) for s in ("these", "others")
    ]
    told = i.mean_difference(sides[0], sides[1], 0.95)
    assert told.interval is not None
    expected = (float(case["difference"]), float(case["low"]), float(case["high"]))
    assert (round(told.value or 0, 3), round(told.interval.low, 3), round(told.interval.high, 3)) == expected


def _one_mark(scale: str, label: str, facet: str) -> pd.DataFrame:
    return (
        results(f"A {label}", scale=marks().scale(scale), facet=facet, collections=("nov",))
        if scale
        else frame(f.RESULTS, [])
    )


@pytest.mark.parametrize("case", cases("distance_from_target"))
def test_distance_from_target(case: Case) -> None:
    """The distance is told in steps of the mark's scale, between comparable marks; a band includes its bound."""
    rows = pd.concat(
        [_one_mark(case["scale"], case["mark"], "current"), _one_mark(case["target_scale"], case["target"], "target")]
    )
    told = measured(
        pupils=pupils("A Amara Okonkwo 10 10R"), results=rows, classes=classes("10B/Ma2 maths A")
    ).progress.iloc[0]
    assert (case["steps"] and float(case["steps"])) == ("" if pd.isna(told["distance"]) else told["distance"])
    assert case["band"] == ("" if pd.isna(told["band"]) else told["band"])


def test_distance_turned_round_changes_sign() -> None:
    """On one scale the distance from a to b is minus the distance from b to a, whichever end is best."""
    for scale, low, high in (("fine", "4", "5+"), ("gcse", "3", "7"), ("attitude", "1", "3"), ("of-20", "0", "20")):
        first, second = (_one_mark(scale, label, "current") for label in (low, high))
        up, down = steps_between(second, first, marks()), steps_between(first, second, marks())
        assert list(up) == list(-down)
        assert up.iloc[0] > 0


@pytest.mark.parametrize("case", cases("persistent_absence"))
def test_persistent_absence(case: Case) -> None:
    """A pupil who missed a tenth or more of the pupil's own possible sessions is persistently absent."""
    missed = int(case["possible"]) - int(case["attended"])
    rows = attendance(f"A {case['possible']} {case['attended']} {missed} 0 0")
    told = measured(pupils=pupils("A Amara Okonkwo 10 10R"), attendance=rows).attendance.iloc[0]
    assert (told["percent"], told["persistent"], told["missed"]) == (
        float(case["percent"]),
        int(case["persistent"]),
        missed,
    )


@pytest.mark.parametrize("case", cases("prior_attainment"))
def test_prior_attainment(case: Case) -> None:
    """A group made from starts takes the mean of all of them; a bound belongs to the value above it."""
    group = Group(
        id="prior",
        name="Prior attainment",
        values=tuple(GroupValue(id=v, name=v) for v in ("low", "middle", "high")),
        from_starts=StartBands(starts=("ks2-reading", "ks2-maths"), below=(100, 110)),
        comparisons=(Comparison(id="low", name="Low", these=("low",), others=("high",), others_name="high"),),
    )
    starts = tuple(Start(id=s, name=s, scale="scaled") for s in ("ks2-reading", "ks2-maths"))
    rows = [
        {f.PUPIL: "A", f.START: f"ks2-{name}", f.WRITTEN: case[name], f.SCORE: float(case[name]), f.STATE: "marked"}
        for name in ("reading", "maths")
        if case[name]
    ]
    told = measured(
        project=project(groups=Groups(groups=(group,), starts=starts)),
        pupils=pupils("A Amara Okonkwo 10 10R"),
        starts=frame(f.STARTS_FRAME, rows),
    ).memberships
    assert list(told["value"]) == ([case["value"]] if case["value"] else [])


@pytest.mark.parametrize("case", cases("on_roll"))
def test_on_roll(case: Case) -> None:
    """A pupil is on roll from the first to the last day, both counted, on the collection's closing day."""
    dates = {name: case[name] or None for name in ("joined", "left")}
    told = measured(pupils=pupils("A Amara Okonkwo 10 10R", **dates)).roll
    assert len(told) == int(case["on_roll"])


@pytest.mark.parametrize("case", cases("worth_in_pupils"))
def test_worth_in_pupils(case: Case) -> None:
    """A gap is worth whole pupils towards zero; a mean of grades as many one grade higher; of numbers none."""
    made = project()
    ground = Ground(made, report(), *(frame(f.PUPILS, []) for _ in range(4)))
    gap = Figure(id="gap", value=float(case["gap"]), unit=Unit(case["unit"]), n=0)
    headline = Headline(id="h", name="h", kind="mean" if case["scale"] else "reaches", scale=case["scale"] or None)
    told = worth_of(ground, headline, gap, n=int(case["n"]))
    assert told == (int(case["worth"]) if case["worth"] else None, case["words"])


@pytest.mark.parametrize("case", cases("missing_marks"))
def test_missing_marks(case: Case) -> None:
    """Why there is no mark follows from the row, the class, the joining date and what the collection asks for."""
    facets = ("current", "target", "attitude") if case["asked"] == "1" else ("target", "attitude")
    made = project(
        collections=Collections(
            collections=(collection("jun", "2026-06-26"), collection("nov", "2026-11-13", facets=facets))
        )
    )
    row = (
        results(f"A {'-' if case['row'] == 'not entered' else case['row']}", collections=("nov",))
        if case["row"]
        else frame(f.RESULTS, [])
    )
    told = measured(
        project=made,
        report=report(roll_on="2026-11-27"),
        pupils=pupils("A Amara Okonkwo 10 10R", joined=case["joined"] or None),
        results=row,
        classes=classes("10B/Ma2 maths A" if case["in_class"] == "1" else "10/Ar art A"),
    ).progress
    assert list(told.loc[told["subject"] == "maths", "state"]) == ([case["state"]] if case["state"] else [])


@pytest.mark.parametrize("case", cases("reaches_in_both"))
def test_reaches_in_both(case: Case) -> None:
    """A pupil counts with at least the label in every listed subject, and is missing when any of the marks is."""
    rows = pd.concat(
        [results(f"A {case[s]}", subject=s, scale=FINE, collections=("nov",)) for s in ("english", "maths")]
    )
    told = next(
        h for h in measured(pupils=pupils("A Amara Okonkwo 10 10R"), results=rows).headlines if h.id == "basics4"
    ).now
    assert (told.n, told.missing) == ((1, 0) if case["reached"] else (0, 1))
    assert told.value == (100 * float(case["reached"]) if case["reached"] else None)
