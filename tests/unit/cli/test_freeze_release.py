"""Claims about the commands that freeze, release and build what is due."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import cli
from reportgen.demo import made_up_school


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up school's folder, nothing built."""
    from reportgen.bind import new_secret_file, write_files  # noqa: PLC0415 - used here only

    folder = tmp_path_factory.mktemp("commands") / "demo"
    write_files(folder, made_up_school(pupils=30, seed=3))
    new_secret_file(folder, bytes(32))
    return folder


def said(folder: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["-C", str(folder), *words])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    "words",
    [("build", "--on", "2026-11-20"), ("build", "--due", "--report", "autumn-2026"), ("release", "autumn-2026")],
)
def test_what_makes_no_sense_is_wrong_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A day without --due, a report beside it, and a release by nobody are wrong usage: exit 2, nothing read."""
    assert said(tmp_path, *words)[0] == 2


def test_nothing_due_is_said(school: Path) -> None:
    """Before the first marks of all are closed nothing is due: exit 1, C353 and the day."""
    code, output = said(school, "build", "--due", "--on", "2024-09-02")
    assert code == 1
    assert "C353" in output
    assert "2024-09-02" in output


def test_what_is_no_collection_is_not_frozen(school: Path) -> None:
    """An unknown collection: exit 1, C342 with those there are, and nothing written."""
    code, output = said(school, "freeze", "winter")
    assert code == 1
    assert "C342" in output
    assert "autumn-2026" in output
    assert not (school / "config" / "frozen").exists()


def test_a_collection_is_frozen_once_and_amended_with_a_change(school: Path) -> None:
    """The first freeze says what it wrote; a second is refused, and so is an amendment of nothing."""
    code, output = said(school, "freeze", "autumn-2026", "--on", "2026-11-18")
    assert code == 0
    assert "revision 1, 2026-11-18" in output
    assert "config/frozen/autumn-2026.json" in output
    assert "config/frozen/*.csv.gz" in (school / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "C342" in said(school, "freeze", "autumn-2026")[1]
    assert "C344" in said(school, "freeze", "autumn-2026", "--amend", "late marks")[1]


def test_an_unknown_report_is_not_released(school: Path) -> None:
    """A report the calendar does not have: exit 1, and nothing is recorded."""
    code, output = said(school, "release", "winter", "--by", "HEAD")
    assert code == 1
    assert "B720" in output
    assert not (school / "config" / "releases.yaml").exists()


def test_check_says_that_frozen_marks_have_changed(school: Path, tmp_path: Path) -> None:
    """One row gone from a frozen marksheet: `check` ends with 1 and C340, not only the build that would be refused."""
    folder = Path(shutil.copytree(school, tmp_path / "changed"))
    assert said(folder, "freeze", "spring-2026", "--on", "2026-02-20")[0] == 0
    assert said(folder, "check")[0] == 0
    marks = min(folder.glob("exports/marksheet-spring-2026-*.csv"))
    marks.write_bytes(b"".join(marks.read_bytes().splitlines(keepends=True)[:-1]))
    code, output = said(folder, "check")
    assert code == 1
    assert "C340" in output


def test_a_pupil_off_the_list_is_no_changed_mark(school: Path, tmp_path: Path) -> None:
    """A leaver taken off the pupils list after a freeze: `check` warns (C345) and goes on; no stop."""
    folder = Path(shutil.copytree(school, tmp_path / "leaver"))
    assert said(folder, "freeze", "autumn-2026", "--on", "2026-11-18")[0] in (0, 1)
    marked = min(folder.glob("exports/marksheet-autumn-2026-*.csv")).read_text(encoding="utf-8-sig").splitlines()[1]
    pupil = marked.split(",")[0]
    for path in folder.glob("exports/pupils*.csv"):
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(line for line in lines if pupil.encode() not in line))
    code, output = said(folder, "check")
    assert "C345" in output
    assert "C340" not in output
    assert code == 0


def test_a_frozen_collection_that_left_the_calendar_is_passed_over(school: Path, tmp_path: Path) -> None:
    """The record of a collection that the calendars no longer have is no reason to fail."""
    folder = Path(shutil.copytree(school, tmp_path / "tidied"))
    said(folder, "freeze", "autumn-2026", "--on", "2026-11-18")
    record = folder / "config" / "frozen" / "autumn-2026.json"
    text = record.read_text(encoding="utf-8").replace("autumn-2026", "autumn-1999")
    record.with_name("autumn-1999.json").write_text(text, encoding="utf-8")
    assert said(folder, "check")[0] == 0
