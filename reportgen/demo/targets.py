"""Targets: from where a pupil started and nothing else, so that they differ from value added and from hopes."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from statistics import NormalDist

from reportgen.demo.chance import clamp
from reportgen.demo.ladders import KS3_WHOLE, UNGRADED, WHOLE, level_at
from reportgen.demo.published import BANDS, COMBINED, band_at, half_of
from reportgen.demo.pupil import Pupil
from reportgen.demo.road import GAP, KS3_GROWTH, KS3_MEAN, KS3_SPREAD, MIDDLING, climbs
from reportgen.demo.subjects import KEY_STAGE_3, Taught, at_gcse

STRETCH = 0.15
"""Grades of GCSE above what half the pupils with the same start reach or pass: hard, but possible."""
SUMMER = 3
_MIDDLES = (84.75, 92.75, 97.75, 101.0, 103.5, 106.0, 108.5, 111.5, 115.0, 118.5)
"""The scaled score in the middle of each band of the table."""
_STANDARD = NormalDist(100, 15)


def start_score(pupil: Pupil) -> float:
    """The mean scaled score a pupil's targets are set from.

    A baseline score stands for the middle of the band with the same share of pupils below it. For those with neither,
    teachers judge after some weeks.
    """
    if pupil.ks2:
        return sum(pupil.ks2) / len(pupil.ks2)
    if pupil.baseline is not None:
        return _MIDDLES[band_at(_STANDARD.cdf(pupil.baseline))]
    return round(pupil.traits.year_6)


def target_level(subject: Taught, start: float, year_group: int) -> float:
    """What is hoped for in July, in grades of the scale of the year group.

    Everyone with one start has one target: the grades of all pupils are used, not those of a group.
    """
    final = _half_reach(at_gcse(subject), start) + STRETCH
    if year_group in KEY_STAGE_3:
        return KS3_MEAN + KS3_SPREAD * (final - MIDDLING) + KS3_GROWTH[SUMMER]
    still = GAP[10, SUMMER] if year_group == 10 else 0.0  # noqa: PLR2004 - Year 10, with a year to go
    return final - still * climbs(final)


@cache
def target_grade(subject: Taught, start: float, year_group: int) -> str:
    """The target as it is written: a whole grade, and never U."""
    ladder = KS3_WHOLE if year_group in KEY_STAGE_3 else WHOLE[subject.scale]
    written = ladder.written(target_level(subject, start, year_group))
    return ladder.grades[1] if written == UNGRADED else written


@cache
def _half_reach(subject: Taught, start: float) -> float:
    """The level that half of England's pupils with this start reach or pass, straight lines between bands."""
    start = clamp(start, _MIDDLES[0], _MIDDLES[-1])
    above = min(bisect_right(_MIDDLES, start), len(BANDS) - 1)
    low, high = _MIDDLES[above - 1], _MIDDLES[above]
    share = (start - low) / (high - low)
    return (1 - share) * _half_of(subject, above - 1) + share * _half_of(subject, above)


def _half_of(subject: Taught, band: int) -> float:
    return level_at(*half_of(COMBINED if subject.scale == "combined" else subject.like, band), subject.scale)
