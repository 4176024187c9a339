"""Released reports: who let what go home, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from pydantic import Field

from reportgen.model.value import Slug, Value

RELEASES = "config/releases.yaml"
RELEASED = "config/released"
"""Where releases are recorded, from the school's folder."""


class Release(Value):
    """One report released."""

    report: Slug = Field(description="The report.")
    by: str = Field(description="Who approved it.")
    on: date = Field(description="The day it was released.")
    build: str = Field(description="The build that was approved.")
    documents: str = Field(description="SHA-256 of the hashes of its documents, so that nothing else passes for it.")
    pages: str = Field(
        default="",
        description="SHA-256 of what turned them into pages: program, libraries, templates, logo, colours.",
    )


class Releases(Value):
    """config/releases.yaml: every release, oldest first. `reportgen release` writes it."""

    releases: tuple[Release, ...] = Field(default=(), description="Every release, oldest first.")

    def of(self, report: str) -> Release | None:
        """The last release of a report; None when it is still a draft."""
        return next((one for one in reversed(self.releases) if one.report == report), None)

    def count(self, report: str) -> int:
        """How often a report has been released."""
        return sum(one.report == report for one in self.releases)


class ApprovedDocument(Value):
    """A document as it was approved."""

    path: str
    """Path in the build without its ending."""
    content: str
    """SHA-256 of what it says (`Document.content`)."""
    revision: int
    """The revision of the collection it shows, so that it goes on saying what families read."""


class Approval(Value):
    """config/released/<report>-<n>.csv: the documents of a report's nth release."""

    report: Slug
    documents: tuple[ApprovedDocument, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the list, kept in the record of the release."""
        return digest_of(self.documents)


def digest_of(documents: Iterable[ApprovedDocument]) -> str:
    """SHA-256 of a list of approved documents, in its order."""
    lines = (f"{one.path} {one.content} {one.revision}\n" for one in documents)
    return sha256("".join(lines).encode()).hexdigest()


def approval_path(report: str, release: int) -> str:
    """Where the list of a report's nth release stands, from the school's folder."""
    return f"{RELEASED}/{report}-{release}.csv"
