"""The sound school of tests/schools in memory, and ways to state one difference from it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from reportgen.calendars.checks import check_calendars
from reportgen.model.places import Places
from reportgen.model.problem import Problem
from reportgen.model.project import Project
from reportgen.settings import read_project

FOLDER = Path(__file__).parent / "schools" / "sound"


@cache
def sound() -> Project:
    """The project of the sound school."""
    project = read_project(FOLDER).project
    assert project is not None
    return project


def on(text: str) -> date:
    return date.fromisoformat(text)


def with_assessment(project: Project, name: str, **changes: Any) -> Project:
    """The project with one assessment changed, or made from mock exams under a name of its own."""
    all_of = project.assessments.assessments
    known = next((one for one in all_of if one.id == name), None)
    made = (known or next(one for one in all_of if one.id == "mocks")).model_copy(update={"id": name, **changes})
    rest = tuple(one for one in all_of if one.id != name)
    return project.model_copy(
        update={"assessments": project.assessments.model_copy(update={"assessments": (*rest, made)})}
    )


def with_collection(project: Project, name: str, **changes: Any) -> Project:
    """The project with one collection changed."""
    read = project.collections
    made = tuple(one.model_copy(update=changes) if one.id == name else one for one in read.collections)
    return project.model_copy(update={"collections": read.model_copy(update={"collections": made})})


def with_report(project: Project, name: str, **changes: Any) -> Project:
    """The project with one report changed."""
    read = project.reports
    made = tuple(one.model_copy(update=changes) if one.id == name else one for one in read.reports)
    return project.model_copy(update={"reports": read.model_copy(update={"reports": made})})


def without_reports(project: Project, *names: str) -> Project:
    """The project with some reports left out."""
    read = project.reports
    kept = tuple(one for one in read.reports if one.id not in names)
    return project.model_copy(update={"reports": read.model_copy(update={"reports": kept})})


def found(project: Project) -> tuple[Problem, ...]:
    """What the checks that need no exports find."""
    return check_calendars(project, Places())


def codes(project: Project) -> list[str]:
    """The codes of what they find."""
    return [problem.code for problem in found(project)]
