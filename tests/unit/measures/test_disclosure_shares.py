"""Shares of pupils for governors: none of few, none that gives its numerator away, no reason that tells which."""

from __future__ import annotations

from typing import Any

import pytest
from builders import project

from reportgen.measures import protect_for_governors
from reportgen.model.figure import Figure, Unit
from reportgen.model.measured import Gap, GapChange, HeadlineFigures

TOO_FEW = "too few pupils to show"


def share(name: str, n: int, numerator: int, **about: Any) -> Figure:
    """So many of n pupils."""
    value = 100 * numerator / n
    return Figure(id=name, value=value, unit=Unit.PERCENT, n=n, numerator=numerator, collection="nov", **about)


def average(name: str, n: int, percent: float) -> Figure:
    """A mean of pupils' shares, which has no numerator."""
    return Figure(id=name, value=percent, unit=Unit.PERCENT, n=n, collection="nov")


def gap(group: Figure, others: Figure, collection: str = "nov") -> Gap:
    """Pupil premium beside others."""
    return Gap(
        comparison="pupil_premium",
        group_name="PP",
        others_name="others",
        headline="h",
        collection=collection,
        group=group,
        others=others,
        gap=Figure(id=f"gap {collection}", value=-3.0, unit=Unit.POINTS, n=group.n + others.n),
    )


def shown(now: Figure, *gaps: Gap, **parts: Any) -> HeadlineFigures:
    """What governors get of a headline."""
    given = HeadlineFigures(id="h", now=now, gaps=gaps, **parts)
    return protect_for_governors((given,), (), project=project(), nested=())[0][0]


@pytest.mark.parametrize(
    ("n", "numerator", "reason"),
    [
        (3, 0, TOO_FEW),
        (5, 5, TOO_FEW),
        (6, 1, TOO_FEW),
        (8, 0, TOO_FEW),
        (8, 8, TOO_FEW),
        (10, 5, TOO_FEW),
        (11, 0, None),
        (11, 11, None),
        (12, 1, TOO_FEW),
        (12, 6, None),
        (40, 35, TOO_FEW),
        (40, 34, None),
    ],
)
def test_which_shares_are_shown(n: int, numerator: int, reason: str | None) -> None:
    """A share needs eleven pupils and on each side six or none; the words are the same for none, some and all."""
    found = shown(share("now", n + 40, numerator + 20), gap(share("a", n, numerator), share("b", 40, 20)))
    assert (found.gaps[0].group.hidden, found.gaps[0].gap.hidden) == (reason, reason)
    assert (found.gaps[0].others.hidden is None) == (reason is None)


@pytest.mark.parametrize("n", [8, 10])
def test_a_mean_share_of_six_is_shown(n: int) -> None:
    """A mean of pupils' shares gives no numerator away: from six pupils on it is shown."""
    found = shown(average("now", 40 + n, 61.0), gap(average("a", n, 60.0), average("b", 40, 62.0)))
    assert found.gaps[0].gap.hidden is None


@pytest.mark.parametrize(("n", "percent"), [(5, 60.0), (5, 0.0), (8, 0.0), (8, 100.0)])
def test_a_mean_share_of_none_or_all_has_the_same_reason(n: int, percent: float) -> None:
    """Where eight pupils all attended always, the reason is the same as where five attended sometimes."""
    found = shown(average("now", 40 + n, 80.0), gap(average("a", n, percent), average("b", 40, 90.0)))
    reasons = {f.hidden for f in (found.gaps[0].group, found.gaps[0].others, found.gaps[0].gap)}
    assert reasons == {"too few pupils to show, here or beside it"}


def test_a_whole_with_few_on_a_side_is_hidden() -> None:
    """Three of forty pupils: the whole is hidden, and its change since a shown one."""
    change = Figure(id="change", value=2.0, unit=Unit.POINTS, n=38)
    found = shown(share("now", 40, 3), before=(share("then", 40, 20),), change=change)
    assert found.now.hidden == TOO_FEW
    assert found.change is not None
    assert found.change.hidden == "one of its two figures is hidden"


@pytest.mark.parametrize(("pupils", "hidden"), [(10, True), (11, False)])
def test_changes_of_shares_need_as_many_pupils(pupils: int, hidden: bool) -> None:  # noqa: FBT001 - a case of the claim
    """A change of a share, or of a gap in shares, among ten pupils is hidden."""
    change = Figure(id="change", value=2.0, unit=Unit.POINTS, n=pupils)
    told = GapChange(
        comparison="pupil_premium", headline="h", before="june", then=change, now=change, change=change,
        composition=change, group_n=pupils, others_n=30,
    )  # fmt: skip
    found = shown(share("now", 60, 30), before=(share("then", 60, 30),), change=change, gap_changes=(told,))
    assert found.change is not None
    assert [f.hidden for f in (found.change, found.gap_changes[0].change)] == [TOO_FEW if hidden else None] * 2


def test_a_national_gap_is_hidden_with_its_group() -> None:
    """The published figure stays, the group and its distance from it go."""
    within = gap(average("a", 4, 50.0), average("b", 36, 50.0)).model_copy(
        update={"worth": -1, "worth_words": "pupils"}
    )
    national = within.model_copy(update={"against": "national", "others": average("england", 0, 50.0)})
    found = shown(average("now", 40, 50.0), within, national)
    assert [(g.group.hidden is None, g.others.hidden is None, g.gap.hidden is None) for g in found.gaps] == [
        (False, False, False),
        (False, True, False),
    ]
