"""What class teachers write: next steps in each collection, and in summer a comment a subject and one on the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random
from statistics import fmean

from reportgen.demo.chance import stream
from reportgen.demo.comments.voice import (
    PRONOUNS,
    Effort,
    Standing,
    Step,
    Voice,
    drawn,
    in_sentence,
    next_step_for,
    written,
)
from reportgen.demo.primary.areas import CORE
from reportgen.demo.primary.checks import PHONICS, PHONICS_STANDARD, Result
from reportgen.demo.primary.marks import EFFORTS, Mark
from reportgen.demo.primary.registers import absence
from reportgen.demo.primary.staff import Teacher
from reportgen.demo.primary.tasks import HABITS, LEARNING, PERSONAL, stage_of
from reportgen.demo.primary.tasks import PHONICS as PHONICS_TASKS
from reportgen.demo.primary.voices import CLASS_LIFE, SUBJECT_VOICES, WHOLE_YEAR
from reportgen.demo.primary.year import LATEST, RECEPTION
from reportgen.demo.pupil import Pupil
from reportgen.demo.year import YEAR, Round

PHONICS_NAME = "Phonics"
RECEPTION_CORE = ("literacy", "maths")
MUCH_ABSENCE = 0.14
SEVERAL = 2
Teachers = Mapping[str, tuple[Teacher, ...]]


@dataclass(frozen=True)
class ClassText:
    """A next step or a comment. A comment on the whole year has no subject; names make comments UTF-8."""

    pupil: Pupil
    subject: str
    collection: Round
    teacher: str
    text: str
    patterns: tuple[str, ...] = ()


def next_steps(
    marks: Sequence[Mark], results: Sequence[Result], teachers: Teachers, seed: int
) -> tuple[ClassText, ...]:
    """Three next steps a pupil and collection of 2026/27."""
    chance = stream(seed, "primary next steps")
    failed = {(r.pupil.upn, r.collection.id) for r in results if r.test == PHONICS and _below(r)}
    now = sorted(
        (m for m in marks if m.collection.year == YEAR), key=lambda m: (m.pupil.admission_number, m.collection.closes)
    )
    found: list[ClassText] = []
    for key, marked in groupby(now, key=lambda m: m.pupil.upn):
        given: set[str] = set()
        for at, group in groupby(marked, key=lambda m: m.collection.id):
            found += _steps(list(group), teachers, chance, given=given, phonics=(key, at) in failed)
    return tuple(found)


def comments(marks: Sequence[Mark], teachers: Teachers, seed: int) -> tuple[ClassText, ...]:
    """The comments of the latest collection: reading, writing and mathematics from Year 1, and everyone's year."""
    chance = stream(seed, "primary comments")
    before: dict[str, set[str]] = defaultdict(set)
    found: list[ClassText] = []
    for _, group in groupby((m for m in marks if m.collection == LATEST), key=lambda m: m.pupil.upn):
        own = list(group)
        code = teachers[own[0].pupil.form_letter][0].code
        voice = SUBJECT_VOICES[stream(seed, f"voice {code}").randrange(len(SUBJECT_VOICES))]
        if own[0].pupil.year_group != RECEPTION:
            found += _subjects(_core(own), code, voice, chance, before=before)
        found.append(_year(own, code, WHOLE_YEAR[voice.id], chance, before))
    return tuple(found)


def _below(result: Result) -> bool:
    return result.score is not None and result.score < PHONICS_STANDARD


def _core(marks: Sequence[Mark]) -> list[Mark]:
    core = RECEPTION_CORE if marks[0].pupil.year_group == RECEPTION else CORE
    return [m for m in marks if m.area.id in core]


def _kind(mark: Mark) -> tuple[Effort, Standing]:
    place = EFFORTS.index(mark.effort)
    effort: Effort = "low" if place <= 1 else "good" if place == 2 else "high"  # noqa: PLR2004 - the third of four
    standing: Standing = (
        "unknown" if not mark.current else "behind" if mark.below > 0 else "ahead" if mark.below < 0 else "on"
    )
    return effort, standing


def _tasks(mark: Mark, step: Step) -> tuple[str, ...]:
    """Things to do next, with the pupil's pronouns filled in."""
    learning = LEARNING[mark.area.id, stage_of(mark.pupil.year_group)]
    tasks = {"catch up": learning.catch_up, "stretch": learning.stretch, "habits": HABITS}.get(step, learning.go_on)
    return tuple(task.format(**PRONOUNS[mark.pupil.sex]) for task in tasks)


def _unused(tasks: Sequence[str], given: set[str], chance: Random) -> str:
    """A task the pupil has not been given this year, while there is one."""
    task = chance.choice([one for one in tasks if one not in given] or tasks)
    given.add(task)
    return task


def _steps(
    marks: Sequence[Mark], teachers: Teachers, chance: Random, *, given: set[str], phonics: bool
) -> Iterator[ClassText]:
    pupil, at = marks[0].pupil, marks[0].collection
    code = teachers[pupil.form_letter][0].code
    texts: list[tuple[str, str]] = []
    for mark in sorted(_core(marks), key=lambda m: (-m.below, EFFORTS.index(m.effort), m.area.id)):
        step = next_step_for(*_kind(mark))
        # one habit is enough: the other next steps are about the subjects
        if step == "habits" and any(text in HABITS for _, text in texts):
            step = next_step_for("good", _kind(mark)[1])
        texts.append((mark.area.name, _unused(_tasks(mark, step), given, chance)))
    if phonics:
        texts = [(PHONICS_NAME, chance.choice(PHONICS_TASKS)), *texts]
    if pupil.year_group == RECEPTION:
        personal = next(m.area.name for m in marks if m.area.id == "personal")
        own = [task.format(**PRONOUNS[pupil.sex]) for task in PERSONAL]
        texts.append((personal, _unused(own, given, chance)))
    yield from (ClassText(pupil, subject, at, code, f"{text}.") for subject, text in texts[:3])


def _subjects(
    marks: Sequence[Mark], code: str, voice: Voice, chance: Random, *, before: dict[str, set[str]]
) -> Iterator[ClassText]:
    """One comment a subject; one teacher writes them all, so no sentence about a pupil begins another comment too."""
    begun: set[str] = set()
    for mark in marks:
        while True:
            patterns = drawn(voice, *_kind(mark), chance=chance)
            values = _about(mark, chance)
            group = f"{mark.pupil.form_letter} {mark.area.id}"
            if patterns[0] not in begun and _new(group, patterns, values, before):
                break
        begun.add(patterns[0])
        yield _text(mark, mark.area.name, code, patterns, values)


def _about(mark: Mark, chance: Random) -> dict[str, str]:
    """What the sentences of a comment name."""
    learning = LEARNING[mark.area.id, stage_of(mark.pupil.year_group)]
    return {
        "subject": in_sentence(mark.area.name),
        "topic": chance.choice(learning.topics),
        "strength": chance.choice(learning.strengths),
        "task": chance.choice(_tasks(mark, next_step_for(*_kind(mark)))),
    }


def _year(marks: Sequence[Mark], code: str, voice: Voice, chance: Random, before: dict[str, set[str]]) -> ClassText:
    effort, standing = _over_all(marks)
    pupil = marks[0].pupil
    ranked = sorted(marks, key=lambda m: (-EFFORTS.index(m.effort), m.below, m.area.id))
    weakest = max(_core(marks), key=lambda m: (m.below, -EFFORTS.index(m.effort)))
    step: Step = "be here" if absence(pupil) > MUCH_ABSENCE else next_step_for(effort, standing)
    while True:
        patterns = drawn(voice, effort, standing, step=step, chance=chance)
        values = {
            "best": in_sentence(ranked[0].area.name),
            "Best": ranked[0].area.name,
            "life": chance.choice(CLASS_LIFE).format(**PRONOUNS[pupil.sex]),
            "task": chance.choice(_tasks(weakest, step)),
        }
        if _new(pupil.form_letter, patterns, values, before):
            return _text(marks[0], "", code, patterns, values)


def _over_all(marks: Sequence[Mark]) -> tuple[Effort, Standing]:
    mean = fmean(EFFORTS.index(m.effort) for m in marks)
    effort: Effort = "low" if mean < 1.4 else "high" if mean >= 2.4 else "good"  # noqa: PLR2004 - of 0 to 3
    stands = [_kind(m)[1] for m in marks]
    if stands.count("behind") >= SEVERAL:
        return effort, "behind"
    return effort, "ahead" if stands.count("ahead") > SEVERAL else "on"


def _new(group: str, patterns: tuple[str, ...], values: Mapping[str, str], before: dict[str, set[str]]) -> bool:
    """True the first time a class is given a text, names left out."""
    bare = written(patterns, name="", sex="F", **values)
    known = bare in before[group]
    before[group].add(bare)
    return not known


def _text(mark: Mark, subject: str, code: str, patterns: tuple[str, ...], values: Mapping[str, str]) -> ClassText:
    text = written(patterns, name=mark.pupil.forename, sex=mark.pupil.sex, **values)
    return ClassText(mark.pupil, subject, mark.collection, code, text, patterns)
