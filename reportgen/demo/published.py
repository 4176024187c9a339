"""What pupils of England went on to get, by their Year 6 scores: the tables the made-up grades are drawn from.

config/reference/ks2_to_gcse_grades_2024.csv and ks2_to_combined_science_2024.csv: the Department for Education's
transition matrices, state-funded schools, 2024 revised.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

from reportgen.model.shipped import shipped

BANDS = (
    ("80 - 89.5", 89.75),
    ("90 - 95.5", 95.75),
    ("96 - 99.5", 99.75),
    ("100 - 102", 102.25),
    ("102.5 - 104.5", 104.75),
    ("105 - 107", 107.25),
    ("107.5 - 109.5", 109.75),
    ("110 - 113", 113.25),
    ("113.5 - 116.5", 116.75),
    ("117 - 120", 121.0),
)
"""The table's name of each band of mean scaled scores, and the score from which the next one is meant."""
DISADVANTAGED, OTHER, EVERYONE = "Disadvantaged", "Other", "All"
COMBINED = "Combined science"
"""Stands in the second table, whose groups have other names."""
FEWEST = 40
"""Cells with fewer pupils say too little: those of all pupils stand in, and if they are few too the next band."""

_COMBINED_GROUPS = {"Disadvantaged": DISADVANTAGED, "Disadvantaged all other": OTHER, "Total": EVERYONE}
_PAIRS = ("UU", *(f"{high}{low}" for low in range(1, 10) for high in (low, low + 1) if high <= 9))  # noqa: PLR2004 - 9-9 is the top

Counts = Mapping[tuple[str, str, str], tuple[int, ...]]


def band_of(mean: float) -> int:
    """The place of the band of a mean scaled score, 0 the lowest."""
    return min(bisect_right([bound for _, bound in BANDS], mean), len(BANDS) - 1)


def band_at(share: float) -> int:
    """The band in which the pupil stands who has this share of England's pupils below, 0 to 1."""
    pupils = [sum(_counts()["English Language", EVERYONE, name]) for name, _ in BANDS]
    below = [so_far / sum(pupils) for so_far in accumulate(pupils)]
    return min(bisect_right(below, share), len(BANDS) - 1)


@cache
def shares_up_to(subject: str, group: str, band: int) -> tuple[float, ...]:
    """The share of pupils with each grade or a lower one, U first: ten grades, or 18 for combined science."""
    counts = _enough(subject, group, band)
    return tuple(so_far / sum(counts) for so_far in accumulate(counts))


def half_of(subject: str, band: int) -> tuple[int, float]:
    """The place of the grade that half of all pupils in a band reach or pass, and how far into it they are, 0 to 1."""
    return placed(shares_up_to(subject, EVERYONE, band), 0.5)


def placed(up_to: tuple[float, ...], share: float) -> tuple[int, float]:
    """The place of the grade of a pupil with this share below, and how far into the grade that is, 0 to 1."""
    place = bisect_right(up_to, share)
    below = up_to[place - 1] if place else 0.0
    return place, (share - below) / (up_to[place] - below)


def _enough(subject: str, group: str, band: int) -> tuple[int, ...]:
    bands = [band, *range(band + 1, len(BANDS)), *range(band - 1, -1, -1)]
    for one in bands:
        for side in (group, EVERYONE):
            counts = _counts().get((subject, side, BANDS[one][0]), ())
            if sum(counts) >= FEWEST:
                return counts
    raise KeyError(subject)


@cache
def _counts() -> Counts:
    """Pupils by grade for each subject, group and band."""
    found = {
        (row["subject"], row["group"], row["ks2_band"]): tuple(
            int(row[f"grade_{grade}"]) for grade in ("U", *"123456789")
        )
        for row in _rows("ks2_to_gcse_grades_2024.csv")
    }
    combined = {
        (COMBINED, _COMBINED_GROUPS[row["breakdown"]], row["ks2_scaled_score_group"]): tuple(
            int(row[f"num_{pair}"]) for pair in _PAIRS
        )
        for row in _rows("ks2_to_combined_science_2024.csv")
    }
    return {**found, **combined}


def _rows(name: str) -> list[dict[str, str]]:
    with shipped("config", "reference", name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
