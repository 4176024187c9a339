"""Steps 1 to 3: settings and exports in, checked frames out, every problem collected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportgen.calendars.checks import check_calendars
from reportgen.ingest import load
from reportgen.model.frames import Loaded, SourceCount
from reportgen.model.input import InputFile
from reportgen.model.places import NOWHERE, Places
from reportgen.model.problem import Problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.pipeline.calendar_check import export_problems
from reportgen.pipeline.events import Step, Tell
from reportgen.settings import read_project, severity_of


@dataclass(frozen=True)
class Checked:
    """A school read and checked. `project` and `loaded` are None after a stop."""

    project: Project | None
    loaded: Loaded | None
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]
    counts: tuple[SourceCount, ...]
    places: Places = NOWHERE
    """Where the calendars stand in their files, so that a later check names the line."""

    @property
    def stopped(self) -> bool:
        """True when nothing trustworthy can be made."""
        return any(p.severity is Severity.STOP for p in self.problems)


def check(folder: Path, tell: Tell) -> Checked:
    """Reads the settings and exports of the school in `folder`. Builds and writes nothing."""
    tell(Step("read", f"settings in {folder / 'config'}"))
    reading = read_project(folder)
    if reading.project is None:
        return Checked(None, None, reading.problems, reading.files, ())
    project, places = reading.project, reading.places
    planned = check_calendars(project, places)
    tell(Step("load", f"{len(project.sources.sources)} sources"))
    loading = load(project, folder)
    tell(Step("check", f"{sum(c.rows for c in loading.counts):,} rows"))
    held = export_problems(project, places, loading.loaded) if loading.loaded else ()
    found = (*reading.problems, *planned, *loading.problems, *held)
    problems = tuple(severity_of(p, project.packs) for p in found)
    return Checked(project, loading.loaded, problems, (*reading.files, *loading.files), loading.counts, places)


def counted(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity, worst first."""
    found = dict.fromkeys(Severity, 0)
    for one in problems:
        found[one.severity] += 1
    return found
