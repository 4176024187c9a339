"""What pupils end Year 11 with: the hidden truth that marks on the way lead to.

A grade is drawn from the published grades of pupils with the same Year 6 scores, disadvantaged or other. The draws of
a pupil hang together: effort and a part no one sees are shared by all subjects, strengths by the subjects of a
discipline. The shares below make English language and literature go together with 0.75, English and mathematics with
0.5, which gives England's shares of pupils with both: found by trial against national.csv, not measured on pupils.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from random import Random
from statistics import NormalDist

from reportgen.demo.chance import clamp, stream
from reportgen.demo.ladders import WHOLE, level_at
from reportgen.demo.options import FREE, HUMANITIES
from reportgen.demo.published import COMBINED, DISADVANTAGED, OTHER, band_of, placed, shares_up_to
from reportgen.demo.pupil import Pupil
from reportgen.demo.road import risen
from reportgen.demo.subjects import KS4, SUBJECTS, Taught, taught_to
from reportgen.demo.traits import EFFORT_GIRLS, EFFORT_MEAN, PREMIUM_EFFORT
from reportgen.demo.year import YEAR, YEAR_GROUPS

SHARED, STRENGTH, CHANCE = sqrt(0.5), 0.5, 0.5
"""Weights of what all subjects share, of the strength in the discipline, and of chance; their squares make 1."""
EFFORT = 0.55
"""Weight of effort in what all subjects share; the rest no one sees."""
CHOSEN_STRENGTH = 0.4
"""How strong those are, on average, who choose a subject freely: the published grades are those of choosers too."""
ALL_SCHOOLS = -0.07
"""Taken off every draw: England's figures hold the pupils of special schools, who are not in this one, and without it
the school would be some 3% above them."""
LEAST, MOST = 1e-6, 1 - 1e-6

_NORMAL = NormalDist()
_EFFORT_SPREAD = sqrt(1 + EFFORT_GIRLS**2)
_IN_KEY_STAGE_4 = tuple(one for one in SUBJECTS if KS4 in one.key_stages)


def final_grades(pupil: Pupil, seed: int) -> Mapping[str, str]:
    """The final grade, by id, of each subject the pupil takes in Years 10 and 11. No export holds them.

    5 on the scale of GCSE, 5-4 for combined science, L2M for vocational subjects; U for ungraded. Years 7 to 10 have
    grades too: what they will end with.
    """
    found = levels(pupil, seed)
    last_year = YEAR - (pupil.year_group - YEAR_GROUPS[-1])
    return {
        one.id: WHOLE[one.scale].written(found[one.id] + risen(one.id, last_year))
        for one in taught_to(YEAR_GROUPS[-1], pupil.options, pupil.form_letter)
    }


def levels(pupil: Pupil, seed: int) -> Mapping[str, float]:
    """The level at the end of Year 11, by id, in every subject of Years 10 and 11, as if the pupil took them all.

    In grades of GCSE, with how far into the grade: 4.5 is the lowest 5.
    """
    chance = stream(seed, f"outcomes {pupil.upn}")
    group = DISADVANTAGED if pupil.pupil_premium else OTHER
    band = band_of(_year_6(pupil))
    all_subjects = SHARED * _shared(pupil, chance) + ALL_SCHOOLS
    return {
        one.id: _level(one, group, band, all_subjects + _own(pupil, one) + CHANCE * chance.gauss(0, 1))
        for one in _IN_KEY_STAGE_4
    }


def _year_6(pupil: Pupil) -> float:
    """The mean of the scores; for those who sat no tests, what they would have had."""
    return sum(pupil.ks2) / len(pupil.ks2) if pupil.ks2 else pupil.traits.year_6


def _shared(pupil: Pupil, chance: Random) -> float:
    """What all subjects share, mean 0 and spread 1 for each group: what sets groups apart is in the table."""
    effort = (pupil.traits.effort - EFFORT_MEAN - PREMIUM_EFFORT * pupil.pupil_premium) / _EFFORT_SPREAD
    return EFFORT * effort + sqrt(1 - EFFORT**2) * chance.gauss(0, 1)


def _own(pupil: Pupil, one: Taught) -> float:
    chosen = one.id in pupil.options and one.id in FREE and one.id not in HUMANITIES
    return STRENGTH * (pupil.traits.strengths[one.discipline] - CHOSEN_STRENGTH * chosen)


def _level(one: Taught, group: str, band: int, standing: float) -> float:
    up_to = shares_up_to(COMBINED if one.scale == "combined" else one.like, group, band)
    share = clamp(_NORMAL.cdf(standing), LEAST, MOST)
    return level_at(*placed(up_to, share), one.scale)
