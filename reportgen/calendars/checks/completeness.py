"""Items the law asks of annual reports that the exports lack."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calendars.checks.calendars import Calendars
from reportgen.model import frames as f
from reportgen.model.frames import Loaded
from reportgen.model.problem import Problem
from reportgen.model.statutory import Completeness

_NAMED = 3
"""Pupils named in one problem, by key."""


def missing_items(calendars: Calendars, loaded: Loaded, completeness: tuple[Completeness, ...]) -> Iterator[Problem]:
    """C319: one problem a report and item, with how many pupils lack it and the keys of the first.

    An annual report whose collection has no mark in the exports yet is still to come, and is not judged.
    """
    with_marks = set(loaded.results[f.COLLECTION])
    for one in sorted(completeness, key=lambda each: each.report):
        if calendars.project.report(one.report).collection not in with_marks:
            continue
        lacking: dict[str, set[str]] = {}
        for missing in one.missing:
            lacking.setdefault(missing.item, set()).add(missing.pupil)
        for item in sorted(lacking):
            pupils = sorted(lacking[item])
            more = f" and {len(pupils) - _NAMED} more" if len(pupils) > _NAMED else ""
            found = f"{item}, {len(pupils)} of {one.pupils} pupils of {one.report}: {', '.join(pupils[:_NAMED])}{more}"
            yield calendars.problem("C319", "reports", one.report, found=found, expected=f"by {one.due}")
