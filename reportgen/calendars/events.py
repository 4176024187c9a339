"""Every event of a school year, in order, with who is told of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args
from uuid import NAMESPACE_URL, uuid5

from reportgen.calendars.clock_times import clock_times
from reportgen.calendars.year_words import by_name, day_words, years_words
from reportgen.model.calendar import Assessment, Collection, Meeting, SchoolYear
from reportgen.model.event import Event, EventKind, Reader
from reportgen.model.project import Project
from reportgen.model.school_days import SchoolDays, school_year_of

_SPACE = uuid5(NAMESPACE_URL, "reportgen:calendar")
_STAFF: tuple[Reader, ...] = ("teachers", "leaders")
_HOME: tuple[Reader, ...] = ("teachers", "leaders", "families")
_BOARD: tuple[Reader, ...] = ("leaders", "governors")
_ALL: tuple[Reader, ...] = get_args(Reader)
_TOLD_HOME = ("mock", "statutory", "public exam")
"""Kinds of assessment that families are told of; the others are the school's own business."""
_AWAY = ("residential", "trip")
"""Kinds of occasion that families are told of."""
_NAMES_YEARS = re.compile(r"\b(?:years? \d|reception|nursery)", re.IGNORECASE)
_ORDER = {kind: place for place, kind in enumerate(get_args(EventKind))}


def events(project: Project, *, year: int) -> tuple[Event, ...]:
    """Every event of the school year that starts in `year`, by day, kind and name, each once.

    Families are told of terms, INSET and closures, reports, their evenings, mocks, national tests and public exams;
    of nothing internal. Governors are told of terms and closures, their meetings, papers and packs, and of reports.
    Reports and meetings belong to the school year in which their day lies; where that has no terms in the settings, to
    the last before it that has, or the first of all. So each is in some year's calendar, whatever its day.
    """
    found = [*_of_terms(project, year), *_of_assessments(project, year), *_of_collections(project, year)]
    found += [*_of_reports(project), *_of_meetings(project)]
    named = _numbered(one for one in found if one.given["year"] == year)
    return tuple(sorted((_event(project, *pair) for pair in named), key=_place))


def named_for(name: str, year_groups: tuple[str, ...]) -> str:
    """`Mock exams, Year 11`: the name and whom it is for, where the name does not say it."""
    if not year_groups or _NAMES_YEARS.search(name):
        return name
    return f"{name}, {years_words(year_groups)}"


@dataclass(frozen=True)
class _Draft:
    """An event before it has its identifier."""

    key: tuple[str, ...]
    """What it is known by: kind, id and moment."""
    given: dict[str, Any]

    def order(self) -> tuple[Any, ...]:
        """Where it comes among those of the same key, whatever the order of the settings."""
        given = self.given
        return given["starts"], given["ends"], given["name"], given.get("times", ""), given.get("year_groups", ())


def _draft(kind: EventKind, about: str, moment: str, /, **given: Any) -> _Draft:  # noqa: ANN401 - fields of Event
    ends = given.pop("ends", given["starts"])
    return _Draft((kind, about, moment), {"kind": kind, "about": about, "ends": ends, **given})


def _numbered(drafts: Iterable[_Draft]) -> Iterator[tuple[_Draft, int]]:
    """Each event with its number among those of the same key: two INSET days of one name are two events."""
    seen: Counter[tuple[str, ...]] = Counter()
    for one in sorted(drafts, key=_Draft.order):
        seen[one.key] += 1
        yield one, seen[one.key]


def _event(project: Project, draft: _Draft, number: int) -> Event:
    parts = (project.school.id, *draft.key, *((str(number),) if number > 1 else ()))
    return Event(uid=str(uuid5(_SPACE, "\n".join(parts))), **draft.given)


def _place(event: Event) -> tuple[Any, ...]:
    return event.starts, _ORDER[event.kind], event.begins is not None, event.begins, event.name, event.uid


def _of_terms(project: Project, year: int) -> Iterator[_Draft]:
    """First and last days, INSET, closures, occasions."""
    described = project.school_year(year)
    if described is None:
        return
    for term in described.terms:
        name, about = term.name or term.id.upper(), f"{year}-{term.id}"
        yield _draft("term", about, "starts", year=year, name=f"{name}: first day", starts=term.starts, readers=_ALL)
        yield _draft("term", about, "ends", year=year, name=f"{name}: last day", starts=term.ends, readers=_ALL)
    yield from _closures(described)
    for one in described.occasions:
        readers = _HOME if one.kind in _AWAY else _STAFF
        yield _draft(
            "occasion", "", f"{year}-{one.name}", year=year, name=named_for(one.name or "Occasion", one.year_groups),
            starts=one.starts, ends=one.ends, year_groups=one.year_groups, readers=readers,
        )  # fmt: skip


def _closures(described: SchoolYear) -> Iterator[_Draft]:
    year = described.year
    for one in described.closures:
        inset = one.kind == "inset" or "inset" in one.name.casefold()
        yield _draft(
            "inset" if inset else "closure", "", f"{year}-{one.name}", year=year,
            name=one.name or ("INSET day" if inset else "School closed"), starts=one.starts, ends=one.ends,
            readers=_ALL, description="Staff work, pupils stay at home." if inset else "School is closed.",
        )  # fmt: skip


def _of_assessments(project: Project, year: int) -> Iterator[_Draft]:
    for one in project.assessments.assessments:
        if one.year != year:
            continue
        home = one.kind in _TOLD_HOME
        yield _draft(
            "assessment", one.id, "window", year=year, name=named_for(one.name, one.year_groups), starts=one.starts,
            ends=one.ends, year_groups=one.year_groups, readers=_HOME if home else _STAFF,
            description=_told(_subjects(project, one), "" if home else _run_by(project, one.owner)),
        )  # fmt: skip
        if one.moderated:
            yield _draft(
                "moderation", one.id, "moderated", year=year, starts=one.moderated, year_groups=one.year_groups,
                name=f"Moderation ends: {named_for(one.name, one.year_groups)}", readers=_STAFF,
                description="Departments have compared their marking.",
            )  # fmt: skip


def _of_collections(project: Project, year: int) -> Iterator[_Draft]:
    """Opening, closing, the days of checking and the freeze."""
    days = SchoolDays(project.terms.years)
    for one in project.collections.collections:
        if one.year != year:
            continue
        common = {"year": year, "year_groups": one.year_groups, "readers": _STAFF}
        why, name = _why(project, one), named_for(one.name, one.year_groups)
        if one.opens:
            told = _told(f"Entered by: {one.entered_by}, until {day_words(one.closes)}.", why)
            yield _draft(
                "opens", one.id, "opens", name=f"Marksheets open: {name}", starts=one.opens, description=told, **common
            )
        yield _draft(
            "closes", one.id, "closes", name=f"Marks close: {name}", starts=one.closes, description=why, **common
        )
        first = days.moved(one.closes, 1)
        if first and first < one.frozen_on:
            until = days.moved(one.frozen_on, -1) or first
            yield _draft(
                "checks",
                one.id,
                "checks",
                name=f"Marks are checked: {name}",
                starts=first,
                ends=max(first, until),
                **common,
            )
        yield _draft("freezes", one.id, "freezes", name=f"Marks frozen: {name}", starts=one.frozen_on, **common)


def _of_reports(project: Project) -> Iterator[_Draft]:
    """Reports going home, and packs for those who read nothing of a family's report."""
    for one in project.reports.reports:
        groups = project.year_groups(one)
        given = {"year": _year_of(project, one.on), "starts": one.on, "year_groups": groups}
        if "parents" in one.audiences:
            yield _draft(
                "report", one.id, "home", name=named_for(f"{one.name} goes home", groups), readers=_ALL, **given
            )
        elif "staff" in one.audiences:
            yield _draft("pack", one.id, "staff", name=f"{one.name} for staff", readers=_STAFF, **given)
        if "governors" in one.audiences:
            name = one.name if "governor" in one.name.casefold() else f"{one.name} for governors"
            yield _draft("pack", one.id, "governors", name=name, readers=_BOARD, **given)


def _of_meetings(project: Project) -> Iterator[_Draft]:
    """Evenings and meetings, each once though it may be written in several places, and the papers for them."""
    told: list[tuple[str, Meeting]] = []
    for home, one in _meetings(project):
        place = next((n for n, (of, other) in enumerate(told) if _same(other, one, of=of, home=home)), None)
        if place is None:
            told.append((home, one))
        else:
            told[place] = told[place][0], _filled(told[place][1], one)
    for home, one in told:
        yield from _of_meeting(project, home, one)


def _meetings(project: Project) -> Iterator[tuple[str, Meeting]]:
    """Every meeting with the report it stands in, in an order that no order or day of the settings changes."""
    standing = sorted(project.reports.reports, key=lambda report: report.id)
    yield from ((report.id, one) for report in standing for one in sorted(report.meetings, key=_written))
    yield from (("", one) for one in sorted(project.reports.meetings, key=_written))


def _written(one: Meeting) -> tuple[Any, ...]:
    return one.on, one.name, one.audience, one.times, one.year_groups, one.id or "", one.how, f"{one.papers}"


def _same(one: Meeting, other: Meeting, *, of: str, home: str) -> bool:
    """Whether the entry `other` in `home` is of the meeting already found in `of`.

    Two in different places may leave out the times, and one in no report the year groups that its report's has.
    Ids tell meetings from each other only where both were written: others are made list by list.
    """
    if (by_name(one.name), one.on, one.audience) != (by_name(other.name), other.on, other.audience):
        return False
    if "id" in one.model_fields_set & other.model_fields_set and one.id != other.id:
        return False
    times = one.times == other.times or (of != home and not (one.times and other.times))
    return times and (one.year_groups == other.year_groups or (of != home == "" and not other.year_groups))


def _filled(one: Meeting, other: Meeting) -> Meeting:
    """The meeting with what only the other entry of it says."""
    blank = {name: getattr(other, name) for name in ("times", "how", "papers") if not getattr(one, name)}
    return one.model_copy(update=blank)


def _of_meeting(project: Project, home: str, one: Meeting) -> Iterator[_Draft]:
    families, governors = one.audience == "parents", one.audience == "governors"
    readers = _HOME if families else _BOARD if governors else _STAFF
    year = _year_of(project, one.on) if one.year is None else one.year
    clock = clock_times(one.times)
    # Not the year it is shown in: that changes when more years are described.
    about = f"{home or (school_year_of(one.on) if one.year is None else one.year)}/{one.id or by_name(one.name)}"
    given: dict[str, Any] = {"year": year, "readers": readers, "year_groups": one.year_groups}
    name = named_for(one.name, one.year_groups)
    yield _draft(
        "evening" if families else "meeting", about, "meets", starts=one.on, times=one.times,
        name=name if clock or not one.times else f"{name}, {one.times}", description=one.how,
        begins=clock[0] if clock else None, until=clock[1] if clock else None, **given,
    )  # fmt: skip
    if one.papers:
        told = f"For the meeting on {day_words(one.on)}."
        yield _draft(
            "papers",
            f"{home}/{about}",
            "papers",
            name=f"Papers out: {name}",
            starts=one.papers,
            description=told,
            **given,
        )


def _year_of(project: Project, on: date) -> int:
    """The school year that shows a day: from 1 September, or from the first day of a year that begins in August.

    A day outside every year with terms is shown in the last such year before it, else in the first.
    """
    begun = school_year_of(on)
    coming = project.school_year(begun + 1)
    year = begun + 1 if coming and coming.terms and min(term.starts for term in coming.terms) <= on else begun
    described = [one.year for one in project.terms.years if one.terms]
    return max((one for one in described if one <= year), default=min(described, default=year))


def _subjects(project: Project, one: Assessment) -> str:
    names = {subject.id: subject.name for subject in project.subjects.subjects}
    return f"{', '.join(names.get(subject, subject) for subject in one.subjects)}." if one.subjects else ""


def _run_by(project: Project, owner: str) -> str:
    return f"Run by: {_who(project, owner)}." if owner else ""


def _why(project: Project, one: Collection) -> str:
    """Purpose, action and owner of a collection."""
    owner = f" ({_who(project, one.owner)})" if one.owner else ""
    return _told(one.purpose, f"Then: {one.action.rstrip('.')}{owner}." if one.action else "")


def _who(project: Project, owner: str) -> str:
    """A member of staff by name, a role as written."""
    member = project.staff.named(owner)
    return member.name if member else owner


def _told(*sentences: str) -> str:
    return " ".join(one for one in sentences if one)
