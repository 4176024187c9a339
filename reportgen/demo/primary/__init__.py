"""A made-up primary school: Reception to Year 6."""

from __future__ import annotations

from reportgen.demo.primary.school import made_up_primary

__all__ = ["made_up_primary"]
