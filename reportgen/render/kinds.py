"""Which template, style sheet and script each kind of document has."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.document import AnyDocument


@dataclass(frozen=True)
class Kind:
    """Paths in the template folders. A school's file of the same path takes the place of ours."""

    template: str
    style: str
    more_style: str = ""
    """Added after `style`: what this kind lays out differently from others with the same style."""
    script: str = ""
    """Inline script of the screen page; none for families and governors."""
    large_style: str = ""
    """Added after `style` for large print."""
    draft_style: str = "shared/style/draft.css"
    """Added last until release."""


def _staff_pack(name: str) -> Kind:
    """Staff packs share a base and add what is theirs in a file of their own name."""
    return Kind(
        template=f"staff/{name}.html",
        style="staff/pack.css",
        more_style=f"staff/{name}.css",
        script="shared/table.js",
    )


KINDS: dict[str, Kind] = {
    "parent-interim": Kind(
        template="parents/interim.html",
        style="parents/interim.css",
        large_style="parents/large-print.css",
        draft_style="parents/draft.css",
    ),
    "class-sheet": Kind(template="staff/class-sheet.html", style="staff/class-sheet.css", script="shared/table.js"),
    **{name: _staff_pack(name) for name in ("subject-pack", "form-pack", "year-pack", "overview")},
    "proof-pack": Kind(template="staff/proof-pack.html", style="staff/pack.css", more_style="staff/bundle.css"),
    "print-batch": Kind(template="staff/print-batch.html", style="staff/pack.css", more_style="staff/bundle.css"),
    "governors": Kind(template="governors/pack.html", style="governors/pack.css"),
    "calendar-year": Kind(template="calendar/year.html", style="calendar/year.css"),
    "calendar-term": Kind(template="calendar/terms.html", style="calendar/terms.css"),
}


def is_large(document: AnyDocument) -> bool:
    """Whether the document asks for large print; only families' reports can."""
    return document.kind == "parent-interim" and document.large_print
