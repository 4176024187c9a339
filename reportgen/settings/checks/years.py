"""Terms, collections and reports: ids, dates and their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from reportgen.model.calendar import (
    YEAR_GROUPS,
    Collection,
    Collections,
    FamilyPolicy,
    Report,
    Reports,
    SchoolYear,
    Span,
    Terms,
    year_group_words,
)
from reportgen.model.problem import Problem, problem
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import Kind, clashes, spellings_of, twice
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import one_of
from reportgen.settings.tree import Path

_STARTS, _ENDS = (9, 1), (8, 31)
"""A school year runs from 1 September to 31 August."""
_YEARS = range(1900, 2200)


def check_years(folder: Folder) -> Iterator[Problem]:
    """Everything about the school's year."""
    if folder.terms and folder.terms.model:
        yield from _terms(folder.terms, folder.terms.model)
    if folder.collections and folder.collections.model:
        yield from _collections(folder, folder.collections, folder.collections.model)
    if folder.reports and folder.reports.model:
        yield from _reports(folder, folder.reports, folder.reports.model)


def from_day(event: str, day: date) -> str:
    """`a day on or after it closes (2026-11-13)`."""
    return f"a day on or after {event} ({day})"


def sound_year(year: int, file: SettingsFile[Any], *path: str | int) -> Iterator[Problem]:
    """A problem for a school year that can't be one, as 26 or 2026/27 would be."""
    if year not in _YEARS:
        yield file.problem(
            "S113", *path, "year", found=f"{year} for year", expected="the year it starts in: 2026 for 2026/27"
        )


def in_year(year: int, days: Sequence[tuple[str, date, Path]], file: SettingsFile[Any]) -> Iterator[Problem]:
    """A problem for each day (word, day, path) outside the school year."""
    if year not in _YEARS:
        return
    first, last = date(year, *_STARTS), date(year + 1, *_ENDS)
    for word, day, path in days:
        if not first <= day <= last:
            expected = f"a day of {year}/{(year + 1) % 100:02d} ({first} to {last})"
            yield file.problem("S125", *path, found=f"{word} {day}", expected=expected)


def collected_years(
    folder: Folder, year_groups: Sequence[str], file: SettingsFile[Any], *path: str | int
) -> Iterator[Problem]:
    """A warning for each year group of a list that no collection gathers marks in."""
    read = folder.collections.model if folder.collections else None
    known = {year for one in read.collections for year in one.year_groups} if read else set()
    for n, year in enumerate(year_groups):
        if known and year not in known:
            expected = f"a year group of a collection ({one_of([y for y in YEAR_GROUPS if y in known])})"
            yield file.problem("S152", *path, n, found=year_group_words(year), expected=expected)


def known_year(folder: Folder, year: int | None, file: SettingsFile[Any], *path: str | int) -> Iterator[Problem]:
    """A warning for a school year that terms.yaml does not describe."""
    read = folder.terms.model if folder.terms else None
    known = sorted({str(one.year) for one in read.years}) if read else []
    if year is not None and known and str(year) not in known:
        yield file.problem("S153", *path, found=str(year), expected=f"a year of terms.yaml ({one_of(known)})")


def _terms(file: SettingsFile[Terms], terms: Terms) -> Iterator[Problem]:
    yield from twice((str(y.year) for y in terms.years), file, "years", key="year")
    for n, year in enumerate(terms.years):
        yield from twice((t.id for t in year.terms), file, "years", n, "terms")
        yield from sound_year(year.year, file, "years", n)
        yield from _spans(file, year, n)


def _spans(file: SettingsFile[Terms], year: SchoolYear, n: int) -> Iterator[Problem]:
    lists: tuple[tuple[str, tuple[Span, ...]], ...] = (
        ("terms", year.terms),
        ("closures", year.closures),
        ("occasions", year.occasions),
    )
    for key, spans in lists:
        for m, span in enumerate(spans):
            path: Path = ("years", n, key, m)
            if span.ends < span.starts:
                yield file.problem(
                    "S125", *path, "ends", found=f"ends {span.ends}", expected=from_day("it starts", span.starts)
                )
            yield from in_year(
                year.year, (("starts", span.starts, (*path, "starts")), ("ends", span.ends, (*path, "ends"))), file
            )
    # By their days and not as they stand: the order of lines means nothing.
    in_order = sorted(enumerate(year.terms), key=lambda numbered: (numbered[1].starts, numbered[1].ends))
    for (_, before), (m, after) in pairwise(in_order):
        if after.starts <= before.ends:
            place = file.place("years", n, "terms", m, "starts")
            yield problem(
                "S125", place, found=f"starts {after.starts}", expected=f"a day after {before.id} ends ({before.ends})"
            )


def _collections(folder: Folder, file: SettingsFile[Collections], read: Collections) -> Iterator[Problem]:
    yield from twice((c.id for c in read.collections), file, "collections")
    yield from _told_apart(file, read)
    facet = Kind.of("facet", folder.marks, "facets")
    for n, one in enumerate(read.collections):
        path: Path = ("collections", n)
        yield from facet.check_all(one.facets, file, *path, "facets")
        days = [("closes", one.closes, (*path, "closes"))]
        if one.opens:
            days.append(("opens", one.opens, (*path, "opens")))
            if one.closes < one.opens:
                yield file.problem(
                    "S125", *path, "closes", found=f"closes {one.closes}", expected=from_day("it opens", one.opens)
                )
        yield from sound_year(one.year, file, *path)
        yield from in_year(one.year, days, file)
        for key, given in (("year_groups", one.year_groups), ("facets", one.facets)):
            if not given:
                yield file.problem("S126", *path, key, found=f"no {key}", expected="at least one")
        yield from _scaled(folder, file, one, n)


def _told_apart(file: SettingsFile[Collections], read: Collections) -> Iterator[Problem]:
    """Collections may share a name (Autumn) when the school year or the pupil's year group tells which is meant."""
    spellings = list(spellings_of(read.collections, "collections"))
    for year in sorted({c.year for c in read.collections}):
        for year_group in YEAR_GROUPS:
            here = {c.id for c in read.collections if c.year == year and year_group in c.year_groups}
            yield from clashes((one for one in spellings if one.owner in here), file)


def _scaled(folder: Folder, file: SettingsFile[Collections], one: Collection, n: int) -> Iterator[Problem]:
    """Year groups of a collection in which a facet has no scale for any subject."""
    marks = folder.marks.model if folder.marks else None
    for m, facet_id in enumerate(one.facets if marks else ()):
        facet = next((f for f in marks.facets if f.id == facet_id), None) if marks else None
        if facet is None:
            continue
        bare = [
            y for y in one.year_groups if not any(not use.year_groups or y in use.year_groups for use in facet.scales)
        ]
        if bare:
            place = file.place("collections", n, "facets", m)
            yield problem(
                "S127",
                place,
                found=f"{facet_id} in year groups {', '.join(bare)}",
                expected="a scale of the facet for each",
            )


def _reports(folder: Folder, file: SettingsFile[Reports], read: Reports) -> Iterator[Problem]:
    yield from twice((r.id for r in read.reports), file, "reports")
    collections = folder.collections.model.collections if folder.collections and folder.collections.model else ()
    by_id = {c.id: c for c in collections}
    for n, report in enumerate(read.reports):
        yield from _report_names(folder, file, report, n)
        collection = by_id.get(report.collection)
        if collection:
            yield from _report_dates(file, report, n, collection=collection, by_id=by_id)
            yield from _report_years(file, report, n, collection=collection)


def _report_names(folder: Folder, file: SettingsFile[Reports], report: Report, n: int) -> Iterator[Problem]:
    path: Path = ("reports", n)
    collection = Kind.of("collection", folder.collections, "collections")
    facet = Kind.of("facet", folder.marks, "facets")
    yield from collection.check(report.collection, file.place(*path, "collection"))
    yield from collection.check_all(report.compare, file, *path, "compare")
    yield from twice(report.compare, file, *path, "compare", key=None)
    yield from twice(report.audiences, file, *path, "audiences", key=None)
    if not report.audiences:
        yield file.problem("S126", *path, "audiences", found="no audiences", expected="at least one")
    for m, policy in enumerate(report.families):
        yield from facet.check_all(policy.facets, file, *path, "families", m, "facets")


def _report_dates(
    file: SettingsFile[Reports],
    report: Report,
    n: int,
    *,
    collection: Collection,
    by_id: dict[str, Collection],
) -> Iterator[Problem]:
    path: Path = ("reports", n)
    if report.on < collection.closes:
        expected = from_day(f"{collection.id} closes", collection.closes)
        yield file.problem("S125", *path, "on", found=f"on {report.on}", expected=expected)
    for m, compared in enumerate(report.compare):
        earlier = by_id.get(compared)
        if earlier and (earlier.closes >= collection.closes):
            expected = f"one that closes before {collection.id} ({collection.closes})"
            yield file.problem(
                "S125", *path, "compare", m, found=f"{compared}, which closes {earlier.closes}", expected=expected
            )


def _report_years(file: SettingsFile[Reports], report: Report, n: int, *, collection: Collection) -> Iterator[Problem]:
    path: Path = ("reports", n)
    outside = [y for y in report.year_groups if y not in collection.year_groups]
    if outside:
        found = f"year groups {', '.join(outside)}"
        yield file.problem(
            "S126",
            *path,
            "year_groups",
            found=found,
            expected=f"year groups of {collection.id} ({', '.join(collection.year_groups)})",
        )
    if "parents" in report.audiences:
        year_groups = report.year_groups or collection.year_groups
        yield from _families(file, report.families, n, year_groups=year_groups, collection=collection)


def _families(
    file: SettingsFile[Reports],
    policies: tuple[FamilyPolicy, ...],
    n: int,
    *,
    year_groups: tuple[str, ...],
    collection: Collection,
) -> Iterator[Problem]:
    left = [y for y in year_groups if not any(not p.year_groups or y in p.year_groups for p in policies)]
    if left:
        place = file.place("reports", n, "families") if policies else file.place("reports", n)
        yield problem(
            "S137", place, found=f"nothing for year groups {', '.join(left)}", expected="an entry of families for each"
        )
    for m, policy in enumerate(policies):
        for k, facet in enumerate(policy.facets):
            if facet not in collection.facets:
                place = file.place("reports", n, "families", m, "facets", k)
                yield problem("S138", place, found=f"{facet}, which {collection.id} does not collect")
