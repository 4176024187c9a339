"""Unique pupil numbers that no child has: the local authority number 899 was never given to one."""

from __future__ import annotations

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
LOCAL_AUTHORITY = "899"


def check_letter(body: str) -> str:
    """The letter that goes before the twelve characters: their values weighted 2 to 13, modulo 23 (DfE, UPN guide)."""
    values = (int(c) if c.isdigit() else LETTERS.index(c) for c in body)
    return LETTERS[sum(value * weight for value, weight in zip(values, range(2, 14), strict=True)) % 23]


def upn(establishment: int, year: int, serial: int) -> str:
    """A permanent number given in a calendar year by a primary school of the made-up authority."""
    body = f"{LOCAL_AUTHORITY}{establishment:04d}{year % 100:02d}{serial:03d}"
    return check_letter(body) + body


def temporary_upn(establishment: int, year: int, serial: int) -> str:
    """A temporary number: its last character is a letter."""
    body = f"{LOCAL_AUTHORITY}{establishment:04d}{year % 100:02d}{serial:02d}{LETTERS[serial % len(LETTERS)]}"
    return check_letter(body) + body
