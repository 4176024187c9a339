"""Problems are data: collected through all steps, printed once, written to problems.csv."""

from __future__ import annotations

from reportgen.model.problem_texts import text_of
from reportgen.model.severity import Severity
from reportgen.model.value import Value


class Place(Value):
    """Where a problem is: a file, then line and column (YAML) or sheet, row and column heading (exports)."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    row: int | None = None
    heading: str | None = None

    def __str__(self) -> str:
        """`autumn.xlsx, sheet "KS4", row 41, column "Maths"` or `config/school.yaml:12:3`."""
        if self.line is not None:
            return f"{self.file}:{self.line}" + (f":{self.column}" if self.column is not None else "")
        parts = [self.file] if self.file else []
        if self.sheet:
            parts.append(f'sheet "{self.sheet}"')
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.heading:
            parts.append(f'column "{self.heading}"')
        return ", ".join(parts)


class Problem(Value):
    """One thing found wrong. `code` is an entry of `problem_texts` and stable for ever."""

    code: str
    severity: Severity
    place: Place = Place()
    found: str = ""
    expected: str = ""
    remedy: str = ""
    """What to do here; the entry's `fix` says it in general."""
    pupil: str | None = None
    """Key of the pupil it is about, where it is about one."""
    holds_report: bool = False
    """True when a hold sets the pupil's whole report aside, false when it blanks one cell."""

    def __str__(self) -> str:
        """One line a data manager can act on: place, message, found, expected, remedy, code."""
        found = f"found {self.found}" if self.found else ""
        expected = f"expected {self.expected}" if self.expected else ""
        detail = ", ".join(part for part in (found, expected) if part)
        message = text_of(self.code).message
        sentence = f"{message}: {detail}" if detail else message
        where = f"{self.place}: " if str(self.place) else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{where}{sentence}.{remedy} [{self.code}]"


def problem(
    code: str,
    place: Place | None = None,
    *,
    found: str = "",
    expected: str = "",
    remedy: str = "",
    pupil: str | None = None,
    holds_report: bool = False,
) -> Problem:
    """A problem with the default severity of its code."""
    return Problem(
        code=code,
        severity=text_of(code).severity,
        place=place or Place(),
        found=found,
        expected=expected,
        remedy=remedy,
        pupil=pupil,
        holds_report=holds_report,
    )
