"""What governors get of a made-up Year 10: nothing of 5 or fewer pupils, nothing that gives such a number away."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from builders import attendance, loaded, memberships, project, pupils, report, results

from reportgen.measures import measure, protect_for_governors
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline, Measures
from reportgen.model.measured import Gap, HeadlineFigures, Measured
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
    assert shown["sen_support"].group.hidden == "it would give the EHC plan figure away"
    assert [
        (c.comparison, c.count.hidden) for c in found.public_counts if c.comparison in ("send", "ehcp", "sen_support")
    ] == [
        ("send", None),
        ("ehcp", "5 or fewer pupils"),
        ("sen_support", "it would give the EHC plan figure away"),
    ]


def test_a_hidden_side_hides_the_other_and_the_gap() -> None:
    """All pupils are printed on the first page: the others less than all would be the hidden side."""
    shown = gaps(year_ten(sides={"pupil_premium": {"Y": 4, "N": 36}}))["pupil_premium"]
    assert (shown.group.hidden, shown.others.hidden) == (
        "5 or fewer pupils",
        "it would give the Pupil premium figure away",
    )
    assert (shown.gap.hidden, shown.worth, shown.worth_words) == ("5 or fewer pupils", None, "")


def test_few_others_are_hidden_too() -> None:
    """Four pupils who are not in the group are as few as four who are: all known less the count would show them."""
    found = year_ten(sides={"sex": {"M": 36, "F": 4}})
    assert gaps(found)["boys"].others.hidden == "5 or fewer pupils"
    assert (
        next(c for c in found.public_counts if c.comparison == "boys").count.hidden
        == "it would give the other pupils figure away"
    )


@pytest.mark.parametrize(("size", "hidden"), [(1, True), (5, True), (6, False), (0, False)])
def test_six_are_shown(size: int, hidden: bool) -> None:  # noqa: FBT001 - a case of the claim
    """One to five pupils are hidden; none and six are not."""
    found = year_ten(sides={"pupil_premium": {"Y": size, "N": 40 - size}})
    assert (gaps(found)["pupil_premium"].group.hidden is not None) == hidden
    assert (next(c for c in found.public_counts if c.comparison == "pupil_premium").count.hidden is not None) == hidden


@pytest.mark.parametrize(("size", "hidden"), [(10, True), (11, False)])
def test_none_or_all_of_fewer_than_eleven_is_hidden(size: int, hidden: bool) -> None:  # noqa: FBT001 - a case of the claim
    """0% of ten pupils says the same of each of them; 0% of eleven is shown."""
    shown = gaps(year_ten(sides={"pupil_premium": {"Y": size, "N": 40 - size}}, headlines=(BASICS,)))["pupil_premium"]
    assert (shown.group.hidden is not None) == hidden
    assert (shown.gap.hidden is not None) == hidden


def test_numerators_of_few_are_taken_out() -> None:
    """A share is shown without its numerator unless the numerator and what is left are both more than five."""
    sides = {"pupil_premium": {"Y": 24, "N": 16}}
    for low, kept in ((5, None), (6, 18), (18, 6), (19, None)):
        shown = gaps(year_ten(sides=sides, headlines=(BASICS,), low=low))["pupil_premium"].group
        assert (shown.hidden, shown.numerator) == (None, kept)


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
    assert before.gap.hidden == "it would give the Pupil premium figure away"
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


def test_counts_of_a_small_school_stay_where_they_can() -> None:
    """What one table hides does not take a group's other figures with it."""
    found = year_ten(
        sides={"pupil_premium": {"Y": 8, "N": 32}},
        headlines=(MEAN, Headline(id="here", name="Here", kind="attendance")),
        without=(0, 1, 2),
    )
    assert gaps(found)["pupil_premium"].group.hidden == "5 or fewer pupils"
    assert gaps(found, 1)["pupil_premium"].gap.hidden is None
    assert next(c for c in found.public_counts if c.comparison == "pupil_premium").count.value == 8


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
        "it would give the Year 9 figure away",
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


def test_a_national_gap_is_hidden_with_its_group() -> None:
    """The published figure stays, the group and its distance from it go."""

    def one(name: str, n: int) -> Figure:
        return Figure(id=name, value=50.0, unit=Unit.PERCENT, n=n, collection="nov")

    within = Gap(
        comparison="pupil_premium",
        group_name="PP",
        others_name="others",
        headline="h",
        collection="nov",
        group=one("a", 4),
        others=one("b", 36),
        gap=one("c", 40),
        worth=-1,
        worth_words="pupils",
    )
    national = within.model_copy(update={"against": "national", "others": one("england", 0)})
    (shown,), _ = protect_for_governors(
        (HeadlineFigures(id="h", now=one("now", 40), gaps=(within, national)),), (), project=project(), nested=()
    )
    assert [(g.group.hidden is None, g.others.hidden is None, g.gap.hidden is None) for g in shown.gaps] == [
        (False, False, False),
        (False, True, False),
    ]


def test_a_school_may_ask_for_larger_bases() -> None:
    """With a smallest base of 11, ten pupils are hidden."""
    found = year_ten(sides={"pupil_premium": {"Y": 10, "N": 30}})
    made = project(measures=Measures(headlines=(MEAN,), min_base=11))
    (shown,), _ = protect_for_governors(found.headlines, found.counts, project=made, nested=())
    assert next(g for g in shown.gaps if g.comparison == "pupil_premium").group.hidden == "10 or fewer pupils"
    assert pd.isna(shown.gaps[0].group.value or float("nan"))
