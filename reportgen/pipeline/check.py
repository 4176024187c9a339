"""Steps 1 to 3: settings and exports in, checked frames out, every problem collected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportgen.ingest import load
from reportgen.model.frames import Loaded, SourceCount
from reportgen.model.input import InputFile
from reportgen.model.problem import Problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
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
    project = reading.project
    tell(Step("load", f"{len(project.sources.sources)} sources"))
    loading = load(project, folder)
    tell(Step("check", f"{sum(c.rows for c in loading.counts):,} rows"))
    problems = tuple(severity_of(p, project.packs) for p in (*reading.problems, *loading.problems))
    return Checked(project, loading.loaded, problems, (*reading.files, *loading.files), loading.counts)


def counted(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity, worst first."""
    found = dict.fromkeys(Severity, 0)
    for one in problems:
        found[one.severity] += 1
    return found
