"""Figures become documents: every judgement on what to show, and every word."""

from __future__ import annotations

from reportgen.packs.bundles import FormRegister, bundles
from reportgen.packs.composition import Composition, compose
from reportgen.packs.released import released

__all__ = ["Composition", "FormRegister", "bundles", "compose", "released"]
