"""Which template, style sheet and script each kind of document has."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.document import AnyDocument


@dataclass(frozen=True)
class Kind:
    """Paths in the template folders. A school's file of the same path takes the place of ours."""

    template: str
    style: str
    script: str = ""
    """Inline script of the screen page; none for families and governors."""
    large_style: str = ""
    """Added after `style` for large print."""


KINDS: dict[str, Kind] = {
    "parent-interim": Kind(
        template="parents/interim.html", style="parents/interim.css", large_style="parents/large-print.css"
    ),
    "class-sheet": Kind(template="staff/class-sheet.html", style="staff/class-sheet.css", script="shared/table.js"),
    "governors": Kind(template="governors/pack.html", style="governors/pack.css"),
}


def is_large(document: AnyDocument) -> bool:
    """Whether the document asks for large print; only families' reports can."""
    return document.kind == "parent-interim" and document.large_print
