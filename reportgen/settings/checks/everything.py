"""All checks, in the order of the files."""

from __future__ import annotations

from reportgen.model.problem import Problem
from reportgen.settings.checks.calendars import check_calendars
from reportgen.settings.checks.figures import check_figures
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.groups import check_groups
from reportgen.settings.checks.lists import check_lists
from reportgen.settings.checks.people import check_people
from reportgen.settings.checks.scales import check_scales
from reportgen.settings.checks.sources import check_sources
from reportgen.settings.checks.years import check_years

_CHECKS = (
    check_people,
    check_years,
    check_calendars,
    check_scales,
    check_groups,
    check_sources,
    check_figures,
    check_lists,
)


def check(folder: Folder) -> tuple[Problem, ...]:
    """Every problem between the settings. What rests on a file that could not be read is left unsaid."""
    return tuple(found for one in _CHECKS for found in one(folder))
