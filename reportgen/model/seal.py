"""Frozen collections: what was sealed, when, and why it was opened again."""

from __future__ import annotations

from datetime import date

from reportgen.model.input import InputFile
from reportgen.model.value import Slug, Value


class Revision(Value):
    """One sealing of a collection."""

    revision: int
    """1 for the first, one more for each amendment."""
    on: date
    """The day it was frozen."""
    reason: str = ""
    """Why it was opened again; empty for the first."""
    marks: int
    """Rows sealed: marks and comments."""
    rows: str
    """SHA-256 of the checked rows, provenance left out: the same however the export was saved."""
    files: tuple[InputFile, ...]
    """The exports the rows came from, by their bytes."""


class Seal(Value):
    """config/frozen/<collection>.json: every revision of a frozen collection, oldest first."""

    collection: Slug
    revisions: tuple[Revision, ...]

    @property
    def last(self) -> Revision:
        """The revision that holds."""
        return self.revisions[-1]
