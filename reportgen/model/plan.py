"""What the calendars make of the year, handed to those who compose pages."""

from __future__ import annotations

from reportgen.model.statutory import Completeness
from reportgen.model.thread import Thread
from reportgen.model.value import Value
from reportgen.model.workload import Workload


class Plan(Value):
    """The year as planned and as it stands. Parts are None where no exports are loaded."""

    workload: Workload | None = None
    thread: Thread | None = None
    completeness: tuple[Completeness, ...] = ()


NO_PLAN = Plan()
"""Where nothing has been worked out."""
