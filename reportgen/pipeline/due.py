"""What is due on a day, from the calendars, the exports and the builds that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.bind import Refused
from reportgen.bind.sheets import sheet
from reportgen.calendars.due import annual_due, due
from reportgen.calendars.lessons import Named, named_pupils
from reportgen.calendars.statutory import completeness
from reportgen.model.calendar import Report
from reportgen.model.due import AnnualDue, Due
from reportgen.model.frames import Loaded
from reportgen.model.input import InputFile
from reportgen.model.problem import Problem
from reportgen.model.project import Project
from reportgen.model.school_days import school_year_of
from reportgen.model.statutory import Completeness
from reportgen.pipeline.check import check
from reportgen.pipeline.events import Step, Tell
from reportgen.pipeline.identity import records_of
from reportgen.pipeline.readiness import good_build
from reportgen.settings import read_project

TABLE = "output/due.csv"
COLUMNS = (
    "of", "report or collection", "pupil", "name", "year group", "form", "subject", "class", "staff", "missing",
)  # fmt: skip
"""One row a pupil and subject with marks missing, and one a pupil and item that an annual report lacks."""


@dataclass(frozen=True)
class DueDay:
    """A day. `project` is None after a stop in the settings."""

    project: Project | None
    problems: tuple[Problem, ...]
    items: tuple[Due, ...] = ()
    annual: tuple[AnnualDue, ...] = ()
    with_exports: bool = False
    """True when marks and comments could be counted."""
    table: bytes = b""
    """output/due.csv: everything missing, pupil by pupil; empty without exports."""


def due_day(folder: Path, tell: Tell, *, on: date, exports: bool = True) -> DueDay:
    """Reads the school in `folder` and says what is due. Exports that can't be read are left out. Writes nothing."""
    if exports:
        checked = check(folder, tell)
        project, loaded, problems, files = checked.project, checked.loaded, checked.problems, checked.files
    else:
        tell(Step("read", f"settings in {folder / 'config'}"))
        reading = read_project(folder)
        project, loaded, problems, files = reading.project, None, reading.problems, reading.files
    if project is None:
        return DueDay(None, problems)
    lacking = completeness(project, loaded, year=school_year_of(on)) if loaded else ()
    built = _built(folder, project, files, whole=loaded is not None)
    approved = frozenset(report for report in built if _as_released(folder / "output", project.report(report)))
    items = due(project, loaded, on=on, built=built, approved=approved, completeness=lacking)
    annual = annual_due(project, lacking, on=on)
    table = _table(project, loaded, items=items, lacking=_counted(lacking, annual)) if loaded else b""
    return DueDay(project, problems, items, annual, with_exports=loaded is not None, table=table)


def _built(folder: Path, project: Project, files: Iterable[InputFile], *, whole: bool) -> frozenset[str]:
    """Reports with a build of the files as they are now; of the settings alone where exports were not read."""
    every = tuple(files)
    return frozenset(
        report.id
        for report in project.reports.reports
        if _is_current(folder / "output", report, records_of(project, report, every), whole=whole)
    )


def _is_current(output: Path, report: Report, files: Iterable[InputFile], *, whole: bool) -> bool:
    try:
        made = good_build(output, report)
    except Refused:
        return False
    if made is None:
        return False
    then, now = ({file.path: file.sha256 for file in some} for some in (made.inputs, files))
    return then == now if whole else all(now.get(path, sha256) == sha256 for path, sha256 in then.items())


def _as_released(output: Path, report: Report) -> bool:
    """True when no page of a report's current build differs from what was released."""
    made = good_build(output, report)
    return made is not None and made.release is not None and not made.draft


def _counted(lacking: Iterable[Completeness], annual: Iterable[AnnualDue]) -> tuple[Completeness, ...]:
    """Of the annual reports that are counted on the day."""
    told = {one.report for one in annual if one.pupils is not None}
    return tuple(one for one in lacking if one.report in told)


def _table(
    project: Project, loaded: Loaded, *, items: Iterable[Due], lacking: Iterable[Completeness]
) -> bytes:  # fmt: skip
    names = named_pupils(loaded)
    return sheet(COLUMNS, (*_marks(project, items, names), *_statutory(lacking, names)))


def _marks(project: Project, items: Iterable[Due], names: Mapping[str, Named]) -> Iterator[tuple[object, ...]]:
    """Marks and comments not entered."""
    subjects = {subject.id: subject.name for subject in project.subjects.subjects}
    facets = {facet.id: facet.name for facet in project.marks.facets}
    for one in (missing for item in items if item.entered for missing in item.entered.by_pupil):
        staff = ", ".join(_staff_name(project, code) for code in one.staff)
        missing = ", ".join(facets.get(facet, facet) for facet in one.facets)
        subject = subjects.get(one.subject, one.subject)
        row = (one.year_group, one.form, subject, one.class_id, staff, missing)
        yield ("collection", one.collection, one.pupil, names[one.pupil].name, *row)


def _statutory(lacking: Iterable[Completeness], names: Mapping[str, Named]) -> Iterator[tuple[object, ...]]:
    """Items the law asks for."""
    for one in (missing for found in lacking for missing in found.missing):
        named = names[one.pupil]
        yield ("annual report", one.report, one.pupil, named.name, one.year_group, named.form, "", "", "", one.what)


def _staff_name(project: Project, code: str) -> str:
    member = project.staff.named(code)
    return member.name if member else code
