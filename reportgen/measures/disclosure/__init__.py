"""What governors and the public may not see, and what else must be hidden so that it can't be worked out."""

from __future__ import annotations

from reportgen.measures.disclosure.pages import protect_for_governors
from reportgen.measures.disclosure.subjects import protect_subjects

__all__ = ["protect_for_governors", "protect_subjects"]
