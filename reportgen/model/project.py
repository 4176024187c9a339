"""A school's settings, read and checked: everything past the door is typed."""

from __future__ import annotations

from reportgen.model.calendar import (
    Assessments,
    Collection,
    Collections,
    FamilyPolicy,
    Report,
    Reports,
    SchoolYear,
    Terms,
)
from reportgen.model.measure import Measures
from reportgen.model.pack import Hold, Holds, Packs
from reportgen.model.reference import Reference
from reportgen.model.release import Approval, Release, Releases
from reportgen.model.scale import Marks
from reportgen.model.school import Groups, School, Staff, Subjects
from reportgen.model.seal import Seal
from reportgen.model.source import Sources
from reportgen.model.theme import Theme
from reportgen.model.value import Value


class Project(Value):
    """All settings of one school. References between files have been checked: every id named exists."""

    school: School
    terms: Terms
    assessments: Assessments = Assessments()
    collections: Collections
    reports: Reports
    staff: Staff
    subjects: Subjects
    marks: Marks
    groups: Groups
    sources: Sources
    measures: Measures
    packs: Packs
    holds: Holds
    theme: Theme
    reference: Reference
    seals: tuple[Seal, ...] = ()
    releases: tuple[Release, ...] = ()
    approvals: tuple[Approval, ...] = ()
    """What was approved in the last release of each report."""

    def collection(self, collection_id: str) -> Collection:
        """The collection with this id."""
        return next(c for c in self.collections.collections if c.id == collection_id)

    def report(self, report_id: str) -> Report:
        """The report with this id."""
        return next(r for r in self.reports.reports if r.id == report_id)

    def seal(self, collection_id: str) -> Seal | None:
        """How a collection was frozen, None while it is not."""
        return next((one for one in self.seals if one.collection == collection_id), None)

    def release(self, report_id: str) -> Release | None:
        """The last release of a report, None while it is a draft."""
        return Releases(releases=self.releases).of(report_id)

    def approval(self, report_id: str) -> Approval:
        """The documents approved in the last release of a report; none while it is a draft."""
        return next((one for one in self.approvals if one.report == report_id), Approval(report=report_id))

    def year_groups(self, report: Report) -> tuple[str, ...]:
        """The year groups a report is for."""
        return report.year_groups or self.collection(report.collection).year_groups

    def school_year(self, year: int) -> SchoolYear | None:
        """The school year that starts in this year, or None when terms.yaml does not describe it."""
        return next((y for y in self.terms.years if y.year == year), None)

    def pupils_year(self) -> int:
        """The school year in which the year groups of the pupils file hold."""
        return self.sources.pupils_year or max(c.year for c in self.collections.collections)

    def family_policy(self, report: Report, year_group: str) -> FamilyPolicy | None:
        """What families of a year group see on a report; None when nothing is said for them."""
        return next((p for p in report.families if not p.year_groups or year_group in p.year_groups), None)

    def hold(self, report: Report, pupil: str) -> Hold | None:
        """The hold that keeps a pupil's report back on the report's date, if any."""
        return next(
            (
                h
                for h in self.holds.holds
                if h.pupil == pupil and h.report in (None, report.id) and (h.until is None or report.on <= h.until)
            ),
            None,
        )
