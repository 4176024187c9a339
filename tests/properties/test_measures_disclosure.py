"""A reader with pencil and paper: nothing hidden can be worked out from what governors are given."""

from __future__ import annotations

from itertools import product

from builders import project
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.measures import protect_for_governors
from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline, Measures
from reportgen.model.measured import Gap, GroupCount, HeadlineFigures, figure_id
from reportgen.model.project import Project
from reportgen.model.school import Groups

SEND = Groups(groups=(project().groups.groups[1],))
VALUES = ("N", "K", "E")
SIDES = {c.id: (c.these, c.others) for c in SEND.groups[0].comparisons}
Sizes = dict[str, int]
FEW = range(1, 6)


def school(headlines: int) -> Project:
    """A school with SEND alone and some mean headlines."""
    told = tuple(Headline(id=f"h{n}", name=f"h{n}", kind="mean", scale="fine") for n in range(headlines))
    return project(groups=SEND, measures=Measures(headlines=told))


def _figure(name: str, n: int, missing: int, unit: Unit = Unit.VALUE, value: float = 5.0) -> Figure:
    return Figure(id=name, value=value if n else None, unit=unit, n=n, missing=missing, collection="nov")


def _of(sizes: Sizes, values: tuple[str, ...]) -> int:
    return sum(sizes[v] for v in values)


def headline(name: str, roll: Sizes, counted: Sizes) -> HeadlineFigures:
    """A headline in which so many pupils of each value are counted."""
    missing = {v: roll[v] - counted[v] for v in VALUES}
    gaps = []
    for comparison, sides in SIDES.items():
        group, others = (
            _figure(f"{comparison}{i}{name}", _of(counted, side), _of(missing, side)) for i, side in enumerate(sides)
        )
        gap = _figure(f"gap{comparison}{name}", group.n + others.n, group.missing + others.missing)
        gaps.append(
            Gap(
                comparison=comparison,
                group_name=comparison,
                others_name="others",
                headline=name,
                collection="nov",
                group=group,
                others=others,
                gap=gap,
            )
        )
    return HeadlineFigures(id=name, now=_figure(name, _of(counted, VALUES), _of(missing, VALUES)), gaps=tuple(gaps))


def counts_of(roll: Sizes) -> tuple[GroupCount, ...]:
    """How many pupils on roll are in each group."""
    whole = _of(roll, VALUES)
    return tuple(
        GroupCount(
            comparison=c,
            name=c,
            count=Figure(id=c, value=_of(roll, these), unit=Unit.PUPILS, n=_of(roll, these)),
            share=_figure(f"{c} share", whole, 0, Unit.PERCENT, 100 * _of(roll, these) / whole),
        )
        for c, (these, _) in SIDES.items()
    )


def _fits(figure: Figure, n: int, roll: int | None) -> bool:
    """Could the figure stand for so many pupils? A reason tells as well."""
    if figure.hidden is None:
        return n == figure.n and roll in (None, figure.n + figure.missing)
    if figure.hidden == "5 or fewer pupils":
        return n in FEW
    return n == 0 or n > 5 if "away" in figure.hidden else True


def _possible(total: int) -> list[Sizes]:
    return [
        dict(zip(VALUES, sizes, strict=True)) for sizes in product(range(total + 1), repeat=3) if sum(sizes) <= total
    ]


def _rolls(counts: tuple[GroupCount, ...], whole: int) -> list[Sizes]:
    return [
        roll
        for roll in _possible(whole)
        if _of(roll, VALUES) == whole and all(_fits(c.count, _of(roll, SIDES[c.comparison][0]), None) for c in counts)
    ]


def _counted(one: HeadlineFigures, tables: list[Sizes], roll: Sizes | None) -> list[Sizes]:
    """The tables of a headline that fit everything printed about it, for pupils on roll as given."""
    return [
        n
        for n in tables
        if (roll is None or all(n[v] <= roll[v] for v in VALUES))
        and _fits(one.now, _of(n, VALUES), roll and _of(roll, VALUES))
        and all(
            _fits(figure, _of(n, side), roll and _of(roll, side))
            for gap in one.gaps
            for figure, side in zip((gap.group, gap.others), SIDES[gap.comparison], strict=True)
        )
    ]


def possible_counts(
    headlines: tuple[HeadlineFigures, ...], counts: tuple[GroupCount, ...], whole: int
) -> dict[str, set[int]]:
    """For each count what it may be, by trying every school that fits all that is printed."""
    tables = _possible(whole)
    rolls = [roll for roll in _rolls(counts, whole) if all(_counted(one, tables, roll) for one in headlines)]
    return {comparison: {_of(roll, these) for roll in rolls} for comparison, (these, _) in SIDES.items()}


def possible_bases(one: HeadlineFigures, whole: int) -> dict[str, tuple[set[int], set[int]]]:
    """For each side of each gap of a headline how many pupils it may rest on, by trying every table that fits it."""
    fitting = _counted(one, _possible(whole), None)
    return {
        comparison: ({_of(n, these) for n in fitting}, {_of(n, others) for n in fitting})
        for comparison, (these, others) in SIDES.items()
    }


@st.composite
def schools(draw: st.DrawFn) -> tuple[Sizes, list[Sizes]]:
    """Pupils on roll by SEND, and for two headlines how many of them are counted."""
    roll = {"N": draw(st.integers(0, 9)), "K": draw(st.integers(0, 7)), "E": draw(st.integers(0, 5))}
    missing = [{v: draw(st.integers(0, min(2, roll[v]))) for v in VALUES} for _ in range(2)]
    return roll, [{v: roll[v] - gone[v] for v in VALUES} for gone in missing]


@settings(max_examples=60, deadline=None)
@given(schools())
def test_no_hidden_number_of_a_group_can_be_solved(made: tuple[Sizes, list[Sizes]]) -> None:
    """Each hidden count and base of 1 to 5 pupils may be anything from 1 to 5, and none of them is shown."""
    roll, tables = made
    whole = _of(roll, VALUES)
    if min(_of(n, VALUES) for n in tables) <= 5:
        return  # all pupils are too few: nothing of the table is printed
    names = [f"h{n}" for n in range(len(tables))]
    shown, counts = protect_for_governors(
        tuple(headline(name, roll, counted) for name, counted in zip(names, tables, strict=True)),
        counts_of(roll),
        project=school(2),
        nested=(),
    )
    possible = possible_counts(shown, counts, whole)
    for count in counts:
        n = _of(roll, SIDES[count.comparison][0])
        assert (n in FEW) <= (count.count.hidden is not None and set(FEW) <= possible[count.comparison])
    for one, counted in zip(shown, tables, strict=True):
        bases = possible_bases(one, whole)
        for gap in one.gaps:
            sides = zip((gap.group, gap.others), SIDES[gap.comparison], bases[gap.comparison], strict=True)
            for figure, side, base in sides:
                assert (_of(counted, side) in FEW) <= (figure.hidden is not None and set(FEW) <= base)
            assert (gap.group.hidden is None) == (gap.others.hidden is None) == (gap.gap.hidden is None)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=4))
def test_no_hidden_year_group_can_be_solved(sizes: list[int]) -> None:
    """Of year groups that add up to a printed whole, each hidden one of 1 to 5 pupils may be any of 1 to 5."""
    whole = sum(sizes)
    years = tuple(_figure(figure_id("headline", "h0", "nov", str(7 + n)), size, 0) for n, size in enumerate(sizes))
    given_in = HeadlineFigures(id="h0", now=_figure("h0", whole, 0), by_year_group=years)
    (shown,), _ = protect_for_governors((given_in,), (), project=school(1), nested=())
    tries = [
        t
        for t in product(range(max(whole, 5) + 3), repeat=len(sizes))
        if (shown.now.hidden is not None or sum(t) == shown.now.n)
        and all(_fits(f, n, None) for f, n in zip(shown.by_year_group, t, strict=True))
    ]
    for place, (figure, size) in enumerate(zip(shown.by_year_group, sizes, strict=True)):
        assert (size in FEW) <= (figure.hidden is not None and set(FEW) <= {t[place] for t in tries})
