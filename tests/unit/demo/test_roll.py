"""The roll of the made-up school: numbers, cohorts, forms, who came and went, names and families."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import roll
from reportgen.demo.upn import check_letter
from reportgen.demo.year import CLOSURES, FIRST_DAYS, LAST_DAYS, ROUNDS, school_days
from reportgen.model.shipped import shipped

SEEDS = range(6)
ENDS = {12: date(2026, 7, 17), 13: date(2025, 7, 18)}
"""The last days of those who left after Year 11."""


@pytest.fixture(scope="module")
def schools() -> list[tuple[Pupil, ...]]:
    return [roll(900, seed) for seed in SEEDS]


def here(school: tuple[Pupil, ...]) -> list[Pupil]:
    return [p for p in school if p.on_roll(date(2027, 6, 18)) and p.year_group < 12]


VECTORS = (
    "H801200001001", "B801200005001", "X801200001002", "X938400124001", "Z838123425017", "E940200126003",
    "G80120000101A", "X93840012400B",
)  # fmt: skip


@pytest.mark.parametrize("upn", VECTORS)
def test_check_letter(upn: str) -> None:
    """The check letter of published and computed numbers, permanent and temporary."""
    assert check_letter(upn[1:]) == upn[0]


@pytest.mark.parametrize("upn", ["A801200001001", "H801200001002"])
def test_wrong_letter_is_seen(upn: str) -> None:
    """A wrong letter or a changed serial does not agree."""
    assert check_letter(upn[1:]) != upn[0]


def test_numbers_are_valid_and_no_ones_twice(schools: list[tuple[Pupil, ...]]) -> None:
    """Every UPN has 13 characters, the letter of the published rule and one owner; admission numbers likewise."""
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    for school in schools:
        for pupil in school:
            assert re.fullmatch(r"[A-HJ-NP-RT-Z]899\d{8}[0-9A-HJ-NP-RT-Z]", pupil.upn)
            values = [int(c) if c.isdigit() else letters.index(c) for c in pupil.upn[1:]]
            assert pupil.upn[0] == letters[sum(v * w for v, w in zip(values, range(2, 14), strict=True)) % 23]
        assert len({p.upn for p in school}) == len({p.admission_number for p in school}) == len(school)


def test_school_years() -> None:
    """Each of the three years has 190 days for pupils, and every collection closes on one of them."""
    for year in (2024, 2025, 2026):
        days = school_days(LAST_DAYS[year], year)
        assert len(days) == 190
        assert (days[0], days[-1]) == (FIRST_DAYS[year], LAST_DAYS[year])
        assert not set(days) & set(CLOSURES[year])
        assert [r.closes in days for r in ROUNDS if r.year == year] == [True] * 3
    assert [r.closes for r in ROUNDS] == sorted(r.closes for r in ROUNDS)


@pytest.mark.parametrize(("pupils", "in_form"), [(30, 6), (600, 30), (1200, 30)])
def test_size_and_forms(pupils: int, in_form: int) -> None:
    """A fifth of the school is in each year group, in forms of at most 30: eight of them in a school of 1,200."""
    school = here(roll(pupils, 3))
    years = Counter(p.year_group for p in school)
    assert years == dict.fromkeys((7, 8, 9, 10, 11), pupils // 5)
    forms = Counter(p.form() for p in school)
    assert max(forms.values()) == in_form
    assert len(forms) == pupils // in_form


def test_forms_of_the_largest_school() -> None:
    """With 12,000 pupils, 80 forms a year have names of their own and 30 pupils each."""
    forms = Counter(p.form() for p in here(roll(12_000, 1)))
    assert len(forms) == 400
    assert set(forms.values()) == {30}
    assert {"7R", "11S", "9RA"} <= set(forms)


def test_equal_seeds_give_equal_pupils() -> None:
    """The same size and seed give the same pupils; another seed gives others."""
    assert roll(120, 4) == roll(120, 4)
    assert roll(120, 4) != roll(120, 5)


def test_those_who_left_after_year_11(schools: list[tuple[Pupil, ...]]) -> None:
    """Two cohorts have left: each as big as a fifth of the school, marked in its Year 11 and not after."""
    for school in schools:
        for year_group, last in ENDS.items():
            cohort = [p for p in school if p.year_group == year_group]
            stayed = [p for p in cohort if p.left == last]
            assert len(stayed) == 180
            assert {p.year_group_in(last.year - 1) for p in stayed} == {11}
            assert not any(p.marked_in(r) for p in cohort for r in ROUNDS if r.closes > last)


def test_some_come_and_go_in_each_year(schools: list[tuple[Pupil, ...]]) -> None:
    """In every year of the exports pupils joined and left, during the year and between years."""
    for school in schools:
        for year in (2024, 2025, 2026):
            first, last = FIRST_DAYS[year], LAST_DAYS[year]
            assert any(first < p.joined < last for p in school)
            assert any(p.left and first < p.left < last for p in school)
            assert any(p.joined == first and p.year_group_in(year) > 7 for p in school)
        for year in (2024, 2025):
            assert any(p.left == LAST_DAYS[year] and p.year_group_in(year) < 11 for p in school)


def test_few_come_and_fewer_come_and_go(schools: list[tuple[Pupil, ...]]) -> None:
    """Some leavers had joined late themselves; nineteen of twenty pupils of Year 7 were there on the first day."""
    pupils = [p for school in schools for p in school]
    assert any(p.left and p.left not in LAST_DAYS.values() and p.joined > FIRST_DAYS[2024] for p in pupils)
    sevens = [p for p in pupils if p.year_group == 7 and p.left is None]
    assert sum(p.joined == FIRST_DAYS[2026] for p in sevens) / len(sevens) > 0.95


def test_arrivals_from_abroad(schools: list[tuple[Pupil, ...]]) -> None:
    """Every school has a pupil from abroad: EAL, late, with a temporary UPN and no scores; no one else has such a UPN."""
    for school in (*schools, roll(30, 1), roll(60, 2)):
        abroad = [p for p in school if p.from_abroad]
        assert any(p.left is None for p in abroad)
        assert {p.upn for p in abroad} == {p.upn for p in school if p.upn[-1].isalpha()}
        for pupil in abroad:
            assert pupil.family.eal
            assert pupil.ks2 is None
            assert pupil.joined not in FIRST_DAYS.values()


def test_ages(schools: list[tuple[Pupil, ...]]) -> None:
    """Each pupil joined before leaving and is of an age for the year group."""
    for school in schools:
        for pupil in school:
            assert pupil.left is None or pupil.joined < pupil.left
            birthday = date(2026 - pupil.year_group - 5, 9, 1)
            assert 0 <= (pupil.born - birthday).days < 370


def test_one_child_is_not_listed_twice(schools: list[tuple[Pupil, ...]]) -> None:
    """Namesakes have different birthdays; brothers and sisters different forenames."""
    for school in schools:
        who = Counter((p.legal_forename, p.legal_surname, p.born) for p in school)
        assert max(who.values()) == 1


@pytest.mark.parametrize("pupils", [30, 200])
def test_names_of_every_kind(pupils: int) -> None:
    """Even the smallest school has namesakes in a form, twins, a one-word name, a very long and a very short one."""
    school = here(roll(pupils, 9))
    names = Counter((p.forename, p.surname, p.form()) for p in school)
    assert max(names.values()) >= 2
    assert any(not p.surname for p in school)
    assert max(len(f"{p.forename} {p.surname}") for p in school) > 45
    assert min(len(f"{p.forename} {p.surname}") for p in school) <= 5
    twins = Counter((p.family.number, p.born) for p in school)
    assert max(twins.values()) == 2


def test_brothers_and_sisters(schools: list[tuple[Pupil, ...]]) -> None:
    """A quarter to a half of pupils have one in the school now or lately; two of one year group are twins, a few."""
    for school in schools:
        families = Counter(p.family.number for p in school)
        assert 1 / 4 < sum(families[p.family.number] > 1 for p in school) / len(school) < 1 / 2
        births = Counter((p.family.number, p.born) for p in school)
        assert max(births.values()) == 2
        assert 2 <= sum(count == 2 for count in births.values()) <= len(school) / 60
        assert len(births) == len({(p.family.number, p.year_group) for p in school})


def test_names_of_a_town(schools: list[tuple[Pupil, ...]]) -> None:
    """Accents, apostrophes, hyphens, several words, preferred names and siblings occur; no surname is a twentieth."""
    school = [p for one in schools for p in one]
    names = [f"{p.forename} {p.surname}" for p in school]
    for mark in ("’", "-", " de ", "ł", "é", "ş", "ễ", "ọ", "ó"):
        assert any(mark in f" {name} " for name in names), mark
    for one in schools:
        assert sum(p.forename != p.legal_forename for p in one) > 20
        assert any(p.surname != p.legal_surname for p in one)
        assert Counter(p.family.number for p in one).most_common(1)[0][1] >= 3
        assert Counter(p.surname for p in one).most_common(1)[0][1] < len(one) / 20
        assert len({p.family.heritage.id for p in one}) > 12


def test_names_can_be_printed(schools: list[tuple[Pupil, ...]]) -> None:
    """Every letter of every name is in the face the pages are set in."""
    font = TTFont(next(Path(shipped("templates", "shared", "fonts")).glob("*Regular.ttf")))
    glyphs = set(font.getBestCmap())
    letters = {
        c for school in schools for p in school for c in p.legal_forename + p.legal_surname + p.forename + p.surname
    }
    assert {c for c in letters if ord(c) not in glyphs} == set()
