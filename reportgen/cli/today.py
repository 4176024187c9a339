"""The one place that reads the calendar on the wall."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Today, where the school's computer is."""
    return datetime.now().astimezone().date()  # noqa: TID251 - only cli reads the clock, and here
