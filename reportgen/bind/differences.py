"""What a build's index says of documents that are not what they were: since the build before, since the release."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.bind.wording import counted, day, number
from reportgen.model.calendar import Audience
from reportgen.model.index import ChangeRow
from reportgen.model.manifest import Changes, DocumentChange, Manifest

_NOUNS: dict[Audience, str] = {"parents": "families’ report", "staff": "staff document", "governors": "governors’ pack"}
_NAMED = 3
"""Rows of a changed document that are named before the rest are counted."""


def changes_line(manifest: Manifest) -> str:
    """How much changed, families first: `43 of 1,189 families’ reports changed since build 0123456789ab`."""
    if manifest.changes.previous is None:
        return "There is no earlier build to compare with."
    lines = "; ".join(_counts(manifest, manifest.changes, "changed"))
    return f"Since build {manifest.changes.previous}: {lines}."


def release_line(manifest: Manifest) -> str:
    """Who released the report, when, and whether any page still says DRAFT; empty before a release."""
    if manifest.release is None:
        return ""
    released = f"Released by {manifest.release.by} on {day(manifest.release.on)}, from build {manifest.release.build}."
    return f"{released} Pages that differ say DRAFT." if manifest.draft else f"{released} No page says DRAFT."


def since_line(manifest: Manifest) -> str:
    """How much is not what was released, families first: `3 of 1,196 families’ reports different`."""
    since = manifest.since_release
    if since.previous is None:
        return ""
    if not (since.changed or since.added or since.gone):
        return "Every document is what was released."
    lines = "; ".join(_counts(manifest, since, "different"))
    return f"From what was released: {lines}. What differs says DRAFT until it is released."


def change_rows(manifest: Manifest, changes: Changes) -> tuple[ChangeRow, ...]:
    """Every document that is not what it was; one that is there is a link."""
    pages = {d.path: f"{d.path}.html" if d.html else f"{d.path}.pdf" for d in manifest.documents}

    def row(change: DocumentChange, what: str) -> ChangeRow:
        return ChangeRow(text=change.title, what=what, html=pages.get(change.path, ""))

    return (
        *(row(change, _what_changed(change)) for change in changes.changed),
        *(row(change, "new") for change in changes.added),
        *(row(change, "gone") for change in changes.gone),
    )


def _counts(manifest: Manifest, changes: Changes, verb: str) -> Iterator[str]:
    """By audience, families first: `3 of 1,189 families’ reports changed, 2 new`."""
    for audience, noun in _NOUNS.items():
        changed, added, gone = (
            sum(change.audience == audience for change in some)
            for some in (changes.changed, changes.added, changes.gone)
        )
        of = sum(d.audience == audience for d in manifest.documents) - added
        if of or added or gone:
            also = "".join(f", {number(n)} {word}" for n, word in ((added, "new"), (gone, "gone")) if n)
            yield f"{number(changed)} of {counted(of, noun)} {verb}{also}"


def _what_changed(change: DocumentChange) -> str:
    """`subjects, next steps: History, Music and 3 more`."""
    parts = ", ".join(name.replace("_", " ") for name in change.fields)
    named, more = change.rows[:_NAMED], len(change.rows) - _NAMED
    if not parts:
        return "its look, or a report it holds"
    if not named:
        return parts
    return f"{parts}: {', '.join(named)}{f' and {number(more)} more' if more > 0 else ''}"
