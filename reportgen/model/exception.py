"""A pupil on roll without a report, and why: roll = reports + exceptions, always."""

from __future__ import annotations

from typing import Literal

from reportgen.model.value import Value


class HeldReport(Value):
    """One named exception."""

    pupil: str
    """The pupil's key in the exports."""
    name: str
    form: str = ""
    year_group: str = ""
    reason: str
    code: str
    """Problem code, or HOLD for a decision in holds.yaml."""
    by: str = ""
    stage: Literal["settings", "check", "compose", "render", "prove"] = "check"
