"""Next steps: at most three a pupil and collection, each from one teacher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

from reportgen.demo.chance import stream
from reportgen.demo.classes import SchoolClass
from reportgen.demo.comments.judgement import LOW_ATTITUDE, commented, effort, standing
from reportgen.demo.comments.practical import PRACTICAL, TASKS
from reportgen.demo.comments.voice import next_step_for
from reportgen.demo.marks import Mark
from reportgen.demo.next_step_patterns import CATCH_UP, EXAMS, GO_ON, HABITS, STRETCH
from reportgen.demo.subjects import KEY_STAGE_3
from reportgen.demo.topics import TOPICS

MOST = 3


@dataclass(frozen=True)
class NextStep:
    """One text, and the teacher who wrote it."""

    mark: Mark
    teacher: str
    text: str


def next_steps(marks: Sequence[Mark], classes: Sequence[SchoolClass], seed: int) -> tuple[NextStep, ...]:
    """The next steps of 2026/27, in the order of pupils, collections and subjects."""
    chance = stream(seed, "next steps")
    teachers = {(pupil.upn, one.subject.id): one.teachers[0] for one in classes for pupil in one.pupils}
    this_year = [mark for mark in marks if mark.collection.year == 2026]  # noqa: PLR2004 - the year of the exports
    ordered = sorted(this_year, key=lambda mark: (mark.pupil.admission_number, mark.collection.closes))
    return tuple(
        step
        for _, group in groupby(ordered, key=lambda mark: (mark.pupil.upn, mark.collection.id))
        for step in _steps(list(group), teachers, chance)
    )


def _steps(marks: list[Mark], teachers: Mapping[tuple[str, str], str], chance: Random) -> Iterator[NextStep]:
    taken = [m for m in marks if commented(m)]
    furthest = sorted(taken, key=lambda m: (-m.below + (m.attitude <= LOW_ATTITUDE) * -0.5, m.subject.id))
    chosen = furthest[: MOST - 1] + furthest[-1:] if len(furthest) >= MOST else furthest
    used: set[str] = set()
    for mark in chosen:
        pattern = chance.choice([p for p in _patterns(mark) if p not in used])
        used.add(pattern)
        yield NextStep(mark, teachers[mark.pupil.upn, mark.subject.id], _text(mark, pattern, chance))


def _patterns(mark: Mark) -> tuple[str, ...]:
    if mark.pupil.year_group == 11 and mark.collection.order == 3:  # noqa: PLR2004 - Year 11 in the summer
        return EXAMS
    if mark.subject.id in PRACTICAL:
        tasks = TASKS[next_step_for(effort(mark.attitude), standing(mark))]
        return tuple(f"{task}." for task in tasks)
    if mark.attitude <= LOW_ATTITUDE:
        return HABITS
    return {"behind": CATCH_UP, "ahead": STRETCH}.get(standing(mark), GO_ON)


def _text(mark: Mark, pattern: str, chance: Random) -> str:
    young, older = TOPICS[mark.subject.id]
    topics = young if mark.pupil.year_group_in(mark.collection.year) in KEY_STAGE_3 else older
    topic, other = chance.sample(topics, 2)
    return pattern.format(topic=topic, other=other, by=mark.collection.homework_by)
