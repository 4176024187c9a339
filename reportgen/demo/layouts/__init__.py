"""The same school in the layouts of three systems."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.demo.layouts.arbor import ARBOR
from reportgen.demo.layouts.bromcom import BROMCOM
from reportgen.demo.layouts.layout import MONTHLY, Layout, Place, System, register_files
from reportgen.demo.layouts.sims import SIMS

LAYOUTS: Mapping[System, Layout] = {"sims": SIMS, "arbor": ARBOR, "bromcom": BROMCOM}

__all__ = ["LAYOUTS", "MONTHLY", "Layout", "Place", "System", "register_files"]
