"""What the calendars make of the year of one report."""

from __future__ import annotations

from reportgen.calendars.statutory import completeness
from reportgen.calendars.thread import thread
from reportgen.calendars.workload import workload
from reportgen.model.calendar import Report
from reportgen.model.frames import Loaded
from reportgen.model.plan import Plan
from reportgen.model.project import Project


def plan_for(project: Project, report: Report, loaded: Loaded) -> Plan:
    """Workload, thread and completeness of the report's school year, for those who compose its pages."""
    year = project.collection(report.collection).year
    return Plan(
        workload=workload(project, loaded, year=year),
        thread=thread(project, loaded, year=year),
        completeness=completeness(project, loaded, year=year),
    )
