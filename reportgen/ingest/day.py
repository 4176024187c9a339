"""Dates as exports write them, never guessed month first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

_MONTHS = {
    m: n
    for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1)
}
_FULL = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
_ISO = re.compile(rf"^(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}$")
_DAY_FIRST = re.compile(rf"^(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_TIME}$")
_NAMED = re.compile(rf"^(\d{{1,2}})(?:st|nd|rd|th)?[ -]([A-Za-z]{{3,9}})\.?,?[ -](\d{{4}}){_TIME}$")
_SERIAL = re.compile(r"^[2-6]\d{4}$")
_TWO_DIGIT_YEAR = re.compile(r"^\d{1,2}[/.-](?:\d{1,2}|[A-Za-z]{3,9})[/.-]\d{2}$|^\d{1,2} [A-Za-z]{3,9} \d{2}$")
_EXCEL_BEGINS = date(1899, 12, 30)
_MONTHS_A_YEAR = 12


class Doubt(Enum):
    """Why a text is not taken for a date."""

    NONE = ""
    MONTH_FIRST = "it can only be month first"
    TWO_DIGITS = "the year has two digits"
    UNREADABLE = "it is not a date"


@dataclass(frozen=True)
class Day:
    """A date, or why there is none. `either_way` when the same text could be read month first."""

    day: date | None
    doubt: Doubt = Doubt.NONE
    either_way: bool = False


def read_day(text: str) -> Day:
    """The date of 2026-09-03, 03/09/2026, 03-09-2026, 03.09.2026, 3 Sep 2026 or Excel's 46268, without its time."""
    if found := _ISO.match(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.match(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if month > _MONTHS_A_YEAR >= day:
            return Day(None, Doubt.MONTH_FIRST)
        made = _made(year, month, day)
        return Day(made.day, made.doubt, either_way=made.day is not None and day <= _MONTHS_A_YEAR and day != month)
    if found := _NAMED.match(text):
        month_name = found[2].casefold()
        known = month_name in _FULL or month_name in _MONTHS or month_name == "sept"
        return _made(int(found[3]), _MONTHS[month_name[:3]], int(found[1])) if known else Day(None, Doubt.UNREADABLE)
    if _SERIAL.match(text):
        return Day(_EXCEL_BEGINS + timedelta(days=int(text)))
    return Day(None, Doubt.TWO_DIGITS if _TWO_DIGIT_YEAR.match(text) else Doubt.UNREADABLE)


def _made(year: int, month: int, day: int) -> Day:
    try:
        return Day(date(year, month, day))
    except ValueError:
        return Day(None, Doubt.UNREADABLE)
