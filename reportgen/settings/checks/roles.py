"""Roles and staff codes named in the calendars: somebody has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.model.problem import Problem
from reportgen.model.school import Staff
from reportgen.settings.checks.names import fold
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import did_you_mean
from reportgen.settings.tree import quoted

_OF_EVERY_CLASS = ("class teacher", "subject teacher", "teacher", "form tutor", "tutor")
"""Roles that classes and forms give: staff.yaml need not say who has them."""


@dataclass(frozen=True)
class Roles:
    """The roles and codes of staff.yaml by their folded spelling; None when it can't be read."""

    known: Mapping[str, str] | None

    @classmethod
    def of(cls, file: SettingsFile[Staff] | None) -> Roles:
        """Everyone who may be named."""
        if file is None or file.model is None:
            return cls(None)
        staff = file.model
        names = [one.role for one in staff.responsibilities]
        names += [spelling for member in staff.staff for spelling in (member.code, member.name, *member.also)]
        return cls({fold(one): one for one in (*_OF_EVERY_CLASS, *names)})

    def check(self, name: str, file: SettingsFile[Any], *path: str | int) -> Iterator[Problem]:
        """A warning when nobody has the role or code. Nothing is said where none is named."""
        if not name or self.known is None or fold(name) in self.known:
            return
        expected = "a role or a code of staff.yaml"
        remedy = (
            did_you_mean(name, tuple(self.known.values())) or "Say who has it under responsibilities in staff.yaml."
        )
        yield file.problem("S129", *path, found=quoted(name), expected=expected, remedy=remedy)
