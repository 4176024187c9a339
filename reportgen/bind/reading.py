"""Reading finished builds back: which is current, what a build holds, whether it is still what it was."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from reportgen.bind.names import fault_of_path
from reportgen.bind.refused import Refused
from reportgen.bind.writing import TEMPORARY, files_in, record_of
from reportgen.model.manifest import Current, Manifest
from reportgen.model.problem import Place, problem

CURRENT = "current.json"
MANIFEST = "manifest.json"
DOCUMENTS = "documents.jsonl"
INDEX = "index.html"
PART = "part"


def read_build(folder: Path) -> Manifest:
    """The manifest of a finished build. Raises Refused (B709) when there is none or it can't be read."""
    path = folder / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise Refused(problem("B709", Place(file=path.as_posix()), found=error.strerror or str(error))) from error
    except ValidationError as error:
        raise Refused(
            problem("B709", Place(file=path.as_posix()), found=f"{error.error_count()} faults in it")
        ) from error


def read_current(output: Path, report: str) -> Current | None:
    """Which build of a report is the good one, None when there is none. Raises Refused (B709) for a damaged record."""
    path = output / report / CURRENT
    if not path.is_file():
        return None
    try:
        return Current.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise Refused(problem("B709", Place(file=path.as_posix()), found="a damaged record")) from error


def current_build(output: Path, report: str) -> Path | None:
    """The folder of the good build of a report, None when there is none. Raises Refused (B709) as `read_current`."""
    current = read_current(output, report)
    return output / report / current.build if current else None


def document_lines(folder: Path) -> Iterator[str]:
    """The composed documents of a build, one JSON text each, in order; nothing when they are not there."""
    path = folder / DOCUMENTS
    if path.is_file():
        with path.open(encoding="utf-8", newline="\n") as file:
            yield from (line.rstrip("\n") for line in file)


def verify(folder: Path) -> tuple[str, ...]:
    """What is wrong with a finished build, in words; nothing when every file is there and holds what it held.

    Checks the hash of every file of the manifest, that no other file is there, and that each document of the manifest
    is the composed document of its line. A file left half written by a build that was stopped is passed over.
    """
    try:
        manifest = read_build(folder)
    except Refused as refused:
        return (str(refused),)
    listed = {file.path: file for file in manifest.files}
    present = {path for path in files_in(folder) if path.rpartition("/")[2] != TEMPORARY} - {MANIFEST}
    wrong = [f"{path} is not a path inside a build" for path in listed if fault_of_path(path)]
    wrong += [f"{path} is missing" for path in listed if path not in present]
    wrong += [
        f"{path} is not what was made" for path in listed if path in present and record_of(folder, path) != listed[path]
    ]
    wrong += [f"{path} does not belong to the build" for path in sorted(present - set(listed))]
    return (*wrong, *_wrong_documents(folder, manifest))


def _wrong_documents(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Where the composed documents are not those the manifest names, or its documents' files not those it lists."""
    digests = [sha256(line.encode()).hexdigest() for line in document_lines(folder)]
    if digests != [document.digest for document in manifest.documents]:
        yield f"{DOCUMENTS} does not hold the documents of the manifest"
    hashes = {file.path: file.sha256 for file in manifest.files}
    for document in manifest.documents:
        for ending, expected in ((".pdf", document.pdf), (".html", document.html)):
            if hashes.get(document.path + ending, "") != expected:
                yield f"{document.path}{ending} is not what the manifest says of the document"


def is_complete(folder: Path) -> bool:
    """True when a build was finished: its manifest is there, which is written after everything else."""
    return (folder / MANIFEST).is_file() and not folder.is_symlink()
