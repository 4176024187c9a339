"""Dates told from other dates, turned into plain dates at the door: past it there are only days."""

from __future__ import annotations

from reportgen.settings.told.forms import EXPLAINED, PATTERN, read_told
from reportgen.settings.told.happenings import FILES
from reportgen.settings.told.telling import Told, told_dates

__all__ = ["EXPLAINED", "FILES", "PATTERN", "Told", "read_told", "told_dates"]
