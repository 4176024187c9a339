"""Export files in, checked canonical frames out, with every row of every file accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pandas as pd

from reportgen.ingest import attendance, classes, memberships, results, starts
from reportgen.ingest.columns import mapped_headings
from reportgen.ingest.comments import make_comments
from reportgen.ingest.contacts import make_contacts
from reportgen.ingest.files import Read, read_sources
from reportgen.ingest.finished import finished
from reportgen.ingest.holds import unknown_holds
from reportgen.ingest.mapping import Mapped, map_part
from reportgen.ingest.matching import match
from reportgen.ingest.roll import Roll, make_roll
from reportgen.ingest.spelling import spellings_of
from reportgen.ingest.step import FILE, PART, Step, fates, having
from reportgen.ingest.table import Part
from reportgen.ingest.understanding import understand
from reportgen.model import frames as f
from reportgen.model.frames import Loaded, SourceCount
from reportgen.model.input import InputFile
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity


@dataclass(frozen=True)
class Loading:
    """What the exports hold. `loaded` is None after a stop; then nothing is counted."""

    loaded: Loaded | None
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]
    counts: tuple[SourceCount, ...] = ()


def load(project: Project, folder: Path) -> Loading:
    """The canonical frames of the school whose folder this is. Problems are not raised but returned, each once."""
    read = read_sources(project.sources.sources, folder)
    mapped, left_out = _map(project, read)
    problems = (*_settings(project, read), *read.problems, *left_out, *_problems(mapped))
    if any(p.severity == Severity.STOP for p in problems):
        return Loading(None, _once(problems), read.files)
    known = spellings_of(project)
    understood = [understand(m, project.school, known) for m in mapped]
    roll = make_roll(project, understood, read.parts)
    problems = (*problems, *_problems(understood), *roll.step.problems)
    if roll.pupils.empty:
        return Loading(None, _once((*problems, problem("L224"))), read.files)
    made = _frames(project, understood, roll, read.parts)
    held = unknown_holds(project, made.loaded.pupils)
    return Loading(made.loaded, _once((*problems, *made.problems, *held)), read.files, _counts(understood, roll, made))


def _problems(mapped: Sequence[Mapped]) -> Iterator[Problem]:
    return chain.from_iterable(m.step.problems for m in mapped)


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once: a file that feeds two sources has its faults once."""
    return tuple(dict.fromkeys(problems))


def _map(project: Project, read: Read) -> tuple[list[Mapped], list[Problem]]:
    """Every part mapped. Of sources that read every sheet, sheets with none of the headings are left out."""
    by_file: dict[str, set[str]] = {}
    for part in read.parts:
        by_file.setdefault(part.table.file, set()).update(mapped_headings(part.source))
    strange = [
        p for p in read.parts if p.source.sheet == "*" and not any(map(p.table.positions, mapped_headings(p.source)))
    ]
    mapped = [
        map_part(p, project, mapped=sorted(by_file[p.table.file]))
        for p in read.parts
        if p.index not in {q.index for q in strange}
    ]
    return mapped, [problem("L221", p.table.place(), found="a sheet with none of the headings") for p in strange]


def _settings(project: Project, read: Read) -> list[Problem]:
    """What the sources as a whole can't be: none at all, or several files where rows are the pupils."""
    if not project.sources.sources:
        return [problem("L226")]
    tables = sorted({(p.table.file, p.table.sheet) for p in read.parts})
    if project.school.key == "row" and len(tables) > 1:
        found = ", ".join(f"{file} {sheet}".strip() for file, sheet in tables)
        return [problem("L223", found=found, expected="one file with one sheet")]
    return []


@dataclass(frozen=True)
class _Made:
    loaded: Loaded
    problems: tuple[Problem, ...]
    kept: tuple[pd.DataFrame, ...]
    gone: tuple[pd.DataFrame, ...]


def _raw(understood: Sequence[Mapped], name: str) -> pd.DataFrame:
    """Every record for a frame, or an empty frame with its columns."""
    pieces = [m.step.rows for m in understood if m.part.source.frame == name and len(m.step.rows)]
    columns = [c.name for c in f.frame(name).columns if c.from_export] + [
        f.SCHOOL,
        f.SOURCE,
        f.SHEET,
        f.ROW,
        FILE,
        PART,
    ]
    if not pieces:
        return pd.DataFrame({c: pd.Series(dtype="object") for c in columns})
    together = pd.concat(pieces, ignore_index=True) if len(pieces) > 1 else pieces[0].reset_index(drop=True)
    return having(together, columns)


def _frames(project: Project, understood: Sequence[Mapped], roll: Roll, parts: Sequence[Part]) -> _Made:
    names = [contract.name for contract in f.FRAMES if contract.name != "pupils"]
    matched = match({name: _raw(understood, name) for name in names}, roll.pupils, key=project.school.key)
    marks = matched.steps["results"].then(lambda rows: results.make_results(rows, roll.pupils, project, parts))
    begun = matched.steps["starts"].then(lambda rows: starts.make_starts(rows, project, parts))
    belongs = matched.steps["memberships"].then(lambda rows: memberships.make_memberships(rows, project, parts))
    taught = matched.steps["classes"].then(classes.make_classes)
    said = matched.steps["comments"].then(lambda rows: make_comments(rows, project))
    totals = matched.steps["attendance"].then(attendance.make_totals)
    registered = matched.steps["sessions"].then(lambda rows: attendance.make_sessions(rows, project))
    known = matched.steps["contacts"].then(make_contacts)
    new_ids, shared = classes.shared_ids(taught.rows, project)
    of_classes = classes.renamed(taught.rows, new_ids)
    staff = classes.make_teachers(of_classes, matched.steps["teachers"].rows, new_ids, project)
    both, differ = attendance.together(totals.rows, attendance.counted_sessions(registered.rows))
    one_mark = results.one_each(classes.renamed(marks.rows, new_ids), parts)
    one_start = starts.one_each(begun.rows, parts)
    one_value = _with_sex(belongs, roll, project, parts)
    first_class = of_classes.drop_duplicates(classes.KEY)
    rows = {
        "pupils": roll.pupils,
        "classes": first_class,
        "teachers": staff.rows,
        "results": one_mark.rows,
        "comments": said.rows,
        "attendance": both,
        "sessions": registered.rows,
        "starts": one_start.rows,
        "memberships": one_value.rows,
        "contacts": known.rows,
    }
    steps = (marks, begun, belongs, taught, said, totals, registered, known)
    problems = (
        *matched.problems,
        *chain.from_iterable(s.problems for s in steps),
        *shared,
        *staff.problems,
        *differ,
        *one_mark.problems,
        *one_start.problems,
        *one_value.problems,
    )
    kept = (*(s.rows[[PART, f.ROW]] for s in steps), matched.steps["teachers"].rows[[PART, f.ROW]])
    return _Made(
        Loaded(**{name: finished(frame, f.frame(name)) for name, frame in rows.items()}),
        problems,
        kept,
        tuple(chain.from_iterable(s.gone for s in steps)),
    )


def _with_sex(belongs: Step, roll: Roll, project: Project, parts: Sequence[Part]) -> Step:
    """Memberships, one each, with `sex` from the pupils frame when no export gives it."""
    declared = any(g.id == memberships.SEX_GROUP for g in project.groups.groups)
    given = (belongs.rows[f.GROUP] == memberships.SEX_GROUP).any()
    if not declared or given or roll.pupils[f.SEX].isna().all():
        return memberships.one_each(belongs.rows, parts)
    sexes = memberships.make_memberships(memberships.sex_of(roll.pupils), project, parts)
    rows = pd.concat([belongs.rows, sexes.rows], ignore_index=True) if len(belongs.rows) else sexes.rows
    one = memberships.one_each(rows, parts)
    return Step(one.rows, (*sexes.problems, *one.problems))


def _counts(understood: Sequence[Mapped], roll: Roll, made: _Made) -> tuple[SourceCount, ...]:
    """Where every file row went. What is not set aside, a copy or left to others is used, so the four add up."""
    gone = (*chain.from_iterable(m.step.gone for m in understood), *roll.step.gone, *made.gone)
    counts = []
    for one in understood:
        aside, duplicates = fates(gone, (*made.kept, roll.kept), one.part.index)
        used = one.rows - aside - duplicates - one.not_for_source
        counts.append(
            SourceCount(
                one.part.source.id,
                one.part.table.file,
                one.part.table.sheet,
                one.rows,
                used,
                duplicates,
                aside,
                one.not_for_source,
            )
        )
    return tuple(counts)
