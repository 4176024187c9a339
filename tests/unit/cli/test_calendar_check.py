from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sound_school import FOLDER

from reportgen.cli.main import cli

LATE = ("on: 2026-12-04", "on: 2026-11-17")
"""The autumn report before its marks are frozen."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sound school."""
    return Path(shutil.copytree(FOLDER, tmp_path / "school"))


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["-C", str(folder), "calendar", "check", *words])


def spoil(folder: Path) -> None:
    path = folder / "config" / "calendars" / "reporting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(*LATE), encoding="utf-8")


def test_a_sound_year_is_said_to_be_sound(folder: Path) -> None:
    """A sound calendar ends with 0, no warning, and the checks that wait for exports by code and need."""
    result = run(folder, "--strict")
    assert result.exit_code == 0
    assert "0 stops, 0 holds, 0 warnings" in result.output
    assert "Not run, needs exports (--exports):" in result.output
    assert "C315  how many classes each teacher enters in one week, from classes and their teachers" in result.output
    assert "C319" in result.output


def test_with_exports_nothing_is_left_out(folder: Path) -> None:
    """With exports every check has run, and none is listed as waiting."""
    result = run(folder, "--exports")
    assert result.exit_code == 0
    assert "Not run" not in result.output


def test_a_problem_is_told_with_its_line(folder: Path) -> None:
    """A warning names file, line and column, is written to problems.csv, and fails only a strict run."""
    spoil(folder)
    result = run(folder)
    assert result.exit_code == 0
    assert "warn  config/calendars/reporting.yaml:6:9: A report before its collection is frozen" in result.output
    assert "C307" in (folder / "output" / "problems.csv").read_text(encoding="utf-8-sig")
    assert run(folder, "--strict").exit_code == 1


def test_it_needs_no_exports(folder: Path) -> None:
    """Before a school has any export its year is checked; asked for exports, it is told that they could not be read."""
    shutil.rmtree(folder / "exports")
    assert run(folder, "--strict").exit_code == 0
    asked = run(folder, "--exports")
    assert asked.exit_code == 1
    assert "Not run, the exports could not be read:" in asked.output


def test_settings_that_stop_are_told(tmp_path: Path) -> None:
    """A folder without settings is told so with exit 1 and no traceback."""
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "stop" in result.output
    assert "Traceback" not in result.output


def test_a_stop_in_the_settings_is_said_to_keep_the_checks_from_running(folder: Path) -> None:
    """With a stop no calendar is judged, with or without exports, and that is said; its end gives the warnings again."""
    spoil(folder)
    school = folder / "config" / "school.yaml"
    kept = school.read_text(encoding="utf-8")
    school.write_text("name: [\n", encoding="utf-8")
    for words in ((), ("--exports",)):
        stopped = run(folder, *words)
        assert stopped.exit_code == 1
        assert "Not run:\n  calendar checks: mend the stops first\n" in stopped.output
        assert "C307" not in (folder / "output" / "problems.csv").read_text(encoding="utf-8-sig")
    school.write_text(kept, encoding="utf-8")
    mended = run(folder)
    assert "mend the stops" not in mended.output
    assert "C307" in (folder / "output" / "problems.csv").read_text(encoding="utf-8-sig")
