"""Pages that belong to a build and not to a reader: its index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.model.theme import Theme
from reportgen.render.templates import environment


def site_page(theme: Theme, overrides: Path | None, *, template: str, context: Mapping[str, object]) -> str:
    """A page of the build's site from a template and plain values."""
    return environment(theme, overrides).get_template(template).render(context)
