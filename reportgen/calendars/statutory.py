"""What the law asks of each pupil's annual report, and what of it the exports lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from reportgen.calendars.achievements import unmarked
from reportgen.calendars.lessons import lessons, roll_on
from reportgen.calendars.national import NationalTests
from reportgen.model import frames as f
from reportgen.model.calendar import YEAR_GROUPS, Collection, Report, key_stage
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.statutory import Completeness, Item, MissingItem, asked_of

_PRIMARY = ("EYFS", "KS1", "KS2")


def completeness(project: Project, loaded: Loaded, *, year: int) -> tuple[Completeness, ...]:
    """What each annual report to families of a school year lacks, in the order of the reporting calendar.

    Only what the law asks of this type of school and year group (`model.statutory.ASKED`) is looked for, for every
    pupil on roll on the report's roll day. Nothing missing means that no item stands in the way of a release.
    """
    return tuple(_of_report(_Facts(project, loaded, report)) for report in annual_reports(project, year=year))


def annual_reports(project: Project, *, year: int) -> tuple[Report, ...]:
    """The reports of kind annual to families of a school year, in the order of the reporting calendar."""
    annual = (r for r in project.reports.reports if r.kind == "annual" and "parents" in r.audiences)
    return tuple(r for r in annual if project.collection(r.collection).year == year)


def due_by(project: Project, report: Report) -> date:
    """The last day of the summer term (SI 2005/1437, regulation 6), or the report's own day when that is earlier."""
    law = law_asks_by(project, report)
    return min(report.on, law) if law else report.on


def law_asks_by(project: Project, report: Report) -> date | None:
    """The last day of the summer term of its school year (as above); None where its terms are not described."""
    year = project.school_year(project.collection(report.collection).year)
    return max(term.ends for term in year.terms) if year and year.terms else None


@dataclass(frozen=True)
class _Facts:
    """One report and what the exports say of its pupils."""

    project: Project
    loaded: Loaded
    report: Report

    @cached_property
    def collection(self) -> Collection:
        """The collection the report shows."""
        return self.project.collection(self.report.collection)

    @cached_property
    def roll(self) -> pd.DataFrame:
        """Pupils the report is for."""
        day = self.report.roll_on or self.collection.closes
        groups = self.project.year_groups(self.report)
        return roll_on(self.project, self.loaded, collection=self.collection, day=day, year_groups=groups)

    @cached_property
    def tests(self) -> NationalTests:
        """The national tests of its school year."""
        return NationalTests(self.project, self.loaded, self.report)

    @cached_property
    def unmarked(self) -> dict[str, tuple[str, ...]]:
        """By pupil, subjects taught without achievements. A test is no subject that anyone is taught."""
        rows = lessons(self.project, self.loaded, collection=self.collection, roll=self.roll)
        tests = rows[f.SUBJECT].isin(self.tests.subjects) & ~rows[f.SUBJECT].isin(self.loaded.classes[f.SUBJECT])
        return unmarked(self.project, self.loaded, collection=self.collection, lessons=rows[~tests])

    @cached_property
    def commented(self) -> frozenset[str]:
        """Pupils with any comment in the collection."""
        return frozenset(self._comments[f.PUPIL])

    @cached_property
    def commented_as_a_whole(self) -> frozenset[str]:
        """Pupils with a comment that is about no one subject: a tutor's, a class teacher's, a head of year's."""
        return frozenset(self._comments.loc[self._comments[f.SUBJECT].isna(), f.PUPIL])

    @cached_property
    def _comments(self) -> pd.DataFrame:
        texts = self.loaded.comments
        return texts[(texts[f.COLLECTION] == self.collection.id) & (texts[f.KIND] == "comment")]

    @cached_property
    def registered(self) -> frozenset[str]:
        """Pupils with possible sessions, unless all of them lie before the school year."""
        rows, year = self.loaded.attendance, self.project.school_year(self.collection.year)
        counted = (rows[f.POSSIBLE] > 0).fillna(value=False)
        if year and year.terms:
            first = pd.Timestamp(min(term.starts for term in year.terms))
            counted &= rows[f.ENDS].isna() | (rows[f.ENDS] >= first)
        return frozenset(rows.loc[counted, f.PUPIL])


def _of_report(facts: _Facts) -> Completeness:
    owed = {group: asked_of(facts.project.school.type, year_group=group) for group in YEAR_GROUPS}
    roll = facts.roll[facts.roll[f.YEAR_GROUP].map(owed).astype(bool)]
    pupils = zip(roll[f.PUPIL], roll[f.YEAR_GROUP], roll[f.JOINED], strict=True)
    missing = tuple(
        MissingItem(pupil=pupil, year_group=group, report=facts.report.id, item=item, what=what)
        for pupil, group, joined in pupils
        for item in owed[group]
        for what in _lacks(facts, item, pupil=pupil, group=group, joined=joined)
    )
    due = due_by(facts.project, facts.report)
    return Completeness(report=facts.report.id, due=due, pupils=len(roll), missing=missing)


def _lacks(facts: _Facts, item: Item, *, pupil: str, group: str, joined: pd.Timestamp) -> Iterator[str]:
    """What a pupil lacks of one item, in words; nothing when it is there."""
    match item:
        case "achievements" if subjects := facts.unmarked.get(pupil):
            yield f"no mark in {', '.join(facts.project.subjects.subject(one).name for one in subjects)}"
        case "general progress":
            yield from _comment(facts, pupil, group)
        case "how to discuss" if not _can_be_discussed(facts, group):
            yield "no way to reach the school in school.yaml and no meeting with families in the report"
        case "attendance" if pupil not in facts.registered:
            yield "no attendance"
        case "national tests" | "teacher assessment":
            yield from facts.tests.missing(item, pupil=pupil, group=group, joined=joined)
        case _:
            return


def _comment(facts: _Facts, pupil: str, group: str) -> Iterator[str]:
    """Up to Year 6 one teacher writes of everything, so that any comment is about general progress too."""
    if facts.project.school.phase == "primary" or key_stage(group) in _PRIMARY:
        if pupil not in facts.commented:
            yield "no comment of a class teacher"
    elif pupil not in facts.commented_as_a_whole:
        yield "no comment of a tutor or head of year"


def _can_be_discussed(facts: _Facts, group: str) -> bool:
    """A number, an address or a note in school.yaml, or a meeting of the report with families of the year group."""
    contact = facts.project.school.contact
    meetings = (m for m in facts.report.meetings if m.audience == "parents")
    return any((contact.phone, contact.email, contact.note)) or any(
        not m.year_groups or group in m.year_groups for m in meetings
    )
