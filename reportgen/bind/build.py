"""One build's folder, from its first file to the moment it becomes the good one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from reportgen.bind import sheets
from reportgen.bind.comparison import compare, since_release
from reportgen.bind.keeping import clear, make_current
from reportgen.bind.lock import Lock
from reportgen.bind.names import checked_path
from reportgen.bind.reading import (
    DOCUMENTS,
    INDEX,
    MANIFEST,
    PART,
    document_lines,
    is_complete,
    read_build,
    read_current,
)
from reportgen.bind.refused import Refused, unwritable
from reportgen.bind.writing import files_in, put, remove_file, remove_folder, settle
from reportgen.model.data_table import DataTable
from reportgen.model.document import Document
from reportgen.model.index import Link, RollEntry
from reportgen.model.manifest import Changes, Current, Manifest, ManifestDocument, OutputFile
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.release import Approval, Release
from reportgen.model.severity import Severity

_FOLDERS = ("parents", "staff", "governors", "data")


@dataclass(frozen=True)
class Bound:
    """A finished build: where it is, its manifest with every file, and what binding has to say."""

    folder: Path
    manifest: Manifest
    problems: tuple[Problem, ...]
    current: bool
    """True when it is now the good build of its report."""


class Build:
    """A build being written. Made by `open_build`; close it or use it in a `with` statement."""

    def __init__(self, home: Path, build: str, *, part: bool) -> None:
        """Takes the lock of the report's folder `home` and makes room. Raises Refused as `open_build` says."""
        self._home, self._build, self._part = home, build, part
        self.folder = home / (PART if part else build)
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(home, error) from error
        self._written: dict[str, OutputFile] = {}
        self._folded: dict[str, str] = {}
        self._before: Current | None = None
        self._again: Manifest | None = None
        self._made_before: dict[str, OutputFile] = {}
        self._problems: list[Problem] = []
        self._lock = Lock(home)
        try:
            self._make_room()
        except BaseException:
            self.close()
            raise

    def _make_room(self) -> None:
        """Empties the folder of part builds; for a full build finds the good one, which is never made worse."""
        if self.folder.is_symlink():
            raise Refused(problem("B701", Place(file=self.folder.as_posix()), found="a link to another folder"))
        if self._part:
            for path, why in remove_folder(self.folder, first=MANIFEST) if self.folder.exists() else ():
                raise Refused(problem("B701", Place(file=(self.folder / path).as_posix()), found=why))
            return
        try:
            self._before = read_current(self._home.parent, self._home.name)
            if self._before and self._before.build == self._build:
                self._again = read_build(self.folder)
                self._made_before = {file.path: file for file in self._again.files}
        except Refused as refused:
            self._problems.append(refused.problem)
        if not self._again and (why := remove_file(self.folder / MANIFEST)):
            # An earlier build of the same inputs is written over: until it is finished again it is not a finished one.
            raise Refused(problem("B701", Place(file=(self.folder / MANIFEST).as_posix()), found=why))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the next build begin. What was not finished stays until one is, and is never taken for a build."""
        self._lock.release()

    def write(self, path: str, content: bytes) -> OutputFile:
        """Writes one file of an audience's folder or of `data` and returns its record.

        Raises Refused: B707 when the path is unsafe, leads elsewhere, or differs from an earlier one by capitals only;
        B701 when the system will not write.
        """
        if checked_path(path).partition("/")[0] not in _FOLDERS or "/" not in path:
            raise Refused(problem("B707", Place(file=path), expected=f"a path in {', '.join(_FOLDERS)}"))
        return self._put(path, (content,))

    def keep(self, document: Document, *, html: bytes | None, pdf: bytes | None, pages: int) -> ManifestDocument:
        """Writes the files of one document and returns its entry of the manifest. Raises Refused as `write`."""
        written = {
            ending: self.write(document.path + ending, content).sha256
            for ending, content in ((".html", html), (".pdf", pdf))
            if content is not None
        }
        return ManifestDocument(
            audience=document.audience,
            key=document.key,
            path=document.path,
            pages=pages,
            pdf=written.get(".pdf", ""),
            html=written.get(".html", ""),
            digest=document.digest(),
            content=document.content(),
            revision=document.origin.revision,
            draft=document.draft,
        )

    def keep_tables(self, tables: tuple[DataTable, ...], workbook: bytes) -> tuple[Link, ...]:
        """Writes the staff tables as a workbook and as CSV files; returns links to them. Raises Refused as `write`."""
        if not tables:
            return ()
        files = {
            "workbook.xlsx": workbook,
            **{f"{table.id}.csv": sheets.table_csv(table) for table in tables},
            "columns.csv": sheets.columns_csv(tables),
        }
        written = [self.write(f"staff/tables/{name}", content) for name, content in files.items()]
        return tuple(Link(text=file.path.rpartition("/")[2], html=file.path) for file in written)

    def changes(self, documents: Iterable[Document]) -> Changes:
        """How these documents differ from those of the good build; nothing to compare with for a first or a part build.

        A build made again from the same inputs keeps what was said when it was made first.
        """
        if self._again:
            return self._again.changes
        before = self._home / self._before.build if self._before else None
        if self._part or before is None or not is_complete(before):
            return Changes()
        return compare(document_lines(before), (d.model_dump_json() for d in documents), build=before.name)

    def since_release(self, approval: Approval, release: Release | None, documents: Iterable[Document]) -> Changes:
        """How these documents differ from those released; nothing before a release, and for a part build."""
        if release is None or self._part:
            return Changes()
        paths = (one.path for one in approval.documents)
        before = document_lines(self._home / release.build)
        return since_release(paths, documents, before=before, build=release.build)

    def finish(
        self,
        manifest: Manifest,
        *,
        documents: tuple[Document, ...],
        pupils: Mapping[str, RollEntry],
        problems: tuple[Problem, ...],
        index: str,
        approved: tuple[str, ...] = (),
    ) -> Bound:
        """Binds the build: lists, index, manifest, then current.json, each after the disk has what it speaks of.

        Args:
            manifest: All but `files`, which is filled in here.
            documents: The composed documents that were kept, in order: those of the manifest, one by one.
            pupils: Whose each family's document is, by opaque key.
            problems: Every problem of the build.
            index: The page the build opens with.
            approved: Builds of the report that were released: they are never taken away.

        A part build, one with a stop among its problems, and one whose counts do not add up (a stop, B703), never
        become the good one.
        Raises Refused (B701) when the system will not write, ValueError when the manifest is not that of the files.
        """
        _check(manifest, documents, self._written)
        self._put(DOCUMENTS, (line.encode() for line in _lines(documents)))
        for path, content in _lists(manifest, pupils=pupils, problems=problems):
            self._put(path, (content,))
        self._put(INDEX, (index.encode(),))
        bound = manifest.model_copy(update={"files": tuple(self._written[path] for path in sorted(self._written))})
        self._drop_strangers()
        settle(self.folder, self._written)
        put(self.folder, MANIFEST, (bound.model_dump_json(indent=1).encode(), b"\n"), durable=True)
        stopped = any(one.severity is Severity.STOP for one in problems)
        good = bound.balanced and not self._part and not stopped
        if good:
            current = make_current(self._home, bound, before=self._before, approved=approved)
            self._problems += clear(self._home, current)
        elif not bound.balanced:
            self._problems.append(_unbalanced(bound))
        self.close()
        return Bound(folder=self.folder, manifest=bound, problems=tuple(self._problems), current=good)

    def _put(self, path: str, content: Iterable[bytes]) -> OutputFile:
        """Writes a file of the build and keeps its record."""
        twin = self._folded.setdefault(path.casefold(), path)
        if twin != path:
            raise Refused(problem("B707", Place(file=path), found=f"the same name but for capitals as {twin}"))
        record = put(self.folder, path, content)
        self._written[path] = record
        if self._made_before.get(path, record) != record:
            self._problems.append(problem("B706", Place(file=path)))
        return record

    def _drop_strangers(self) -> None:
        """Takes away files of an earlier try that this build did not write."""
        for path in files_in(self.folder):
            if path not in self._written and path != MANIFEST and (why := remove_file(self.folder / path)):
                raise Refused(problem("B701", Place(file=(self.folder / path).as_posix()), found=why))


def open_build(output: Path, *, report: str, build: str, part: bool = False) -> Build:
    """Begins a build in `output/<report>/<build>`, or in `output/<report>/part`, which is emptied first.

    Raises Refused: B702 when another build of the report is running, B707 when the report's id can't name a folder,
    B701 when the system will not write.
    """
    return Build(output / checked_path(report), checked_path(build), part=part)


def _lines(documents: tuple[Document, ...]) -> Iterator[str]:
    """Each document as one line of JSON."""
    return (f"{document.model_dump_json()}\n" for document in documents)


def _lists(
    manifest: Manifest, *, pupils: Mapping[str, RollEntry], problems: tuple[Problem, ...]
) -> Iterator[tuple[str, bytes]]:
    """The lists for the data manager: (path, content)."""
    yield "data/problems.csv", sheets.problems_csv(problems)
    yield "data/exceptions.csv", sheets.exceptions_csv(manifest.exceptions)
    yield "data/sources.csv", sheets.sources_csv(manifest.sources)
    yield "data/reports.csv", sheets.reports_csv(manifest.documents, pupils)
    yield "data/changes.csv", sheets.changes_csv(manifest.changes)
    if manifest.release:
        yield "data/since-release.csv", sheets.changes_csv(manifest.since_release)


def _check(manifest: Manifest, documents: tuple[Document, ...], written: Mapping[str, OutputFile]) -> None:
    """Raises ValueError when the manifest is not that of these documents and files: a fault of the program."""
    if [d.digest() for d in documents] != [d.digest for d in manifest.documents]:
        raise ValueError("the manifest names other documents than those to bind")
    named = {
        d.path + ending: sha for d in manifest.documents for ending, sha in ((".pdf", d.pdf), (".html", d.html)) if sha
    }
    for path, sha in named.items():
        if path not in written or written[path].sha256 != sha:
            raise ValueError(f"the manifest names {path}, which was not written so")
    for path in written:
        if path.startswith("parents/") and path not in named:
            raise ValueError(f"{path} is a family's file that the manifest does not name")


def _unbalanced(manifest: Manifest) -> Problem:
    """The stop for counts that do not add up."""
    return problem(
        "B703",
        found=f"{manifest.roll} on roll, {manifest.reports} reports, {len(manifest.exceptions)} exceptions",
        expected="as many reports and exceptions as pupils on roll",
    )
