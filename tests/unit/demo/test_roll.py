"""The pupils of the made-up school: rates, numbers, names and starting points."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.demo.families import contacts
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import registers
from reportgen.demo.roll import roll
from reportgen.demo.upn import check_letter
from reportgen.model.shipped import shipped

SEEDS = range(6)
ATTENDED, MISSED = "/\\LVP", "IMCEROGNU"


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


def test_group_rates(schools: list[tuple[Pupil, ...]]) -> None:
    """Over six schools of 900: pupil premium 27%, SEN support 13%, plans 3%, EAL 18%, within sampling error."""
    pupils = [p for school in schools for p in here(school)]
    assert len(pupils) == 5400
    # three standard errors of a share of 5,400, brothers and sisters counted together for what families share
    assert sum(p.pupil_premium for p in pupils) / 5400 == pytest.approx(0.27, abs=0.025)
    assert sum(p.family.eal for p in pupils) / 5400 == pytest.approx(0.18, abs=0.022)
    assert sum(p.sen == "K" for p in pupils) / 5400 == pytest.approx(0.13, abs=0.014)
    assert sum(p.sen == "E" for p in pupils) / 5400 == pytest.approx(0.03, abs=0.007)


def test_send_is_commoner_with_pupil_premium(schools: list[tuple[Pupil, ...]]) -> None:
    """SEND is 1.7 times as common among pupils with pupil premium."""
    pupils = [p for school in schools for p in school]

    def share(premium: bool) -> float:  # noqa: FBT001 - the two sides
        side = [p for p in pupils if p.pupil_premium == premium]
        return sum(p.sen != "N" for p in side) / len(side)

    assert share(premium=True) / share(premium=False) == pytest.approx(1.7, abs=0.25)


def test_absence(schools: list[tuple[Pupil, ...]]) -> None:
    """About 8.5% of half-days are missed, a third of them without permission; 23% of pupils miss a tenth or more."""
    missed = possible = persistent = without = pupils = 0
    for seed, school in zip(SEEDS, schools, strict=True):
        days: Counter[str] = Counter()
        away: Counter[str] = Counter()
        for day in registers(school, seed):
            days[day.pupil.upn] += 2
            away[day.pupil.upn] += (day.am in MISSED) + (day.pm in MISSED)
            without += (day.am in "OGNU") + (day.pm in "OGNU")
            assert {day.am, day.pm} <= set(ATTENDED + MISSED)
        missed, possible, pupils = missed + away.total(), possible + days.total(), pupils + len(days)
        persistent += sum(away[key] >= days[key] / 10 for key in days)
    assert missed / possible == pytest.approx(0.085, abs=0.008)
    assert persistent / pupils == pytest.approx(0.23, abs=0.03)
    assert without / missed == pytest.approx(1 / 3, abs=0.06)


def test_registers_follow_the_roll() -> None:
    """No one has a register mark on a day they were not on roll, twice for a day, or after Year 11's last lesson."""
    school = roll(60, 2)
    seen = [(r.pupil.upn, r.day) for r in registers(school, 2)]
    assert len(seen) == len(set(seen))
    for register in registers(school, 2):
        assert register.pupil.on_roll(register.day)
        assert register.pupil.year_group < 11 or register.day <= date(2027, 5, 28)


def test_year_6_tests_by_cohort(schools: list[tuple[Pupil, ...]]) -> None:
    """Years 7 to 11 of 2026/27 sat tests; the Year 11 of 2025/26 (Year 6 in 2021) and pupils from abroad did not."""
    for school in schools:
        for pupil in school:
            if pupil.year_group == 12 or pupil.from_abroad:
                assert pupil.ks2 is None
            assert pupil.ks2 is None or pupil.baseline is None
        eleven = [p for p in school if p.year_group == 11]
        gone = [p for p in school if p.year_group == 12]
        assert sum(p.ks2 is not None for p in eleven) / len(eleven) > 0.88
        assert sum(p.baseline is not None for p in gone) / len(gone) > 0.8


def test_scores_are_on_their_scales(schools: list[tuple[Pupil, ...]]) -> None:
    """KS2 scores are 80 to 120, baselines 59 to 141."""
    pupils = [p for school in schools for p in school]
    assert all(80 <= score <= 120 for p in pupils for score in p.ks2 or ())
    assert all(59 <= p.baseline <= 141 for p in pupils if p.baseline is not None)


def test_joiners_leavers_and_ages(schools: list[tuple[Pupil, ...]]) -> None:
    """Some joined and some left in each year; each pupil is of an age for the year group."""
    for school in schools:
        for pupil in school:
            assert pupil.left is None or pupil.joined < pupil.left
            birthday = date(2026 - pupil.year_group - 5, 9, 1)
            assert 0 <= (pupil.born - birthday).days < 370
        assert any(p.left and p.left > date(2026, 9, 3) for p in school)
        assert any(p.left and p.left < date(2026, 7, 1) for p in school)
        assert any(date(2026, 9, 10) < p.joined for p in school)


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


def test_names_of_a_town(schools: list[tuple[Pupil, ...]]) -> None:
    """Accents, apostrophes, hyphens, several words, preferred names and siblings occur; no surname is a twentieth."""
    school = [p for one in schools for p in one]
    names = [f"{p.forename} {p.surname}" for p in school]
    for mark in ("’", "-", " de ", "ł", "é"):
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


def test_brothers_and_sisters_share_contacts() -> None:
    """Pupils of one family have the same people; each pupil has one with parental responsibility."""
    school = [p for p in roll(200, 4) if not p.in_care]
    told: dict[str, list[tuple[str, ...]]] = {}
    for upn, *person in contacts(school, 4):
        told.setdefault(upn, []).append(tuple(person))
    by_family: dict[tuple[int, tuple[str, str]], set[tuple[tuple[str, ...], ...]]] = {}
    for pupil in school:
        assert any(person[-1] == "Y" for person in told[pupil.upn])
        by_family.setdefault((pupil.family.number, pupil.family.surnames), set()).add(tuple(told[pupil.upn]))
    assert all(len(people) == 1 for people in by_family.values())
