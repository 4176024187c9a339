"""What follows from the calendars without being written: when marks are frozen, a meeting's id and year groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from reportgen.model.calendar import Collections, Meeting, Report, Reports
from reportgen.model.school_days import SchoolDays, school_year_of
from reportgen.settings.slugs import LONGEST, slug_of


def with_freezes(read: Collections, days: SchoolDays) -> Collections:
    """The collections, each with the day it is frozen: where none is written, the last of its check days.

    Where the terms described run out, the last school day known on the way.
    """
    return read.model_copy(
        update={
            "collections": tuple(
                one.model_copy(update={"freezes": one.freezes or days.as_far_as_known(one.closes, one.check_days)})
                for one in read.collections
            )
        }
    )


def with_meeting_ids(read: Reports) -> Reports:
    """The reports, each meeting with an id that does not depend on its day, nor on meetings of other school years.

    A report's meetings are all of one school year, its collection's; others of the year they say, else of their day's.
    An id made here is not among a meeting's `model_fields_set`, so that it is not taken for one that people wrote.
    """
    reports = tuple(
        one.model_copy(update={"meetings": _named(one.meetings, year_of=lambda _: 0)}) for one in read.reports
    )
    return Reports(reports=reports, meetings=_named(read.meetings, year_of=_year_of))


def with_meeting_years(read: Reports, collections: Collections) -> Reports:
    """The reports, each meeting of theirs that names no year groups with those of its report, else of its collection.

    Nothing is put in where those are all the year groups that marks are collected in: none means all. A governors'
    meeting stays without: the board belongs to no year group.
    """
    by_id = {one.id: one.year_groups for one in collections.collections}
    school = frozenset(year_group for year_groups in by_id.values() for year_group in year_groups)

    def of_report(report: Report) -> Report:
        year_groups = report.year_groups or by_id[report.collection]
        if school <= set(year_groups):
            return report
        return report.model_copy(update={"meetings": tuple(_for(one, year_groups) for one in report.meetings)})

    return read.model_copy(update={"reports": tuple(map(of_report, read.reports))})


def _for(one: Meeting, year_groups: tuple[str, ...]) -> Meeting:
    said = one.year_groups or one.audience == "governors"
    return one if said else one.model_copy(update={"year_groups": year_groups})


def _named(meetings: tuple[Meeting, ...], *, year_of: Callable[[Meeting], int]) -> tuple[Meeting, ...]:
    """Meetings of one list, each with an id that no other of its year has.

    The id is its name; its year groups too where names are shared; and a number where that is not enough.
    """
    bases = Counter((year_of(one), _base(one)) for one in meetings if one.id is None)
    taken = {(year_of(one), one.id) for one in meetings if one.id}
    named = []
    for one in meetings:
        year = year_of(one)
        if one.id is None:
            wanted = _base(one) if bases[year, _base(one)] == 1 else _longer(one)
            found = _free(wanted, {name for of, name in taken if of == year})
            taken.add((year, found))
            named.append(_implied(one, found))
        else:
            named.append(one)
    return tuple(named)


def _year_of(one: Meeting) -> int:
    return school_year_of(one.on) if one.year is None else one.year


def _implied(one: Meeting, found: str) -> Meeting:
    """The meeting with this id, which nobody wrote."""
    return Meeting.model_construct(one.model_fields_set - {"id"}, **{**dict(one), "id": found})


def _base(one: Meeting) -> str:
    return slug_of(one.name) or one.audience


def _longer(one: Meeting) -> str:
    return slug_of(" ".join((_base(one), *one.year_groups)))


def _free(wanted: str, taken: Iterable[str]) -> str:
    """The id wanted, or the first of `wanted-2`, `wanted-3` that nothing has."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted[: LONGEST - 4]}-{number}"
    return found
