"""Lists of pupils: rules that ask for something, and for nothing the school's settings can't tell."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.list_rule import Conditions, ListRule
from reportgen.model.measure import Measures
from reportgen.model.problem import Problem
from reportgen.model.scale import Marks
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import twice
from reportgen.settings.checks.years import collected_years
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import one_of
from reportgen.settings.tree import Path

_ROLES = {
    "best_attitude_in": ("attitude",),
    "low_attitude_in": ("attitude",),
    "no_low_attitude": ("attitude",),
    "above_target_in": ("attainment", "target"),
    "below_target_in": ("attainment", "target"),
    "risen_in": ("attainment",),
    "fallen_in": ("attainment",),
}
"""Roles of the facets each condition is told from."""
_CHOICES = {"attainment": "progress_of", "target": "target", "attitude": "attitude"}
"""Keys of measures.yaml that name such a facet."""
_BANDS = {"above_target_in": "above", "below_target_in": "below"}


def check_lists(folder: Folder) -> Iterator[Problem]:
    """Everything in lists of measures.yaml."""
    file = folder.measures
    if not file or not file.model:
        return
    yield from twice((rule.id for rule in file.model.lists), file, "lists")
    for n, rule in enumerate(file.model.lists):
        yield from _conditions(file, rule, n)
        yield from collected_years(folder, rule.year_groups, file, "lists", n, "year_groups")
        if folder.marks and folder.marks.model:
            yield from _told_from(file, folder.marks.model, rule.when, ("lists", n, "when"))


def _conditions(file: SettingsFile[Measures], rule: ListRule, n: int) -> Iterator[Problem]:
    """At least one condition, and none that shuts out another."""
    when, path = rule.when, ("lists", n, "when")
    if when == Conditions():
        names = one_of(list(Conditions.model_fields))
        yield file.problem("S150", *path, found=f"no condition for {rule.id}", expected=f"at least {names}")
    if when.no_low_attitude and when.low_attitude_in is not None:
        yield file.problem(
            "S151", *path, "no_low_attitude", found="no_low_attitude and low_attitude_in", expected="one of the two"
        )
    low, high = when.attendance_from, when.attendance_below
    if low is not None and high is not None and high <= low:
        yield file.problem(
            "S151",
            *path,
            "attendance_below",
            found=f"attendance_below {high:g}",
            expected=f"more than attendance_from ({low:g})",
        )


def _told_from(file: SettingsFile[Measures], marks: Marks, when: Conditions, path: Path) -> Iterator[Problem]:
    """A facet of each role a condition needs, and a band of its kind."""
    measures = file.model
    given = [key for key in when.model_fields_set if getattr(when, key) not in (None, False)]
    for key in (key for key in _ROLES if key in given and measures):
        bare = [role for role in _ROLES[key] if not (getattr(measures, _CHOICES[role]) or marks.facets_of(role))]
        for role in bare:
            yield file.problem("S151", *path, key, found=key, expected=f"a facet of scales.yaml with role: {role}")
        kind = _BANDS.get(key)
        if kind and not bare and measures and not any(band.kind == kind for band in measures.bands):
            yield file.problem("S151", *path, key, found=key, expected=f"bands with one of kind: {kind}")
