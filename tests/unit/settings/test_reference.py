from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.model.shipped import shipped
from reportgen.settings import Reading

Read = Callable[..., Reading]
NATIONAL = "reference/national.csv"
HEAD = "measure,group,year,version,value,unit,n,source\n"
ROW = "basics_94,all state-funded,2024/25,provisional,64.1,percent,,DfE\n"


def told(reading: Reading) -> list[tuple[str, str, int | None]]:
    return [(p.code, p.place.file.removeprefix("config/"), p.place.line) for p in reading.problems]


def test_shipped_figures(read: Read) -> None:
    """The shipped tables hold the published figures: 45.9% at grade 5 in English and maths in 2023/24, revised."""
    project = read().project
    assert project is not None
    figure = project.reference.latest_national("basics_95", "all state-funded")
    assert figure is not None
    assert (figure.value, figure.year, figure.version, figure.unit) == (45.9, "2023/24", "revised", "percent")
    gap = [project.reference.latest_national("basics_95", group) for group in ("disadvantaged", "other")]
    assert [one.value for one in gap if one] == [26.0, 53.4]


# What each code counts as in the Department's absence statistics; the symbols / \ # X are general knowledge.
CODES = {
    "attended": "/ \\ L B J K P V W",
    "authorised": "C C1 C2 E H I J1 M R S T",
    "unauthorised": "G N O U",
    "not possible": "D F Q X Y Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #",
}


def test_shipped_attendance_codes(read: Read) -> None:
    """Every code counts as the Department counts it; L and U are late, L attended and U an unauthorised absence."""
    project = read().project
    assert project is not None
    codes = project.reference.attendance_codes
    assert {c.code: c.counts_as for c in codes} == {
        code: kind for kind, given in CODES.items() for code in given.split()
    }
    assert [c.code for c in codes if c.late] == ["L", "U"]


def test_own_rows_add_and_replace(read: Read) -> None:
    """A school's row adds to ours, or replaces the one of the same measure, group, year and version."""
    project = read(
        {NATIONAL: HEAD + ROW + "basics_95,all state-funded,2023/24,revised,46.2,percent,,DfE statistics\n"}
    ).project
    assert project is not None
    latest = project.reference.latest_national("basics_94", "all state-funded")
    assert latest is not None
    assert latest.year == "2024/25"
    changed = [
        f
        for f in project.reference.national
        if (f.measure, f.group, f.year) == ("basics_95", "all state-funded", "2023/24")
    ]
    assert [f.value for f in changed] == [46.2]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (ROW.replace("64.1", "64%"), "a number"),
        (ROW.replace("64.1", ""), "a number"),
        (ROW.replace("64.1", "nan"), "a number"),
        (ROW.replace("2024/25", "2025"), "a school year"),
        (ROW.replace("2024/25", "2024/26"), "a school year"),
        (ROW.replace("provisional", "provisonal"), "one of provisional"),
        (ROW.replace("percent", "%"), "one of percent"),
        (ROW.replace("DfE", ""), "a source"),
        (ROW.replace("basics_94", ""), "a measure"),
        (ROW.replace(",,", ",12.5,"), "whole number"),
        (ROW.replace(",DfE", ""), "8"),
        (ROW + ROW, "it once (first on line 2)"),
    ],
)
def test_a_row_that_cannot_be_read(read: Read, row: str, says: str) -> None:
    """A row without a number, year, version, unit or source is told with its line; it is never guessed."""
    reading = read({NATIONAL: HEAD + row})
    assert told(reading) == [("S140", NATIONAL, 3 if row.count("\n") == 2 else 2)]
    assert says in reading.problems[0].expected


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD.replace("unit", "units") + ROW, "S141", 1),
        (HEAD.replace(",source", "") + ROW, "S141", 1),
        ("", "S141", 1),
        (HEAD + '"open' + ROW, "S140", 2),
        (HEAD.replace("n,", "n,n,") + ROW, "S141", 1),
    ],
)
def test_a_table_that_cannot_be_read(read: Read, text: str, code: str, line: int) -> None:
    """Headings that differ, and quotes left open, are told with their line."""
    assert told(read({NATIONAL: text})) == [(code, NATIONAL, line)]


def test_a_table_from_a_spreadsheet(read: Read) -> None:
    """A byte order mark, CRLF, blank lines and columns in another order make no difference."""
    text = "\ufeffsource,measure,group,year,version,value,unit,n\r\n\r\n"
    text += "DfE,basics_94,all state-funded,2024/25,final, 64.1 ,percent,600\r\n"
    project = read({NATIONAL: text}).project
    assert project is not None
    latest = project.reference.latest_national("basics_94", "all state-funded")
    assert latest is not None
    assert (latest.value, latest.n) == (64.1, 600)


def test_own_codes(read: Read) -> None:
    """A school's own meaning of a code replaces ours; a code that counts as nothing known is refused."""
    head = "code,meaning,counts_as,late,source\n"
    project = read({"reference/attendance_codes.csv": head + "j,Interview,authorised,no,LA\n"}).project
    assert project is not None
    assert next(c for c in project.reference.attendance_codes if c.code == "J").counts_as == "authorised"
    wrong = read({"reference/attendance_codes.csv": head + "J,Interview,absent,no,LA\n"})
    assert told(wrong) == [("S140", "reference/attendance_codes.csv", 2)]


def test_an_unknown_table(read: Read) -> None:
    """A table with a name the program does not know is told, with the name it may have meant."""
    (one,) = read({"reference/nationals.csv": HEAD}).problems
    assert (one.code, one.remedy) == ("S107", "Did you mean reference/national.csv?")


def test_what_ships_is_small_and_licensed() -> None:
    """The shipped tables stay under 250 KB and carry the notice of their licence."""
    folder = shipped("config", "reference")
    assert sum(path.stat().st_size for path in folder.iterdir()) < 250_000
    notice = (folder / "README.md").read_text(encoding="utf-8")
    assert "Open Government Licence v3.0" in notice
    assert all(f"`{path.name}`" in notice for path in folder.glob("*.csv"))
