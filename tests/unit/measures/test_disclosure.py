"""What governors get of a made-up Year 10: nothing of 5 or fewer pupils, nothing that gives such a number away."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from builders import attendance, loaded, memberships, project, pupils, report, results

from reportgen.measures import measure, protect_for_governors
from reportgen.model.figure import Figure
from reportgen.model.measure import Headline, Measures
from reportgen.model.measured import Gap, Measured
from reportgen.model.school import Comparison, Group, Groups, GroupValue

NAMES = [f"P{n:02d}" for n in range(40)]
MEAN = Headline(id="mean", name="Mean grade", kind="mean", scale="fine")
BASICS = Headline(id="basics", name="Grade 4", kind="reaches", subjects=("maths",), at_least={"fine": "4"})


def year_ten(
    *,
    sides: dict[str, dict[str, int]],
    headlines: tuple[Headline, ...] = (MEAN,),
    without: tuple[int, ...] = (),
    low: int = 20,
    **settings: Any,
) -> Measured:
    """Forty pupils with groups by size; `without` have no mark now; the first `low` are below grade 4."""
    marks = [
        f"{name} {'3' if n < low else '5'} {'-' if n in without else '3' if n < low else '6'}"
        for n, name in enumerate(NAMES)
    ]
    members = {
        group: " ".join(
            f"{name}:{value}"
            for name, value in zip(NAMES, (v for v, k in values.items() for _ in range(k)), strict=False)
        )
        for group, values in sides.items()
    }
    made = project(measures=Measures(headlines=headlines), **settings)
    return measure(
        made,
        report(),
        loaded(
            pupils=pupils(*(f"{name} X Y 10 10R" for name in NAMES)),
            results=results(*marks),
            memberships=memberships(**members),
            attendance=attendance(*(f"{name} 100 {80 + n // 2} 0 0 0" for n, name in enumerate(NAMES))),
        ),
    )


def gaps(measured: Measured, headline: int = 0) -> dict[str, Gap]:
    return {gap.comparison: gap for gap in measured.public_headlines[headline].gaps}


def test_a_hidden_plan_takes_sen_support_with_it() -> None:
    """Three pupils with a plan are hidden; all SEND stays, so SEN support must go too, in gaps and in counts."""
    found = year_ten(sides={"send": {"E": 3, "K": 9, "N": 28}})
    shown = gaps(found)
    assert shown["send"].gap.hidden is None
    assert shown["ehcp"].group.hidden == "5 or fewer pupils"
    assert shown["sen_support"].group.hidden == "it would give away “EHC plan”"
    assert [
        (c.comparison, c.count.hidden) for c in found.public_counts if c.comparison in ("send", "ehcp", "sen_support")
    ] == [
        ("send", None),
        ("ehcp", "5 or fewer pupils"),
        ("sen_support", "it would give away “EHC plan”"),
    ]


def test_a_hidden_side_hides_the_other_and_the_gap() -> None:
    """All pupils are printed on the first page: the others less than all would be the hidden side."""
    shown = gaps(year_ten(sides={"pupil_premium": {"Y": 4, "N": 36}}))["pupil_premium"]
    assert (shown.group.hidden, shown.others.hidden) == (
        "5 or fewer pupils",
        "it would give away “Pupil premium”",
    )
    assert (shown.gap.hidden, shown.worth, shown.worth_words) == ("5 or fewer pupils", None, "")


def test_few_others_are_hidden_too() -> None:
    """Four pupils who are not in the group are as few as four who are: all known less the count would show them."""
    found = year_ten(sides={"sex": {"M": 36, "F": 4}})
    assert gaps(found)["boys"].others.hidden == "5 or fewer pupils"
    assert (
        next(c for c in found.public_counts if c.comparison == "boys").count.hidden
        == "it would give away “other pupils”"
    )


@pytest.mark.parametrize(("size", "hidden"), [(1, True), (5, True), (6, False), (0, False)])
def test_six_are_shown(size: int, hidden: bool) -> None:  # noqa: FBT001 - a case of the claim
    """One to five pupils are hidden; none and six are not."""
    found = year_ten(sides={"pupil_premium": {"Y": size, "N": 40 - size}})
    assert (gaps(found)["pupil_premium"].group.hidden is not None) == hidden
    assert (next(c for c in found.public_counts if c.comparison == "pupil_premium").count.hidden is not None) == hidden


def test_no_figure_of_a_group_says_how_many_lack_it() -> None:
    """Beside a printed count of the group the pupils without a mark would tell how many have one."""
    found = year_ten(sides={"pupil_premium": {"Y": 18, "N": 22}}, without=(0, 1, 2))
    assert gaps(found)["pupil_premium"].group.n == 15
    head = found.public_headlines[0]
    of_groups = _figures((head.gaps, head.gaps_before, head.gap_changes, head.by_year_group, found.public_counts))
    assert {figure.missing for figure in of_groups} == {0}


def test_overlapping_groups_hide_the_later() -> None:
    """Disadvantaged pupils are all pupil premium pupils: where they differ by three, the later of the two is hidden."""
    both = tuple(
        Group(
            id=name,
            name=name,
            values=(GroupValue(id="Y", name="yes"), GroupValue(id="N", name="no")),
            comparisons=(Comparison(id=name, name=name, these=("Y",), others=("N",), others_name="others"),),
        )
        for name in ("disadvantaged", "premium")
    )
    found = year_ten(
        sides={"disadvantaged": {"Y": 12, "N": 28}, "premium": {"Y": 15, "N": 25}}, groups=Groups(groups=both)
    )
    assert (gaps(found)["disadvantaged"].gap.hidden, gaps(found)["premium"].gap.hidden) == (
        None,
        "beside disadvantaged it would give 5 or fewer pupils away",
    )
    assert [c.count.hidden is None for c in found.public_counts] == [True, False]
    apart = year_ten(
        sides={"disadvantaged": {"Y": 12, "N": 28}, "premium": {"Y": 18, "N": 22}}, groups=Groups(groups=both)
    )
    assert gaps(apart)["premium"].gap.hidden is None


def test_unlike_groups_of_like_size_are_both_shown() -> None:
    """Groups of which neither is inside the other may be of nearly the same size."""
    found = year_ten(sides={"sex": {"M": 20, "F": 20}, "pupil_premium": {"N": 19, "Y": 21}})
    assert all(gap.gap.hidden is None for name, gap in gaps(found).items() if name in ("boys", "pupil_premium"))


def test_an_earlier_figure_of_nearly_the_same_pupils_is_hidden() -> None:
    """Five of a group of eight have a mark now: hidden now, and in June, when the eight had one, as well."""
    found = year_ten(sides={"pupil_premium": {"Y": 8, "N": 32}}, without=(0, 1, 2))
    head = found.public_headlines[0]
    before = next(g for g in head.gaps_before if g.comparison == "pupil_premium")
    assert gaps(found)["pupil_premium"].group.hidden == "5 or fewer pupils"
    assert before.gap.hidden is not None
    change = next(c for c in head.gap_changes if c.comparison == "pupil_premium")
    assert all(part.hidden for part in (change.then, change.now, change.change, change.composition))
    assert (change.group_n, change.others_n) == (0, 0)


def test_a_gap_change_of_few_is_hidden() -> None:
    """Seven of a group have a mark now, and seven had one in June, but only four of them both times: their change is hidden."""
    now = [
        f"{name} {'-' if 4 <= n < 7 else '4'} {'-' if 7 <= n < 10 else '5' if n % 2 else '6'}"
        for n, name in enumerate(NAMES)
    ]
    found = measure(
        project(measures=Measures(headlines=(MEAN,))),
        report(),
        loaded(
            pupils=pupils(*(f"{name} X Y 10 10R" for name in NAMES)),
            results=results(*now),
            memberships=memberships(
                pupil_premium=" ".join(f"{name}:{'Y' if n < 10 else 'N'}" for n, name in enumerate(NAMES))
            ),
        ),
    ).public_headlines[0]
    change = next(c for c in found.gap_changes if c.comparison == "pupil_premium")
    assert next(g for g in found.gaps if g.comparison == "pupil_premium").gap.hidden is None
    assert {part.hidden for part in (change.then, change.now, change.change, change.composition)} == {
        "5 or fewer pupils"
    }


def test_a_base_is_not_told_by_other_tables() -> None:
    """Eight on roll, three without a mark in all: five to eight have one, so neither count nor attendance shows the eight."""
    sides = {"pupil_premium": {"Y": 8, "N": 32}, "sex": {"M": 20, "F": 20}}
    told = (MEAN, Headline(id="here", name="Here", kind="attendance"))
    found = year_ten(sides=sides, headlines=told, without=(0, 1, 2))
    assert gaps(found)["pupil_premium"].group.hidden is not None
    assert gaps(found, 1)["pupil_premium"].gap.hidden is not None
    assert next(c for c in found.public_counts if c.comparison == "pupil_premium").count.hidden is not None
    assert all(gaps(found, n)["boys"].gap.hidden is None for n in (0, 1))


def test_a_base_that_may_be_anything_leaves_other_tables_alone() -> None:
    """Of eight on roll five have no mark, and of all pupils eight: none to eight may have one, so the count stays."""
    found = year_ten(sides={"pupil_premium": {"Y": 8, "N": 32}}, without=(0, 1, 2, 3, 4, 37, 38, 39))
    assert gaps(found)["pupil_premium"].group.hidden == "5 or fewer pupils"
    assert next(c for c in found.public_counts if c.comparison == "pupil_premium").count.value == 8


@pytest.mark.parametrize("hide", ["gaps", "gaps_before"])
def test_a_change_goes_with_either_gap(hide: str) -> None:
    """A gap hidden at one time, now or then, takes every part of its change with it."""
    head = year_ten(sides={"pupil_premium": {"Y": 12, "N": 28}}).headlines[0]
    few = tuple(
        gap.model_copy(update={"group": gap.group.model_copy(update={"n": 4})}) if gap.group.n else gap
        for gap in getattr(head, hide)
    )
    (shown,), _ = protect_for_governors((head.model_copy(update={hide: few}),), (), project=project(), nested=())
    change = next(c for c in shown.gap_changes if c.comparison == "pupil_premium")
    assert all(part.hidden for part in (change.then, change.now, change.change, change.composition))


def test_the_rest_of_a_change_says_whom_it_holds() -> None:
    """The rest of the change of a gap is also that of pupils with a mark at one time only."""
    rest = year_ten(sides={"pupil_premium": {"Y": 12, "N": 28}}).headlines[0].gap_changes[0].composition
    assert "pupils with a mark at one time only, joiners, leavers and changes of group" in rest.rule


def test_a_small_year_group_takes_the_next_smallest_with_it() -> None:
    """Year groups add up to all pupils: with three pupils of Year 9 the next smallest year group goes."""
    sizes = {"9": 3, "10": 20, "11": 17}
    names = [f"{y}{n}" for y, size in sizes.items() for n in range(size)]
    found = measure(
        project(measures=Measures(headlines=(MEAN,))),
        report(year_groups=tuple(sizes)),
        loaded(
            pupils=pupils(*(f"{n} X Y {n[:-1] if n[0] == '9' else n[:2]} F" for n in names)),
            results=results(*(f"{n} 4 5" for n in names)),
        ),
    )
    assert [y.hidden for y in found.public_headlines[0].by_year_group] == [
        "5 or fewer pupils",
        None,
        "it would give away “Year 9”",
    ]


def test_too_few_pupils_in_all() -> None:
    """Of five pupils nothing is shown, not the whole either."""
    names = NAMES[:5]
    found = measure(
        project(measures=Measures(headlines=(MEAN,))),
        report(),
        loaded(
            pupils=pupils(*(f"{n} X Y 10 10R" for n in names)),
            results=results(*(f"{n} 4 5" for n in names)),
        ),
    ).public_headlines[0]
    assert [f.hidden for f in (found.now, *found.before, *found.by_year_group)] == ["5 or fewer pupils"] * 3
    assert found.change is not None
    assert found.change.hidden == "one of its two figures is hidden"


def _figures(value: object) -> list[Figure]:
    if isinstance(value, Figure):
        return [value]
    parts = (
        value
        if isinstance(value, tuple)
        else [getattr(value, name) for name in getattr(type(value), "model_fields", ())]
    )
    return [figure for part in parts for figure in _figures(part)]


def test_nothing_hidden_keeps_a_number() -> None:
    """A hidden figure has no value, no numerator, no interval or word on it, no number of pupils."""
    found = year_ten(
        sides={"send": {"E": 3, "K": 9, "N": 28}, "pupil_premium": {"Y": 4, "N": 36}}, headlines=(MEAN, BASICS)
    )
    hidden = [figure for figure in _figures((found.public_headlines, found.public_counts)) if figure.hidden]
    assert len(hidden) > 20
    assert {(f.value, f.numerator, f.interval, f.n, f.missing, f.no_interval) for f in hidden} == {
        (None, None, None, 0, 0, "")
    }


def test_staff_figures_stay_as_they_are() -> None:
    """The headlines for staff keep every figure."""
    found = year_ten(sides={"send": {"E": 3, "K": 9, "N": 28}})
    assert not any(figure.hidden for figure in _figures((found.headlines, found.counts)))


def test_a_school_may_ask_for_larger_bases() -> None:
    """With a smallest base of 11, ten pupils are hidden."""
    found = year_ten(sides={"pupil_premium": {"Y": 10, "N": 30}})
    made = project(measures=Measures(headlines=(MEAN,), min_base=11))
    (shown,), _ = protect_for_governors(found.headlines, found.counts, project=made, nested=())
    assert next(g for g in shown.gaps if g.comparison == "pupil_premium").group.hidden == "10 or fewer pupils"
    assert pd.isna(shown.gaps[0].group.value or float("nan"))
