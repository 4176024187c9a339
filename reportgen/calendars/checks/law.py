"""Reports the law asks for, and by when. Pupil Information Regulations 2005 (England), and the guide to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportgen.calendars.checks.calendars import Calendars, year_name
from reportgen.calendars.year_words import years_words
from reportgen.model.calendar import Report
from reportgen.model.problem import Problem

LEAVERS_BY = (9, 30)
"""Month and day by which pupils who left have their report (guide to school reports on pupil performance)."""
RESULTS_WITHIN = 15
"""School days in which results that come in late are sent to families (the same guide)."""
_LEAVE = ("11", "13")
"""Year groups after which pupils leave."""
_END_OF_SCHOOL_AGE = "11"
"""The year in which pupils cease to be of compulsory school age."""


def annual_reports(calendars: Calendars) -> Iterator[Problem]:
    """C311: year groups without an annual report by the last day of the summer term, in each year with reports.

    Education (Pupil Information) (England) Regulations 2005, regulation 6: every registered pupil, once a school year,
    before the end of the summer term. A pupil referral unit owes it only in the year in which the pupil ceases to be of
    compulsory school age. Academies mostly follow the same rule by their funding agreement; the Independent School
    Standards ask for a yearly report without naming the day, and the same day is taken. Years that terms.yaml does
    not describe are not judged. A year group with no report at all is told by C310.
    """
    for year in calendars.years:
        reports, last = calendars.to_families(year), calendars.ends(year)
        if not reports or last is None:
            continue
        annual = [one for one in reports if one.kind == "annual"]
        in_time = _reached(calendars, [one for one in annual if one.on <= last])
        for one in annual:
            if one.on > last and not set(calendars.project.year_groups(one)) <= in_time:
                found, expected = f"{one.id} on {one.on}", f"a day up to {last}, when the summer term ends"
                yield calendars.problem("C311", "reports", one.id, "on", found=found, expected=expected)
        told = _reached(calendars, reports)
        without = [g for g in _asked(calendars, year) if g in told and g not in _reached(calendars, annual)]
        if without:
            at = [
                one for one in reports if one.kind == "interim" and set(calendars.project.year_groups(one)) & {*without}
            ]
            found = f"none for {years_words(without)} in {year_name(year)}"
            yield calendars.problem(
                "C311", "reports", (at or reports)[-1].id, found=found, expected=f"one up to {last}"
            )


def _asked(calendars: Calendars, year: int) -> tuple[str, ...]:
    collected = calendars.collected(year)
    if calendars.project.school.type == "pupil referral unit":
        return tuple(group for group in collected if group == _END_OF_SCHOOL_AGE)
    return collected


def _reached(calendars: Calendars, reports: Sequence[Report]) -> set[str]:
    return {group for one in reports for group in calendars.project.year_groups(one)}


def leavers_reports(calendars: Calendars) -> Iterator[Problem]:
    """C320: a report to leavers after 30 September, or a year group that leaves (Year 11, Year 13) without any.

    Where none of kind leavers is planned, an annual report of that year by 30 September serves: it holds the same
    and more. A year group with no report at all is told by C310.
    """
    for year in calendars.years:
        by = date(year + 1, *LEAVERS_BY)
        reports = [one for one in calendars.reports if calendars.year_of(one) == year]
        to_leavers = [one for one in reports if one.kind == "leavers"]
        for one in to_leavers:
            if one.on > by:
                found, expected = f"{one.id} on {one.on}", f"a day up to {by}"
                yield calendars.problem("C320", "reports", one.id, "on", found=found, expected=expected)
        annual = [one for one in reports if one.kind == "annual" and one.on <= by]
        served = _reached(calendars, [*to_leavers, *annual])
        families = calendars.to_families(year)
        without = [one for one in _LEAVE if one in _reached(calendars, families) and one not in served]
        if without:
            found = f"none planned for {years_words(without)} of {year_name(year)}"
            yield calendars.problem("C320", "reports", families[-1].id, found=found, expected=f"one up to {by}")


def late_results(calendars: Calendars) -> Iterator[Problem]:
    """C321: a report of kind results more than 15 school days after the day results came in, or that day not said.

    Days in school years that terms.yaml does not describe are not counted.
    """
    for one in calendars.reports:
        if one.kind != "results":
            continue
        if one.results_on is None:
            found, expected = f"{one.id} without the day results came in", "results_on"
            yield calendars.problem("C321", "reports", one.id, "results_on", found=found, expected=expected)
        elif (days := calendars.pupil_days.between(one.results_on, one.on)) > RESULTS_WITHIN:
            found = f"{one.id} on {one.on}, {days} school days after {one.results_on}"
            expected = f"{RESULTS_WITHIN} at most"
            yield calendars.problem("C321", "reports", one.id, "on", found=found, expected=expected)
