"""Year groups as schools write them."""

from __future__ import annotations

import re

from reportgen.model.calendar import YEAR_GROUPS

_NUMBERED = re.compile(
    r"^(?:(?:nc|curriculum|national curriculum)\s*)?(?:years?|yr|y)?\s*(?:group)?\s*\.?0*(\d{1,2})(?:\.0+)?$"
)
_WORDS = {
    "r": "R",
    "rec": "R",
    "reception": "R",
    "yr": "R",
    "year r": "R",
    "n1": "N1",
    "n2": "N2",
    "nursery 1": "N1",
    "nursery 2": "N2",
}


def year_group(text: str) -> str | None:
    """`7` for 7, 07, Y7, Yr 7, Year  7, NC Year 7; `R` for Rec; None when it is no year group (domain: section 0)."""
    folded = " ".join(text.casefold().split())
    if folded in _WORDS:
        return _WORDS[folded]
    found = _NUMBERED.match(folded)
    return found[1] if found and found[1] in YEAR_GROUPS else None


def year_group_spellings(group: str) -> tuple[str, ...]:
    """The spellings a heading may use for a year group, folded."""
    if group.isdigit():
        return (
            f"year {group}",
            f"yr {group}",
            f"y{group}",
            f"yr{group}",
            f"year{group}",
            group,
            f"y{int(group):02d}",
            f"{int(group):02d}",
        )
    return tuple(spelling for spelling, meant in _WORDS.items() if meant == group)
