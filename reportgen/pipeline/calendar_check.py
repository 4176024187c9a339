"""The calendars checked against each other: before September with the settings alone, later with the exports too."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportgen.calendars.checks import NOT_RUN, NotRun, check_calendars, check_with_exports
from reportgen.calendars.statutory import completeness
from reportgen.ingest import load
from reportgen.model.frames import Loaded
from reportgen.model.places import Places
from reportgen.model.plan import Plan
from reportgen.model.problem import Problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.pipeline.events import Step, Tell
from reportgen.settings import read_project, severity_of


@dataclass(frozen=True)
class CalendarCheck:
    """What was found, and which checks had to wait."""

    problems: tuple[Problem, ...]
    not_run: tuple[NotRun, ...]
    judged: bool = True
    """False when a stop in the settings kept every check of the calendars from running."""


def calendar_check(folder: Path, tell: Tell, *, exports: bool = False) -> CalendarCheck:
    """Problems of the settings and calendars of the school in `folder`, which needs no exports.

    With `exports` those are loaded and every check runs. Of the exports' own problems only the stops are told: they say
    why checks could not run; `check` tells the others. Builds and writes nothing.
    """
    tell(Step("read", f"settings in {folder / 'config'}"))
    reading = read_project(folder)
    if reading.project is None:
        return CalendarCheck(reading.problems, NOT_RUN, judged=False)
    project, places = reading.project, reading.places
    found = (*reading.problems, *check_calendars(project, places))
    loaded, stops = _exports(project, folder, tell) if exports else (None, ())
    if loaded:
        found = (*found, *export_problems(project, places, loaded))
    problems = tuple(severity_of(p, project.packs) for p in (*found, *stops))
    return CalendarCheck(problems, () if loaded else NOT_RUN)


def export_problems(project: Project, places: Places, loaded: Loaded) -> tuple[Problem, ...]:
    """What the calendars show beside the exports.

    Exports hold one school year: annual reports of that year are judged.
    """
    lacking = completeness(project, loaded, year=project.pupils_year())
    return check_with_exports(project, places, loaded, Plan(completeness=lacking))


def _exports(project: Project, folder: Path, tell: Tell) -> tuple[Loaded | None, tuple[Problem, ...]]:
    tell(Step("load", f"{len(project.sources.sources)} sources"))
    loading = load(project, folder)
    return loading.loaded, tuple(p for p in loading.problems if p.severity is Severity.STOP)
