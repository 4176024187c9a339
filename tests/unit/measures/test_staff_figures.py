"""Figures of staff packs: distances from target, drawn-in class means, the lowest tenth beside chance."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from builders import GCSE, classes, collection, loaded, project, pupils, report, results

from reportgen.measures import measure
from reportgen.model.calendar import Collections
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import figure_id

TWELVE = "ABCDEFGHIJKL"
ROLL = pupils(*(f"{key} {key}{key} X 10 10R" for key in TWELVE))
THREE = classes("10/Ma1 maths A B C D", "10/Ma2 maths E F G H", "10/Ma3 maths I J K L")
# Steps from target 5: -1 -1 1 1, then 0 0 2 2, then 4 4 6 6.
MARKS = ("5− 5− 5+ 5+", "5 5 6− 6−", "6+ 6+ 7 7")


def figures(**frames: Any) -> dict[str, Figure]:
    """Every figure of the autumn report by id."""
    made, of = frames.pop("project", project()), frames.pop("report", report())
    return dict(measure(made, of, loaded(**{"pupils": ROLL, **frames})).figures)


def both(*frames: pd.DataFrame) -> pd.DataFrame:
    """Several frames as one."""
    return pd.concat(frames, ignore_index=True)


def aimed(marks: tuple[str, ...] = MARKS, subject: str = "maths") -> pd.DataFrame:
    """Marks of the pupils in order, each beside a target of 5."""
    given = " ".join(marks).split()
    return both(
        results(*(f"{k} {m}" for k, m in zip(TWELVE, given, strict=True)), subject=subject, collections=("nov",)),
        results(*(f"{k} 5" for k in TWELVE), subject=subject, scale=GCSE, facet="target", collections=("nov",)),
    )


@pytest.fixture(scope="module")
def maths() -> dict[str, Figure]:
    return figures(results=aimed(), classes=THREE)


def test_distance_of_a_class(maths: dict[str, Figure]) -> None:
    """The mean of 0, 0, 2 and 2 steps above target is 1, with the t interval of four pupils."""
    told = maths[figure_id("class", "10/Ma2", "maths", "distance")]
    assert (told.value, told.n, told.missing, told.unit, told.subject) == (1.0, 4, 0, Unit.STEPS, "maths")
    assert told.interval is not None
    # sd of 0, 0, 2, 2 is sqrt(4/3), its mean's standard error sqrt(1/3), t(0.975, 3) is 3.182446
    assert told.interval.high == pytest.approx(1 + 3.182446 * (1 / 3) ** 0.5, rel=1e-6)
    assert (told.rule, told.sources) == ("mean distance from target", ("test",))


def test_distance_of_a_subject_in_a_year_group(maths: dict[str, Figure]) -> None:
    """All twelve pupils: the mean of 0, 1 and 5 is 2."""
    told = maths[figure_id("subject", "maths", "10", "distance")]
    assert (told.value, told.n, told.population) == (2.0, 12, "Year 10 pupils on roll on 13 November 2026")


def test_drawn_in_class_means(maths: dict[str, Figure]) -> None:
    """Class means of 0, 1 and 5 are drawn in by 20/21 towards 2, worked by hand in test_shrinkage."""
    told = [maths[figure_id("class", f"10/Ma{n}", "maths", "drawn")] for n in (1, 2, 3)]
    assert [one.value for one in told] == pytest.approx([2 / 21, 22 / 21, 102 / 21])
    assert {(one.unit, one.n, one.rule) for one in told} == {(Unit.STEPS, 4, "mean drawn in")}
    assert all(one.interval and one.interval.method == "empirical bayes" for one in told)


def test_a_subject_s_own_spread_is_used() -> None:
    """Classes of one subject that are all alike do not draw in those of another: nothing is borrowed."""
    alike = aimed(("5− 5− 5+ 5+",) * 3, subject="art")
    rooms = both(THREE, classes("10/Ar1 art A B C D", "10/Ar2 art E F G H", "10/Ar3 art I J K L"))
    found = figures(results=both(aimed(), alike), classes=rooms)
    assert found[figure_id("class", "10/Ma1", "maths", "drawn")].value == pytest.approx(2 / 21)
    assert found[figure_id("class", "10/Ar1", "art", "drawn")].value == 0


def test_two_classes_are_not_drawn_in() -> None:
    """With two classes of a subject in a year group there is no drawn-in mean, and it says why."""
    found = figures(results=aimed(), classes=classes("10/Ma1 maths A B C D E F", "10/Ma2 maths G H I J K L"))
    told = found[figure_id("class", "10/Ma1", "maths", "drawn")]
    assert (told.value, told.n, told.no_interval) == (None, 6, "fewer than three classes")


def test_without_targets_there_is_no_distance() -> None:
    """No target: no distance, none drawn in, everyone missing."""
    found = figures(results=aimed()[lambda rows: rows["facet"] == "current"], classes=THREE)
    for what in ("distance", "drawn"):
        told = found[figure_id("class", "10/Ma1", "maths", what)]
        assert (told.value, told.n, told.missing) == (None, 0, 4)
    assert found[figure_id("year", "10", "distance")].value is None


def test_classes_of_two_year_groups_stand_with_most_of_their_pupils() -> None:
    """Three classes of Year 10, one with a pupil of Year 9, are beside each other; Year 9 has no three of its own."""
    there = both(ROLL[ROLL["pupil"] != "L"], pupils("L Li X 9 9R"))
    found = figures(pupils=there, results=aimed(), classes=THREE, report=report(year_groups=("9", "10")))
    assert found[figure_id("class", "10/Ma3", "maths", "drawn")].n == 4
    assert found[figure_id("class", "10/Ma3", "maths", "drawn")].value is not None
    assert found[figure_id("subject", "maths", "10", "distance")].n == 11
    assert found[figure_id("subject", "maths", "9", "distance")].n == 1


def test_a_class_told_over_two_times_says_no_time() -> None:
    """Year 10's change is since June and Year 9's since March: the class they share names neither."""
    three = (collection("mar", "2026-03-20"), collection("jun", "2026-06-26"), collection("nov", "2026-11-13"))
    found = figures(
        project=project(collections=Collections(collections=three)),
        report=report(compare=("mar", "jun"), year_groups=("9", "10")),
        pupils=pupils("A A X 10 10R", "B B X 9 9R"),
        results=both(
            results("A 4 5", collections=("jun", "nov")),
            results("B 4 5", collections=("mar", "nov"), year_group="9"),
        ),
        classes=classes("9-10/Ma maths A B"),
    )
    told = found[figure_id("class", "9-10/Ma", "maths", "change")]
    assert (told.value, told.n, told.since) == (3.0, 2, None)
    assert found[figure_id("subject", "maths", "9", "change")].since == "mar"


def test_year_group_distance_takes_pupils_first() -> None:
    """A: 1 and 3 above in two subjects; B: 1 below in one. The mean of 2 and -1, not of 1, 3 and -1."""
    rows = both(
        results("A 5+", "B 5−", collections=("nov",)),
        results("A 6", subject="english", collections=("nov",)),
        *(
            results("A 5", "B 5", scale=GCSE, facet="target", subject=subject, collections=("nov",))
            for subject in ("maths", "english")
        ),
    )
    told = figures(results=rows)[figure_id("year", "10", "distance")]
    assert (told.value, told.n, told.missing, told.unit) == (pytest.approx(0.5), 2, 10, Unit.STEPS)
    assert told.since is None


def test_year_group_change_takes_pupils_first() -> None:
    """A: up 3 and up 1; B: down 1: the mean of 2 and -1, since June."""
    rows = both(results("A 4 5", "B 5 5−"), results("A 5 5+", subject="english"))
    told = figures(results=rows)[figure_id("year", "10", "change")]
    assert (told.value, told.n, told.since) == (pytest.approx(0.5), 2, "jun")


HUNDRED = [f"P{n:03}" for n in range(100)]
AUTUMN = Collections(collections=(collection("sep", "2026-09-25"), collection("nov", "2026-11-13")))


def hundred(pupils_there: list[str], **changes: Any) -> dict[str, Figure]:
    """The hundred pupils of test_regression as marks: ten at -2 then and 0 now, eighty at 0, ten at 2 then and 1 now."""
    then = ["4+"] * 10 + ["5"] * 80 + ["6−"] * 10
    now = ["5"] * 10 + ["5"] * 80 + ["5+"] * 10
    rows = zip(HUNDRED, then, now, strict=True)
    return figures(
        pupils=pupils(*(f"{key} {key} X 10 10R" for key in pupils_there)),
        results=both(
            results(*(f"{key} {a} {b}" for key, a, b in rows), collections=("sep", "nov")),
            results(*(f"{key} 5 5" for key in HUNDRED), scale=GCSE, facet="target", collections=("sep", "nov")),
        ),
        **{"project": project(collections=AUTUMN), "report": report(compare=("sep",)), **changes},
    )


def test_the_lowest_tenth_beside_chance() -> None:
    """Ten pupils two steps below target in September are on target now; chance alone would have left them at -0.4."""
    found = hundred(HUNDRED)
    told = {what: found[figure_id("chosen", "10", what)] for what in ("then", "now", "chance", "beyond")}
    assert {what: one.value for what, one in told.items()} == pytest.approx(
        {"then": -2, "now": 0, "chance": -0.4, "beyond": 0.4}
    )
    assert {(one.n, one.unit, one.since) for one in told.values()} == {(10, Unit.STEPS, "sep")}
    assert told["then"].collection == "sep"
    assert told["beyond"].rule == "as chance alone would have it"
    assert told["beyond"].interval is not None
    # t(98) x sqrt(4/98 x 0.04), worked out in test_regression
    assert told["beyond"].interval.high - 0.4 == pytest.approx(0.080185, abs=1e-5)


def test_a_small_year_group_has_no_lowest_tenth() -> None:
    """Of 99 pupils a tenth is nine: no figures at all."""
    assert not [name for name in hundred(HUNDRED[1:]) if name.startswith("chosen")]


def test_a_collection_of_last_school_year_chooses_nobody() -> None:
    """Beside a collection of last school year nothing is told of the pupils who were lowest then."""
    last = Collections(collections=(collection("sep", "2026-06-26"), collection("nov", "2026-11-13")))
    assert not [name for name in hundred(HUNDRED, project=project(collections=last)) if name.startswith("chosen")]
