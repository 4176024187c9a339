"""Scales, facets and the spellings of missing marks."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.problem import Problem
from reportgen.model.scale import Facet, Marks, Scale
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import Kind, Spelling, clashes, fold, spellings_of, twice
from reportgen.settings.files import SettingsFile
from reportgen.settings.tree import Path, quoted

_ENDS = {"labels": ("first", "last"), "numbers": ("highest", "lowest")}


def check_scales(folder: Folder) -> Iterator[Problem]:
    """Everything in scales.yaml."""
    file = folder.marks
    if not file or not file.model:
        return
    marks = file.model
    yield from twice((s.id for s in marks.scales), file, "scales")
    for n, scale in enumerate(marks.scales):
        yield from _kind(file, scale, n)
        yield from _labels(file, scale, n)
        yield from _comparable(file, marks, scale, n)
    yield from twice((f.id for f in marks.facets), file, "facets")
    yield from clashes(spellings_of(marks.facets, "facets"), file)
    for n, facet in enumerate(marks.facets):
        yield from _facet(folder, file, facet, n)
    yield from _states(file, marks)


def _kind(file: SettingsFile[Marks], scale: Scale, n: int) -> Iterator[Problem]:
    """Keys that belong to the other kind, or are missing for this one."""
    path: Path = ("scales", n)
    numbers = scale.kind == "numbers"
    wrong = ("labels",) if numbers else ("lowest", "highest")
    for key in wrong:
        if file.has(*path, key):
            yield file.problem(
                "S126",
                *path,
                key,
                found=f"{key} on a scale of {scale.kind}",
                expected="kind: " + ("labels" if numbers else "numbers"),
            )
    for key in ("lowest", "highest") if numbers else ("labels",):
        if getattr(scale, key) in (None, ()):
            yield file.problem("S126", *path, found=f"no {key}", expected=f"{key} for a scale of {scale.kind}")
    if numbers and scale.lowest is not None and scale.highest is not None and scale.highest <= scale.lowest:
        yield file.problem(
            "S124", *path, "highest", found=f"{scale.highest:g}", expected=f"more than lowest ({scale.lowest:g})"
        )
    if file.has(*path, "best") and scale.best not in _ENDS[scale.kind]:
        yield file.problem(
            "S126",
            *path,
            "best",
            found=f"best: {scale.best}",
            expected=" or ".join(_ENDS[scale.kind]) + f" for a scale of {scale.kind}",
        )
    if scale.step is not None and scale.step <= 0:
        yield file.problem("S113", *path, "step", found=f"{scale.step:g} for step", expected="more than 0")
    elif scale.step is not None and not scale.has_values() and not numbers:
        yield file.problem("S126", *path, "step", found="a step", expected="a value for every label, or no step")


def _labels(file: SettingsFile[Marks], scale: Scale, n: int) -> Iterator[Problem]:
    """Each label spelt once; values for all labels or none, rising towards the best."""
    path: Path = ("scales", n, "labels")
    yield from twice((fold(one.label) for one in scale.labels), file, *path, key="label")
    yield from clashes(spellings_of(scale.labels, *path, keys=("label",)), file)
    valued = [m for m, one in enumerate(scale.labels) if one.value is not None]
    if valued and len(valued) < len(scale.labels):
        bare = next(m for m in range(len(scale.labels)) if m not in valued)
        label = scale.labels[bare].label
        yield file.problem(
            "S126",
            *path,
            bare,
            found=f"no value for {quoted(label)}",
            expected="a value for every label of the scale or for none",
        )
        return
    down = scale.best in ("first", "lowest")
    for m, (before, after) in enumerate(zip(scale.labels, scale.labels[1:], strict=False)):
        one, two = before.value, after.value
        if one is not None and two is not None and (two > one if down else two < one):
            way = "fall" if down else "rise"
            found = f"{two:g} for {quoted(after.label)}"
            yield file.problem(
                "S124", *path, m + 1, "value", found=found, expected=f"values that {way} as best: {scale.best} says"
            )


def _comparable(file: SettingsFile[Marks], marks: Marks, scale: Scale, n: int) -> Iterator[Problem]:
    path: Path = ("scales", n, "comparable_with")
    yield from Kind.of("scale", file, "scales").check_all(scale.comparable_with, file, *path)
    valued = {s.id: s.has_values() for s in marks.scales}
    for m, other in enumerate(scale.comparable_with):
        if other in valued and not (valued[other] and scale.has_values()):
            yield file.problem("S126", *path, m, found=quoted(other), expected="values on every label of both scales")


def _facet(folder: Folder, file: SettingsFile[Marks], facet: Facet, n: int) -> Iterator[Problem]:
    path: Path = ("facets", n, "scales")
    scale = Kind.of("scale", file, "scales")
    subject = Kind.of("subject", folder.subjects, "subjects")
    if not facet.scales:
        yield file.problem("S126", *path, found="no scales", expected="at least one")
    for m, use in enumerate(facet.scales):
        yield from scale.check(use.scale, file.place(*path, m, "scale"))
        yield from subject.check_all(use.subjects, file, *path, m, "subjects")


def _states(file: SettingsFile[Marks], marks: Marks) -> Iterator[Problem]:
    spellings = [
        Spelling(written, one.state.value, ("states", n, "spellings", m))
        for n, one in enumerate(marks.states)
        for m, written in enumerate(one.spellings)
    ]
    yield from clashes(spellings, file)
    for n, one in enumerate(marks.states):
        if one.state.value in ("marked", "unclear"):
            yield file.problem(
                "S113",
                "states",
                n,
                "state",
                found=f"{quoted(one.state.value)} for state",
                expected="a reason why there is no mark",
            )
    labels = {
        fold(written): scale.id
        for scale in marks.scales
        for label in scale.labels
        for written in (label.label, *label.also)
    }
    for spelling in spellings:
        scale = labels.get(fold(spelling.written))
        if scale:
            yield file.problem(
                "S128",
                *spelling.path,
                found=f"{quoted(spelling.written)} for {spelling.owner}",
                expected=f"no label of {scale}",
            )
