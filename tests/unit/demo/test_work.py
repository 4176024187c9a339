"""Marks and next steps of the made-up school."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import mean

import pytest

from reportgen.demo.classes import classes
from reportgen.demo.marks import ATTITUDE, CONTRIBUTION, CURRENT, FORECAST, TARGET, Mark, marks
from reportgen.demo.next_steps import NextStep, next_steps
from reportgen.demo.outcomes import final_grades
from reportgen.demo.pupil import Pupil
from reportgen.demo.road import RISEN_SUBJECT
from reportgen.demo.roll import roll
from reportgen.demo.subjects import taught_to
from reportgen.demo.year import ROUNDS

KS3 = [f"{grade}{sign}" for grade in ("Em", "De", "Se", "Co", "Ex") for sign in ("-", "", "+")]
GCSE = ["U", *[f"{grade}{sign}" for grade in range(1, 10) for sign in ("-", "", "+")][:-1]]
WHOLE = ["U", *"123456789"]
COMBINED = ["U", *(f"{high}-{low}" for low in range(1, 10) for high in (low, low + 1) if high < 10)]
VOCATIONAL = ["U", "L1P", "L1M", "L1D", "L2P", "L2M", "L2D", "L2D*"]
OWN_SCALE = {"combined-science": COMBINED, "health-social-care": VOCATIONAL, "sport-studies": VOCATIONAL}
STATES = {"Abs", "NT", "NR", "Dropped", "W", "-"}
SIZE = 600


@pytest.fixture(scope="module")
def school() -> tuple[Pupil, ...]:
    return roll(SIZE, 11)


@pytest.fixture(scope="module")
def given(school: tuple[Pupil, ...]) -> tuple[Mark, ...]:
    return marks(school, 11)


@pytest.fixture(scope="module")
def steps(school: tuple[Pupil, ...], given: tuple[Mark, ...]) -> tuple[NextStep, ...]:
    return next_steps(given, classes(school, SIZE), 11)


def year_group(mark: Mark) -> int:
    return mark.pupil.year_group_in(mark.collection.year)


def scale_of(mark: Mark) -> list[str]:
    return KS3 if year_group(mark) < 10 else OWN_SCALE.get(mark.subject.id, GCSE)


def whole_scale_of(mark: Mark) -> list[str]:
    return KS3[1::3] if year_group(mark) < 10 else OWN_SCALE.get(mark.subject.id, WHOLE)


def level(grade: str) -> float:
    """A grade told in thirds as a number: 4- is 3.67."""
    return 0.0 if grade == "U" else int(grade[0]) + {"-": -1 / 3, "": 0, "+": 1 / 3}[grade[1:]]


def steps_from_target(mark: Mark) -> int | None:
    scale, written = scale_of(mark), mark.written(CURRENT)
    told_in_thirds = scale is KS3 or scale is GCSE
    return scale.index(written) - scale.index(mark.written(TARGET)) if told_in_thirds and written in scale else None


def test_every_mark_is_on_its_scale(given: tuple[Mark, ...]) -> None:
    """Marks are labels of the scale of the year group and subject or a state; targets and forecasts are whole grades."""
    for mark in given:
        assert mark.written(CURRENT) in {*scale_of(mark), *STATES}
        assert mark.written(TARGET) in {*whole_scale_of(mark), *STATES} - {"U"}
        assert mark.written(ATTITUDE) in {"1", "2", "3", "4", *STATES}
        assert mark.written(FORECAST) in ({*whole_scale_of(mark), *STATES} if year_group(mark) > 9 else {""})
        assert (mark.written(CONTRIBUTION) == "") == (mark.collection.year < 2026)


def test_every_label_is_used(given: tuple[Mark, ...]) -> None:
    """No label of the four scales is left without a mark, so that settings are tried whole."""
    used: dict[int, set[str]] = defaultdict(set)
    for mark in given:
        used[id(scale_of(mark))].add(mark.written(CURRENT))
    for scale in (KS3, GCSE, COMBINED, VOCATIONAL):
        assert set(scale) <= used[id(scale)]


def test_the_nine_collections(given: tuple[Mark, ...]) -> None:
    """Each of nine collections has every year group from 7 to 11, those who have left since among them."""
    found = {(mark.collection.id, year_group(mark)) for mark in given}
    assert found == {(r.id, n) for r in ROUNDS for n in range(7, 12)}
    assert len(ROUNDS) == 9
    assert {mark.pupil.year_group for mark in given} == set(range(7, 14))


@pytest.mark.parametrize(("collection", "above", "on"), [("summer-2027", 0.27, 0.35), ("autumn-2026", 0.21, 0.36)])
def test_bands_spread(given: tuple[Mark, ...], collection: str, above: float, on: float) -> None:
    """In summer about a quarter is above target and a third on it; in autumn fewer are above."""
    found = [d for m in given if m.collection.id == collection and (d := steps_from_target(m)) is not None]
    assert mean(d >= 2 for d in found) == pytest.approx(above, abs=0.05)
    assert mean(-1 <= d < 2 for d in found) == pytest.approx(on, abs=0.05)


def test_most_pupils_stay_or_rise_a_step(given: tuple[Mark, ...]) -> None:
    """From spring to summer most marks stay, more rise than fall, and hardly any moves by a grade."""
    by_key: dict[tuple[str, str], dict[str, int]] = {}
    for mark in given:
        scale = scale_of(mark)
        if (scale is KS3 or scale is GCSE) and mark.written(CURRENT) in scale and mark.collection.year == 2026:
            place = scale.index(mark.written(CURRENT))
            by_key.setdefault((mark.pupil.upn, mark.subject.id), {})[mark.collection.id] = place
    moves = [p["summer-2027"] - p["spring-2027"] for p in by_key.values() if {"summer-2027", "spring-2027"} <= set(p)]
    shares = {n: moves.count(n) / len(moves) for n in range(-3, 4)}
    assert 0.4 < shares[0] < 0.65
    assert 0.06 < shares[-1] < shares[1] < 0.45
    assert shares[3] + shares[-3] < 0.01


def test_marks_climb_to_the_final_grade(given: tuple[Mark, ...]) -> None:
    """In Years 10 and 11 mathematics marks come nearer to the final grade each time, to within a half in the last summer."""
    off: dict[tuple[int, int], list[float]] = defaultdict(list)
    ends = {m.pupil.upn: final_grades(m.pupil, 11)["maths"] for m in given if m.subject.id == "maths"}
    for mark in given:
        if mark.subject.id == "maths" and scale_of(mark) is GCSE and mark.written(CURRENT) in GCSE:
            distance = level(ends[mark.pupil.upn]) - level(mark.written(CURRENT))
            off[year_group(mark), mark.collection.order].append(distance)
    gaps = [mean(off[year, order]) for year in (10, 11) for order in (1, 2, 3)]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] > 0.8
    assert gaps[-1] < 0.5


def test_the_climb_is_uneven(given: tuple[Mark, ...]) -> None:
    """Fewer than one in ten climb by the same step each time from autumn of Year 10 to summer of Year 11 in English."""
    paths: dict[str, list[float]] = defaultdict(list)
    for mark in given:
        if mark.pupil.year_group in (11, 12) and mark.subject.id == "english-language" and year_group(mark) > 9:
            paths[mark.pupil.upn].append(level(mark.written(CURRENT)) if mark.written(CURRENT) in GCSE else -1)
    whole = [p for p in paths.values() if len(p) == 6 and min(p) >= 1]
    steps_of = [[after - before for before, after in pairwise(path)] for path in whole]
    even = [steps for steps in steps_of if max(steps) - min(steps) < 0.1]
    assert len(whole) > SIZE / 10
    assert len(even) < len(whole) / 10


def test_the_scale_changes_in_year_10(given: tuple[Mark, ...]) -> None:
    """A pupil's history marks go from the school's grades to GCSE grades in Year 10, and never back."""
    for mark in given:
        if mark.subject.id == "history" and mark.written(CURRENT) not in STATES:
            assert mark.written(CURRENT)[0].isalpha() == (year_group(mark) < 10) or mark.written(CURRENT) == "U"


def test_forecasts_are_a_little_too_high(given: tuple[Mark, ...]) -> None:
    """In the last summer forecasts in mathematics are right for some 40 in 100, too high more often than too low."""
    off = [
        int(mark.written(FORECAST).replace("U", "0")) - int(final_grades(mark.pupil, 11)["maths"].replace("U", "0"))
        for mark in given
        if mark.subject.id == "maths" and year_group(mark) == 11 and mark.collection.order == 3
    ]
    assert 0.3 < mean(n == 0 for n in off) < 0.75
    assert mean(n > 0 for n in off) > 2 * mean(n < 0 for n in off)
    assert 0.1 < mean(off) < 0.5


def test_targets_are_from_year_6_alone(given: tuple[Mark, ...]) -> None:
    """Pupils of a year group with the same mean of Year 6 scores have the same target, whoever they are and do."""
    found: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for mark in given:
        if mark.pupil.ks2 and mark.written(TARGET) not in STATES:
            found[sum(mark.pupil.ks2), year_group(mark), mark.subject.id].add(mark.written(TARGET))
    assert {len(targets) for targets in found.values()} == {1}


def test_targets_rise_with_the_start(given: tuple[Mark, ...]) -> None:
    """In Year 11 mathematics a higher start never has a lower target; 106 has a 5, the grade half of England reaches."""
    found = {
        sum(mark.pupil.ks2) / 2: int(mark.written(TARGET))
        for mark in given
        if mark.subject.id == "maths" and mark.pupil.ks2 and year_group(mark) == 11
    }
    targets = [found[start] for start in sorted(found)]
    assert targets == sorted(targets)
    assert found[106] == 5


def test_one_subject_rose_over_three_years(given: tuple[Mark, ...]) -> None:
    """The planted story: beside a pupil's own mean, geography rises by some half a grade a year; history stays."""
    risen = {"geography": [0.0] * 3, "history": [0.0] * 3}
    for n, collection in enumerate(("summer-2025", "summer-2026", "summer-2027")):
        of_pupil: dict[str, dict[str, float]] = defaultdict(dict)
        for mark in given:
            if mark.collection.id == collection and scale_of(mark) is GCSE and mark.written(CURRENT) in GCSE:
                of_pupil[mark.pupil.upn][mark.subject.id] = level(mark.written(CURRENT))
        for subject, years in risen.items():
            beside = [
                g[subject] - mean(v for s, v in g.items() if s not in risen) for g in of_pupil.values() if subject in g
            ]
            years[n] = mean(beside)
    first, second, third = risen["geography"]
    assert RISEN_SUBJECT == "geography"
    assert second - first > 0.2
    assert third - second > 0.2
    assert 0.5 < third - first < 1.3
    assert max(risen["history"]) - min(risen["history"]) < 0.4


def test_attitude_follows_effort(given: tuple[Mark, ...]) -> None:
    """Pupils who try hard have attitudes half a place higher than others; every attitude is given."""
    now = [m for m in given if m.collection.id == "summer-2027"]
    assert {m.attitude for m in now} == {1, 2, 3, 4}
    hard = mean(m.attitude for m in now if m.pupil.traits.effort > 0.5)
    assert hard > mean(m.attitude for m in now if m.pupil.traits.effort < 0) + 0.5


def test_gaps_are_plausible(given: tuple[Mark, ...]) -> None:
    """Pupils with pupil premium are lower in mathematics than others in every key stage, by less than two grades."""
    now = [m for m in given if m.subject.id == "maths" and m.collection.id == "summer-2027"]
    for year_groups in ((7, 8, 9), (10, 11)):
        found: dict[bool, list[int]] = {True: [], False: []}
        for mark in now:
            if mark.pupil.year_group in year_groups and mark.written(CURRENT) in scale_of(mark):
                found[mark.pupil.pupil_premium].append(scale_of(mark).index(mark.written(CURRENT)))
        side = {premium: mean(values) for premium, values in found.items()}
        assert 0.3 < side[False] - side[True] < 6


def test_marks_only_while_on_roll(given: tuple[Mark, ...]) -> None:
    """No mark outside a pupil's time here, none in a year at primary school, none in a subject not taken."""
    for mark in given:
        assert mark.pupil.on_roll(mark.collection.closes)
        assert 7 <= year_group(mark) <= 11
        assert mark.subject in taught_to(year_group(mark), mark.pupil.options, mark.pupil.form_letter)


def test_every_state_occurs(given: tuple[Mark, ...]) -> None:
    """Each reason for a missing mark occurs, none of them often."""
    written = Counter(mark.written(CURRENT) for mark in given)
    assert set(written) >= STATES
    assert sum(written[state] for state in STATES) / len(given) < 0.03


def test_dropped_is_the_last_of_an_option(given: tuple[Mark, ...]) -> None:
    """A subject is dropped in spring or summer of Year 10 or 11, at both from spring on, and has no mark after it."""
    dropped = [mark for mark in given if mark.written(CURRENT) == "Dropped"]
    assert all(mark.collection.order > 1 and year_group(mark) > 9 for mark in dropped)
    assert all(mark.subject.option for mark in dropped)
    first = {(m.pupil.upn, m.subject.id): m.collection.closes for m in reversed(dropped)}
    for mark in given:
        since = first.get((mark.pupil.upn, mark.subject.id))
        assert since is None or mark.collection.closes < since or mark.written(CURRENT) == "Dropped"


def test_how_many_subjects(given: tuple[Mark, ...]) -> None:
    """Fourteen subjects in years 7 to 9; eight with combined science and nine with three sciences in years 10 and 11."""
    per_pupil = Counter((m.pupil.upn, year_group(m) < 10, "biology" in m.pupil.options, m.collection.id) for m in given)
    counts: dict[tuple[bool, bool], set[int]] = defaultdict(set)
    for (_, young, separate, _), n in per_pupil.items():
        counts[young, separate].add(n)
    assert counts == {(True, False): {14}, (True, True): {14}, (False, False): {8}, (False, True): {9}}
    assert len({m.subject.id for m in given}) == 25


def test_next_steps_are_fit_to_print(steps: tuple[NextStep, ...]) -> None:
    """Each goes on after a subject and a colon, ends as a sentence, is short; at most three a pupil, all different."""
    for step in steps:
        assert step.text[0].islower()
        assert step.text.endswith(".")
        assert "{" not in step.text
        assert len(step.text) <= 130
    each = Counter((s.mark.pupil.upn, s.mark.collection.id) for s in steps)
    assert max(each.values()) == 3
    assert len({(s.mark.pupil.upn, s.mark.collection.id, s.text) for s in steps}) == len(steps)


def test_next_steps_are_many(steps: tuple[NextStep, ...]) -> None:
    """No text is more than one in a hundred, and a third as many texts as next steps are different."""
    written = Counter(s.text for s in steps)
    assert written.most_common(1)[0][1] / len(steps) < 0.01
    assert len(written) > len(steps) / 3
