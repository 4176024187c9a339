"""Three questions worth asking of a class, made from its figures by rules: never verdicts or causes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.packs.class_movement import TOLD, latest_earlier
from reportgen.packs.material import Material, Pupil, Record
from reportgen.packs.subjects_table import MARKED, state_words
from reportgen.packs.words import count, in_sentence, listed, number, percent, say

Members = Sequence[tuple[Pupil, Record]]
QUESTIONS = 3
NAMED = 3


def class_questions(material: Material, members: Members) -> tuple[str, ...]:
    """Up to three questions; each pupil is asked about once, strengths first."""
    rules: tuple[Callable[[Material, Members], tuple[str, Members] | None], ...] = (
        _rose,
        _fell,
        _missing,
        _effort,
        _below,
        _above,
        _new,
    )
    asked: list[str] = []
    left = list(members)
    for rule in rules:
        if len(asked) == QUESTIONS:
            break
        found = rule(material, left)
        if found:
            question, about = found
            asked.append(question)
            left = [m for m in left if m not in about]
    since = latest_earlier(material, members)
    if len(asked) < QUESTIONS and since and any(row.change == 0 for _, row in members):
        asked.append(say("ask same", since=since.short or since.name))
    return tuple(asked)


def _names(members: Members) -> str:
    return listed(pupil.first_name if pupil.named else pupil.full_name for pupil, _ in members)


def _rose(_: Material, members: Members) -> tuple[str, Members] | None:
    rose = sorted(((p, r) for p, r in members if (r.change or 0) >= TOLD), key=lambda m: -m[1].change)[:NAMED]
    return (count("ask rose", len(rose), names=_names(rose)), rose) if rose else None


def _circumstances(material: Material, pupil: Pupil, row: Record) -> str:
    """`, with attitude low and 82% attendance`: only what is so."""
    things = []
    if row.attitude_place == 1:
        things.append(say("low attitude", word=in_sentence(row.attitude_word)))
    found = material.attendance.get(pupil.key)
    if found and found.percent is not None and found.percent < material.project.packs.classes.attendance_below:
        things.append(say("low attendance", percent=percent(found.percent)))
    return say("with", things=listed(things)) if things else ""


def _fell(material: Material, members: Members) -> tuple[str, Members] | None:
    fell = sorted(
        ((p, r) for p, r in members if (r.change or 0) <= -TOLD),
        key=lambda m: (m[1].change, -len(_circumstances(material, *m))),
    )
    if not fell:
        return None
    pupil, row = fell[0]
    steps = (
        count("steps", int(abs(row.change)))
        if row.change == int(row.change)
        else say("steps.other", n=number(abs(row.change), 1))
    )
    return say("ask fell", name=_names(fell[:1]), steps=steps, with_what=_circumstances(material, pupil, row)), fell[:1]


def _missing(material: Material, members: Members) -> tuple[str, Members] | None:
    missing = [(p, r) for p, r in members if r.state in ("absent", "not entered", "unclear")]
    missing.sort(key=lambda m: -len(_circumstances(material, *m)))
    if not missing:
        return None
    pupil, row = missing[0]
    question = say(
        "ask missing",
        name=_names(missing[:1]),
        state=state_words(row.state),
        with_what=_circumstances(material, pupil, row),
    )
    return question, missing[:1]


def _effort(_: Material, members: Members) -> tuple[str, Members] | None:
    found = [
        (p, r) for p, r in members if r.band_kind == "below" and r.attitude_of and r.attitude_place == r.attitude_of
    ][:NAMED]
    return (count("ask effort", len(found), names=_names(found)), found) if found else None


def _below(_: Material, members: Members) -> tuple[str, Members] | None:
    found = sorted(((p, r) for p, r in members if r.band_kind == "below"), key=lambda m: m[1].distance)[:NAMED]
    return (count("ask below", len(found), names=_names(found)), found) if found else None


def _above(_: Material, members: Members) -> tuple[str, Members] | None:
    found = sorted(((p, r) for p, r in members if r.band_kind == "above"), key=lambda m: -m[1].distance)[:NAMED]
    if not found:
        return None
    return say("ask above one" if len(found) == 1 else "ask above", names=_names(found)), found


def _new(_: Material, members: Members) -> tuple[str, Members] | None:
    found = [(p, r) for p, r in members if r.state == MARKED and r.change is None][:NAMED]
    return (count("ask new", len(found), names=_names(found)), found) if found and len(found) < len(members) else None
