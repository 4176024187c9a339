"""What is collected against what is shown: nobody should enter what nobody reads."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.calendars.checks.calendars import Calendars, year_name
from reportgen.calendars.year_words import years_words
from reportgen.model.calendar import Collection, Report
from reportgen.model.problem import Problem
from reportgen.model.project import Project


def unshown_marks(calendars: Calendars) -> Iterator[Problem]:
    """C306: a facet, or comments, that no report shows to families and no pack of staff or governors uses.

    Families see the facets of `families`, with those their band of progress and their path are made from; staff and
    governors always the facets progress is told with, and the facets of headline measures. A collection set beside
    another one (`compare`) is used too. Comments need a report to families. Collections of a year without a report are
    not judged: its reports are still to be planned, or were never written down.
    Rule: never ask teachers to enter a field that no report uses (Making Data Work, 2018).
    """
    years = {calendars.year_of(report) for report in calendars.reports}
    for one in calendars.collections:
        if one.year in years:
            yield from _of_collection(calendars, one)


def _of_collection(calendars: Calendars, one: Collection) -> Iterator[Problem]:
    shown = {facet for report in calendars.reports for facet in _shown(calendars.project, report, one)}
    unseen = [n for n, facet in enumerate(one.facets) if facet not in shown]
    if len(unseen) == len(one.facets):
        found = f"all marks of {one.id}"
        yield calendars.problem(
            "C306", "collections", one.id, "facets", found=found, expected="a report that shows them"
        )
    else:
        for n in unseen:
            yield calendars.problem(
                "C306", "collections", one.id, "facets", n,
                found=f"{one.facets[n]} in {one.id}", expected="a report or a headline measure that shows it",
            )  # fmt: skip
    if one.comments and not any(r.collection == one.id and "parents" in r.audiences for r in calendars.reports):
        found = f"comments with {one.id}"
        yield calendars.problem("C306", "collections", one.id, "comments", found=found, expected="a report to families")


def _shown(project: Project, report: Report, one: Collection) -> set[str | None]:
    """The facets of a collection that a report needs."""
    main, of_headlines = _main(project), {headline.facet for headline in project.measures.headlines}
    in_school = bool({"staff", "governors"} & set(report.audiences))
    if one.id == report.collection:
        return _seen_by_families(project, report) | (set(main) | of_headlines if in_school else set())
    if one.id in report.compare:
        return {main[0]} | (set(main) | of_headlines if in_school else set())
    return set()


def _seen_by_families(project: Project, report: Report) -> set[str | None]:
    if "parents" not in report.audiences:
        return set()
    current, target, _ = _main(project)
    seen: set[str | None] = set()
    for policy in report.families:
        seen |= set(policy.facets)
        seen |= {current, target} if policy.progress else set()
        seen |= {current} if policy.path else set()
    return seen


def _main(project: Project) -> tuple[str | None, str | None, str | None]:
    """The facets progress is told with: those measures.yaml names, else the first of each role."""
    chosen = project.measures
    return (
        chosen.progress_of or _first(project, "attainment"),
        chosen.target or _first(project, "target"),
        chosen.attitude or _first(project, "attitude"),
    )


def _first(project: Project, role: str) -> str | None:
    return next((facet.id for facet in project.marks.facets_of(role)), None)


def years_governors_miss(calendars: Calendars) -> Iterator[Problem]:
    """C325: year groups that are collected in a school year and whose marks of it no governors' pack of it shows.

    A pack shows its collection and those it is compared with; one that names year groups shows those alone. Years
    without a governors' pack are not judged. One problem a year.
    """
    for year in calendars.years:
        packs = [one for one in calendars.reports if "governors" in one.audiences and calendars.year_of(one) == year]
        seen = {group for pack in packs for group in _seen_by_governors(calendars.project, pack)}
        missed = tuple(group for group in calendars.collected(year) if group not in seen)
        if packs and missed:
            found = f"{years_words(missed)} in {year_name(year)}"
            yield calendars.problem("C325", "reports", packs[0].id, found=found, expected="each in one pack or more")


def _seen_by_governors(project: Project, pack: Report) -> set[str]:
    """The year groups whose marks of its own school year a governors' pack shows."""
    main = project.collection(pack.collection)
    shown = (main, *(project.collection(one) for one in pack.compare))
    groups = {group for one in shown if one.year == main.year for group in one.year_groups}
    return groups & set(pack.year_groups) if pack.year_groups else groups
