"""Three questions worth asking of a class, made from its figures by rules: never verdicts or causes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportgen.packs.class_movement import TOLD, is_new, latest_earlier
from reportgen.packs.class_names import first_names
from reportgen.packs.material import Material, Pupil, Record
from reportgen.packs.subjects_table import state_words
from reportgen.packs.words import count, in_sentence, listed, number, percent, say

Member = tuple[Pupil, Record]
Members = Sequence[Member]
QUESTIONS = 3
NAMED = 3


@dataclass(frozen=True)
class Class:
    """The report, and what pupils of this class are called."""

    material: Material
    called: Mapping[str, str]

    def names(self, members: Members) -> str:
        """The members' names joined."""
        return listed(self.called[pupil.key] for pupil, _ in members)

    def circumstances(self, member: Member) -> str:
        """`, with attitude low and 82% attendance`: only what is so."""
        pupil, row = member
        things = []
        if row.attitude_place == 1:
            things.append(say("low attitude", word=in_sentence(row.attitude_word)))
        found = self.material.attendance.get(pupil.key)
        low = self.material.project.packs.classes.attendance_below
        if found and found.percent is not None and found.percent < low:
            things.append(say("low attendance", percent=percent(found.percent)))
        return say("with", things=listed(things)) if things else ""


Asked = tuple[str, Members] | None
"""A question and whom it is about."""


def class_questions(material: Material, members: Members) -> tuple[str, ...]:
    """Up to three questions; each pupil is asked about once, strengths first."""
    here = Class(material, first_names(pupil for pupil, _ in members))
    rules: tuple[Callable[[Class, Members], Asked], ...] = (_rose, _fell, _missing, _effort, _below, _above, _new)
    asked: list[str] = []
    left = list(members)
    for rule in rules:
        if len(asked) == QUESTIONS:
            break
        if found := rule(here, left):
            question, about = found
            asked.append(question)
            left = [m for m in left if m not in about]
    since = latest_earlier(material, members)
    if len(asked) < QUESTIONS and since and any(row.change == 0 for _, row in members):
        moved = any(row.change for _, row in members)
        asked.append(say("ask same" if moved else "ask none moved", since=since.short or since.name))
    return tuple(asked)


def _several(here: Class, key: str, members: Members) -> Asked:
    """A question about one or a few pupils, None about nobody."""
    named = members[:NAMED]
    return (count(key, len(named), names=here.names(named)), named) if named else None


def _rose(here: Class, members: Members) -> Asked:
    rose = sorted((m for m in members if (m[1].change or 0) >= TOLD), key=lambda m: -m[1].change)
    return _several(here, "ask rose", rose)


def _fell(here: Class, members: Members) -> Asked:
    fallen = [m for m in members if (m[1].change or 0) <= -TOLD]
    fallen.sort(key=lambda m: (m[1].change, -len(here.circumstances(m))))
    if not fallen:
        return None
    change = abs(fallen[0][1].change)
    steps = count("steps", int(change)) if change == int(change) else say("steps.other", n=number(change, 1))
    with_what = here.circumstances(fallen[0])
    return say("ask fell", name=here.names(fallen[:1]), steps=steps, with_what=with_what), fallen[:1]


def _missing(here: Class, members: Members) -> Asked:
    missing = [m for m in members if m[1].state in ("absent", "not entered", "unclear")]
    missing.sort(key=lambda m: -len(here.circumstances(m)))
    if not missing:
        return None
    state = state_words(missing[0][1].state)
    with_what = here.circumstances(missing[0])
    return say("ask missing", name=here.names(missing[:1]), state=state, with_what=with_what), missing[:1]


def _effort(here: Class, members: Members) -> Asked:
    hard = [
        m for m in members if m[1].band_kind == "below" and m[1].attitude_of and m[1].attitude_place == m[1].attitude_of
    ]
    return _several(here, "ask effort", hard)


def _below(here: Class, members: Members) -> Asked:
    below = sorted((m for m in members if m[1].band_kind == "below"), key=lambda m: m[1].distance)
    return _several(here, "ask below" if len(below) > NAMED else "ask all below", below)


def _above(here: Class, members: Members) -> Asked:
    above = sorted((m for m in members if m[1].band_kind == "above"), key=lambda m: -m[1].distance)
    return _several(here, "ask above", above)


def _new(here: Class, members: Members) -> Asked:
    new = [m for m in members if is_new(here.material, *m)]
    return _several(here, "ask new", new) if len(new) < len(members) else None
