"""Unique pupil numbers and their check letter (DfE: letter, local authority, establishment, year, serial)."""

from __future__ import annotations

import re

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_SHAPE = re.compile(rf"^[{_LETTERS}]\d{{11}}[\d{_LETTERS}]$")


def check_letter(body: str) -> str:
    """The first letter for characters 2 to 13. A temporary number ends in a letter, which counts by its place."""
    values = [int(c) if c.isdigit() else _LETTERS.index(c) for c in body]
    return _LETTERS[sum(value * weight for value, weight in zip(values, range(2, 14), strict=True)) % len(_LETTERS)]


def upn_doubt(upn: str) -> str:
    """What a UPN should have been, or '' when its check letter is right."""
    if not _SHAPE.match(upn):
        return "13 characters: a letter, 11 digits, and a digit or (temporary) a letter"
    expected = check_letter(upn[1:])
    return "" if expected == upn[0] else f"check letter {expected}"
