from __future__ import annotations

import csv
import io

import pytest
from unit.bind.builds import HELD, PUPILS, a_problem, documents

from reportgen.bind import problems_csv
from reportgen.bind.sheets import (
    CHANGE_COLUMNS,
    EXCEPTION_COLUMNS,
    PROBLEM_COLUMNS,
    REPORT_COLUMNS,
    SOURCE_COLUMNS,
    cell,
    changes_csv,
    exceptions_csv,
    reports_csv,
    sheet,
    sources_csv,
)
from reportgen.model.frames import SourceCount
from reportgen.model.manifest import Changes, DocumentChange, ManifestDocument


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


# OWASP, CSV Injection: a cell must not begin with = + - @ tab, carriage return or line feed.
@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 113 496 0100",
        "-A1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        '=HYPERLINK("http://x.example")',
        "=cmd|' /C calc'!A0",
        "-",
        "+",
        "--1",
        "-1-1",
        "＝1",  # noqa: RUF001 - the wide form is meant
    ],
)
def test_no_cell_begins_a_formula(text: str) -> None:
    """What a spreadsheet could take for a formula gets an apostrophe; nothing else of it changes."""
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "+3", "-0.5", "12", "", "O'Brien", "5+", "9-1", "a=b", " =1"])
def test_numbers_and_ordinary_text_stay_as_they_are(text: str) -> None:
    """A negative number stays a number, a grade stays a grade."""
    assert cell(text) == text


def test_excel_on_windows_reads_every_letter() -> None:
    """The file begins with the UTF-8 mark, its lines end with CR LF, and names come back as they are."""
    content = exceptions_csv((HELD.model_copy(update={"name": "Zoë Ács 李, “Zed”"}),))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    assert rows(content) == [
        list(EXCEPTION_COLUMNS),
        ["C", "Zoë Ács 李, “Zed”", "10R", "10", "Parents asked", "HOLD", "Ms Hughes", "check"],
    ]


def test_a_line_break_inside_a_cell_keeps_its_row_whole() -> None:
    """A comment of two lines is one cell."""
    assert rows(sheet(("a", "b"), (("one\r\ntwo", 3), (None, "x")))) == [["a", "b"], ["one\r\ntwo", "3"], ["", "x"]]


def test_every_problem_has_a_row_with_its_place_and_its_remedy() -> None:
    """What the terminal says is in the list, each part in its own column."""
    (head, row) = rows(
        problems_csv((a_problem(found="=B+", expected="a grade", remedy="Correct it.", pupil="A", holds_report=True),))
    )
    said = dict(zip(head, row, strict=True))
    assert tuple(head) == PROBLEM_COLUMNS
    assert (said["severity"], said["code"], said["file"], said["row"], said["heading"]) == (
        "warn",
        "B705",
        "exports/marks.csv",
        "41",
        "Maths",
    )
    assert (said["found"], said["expected"], said["remedy"], said["pupil"]) == ("'=B+", "a grade", "Correct it.", "A")
    assert (said["holds report"], said["line"], said["message"]) == ("yes", "", "An old build could not be taken away")


def test_sources_are_reconciled_row_by_row() -> None:
    """Each source's counts stand beside each other."""
    count = SourceCount(
        source="marks", file="m.xlsx", sheet="KS4", rows=9, used=5, duplicates=1, aside=2, not_for_source=1
    )
    assert rows(sources_csv((count,))) == [list(SOURCE_COLUMNS), ["marks", "m.xlsx", "KS4", "9", "5", "1", "2", "1"]]


def test_the_list_of_reports_says_whose_each_file_is() -> None:
    """Families' documents only, each with the pupil's key and name and the files there are."""
    entries = tuple(
        ManifestDocument(audience=d.audience, key=d.key, path=d.path, pages=2, pdf="0" * 64, html="", digest=d.digest())
        for d in documents()
    )
    head, *made = rows(reports_csv(entries, PUPILS))
    assert tuple(head) == REPORT_COLUMNS
    assert made == [
        ["a" * 16, "A", "Amara Okonkwo", "10R", "10", "2", f"parents/{'a' * 16}.pdf", ""],
        ["b" * 16, "B", "Ben Ács", "9T", "9", "2", f"parents/{'b' * 16}.pdf", ""],
    ]


def test_the_list_of_changes_names_document_and_parts() -> None:
    """Changed, new and gone documents have a row each."""
    one = DocumentChange(
        audience="parents", key="k", path="parents/k", title="Amara", fields=("subjects", "glance"), rows=("Art",)
    )
    other = DocumentChange(audience="staff", key="s", path="staff/s", title="10B")
    assert rows(changes_csv(Changes(previous="x", changed=(one,), added=(other,), gone=(other,)))) == [
        list(CHANGE_COLUMNS),
        ["changed", "parents", "k", "parents/k", "Amara", "subjects, glance", "Art"],
        ["new", "staff", "s", "staff/s", "10B", "", ""],
        ["gone", "staff", "s", "staff/s", "10B", "", ""],
    ]
