"""Freezing a collection: its checked rows are sealed, and opened again only with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.bind import ignore_in_git, write_files
from reportgen.bind.sheets import amended_csv
from reportgen.calendars.sealed_rows import sealed_rows
from reportgen.model.amendment import AmendedRow
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.seal import (
    FROZEN,
    Revision,
    RowChange,
    Seal,
    differing,
    packed,
    rows_hash,
    rows_path,
    rows_text,
    seal_path,
)
from reportgen.model.severity import Severity
from reportgen.packs.material import pupil_of, records
from reportgen.pipeline.check import Checked, check
from reportgen.pipeline.events import Tell
from reportgen.pipeline.seals import Exports
from reportgen.settings.records import read_sealed_rows

CALENDAR = "config/calendars/collection.yaml"


@dataclass(frozen=True)
class FreezeRequest:
    """What to freeze, when, and why it is opened again."""

    folder: Path
    collection: str
    on: date
    amend: str | None = None


@dataclass(frozen=True)
class Frozen:
    """What came of it. `revision` is None when it was refused; `problems` say why."""

    revision: Revision | None
    problems: tuple[Problem, ...]
    amended: tuple[AmendedRow, ...] = ()
    """What the amendment changed, by pupil."""
    written: tuple[str, ...] = ()
    """Files written, by path from the school's folder."""


def freeze(request: FreezeRequest, tell: Tell) -> Frozen:
    """Checks a school, seals a collection and writes its record.

    Raises `bind.Refused` when the system will not write.
    """
    checked = check(request.folder, tell)
    project, loaded = checked.project, checked.loaded
    if project is None or loaded is None or checked.stopped:
        return Frozen(None, (*checked.problems, _stopped(checked)))
    seal = project.seal(request.collection)
    rows = sealed_rows(loaded, request.collection)
    text = rows_text(rows)
    if refusal := _refusal(request, project, seal, marks=len(rows), rows=rows_hash(text)):
        return Frozen(None, (refusal,))
    before = read_sealed_rows(request.folder, seal) if seal else ()
    if seal and before is None:
        return Frozen(None, (_lost(request, seal),))
    exports = Exports(request.folder, project, loaded, checked.files, checked.counts)
    revision = Revision(
        revision=seal.last.revision + 1 if seal else 1,
        on=request.on,
        reason=(request.amend or "").strip(),
        marks=len(rows),
        rows=rows_hash(text),
        files=exports.files_of(request.collection),
    )
    amended = _amended(exports, differing(before or (), rows)) if seal else ()
    written = _write(request, seal, revision, text=text, amended=amended)
    return Frozen(revision, checked.problems, amended, written)


def _refusal(request: FreezeRequest, project: Project, seal: Seal | None, *, marks: int, rows: str) -> Problem | None:
    """Why the collection can't be frozen, or None."""
    known = [one.id for one in project.collections.collections]
    place = Place(file=CALENDAR)
    if request.collection not in known:
        expected = f"one of {', '.join(known)}"
        return problem("C342", place, found=f"no collection {request.collection}", expected=expected)
    if not marks:
        return problem("C342", place, found=f"no mark of {request.collection} in the exports")
    if request.amend is not None and not request.amend.strip():
        return problem("C342", place, found="no reason", expected="why the marks changed, after --amend")
    if seal:
        return _refused_again(request, seal, rows)
    if request.amend is not None:
        remedy = f"Run `reportgen freeze {request.collection}`."
        return problem("C344", place, found=f"{request.collection} was never frozen", remedy=remedy)
    return None


def _refused_again(request: FreezeRequest, seal: Seal, rows: str) -> Problem | None:
    """Why a frozen collection can't be frozen again, or None: it takes another set of rows, and a reason."""
    place, day = Place(file=seal_path(request.collection)), seal.last.on.isoformat()
    if rows == seal.last.rows:
        found = f"no mark or comment of {request.collection} has changed since it was frozen on {day}"
        return problem("C342" if request.amend is None else "C344", place, found=found)
    if request.amend is None:
        remedy = f'Run `reportgen freeze {request.collection} --amend "reason"`.'
        found = f"{request.collection} was frozen on {day} and has changed"
        return problem("C342", place, found=found, remedy=remedy)
    return None


def _stopped(checked: Checked) -> Problem:
    stops = sum(one.severity is Severity.STOP for one in checked.problems)
    return problem("C342", found=f"{stops} problem{'' if stops == 1 else 's'} that stop a build")


def _lost(request: FreezeRequest, seal: Seal) -> Problem:
    """Without the sealed rows nobody can say what an amendment changes."""
    return problem(
        "C343", Place(file=rows_path(request.collection, seal.last.revision)), found="not the rows that were sealed"
    )


def _write(
    request: FreezeRequest, seal: Seal | None, revision: Revision, *, text: bytes, amended: tuple[AmendedRow, ...]
) -> tuple[str, ...]:
    """Writes the rows, the difference, and last the seal, which makes them count."""
    sealed = Seal(collection=request.collection, revisions=(*(seal.revisions if seal else ()), revision))
    files = [(rows_path(request.collection, revision.revision), packed(text))]
    if amended:
        files.append((f"output/{request.collection}-revision-{revision.revision}.csv", amended_csv(amended)))
    files.append((seal_path(request.collection), sealed.model_dump_json(indent=1).encode() + b"\n"))
    written = write_files(request.folder, files, overwrite=True)
    # The rows are pupils' marks and words: they stay where exports stay.
    ignore_in_git(request.folder, f"{FROZEN}/*.csv.gz")
    return written


def _amended(exports: Exports, changes: Iterable[RowChange]) -> tuple[AmendedRow, ...]:
    """What changed, in the words of the school, by year group, form and name."""
    project = exports.project
    pupils = {row.pupil: pupil_of(row) for row in records(exports.loaded.pupils)}
    subjects = {one.id: one.name for one in project.subjects.subjects}
    names = {one.id: one.name for one in project.marks.facets} | {"comment": "Comment", "next_step": "Next step"}
    rows = []
    for change in changes:
        pupil = pupils.get(change.pupil)
        rows.append(
            AmendedRow(
                pupil=change.pupil,
                name=pupil.register_name if pupil else "",
                form=pupil.form if pupil else "",
                year_group=pupil.year_group if pupil else "",
                subject=subjects.get(change.subject, change.subject),
                what=names.get(change.what, change.what),
                before=change.before,
                now=change.now,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.year_group.rjust(2), row.form, row.name, row.pupil)))
