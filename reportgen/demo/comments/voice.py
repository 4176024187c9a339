"""A teacher's way of writing: sentences for how a pupil works, how the mark stands, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

Effort = Literal["low", "good", "high"]
Standing = Literal["ahead", "on", "behind", "unknown"]
Step = Literal["habits", "catch up", "stretch", "go on", "be here"]
"""`be here` is for tutors: a pupil who misses much school."""

PRONOUNS: Mapping[str, Mapping[str, str]] = {
    "F": {"they": "she", "them": "her", "their": "her", "They": "She", "Their": "Her"},
    "M": {"they": "he", "them": "him", "their": "his", "They": "He", "Their": "His"},
}
"""Written in patterns as {they}, {them}, {their}; each verb after {they} has an s."""
_PROPER = ("English", "French", "Spanish")


@dataclass(frozen=True)
class Voice:
    """One way of writing. Every pattern is one sentence or two short ones.

    {name} is what the pupil is called, {by} a day. Subject teachers' sentences hold {subject} inside a sentence,
    {strength}, something the pupil does well (`explaining a method`), {topic} and {other}, things taught. Tutors' hold
    {best} and {concern}, subjects, and {form_life}, what the pupil does in the form (`helps to run the tuck shop`).
    """

    id: str
    effort: Mapping[Effort, tuple[str, ...]]
    standing: Mapping[Standing, tuple[str, ...]]
    step: Mapping[Step, tuple[str, ...]]


def lines(text: str) -> tuple[str, ...]:
    """One pattern a line; indents and empty lines are left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def next_step_for(effort: Effort, standing: Standing) -> Step:
    """The kind of next step that agrees with how a pupil works and stands: how they work comes first."""
    if effort == "low":
        return "habits"
    if standing == "behind":
        return "catch up"
    return "stretch" if standing == "ahead" else "go on"


def drawn(
    voice: Voice, effort: Effort, standing: Standing, *, step: Step | None = None, chance: Random
) -> tuple[str, str, str]:
    """One pattern of each kind; the next step agrees with the rest unless the caller knows a more urgent one."""
    return (
        chance.choice(voice.effort[effort]),
        chance.choice(voice.standing[standing]),
        chance.choice(voice.step[step or next_step_for(effort, standing)]),
    )


def in_sentence(subject: str) -> str:
    """A subject's name inside a sentence: languages keep their capital."""
    return subject if subject.startswith(_PROPER) else subject[:1].lower() + subject[1:]


def written(patterns: tuple[str, ...], *, name: str, sex: str, **values: str) -> str:
    """The text of the patterns with everything filled in, sentences separated by a space."""
    return " ".join(pattern.format(name=name, **PRONOUNS[sex], **values) for pattern in patterns)
