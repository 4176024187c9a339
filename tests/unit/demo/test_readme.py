"""The example year in the README: whoever copies it has calendars in which nothing is wrong."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from reportgen.calendars.checks import check_calendars
from reportgen.settings import Reading, read_project, starter_files
from reportgen.settings.told.forms import read_told
from tests.unit.demo.conftest import write

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
YEAR = README[README.index("## The school’s year") : README.index("## How it works")]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """A new school whose calendars and responsibilities are those of the README."""
    files = dict(starter_files("Copied School"))
    for block in re.findall(r"```yaml\n(.*?)```", YEAR, re.DOTALL):
        named = re.match(r"# (config/\S+)\n", block)
        if named:
            assert named[1] in files
            files[named[1]] = block.encode()
        else:
            kept, _, _ = files["config/staff.yaml"].decode().partition("\nresponsibilities:")
            files["config/staff.yaml"] = f"{kept}\n{block}".encode()
    return read_project(write(tmp_path_factory.mktemp("readme"), files.items()))


def test_nothing_is_wrong_with_it(copied: Reading) -> None:
    """The example can be read as it stands, and no check of the calendars finds anything."""
    assert [str(one) for one in copied.problems] == []
    assert copied.project is not None
    assert [str(one) for one in check_calendars(copied.project, copied.places)] == []


def test_its_days(copied: Reading) -> None:
    """Days counted by hand: mocks end on 27 November, marks close a week later, three days of checks, five to the report."""
    assert copied.project is not None
    marks, report = copied.project.collection("mocks-2026"), copied.project.report("mocks-2026")
    assert (marks.closes, marks.frozen_on, report.on) == (date(2026, 12, 4), date(2026, 12, 9), date(2026, 12, 16))
    # Tests from Monday 7 June to Friday 11, five school days to close, three of checks (to 23 June), then seven.
    assert copied.project.collection("summer-2027").closes == date(2027, 6, 18)
    assert copied.project.report("summer-2027").on == date(2027, 7, 2)


def test_the_forms_it_names_are_forms() -> None:
    """Every told date in the text is one that the program understands."""
    told = re.findall(r"`((?:\d+ (?:school )?(?:days?|weeks?) |the day |first school day )[^`]*)`", YEAR)
    assert len(told) >= 4
    assert all(read_told(one) for one in told)


def test_every_command_is_one() -> None:
    """The commands of the section are commands of the program, with their options."""
    from click.testing import CliRunner  # noqa: PLC0415 - only here

    from reportgen.cli.main import cli  # noqa: PLC0415 - as above

    for line in re.findall(r"^reportgen ([^#\n]*)", YEAR, re.MULTILINE):
        words = line.split("  ")[0].split()
        names = [word for word in words if not word.startswith(("-", '"')) and re.fullmatch(r"[a-z]+", word)]
        shown = CliRunner().invoke(cli, [*names, "--help"])
        assert shown.exit_code == 0, line
        assert all(word in shown.output for word in words if word.startswith("--")), line
