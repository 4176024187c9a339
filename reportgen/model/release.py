"""Released reports: who let what go home, and when."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from reportgen.model.value import Slug, Value


class Release(Value):
    """One report released."""

    report: Slug = Field(description="The report.")
    by: str = Field(description="Who approved it.")
    on: date = Field(description="The day it was released.")
    build: str = Field(description="The build that was approved.")
    documents: str = Field(description="SHA-256 of the hashes of its documents, so that nothing else passes for it.")


class Releases(Value):
    """config/releases.yaml: every release, oldest first. `reportgen release` writes it."""

    releases: tuple[Release, ...] = Field(default=(), description="Every release, oldest first.")

    def of(self, report: str) -> Release | None:
        """The last release of a report; None when it is still a draft."""
        return next((one for one in reversed(self.releases) if one.report == report), None)
