"""National tests and the teacher assessment of Year 6: which the calendar has, and whose results the exports lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd

from reportgen.calendars.lessons import BLANK
from reportgen.model import frames as f
from reportgen.model.calendar import Assessment, Report
from reportgen.model.frames import Loaded
from reportgen.model.project import Project

_KINDS = {"national tests": "statutory", "teacher assessment": "teacher assessment"}


@dataclass(frozen=True)
class NationalTests:
    """The tests behind one annual report.

    A school says in assessment.yaml which of its subjects hold them: `kind: statutory` with the year groups and
    `subjects` for national tests and checks, `kind: teacher assessment` for that of Year 6. The marks may stand in any
    collection of the report's school year.
    """

    project: Project
    loaded: Loaded
    report: Report

    @cached_property
    def _year(self) -> int:
        return self.project.collection(self.report.collection).year

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Subjects that are national tests."""
        return frozenset(s for one in self._entries("national tests") for s in one.subjects)

    def missing(
        self, item: Literal["national tests", "teacher assessment"], *, pupil: str, group: str, joined: pd.Timestamp
    ) -> Iterator[str]:
        """What a pupil of a year group that is tested lacks, in words.

        Nothing is asked of tests that end after the report or after which the pupil joined, nor where a report of
        results comes later: results that arrive after the report are sent within 15 school days (DfE guide).
        """
        entries = [one for one in self._entries(item) if group in one.year_groups]
        if not entries:
            yield f"no {item} of Year {group} in assessment.yaml (kind: {_KINDS[item]}, with its subjects)"
            return
        due = [one for one in entries if one.ends <= self.report.on and not joined > pd.Timestamp(one.ends)]
        subjects = dict.fromkeys(subject for one in due for subject in one.subjects)
        lacking = [s for s in subjects if (pupil, s) not in self._results]
        if lacking and not self._told_later(group):
            yield f"no result in {', '.join(self.project.subjects.subject(s).name for s in lacking)}"

    def _entries(self, item: Literal["national tests", "teacher assessment"]) -> tuple[Assessment, ...]:
        every = self.project.assessments.assessments
        return tuple(a for a in every if a.year == self._year and a.kind == _KINDS[item] and a.subjects)

    def _told_later(self, group: str) -> bool:
        """True when a report of results for the year group brings what came after this report."""
        return any(
            r.kind == "results"
            and "parents" in r.audiences
            and group in self.project.year_groups(r)
            and self.project.collection(r.collection).year == self._year
            and (r.results_on or r.on) > self.report.on
            for r in self.project.reports.reports
        )

    @cached_property
    def _results(self) -> frozenset[tuple[str, str]]:
        """Pupil and subject of every mark of attainment of the school year, and of every reason why there is none."""
        facets = [facet.id for facet in self.project.marks.facets_of("attainment")]
        rounds = [c.id for c in self.project.collections.collections if c.year == self._year]
        marks = self.loaded.results
        here = marks[f.COLLECTION].isin(rounds) & marks[f.FACET].isin(facets) & ~marks[f.STATE].isin(BLANK)
        return frozenset(zip(marks.loc[here, f.PUPIL], marks.loc[here, f.SUBJECT], strict=True))
