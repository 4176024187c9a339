"""How the calendar says days, people and hours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reportgen.model.calendar import YEAR_GROUPS, Collection
from reportgen.model.project import Project
from reportgen.packs.words import days, in_sentence, month, rounded, weekday

_SHORT = 3
"""Letters of a short month or weekday."""
_YEAR = r"(?:(?:Years? )?\d{1,2}\b|Reception|Nursery)"
_YEARS = rf"(?:Years? \d{{1,2}}\b|Reception|Nursery)(?:(?:, | and | to |, and ){_YEAR})*"
_BEFORE = re.compile(rf"^({_YEARS}) (?=\w)", re.IGNORECASE)
_AFTER = re.compile(rf", ({_YEARS})$", re.IGNORECASE)
_NAMED = re.compile(_YEARS, re.IGNORECASE)
_PARTS = re.compile(r"\d{1,2}|Reception|Nursery|\bto\b", re.IGNORECASE)
_GROUPS = {"reception": ("R",), "nursery": ("N1", "N2")}
NO_BREAK = "\N{NO-BREAK SPACE}"
_CLOCK = re.compile(r"\d[\d.:]*(?: (?:am|pm))?(?: to \d[\d.:]*)? (?:am|pm)\b")


def short_day(on: date) -> str:
    """`13 Nov`."""
    return f"{on.day} {month(on)[:_SHORT]}"


def weekday_of(on: date) -> str:
    """`Friday 13 November`."""
    return weekday(on)


def short_weekday(on: date) -> str:
    """`Fri 13 Nov`."""
    return f"{weekday(on)[:_SHORT]} {short_day(on)}"


def bare(name: str, groups: Sequence[str]) -> str:
    """The name without its year groups, for a row that is headed by them: `parents’ evening`.

    Year groups go only where the name has all those it is for: `Year 11 parents’ evening` for the whole school stays.
    """
    for years in (_AFTER, _BEFORE):
        found = years.search(name)
        if found and groups and set(groups) <= _groups(found[1]):
            name = name[: found.start()] + name[found.end() :]
    return name


def years_named(name: str) -> str:
    """The year groups a name has, as written: `Year 11`; nothing where it has none."""
    found = _NAMED.search(name)
    return found[0] if found else ""


def _groups(words: str) -> frozenset[str]:
    """`Years 7 to 9 and 11` as year groups."""
    found: list[str] = []
    parts = _PARTS.findall(words)
    for place, part in enumerate(parts):
        named = [group for group in _GROUPS.get(part.casefold(), (part,)) if group in YEAR_GROUPS]
        if place and parts[place - 1].casefold() == "to" and found and named:
            found += YEAR_GROUPS[YEAR_GROUPS.index(found[-1]) : YEAR_GROUPS.index(named[-1])]
        found += named
    return frozenset(found)


def in_label(name: str) -> str:
    """A name after its day: `parents’ evening`, but `Year 11 parents’ evening` keeps its capital."""
    return name if _NAMED.match(name) else in_sentence(name)


def clock(text: str) -> str:
    """A time of day that no line breaks: `4 to 7 pm` in one piece."""
    return _CLOCK.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


def owner_of(project: Project, collection: Collection) -> str:
    """Who acts on a collection: a member of staff by name, a role as written."""
    member = project.staff.named(collection.owner)
    return member.name if member else collection.owner


def half_hours(hours: float) -> str:
    """Hours to the nearest half: `5½`, `½`, `12`."""
    return days(int(rounded(hours * 2)))
