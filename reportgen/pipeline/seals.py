"""Frozen collections held against what the exports say now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.calendars.sealed_rows import sealed_rows, sources_of
from reportgen.model.calendar import Report
from reportgen.model.frames import COLLECTION, PUPIL, Loaded, SourceCount
from reportgen.model.input import InputFile
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.seal import Seal, SealedRow, differing, rows_hash, rows_text, seal_path
from reportgen.packs.words import listed
from reportgen.pipeline.check import Checked
from reportgen.settings import severity_of
from reportgen.settings.records import read_sealed_rows


@dataclass(frozen=True)
class Exports:
    """What the exports of a school hold now, and the files they came from."""

    folder: Path
    project: Project
    loaded: Loaded
    files: tuple[InputFile, ...]
    counts: tuple[SourceCount, ...]

    def files_of(self, collection: str) -> tuple[InputFile, ...]:
        """The exports of the sources that gave rows of a collection, in the order of their paths."""
        sources = sources_of(self.loaded, collection)
        names = {count.file for count in self.counts if count.source in sources}
        return tuple(sorted((file for file in self.files if file.path in names), key=lambda file: file.path))


def sealed_collections(project: Project, report: Report) -> tuple[Seal, ...]:
    """The seals a report rests on: of its collection and of those it is compared with."""
    seals = (project.seal(one) for one in dict.fromkeys((report.collection, *report.compare)))
    return tuple(seal for seal in seals if seal)


def seal_problems(exports: Exports, seals: Iterable[Seal]) -> tuple[Problem, ...]:
    """What is not as it was frozen: rows (C340, a stop), pupils gone from the list (C345), bytes of a file (C341)."""
    changed: list[Problem] = []
    same: list[Seal] = []
    for seal in seals:
        rows = sealed_rows(exports.loaded, seal.collection)
        if rows_hash(rows_text(rows)) == seal.last.rows:
            same.append(seal)
        elif gone := _off_the_list(exports, seal, rows):
            changed.append(gone)
        else:
            changed.append(_changed(exports, seal, rows))
    return (*changed, *_saved_again(exports, same))


def frozen_problems(folder: Path, checked: Checked) -> tuple[Problem, ...]:
    """What of all that was ever frozen is not as it was, as grave as the school has it."""
    project, loaded = checked.project, checked.loaded
    if project is None or loaded is None:
        return ()
    exports = Exports(folder, project, loaded, checked.files, checked.counts)
    # A collection that has left the calendar or the exports is on no page any more.
    loaded_now = set(loaded.results[COLLECTION].unique())
    known = {one.id for one in project.collections.collections} & loaded_now
    seals = (seal for seal in project.seals if seal.collection in known)
    return tuple(severity_of(one, project.packs) for one in seal_problems(exports, seals))


def _off_the_list(exports: Exports, seal: Seal, rows: tuple[SealedRow, ...]) -> Problem | None:
    """The warning that nothing changed but for pupils whom the school's list no longer has; None where more did."""
    before = read_sealed_rows(exports.folder, seal)
    if before is None:
        return None
    listed_now = set(exports.loaded.pupils[PUPIL])
    gone = {row.pupil for row in before} - listed_now
    if not gone or tuple(row for row in before if row.pupil not in gone) != rows:
        return None
    name = exports.project.collection(seal.collection).name
    found = f"{name}: {'1 pupil is' if len(gone) == 1 else f'{len(gone):,} pupils are'} on the list no more"
    return problem("C345", Place(file=seal_path(seal.collection)), found=found)


def _changed(exports: Exports, seal: Seal, rows: tuple[SealedRow, ...]) -> Problem:
    """The stop for rows that changed: of how many pupils, where the sealed rows are still there to compare."""
    before = read_sealed_rows(exports.folder, seal)
    name = exports.project.collection(seal.collection).name
    found = f"{name} is not as it was frozen on {seal.last.on.isoformat()}"
    if before is not None:
        changes = differing(before, rows)
        pupils = len({change.pupil for change in changes})
        marks = "1 mark or comment" if len(changes) == 1 else f"{len(changes):,} marks or comments"
        found += f": {marks} of {'1 pupil' if pupils == 1 else f'{pupils:,} pupils'}"
    remedy = f'Put the exports back, or run `reportgen freeze {seal.collection} --amend "reason"`.'
    return problem("C340", Place(file=seal_path(seal.collection)), found=found, remedy=remedy)


def _saved_again(exports: Exports, seals: Iterable[Seal]) -> Iterator[Problem]:
    """A note for each file that is not the one sealed, though the marks are."""
    now = {file.path: file.sha256 for file in exports.files}
    differ: dict[tuple[str, bool], list[str]] = {}
    for seal in seals:
        for file in seal.last.files:
            if now.get(file.path) != file.sha256:
                name = exports.project.collection(seal.collection).name
                differ.setdefault((file.path, file.path in now), []).append(name)
    for (path, there), names in sorted(differ.items()):
        found = "other bytes" if there else "no such file any more"
        yield problem("C341", Place(file=path), found=f"{found}, and the same marks of {listed(names)}")
