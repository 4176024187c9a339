"""Everything that can change a byte of the pages, as hashes: the build's name is made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import reportgen
from reportgen.bind import build_id
from reportgen.model.calendar import Report
from reportgen.model.input import InputFile
from reportgen.model.manifest import Library
from reportgen.model.project import Project
from reportgen.model.release import RELEASED, RELEASES, Releases, approval_path
from reportgen.model.seal import FROZEN, seal_path
from reportgen.model.shipped import shipped

LIBRARIES = (
    "jinja2",
    "matplotlib",
    "numpy",
    "pandas",
    "pikepdf",
    "pydantic",
    "pydyf",
    "scipy",
    "weasyprint",
    "fonttools",
)
"""Libraries whose version can change a figure or a page."""


@dataclass(frozen=True)
class Making:
    """What a build is made with, besides the school's files."""

    program: str
    """Version of reportgen."""
    source: str
    """Hash of the program's own files, so that a changed checkout is another program."""
    libraries: tuple[Library, ...]
    templates: str
    """Hash of shipped templates, styles and fonts and of the school's own."""


def making(folder: Path) -> Making:
    """What is installed here, and the templates a build of the school in `folder` uses."""
    package = Path(reportgen.__file__).parent
    return Making(
        program=_version("reportgen"),
        source=tree_hash(package, (p for p in package.rglob("*.py") if "shipped" not in p.relative_to(package).parts)),
        libraries=tuple(Library(name=name, version=_version(name)) for name in LIBRARIES),
        templates=sha256(
            f"{_folder_hash(shipped('templates'))} {_folder_hash(folder / 'templates')}".encode()
        ).hexdigest(),
    )


def name_of_build(made: Making, files: Iterable[InputFile], *, secret: bytes, report: str, request: str) -> str:
    """The id of a build: 12 hex of the hash of all its inputs, the school's files in the order of their paths."""
    named = (f"{f.path} {f.sha256}" for f in sorted(files, key=lambda f: f.path))
    libraries = (f"{one.name} {one.version}" for one in made.libraries)
    return build_id((
        made.program, made.source, *libraries, made.templates, *named, sha256(secret).hexdigest(), report, request,
    ))  # fmt: skip


def pages_hash(made: Making, project: Project, files: Iterable[InputFile]) -> str:
    """Hash of what turns documents into pages: the program and its libraries, templates, colours and the logo."""
    logo = project.school.logo
    logos = (file.sha256 for file in files if logo and file.path == logo)
    libraries = (f"{one.name} {one.version}" for one in made.libraries)
    parts = (made.program, made.source, *libraries, made.templates, project.theme.model_dump_json(), *logos)
    return sha256("\n".join(parts).encode()).hexdigest()


def records_of(project: Project, report: Report, files: Iterable[InputFile]) -> tuple[InputFile, ...]:
    """The files a report is made from: without the records of other collections and other reports.

    So a freeze or a release elsewhere makes no other build of it. Of releases.yaml only the report's own entries count:
    they stand for the file.
    """
    collections = {seal_path(one) for one in (report.collection, *report.compare)}
    approved = approval_path(report.id, Releases(releases=project.releases).count(report.id))
    own = tuple(one for one in project.releases if one.report == report.id)
    kept = []
    for file in files:
        folder = file.path.rpartition("/")[0]
        if file.path == RELEASES:
            told = Releases(releases=own).model_dump_json()
            kept += [InputFile.of(f"{RELEASES} ({report.id})", told.encode())] if own else []
        elif (folder != FROZEN or file.path in collections) and (folder != RELEASED or file.path == approved):
            kept.append(file)
    return tuple(kept)


def settings_hash(project: Project) -> str:
    """Hash of the settings as read: the same for two files that say the same. Records are no settings."""
    return sha256(project.model_dump_json(exclude={"seals", "releases", "approvals"}).encode()).hexdigest()


def tree_hash(root: Path, paths: Iterable[Path]) -> str:
    """One hash of many files: their paths from `root` and their bytes, line ends of text made alike."""
    digest = sha256()
    for path in sorted(paths, key=lambda p: p.relative_to(root).as_posix()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(root).as_posix()}\n{sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()


def _folder_hash(folder: Path) -> str:
    return tree_hash(folder, (p for p in folder.rglob("*") if p.is_file())) if folder.is_dir() else ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
