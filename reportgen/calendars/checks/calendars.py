"""The three calendars of a school as the checks ask of them: years, days, places in the files, and words for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportgen.model.calendar import YEAR_GROUPS, Collection, Report
from reportgen.model.places import Places, Step
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.school_days import SchoolDays, school_year_of

FILES = {
    "years": "config/calendars/terms.yaml",
    "assessments": "config/calendars/assessment.yaml",
    "collections": "config/calendars/collection.yaml",
    "reports": "config/calendars/reporting.yaml",
    "meetings": "config/calendars/reporting.yaml",
    "responsibilities": "config/staff.yaml",
}
"""The file in which something belongs, for a problem about what nobody wrote."""
FROM_OUTSIDE = frozenset({"public exam", "statutory"})
"""Kinds of assessment whose days are set, and whose results come, from outside the school."""
_ATTAINMENT = frozenset({"attainment", "forecast"})
WEEKEND = {5: "a Saturday", 6: "a Sunday"}
"""Days of the week without school, in words."""


@dataclass(frozen=True)
class Calendars:
    """A school's calendars and where they stand in its files."""

    project: Project
    places: Places

    @cached_property
    def pupil_days(self) -> SchoolDays:
        """The days on which pupils are in school."""
        return SchoolDays(self.project.terms.years)

    @cached_property
    def staff_days(self) -> SchoolDays:
        """The days on which staff are in school: those of pupils, and INSET days."""
        years = (
            year.model_copy(update={"closures": tuple(one for one in year.closures if one.kind != "inset")})
            for year in self.project.terms.years
        )
        return SchoolDays(tuple(years))

    @property
    def collections(self) -> tuple[Collection, ...]:
        """Every collection, in the order of closing."""
        return tuple(sorted(self.project.collections.collections, key=lambda one: (one.closes, one.id)))

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every report, in the order of release."""
        return tuple(sorted(self.project.reports.reports, key=lambda one: (one.on, one.id)))

    @property
    def years(self) -> tuple[int, ...]:
        """The school years that have collections."""
        return tuple(sorted({one.year for one in self.project.collections.collections}))

    def year_of(self, report: Report) -> int:
        """The school year a report is about: its collection's. A report to leavers goes out in the next one."""
        return self.project.collection(report.collection).year

    def to_families(self, year: int) -> tuple[Report, ...]:
        """The reports about a school year that go to families, in the order of release."""
        return tuple(one for one in self.reports if "parents" in one.audiences and self.year_of(one) == year)

    def collected(self, year: int) -> tuple[str, ...]:
        """The year groups that some collection of a school year marks, youngest first."""
        return tuple(
            sorted({g for one in self.collections if one.year == year for g in one.year_groups}, key=YEAR_GROUPS.index)
        )

    def gathers_attainment(self, collection: Collection) -> bool:
        """True when teachers are asked how far pupils are or will get. Attitude and targets alone are not that."""
        return any(self.project.marks.facet(facet).role in _ATTAINMENT for facet in collection.facets)

    def comes_from_outside(self, collection: Collection) -> bool:
        """True when its marks are results of public exams or national tests alone: nobody in school gives them."""
        kinds = {one.kind for one in self.project.assessments.assessments if one.id in collection.assessments}
        return bool(kinds) and kinds <= FROM_OUTSIDE

    def ends(self, year: int) -> date | None:
        """The last day of the summer term; None where terms.yaml does not describe the year."""
        found = self.project.school_year(year)
        return max((term.ends for term in found.terms), default=None) if found else None

    def described(self, day: date) -> bool:
        """True for a day of a school year that terms.yaml describes: only those are judged."""
        return self.project.school_year(school_year_of(day)) is not None

    def no_school(self, code: str, day: date, *path: Step, told: str) -> Problem:
        """The problem that something is on a day without school, with why and the next day that has school."""
        following = self.pupil_days.moved(day, 0)
        return self.problem(
            code, *path,
            found=f"{told} {day}, {self._why_no_school(day)}",
            expected="a school day",
            remedy=f"The next one is {following}." if following else "",
        )  # fmt: skip

    def _why_no_school(self, day: date) -> str:
        """In words: a Saturday, in the holidays, the name of a closure."""
        if weekend := WEEKEND.get(day.weekday()):
            return weekend
        closures = (one for year in self.project.terms.years for one in year.closures)
        closure = next((one for one in closures if one.starts <= day <= one.ends), None)
        if self.pupil_days.term_of(day) and closure:
            return closure.name or closure.kind
        return "in the holidays"

    def problem(self, code: str, *path: Step, found: str, expected: str = "", remedy: str = "") -> Problem:
        """A problem at the deepest part of a path that people wrote, else in the file where it belongs."""
        place = self.places.of(*path)
        place = place if place.file else Place(file=FILES[str(path[0])])
        return problem(code, place, found=found, expected=expected, remedy=remedy)


def year_name(year: int) -> str:
    """`2026/27`."""
    return f"{year}/{(year + 1) % 100:02d}"
