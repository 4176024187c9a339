"""Figures become documents: every judgement on what to show, and every word."""

from __future__ import annotations

from reportgen.packs.composition import Composition, compose

__all__ = ["Composition", "compose"]
