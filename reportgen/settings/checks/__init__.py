"""Checks over all settings: every name refers to something, nothing means two things, dates and orders make sense."""

from __future__ import annotations

from reportgen.settings.checks.everything import check

__all__ = ["check"]
