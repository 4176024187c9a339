"""A reader with pencil and paper: nothing hidden can be worked out from what governors are given."""

from __future__ import annotations

from itertools import product

from builders import project
from hypothesis import assume, given, settings
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
        return n <= 5
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


def _counted(one: HeadlineFigures, tables: list[Sizes], roll: Sizes) -> list[Sizes]:
    """The tables of a headline that fit everything printed about it, for pupils on roll as given."""
    return [
        n
        for n in tables
        if all(n[v] <= roll[v] for v in VALUES)
        and _fits(one.now, _of(n, VALUES), _of(roll, VALUES))
        and all(
            _fits(figure, _of(n, side), None)
            for gap in one.gaps
            for figure, side in zip((gap.group, gap.others), SIDES[gap.comparison], strict=True)
        )
    ]


School = tuple[Sizes, list[list[Sizes]]]
"""Pupils on roll, and for each headline the tables it may have with them."""


def possible_schools(
    headlines: tuple[HeadlineFigures, ...], counts: tuple[GroupCount, ...], whole: int
) -> list[School]:
    """Every school that fits all that is printed: the roll, each table inside it, all together."""
    printed = [_shown_alone(one, _possible(whole)) for one in headlines]
    made = (
        (roll, [_counted(one, tables, roll) for one, tables in zip(headlines, printed, strict=True)])
        for roll in _rolls(counts, whole)
    )
    return [(roll, tables) for roll, tables in made if all(tables)]


def _shown_alone(one: HeadlineFigures, tables: list[Sizes]) -> list[Sizes]:
    """The tables that fit the headline whatever the roll."""
    sides = [
        (f, side) for gap in one.gaps for f, side in zip((gap.group, gap.others), SIDES[gap.comparison], strict=True)
    ]
    return [
        n
        for n in tables
        if _fits(one.now, _of(n, VALUES), None) and all(_fits(f, _of(n, side), None) for f, side in sides)
    ]


def possible_counts(schools: list[School]) -> dict[str, set[int]]:
    """For each count what it may be."""
    return {comparison: {_of(roll, these) for roll, _ in schools} for comparison, (these, _) in SIDES.items()}


def possible_bases(schools: list[School], place: int) -> dict[str, tuple[set[int], set[int]]]:
    """For each side of each gap of a headline how many pupils it may rest on."""
    fitting = [n for _, tables in schools for n in tables[place]]
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
    fitting = possible_schools(shown, counts, whole)
    possible = possible_counts(fitting)
    for count in counts:
        n = _of(roll, SIDES[count.comparison][0])
        assert (n in FEW) <= (count.count.hidden is not None and set(FEW) <= possible[count.comparison])
    for place, (one, counted) in enumerate(zip(shown, tables, strict=True)):
        bases = possible_bases(fitting, place)
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


def _shares(n: Sizes, numerators: Sizes) -> HeadlineFigures:
    """A headline that is a share of pupils, with a mark for everyone."""
    plain = headline("h0", n, n)

    def told(figure: Figure, values: tuple[str, ...]) -> Figure:
        part, whole = _of(numerators, values), _of(n, values)
        value = 100 * part / whole if whole else None
        return figure.model_copy(update={"unit": Unit.PERCENT, "numerator": part, "value": value})

    gaps = tuple(
        gap.model_copy(
            update={
                side: told(getattr(gap, side), values)
                for side, values in zip(("group", "others"), SIDES[gap.comparison], strict=True)
            }
        )
        for gap in plain.gaps
    )
    return plain.model_copy(update={"now": told(plain.now, VALUES), "gaps": gaps})


def _may_be_shown(part: int, n: int) -> bool:
    return n == 0 or (n > 10 and not {part, n - part} & set(FEW))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_hidden_share_can_be_solved(data: st.DataObject) -> None:
    """With every base known, a hidden share has two numerators or more, unless it is part of a printed none or all."""
    n = {v: data.draw(st.integers(0, most)) for v, most in zip(VALUES, (25, 16, 14), strict=True)}
    numerators = {v: data.draw(st.integers(0, n[v])) for v in VALUES}
    assume(sum(n.values()) > 0)
    (shown,), _ = protect_for_governors((_shares(n, numerators),), counts_of(n), project=school(1), nested=())
    told = [(shown.now, VALUES)] + [
        (figure, side)
        for gap in shown.gaps
        for figure, side in zip((gap.group, gap.others), SIDES[gap.comparison], strict=True)
    ]
    printed = [(side, _of(numerators, side)) for figure, side in told if figure.hidden is None]
    assert all(_may_be_shown(part, _of(n, side)) for side, part in printed)
    uniform = {v for side, part in printed if part in (0, _of(n, side)) for v in side}
    tries = [dict(zip(VALUES, k, strict=True)) for k in product(*(range(n[v] + 1) for v in VALUES))]
    fitting = [k for k in tries if all(_of(k, side) == part for side, part in printed)]
    for _, side in told:
        if not _may_be_shown(_of(numerators, side), _of(n, side)) and not set(side) <= uniform:
            assert len({_of(k, side) for k in fitting}) > 1
