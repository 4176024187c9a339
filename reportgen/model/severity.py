"""How much of the build a problem takes with it."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """The three severities, worst first."""

    STOP = "stop"
    """Nothing trustworthy can be made."""
    HOLD = "hold"
    """This pupil's report, or this cell, can't be trusted; everything else is built."""
    WARN = "warn"
    """Look at this."""
