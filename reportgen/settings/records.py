"""What the program itself has written beside the settings: how collections were frozen, which reports were released."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from reportgen.model.input import InputFile
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.release import RELEASED, RELEASES, Approval, ApprovedDocument, Release, Releases, approval_path
from reportgen.model.seal import FROZEN, Seal, SealedRow, rows_path, unpacked
from reportgen.settings.files import parse

_COLUMNS = tuple(ApprovedDocument.model_fields)
_HEAD = "# Written by `reportgen release`: who let which report go out, when, and what exactly.\n"


T = TypeVar("T")


@dataclass(frozen=True)
class Records:
    """Seals, releases and what was approved, with what is wrong with them and the files read."""

    seals: tuple[Seal, ...]
    releases: tuple[Release, ...]
    approvals: tuple[Approval, ...]
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]


def read_records(folder: Path) -> Records:
    """The records of the school in `folder`; none at all where nothing was frozen or released yet.

    A damaged seal is C343. A record of releases that can't be read, or that does not fit the lists, is C352.
    """
    sealed = [_seal(path) for path in sorted((folder / FROZEN).glob("*.json"), key=lambda path: path.name)]
    released = _releases(folder)
    last = {one.report: one for one in released.what.releases}
    lists = [_approval(folder, one, release_number=released.what.count(one.report)) for one in last.values()]
    every: tuple[_Read[Any], ...] = (*sealed, released, *lists)
    return Records(
        seals=tuple(one.what for one in sealed if one.what),
        releases=released.what.releases,
        approvals=tuple(one.what for one in lists if one.what),
        problems=tuple(p for one in every for p in one.problems),
        files=tuple(one.file for one in every if one.file),
    )


def read_sealed_rows(folder: Path, seal: Seal) -> tuple[SealedRow, ...] | None:
    """The rows of a seal's last revision, or None when their file is missing, damaged or holds other rows."""
    try:
        content = (folder / rows_path(seal.collection, seal.last.revision)).read_bytes()
        return unpacked(content, seal.last.rows)
    except (OSError, ValueError, csv.Error):
        return None


def releases_text(releases: Iterable[Release]) -> str:
    """The text of releases.yaml."""
    lines = [f"{_HEAD}releases:\n"]
    for one in releases:
        values = one.model_dump(mode="json").items()
        entry = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values]
        lines.append("  - " + "    ".join(entry))
    return "".join(lines)


def approval_text(approval: Approval) -> bytes:
    """A list of approved documents as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows((one.path, one.content, one.revision) for one in approval.documents)
    return text.getvalue().encode()


@dataclass(frozen=True)
class _Read(Generic[T]):
    """What came of reading one record."""

    what: T
    problems: tuple[Problem, ...] = ()
    file: InputFile | None = None


def _seal(path: Path) -> _Read[Seal | None]:
    """One collection's seal, its revisions numbered from 1."""
    name = f"{FROZEN}/{path.name}"
    try:
        content = path.read_bytes()
        seal = Seal.model_validate_json(content)
    except OSError as error:
        return _Read(None, (problem("C343", Place(file=name), found=error.strerror or type(error).__name__),))
    except ValidationError as error:
        return _Read(None, (problem("C343", Place(file=name), found=_faults(error.error_count())),))
    numbers = [one.revision for one in seal.revisions]
    if seal.collection != path.stem or not numbers or numbers != list(range(1, len(numbers) + 1)):
        found = f"the record of {seal.collection}, revisions {', '.join(map(str, numbers)) or 'none'}"
        return _Read(None, (problem("C343", Place(file=name), found=found),))
    return _Read(seal, (), InputFile.of(name, content))


def _faults(count: int) -> str:
    return f"{count} fault{'' if count == 1 else 's'} in it"


def _releases(folder: Path) -> _Read[Releases]:
    path = folder / RELEASES
    if not path.exists():
        return _Read(Releases(), _unnamed(folder, Releases(), emptied=False))
    try:
        content = path.read_bytes()
    except OSError as error:
        found = error.strerror or type(error).__name__
        return _Read(Releases(), (problem("C352", Place(file=RELEASES), found=found),))
    read = parse(content, RELEASES, Releases)
    if read.problems or read.settings is None or read.settings.model is None:
        return _Read(Releases(), tuple(_unreadable(one) for one in read.problems))
    lost = _unnamed(folder, read.settings.model, emptied=not read.settings.model.releases)
    return _Read(read.settings.model, lost, InputFile.of(RELEASES, content))


def _unnamed(folder: Path, releases: Releases, *, emptied: bool) -> tuple[Problem, ...]:
    """A stop where lists stand under config/released that no entry names: the next release would write over them.

    A release that was cut short leaves one list, the next of its report: it may be written again. Not so where the
    record was emptied.
    """
    counts = Counter(one.report for one in releases.releases)
    named = {approval_path(report, n + 1) for report, count in counts.items() for n in range(count)}
    there = sorted(f"{RELEASED}/{path.name}" for path in (folder / RELEASED).glob("*.csv"))
    lost = tuple(path for path in there if path not in named)
    if not lost or (not emptied and len(lost) == 1 and _is_next(lost[0], counts)):
        return ()
    more = f" and {len(lost) - 1:,} more" if len(lost) > 1 else ""
    return (problem("C352", Place(file=RELEASES), found="no entry", expected=f"one for {lost[0]}{more}"),)


def _is_next(path: str, counts: Counter[str]) -> bool:
    """True for the list that the next release of its report would write."""
    report = path.removeprefix(f"{RELEASED}/").rpartition("-")[0]
    return path == approval_path(report, counts[report] + 1)


def _unreadable(fault: Problem) -> Problem:
    """A fault of the YAML as one of the record: nothing in it is a setting to correct."""
    return problem("C352", fault.place, found=fault.found, expected=fault.expected)


def _approval(folder: Path, release: Release, *, release_number: int) -> _Read[Approval | None]:
    """The list of a release. It must be the very one whose hash the record names."""
    name = approval_path(release.report, release_number)
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        found = error.strerror or type(error).__name__
        return _Read(None, (problem("C352", Place(file=name), found=found),))
    try:
        documents = tuple(_documents(content))
    except (ValueError, csv.Error):
        documents = ()
    approval = Approval(report=release.report, documents=documents)
    if approval.digest != release.documents:
        expected = f"the list whose hash {RELEASES} names"
        return _Read(None, (problem("C352", Place(file=name), found="another list", expected=expected),))
    return _Read(approval, (), InputFile.of(name, content))


def _documents(content: bytes) -> Iterator[ApprovedDocument]:
    """The rows of a list. Raises ValueError or csv.Error for anything else."""
    rows = csv.reader(io.StringIO(content.decode(), newline=""))
    if tuple(next(rows, ())) != _COLUMNS:
        raise ValueError("other columns")
    for row in rows:
        yield ApprovedDocument.model_validate(dict(zip(_COLUMNS, row, strict=True)))
