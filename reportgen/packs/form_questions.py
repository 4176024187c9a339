"""Three questions for a tutor, made from the form's figures by rules: never verdicts or causes."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.packs.form_points import ALWAYS, FormRoom, new_pupils, reasons_to_talk, to_talk_with
from reportgen.packs.standing import Standing
from reportgen.packs.words import count, listed, say

QUESTIONS = 3
NAMED = 3


def form_questions(room: FormRoom) -> tuple[str, ...]:
    """Up to three; strengths first, then whom to talk with, then whom nobody may have noticed."""
    rules: tuple[Callable[[FormRoom], str], ...] = (_rose, _talk, _unnoticed, _blank, _new, _absent_often)
    return tuple(question for rule in rules if (question := rule(room)))[:QUESTIONS]


def _several(room: FormRoom, key: str, members: list[Standing]) -> str:
    named = members[:NAMED]
    return count(key, len(named), names=listed(room.name(one) for one in named)) if named else ""


def _rose(room: FormRoom) -> str:
    """About those up in more than half of the subjects with two marks, most first."""
    rose = [s for s in room.form.members if s.moved and 2 * s.summary.risen > s.moved]
    return _several(room, "ask form rose", sorted(rose, key=lambda s: -s.summary.risen / s.moved))


def _talk(room: FormRoom) -> str:
    """About the pupil with most reasons."""
    asked = to_talk_with(room.material, room.form.members)
    if not asked:
        return ""
    one, why = asked[0]
    return say("ask form talk", name=room.name(one), why=listed(why))


def _unnoticed(room: FormRoom) -> str:
    """About those on no list and without a reason to talk: the quiet middle of a form."""
    quiet = [one for one in room.form.members if not one.rules and not reasons_to_talk(room.material, one)]
    if len(quiet) == len(room.form.members):
        return ""
    return count("ask form quiet", len(quiet), names=room.names(quiet)) if quiet else ""


def _blank(room: FormRoom) -> str:
    return _several(room, "ask form blank", [one for one in room.form.members if one.summary.blank])


def _new(room: FormRoom) -> str:
    return _several(room, "ask form new", list(new_pupils(room.form.members)))


def _absent_often(room: FormRoom) -> str:
    """Asked where little else is: about the pupil away most, unless asked about already."""
    away = [s for s in room.form.members if s.summary.percent is not None and s.summary.percent < ALWAYS]
    lowest = sorted(away, key=lambda s: s.summary.percent)
    if not lowest or len(room.form.members) == 1 or reasons_to_talk(room.material, lowest[0]):
        return ""
    return say("ask form away", name=room.name(lowest[0]))
