"""Registers of the made-up school: how much is missed, by which codes, and the story they hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean

import pytest

from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import STORY, RegisterDay, in_story, registers
from reportgen.demo.roll import roll

SEEDS = range(10)
ATTENDED = {"/", "\\", "L", "B", "J", "K", "P", "V", "W"}
AUTHORISED = {"C", "C1", "C2", "E", "H", "I", "J1", "M", "R", "S", "T"}
UNAUTHORISED = {"G", "N", "O", "U"}
NOT_POSSIBLE = {"D", "F", "Q", "X", "Y", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Z", "#"}
"""Codes and what they count as: Department for Education, school attendance."""


@pytest.fixture(scope="module")
def schools() -> list[tuple[Pupil, ...]]:
    return [roll(1200, seed) for seed in SEEDS]


def share(flags: Iterable[bool]) -> float:
    return fmean(map(float, flags))


@dataclass
class Count:
    """Half-days of some pupils, counted by the published rule: absences among possible half-days."""

    possible: int = 0
    missed: int = 0
    unauthorised: int = 0

    def add(self, codes: Counter[str]) -> None:
        assert set(codes) <= ATTENDED | AUTHORISED | UNAUTHORISED | NOT_POSSIBLE
        self.possible += sum(times for code, times in codes.items() if code not in NOT_POSSIBLE)
        self.missed += sum(times for code, times in codes.items() if code in AUTHORISED | UNAUTHORISED)
        self.unauthorised += sum(times for code, times in codes.items() if code in UNAUTHORISED)

    @property
    def attendance(self) -> float:
        return 1 - self.missed / self.possible


@dataclass
class Counted:
    """Ten schools' registers, counted for all, for each pupil, and by group and time of year."""

    all: Count = field(default_factory=Count)
    pupils: defaultdict[tuple[int, str], Count] = field(default_factory=lambda: defaultdict(Count))
    groups: defaultdict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    codes: set[str] = field(default_factory=set)

    def add(self, seed: int, pupil: Pupil, season: str, codes: Counter[str]) -> None:
        self.codes |= set(codes)
        for one in (self.all, self.pupils[seed, pupil.upn], self.groups[group_of(pupil), season]):
            one.add(codes)


def seasons(days: Iterable[RegisterDay]) -> dict[tuple[str, str], Counter[str]]:
    """Codes by pupil, in the autumn and later."""
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pupil, day, am, pm in days:
        found[pupil.upn, "autumn" if day.year == 2026 else "later"][am + " " + pm] += 1
    halves: dict[tuple[str, str], Counter[str]] = {}
    for key, pairs in found.items():
        halves[key] = Counter()
        for pair, times in pairs.items():
            for code in pair.split(" "):
                halves[key][code] += times
    return halves


def group_of(pupil: Pupil) -> str:
    year = "Year 9" if pupil.year_group == 9 else "other years"
    return f"{year}, {'pupil premium' if pupil.pupil_premium else 'others'}"


@pytest.fixture(scope="module")
def counted(schools: list[tuple[Pupil, ...]]) -> Counted:
    found = Counted()
    pupils = {(seed, p.upn): p for seed, school in zip(SEEDS, schools, strict=True) for p in school}
    for seed, school in zip(SEEDS, schools, strict=True):
        for (upn, season), codes in seasons(registers(school, seed)).items():
            found.add(seed, pupils[seed, upn], season, codes)
    return found


def test_absence(counted: Counted) -> None:
    """Over ten schools 8.5% of half-days are missed, within a twentieth; about a third of them without permission."""
    assert counted.all.missed / counted.all.possible == pytest.approx(0.085, rel=0.05)
    assert counted.all.unauthorised / counted.all.missed == pytest.approx(1 / 3, abs=0.03)


def test_persistent_absence(counted: Counted) -> None:
    """Over ten schools 23% of pupils missed a tenth or more of their own possible half-days, within a twentieth."""
    pupils = counted.pupils.values()
    assert share(one.missed * 10 >= one.possible for one in pupils) == pytest.approx(0.23, rel=0.05)


def test_registers_have_codes_of_every_kind(counted: Counted) -> None:
    """Presence, lateness, activities off site, reasons of families, suspension, and sessions that were not possible."""
    assert {
        "/",
        "\\",
        "L",
        "B",
        "P",
        "V",
        "W",
        "I",
        "M",
        "C",
        "C2",
        "E",
        "H",
        "R",
        "O",
        "N",
        "G",
        "U",
        "D",
    } == counted.codes


def test_the_story(counted: Counted) -> None:
    """From January the pupil premium pupils of Year 9 lose seven points of attendance or more, as told; no one else one."""
    assert re.search(r"January 2027 .* pupil premium pupils of Year 9", STORY)

    def lost(group: str) -> float:
        return counted.groups[group, "autumn"].attendance - counted.groups[group, "later"].attendance

    assert lost("Year 9, pupil premium") > 0.07
    for group in ("Year 9, others", "other years, pupil premium", "other years, others"):
        assert abs(lost(group)) < 0.015, group


def test_the_story_shows_in_one_school(schools: list[tuple[Pupil, ...]]) -> None:
    """In each school the group of the story falls further behind the rest of Year 9, by five points or more."""
    for seed, school in zip(SEEDS[:4], schools, strict=False):
        counts: defaultdict[tuple[bool, str], Count] = defaultdict(Count)
        nines = {p.upn: p for p in school if p.year_group == 9}
        for (upn, season), codes in seasons(registers(list(nines.values()), seed)).items():
            counts[in_story(nines[upn]), season].add(codes)
        before = counts[False, "autumn"].attendance - counts[True, "autumn"].attendance
        after = counts[False, "later"].attendance - counts[True, "later"].attendance
        assert after - before > 0.05


def test_registers_follow_the_roll() -> None:
    """No one has a register mark on a day they were not on roll, twice for a day, or after Year 11's last lesson."""
    school = roll(60, 2)
    days = list(registers(school, 2))
    assert len(days) == len({(r.pupil.upn, r.day) for r in days})
    for register in days:
        assert register.pupil.on_roll(register.day)
        assert register.day.weekday() < 5
        assert register.pupil.year_group < 11 or register.day <= date(2027, 5, 28)
        assert register.pupil.year_group < 12


def test_a_register_does_not_depend_on_the_others() -> None:
    """A pupil's register is the same when it is made alone."""
    school = roll(60, 2)
    one = next(p for p in school if p.year_group == 9)
    assert list(registers([one], 2)) == [r for r in registers(school, 2) if r.pupil == one]
