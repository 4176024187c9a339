"""What a comment may say: how a pupil works and stands, from the marks of the same collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.demo.comments.voice import Effort, Standing, Step, next_step_for
from reportgen.demo.marks import BLANK, CURRENT, DROPPED, NOT_REQUIRED, NOT_TAUGHT, TARGET, Mark
from reportgen.demo.road import ladder_now
from reportgen.demo.subjects import KEY_STAGE_3, Taught

LOW_ATTITUDE, HIGH_ATTITUDE = 2, 4
ABOVE, AS = 2, -1
"""Steps from the target from which a report says above and on target: the bands of config/demo/measures.yaml."""
POINTS = {"U": 0.0, "L1P": 1.25, "L1M": 2.0, "L1D": 3.0, "L2P": 4.0, "L2M": 5.5, "L2D": 7.0, "L2D*": 8.5}
POINTS_A_STEP = 0.75
"""Vocational grades are not evenly apart: their steps are told in points (config/demo/scales.yaml)."""
LOW_MEAN, HIGH_MEAN = 2.5, 3.4
"""Mean attitudes over all subjects below and from which a tutor speaks of low and of excellent effort."""
MUCH_ABSENCE = 0.14
"""Share of half-days missed from which a tutor writes about it: well above a tenth, so that the register agrees."""
SEVERAL = 3


def commented(mark: Mark) -> bool:
    """True when the pupil was taught the subject, so that there is something to say."""
    return mark.written(CURRENT) not in (DROPPED, NOT_REQUIRED, NOT_TAUGHT, BLANK)


def effort(attitude: int) -> Effort:
    """How a pupil works, from attitude 1 to 4."""
    if attitude <= LOW_ATTITUDE:
        return "low"
    return "high" if attitude >= HIGH_ATTITUDE else "good"


def standing(mark: Mark) -> Standing:
    """Where the mark stands beside its target, in the report's own bands; unknown without a mark or a target."""
    steps = _steps(mark)
    if steps is None:
        return "unknown"
    return "ahead" if steps >= ABOVE else "on" if steps >= AS else "behind"


def _steps(mark: Mark) -> float | None:
    """Steps of the scale from the target to the mark, positive above it. A whole grade is its middle third."""
    year_group = mark.pupil.year_group_in(mark.collection.year)
    current, target = mark.written(CURRENT), mark.written(TARGET)
    grades = ladder_now(mark.subject, year_group).grades
    if current not in grades or target not in grades:
        return None
    if mark.subject.scale == "vocational" and year_group not in KEY_STAGE_3:
        return (POINTS[current] - POINTS[target]) / POINTS_A_STEP
    return grades.index(current) - grades.index(target)


@dataclass(frozen=True)
class Overall:
    """A pupil over all subjects, as the tutor sees it."""

    effort: Effort
    standing: Standing
    step: Step
    best: Taught
    concern: Taught


def overall(marks: Sequence[Mark]) -> Overall:
    """The view over all of a pupil's marks of one collection."""
    taught = [mark for mark in marks if commented(mark)] or list(marks)
    mean = sum(mark.attitude for mark in taught) / len(taught)
    how: Effort = "low" if mean < LOW_MEAN else "high" if mean >= HIGH_MEAN else "good"
    stands = _most(Counter(standing(mark) for mark in taught))
    ranked = sorted(taught, key=lambda mark: (-mark.attitude, mark.below, mark.subject.id))
    absent = marks[0].pupil.traits.absence > MUCH_ABSENCE
    return Overall(
        effort=how,
        standing=stands,
        step="be here" if absent else next_step_for(how, stands),
        best=ranked[0].subject,
        concern=ranked[-1].subject,
    )


def _most(stands: Counter[Standing]) -> Standing:
    """What is true of several or of most subjects."""
    if stands["unknown"] * 2 >= stands.total():
        return "unknown"
    ahead, behind = stands["ahead"], stands["behind"]
    if behind >= SEVERAL and behind >= ahead:
        return "behind"
    if ahead >= SEVERAL:
        return "ahead"
    return "on"
