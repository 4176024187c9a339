"""Options, classes and staff of the made-up school."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import mean

import pytest

from reportgen.demo.classes import SchoolClass, classes, form_tutors
from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import roll
from reportgen.demo.staff import OFFICE, everyone, posts, team
from reportgen.demo.subjects import SUBJECTS, language_of, taught_to

FULL = 1200


@pytest.fixture(scope="module")
def school() -> tuple[Pupil, ...]:
    return roll(FULL, 1)


@pytest.fixture(scope="module")
def taught(school: tuple[Pupil, ...]) -> tuple[SchoolClass, ...]:
    return classes(school, FULL)


@pytest.fixture(scope="module")
def choosers() -> list[Pupil]:
    return [pupil for seed in range(4) for pupil in roll(900, seed)]


def share(pupils: list[Pupil], *any_of: str) -> float:
    return mean(bool(set(any_of) & set(p.options)) for p in pupils)


def test_everyone_chooses_four(choosers: list[Pupil]) -> None:
    """Each has four different options, and nobody both physical education and sport studies."""
    assert {len(set(p.options)) for p in choosers} == {4}
    assert not any({"pe", "sport-studies"} <= set(p.options) for p in choosers)


def test_shares_of_options_are_plausible(choosers: list[Pupil]) -> None:
    """Nearly all take history or geography, over 4 in 10 a language; a quarter to a third three sciences."""
    assert 0.93 < share(choosers, "history", "geography") < 0.99
    assert 0.4 < share(choosers, "french", "spanish") < 0.52
    assert 0.25 < share(choosers, "biology") < 1 / 3
    assert 0.1 < share(choosers, "health-social-care") < 0.3
    assert share(choosers, "music") < 0.04


def test_the_abler_take_three_sciences(choosers: list[Pupil]) -> None:
    """Ability is higher by a unit among those with three sciences, and lower among those with vocational subjects."""
    three = mean(p.traits.ability for p in choosers if "biology" in p.options)
    assert three > mean(p.traits.ability for p in choosers if "biology" not in p.options) + 0.9
    assert mean(p.traits.ability for p in choosers if "sport-studies" in p.options) < -0.15


def test_the_language_goes_on(choosers: list[Pupil]) -> None:
    """Who takes a language in Year 10 takes the one learnt in Year 7; three sciences take the place of combined."""
    for pupil in choosers:
        young = {one.id for one in taught_to(7, pupil.options, pupil.form_letter)}
        older = {one.id for one in taught_to(10, pupil.options, pupil.form_letter)}
        assert young & {"french", "spanish"} == {language_of(pupil.form_letter)}
        assert older & {"french", "spanish"} <= young
        assert ("combined-science" in older) != ({"biology", "chemistry", "physics"} <= older)


def test_about_five_hundred_classes(taught: tuple[SchoolClass, ...]) -> None:
    """A school of 1,200 has some 500 classes in 25 subjects; the largest has no more than 34 pupils."""
    assert 460 < len(taught) < 560
    assert {one.subject.id for one in taught} == {one.id for one in SUBJECTS}
    assert len(SUBJECTS) == 25
    assert max(len(one.pupils) for one in taught) <= 34
    assert len({one.id for one in taught}) == len(taught)


def test_a_class_of_a_few(taught: tuple[SchoolClass, ...]) -> None:
    """Music has a class of two to five in Year 10 or 11, and the subjects in demand have several classes."""
    older = [one for one in taught if one.year_group > 9]
    assert any(2 <= len(one.pupils) <= 5 for one in older if one.subject.id == "music")
    for wanted in ("history", "geography", "art", "business"):
        assert len([one for one in older if one.subject.id == wanted and one.year_group == 10]) > 1


@pytest.mark.parametrize(("pupils", "seed"), [(30, 3), (61, 2), (600, 11), (1200, 1)])
def test_every_pupil_has_a_class_in_each_subject(pupils: int, seed: int) -> None:
    """At any size a pupil is in exactly one class of each subject taken, and in no other."""
    school = roll(pupils, seed)
    in_classes = Counter((p.upn, one.subject.id) for one in classes(school, pupils) for p in one.pupils)
    assert set(in_classes.values()) == {1}
    subjects: dict[str, set[str]] = defaultdict(set)
    for upn, subject_id in in_classes:
        subjects[upn].add(subject_id)
    for pupil in (p for p in school if p.year_group < 12 and p.left is None):
        assert subjects[pupil.upn] == {one.id for one in taught_to(pupil.year_group, pupil.options, pupil.form_letter)}


def test_sets_follow_rank_but_for_a_few(taught: tuple[SchoolClass, ...]) -> None:
    """Top sets are abler than the next; one to ten pupils in 100 are not in the set their rank gives."""
    misplaced = total = 0
    halves: dict[str, list[SchoolClass]] = defaultdict(list)
    for one in taught:
        if one.subject.id == "maths":
            halves[one.id[:-1]].append(one)
    for sets in halves.values():
        means = [mean(p.traits.ability for p in one.pupils) for one in sets]
        assert means == sorted(means, reverse=True)
        ranked = sorted(
            (p for one in sets for p in one.pupils),
            key=lambda p: -(p.traits.ability + 0.4 * p.traits.strengths["maths"]),
        )
        for one in sets:
            expected, ranked = ranked[: len(one.pupils)], ranked[len(one.pupils) :]
            misplaced += len({p.upn for p in one.pupils} - {p.upn for p in expected})
            total += len(one.pupils)
    assert 0.01 < misplaced / total < 0.1


def test_sets_of_english_are_one_group(taught: tuple[SchoolClass, ...]) -> None:
    """A set has the same pupils and the same teacher for English language and literature."""
    found = {
        subject_id: {(*(p.upn for p in c.pupils), c.teachers[0]) for c in taught if c.subject.id == subject_id}
        for subject_id in ("english-language", "english-literature")
    }
    assert found["english-language"] == found["english-literature"]


def test_teachers(school: tuple[Pupil, ...], taught: tuple[SchoolClass, ...]) -> None:
    """Every class has a teacher of its subject, some have two different ones; tutors of all forms are on the list."""
    subjects = {teacher.code: teacher.subjects for teacher in everyone(FULL)}
    assert all(one.subject.id in subjects[code] for one in taught for code in one.teachers)
    assert Counter(len(one.teachers) for one in taught)[2] > len(taught) / 15
    assert all(len(set(one.teachers)) == len(one.teachers) for one in taught)
    tutors = form_tutors(school, FULL)
    assert set(tutors.values()) <= set(subjects)
    assert list(tutors) == [f"{year}{letter}" for year in range(7, 12) for letter in sorted("RBGYWPOS")]


@pytest.mark.parametrize(("pupils", "least", "most"), [(30, 17, 20), (1200, 65, 90), (12_000, 650, 900)])
def test_staff_grow_with_the_school(pupils: int, least: int, most: int) -> None:
    """There are plausibly many teachers at any size, with codes of their own, and a team for every subject."""
    staff = everyone(pupils)
    assert least <= len(staff) <= most
    assert len({teacher.code for teacher in staff}) == len(staff)
    assert all(team(one.id, pupils) for one in SUBJECTS)
    assert {one.department for one in SUBJECTS} == {teacher.department for teacher in staff}
    assert all(team(one.id, pupils)[0].department == one.department for one in SUBJECTS)


def test_codes_stay_when_the_school_grows() -> None:
    """The teachers of a small school are among those of a large one, under the same code."""
    assert set(everyone(600)) <= set(everyone(1200)) <= set(everyone(5000)) <= set(everyone(12_000))


def test_forms_of_a_very_large_school() -> None:
    """Four hundred forms have a tutor each, and no tutor has two."""
    tutors = form_tutors(roll(12_000, 1), 12_000)
    assert len(tutors) == 400
    assert len(set(tutors.values())) == 400


def test_posts_are_held_by_staff() -> None:
    """Each year group has one head a school year and each department one, and everyone who holds a post is on the list."""
    codes = {teacher.code for teacher in (*everyone(FULL), *OFFICE)}
    held = posts(FULL)
    for year in (2024, 2025, 2026):
        heads = [one for one in held if one.role == "head of year" and one.years == (year,)]
        assert [one.year_groups for one in heads] == [("7",), ("8",), ("9",), ("10",), ("11",)]
        assert all(one.progress for one in heads)
    departments = [one.departments for one in held if one.role == "head of department"]
    assert sorted(departments) == sorted({(one.department,) for one in SUBJECTS})
    assert all(set(one.codes) <= codes for one in held)


@pytest.mark.parametrize("pupils", [30, 1200, 12_000])
def test_heads_of_year_move_up_with_their_pupils(pupils: int) -> None:
    """Who has Year 8 of 2025/26 had Year 7 the year before; who had Year 11 takes the next Year 7; five share the years."""
    of = {(one.years[0], int(one.year_groups[0])): one.codes for one in posts(pupils) if one.role == "head of year"}
    assert len(set(of.values())) == 5
    for year, year_group in ((2025, 8), (2025, 11), (2026, 9), (2026, 10)):
        assert of[year, year_group] == of[year - 1, year_group - 1]
    assert of[2025, 7] == of[2024, 11]
    assert of[2026, 7] == of[2025, 11]


def test_moves_between_key_stages_are_looked_after() -> None:
    """The head of Year 7 looks after the move from key stage 2 each year, the assistant head the one to key stage 4."""
    moves = [(one.role, one.year_groups, one.years, one.transitions) for one in posts(FULL) if one.transitions]
    assert moves == [
        *(("head of year", ("7",), (year,), ("KS2-KS3",)) for year in (2024, 2025, 2026)),
        ("assistant head", (), (), ("KS3-KS4",)),
    ]


def test_codes_of_the_office_are_no_teachers() -> None:
    """Nobody of the office has the code of a teacher, in a school of any size."""
    assert not {one.code for one in OFFICE} & {one.code for one in everyone(12_000)}
