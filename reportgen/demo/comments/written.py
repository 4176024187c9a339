"""Comments of the summer collection: every subject of years 7 to 10, and a tutor's text for everyone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from random import Random

from reportgen.demo.chance import stream
from reportgen.demo.classes import SchoolClass
from reportgen.demo.comments.brisk import BRISK
from reportgen.demo.comments.comment import Comment
from reportgen.demo.comments.detailed import DETAILED
from reportgen.demo.comments.formal import FORMAL
from reportgen.demo.comments.judgement import commented, effort, overall, standing
from reportgen.demo.comments.practical import PRACTICAL, TASKS, WRAPPED
from reportgen.demo.comments.strengths import STRENGTHS
from reportgen.demo.comments.tutors import FORM_LIFE, TUTORS
from reportgen.demo.comments.voice import Voice, drawn, in_sentence, next_step_for, written
from reportgen.demo.comments.warm import WARM
from reportgen.demo.marks import Mark
from reportgen.demo.pupil import Pupil
from reportgen.demo.subjects import KEY_STAGE_3
from reportgen.demo.topics import TOPICS
from reportgen.demo.year import LATEST

VOICES = (BRISK, WARM, FORMAL, DETAILED)
COMMENTED_YEARS = (7, 8, 9, 10)
"""Year 11 has left when the others get their yearly report: only their tutors write."""
FEWEST_WORDS, MOST_WORDS = 15, 57
"""Bounds of a comment without names: with them it stays within 15 to 60 words."""


def voice_of(teacher: str, seed: int) -> Voice:
    """The one voice a teacher writes in, in every subject and class."""
    return stream(seed, f"voice {teacher}").choice(VOICES)


def comments(
    marks: Sequence[Mark], classes: Sequence[SchoolClass], *, tutors: Mapping[str, str], seed: int
) -> tuple[Comment, ...]:
    """The comments of the latest collection: a pupil's subjects in order, then the tutor's. `tutors` is by form."""
    latest = [mark for mark in marks if mark.collection == LATEST]
    taught = {(pupil.upn, one.subject.id): one for one in classes for pupil in one.pupils}
    by_subject, by_tutor = _Writers(seed, "subject comments"), _Writers(seed, "tutor comments")
    found: list[Comment] = []
    for _, group in groupby(latest, key=lambda mark: mark.pupil.upn):
        own = list(group)
        pupil = own[0].pupil
        if pupil.year_group in COMMENTED_YEARS:
            found += _subjects(own, taught, by_subject)
        if tutor := tutors.get(pupil.form()):
            found.append(_tutor(own, tutor, by_tutor))
    return tuple(found)


class _Writers:
    """Teachers' voices, a stream of chance, and what has been written in each class: nothing twice."""

    def __init__(self, seed: int, purpose: str) -> None:
        self._seed, self._voices = seed, dict[str, Voice]()
        self._before: dict[str, set[str]] = defaultdict(set)
        self.chance: Random = stream(seed, purpose)

    def voice(self, teacher: str) -> Voice:
        if teacher not in self._voices:
            self._voices[teacher] = voice_of(teacher, self._seed)
        return self._voices[teacher]

    def fit(self, group: str, text: str) -> bool:
        """True for a text of a length that fits a report, the first time a class is given it. Names are left out."""
        if text in self._before[group] or not FEWEST_WORDS < len(text.split()) < MOST_WORDS:
            return False
        self._before[group].add(text)
        return True


def _subjects(
    marks: Sequence[Mark], taught: Mapping[tuple[str, str], SchoolClass], writers: _Writers
) -> Iterator[Comment]:
    for mark in marks:
        one = taught.get((mark.pupil.upn, mark.subject.id))
        if one is not None and commented(mark):
            yield _subject(mark, one, writers)


def _subject(mark: Mark, one: SchoolClass, writers: _Writers) -> Comment:
    chance, teacher = writers.chance, one.teachers[0]
    voice, how, stands = writers.voice(teacher), effort(mark.attitude), standing(mark)
    while True:
        patterns = drawn(voice, how, stands, chance=chance)
        if mark.subject.id in PRACTICAL:
            task = chance.choice(TASKS[next_step_for(how, stands)])
            patterns = (*patterns[:2], chance.choice(WRAPPED[voice.id]).replace("{task}", task))
        values = _about(mark, chance)
        if writers.fit(one.id, _text(mark.pupil, patterns, values, name="")):
            return _comment(mark, teacher, patterns, values)


def _about(mark: Mark, chance: Random) -> dict[str, str]:
    """The subject and what was taught in it: what went well and what comes next are not the same."""
    topic, other = chance.sample(TOPICS[mark.subject.id][0 if mark.pupil.year_group in KEY_STAGE_3 else 1], 2)
    strength = chance.choice(STRENGTHS[mark.subject.id])
    return {"subject": in_sentence(mark.subject.name), "strength": strength, "topic": topic, "other": other}


def _tutor(marks: Sequence[Mark], tutor: str, writers: _Writers) -> Comment:
    chance, pupil = writers.chance, marks[0].pupil
    view = overall(marks)
    while True:
        patterns = drawn(TUTORS[writers.voice(tutor).id], view.effort, view.standing, step=view.step, chance=chance)
        best, concern = in_sentence(view.best.name), in_sentence(view.concern.name)
        values = {
            "best": best,
            "Best": view.best.name,
            "concern": concern,
            "Concern": view.concern.name,
            "form_life": chance.choice(FORM_LIFE),
        }
        if writers.fit(pupil.form(), _text(pupil, patterns, values, name="")):
            return _comment(marks[0], tutor, patterns, values, whole=True)


def _text(pupil: Pupil, patterns: tuple[str, ...], values: Mapping[str, str], *, name: str) -> str:
    return written(patterns, name=name, sex=pupil.sex, by=LATEST.homework_by, **values)


def _comment(
    mark: Mark, teacher: str, patterns: tuple[str, ...], values: Mapping[str, str], *, whole: bool = False
) -> Comment:
    text = _text(mark.pupil, patterns, values, name=mark.pupil.forename)
    return Comment(mark.pupil.upn, None if whole else mark.subject, mark.collection, teacher, text, patterns)
