"""What a teacher or tutor wrote about a pupil."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.demo.subjects import Taught
from reportgen.demo.year import Round


@dataclass(frozen=True)
class Comment:
    """One text. It holds the pupil's name in its own spelling, so files of comments are written as UTF-8."""

    upn: str
    subject: Taught | None
    """None for a tutor's text."""
    collection: Round
    teacher: str
    """The code of who wrote it."""
    text: str
    patterns: tuple[str, ...]
    """The sentences before anything was filled in."""
