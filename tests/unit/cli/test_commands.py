from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.main import COMMANDS, cli
from reportgen.model.frames import FRAMES
from reportgen.model.problem_texts import TEXTS


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps(runner: CliRunner, name: str) -> None:
    """Each command named in the overview exists and explains itself."""
    result = runner.invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_wrong_usage_is_exit_2(runner: CliRunner) -> None:
    """An unknown command, an unknown option and an unknown code are wrong usage."""
    for words in (["bind"], ["build", "--colour"], ["explain", "Z999"], ["build", "--jobs", "0"]):
        assert runner.invoke(cli, words).exit_code == 2, words


def test_every_code_is_explained(runner: CliRunner) -> None:
    """`explain` says of every code when it occurs and how to fix it, with or without brackets."""
    for code, text in TEXTS.items():
        output = runner.invoke(cli, ["explain", f"[{code.lower()}]"]).output
        assert text.when in output
        assert text.fix in output


def test_a_new_school_is_made_once(runner: CliRunner, tmp_path: Path) -> None:
    """`init` makes a folder that has no stop, and never writes over one that is there."""
    school = tmp_path / "school"
    assert runner.invoke(cli, ["init", str(school)]).exit_code == 0
    secret = (school / "config" / "secret.key").read_text(encoding="utf-8")
    again = runner.invoke(cli, ["init", str(school)])
    assert again.exit_code == 1
    assert "B704" in again.output
    assert (school / "config" / "secret.key").read_text(encoding="utf-8") == secret


def test_check_of_an_empty_folder_is_a_stop(runner: CliRunner, tmp_path: Path) -> None:
    """A folder without settings is told so, with exit 1 and no traceback."""
    result = runner.invoke(cli, ["-C", str(tmp_path), "check"])
    assert result.exit_code == 1
    assert "stop" in result.output
    assert "Traceback" not in result.output


def test_every_field_of_every_frame_is_explained(runner: CliRunner) -> None:
    """`explain frames` names each field that a source may fill, `explain settings` each settings file."""
    fields = runner.invoke(cli, ["explain", "frames"]).output
    for frame in FRAMES:
        assert all(c.name in fields for c in frame.columns if c.from_export)
    settings = runner.invoke(cli, ["explain", "settings"]).output
    assert "school.yaml" in settings
    assert "blank_share" in settings


@pytest.mark.parametrize(
    ("system", "file"), [("sims", "pupils.csv"), ("arbor", "students.csv"), ("bromcom", "students.xlsx")]
)
def test_a_made_up_school_in_each_layout(runner: CliRunner, tmp_path: Path, system: str, file: str) -> None:
    """`demo --system` makes a folder with that system's exports, says how many pupils, and may be run again."""
    words = ["demo", str(tmp_path / "demo"), "--pupils", "30", "--system", system, "--no-build"]
    for _ in range(2):
        result = runner.invoke(cli, words)
        assert result.exit_code == 0, result.output
        assert "school of 30 pupils" in result.output
    assert (tmp_path / "demo" / "exports" / file).is_file()
    assert (tmp_path / "demo" / "config" / "secret.key").is_file()


def test_a_made_up_primary(runner: CliRunner, tmp_path: Path) -> None:
    """`demo --phase primary` makes a primary school of 210, one form a year, when no size is given."""
    result = runner.invoke(cli, ["demo", str(tmp_path / "demo"), "--phase", "primary", "--no-build"])
    assert result.exit_code == 0, result.output
    assert "school of 210 pupils" in result.output
    assert "phase: primary" in (tmp_path / "demo" / "config" / "school.yaml").read_text(encoding="utf-8")


def test_a_made_up_secondary_has_1200(runner: CliRunner) -> None:
    """What is made when no size is given stands in the help."""
    said = " ".join(runner.invoke(cli, ["demo", "--help"]).output.split())
    assert "1,200 in a secondary school and 210 in a primary" in said


@pytest.mark.parametrize(
    "words",
    [
        ["--pupils", "29"],
        ["--pupils", "12001"],
        ["--system", "sisra"],
        ["--phase", "college"],
        ["--phase", "primary", "--system", "arbor"],
        ["--phase", "primary", "--pupils", "12000"],
    ],
)
def test_made_up_schools_that_can_not_be(runner: CliRunner, tmp_path: Path, words: list[str]) -> None:
    """Sizes, systems and phases there are not, a layout for a primary, and a primary of 12,000 are wrong usage."""
    result = runner.invoke(cli, ["demo", str(tmp_path / "demo"), "--no-build", *words])
    assert result.exit_code == 2, result.output
    assert not (tmp_path / "demo").exists()
