"""Year groups as schools write them, made one spelling."""

from __future__ import annotations

import re

from reportgen.model.calendar import YEAR_GROUPS

FIELDS = frozenset({"year_groups", "not_reported_in"})
"""Keys of the settings whose values are year groups."""
EXPECTED = "a year group: N1, N2, R or 1 to 14"

_NUMBERED = re.compile(r"(?:year|yr|y)?\s*0*(1[0-4]|[1-9])")
_NAMED = {
    "r": "R",
    "rec": "R",
    "reception": "R",
    "year r": "R",
    "yr": "R",
    "n1": "N1",
    "n2": "N2",
    "nursery 1": "N1",
    "nursery 2": "N2",
}


def year_group_of(written: str) -> str | None:
    """The year group meant by `7`, `07`, `Y7`, `Year  7`, `Rec`, `Reception`; None when it is none of them."""
    folded = " ".join(written.split()).casefold()
    numbered = _NUMBERED.fullmatch(folded)
    return numbered.group(1) if numbered else _NAMED.get(folded)


def in_order(year_groups: list[str]) -> list[str]:
    """Each year group once, youngest first."""
    return sorted(set(year_groups), key=YEAR_GROUPS.index)
