"""Comments as teachers write them, and the voices they write in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from reportgen.demo.classes import SchoolClass, classes, form_tutors
from reportgen.demo.comments import Comment, comments, voice_of
from reportgen.demo.comments.strengths import STRENGTHS
from reportgen.demo.comments.tutors import TUTORS
from reportgen.demo.comments.voice import Voice, in_sentence
from reportgen.demo.comments.written import VOICES
from reportgen.demo.marks import Mark, marks
from reportgen.demo.next_steps import next_steps
from reportgen.demo.pupil import Pupil
from reportgen.demo.roll import roll
from reportgen.demo.subjects import SUBJECTS
from reportgen.demo.topics import TOPICS

SEED = 11
KS3 = [f"{grade}{sign}" for grade in ("Em", "De", "Se", "Co", "Ex") for sign in ("-", "", "+")]
NOTHING_TO_SAY = ("Dropped", "NR", "NT")


@pytest.fixture(scope="module")
def school() -> dict[str, Pupil]:
    return {pupil.upn: pupil for pupil in roll(600, SEED)}


@pytest.fixture(scope="module")
def given(school: dict[str, Pupil]) -> tuple[Mark, ...]:
    return marks(tuple(school.values()), SEED)


@pytest.fixture(scope="module")
def taught(school: dict[str, Pupil]) -> tuple[SchoolClass, ...]:
    return classes(tuple(school.values()), 600)


@pytest.fixture(scope="module")
def found(school: dict[str, Pupil], given: tuple[Mark, ...], taught: tuple[SchoolClass, ...]) -> tuple[Comment, ...]:
    return comments(given, taught, tutors=form_tutors(tuple(school.values()), 600), seed=SEED)


@pytest.fixture(scope="module")
def latest(given: tuple[Mark, ...]) -> dict[tuple[str, str], Mark]:
    return {(m.pupil.upn, m.subject.id): m for m in given if m.collection.id == "summer-2027"}


def in_book(pattern: str, voice: Voice) -> bool:
    return any(pattern in patterns for patterns in voice.effort.values())


def test_patterns_are_in_the_hundreds(found: tuple[Comment, ...]) -> None:
    """A school of 600 uses hundreds of sentences, put together in more than a thousand ways."""
    assert len({pattern for comment in found for pattern in comment.patterns}) > 300
    assert len({comment.patterns for comment in found}) > 1000


def test_nothing_is_left_to_fill_in(found: tuple[Comment, ...]) -> None:
    """No brace, double space or empty name is left, and every comment ends as a sentence."""
    for comment in found:
        assert not re.search(r"[{}]|  |\s[,.;:?!]", comment.text), comment.text
        assert comment.text[-1] in ".!?"


def test_lengths(found: tuple[Comment, ...]) -> None:
    """Every comment has 15 to 60 words."""
    assert all(15 <= len(comment.text.split()) <= 60 for comment in found)


def test_names_and_pronouns_are_the_pupils(found: tuple[Comment, ...], school: dict[str, Pupil]) -> None:
    """Each comment holds the preferred name, and no pronoun of the other sex."""
    others = {
        "F": re.compile(r"\b(he|him|his)\b", re.IGNORECASE),
        "M": re.compile(r"\b(she|her|hers)\b", re.IGNORECASE),
    }
    for comment in found:
        pupil = school[comment.upn]
        assert pupil.forename in comment.text
        assert not others[pupil.sex].search(comment.text), comment.text


def test_who_gets_comments(
    found: tuple[Comment, ...], latest: dict[tuple[str, str], Mark], school: dict[str, Pupil]
) -> None:
    """In the summer everyone with marks has one tutor's text, and years 7 to 10 one for each subject taught."""
    tutors = Counter(comment.upn for comment in found if comment.subject is None)
    assert set(tutors) == {upn for upn, _ in latest}
    assert set(tutors.values()) == {1}
    subjects = Counter((comment.upn, comment.subject.id) for comment in found if comment.subject)
    assert set(subjects.values()) == {1}
    assert set(subjects) == {
        key
        for key, mark in latest.items()
        if school[key[0]].year_group <= 10 and mark.written("Current") not in NOTHING_TO_SAY
    }
    assert {comment.collection.id for comment in found} == {"summer-2027"}


def test_no_two_of_a_class_share_a_comment(
    found: tuple[Comment, ...], taught: tuple[SchoolClass, ...], school: dict[str, Pupil]
) -> None:
    """With the name taken out, no text stands twice in a class or a form."""
    class_of = {(p.upn, one.subject.id): one.id for one in taught for p in one.pupils}
    texts: dict[str, list[str]] = defaultdict(list)
    for comment in found:
        pupil = school[comment.upn]
        group = class_of[comment.upn, comment.subject.id] if comment.subject else pupil.form()
        texts[group].append(re.sub(rf"\b{re.escape(pupil.forename)}\b", "", comment.text))
    assert all(len(set(some)) == len(some) for some in texts.values())


def test_a_teacher_keeps_one_voice(found: tuple[Comment, ...]) -> None:
    """All of a teacher's comments, in class and as a tutor, begin with a sentence of one voice; every voice is heard."""
    books = {voice.id: (voice, TUTORS[voice.id]) for voice in VOICES}
    for comment in found:
        own = books[voice_of(comment.teacher, SEED).id]
        assert in_book(comment.patterns[0], own[0 if comment.subject else 1])
    assert {voice_of(comment.teacher, SEED).id for comment in found} == set(books)


def test_teachers_write_about_their_own_classes(found: tuple[Comment, ...], taught: tuple[SchoolClass, ...]) -> None:
    """A subject's comment is written by a teacher of the pupil's class."""
    teachers = {(p.upn, one.subject.id): one.teachers for one in taught for p in one.pupils}
    assert all(c.teacher in teachers[c.upn, c.subject.id] for c in found if c.subject)


def test_comments_agree_with_the_marks(found: tuple[Comment, ...], latest: dict[tuple[str, str], Mark]) -> None:
    """Years 7 to 9: below target is said of marks two thirds or more below it, above of two or more above, effort as given."""
    seen: Counter[str] = Counter()
    for comment in found:
        mark = latest[comment.upn, comment.subject.id] if comment.subject else None
        if mark is None or mark.pupil.year_group > 9 or mark.written("Current") not in KS3:
            continue
        thirds = KS3.index(mark.written("Current")) - KS3.index(mark.written("Target"))
        stands = "behind" if thirds <= -2 else "ahead" if thirds >= 2 else "on"
        tries = {"1": "low", "2": "low", "3": "good", "4": "high"}[mark.written("ATL")]
        assert any(comment.patterns[1] in voice.standing[stands] for voice in VOICES)  # type: ignore[index]
        assert any(comment.patterns[0] in voice.effort[tries] for voice in VOICES)  # type: ignore[index]
        seen[stands] += 1
    assert min(seen.values()) > 50


def test_comments_read_easily(found: tuple[Comment, ...]) -> None:
    """Flesch reading ease is that of plain English: 60 to 95, with syllables counted as runs of vowels."""
    words = [word for comment in found for word in comment.text.split()]
    sentences = sum(len(re.findall(r"[.!?](?=\s|$)", comment.text)) for comment in found)
    vowels = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in words)
    assert 60 < 206.835 - 1.015 * len(words) / sentences - 84.6 * vowels / len(words) < 95


def test_same_seed_same_texts(
    given: tuple[Mark, ...], taught: tuple[SchoolClass, ...], school: dict[str, Pupil]
) -> None:
    """The same seed gives the same comments, another seed others."""
    tutors = form_tutors(tuple(school.values()), 600)
    some = [mark for mark in given if mark.pupil.year_group == 8]

    def texts(seed: int) -> list[str]:
        return [comment.text for comment in comments(some, taught, tutors=tutors, seed=seed)]

    assert texts(3) == texts(3)
    assert texts(3) != texts(4)


def test_every_subject_has_words() -> None:
    """Every subject has strengths, and at least two topics in each key stage it is taught in."""
    assert set(STRENGTHS) == set(TOPICS) == {subject.id for subject in SUBJECTS}
    for subject in SUBJECTS:
        assert len(STRENGTHS[subject.id]) > 1
        for key_stage, topics in zip((3, 4), TOPICS[subject.id], strict=True):
            assert (len(topics) > 1) == (key_stage in subject.key_stages)


@pytest.mark.parametrize(
    ("name", "inside"),
    [("English literature", "English literature"), ("French", "French"), ("Art and design", "art and design")],
)
def test_subject_names_inside_sentences(name: str, inside: str) -> None:
    """Languages keep their capital inside a sentence, other subjects lose it."""
    assert in_sentence(name) == inside


def test_next_steps_name_no_one_and_fit_windows_text(
    given: tuple[Mark, ...], taught: tuple[SchoolClass, ...], school: dict[str, Pupil]
) -> None:
    """Next steps hold signs of Windows text only, nothing to fill in, and no pupil's full name."""
    names = {f"{pupil.forename} {pupil.surname}" for pupil in school.values()}
    for text in {step.text for step in next_steps(given, taught, SEED)}:
        text.encode("cp1252")
        assert "{" not in text
        assert not any(name in text for name in names)
