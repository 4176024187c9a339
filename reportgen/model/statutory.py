"""What the law asks of a pupil's annual report, and what of it the data lacks."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.value import Value

Item = Literal[
    "achievements", "general progress", "how to discuss", "attendance", "public exams", "national tests",
    "teacher assessment",
]  # fmt: skip
"""Education (Pupil Information) (England) Regulations 2005, Schedule 1."""

SchoolType = Literal["maintained", "academy", "independent", "pupil referral unit"]


class Asked(Value):
    """An item, the types of school whose annual report must have it, and for which year groups."""

    item: Item
    types: tuple[SchoolType, ...]
    year_groups: tuple[str, ...]


# SI 2005/1437: regulation 6 and Schedule 1, for maintained schools and pupil referral units. Academies owe a report by
# their funding agreement; most follow the same list, and here all of them do.
_STATE: tuple[SchoolType, ...] = ("maintained", "academy", "pupil referral unit")
# Education (Independent School Standards) Regulations 2014: progress and attainment in the main subject areas.
_EVERY: tuple[SchoolType, ...] = (*_STATE, "independent")

ASKED: tuple[Asked, ...] = (
    Asked(item="achievements", types=_EVERY, year_groups=YEAR_GROUPS),
    Asked(item="general progress", types=_STATE, year_groups=YEAR_GROUPS),
    Asked(item="how to discuss", types=_STATE, year_groups=YEAR_GROUPS),
    # Not in Reception and below, nor beyond compulsory school age (Years 12 and up).
    Asked(item="attendance", types=_STATE, year_groups=tuple(str(n) for n in range(1, 12))),
    # Results of public exams are asked for "if any": the exports can't say who should have sat one, and results come in
    # August, after the annual report. They belong in a report of kind results, so that no annual report lacks them.
    Asked(item="public exams", types=(), year_groups=("10", "11", "12", "13", "14")),
    # DfE guide to school reports: phonics in Year 1, multiplication tables check in Year 4, key stage 2 tests in Year 6.
    # Pupils of Year 2 who take phonics again are "if any".
    Asked(item="national tests", types=_STATE, year_groups=("1", "4", "6")),
    # Schedule 1, paragraph 2: at the end of key stage 2.
    Asked(item="teacher assessment", types=_STATE, year_groups=("6",)),
)

_LAST_COMPULSORY = "11"


def asked_of(school_type: SchoolType, *, year_group: str) -> tuple[Item, ...]:
    """The items the annual report of a pupil must have, in the order of the law; none where no report is asked for.

    A pupil referral unit owes a report only in the year in which the pupil ceases to be of compulsory school age.
    """
    if school_type == "pupil referral unit" and year_group != _LAST_COMPULSORY:
        return ()
    return tuple(one.item for one in ASKED if school_type in one.types and year_group in one.year_groups)


class MissingItem(Value):
    """An item of one pupil's annual report that the data lacks."""

    pupil: str
    year_group: str
    report: str
    item: Item
    what: str
    """In words: no comment of a tutor, no mark in Geography."""


class Completeness(Value):
    """One annual report: what is missing, of how many pupils, and by when."""

    report: str
    due: date
    """The last day of the summer term, or the report's own day when that is earlier."""
    pupils: int
    missing: tuple[MissingItem, ...]
    """By year group, pupil and item; one entry a pupil and item."""

    def pupils_lacking(self) -> tuple[tuple[Item, int], ...]:
        """How many pupils lack each item, in the order of the law; items nobody lacks are left out."""
        counts = ((one.item, sum(item.item == one.item for item in self.missing)) for one in ASKED)
        return tuple((item, count) for item, count in counts if count)
