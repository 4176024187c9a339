from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from builders import project
from click.testing import CliRunner

from reportgen.cli.due_lines import WIDTH, command_for, due_lines
from reportgen.cli.main import cli
from reportgen.model.due import AnnualDue, Blank, Due, Entered
from reportgen.model.input import InputFile
from reportgen.model.manifest import Current, Manifest
from reportgen.model.school import Member, Staff
from reportgen.pipeline.due import _built
from reportgen.pipeline.identity import records_of
from reportgen.settings import read_project

ON = date(2026, 11, 19)


def item(**changes: Any) -> Due:
    given: dict[str, Any] = {
        "kind": "collection", "id": "nov", "name": "Autumn 2026", "state": "late", "on": date(2026, 11, 18),
        "school_days": -1, "who": "class teacher", "what": "Chase the rest.", "command": "reportgen freeze nov",
    }  # fmt: skip
    return Due(**{**given, **changes})


def lines(*items: Due, annual: tuple[AnnualDue, ...] = (), on: date = ON, folder: Path = Path()) -> list[str]:
    names = Staff(staff=tuple(Member(code=f"T{n:02}", name=f"Mr Teacher {n}") for n in range(12)))
    return list(due_lines(items, annual, project=project(staff=names), on=on, folder=folder))


def blanks(*missing: int) -> Entered:
    """A class a teacher, T00 first, with so many of 30 marks missing."""
    rows = tuple(
        Blank(collection="nov", class_id=f"10/{n}", subject="maths", staff=(f"T{n:02}",), missing=count, expected=30)
        for n, count in enumerate(missing)
    )
    return Entered(expected=30 * len(rows), missing=sum(missing), blanks=rows)


def test_an_entry_says_when_what_who_and_how() -> None:
    """A heading, the state in words, the day, what to do, who does it and the exact command."""
    assert lines(item()) == [
        "Thursday 19 November 2026, school year 2026/27",
        "",
        "LATE",
        "  Autumn 2026: late",
        "    Should have been frozen on Wednesday 18 November, 1 school day ago. Chase",
        "    the rest.",
        "    Who: class teacher",
        "    > reportgen freeze nov",
    ]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"state": "closing", "on": ON, "school_days": 0}, "Closes today."),
        (
            {"state": "open", "on": date(2026, 11, 24), "school_days": 3},
            "Closes on Tuesday 24 November, in 3 school days.",
        ),
        (
            {"state": "to be checked", "on": date(2026, 11, 20), "school_days": 1},
            "Freezes on Friday 20 November, in 1 school",
        ),
        (
            {"kind": "report", "state": "to be built", "on": date(2027, 8, 26), "school_days": 0},
            "Goes out on Thursday 26 August 2027.",
        ),
        ({"kind": "report", "state": "overdue"}, "Should have gone out on Wednesday 18 November, 1 school day"),
    ],
)
def test_days_are_told_as_people_count_them(changes: dict[str, Any], says: str) -> None:
    """Today is today, one day is singular, the past is ago; a day behind holidays alone has no count."""
    assert any(line.startswith(f"    {says}") for line in lines(item(**changes)))


def test_a_command_is_told_once() -> None:
    """A report that waits for the freeze told above it does not repeat the command."""
    told = lines(item(), item(kind="report", id="autumn", name="Autumn report", state="overdue"))
    assert sum("> reportgen freeze nov" in line for line in told) == 1


def test_what_comes_next_and_what_is_done_is_brief() -> None:
    """One line each: without who, what and command."""
    told = lines(
        item(state="not open", name="Spring 2027", on=date(2027, 1, 25), school_days=40),
        item(kind="report", state="released", name="Autumn report", on=date(2026, 11, 18), who="Mrs Adeyemi"),
    )
    assert told[1:] == [
        "", "NEXT", "  Spring 2027: opens on Monday 25 January 2027, in 40 school days.",
        "", "DONE THIS YEAR", "  Autumn report: released on Wednesday 18 November by Mrs Adeyemi.",
    ]  # fmt: skip


def test_who_has_most_missing_first_and_at_most_ten() -> None:
    """Twelve teachers: the ten with most missing, most first, and the file that has the other two."""
    told = lines(item(entered=blanks(*range(1, 13))))
    listed = [line for line in told if "Mr Teacher" in line]
    assert [line.split()[3] for line in listed] == [str(n) for n in range(12, 2, -1)]
    assert listed[0].split() == ["Mr", "Teacher", "11", "12", "of", "30", "10/11"]
    assert told[-1] == "    and 2 more in output/due.csv"


def test_an_open_collection_lists_nobody() -> None:
    """While marks may still be entered nobody is behind."""
    assert not any("Mr Teacher" in line for line in lines(item(state="open", entered=blanks(30))))


def test_many_classes_fit_the_line() -> None:
    """A teacher of many classes, and one with a very long name, stay within 80 columns; classes left out are counted."""
    rows = tuple(
        Blank(collection="nov", class_id=f"10ABC/Maths{n}", subject="maths", staff=("X" * 60,), missing=1, expected=9)
        for n in range(9)
    )
    told = lines(item(what="A very long sentence. " * 20, entered=Entered(expected=81, missing=9, blanks=rows)))
    assert max(map(len, told)) <= WIDTH
    assert "9 of 81" in told[-1]
    assert told[-1].endswith("+7")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"pupils": 60, "incomplete": 0}, "All 60 pupils have what the law asks for."),
        (
            {"pupils": 60, "incomplete": 2, "lacking": (("achievements", 1), ("attendance", 2))},
            "2 of 60 pupils lack something the law asks for: achievements (1), attendance (2). output/due.csv names them.",
        ),
        ({}, "What its pupils lack can't be counted without exports."),
        ({"opens": date(2027, 6, 7)}, "Nothing is counted before its marks open, on Monday 7 June 2027."),
    ],
)
def test_annual_reports_say_what_is_left(changes: dict[str, Any], says: str) -> None:
    """Days left, and of how many pupils which item is missing, as far as it can be known."""
    given = {
        "report": "summer", "name": "Summer report", "year_groups": ("7", "8", "9"), "by": date(2027, 7, 2),
        "own": date(2027, 7, 2), "school_days": 60, "opens": date(2026, 6, 7), **changes,
    }  # fmt: skip
    told = lines(annual=(AnnualDue(**given),))
    start = told.index("ANNUAL REPORTS")
    assert " ".join(" ".join(told[start + 1 :]).split()) == (
        f"Summer report, Years 7 to 9: due by Friday 2 July 2027, 60 school days left. {says}"
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "ours 2 July 2027, 60 school days left; the law’s: end of the summer term, 20 July 2027. All 9 pupils"),
        (
            {"school_days": 61},
            "ours 2 July 2027, 61 school days left; the law’s: end of the summer term, 20 July 2027.",
        ),
        ({"law": date(2027, 7, 2)}, "due by Friday 2 July 2027, 60 school days left. All 9 pupils"),
        (
            {"own": date(2027, 7, 23), "by": date(2027, 7, 20), "law": date(2027, 7, 20)},
            "ours 23 July 2027; the law’s: end of the summer term, 20 July 2027, 60 school days left. All 9 pupils",
        ),
        (
            {"own": date(2026, 11, 12), "by": date(2026, 11, 12), "school_days": -5},
            "ours was 12 November; the law’s: end of the summer term, 20 July 2027. All 9 pupils",
        ),
    ],
)
def test_both_days_of_an_annual_report_where_they_differ(changes: dict[str, Any], says: str) -> None:
    """Ours and the law's, with the days left to the earlier one; what is far off takes its days alone."""
    given = {
        "report": "summer", "name": "Summer report", "year_groups": ("7",), "by": date(2027, 7, 2),
        "own": date(2027, 7, 2), "law": date(2027, 7, 20), "school_days": 60, "opens": date(2026, 6, 7),
        "pupils": 9, "incomplete": 0, **changes,
    }  # fmt: skip
    told = lines(annual=(AnnualDue(**given),))
    text = " ".join(" ".join(told[told.index("ANNUAL REPORTS") + 1 :]).split())
    assert text.startswith(f"Summer report, Year 7: {says}")
    assert ("All 9 pupils" in text) == ("All 9 pupils" in says)


def test_a_meeting_ahead_is_told_with_its_papers() -> None:
    """Under NEXT: its day, times and papers; no line ends within a time of day, and a terminal gets plain spaces."""
    one = item(
        kind="meeting", name="Year 11 parents’ evening in hall", state="to be held", on=date(2026, 12, 3),
        school_days=10, what="4 to 7 pm; papers out on Tuesday 1 December", command="",
    )  # fmt: skip
    assert lines(one)[2:] == [
        "NEXT",
        "  Year 11 parents’ evening in hall: on Thursday 3 December, in 10 school days;",
        "    4 to 7 pm; papers out on Tuesday 1 December.",
    ]


def test_a_day_without_anything_says_so() -> None:
    """An empty list is told in words, not left blank."""
    assert "Nothing is due: no collection or report is near this day." in lines()


def test_the_command_works_from_here() -> None:
    """Commands name the school's folder where it is another one, in quotes where its name has a space."""
    assert command_for("reportgen check", Path()) == "reportgen check"
    assert command_for("reportgen check", Path("school")) == "reportgen -C school check"
    assert command_for("reportgen check", Path("my school")) == 'reportgen -C "my school" check'


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("due") / "school"
    made = CliRunner().invoke(cli, ["demo", str(folder), "--pupils", "30", "--no-build"])
    assert made.exit_code == 0, made.output
    return folder


def test_a_school_with_its_exports(school: Path) -> None:
    """A day in the week marks close: the collection is closing, and due.csv names pupils whose marks are not there."""
    result = CliRunner().invoke(cli, ["-C", str(school), "due", "--on", "2026-11-12"])
    assert result.exit_code == 0, result.output
    assert "CLOSING\n  Autumn 2026: closing\n" in result.stdout
    with (school / "output" / "due.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[:1] != []
    assert {row["of"] for row in rows} == {"collection"}
    assert all(row["pupil"] and row["name"] and row["missing"] for row in rows)


def test_a_school_without_its_exports(school: Path) -> None:
    """The calendars alone say what stands next, and nothing is written."""
    (school / "output" / "due.csv").unlink(missing_ok=True)
    result = CliRunner().invoke(cli, ["-C", str(school), "due", "--on", "2026-11-20", "--no-exports"])
    assert result.exit_code == 0, result.output
    assert "Autumn 2026: to be frozen" in result.stdout
    assert "marks are missing" not in result.stdout
    assert not (school / "output" / "due.csv").exists()


def test_exports_that_are_not_there_are_told(school: Path, tmp_path: Path) -> None:
    """A school that has not exported yet gets its calendar, and is told that marks are not counted."""
    bare = tmp_path / "bare"
    copytree(school / "config", bare / "config")
    result = CliRunner().invoke(cli, ["-C", str(bare), "due", "--on", "2026-11-20"])
    assert result.exit_code == 0, result.output
    assert "The exports can't be read, so marks are not counted. Why:\n    > reportgen -C" in result.stdout
    assert not (bare / "output").exists()


def test_wrong_settings_are_exit_1(tmp_path: Path) -> None:
    """A folder without settings is told its stops, with exit 1; a day that is none is wrong usage."""
    result = CliRunner().invoke(cli, ["-C", str(tmp_path), "due", "--on", "2026-11-20"])
    assert result.exit_code == 1
    assert "stop" in result.output
    assert CliRunner().invoke(cli, ["-C", str(tmp_path), "due", "--on", "13/11/2026"]).exit_code == 2


def test_a_build_counts_while_its_files_are_the_same(school: Path, tmp_path: Path) -> None:
    """A report is built while every file its build was made from is as it was; a changed export makes it to be built."""
    reading = read_project(school)
    project = reading.project
    assert project is not None
    report = project.report("governors-autumn-2026")
    export = InputFile(path="exports/marks.csv", sha256="a" * 64, size=1)
    files = (*reading.files, export)
    home = tmp_path / "output" / report.id
    made = Manifest(
        report=report.id, build="0123456789ab", program="1", inputs=records_of(project, report, files), draft=True
    )
    assert _built(tmp_path, project, files, whole=True) == frozenset()
    (home / made.build).mkdir(parents=True)
    (home / made.build / "manifest.json").write_text(made.model_dump_json(), encoding="utf-8")
    (home / "current.json").write_text(Current(report=report.id, build=made.build).model_dump_json(), encoding="utf-8")
    assert _built(tmp_path, project, files, whole=True) == {report.id}
    changed = (*reading.files, export.model_copy(update={"sha256": "b" * 64}))
    assert _built(tmp_path, project, changed, whole=True) == frozenset()
    assert _built(tmp_path, project, reading.files, whole=False) == {report.id}
    assert _built(tmp_path, project, changed, whole=False) == frozenset()
    (home / "current.json").write_text("{}", encoding="utf-8")
    assert _built(tmp_path, project, files, whole=True) == frozenset()
