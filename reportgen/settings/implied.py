"""What follows from the calendars without being written: when marks are frozen, a meeting's id and year groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reportgen.model.calendar import Collections, Meeting, Report, Reports
from reportgen.model.school_days import SchoolDays
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
    """The reports, each meeting with an id that does not depend on its day."""
    reports = tuple(one.model_copy(update={"meetings": _named(one.meetings)}) for one in read.reports)
    return Reports(reports=reports, meetings=_named(read.meetings))


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


def _named(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Meetings of one list, each with an id of its own: its name; its year groups where names are shared; a number."""
    bases = Counter(_base(one) for one in meetings if one.id is None)
    ids = [one.id or (_base(one) if bases[_base(one)] == 1 else _longer(one)) for one in meetings]
    taken = {one.id for one in meetings if one.id}
    named = []
    for one, wanted in zip(meetings, ids, strict=True):
        found = wanted if one.id else _free(wanted, taken)
        taken.add(found)
        named.append(one.model_copy(update={"id": found}))
    return tuple(named)


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
