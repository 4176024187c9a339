"""Moves between grades, and who made them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from builders import ATTITUDE, FINE, GCSE, OUT_OF_20, collection, loaded, marks, project, pupils, report, results
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.measures import measure
from reportgen.model.calendar import Collections
from reportgen.model.figure import Figure
from reportgen.model.measured import Measured, figure_id
from reportgen.model.scale import Label, Marks, Scale, ScaleUse

KEYS = "ABCDEF"
SIX = pupils(*(f"{key} {key}{key} X 10 10R" for key in KEYS))
PERCENT = OUT_OF_20.model_copy(update={"id": "percent", "highest": 100.0})


def measured(*rows: str, scale: Scale = FINE, **changes: Any) -> Measured:
    """Measures of the autumn report on maths marks in June and November."""
    made, of = changes.pop("project", project()), changes.pop("report", report())
    given = {"pupils": SIX, "results": results(*rows, scale=scale), **changes}
    return measure(made, of, loaded(**given))


def told(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Columns of a frame as plain tuples."""
    return list(frame[list(columns)].itertuples(index=False, name=None))


def with_marks(*scales: Scale, now: str) -> Marks:
    """The small school's marks with more scales, `current` being on the one named."""
    base = marks()
    current = base.facets[0].model_copy(update={"scales": (ScaleUse(scale=now),)})
    return base.model_copy(update={"scales": (*base.scales, *scales), "facets": (current, *base.facets[1:])})


def test_moves_of_whole_grades() -> None:
    """Thirds of a grade are told as one: 4+ to 5−, and 5 to 5+, are a move up and none."""
    found = measured("A 4+ 5−", "B 4 5", "C 5 5+", "D 6 5+")
    assert told(found.moves, "before", "now", "pupils") == [("4", "5", 2), ("5", "5", 1), ("6", "5", 1)]
    assert told(found.moves, "subject", "year_group", "since", "before_place", "now_place")[0] == (
        "maths",
        "10",
        "jun",
        3,
        4,
    )


def test_who_moved() -> None:
    """Each pupil counted is named with the mark now as printed, in register order."""
    found = measured("B 4 5", "A 4+ 5−", "C 5 -")
    assert told(found.movers, "pupil", "subject", "before_place", "now_place", "label") == [
        ("A", "maths", 3, 4, "5−"),
        ("B", "maths", 3, 4, "5"),
    ]


def test_pupils_without_both_marks_made_no_move() -> None:
    """Absent then, or without a mark now: no row."""
    assert measured("A absent 5", "B 4 -", "C - -").moves.empty


def test_numbers_move_between_runs() -> None:
    """On a scale of 0 to 100 marks are told in tens, and 100 is in the last."""
    made = project(marks=with_marks(PERCENT, now="percent"))
    found = measured("A 49 50", "B 95 100", "C 41 49", scale=PERCENT, project=made)
    assert told(found.moves, "before", "now", "pupils") == [
        ("40–49", "40–49", 1),
        ("40–49", "50–59", 1),
        ("90–100", "90–100", 1),
    ]


def test_the_lowest_number_may_be_best() -> None:
    """From rank 4 to rank 2 of 4 is a move up: the best number has the highest place."""
    ranks = PERCENT.model_copy(update={"id": "ranks", "lowest": 1.0, "highest": 4.0, "best": "lowest"})
    rows = results("A 4 2", scale=ranks)
    rows["position"] = 4 - rows["value"]
    found = measured(results=rows, project=project(marks=with_marks(ranks, now="ranks")))
    assert told(found.moves, "before", "before_place", "now", "now_place") == [("4", 0, "2", 2)]


def test_unlike_scales_make_no_move() -> None:
    """Marks that may not be compared are no move."""
    rows = pd.concat([results("A 12", scale=OUT_OF_20, collections=("jun",)), results("A 5", collections=("nov",))])
    found = measured(results=rows)
    assert found.moves.empty
    assert found.movers.empty


def test_comparable_scales_are_told_on_the_scale_of_now() -> None:
    """A whole grade 5 in June beside 5+ in November is 5 to 5; U lies outside a scale that begins at 1−, and is no row."""
    rows = pd.concat(
        [
            results("A 5", "B 4", "C U", "D 1", scale=GCSE, collections=("jun",)),
            results("A 5+", "B 5−", "C 1", "D 1−", collections=("nov",)),
        ]
    )
    found = measured(results=rows)
    assert told(found.moves, "before", "now", "pupils") == [("1", "1", 1), ("4", "5", 1), ("5", "5", 1)]
    back = pd.concat(
        [
            results("A 5+", "B 5−", "C 9+", "D 1−", collections=("jun",)),
            results("A 5", "B 4", "C 9", "D U", scale=GCSE, collections=("nov",)),
        ]
    )
    assert told(measured(results=back).moves, "before", "now") == [("1", "U"), ("5", "4"), ("5", "5"), ("9", "9")]


def test_a_mark_a_whole_step_outside_the_scale_is_no_row() -> None:
    """U is a step below a scale of 1 to 9, and is not told as 1; 9+ is a third of a step above it, and is told as 9."""
    nine = GCSE.model_copy(update={"id": "nine", "labels": GCSE.labels[:-1], "comparable_with": ("gcse", "fine")})
    rows = pd.concat(
        [
            results("A U", "B 1", scale=GCSE, collections=("jun",)),
            results("C 9+", collections=("jun",)),
            results("A 1", "B 1", "C 9", scale=nine, collections=("nov",)),
        ]
    )
    found = measured(results=rows, project=project(marks=with_marks(nine, now="nine")))
    assert told(found.moves, "before", "before_place", "now", "pupils") == [("1", 0, "1", 1), ("9", 8, "9", 1)]


def test_labels_without_values_move_by_place() -> None:
    """Words that declare no values have their order: from Low to Good is a move of two places."""
    made = project(marks=with_marks(now="attitude"))
    found = measured("A 1 3", scale=ATTITUDE, project=made)
    assert told(found.moves, "before", "before_place", "now", "now_place") == [("1", 0, "3", 2)]


def test_one_scale_a_subject_and_year_group() -> None:
    """Where pupils are on two scales now, the moves are told on the one most are on: places of two never mix."""
    rows = pd.concat([results("A 4 5", "B 4 5"), results("C 10 12", scale=OUT_OF_20)])
    assert told(measured(results=rows).moves, "before", "now", "pupils") == [("4", "5", 2)]


def test_uneven_values_keep_their_places() -> None:
    """Where values are not a step apart a grade still has the place of its label."""
    uneven = Scale(
        id="uneven", name="u", step=1, labels=tuple(Label(label=w, value=v) for w, v in (("P", 1), ("M", 4), ("D", 9)))
    )
    found = measured("A P D", "B M M", scale=uneven, project=project(marks=with_marks(uneven, now="uneven")))
    assert told(found.moves, "before", "before_place", "now", "now_place") == [("P", 0, "D", 2), ("M", 1, "M", 1)]


YEARS = Collections(
    collections=(collection("mar", "2026-03-20"), collection("jun", "2026-06-26"), collection("nov", "2026-11-13"))
)


def test_a_late_test_of_a_few_does_not_stand_for_all() -> None:
    """Five pupils have a mark in March and one of them in June too: the moves of all are told since March."""
    rows = results("A 3 4 5", "B 3 - 5", "C 3 - 5", "D 3 - 5", "E 3 - 5", collections=("mar", "jun", "nov"))
    found = measured(results=rows, project=project(collections=YEARS), report=report(compare=("mar", "jun")))
    assert told(found.moves, "since", "before", "now", "pupils") == [("mar", "3", "5", 5)]


def test_each_year_group_is_told_since_its_own_collection() -> None:
    """Year 9 had no marks in June: its moves are since March, Year 10's since June, and both have their change."""
    rows = pd.concat(
        [
            results("A 3 4 5", "B 3 4 5", collections=("mar", "jun", "nov")),
            results("C 3 5", "D 4 5", collections=("mar", "nov"), year_group="9"),
        ]
    )
    there = pupils("A A X 10 10R", "B B X 10 10R", "C C X 9 9R", "D D X 9 9R")
    found = measured(
        pupils=there,
        results=rows,
        project=project(collections=YEARS),
        report=report(compare=("mar", "jun"), year_groups=("9", "10")),
    )
    assert told(found.moves, "year_group", "since", "before", "pupils") == [
        ("10", "jun", "4", 2),
        ("9", "mar", "3", 1),
        ("9", "mar", "4", 1),
    ]
    changes = {year: found.figures[figure_id("subject", "maths", year, "change")] for year in ("9", "10")}
    assert {year: (one.value, one.since) for year, one in changes.items()} == {"9": (4.5, "mar"), "10": (3.0, "jun")}


def _count(found: Measured, what: str) -> Figure:
    return found.figures[figure_id("subject", "maths", "10", what)]


GRADE = st.sampled_from([*(label.label for label in GCSE.labels), "-", "absent"])


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(GRADE, GRADE), min_size=1, max_size=6))
def test_moves_add_up(pairs: list[tuple[str, str]]) -> None:
    """Moves add up to the pupils with both marks; above, on and below the diagonal they are those up, the same and down."""
    rows = [f"{key} {then} {now}" for key, (then, now) in zip(KEYS, pairs, strict=False)]
    found = measured(*rows, scale=GCSE, project=project(marks=with_marks(now="gcse")))
    moves = found.moves
    both = sum(then not in ("-", "absent") and now not in ("-", "absent") for then, now in pairs)
    assert moves["pupils"].sum() == both == len(found.movers)
    way = (moves["now_place"] - moves["before_place"]).map(lambda steps: (steps > 0) - (steps < 0))
    counted = {sign: int(moves.loc[way == sign, "pupils"].sum()) for sign in (1, 0, -1)}
    if both:
        assert counted == {
            1: _count(found, "up").value,
            0: _count(found, "same").value,
            -1: _count(found, "down").value,
        }
    counts = found.movers.groupby(["before_place", "now_place"]).size().to_dict()
    assert counts == {(before, now): n for before, now, n in told(moves, "before_place", "now_place", "pupils")}
