"""What a tutor sees first: what goes well, whom to talk with and why, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.model.document import Part, Point
from reportgen.packs.blanks import BLANK
from reportgen.packs.class_names import short_names
from reportgen.packs.forms import Form
from reportgen.packs.material import Material
from reportgen.packs.standing import INTERVENTION, Standing, evidence, share
from reportgen.packs.words import count, listed, names_listed, number, percent, say

NAMED = 3
"""Pupils named in one line before the rest are counted."""
TALKS = 3
"""Pupils to talk with first."""
WELL = 3
"""Subjects up, or with the best attitude, before a pupil is named for it, and subjects down before it is a reason."""
ALWAYS = 100.0
"""Percent of sessions of a pupil who has not missed one."""


@dataclass(frozen=True)
class FormRoom:
    """A form, and what its pupils are called among themselves."""

    material: Material
    form: Form

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Short names by key, told apart."""
        return short_names(one.pupil for one in self.form.members)

    def name(self, one: Standing) -> str:
        """`Amara O`."""
        return self.called[one.pupil.key]

    def names(self, members: Iterable[Standing], *, most: int = NAMED) -> str:
        """Short names joined; the rest are counted."""
        return names_listed([self.name(one) for one in members], most=most)


def reasons_to_talk(material: Material, one: Standing) -> tuple[str, ...]:
    """What of a pupil asks for a talk, in words, each once; nothing for most pupils.

    More subjects below target than not, at least three down and more down than up, three or more with low attitude,
    attendance below the school's own mark; and all that put the pupil on a list for help.
    """
    summary, low = one.summary, material.project.packs.classes.attendance_below
    told = []
    if one.aimed and summary.below > one.aimed / 2:
        told.append(say("below target in", share=share(summary.below, one.aimed)))
    if summary.fallen >= WELL and summary.fallen > summary.risen:
        told.append(say("down in", share=share(summary.fallen, one.moved)))
    if summary.attitude_low >= WELL:
        told.append(say("low attitude in", share=share(summary.attitude_low, one.rated)))
    if summary.percent is not None and summary.percent < low:
        told.append(say("attendance of", percent=percent(summary.percent, 1)))
    listed_for = (words for rule in one.of_kind(INTERVENTION) for words in evidence(rule, one))
    return tuple(dict.fromkeys((*told, *listed_for)))


def to_talk_with(material: Material, members: Sequence[Standing]) -> tuple[tuple[Standing, tuple[str, ...]], ...]:
    """Everyone with a reason: most reasons first, then register order."""
    found = [(one, reasons_to_talk(material, one)) for one in members]
    return tuple(sorted(((one, why) for one, why in found if why), key=lambda f: -len(f[1])))


def well_part(room: FormRoom) -> Part:
    """Who rose in most subjects, who has the best attitude, who was always here."""
    members = room.form.members
    rules: tuple[tuple[str, Callable[[Standing], int], Callable[[Standing], int]], ...] = (
        ("rose in most", lambda s: int(s.summary.risen), lambda s: s.moved),
        ("best attitude", lambda s: int(s.summary.attitude_best), lambda s: s.rated),
    )
    points = []
    for key, counted, of in rules:
        best = _best(members, counted, of)
        names = [say("name and share", name=room.name(s), share=share(counted(s), of(s))) for s in best]
        if names:
            points.append(Point(title=say(f"well {key}"), text=_sentence(names_listed(names, most=NAMED))))
    always = [s for s in members if s.summary.percent == ALWAYS]
    if always:
        points.append(Point(title=say("well always here"), text=_sentence(room.names(always))))
    return Part(
        id="well",
        heading=say("well heading"),
        points=tuple(points),
        beside=() if points else (say("well none"),),
    )


def _best(
    members: Sequence[Standing], counted: Callable[[Standing], int], of: Callable[[Standing], int]
) -> list[Standing]:
    """Those for whom it is so in at least three subjects, or all there are, and in half of theirs; most first."""
    least = max(1, min(WELL, max(of(s) for s in members)))
    found = [s for s in members if counted(s) >= least and 2 * counted(s) >= of(s)]
    return sorted(found, key=lambda s: (-counted(s), of(s)))


def talk_part(room: FormRoom) -> Part:
    """Whom to talk with first and why; the others are counted."""
    asked = to_talk_with(room.material, room.form.members)
    first = asked[:TALKS]
    points = tuple(Point(title=say("talk with", name=room.name(s)), text=_sentence(", ".join(why))) for s, why in first)
    rest = len(asked) - len(first)
    return Part(
        id="talk",
        heading=say("talk heading"),
        points=points,
        beside=() if points else (say("talk none"),),
        note=count("talk rest", rest, n=number(rest), rule=_rule(room, asked[TALKS:])) if rest else "",
    )


def _rule(room: FormRoom, rest: Sequence[tuple[Standing, tuple[str, ...]]]) -> str:
    """What puts pupils on this list, as far as the form has it: the columns to look along."""
    members, low = [one for one, _ in rest], room.material.project.packs.classes.attendance_below
    ways = (
        (any(s.summary.below > s.aimed / 2 for s in members), say("talk rule below")),
        (
            any(s.summary.fallen >= WELL and s.summary.fallen > s.summary.risen for s in members),
            say("talk rule down", n=number(WELL)),
        ),
        (any(s.summary.attitude_low >= WELL for s in members), say("talk rule low", n=number(WELL))),
        (
            any(s.summary.percent is not None and s.summary.percent < low for s in members),
            say("talk rule away", percent=percent(low)),
        ),
    )
    *others, last = [words for so, words in ways if so] or [say("talk rule below")]
    return say("talk rule last", others=", ".join(others), last=last) if others else last


def missing_part(room: FormRoom) -> Part:
    """Blank marks, pupils without earlier marks, pupils without attendance."""
    members = room.form.members
    blank = [s for s in members if s.summary.blank]
    new = _new(members)
    away = [s for s in members if s.summary.percent is None]
    points = []
    if blank:
        marks = sum(int(s.summary.blank) for s in blank)
        names = [say("name and blank", name=room.name(s), subjects=_subjects(room, s)) for s in blank]
        told = names_listed(names, most=2)
        points.append(Point(title=count("blank in form", marks, n=number(marks)), text=_sentence(told)))
    if new:
        points.append(Point(title=say("new in form"), text=_sentence(room.names(new))))
    if away and len(away) < len(members):
        points.append(Point(title=say("no attendance in form"), text=_sentence(room.names(away))))
    return Part(
        id="missing",
        heading=say("missing heading"),
        points=tuple(points),
        beside=() if points else (say("missing none"),),
    )


def _new(members: Sequence[Standing]) -> list[Standing]:
    """Pupils without earlier marks; nobody where everybody is new."""
    new = [s for s in members if s.new]
    return new if len(new) < len(members) else []


def new_pupils(members: Sequence[Standing]) -> tuple[Standing, ...]:
    """Pupils without earlier marks among others who have them."""
    return tuple(_new(members))


def _subjects(room: FormRoom, one: Standing) -> str:
    """The subjects whose mark is blank: two by name, more by number."""
    names = [room.material.project.subjects.subject(row.subject).name for row in one.rows if row.state in BLANK]
    return listed(names) if len(names) <= 2 else count("subjects counted", len(names))  # noqa: PLR2004 - two names fit a line


def _sentence(text: str) -> str:
    return f"{text}."
