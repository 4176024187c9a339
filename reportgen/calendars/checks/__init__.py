"""The checks of the three calendars against each other, one small function a check.

Each takes a school's `Calendars` and yields problems that name file, line and column. They know no files and no clock:
every school year in the calendars is judged alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportgen.calendars.checks import collections, law, people, reports, showing, terms, timing, windows
from reportgen.calendars.checks.calendars import Calendars
from reportgen.calendars.checks.completeness import missing_items
from reportgen.model.frames import Loaded
from reportgen.model.places import Places
from reportgen.model.plan import Plan
from reportgen.model.problem import Problem
from reportgen.model.project import Project

_CHECKS: tuple[Callable[[Calendars], Iterator[Problem]], ...] = (
    collections.unused_assessments,
    collections.baseless_collections,
    collections.purposes,
    collections.owners,
    showing.unshown_marks,
    reports.reports_before_freezing,
    reports.evenings_before_reports,
    reports.releases_without_school,
    reports.years_without_report,
    law.annual_reports,
    reports.governors_papers,
    collections.too_many_collections,
    windows.collisions,
    people.nobody_responsible,
    windows.dates_without_school,
    collections.early_collections,
    law.leavers_reports,
    law.late_results,
    timing.marks_before_the_work,
    timing.stale_marks,
    timing.stale_reports,
    terms.ends_of_terms,
    showing.years_governors_miss,
)


@dataclass(frozen=True)
class NotRun:
    """A check that needs exports."""

    code: str
    what: str
    """What it would look at."""
    why: str
    """What of the exports it needs."""


NOT_RUN: tuple[NotRun, ...] = (
    NotRun("C315", "how many classes each teacher enters in one week", "classes and their teachers"),
    NotRun("C319", "what annual reports lack", "pupils, marks, comments and attendance"),
)
"""The checks that wait for exports, in the order of their codes."""


def check_calendars(project: Project, places: Places) -> tuple[Problem, ...]:
    """What can't work in the calendars, found without any export; by file and line."""
    calendars = Calendars(project, places)
    return _in_order(problem for check in _CHECKS for problem in check(calendars))


def check_with_exports(project: Project, places: Places, loaded: Loaded, plan: Plan) -> tuple[Problem, ...]:
    """What can't work in the calendars as the exports show it; by file and line. `plan` holds the completeness."""
    calendars = Calendars(project, places)
    found = (*people.crowded_weeks(calendars, loaded), *missing_items(calendars, loaded, plan.completeness))
    return _in_order(found)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By place, then code and text, so that no order of the settings shows."""

    def key(one: Problem) -> tuple[str, int, int, str, str]:
        return (one.place.file, one.place.line or 0, one.place.column or 0, one.code, str(one))

    return tuple(sorted(dict.fromkeys(problems), key=key))
