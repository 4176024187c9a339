"""What a finished build holds, what it was made from and how its counts add up."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from reportgen.model.calendar import Audience
from reportgen.model.exception import HeldReport
from reportgen.model.frames import SourceCount
from reportgen.model.input import InputFile
from reportgen.model.release import Release
from reportgen.model.value import Value


class Library(Value):
    """A library that had a hand in the pages."""

    name: str
    version: str


class OutputFile(Value):
    """A file of a build: path from the build's folder, hash and size of its bytes."""

    path: str
    sha256: str
    size: int


class ManifestDocument(Value):
    """One document of a build. The hashes are those of its files; empty where there is no such file."""

    audience: Audience
    key: str
    """Opaque key of a family's document, path's stem of any other."""
    path: str
    """Path in the build without its ending."""
    pages: int
    """Pages of the PDF, 0 when there is none."""
    pdf: str
    """SHA-256 of the PDF."""
    html: str
    """SHA-256 of the screen page."""
    digest: str
    """SHA-256 of the composed document: equal documents make equal pages."""
    content: str = ""
    """SHA-256 of what it says, the same for a draft and what is released: what an approval names."""
    revision: int | None = None
    """The revision of the collection it shows; None while that is not frozen."""
    draft: bool = True
    """False once it is what was approved."""


class DocumentChange(Value):
    """A document that is not what it was in the build before."""

    audience: Audience
    key: str
    path: str
    title: str
    fields: tuple[str, ...] = ()
    """Parts that differ, in the order of the document; none for a document that is new or gone."""
    rows: tuple[str, ...] = ()
    """Rows of its tables that differ, by their heads: subjects of a report, pupils of a class sheet."""


class Changes(Value):
    """How the documents of a build differ from those of the build before it, in the order of the documents."""

    previous: str | None = None
    """Id of the build it is compared with; None when there is none."""
    unchanged: int = 0
    changed: tuple[DocumentChange, ...] = ()
    added: tuple[DocumentChange, ...] = ()
    gone: tuple[DocumentChange, ...] = ()


class Manifest(Value):
    """The record of one build. It stays in the school's own folder: exceptions are named in it."""

    report: str
    """Report id."""
    report_name: str = ""
    school: str = ""
    on: date | None = None
    """The date on the pages."""
    build: str
    """12 hex of the hash of all inputs."""
    part: bool = False
    """True for a part build, which never becomes the current one."""
    program: str
    """Version of reportgen."""
    libraries: tuple[Library, ...] = ()
    inputs: tuple[InputFile, ...] = ()
    settings: str = ""
    """Hash of the settings as read."""
    templates: str = ""
    """Hash of templates, styles and fonts, the school's own included."""
    audiences: tuple[Audience, ...] = ()
    documents: tuple[ManifestDocument, ...] = ()
    roll: int = 0
    """Pupils on roll whom the report is for."""
    reports: int = 0
    """Families' reports made."""
    exceptions: tuple[HeldReport, ...] = ()
    """Pupils on roll without a report, each with the reason."""
    lost: tuple[str, ...] = ()
    """Paths of other documents that were composed and whose pages could not be made or trusted."""
    sources: tuple[SourceCount, ...] = ()
    changes: Changes = Changes()
    draft: bool = True
    """False only when every document is what was approved."""
    release: Release | None = None
    """The last release of the report."""
    since_release: Changes = Changes()
    """How its documents differ from those approved; `previous` is the build that was approved."""
    files: tuple[OutputFile, ...] = ()
    """Every file of the build but the manifest itself, by path; filled in when the build is bound."""

    @property
    def balanced(self) -> bool:
        """True when roll = reports + exceptions, no pupil is an exception twice, and each report counted is there.

        A build without families' reports has nothing to balance.
        """
        if "parents" not in self.audiences:
            return True
        made = sum(d.audience == "parents" for d in self.documents)
        excepted = len({held.pupil for held in self.exceptions})
        return made == self.reports and excepted == len(self.exceptions) and self.roll == self.reports + excepted


class Current(Value):
    """output/<report>/current.json: which build is the good one, and which came before."""

    report: str
    build: str
    earlier: tuple[str, ...] = ()
    """Complete builds kept besides, latest first."""
    released: dict[str, str] = Field(default_factory=dict)
    """Builds that are never taken away: those approved, each with the first build without DRAFT that
    was made of it; empty until there is one."""
