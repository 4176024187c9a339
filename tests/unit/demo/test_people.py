"""What the pupils of the made-up school bring with them: how many of each group, and their starts, as in England."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from statistics import fmean, pstdev

import pytest

from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import roll
from reportgen.model.shipped import shipped

SEEDS = range(10)
BANDS = {
    "90 - 95.5": (90, 95.5),
    "96 - 99.5": (96, 99.5),
    "100 - 102": (100, 102),
    "102.5 - 104.5": (102.5, 104.5),
    "105 - 107": (105, 107),
    "107.5 - 109.5": (107.5, 109.5),
    "110 - 113": (110, 113),
    "113.5 - 116.5": (113.5, 116.5),
    "117 - 120": (117, 120),
}
LOWEST = ("Less than 80", "80 - 89.5")
"""Together here: a scaled score is never below 80, and England's lowest band holds pupils without one."""


@pytest.fixture(scope="module")
def schools() -> list[tuple[Pupil, ...]]:
    return [roll(1200, seed) for seed in SEEDS]


@pytest.fixture(scope="module")
def everyone(schools: list[tuple[Pupil, ...]]) -> list[Pupil]:
    return [p for school in schools for p in school]


@pytest.fixture(scope="module")
def now(everyone: list[Pupil]) -> list[Pupil]:
    return [p for p in everyone if p.on_roll(date(2027, 6, 18)) and p.year_group < 12]


@pytest.fixture(scope="module")
def sat_tests(everyone: list[Pupil]) -> list[Pupil]:
    return [p for p in everyone if p.year_group < 12]


def share(flags: Iterable[bool]) -> float:
    return fmean(map(float, flags))


def test_group_rates(now: list[Pupil]) -> None:
    """Over ten schools: pupil premium 27%, SEN support 13%, plans 3%, EAL 18%, each within a twentieth."""
    assert len(now) == 12_000
    assert share(p.pupil_premium for p in now) == pytest.approx(0.27, rel=0.05)
    assert share(p.family.eal for p in now) == pytest.approx(0.18, rel=0.05)
    assert share(p.sen == "K" for p in now) == pytest.approx(0.13, rel=0.05)
    assert share(p.sen == "E" for p in now) == pytest.approx(0.03, rel=0.05)


def test_send_is_commoner_with_pupil_premium(everyone: list[Pupil]) -> None:
    """SEND is 1.7 times as common among pupils with pupil premium as among others, within a twentieth."""
    premium = share(p.sen != "N" for p in everyone if p.pupil_premium)
    others = share(p.sen != "N" for p in everyone if not p.pupil_premium)
    assert premium / others == pytest.approx(1.7, rel=0.05)


def test_pupils_in_care_have_pupil_premium(everyone: list[Pupil]) -> None:
    """Every pupil in care is funded, and about nine in a thousand are in care."""
    assert all(p.pupil_premium for p in everyone if p.in_care)
    assert share(p.in_care for p in everyone) == pytest.approx(0.009, abs=0.003)


def test_who_sat_year_6_tests(everyone: list[Pupil]) -> None:
    """Year 11 of 2024/25 and of 2025/26 ended Year 6 in 2020 and 2021 and sat no tests; Year 11 of 2026/27 sat in 2022.

    Those without scores have a baseline, nine of ten; no one has both.
    """
    without = [p for p in everyone if p.year_group in (12, 13)]
    assert all(p.ks2 is None for p in without)
    assert share(p.baseline is not None for p in without) == pytest.approx(0.9, abs=0.02)
    assert all(p.ks2 is None or p.baseline is None for p in everyone)
    for year_group in (7, 8, 9, 10, 11):
        assert share(p.ks2 is not None for p in everyone if p.year_group == year_group) > 0.9


def test_missing_scores(sat_tests: list[Pupil]) -> None:
    """About 6% of the cohorts that sat tests have no score: as in England, far more of those with EAL."""
    assert share(p.ks2 is None for p in sat_tests) == pytest.approx(0.06, rel=0.1)
    eal = share(p.ks2 is None for p in sat_tests if p.family.eal)
    assert eal > 4 * share(p.ks2 is None for p in sat_tests if not p.family.eal)


def test_scores_look_like_englands(sat_tests: list[Pupil]) -> None:
    """Scores are 80 to 120 with means of 104 to 105; pupil premium pupils are about four points lower."""
    scored = [p.ks2 for p in sat_tests if p.ks2]
    assert all(80 <= score <= 120 for pair in scored for score in pair)
    reading, maths = zip(*scored, strict=True)
    for scores in (reading, maths):
        assert 104 <= fmean(scores) <= 105
        assert 7 <= pstdev(scores) <= 9
    premium = fmean(sum(p.ks2) / 2 for p in sat_tests if p.ks2 and p.pupil_premium)
    others = fmean(sum(p.ks2) / 2 for p in sat_tests if p.ks2 and not p.pupil_premium)
    assert premium - others == pytest.approx(-3.8, abs=0.4)


@pytest.mark.parametrize("group", ["Disadvantaged", "Other"])
def test_bands_of_scores_are_englands(sat_tests: list[Pupil], group: str) -> None:
    """Each band of mean scores has England's share of pupils, by disadvantage, within a hundredth and a half.

    England's: entries for English language and for mathematics in 2024, added up by band.
    """
    england: Counter[str] = Counter()
    path = Path(shipped("config", "reference")) / "ks2_to_gcse_grades_2024.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["group"] == group and row["subject"] in ("English Language", "Mathematics"):
                band = "lowest" if row["ks2_band"] in LOWEST else row["ks2_band"]
                england[band] += sum(int(count) for name, count in row.items() if name.startswith("grade_"))
    total = england["Total"] - england["No scaled score"]
    means = [sum(p.ks2) / 2 for p in sat_tests if p.ks2 and p.pupil_premium == (group == "Disadvantaged")]
    for band, (low, high) in {"lowest": (80, 89.5), **BANDS}.items():
        ours = share(low <= mean <= high for mean in means)
        assert ours == pytest.approx(england[band] / total, abs=0.015), band


def test_baseline_is_a_standard_score(everyone: list[Pupil]) -> None:
    """The two cohorts without tests have a baseline of mean 100 and spread 15, 59 to 141."""
    scores = [p.baseline for p in everyone if p.baseline is not None and p.year_group in (12, 13)]
    assert fmean(scores) == pytest.approx(100, abs=1)
    assert pstdev(scores) == pytest.approx(15, abs=1)
    assert all(59 <= score <= 141 for score in scores)


def test_traits_are_standings(everyone: list[Pupil]) -> None:
    """Ability and effort have a mean of 0 and a spread of 1 over the school, and scores follow ability."""
    for standings in ([p.traits.ability for p in everyone], [p.traits.effort for p in everyone]):
        assert fmean(standings) == pytest.approx(0, abs=0.03)
        assert pstdev(standings) == pytest.approx(1, abs=0.04)
    able = fmean(sum(p.ks2) / 2 for p in everyone if p.ks2 and p.traits.ability > 1)
    middling = fmean(sum(p.ks2) / 2 for p in everyone if p.ks2 and abs(p.traits.ability) < 0.5)
    assert able - middling > 6
