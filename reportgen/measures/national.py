"""England's published figures as figures."""

from __future__ import annotations

from reportgen.model.figure import Figure, Unit
from reportgen.model.measure import Headline
from reportgen.model.measured import figure_id
from reportgen.model.project import Project

PERCENT_WORDS = ("percent", "%")


def national_figure(project: Project, headline: Headline, groups: tuple[str, ...]) -> Figure | None:
    """The latest figure held for the headline's measure and the first of these groups that has one, else None.

    It is a constant: England counts every pupil, so it has no interval.
    """
    if headline.national is None:
        return None
    found = (project.reference.latest_national(headline.national, group) for group in groups)
    held = next((one for one in found if one is not None), None)
    if held is None:
        return None
    return Figure(
        id=figure_id("national", held.measure, held.group),
        value=held.value,
        n=held.n or 0,
        unit=Unit.PERCENT if held.unit in PERCENT_WORDS else Unit.VALUE,
        no_interval="every pupil in England is counted",
        population=f"England, {held.group}, {held.year}",
        group=held.group,
        rule="published figure",
        reference=f"{held.measure}, {held.year}, {held.version}",
    )
