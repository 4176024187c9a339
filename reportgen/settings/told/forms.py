"""The forms of a date told from another: the only place that says what may be written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reportgen.model.school_days import SchoolDays

EXPLAINED = (
    "Dates are year-month-day (2026-11-13), or told from another date, so that next year is a copy with new terms:",
    "  10 school days after autumn-2026 freezes, 1 school day before autumn-2026 closes",
    "  first school day after ht2 starts, last school day before ht2 ends",
    "  first Thursday after ht2 starts, last Friday before ht2 ends, never that very day: the nearest one in school;",
    "    with `in any case` at the end the nearest one, school or not",
    "  first school day of ht1, last school day of ht1; 5 school days after first school day of ht1",
    "  5 days after ..., 2 weeks before ...: where that is no school day, on to the next (before: back to the last);",
    "    with `in any case` at the end it stays where it falls",
    "  the day autumn-2026 closes: that very day",
    "They may be told from a term (ht2 starts, ends; 2027 ht2 starts, for another school year's), an assessment",
    "  (starts, ends, is moderated), a collection (opens, closes, freezes), a report (goes out) or a meeting (meets,",
    "  papers are out), each by its id; report-id/meeting-id where two meetings share one.",
)
"""What may be written for a date, for `explain settings` and the head of a new file."""
EXAMPLES = "2026-11-13, or told as in `10 school days after autumn-2026 freezes`"
"""The same in half a line, for messages."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCHOOL_WEEK = 5
"""Monday to Friday: no other day is ever a school day."""
_NAMED = "|".join(f"[{name[0]}{name[0].lower()}]{name[1:]}" for name in WEEKDAYS)
_LEAD = (
    r"(?P<count>\d{1,3}) (?P<unit>school day|day|week)s? (?P<side>after|before)"
    rf"|first (?P<first>school day|{_NAMED}) after|last (?P<last>school day|{_NAMED}) before|(?P<very>the day)"
)
_OF = r"(?:the )?(?P<end>first|last) school day of"


def _unnamed(pattern: str) -> str:
    """A regular expression without names of groups, which editors do not know."""
    return re.sub(r"\?P<[a-z]+>", "?:", pattern)


PATTERN = f"^({_unnamed(_LEAD)}|{_unnamed(_OF)}) .+$"
"""A regular expression for editors: how a told date begins."""

_TOLD = re.compile(rf"(?:{_LEAD}) (?P<event>.+?)(?P<anywhere>,? in any case)?")
_MOMENTS = r"starts|ends|is moderated|opens|closes|freezes|goes out|meets|papers are out|papers"
_NAME = r"(?:(?P<year>\d{4})(?:/\d\d)? )?(?P<name>.+)"
_EVENT = re.compile(rf"{_NAME} (?P<moment>{_MOMENTS})")
_END = re.compile(rf"{_OF} {_NAME}")
_DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Event:
    """What a date is told from: `ht2 starts`, `autumn-2026 freezes`, `first school day of ht1`."""

    name: str
    moment: str
    year: int | None
    """The school year of a term, where it is said."""

    @property
    def in_school(self) -> bool:
        """True for the first and last school day of a term, whose name comes after."""
        return self.moment.endswith("school day")

    def words(self, name: str) -> str:
        """The event as one writes it, with its name as given."""
        return f"{self.moment} of {name}" if self.in_school else f"{name} {self.moment}"


@dataclass(frozen=True)
class ToldDate:
    """A date as told: so many days before or after an event."""

    event: Event
    count: int
    unit: Literal["school day", "day", "weekday", "very day"]
    before: bool = False
    anywhere: bool = False
    """True when it may land on a day without school."""
    weekday: int | None = None
    """The day of the week of the unit weekday, 0 for Monday."""

    def counted_from(self, day: date, days: SchoolDays) -> date | None:
        """The day meant, when the event is on `day`; None where the terms described run out."""
        if self.unit == "very day":
            return day
        try:
            return self._moved(day, days)
        except OverflowError:  # 9999-12-31 and a week
            return None

    def _moved(self, day: date, days: SchoolDays) -> date | None:
        if self.weekday is not None:
            return self._nearest(self.weekday, day, days)
        if self.unit == "school day" and self.count:
            return days.moved(day, -self.count if self.before else self.count)
        there = day + timedelta(days=-self.count if self.before else self.count)
        if self.anywhere:
            return there
        return days.on_or_before(there) if self.before else days.moved(there, 0)

    def _nearest(self, weekday: int, day: date, days: SchoolDays) -> date | None:
        """The nearest such day after or before a day, never that day itself: one in school, or any where asked."""
        step = -1 if self.before else 1
        if self.anywhere:
            return day + timedelta(days=step * ((weekday - day.weekday()) * step % _DAYS_OF_WEEK or _DAYS_OF_WEEK))
        found = days.moved(day, step) if weekday < SCHOOL_WEEK else None
        while found and found.weekday() != weekday:
            found = days.moved(found, step)
        return found


def read_told(text: str) -> ToldDate | None:
    """A text as a told date, capitals and spaces ignored; None when it is none."""
    plain = " ".join(text.split()).casefold()
    if end := _end(plain):
        return ToldDate(event=end, count=0, unit="very day")
    found = _TOLD.fullmatch(plain)
    event = _event(found["event"]) if found else None
    if not found or not event:
        return None
    weekday = _weekday(found["first"] or found["last"] or "")
    unit: Literal["school day", "day", "weekday", "very day"] = "school day"
    if found["very"]:
        unit = "very day"
    elif weekday is not None:
        unit = "weekday"
    elif found["unit"] in ("day", "week"):
        unit = "day"
    before = bool(found["last"]) or found["side"] == "before"
    return ToldDate(event, _count(found), unit, before=before, anywhere=bool(found["anywhere"]), weekday=weekday)


def _event(text: str) -> Event | None:
    """What a date is told from."""
    if end := _end(text):
        return end
    found = _EVENT.fullmatch(text)
    if not found:
        return None
    moment = "papers are out" if found["moment"] == "papers" else found["moment"]
    return Event(found["name"], moment, _year(found))


def _end(text: str) -> Event | None:
    """The first or last school day of a term."""
    found = _END.fullmatch(text)
    return Event(found["name"], f"{found['end']} school day", _year(found)) if found else None


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None


def _weekday(name: str) -> int | None:
    """The number of a day of the week; None for `school day`."""
    names = [one.casefold() for one in WEEKDAYS]
    return names.index(name) if name in names else None


def _count(found: re.Match[str]) -> int:
    if found["count"] is None:
        return 1
    return int(found["count"]) * (_DAYS_OF_WEEK if found["unit"] == "week" else 1)
