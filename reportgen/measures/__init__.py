"""Frames become figures: marks, progress, gaps, what each rests on, what may be shown to whom. No files, no clock."""

from __future__ import annotations

from reportgen.measures.disclosure import protect_for_governors
from reportgen.measures.report_measures import measure

__all__ = ["measure", "protect_for_governors"]
