"""What short marks stand for, `Em Emerging, De Developing`, and what a step on their scale is."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.model.grades import grades_of
from reportgen.model.scale import Scale
from reportgen.packs.material import Material
from reportgen.packs.words import say


def marks_key(scales: Iterable[Scale]) -> str:
    """The whole grades of each scale with their words, lowest first; empty where most marks have none of their own."""
    return "; ".join(told for scale in scales if (told := _told(scale)))


def step_told(material: Material, scale: Scale | None) -> str:
    """What a step is in words: the school's own name for it, which is that of parts of a grade; else a whole grade.

    Empty where the scale's steps have no name: a scale of numbers, or labels whose values are not a step apart.
    """
    name = material.project.measures.step_name
    if scale is None or scale.kind != "labels" or not name or name == "step":
        return ""
    if any(grade.first < grade.last for grade in grades_of(scale)):
        return name
    return say("one grade") if scale.step is None else ""


def _told(scale: Scale) -> str:
    if scale.kind != "labels":
        return ""
    words = {label.label: label.word for label in scale.labels if label.word.casefold() != label.label.casefold()}
    grades = grades_of(scale)
    told = [say("mark and word", label=g.name, word=words[g.name]) for g in grades if words.get(g.name)]
    return ", ".join(told) if 2 * len(told) > len(grades) else ""
