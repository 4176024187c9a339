"""Classes, marks and next steps of the made-up school."""

from __future__ import annotations

from collections import Counter

import pytest

from reportgen.demo.classes import SchoolClass, classes, form_tutors
from reportgen.demo.marks import ATTITUDE, CONTRIBUTION, CURRENT, TARGET, Mark, marks
from reportgen.demo.next_steps import NextStep, next_steps
from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import roll
from reportgen.demo.staff import STAFF
from reportgen.demo.subjects import taught_to

KS3 = [f"{grade}{sign}" for grade in ("Em", "De", "Se", "Co", "Ex") for sign in ("-", "", "+")]
GCSE = [f"{grade}{sign}" for grade in range(1, 10) for sign in ("-", "", "+")][:-1]
STATES = {"Abs", "NT", "NR", "Dropped", "W", "-"}


@pytest.fixture(scope="module")
def school() -> tuple[Pupil, ...]:
    return roll(600, 11)


@pytest.fixture(scope="module")
def given(school: tuple[Pupil, ...]) -> tuple[Mark, ...]:
    return marks(school, 11)


@pytest.fixture(scope="module")
def taught(school: tuple[Pupil, ...]) -> tuple[SchoolClass, ...]:
    return classes(school, 600)


@pytest.fixture(scope="module")
def steps(given: tuple[Mark, ...], taught: tuple[SchoolClass, ...]) -> tuple[NextStep, ...]:
    return next_steps(given, taught, 11)


def scale_of(mark: Mark) -> list[str]:
    return KS3 if mark.pupil.year_group_in(mark.collection.year) < 10 else GCSE


def steps_from_target(mark: Mark) -> int | None:
    scale = scale_of(mark)
    written = mark.written(CURRENT)
    return scale.index(written) - scale.index(mark.written(TARGET)) if written in scale else None


def test_every_mark_is_on_its_scale(given: tuple[Mark, ...]) -> None:
    """Marks are labels of the year group's scale or one of the states; targets are whole grades of the same scale."""
    for mark in given:
        assert mark.written(CURRENT) in {*scale_of(mark), *STATES}
        assert mark.written(TARGET) in {*scale_of(mark), *STATES}
        assert not mark.written(TARGET).endswith("+")
        assert mark.written(TARGET) == "-" or not mark.written(TARGET).endswith("-")
        assert mark.written(ATTITUDE) in {"1", "2", "3", "4", *STATES}
        assert (mark.written(CONTRIBUTION) == "") == (mark.collection.year == 2025)


@pytest.mark.parametrize(("collection", "above", "below"), [("summer-2027", 0.21, 0.18), ("autumn-2026", 0.10, 0.22)])
def test_bands_spread(given: tuple[Mark, ...], collection: str, above: float, below: float) -> None:
    """In summer about a fifth is above target and a fifth below, the rest on it; in autumn fewer are above."""
    found = [d for m in given if m.collection.id == collection and (d := steps_from_target(m)) is not None]
    assert sum(d >= 2 for d in found) / len(found) == pytest.approx(above, abs=0.05)
    assert sum(d <= -2 for d in found) / len(found) == pytest.approx(below, abs=0.06)


def test_most_pupils_stay_or_rise_a_step(given: tuple[Mark, ...]) -> None:
    """From spring to summer most marks stay, more rise than fall, and hardly any moves by a grade."""
    by_key: dict[tuple[str, str], dict[str, int]] = {}
    for mark in given:
        if mark.written(CURRENT) in scale_of(mark) and mark.collection.year == 2026:
            place = scale_of(mark).index(mark.written(CURRENT))
            by_key.setdefault((mark.pupil.upn, mark.subject.id), {})[mark.collection.id] = place
    moves = [p["summer-2027"] - p["spring-2027"] for p in by_key.values() if {"summer-2027", "spring-2027"} <= set(p)]
    shares = {n: moves.count(n) / len(moves) for n in range(-3, 4)}
    assert 0.4 < shares[0] < 0.65
    assert 0.06 < shares[-1] < shares[1] < 0.45
    assert shares[3] + shares[-3] < 0.01


def test_gaps_are_plausible(given: tuple[Mark, ...]) -> None:
    """Pupils with pupil premium are lower in mathematics than others in every key stage, by less than two grades."""
    now = [m for m in given if m.subject.id == "maths" and m.collection.id == "summer-2027"]
    for year_groups in ((7, 8, 9), (10, 11)):
        found: dict[bool, list[int]] = {True: [], False: []}
        for mark in now:
            if mark.pupil.year_group in year_groups and mark.written(CURRENT) in scale_of(mark):
                found[mark.pupil.pupil_premium].append(scale_of(mark).index(mark.written(CURRENT)))
        mean = {side: sum(values) / len(values) for side, values in found.items()}
        assert 0.3 < mean[False] - mean[True] < 6


def test_marks_only_while_on_roll(given: tuple[Mark, ...]) -> None:
    """No mark outside a pupil's time here, none in a year at primary school, none in a subject not taken."""
    for mark in given:
        assert mark.pupil.on_roll(mark.collection.closes)
        year_group = mark.pupil.year_group_in(mark.collection.year)
        assert 7 <= year_group <= 11
        assert mark.subject in taught_to(year_group, mark.pupil.options)


def test_every_state_occurs(given: tuple[Mark, ...]) -> None:
    """Each reason for a missing mark occurs, none of them often."""
    written = Counter(mark.written(CURRENT) for mark in given)
    assert set(written) >= STATES
    assert sum(written[state] for state in STATES) / len(given) < 0.03


def test_about_twelve_subjects(given: tuple[Mark, ...]) -> None:
    """Twelve subjects in years 7 to 9, nine in years 10 and 11, at each collection."""
    per_pupil = Counter((m.pupil.upn, m.pupil.year_group_in(m.collection.year) < 10, m.collection.id) for m in given)
    assert {n for (_, young, _), n in per_pupil.items() if young} == {12}
    assert {n for (_, young, _), n in per_pupil.items() if not young} == {9}


def test_every_pupil_has_a_class_in_each_subject(school: tuple[Pupil, ...], taught: tuple[SchoolClass, ...]) -> None:
    """A pupil of 2026/27 is in exactly one class of each subject taken; no class is larger than 33."""
    in_classes = Counter((p.upn, c.subject.id) for c in taught for p in c.pupils)
    assert set(in_classes.values()) == {1}
    for pupil in (p for p in school if p.year_group < 12 and p.left is None):
        assert {s for upn, s in in_classes if upn == pupil.upn} == {
            s.id for s in taught_to(pupil.year_group, pupil.options)
        }
    assert max(len(c.pupils) for c in taught) <= 33
    assert len({c.id for c in taught}) == len(taught)


def test_teachers(school: tuple[Pupil, ...], taught: tuple[SchoolClass, ...]) -> None:
    """Every class has a teacher of its department, some have two; codes and tutors are in the staff list."""
    department = {t.code: t.department for t in STAFF}
    assert len(department) == len(STAFF)
    assert all(department[code] == c.subject.department for c in taught for code in c.teachers)
    assert {len(c.teachers) for c in taught} == {1, 2}
    assert all(len(set(c.teachers)) == len(c.teachers) for c in taught)
    tutors = form_tutors(school, 600)
    assert set(tutors.values()) <= set(department)
    assert set(tutors) == {p.form() for p in school if p.year_group < 12 and p.left is None}


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
