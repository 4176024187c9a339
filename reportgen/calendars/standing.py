"""Where collections and reports stand on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from reportgen.calendars.entered import entered
from reportgen.model.calendar import Collection, Report
from reportgen.model.due import Entered, State
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.release import Release
from reportgen.model.school_days import SchoolDays, school_year_of
from reportgen.model.seal import Revision

CLOSING = 3
"""School days before closing from which a collection is about to close."""
_OPEN_FOR = timedelta(weeks=2)
"""How long before closing a collection opens that has no opening day: marksheets open two weeks before they close."""


def opening(collection: Collection) -> date:
    """The day marks open; two weeks before they close where the calendar does not say."""
    return collection.opens or collection.closes - _OPEN_FOR


def sealed(project: Project, collection: str, *, on: date) -> Revision | None:
    """The revision of a collection that held on a day; None when it was not frozen by then."""
    revisions = (r for seal in project.seals if seal.collection == collection for r in seal.revisions if r.on <= on)
    return max(revisions, key=lambda revision: revision.revision, default=None)


def released(project: Project, report: str, *, on: date) -> Release | None:
    """The last release of a report up to a day; None when it was a draft then."""
    return next((one for one in reversed(project.releases) if one.report == report and one.on <= on), None)


def amended(project: Project, report: Report, *, on: date) -> Revision | None:
    """The revision of a report's collection that was frozen after its last release; None when there is none.

    Of an amendment on the day of the release the approved documents say whether they show it.
    """
    release, revision = released(project, report.id, on=on), sealed(project, report.collection, on=on)
    if release is None or revision is None or revision.on < release.on:
        return None
    if revision.on > release.on:
        return revision
    last = project.release(report.id) == release
    shown = max((one.revision for one in project.approval(report.id).documents), default=revision.revision)
    return revision if last and shown < revision.revision else None


def can_be_late(project: Project, collection: Collection, *, on: date) -> bool:
    """True when what a collection left undone still matters on a day.

    It does in its own school year and before. Later it does only where something of that year was frozen or released:
    a school that begins to keep records this year has nothing late from before.
    """
    return collection.year >= school_year_of(on) or collection.year in _kept(project)


def _kept(project: Project) -> frozenset[int]:
    """School years of whose collections any was frozen, or shown in a report that was released."""
    released_of = {project.report(one.report).collection for one in project.releases if _is_there(project, one)}
    shown = released_of | {seal.collection for seal in project.seals}
    return frozenset(one.year for one in project.collections.collections if one.id in shown)


def _is_there(project: Project, release: Release) -> bool:
    return any(report.id == release.report for report in project.reports.reports)


@dataclass(frozen=True)
class Standing:
    """A school on one day. Without exports nothing is known of marks."""

    project: Project
    loaded: Loaded | None
    on: date
    built: frozenset[str] = frozenset()
    """Reports with a current build."""
    approved: frozenset[str] = frozenset()
    """Those of them in whose build every page is as it was released."""
    _entered: dict[str, Entered] = field(default_factory=dict)
    """Worked out once for each collection."""

    @cached_property
    def days(self) -> SchoolDays:
        """The school days of all years."""
        return SchoolDays(self.project.terms.years)

    @cached_property
    def year(self) -> int:
        """The school year of the day."""
        return school_year_of(self.on)

    def of_collection(self, collection: Collection) -> State:
        """Open up to the closing day, then to be checked, to be frozen from the day it should be, then frozen.

        Late is what should have been frozen on an earlier day and still lacks marks.
        """
        if sealed(self.project, collection.id, on=self.on):
            return "frozen"
        if self.on < opening(collection):
            return "not open"
        if self.on <= collection.closes:
            return "closing" if self.days.between(self.on, collection.closes) <= CLOSING else "open"
        if self.on < collection.frozen_on:
            return "to be checked"
        counted = self.entered(collection) if self.on > collection.frozen_on else None
        return "late" if counted and counted.missing else "to be frozen"

    def of_report(self, report: Report) -> State:
        """Released, to be released again after an amendment, overdue once its day is past, else the next step."""
        if released(self.project, report.id, on=self.on):
            return "to be released" if self.amended(report) else "released"
        return "overdue" if report.on < self.on else self.step_of(report)

    def amended(self, report: Report) -> Revision | None:
        """The revision that a released report does not show yet; None where its build differs in nothing."""
        return None if report.id in self.approved else amended(self.project, report, on=self.on)

    def step_of(self, report: Report) -> State:
        """The next step of a report that is to be released, whatever its day."""
        if not sealed(self.project, report.collection, on=self.on):
            return "waiting"
        return "to be released" if report.id in self.built else "to be built"

    def waits_for_opening(self, report: Report) -> bool:
        """True for a report whose marks are not open yet."""
        collection = self.project.collection(report.collection)
        return self.of_report(report) == "waiting" and self.of_collection(collection) == "not open"

    def entered(self, collection: Collection) -> Entered | None:
        """How much of a collection is in the exports; None without exports."""
        if self.loaded is None:
            return None
        if collection.id not in self._entered:
            self._entered[collection.id] = entered(self.project, self.loaded, collection=collection)
        return self._entered[collection.id]
