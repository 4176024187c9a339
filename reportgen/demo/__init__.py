"""Made-up schools: settings and exports in the shape real systems write them."""

from __future__ import annotations

from reportgen.demo.layouts import System
from reportgen.demo.primary import made_up_primary
from reportgen.demo.school import made_up_school

__all__ = ["System", "made_up_primary", "made_up_school"]
