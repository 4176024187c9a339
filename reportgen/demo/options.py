"""The subjects pupils choose for Years 10 and 11: by what the school offers, how able they are and what they like.

Shares are general knowledge of English schools, 2024: about 45 in a hundred pupils take a language, 28 the three
separate sciences, nearly all history or geography; vocational subjects have more pupils of lower ability. Music is
small on purpose: a class of a few, which no figure for governors may rest on.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from random import Random

from reportgen.demo.pupil import Traits
from reportgen.demo.subjects import SEPARATE_SCIENCES, language_of, subject

BLOCKS = 4
HUMANITIES = {"history": 52, "geography": 48}
NO_HUMANITY = 0.05
LANGUAGE_MIDDLE, LANGUAGE_SLOPE = -0.2, 0.9
"""Log odds of a language at middling ability, and for each unit of it."""
SEPARATE_MIDDLE, SEPARATE_SLOPE = -1.35, 1.7
INTEREST = 0.6
"""How much a unit of strength in a discipline moves the log weight of its subjects."""
FREE = {
    "history": 7,
    "geography": 7,
    "religious-education": 24,
    "computer-science": 17,
    "business": 25,
    "design-technology": 16,
    "food": 14,
    "art": 28,
    "music": 1.3,
    "drama": 8,
    "pe": 15,
    "health-social-care": 16,
    "sport-studies": 14,
}
"""How often each is chosen where the choice is free."""
VOCATIONAL = -0.7
"""How ability moves the log weight of vocational subjects."""
NOT_TOGETHER = (("pe", "sport-studies"),)


def options(chance: Random, inner: Traits, form_letter: str) -> tuple[str, ...]:
    """One subject of each of four blocks, in the order chosen; drawn for everyone, used from Year 10.

    "biology" among them stands for the three separate sciences, which take the place of combined science.
    The language can only be the one the pupil's form learnt in Years 7 to 9.
    """
    taken: list[str] = []
    if chance.random() >= NO_HUMANITY:
        taken.append(_one_of(chance, HUMANITIES, inner))
    if chance.random() < _share(LANGUAGE_MIDDLE + LANGUAGE_SLOPE * inner.ability):
        taken.append(language_of(form_letter))
    if chance.random() < _share(SEPARATE_MIDDLE + SEPARATE_SLOPE * inner.ability):
        taken.append(SEPARATE_SCIENCES[0])
    while len(taken) < BLOCKS:
        barred = {one for pair in NOT_TOGETHER if set(pair) & set(taken) for one in pair} | set(taken)
        taken.append(_one_of(chance, {one: weight for one, weight in FREE.items() if one not in barred}, inner))
    return tuple(taken)


def _one_of(chance: Random, weights: Mapping[str, float], inner: Traits) -> str:
    """One subject, likelier when it is liked; the vocational ones likelier for those less able."""
    return chance.choices(list(weights), [weight * _liking(one, inner) for one, weight in weights.items()])[0]


def _liking(subject_id: str, inner: Traits) -> float:
    one = subject(subject_id)
    leaning = VOCATIONAL * inner.ability if one.scale == "vocational" else 0.0
    return exp(INTEREST * inner.strengths[one.discipline] + leaning)


def _share(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
