"""Year groups, days and names in words, for calendars that stand outside our pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from reportgen.model.calendar import YEAR_GROUPS, year_group_words

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""Spelled out here: the system's own names change with its language."""
_RUN = 3
"""Year groups in a row that are told as from and to."""


def years_words(year_groups: Iterable[str]) -> str:
    """`Year 7`, `Years 7 to 11`, `Years 7, 9 and 10`, `Reception to Year 6`, whatever the order given."""
    places = sorted({YEAR_GROUPS.index(group) for group in year_groups})
    runs = (
        tuple(YEAR_GROUPS[place] for _, place in run)
        for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0])
    )
    told = [words for run in runs for words in _run(run)]
    numbered = [words for words in told if words[0].isdigit()]
    if len(numbered) < len(told) or not told:
        return _listed([_named(words) for words in told])
    return f"Year{'' if told == numbered[:1] and told[0].isdigit() else 's'} {_listed(told)}"


def _run(groups: tuple[str, ...]) -> tuple[str, ...]:
    """A run of year groups: `7 to 11`, or each by itself; one that begins before Year 1 in full words."""
    if len(groups) < _RUN:
        return tuple(dict.fromkeys(group if group.isdigit() else year_group_words(group) for group in groups))
    if groups[0].isdigit():
        return (f"{groups[0]} to {groups[-1]}",)
    return (f"{year_group_words(groups[0])} to {year_group_words(groups[-1])}",)


def _named(words: str) -> str:
    if not words[0].isdigit():
        return words
    return f"Year{'' if words.isdigit() else 's'} {words}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else " and ".join((", ".join(words[:-1]), words[-1])) if words else ""


def day_words(on: date) -> str:
    """`13 November 2026`."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def by_name(name: str) -> str:
    """A name as an identifier: `year-11-parents-evening`."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold().replace("’", "").replace("'", "")).strip("-")
