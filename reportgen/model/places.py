"""Where things of the calendars stand in the files, so that a check made later can still name the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.model.problem import Place

Step = str | int


@dataclass(frozen=True)
class Places:
    """Places by kind, id and the keys and list items below.

    `("collections", "autumn-2026", "purpose")`, `("reports", "autumn-2026", "meetings", 0, "on")`,
    `("assessments", ID, ...)`, `("years", "2026", "terms", 1)`, `("responsibilities", 0)`, `("meetings", 0, "on")`.
    Entries with an id stand under it, others under their number in the project, whose lists are sorted by day.
    """

    found: Mapping[tuple[Step, ...], Place] = field(default_factory=dict)

    def of(self, *path: Step) -> Place:
        """The place of a path, or of the deepest part of it that was written; nowhere when none was."""
        for length in range(len(path), 0, -1):
            if place := self.found.get(path[:length]):
                return place
        return Place()


NOWHERE = Places()
"""Where no settings are at hand."""
