"""Measures and packs: bands, headlines, what packs show, severities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.model.measure import Headline, Measures
from reportgen.model.pack import Packs
from reportgen.model.problem import Problem, problem
from reportgen.model.problem_texts import TEXTS
from reportgen.model.scale import Marks, Scale
from reportgen.model.severity import Severity
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import Kind, fold, twice
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import did_you_mean, one_of
from reportgen.settings.tree import Path, quoted

_OF_MARKS = ("reaches", "on_target", "mean")
"""Kinds of headline that are made from marks of a facet."""


def check_figures(folder: Folder) -> Iterator[Problem]:
    """Everything in measures.yaml and packs.yaml."""
    if folder.measures and folder.measures.model:
        yield from _measures(folder, folder.measures, folder.measures.model)
    if folder.packs and folder.packs.model:
        yield from _packs(folder, folder.packs, folder.packs.model)


def _measures(folder: Folder, file: SettingsFile[Measures], measures: Measures) -> Iterator[Problem]:
    facet = Kind.of("facet", folder.marks, "facets")
    for key in ("progress_of", "target", "attitude"):
        yield from facet.check(getattr(measures, key), file.place(key))
    yield from _bands(file, measures)
    yield from twice((h.id for h in measures.headlines), file, "headlines")
    for n, headline in enumerate(measures.headlines):
        yield from _headline_names(folder, file, headline, n)
        yield from _headline_kind(folder, file, headline, n)


def _bands(file: SettingsFile[Measures], measures: Measures) -> Iterator[Problem]:
    """Best first; the last, and only the last, is open below."""
    yield from twice((b.name for b in measures.bands), file, "bands", key="name")
    lowest: float | None = None
    for n, band in enumerate(measures.bands):
        last = n == len(measures.bands) - 1
        if band.at_least is None and not last:
            yield file.problem(
                "S124",
                "bands",
                n,
                found=f"no at_least for {quoted(band.name)}",
                expected="it on every band but the last",
            )
        elif band.at_least is not None and last:
            expected = "none on the last band, which takes all that is lower"
            yield file.problem(
                "S124", "bands", n, "at_least", found=f"at_least for {quoted(band.name)}", expected=expected
            )
        elif band.at_least is not None:
            if lowest is not None and band.at_least >= lowest:
                yield file.problem(
                    "S124",
                    "bands",
                    n,
                    "at_least",
                    found=f"{band.at_least:g}",
                    expected=f"less than {lowest:g}, the band before",
                )
            lowest = band.at_least


def _headline_names(folder: Folder, file: SettingsFile[Measures], headline: Headline, n: int) -> Iterator[Problem]:
    path: Path = ("headlines", n)
    if headline.kind in _OF_MARKS:
        # The default facet is looked up too: it may not be declared.
        place = file.place(*path, "facet") if file.has(*path, "facet") else file.place(*path)
        yield from Kind.of("facet", folder.marks, "facets").check(headline.facet, place)
    yield from Kind.of("subject", folder.subjects, "subjects").check_all(headline.subjects, file, *path, "subjects")
    scale = Kind.of("scale", folder.marks, "scales")
    yield from scale.check(headline.scale, file.place(*path, "scale"))
    for key in headline.at_least:
        yield from scale.check(key, file.place(*path, "at_least", key))
    national = sorted({figure.measure for figure in folder.reference.national})
    yield from Kind("measure", national, "reference/national.csv").check(
        headline.national, file.place(*path, "national")
    )


def _headline_kind(folder: Folder, file: SettingsFile[Measures], headline: Headline, n: int) -> Iterator[Problem]:
    """What each kind of headline needs, and what would be ignored."""
    path: Path = ("headlines", n)
    for key, kind, given in (
        ("at_least", "reaches", bool(headline.at_least)),
        ("scale", "mean", headline.scale is not None),
    ):
        if headline.kind == kind and not given:
            yield file.problem("S126", *path, found=f"no {key} for {headline.id}", expected=f"{key} for kind {kind}")
        elif headline.kind != kind and given:
            yield file.problem(
                "S126", *path, key, found=f"{key} for kind {headline.kind}", expected=f"kind: {kind}, or no {key}"
            )
    marks = folder.marks.model if folder.marks else None
    if marks is None:
        return
    scales = {scale.id: scale for scale in marks.scales}
    for scale_id, label in headline.at_least.items():
        if scale_id in scales:
            yield from _reachable(file, scales[scale_id], label, (*path, "at_least", scale_id))
    if headline.scale in scales and not scales[headline.scale].has_values():
        yield file.problem(
            "S126",
            *path,
            "scale",
            found=f"{headline.scale}, whose labels have no values",
            expected="a scale with values",
        )
    yield from _used(file, headline, marks, n)


def _reachable(file: SettingsFile[Measures], scale: Scale, label: str, path: Path) -> Iterator[Problem]:
    """The label stands on the scale, or the number in its range."""
    if scale.kind == "labels":
        labels = [one.label for one in scale.labels]
        if label not in labels:
            near = next((one.label for one in scale.labels if fold(label) in map(fold, (one.label, *one.also))), None)
            remedy = f"Write {near}." if near else did_you_mean(label, labels)
            yield file.problem(
                "S120", *path, found=quoted(label), expected=f"a label of {scale.id} ({one_of(labels)})", remedy=remedy
            )
        return
    try:
        inside = (
            scale.lowest is not None and scale.highest is not None and scale.lowest <= float(label) <= scale.highest
        )
    except ValueError:
        inside = False
    if not inside:
        expected = f"a number of {scale.id} ({scale.lowest} to {scale.highest})"
        yield file.problem("S120", *path, found=quoted(label), expected=expected)


def _used(file: SettingsFile[Measures], headline: Headline, marks: Marks, n: int) -> Iterator[Problem]:
    """A headline on a scale its facet never uses would count nobody."""
    facet = next((f for f in marks.facets if f.id == headline.facet), None)
    if facet is None or headline.kind not in _OF_MARKS:
        return
    declared = {scale.id for scale in marks.scales}
    used = {use.scale for use in facet.scales}
    if not used <= declared:
        return
    asked = [("scale", headline.scale), *(("at_least", key) for key in headline.at_least)]
    for key, scale_id in asked:
        if scale_id in declared and scale_id not in used:
            path: Path = ("headlines", n, key) if key == "scale" else ("headlines", n, key, str(scale_id))
            expected = f"a scale of {facet.id} ({one_of(sorted(used))})"
            yield file.problem(
                "S126", *path, found=f"{quoted(str(scale_id))}, on which {facet.id} is never marked", expected=expected
            )


def _packs(folder: Folder, file: SettingsFile[Packs], packs: Packs) -> Iterator[Problem]:
    headline = Kind.of("headline", folder.measures, "headlines")
    yield from Kind.of("group", folder.groups, "groups").check_all(packs.classes.groups, file, "classes", "groups")
    yield from headline.check_all(packs.governors.headlines, file, "governors", "headlines")
    yield from headline.check_all(packs.governors.gaps, file, "governors", "gaps")
    comparison = Kind.of("comparison", folder.groups, "groups", "comparisons")
    yield from comparison.check_all(packs.governors.context, file, "governors", "context")
    yield from _severities(file, packs)


def _severities(file: SettingsFile[Any], packs: Packs) -> Iterator[Problem]:
    for code, severity in packs.severities.items():
        place = file.place("severities", code)
        if code not in TEXTS:
            remedy = did_you_mean(code, list(TEXTS))
            yield problem("S131", place, found=quoted(code), expected="the code of a problem", remedy=remedy)
        elif TEXTS[code].severity is Severity.STOP and severity is not Severity.STOP:
            yield problem(
                "S131",
                place,
                found=f"{severity.value} for {code}",
                expected="stop: without it nothing trustworthy can be made",
            )
