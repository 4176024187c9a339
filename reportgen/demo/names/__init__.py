"""Names of an English town in the 2020s: lists written for this program, no real people."""

from __future__ import annotations

from reportgen.demo.names.abroad import ABROAD
from reportgen.demo.names.heritage import Heritage
from reportgen.demo.names.isles import ISLES
from reportgen.demo.names.short_forms import SHORT_FORMS

HERITAGES: tuple[Heritage, ...] = (*ISLES, *ABROAD)
"""Every heritage, commonest first."""

__all__ = ["HERITAGES", "SHORT_FORMS", "Heritage"]
