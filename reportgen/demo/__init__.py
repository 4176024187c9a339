"""A made-up school: settings and exports in the shape real systems write them."""

from __future__ import annotations

from reportgen.demo.school import made_up_school

__all__ = ["made_up_school"]
