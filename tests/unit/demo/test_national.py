"""The made-up school beside England: Attainment 8, English and mathematics, and the gap by pupil premium.

The rules of Attainment 8 are written here once more, by hand, from the Department's definition: the demo knows none.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import mean

import pytest

from reportgen.demo.outcomes import final_grades
from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import roll
from reportgen.model.shipped import shipped

SEEDS, SIZE = range(10), 1000
CLOSE = 0.05
"""The school is to lie within 5% of England."""

POINTS = {"L1P": 1.25, "L1M": 2.0, "L1D": 3.0, "L2P": 4.0, "L2M": 5.5, "L2D": 7.0, "L2D*": 8.5}
"""BTEC Tech Awards, Department for Education performance points, 2019 tables."""
EBACC = {"biology", "chemistry", "physics", "computer-science", "history", "geography", "french", "spanish"}
ENGLISH = ("english-language", "english-literature")
COMBINED = "combined-science"


def points(grade: str) -> float:
    """9 to 1 count as they are, a pair as its mean, U as nothing."""
    if grade in POINTS or grade == "U":
        return POINTS.get(grade, 0.0)
    return mean(int(digit) for digit in grade.split("-"))


def attainment_8(grades: Mapping[str, str]) -> float:
    """English twice, mathematics twice, the best three of the EBacc, the best three of what is left.

    The better of language and literature counts twice where both were taken, and the other is left for the last three.
    Combined science is two results.
    """
    scores = {one: points(grade) for one, grade in grades.items()}
    english = sorted((scores[one] for one in ENGLISH if one in scores), reverse=True)
    ebacc = [score for one, score in scores.items() if one in EBACC or one == COMBINED]
    ebacc = sorted([*ebacc, *([scores[COMBINED]] if COMBINED in scores else [])], reverse=True)
    rest = [score for one, score in scores.items() if one not in {*EBACC, *ENGLISH, COMBINED, "maths"}]
    rest = sorted([*rest, *ebacc[3:], *english[1:]], reverse=True)
    doubled = english[0] * (2 if len(english) == 2 else 1) if english else 0.0
    return doubled + 2 * scores.get("maths", 0.0) + sum(ebacc[:3]) + sum(rest[:3])


def both_at(grades: Mapping[str, str], least: int) -> bool:
    """At least the grade in mathematics, and in English language or literature."""
    return points(grades["maths"]) >= least and max(points(grades[one]) for one in ENGLISH) >= least


@dataclass(frozen=True)
class Schools:
    """The pupils of ten schools, each with what the hidden truth says they end with."""

    ends: tuple[tuple[Pupil, Mapping[str, str]], ...]

    def share_with_both(self, least: int, *, premium: bool | None = None) -> float:
        """Percent, of all or of one group."""
        return 100 * mean(both_at(g, least) for p, g in self.ends if premium is None or p.pupil_premium == premium)


@pytest.fixture(scope="module")
def schools() -> Schools:
    found = [
        (p, seed) for seed in SEEDS for p in roll(SIZE, seed) if p.year_group < 12 and p.on_roll(date(2027, 6, 18))
    ]
    return Schools(tuple((pupil, final_grades(pupil, seed)) for pupil, seed in found))


def national(measure: str, group: str, year: str) -> float:
    path = shipped("config", "reference", "national.csv")
    with path.open(encoding="utf-8") as lines:
        rows = [r for r in csv.DictReader(lines) if (r["measure"], r["group"], r["year"]) == (measure, group, year)]
    return float(rows[0]["value"])


def test_the_rules_of_attainment_8() -> None:
    """Language 6, literature 5, mathematics 7, combined science 6-5, history 6, French 4, L2M and art 5 make 58.5."""
    grades = {
        "english-language": "6", "english-literature": "5", "maths": "7", "combined-science": "6-5", "history": "6",
        "french": "4", "sport-studies": "L2M", "art": "5",
    }  # fmt: skip
    assert attainment_8(grades) == 58.5


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ({"english-language": "5", "maths": "U"}, 5.0),
        ({"english-language": "3", "english-literature": "4", "maths": "9"}, 8 + 18 + 3),
        ({"biology": "9", "chemistry": "8", "physics": "7", "history": "6", "art": "1"}, 9 + 8 + 7 + 6 + 1),
    ],
)
def test_slots_that_stay_empty(grades: Mapping[str, str], expected: float) -> None:
    """English counts twice with both taken only; what the EBacc has no room for is open; an empty slot is nothing."""
    assert attainment_8(grades) == expected


def test_attainment_8_is_englands(schools: Schools) -> None:
    """The mean over ten schools lies within 5% of the national figure of 46.5 (2018/19, the latest held)."""
    expected = national("attainment8", "all state-funded", "2018/19")
    assert expected == 46.5
    assert mean(attainment_8(grades) for _, grades in schools.ends) == pytest.approx(expected, rel=CLOSE)


@pytest.mark.parametrize(
    ("least", "measure", "group"),
    [
        (4, "basics_94", "all state-funded"),
        (5, "basics_95", "all state-funded"),
        (5, "basics_95", "disadvantaged"),
        (5, "basics_95", "other"),
    ],
)
def test_english_and_mathematics_are_englands(schools: Schools, least: int, measure: str, group: str) -> None:
    """The shares with grades 4 and 5 in both, and those at 5 of pupils with pupil premium and of others, are within 5%."""
    premium = {"disadvantaged": True, "other": False}.get(group)
    expected = national(measure, group, "2023/24")
    assert schools.share_with_both(least, premium=premium) == pytest.approx(expected, rel=CLOSE)


def test_the_gap_is_englands(schools: Schools) -> None:
    """The gap at grade 5, 27.4 points in England, is met within 5% of the level of the others: 2.7 points."""
    gap = schools.share_with_both(5, premium=False) - schools.share_with_both(5, premium=True)
    assert gap == pytest.approx(53.4 - 26.0, abs=CLOSE * 53.4)


BOUNDS = {"80 - 89.5": 89.5, "90 - 95.5": 95.5, "96 - 99.5": 99.5, "100 - 102": 102, "102.5 - 104.5": 104.5,
          "105 - 107": 107, "107.5 - 109.5": 109.5, "110 - 113": 113, "113.5 - 116.5": 116.5, "117 - 120": 120}  # fmt: skip


def band(pupil: Pupil) -> str:
    """The band of the pupil's mean score, as the published tables name it."""
    return next(name for name, last in BOUNDS.items() if mean(pupil.ks2 or ()) <= last)


@pytest.mark.parametrize("least", [4, 7])
@pytest.mark.parametrize("group", ["Disadvantaged", "Other"])
def test_grades_follow_the_published_table(schools: Schools, group: str, least: int) -> None:
    """As many get a 4, and a 7, in mathematics as pupils of England with their scores did, within 4 points."""
    path = shipped("config", "reference", "ks2_to_gcse_grades_2024.csv")
    shares = {}
    with path.open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            if (row["subject"], row["group"]) == ("Mathematics", group):
                pupils = {name: int(n) for name, n in row.items() if name.startswith("grade_")}
                reached = sum(pupils[f"grade_{grade}"] for grade in range(least, 10))
                shares[row["ks2_band"]] = reached / sum(pupils.values())
    tested = [(p, g) for p, g in schools.ends if p.ks2 and p.pupil_premium == (group == "Disadvantaged")]
    expected = mean(shares[band(pupil)] for pupil, _ in tested)
    assert mean(points(grades["maths"]) >= least for _, grades in tested) == pytest.approx(expected, abs=0.04)


def test_combined_science_follows_its_table(schools: Schools) -> None:
    """As many get 5-5 or better in combined science as others of England with their scores did, within 4 points."""
    path = shipped("config", "reference", "ks2_to_combined_science_2024.csv")
    better = ("55", "65", "66", "76", "77", "87", "88", "98", "99")
    worse = ("UU", "11", "21", "22", "32", "33", "43", "44", "54")
    shares = {}
    with path.open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            if row["breakdown"] == "Disadvantaged all other":
                reached = sum(int(row[f"num_{pair}"]) for pair in better)
                shares[row["ks2_scaled_score_group"]] = reached / (reached + sum(int(row[f"num_{p}"]) for p in worse))
    takers = [(p, g) for p, g in schools.ends if p.ks2 and not p.pupil_premium and COMBINED in g]
    expected = mean(shares[band(pupil)] for pupil, _ in takers)
    assert mean(points(grades[COMBINED]) >= 5 for _, grades in takers) == pytest.approx(expected, abs=0.04)


def test_subjects_of_a_pupil_go_together(schools: Schools) -> None:
    """The two English grades of a pupil differ less than English and mathematics do, and both less than by chance."""
    grades = [{one: points(given[one]) for one in (*ENGLISH, "maths")} for _, given in schools.ends]
    english = mean(abs(g[ENGLISH[0]] - g[ENGLISH[1]]) for g in grades)
    with_maths = mean(abs(g[ENGLISH[0]] - g["maths"]) for g in grades)
    by_chance = mean(abs(g[ENGLISH[0]] - h["maths"]) for g, h in pairwise(grades))
    assert english < with_maths - 0.1
    assert with_maths < by_chance - 0.5


def test_final_grades_of_one_pupil_need_no_other(schools: Schools) -> None:
    """Asked alone and a second time, a pupil ends with the same grades; another seed gives others."""
    pupil, grades = schools.ends[0]
    assert final_grades(pupil, SEEDS[0]) == grades
    assert any(final_grades(pupil, seed) != grades for seed in range(1, 4))
