"""Lists as CSV files that open rightly in Excel: UTF-8 with its mark, CRLF, and no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from reportgen.model.amendment import AmendedRow
from reportgen.model.data_table import DataTable
from reportgen.model.exception import HeldReport
from reportgen.model.frames import SourceCount
from reportgen.model.index import RollEntry
from reportgen.model.manifest import Changes, ManifestDocument
from reportgen.model.problem import Problem
from reportgen.model.problem_texts import text_of

PROBLEM_COLUMNS = (
    "severity",
    "code",
    "message",
    "file",
    "line",
    "column",
    "sheet",
    "row",
    "heading",
    "found",
    "expected",
    "remedy",
    "fix",
    "pupil",
    "holds report",
)
"""One row a problem; `line` and `column` place it in settings, `sheet`, `row` and `heading` in an export."""
EXCEPTION_COLUMNS = ("pupil", "name", "form", "year group", "reason", "code", "by", "step")
"""One row a pupil on roll without a report; `step` is where the build set it aside."""
SOURCE_COLUMNS = ("source", "file", "sheet", "rows", "used", "duplicates", "aside", "not for source")
"""One row a source: rows = used + duplicates + aside + not for source."""
REPORT_COLUMNS = ("key", "pupil", "name", "form", "year group", "pages", "pdf", "html")
"""One row a family's report: whose it is and where its files are, from the build's folder."""
CHANGE_COLUMNS = ("change", "audience", "key", "document", "title", "parts", "rows")
"""One row a document that is not what it was in the build before: changed, new or gone."""

AMENDED_COLUMNS = ("pupil", "name", "form", "year group", "subject", "what", "before", "now")
"""One row a mark or comment that an amendment of a frozen collection changed."""

# OWASP, CSV injection: these begin a formula; the wide forms do so in some editions of Excel.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the wide forms are meant
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def cell(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula: an apostrophe goes before one, plain numbers stay."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def sheet(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    """A CSV file with these columns. The mark at its start tells Excel on Windows that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def table_csv(table: DataTable) -> bytes:
    """A table of the staff workbook; numbers as they are, so that a spreadsheet can go on counting."""
    return sheet(tuple(column.name for column in table.columns), table.rows)


def columns_csv(tables: Iterable[DataTable]) -> bytes:
    """What every column of these tables holds."""
    return sheet(
        ("table", "one row is", "column", "meaning", "unit"),
        ((t.id, t.row, c.name, c.meaning, c.unit) for t in tables for c in t.columns),
    )


def problems_csv(problems: Iterable[Problem]) -> bytes:
    """Every problem, in the order found."""
    return sheet(
        PROBLEM_COLUMNS,
        (
            (
                p.severity.value,
                p.code,
                text_of(p.code).message,
                p.place.file,
                p.place.line,
                p.place.column,
                p.place.sheet,
                p.place.row,
                p.place.heading,
                p.found,
                p.expected,
                p.remedy,
                text_of(p.code).fix,
                p.pupil,
                "yes" if p.holds_report else "",
            )
            for p in problems
        ),
    )


def exceptions_csv(held: Iterable[HeldReport]) -> bytes:
    """Every pupil on roll without a report, and why."""
    return sheet(
        EXCEPTION_COLUMNS, ((h.pupil, h.name, h.form, h.year_group, h.reason, h.code, h.by, h.stage) for h in held)
    )


def sources_csv(counts: Iterable[SourceCount]) -> bytes:
    """Where every row of every source went."""
    return sheet(
        SOURCE_COLUMNS,
        ((c.source, c.file, c.sheet, c.rows, c.used, c.duplicates, c.aside, c.not_for_source) for c in counts),
    )


def reports_csv(documents: Iterable[ManifestDocument], pupils: Mapping[str, RollEntry]) -> bytes:
    """Whose each family's report is. KeyError when a report is nobody's."""
    return sheet(
        REPORT_COLUMNS,
        (
            (
                d.key,
                pupils[d.key].pupil,
                pupils[d.key].name,
                pupils[d.key].form,
                pupils[d.key].year_group,
                d.pages,
                f"{d.path}.pdf" if d.pdf else "",
                f"{d.path}.html" if d.html else "",
            )
            for d in documents
            if d.audience == "parents"
        ),
    )


def amended_csv(rows: Iterable[AmendedRow]) -> bytes:
    """Every mark and comment that an amendment changed, as it was and as it is."""
    return sheet(
        AMENDED_COLUMNS,
        ((r.pupil, r.name, r.form, r.year_group, r.subject, r.what, r.before, r.now) for r in rows),
    )


def changes_csv(changes: Changes) -> bytes:
    """Every document that is not what it was."""
    kinds = (("changed", changes.changed), ("new", changes.added), ("gone", changes.gone))
    return sheet(
        CHANGE_COLUMNS,
        (
            (kind, d.audience, d.key, d.path, d.title, ", ".join(d.fields), ", ".join(d.rows))
            for kind, documents in kinds
            for d in documents
        ),
    )
