"""The calendars in one order, whatever the order people wrote them in: ties too, so that no order of lines shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from reportgen.model.calendar import (
    Assessment,
    Assessments,
    Collection,
    Collections,
    Meeting,
    Report,
    Reports,
    SchoolYear,
    Span,
    Terms,
)

T = TypeVar("T")


def sort_key(one: object) -> tuple[Any, ...]:
    """What an entry of the calendars is sorted by: its day first, then what tells it from another of that day."""
    match one:
        case SchoolYear():
            return (one.year,)
        case Assessment():
            return (one.starts, one.id)
        case Collection():
            return (one.closes, one.id)
        case Report():
            return (one.on, one.id)
        case Meeting():
            return (one.on, one.name, one.times, one.year_groups, one.id or "")
        case Span():
            return (one.starts, one.ends, one.name)
    raise TypeError(type(one).__name__)


def is_sorted(one: object) -> bool:
    """True for entries that are sorted. Policies and responsibilities keep the order they are written in."""
    return isinstance(one, SchoolYear | Assessment | Collection | Report | Meeting | Span)


def sorted_terms(terms: Terms) -> Terms:
    """School years oldest first, and so what is in each."""
    return Terms(years=_sorted(tuple(map(_year, terms.years))))


def sorted_assessments(read: Assessments) -> Assessments:
    """Assessments by their first day."""
    return Assessments(assessments=_sorted(read.assessments))


def sorted_collections(read: Collections) -> Collections:
    """Collections by the day they close."""
    return read.model_copy(update={"collections": _sorted(read.collections)})


def sorted_reports(read: Reports, collections: Collections) -> Reports:
    """Reports by the day they go out, each with its meetings, and what it compares with, oldest first."""
    closes = {one.id: one.closes for one in collections.collections}

    def put_in_order(report: Report) -> Report:
        compare = tuple(sorted(report.compare, key=closes.__getitem__))
        return report.model_copy(update={"compare": compare, "meetings": _sorted(report.meetings)})

    return Reports(reports=_sorted(tuple(map(put_in_order, read.reports))), meetings=_sorted(read.meetings))


def _year(year: SchoolYear) -> SchoolYear:
    return year.model_copy(
        update={
            "terms": _sorted(year.terms),
            "closures": _sorted(year.closures),
            "occasions": _sorted(year.occasions),
        }
    )


def _sorted(entries: Sequence[T]) -> tuple[T, ...]:
    return tuple(sorted(entries, key=sort_key))
