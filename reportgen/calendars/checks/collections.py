"""Collections: what stands behind each, what it is for, how many there are."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calendars.checks.calendars import FROM_OUTSIDE, Calendars, year_name
from reportgen.calendars.year_words import years_words
from reportgen.model.problem import Problem
from reportgen.model.school import Staff

MOST_COLLECTIONS = 3
"""Two or three collections of attainment a year, no more (Making Data Work, Teacher Workload Advisory Group, 2018)."""
_OF_EVERY_CLASS = frozenset({"class teacher", "subject teacher", "teacher", "form tutor", "tutor"})
"""Roles that classes and forms give: staff.yaml need not say who has them."""
_SEPTEMBER, _THREE_WEEKS = 9, 21


def unused_assessments(calendars: Calendars) -> Iterator[Problem]:
    """C301: an assessment of the school's own that no collection names.

    Public exams and national tests are left out: their results come from outside.
    """
    used = {name for one in calendars.collections for name in one.assessments}
    for assessment in calendars.project.assessments.assessments:
        if assessment.id not in used and assessment.kind not in FROM_OUTSIDE:
            yield calendars.problem(
                "C301",
                "assessments",
                assessment.id,
                found=assessment.id,
                expected="its id under `assessments` of a collection",
            )


def baseless_collections(calendars: Calendars) -> Iterator[Problem]:
    """C302: a collection of attainment that names no assessment."""
    for one in calendars.collections:
        if calendars.gathers_attainment(one) and not one.assessments:
            yield calendars.problem(
                "C302",
                "collections",
                one.id,
                "assessments",
                found=one.id,
                expected="assessments: what the marks rest on",
            )


def purposes(calendars: Calendars) -> Iterator[Problem]:
    """C303 and C304: a collection of which nobody says what it is for, or what is done with it.

    Making Data Work (2018) asks both of every collection.
    """
    for one in calendars.collections:
        for code, key, said, expected in (
            ("C303", "purpose", one.purpose, "what it is for"),
            ("C304", "action", one.action, "what someone does with it"),
        ):
            if not said.strip():
                yield calendars.problem(code, "collections", one.id, key, found=one.id, expected=expected)


def owners(calendars: Calendars) -> Iterator[Problem]:
    """C305: a collection whose owner is not said, or is nobody of staff.yaml and no role anyone has in that year."""
    for one in calendars.collections:
        if not one.owner.strip():
            yield calendars.problem(
                "C305", "collections", one.id, "owner", found=one.id, expected="who sees to the action"
            )
        elif not _known(calendars.project.staff, one.owner.strip(), year=one.year):
            found = f'{one.id} with the owner "{one.owner}"'
            expected = f"a code of staff.yaml or a role someone there has in {year_name(one.year)}"
            yield calendars.problem("C305", "collections", one.id, "owner", found=found, expected=expected)


def _known(staff: Staff, owner: str, *, year: int) -> bool:
    """True for a code, name or other spelling of a member of staff, and for a role held in the school year."""
    roles = {held.role.casefold() for held in staff.responsibilities if held.holds_in(year)}
    names = {member.name.casefold() for member in staff.staff}
    return owner.casefold() in roles | names | _OF_EVERY_CLASS or staff.named(owner) is not None


def too_many_collections(calendars: Calendars) -> Iterator[Problem]:
    """C313: each collection of attainment after the third of a school year, with the year groups it is too many for.

    Results of public exams and national tests do not count: nobody is asked to judge.
    """
    asked: dict[tuple[int, str], int] = {}
    for one in calendars.collections:
        if not calendars.gathers_attainment(one) or calendars.comes_from_outside(one):
            continue
        for group in one.year_groups:
            asked[one.year, group] = asked.get((one.year, group), 0) + 1
        over = {group for group in one.year_groups if asked[one.year, group] > MOST_COLLECTIONS}
        if over:
            many = max(asked[one.year, group] for group in over)
            found = f"{one.id}, number {many} of {year_name(one.year)} for {years_words(over)}"
            yield calendars.problem("C313", "collections", one.id, found=found, expected="two or three")


def early_collections(calendars: Calendars) -> Iterator[Problem]:
    """C318: marks of attainment that close from 1 to 21 September, the first three weeks (the practice of schools).

    Results of public exams and national tests may: the marks are there already.
    """
    for one in calendars.collections:
        early = one.closes.month == _SEPTEMBER and one.closes.day <= _THREE_WEEKS
        if early and calendars.gathers_attainment(one) and not calendars.comes_from_outside(one):
            found = f"{one.id} closes {one.closes}"
            expected = f"a day after {one.closes.year}-09-{_THREE_WEEKS}"
            yield calendars.problem("C318", "collections", one.id, "closes", found=found, expected=expected)
