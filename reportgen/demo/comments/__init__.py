"""Comments as teachers and tutors write them."""

from __future__ import annotations

from reportgen.demo.comments.comment import Comment
from reportgen.demo.comments.written import comments, voice_of

__all__ = ["Comment", "comments", "voice_of"]
