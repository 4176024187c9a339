"""What the systems of the made-up school hold, whatever the layout in which it is exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reportgen.demo.classes import SchoolClass
from reportgen.demo.comments import Comment
from reportgen.demo.families import Contact
from reportgen.demo.marks import ABSENT, BLANK, CURRENT, DROPPED, NOT_REQUIRED, NOT_TAUGHT, WITHHELD, Mark
from reportgen.demo.next_steps import NextStep
from reportgen.demo.pupil import Pupil
from reportgen.demo.registers import RegisterDay
from reportgen.demo.table import Table, table
from reportgen.demo.year import FIRST_DAYS, LAST_DAYS, LATEST, YEAR

PAID, CENSUS = "exports/pupil-premium-paid-2026-10.csv", "exports/census-eal-2026-10.csv"
"""Lists that come from elsewhere: from the Department, and from the census as it was sent."""
CENSUS_DAY = date(2026, 10, 1)
BASELINE_DAY = 20
EARLIER_YEARS = (2024, 2025)
LATE_SUBJECT, LATE_PUPILS = "history", 3
NO_MARK = frozenset((ABSENT, BLANK, DROPPED, NOT_REQUIRED, NOT_TAUGHT, WITHHELD, "-"))


@dataclass(frozen=True)
class LateMark:
    """A mark that came after the marksheets had closed, as someone typed it."""

    upn: str
    subject: str
    facet: str
    written: str


@dataclass(frozen=True)
class Records:
    """Everything the systems of the school hold."""

    pupils: tuple[Pupil, ...]
    classes: tuple[SchoolClass, ...]
    marks: tuple[Mark, ...]
    late: tuple[LateMark, ...]
    next_steps: tuple[NextStep, ...]
    comments: tuple[Comment, ...]
    contacts: tuple[Contact, ...]
    registers: Iterable[RegisterDay]

    def on_list(self) -> tuple[Pupil, ...]:
        """The pupils on the list of 2026/27, with those who left during it."""
        return tuple(p for p in self.pupils if left_in(p) is None)

    def left(self, year: int) -> tuple[Pupil, ...]:
        """The pupils who left in a school year before."""
        return tuple(p for p in self.pupils if left_in(p) == year)


def left_in(pupil: Pupil) -> int | None:
    """The earlier school year in which a pupil left; None for those on the list of 2026/27."""
    if pupil.left is None or pupil.left >= FIRST_DAYS[YEAR]:
        return None
    return next(year for year in EARLIER_YEARS if pupil.left <= LAST_DAYS[year])


def tested_on(pupil: Pupil) -> date:
    """The day of the baseline test: in the first weeks of a school year, or on arrival."""
    return max(pupil.joined, date(pupil.joined.year, 9, BASELINE_DAY))


def next_step_rows(records: Records) -> Iterator[tuple[str, ...]]:
    """Pupil, subject, collection, teacher and text of each next step."""
    for one in records.next_steps:
        mark = one.mark
        yield mark.pupil.upn, mark.subject.name, mark.collection.long_name, one.teacher, one.text


def comment_rows(records: Records) -> Iterator[tuple[str, ...]]:
    """The same of each comment; a tutor's has no subject."""
    for one in records.comments:
        subject = one.subject.name if one.subject else ""
        yield one.upn, subject, one.collection.long_name, one.teacher, one.text


def lists_from_elsewhere(records: Records) -> Iterator[Table]:
    """The list of pupil premium paid for, and first languages as the October census had them."""
    counted = [p for p in records.on_list() if p.on_roll(CENSUS_DAY)]
    yield table(PAID, "UPN|Paid", ((p.upn, "Funded") for p in counted if p.pupil_premium))
    yield table(CENSUS, "UPN|EAL", ((p.upn, "T" if p.family.eal else "F") for p in counted))


def with_late_marks(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], tuple[LateMark, ...]]:
    """The marks, of which some of the latest collection are blank, and these marks, which came late."""
    given = tuple(marks)
    some = [m for m in given if _may_be_late(m)][-LATE_PUPILS:]
    late = tuple(LateMark(m.pupil.upn, m.subject.name, CURRENT, m.written(CURRENT)) for m in some)
    blank = {one.upn for one in late}
    return tuple(without(m, CURRENT) if _may_be_late(m) and m.pupil.upn in blank else m for m in given), late


def _may_be_late(mark: Mark) -> bool:
    """True for marks of one subject in the latest collection, of pupils who are here."""
    return (
        mark.subject.id == LATE_SUBJECT
        and mark.collection == LATEST
        and mark.pupil.year_group in (7, 8)
        and mark.pupil.left is None
        and mark.written(CURRENT) not in NO_MARK
    )


def without(mark: Mark, *facets: str) -> Mark:
    """The mark with nothing entered under these facets."""
    return replace(mark, cells=tuple((facet, "" if facet in facets else text) for facet, text in mark.cells))
