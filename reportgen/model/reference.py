"""Figures published for England, with the year, version and source of each."""

from __future__ import annotations

from reportgen.model.value import Value


class NationalFigure(Value):
    """One row of config/reference/national.csv."""

    measure: str
    group: str
    year: str
    """School year as published: 2023/24."""
    version: str
    value: float
    unit: str
    n: int | None
    source: str


class AttendanceCode(Value):
    """One row of config/reference/attendance_codes.csv."""

    code: str
    meaning: str
    counts_as: str
    """`attended`, `authorised`, `unauthorised` or `not possible`."""
    late: bool = False


class Reference(Value):
    """The reference tables the program reads; a school's own rows replace ours by (table, year, version)."""

    national: tuple[NationalFigure, ...] = ()
    attendance_codes: tuple[AttendanceCode, ...] = ()

    def latest_national(self, measure: str, group: str) -> NationalFigure | None:
        """The latest year's figure held for a measure and group, or None: show no line where there is none."""
        held = [f for f in self.national if f.measure == measure and f.group == group]
        return max(held, key=lambda f: (f.year, f.version == "final", f.version == "revised")) if held else None
