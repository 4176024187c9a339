"""Three ways to install the program."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = (
    "import sys; from pathlib import Path; import reportgen; from reportgen.pipeline.build import Request, build;"
    "from reportgen.pipeline.choice import Wanted;"
    "outcome = build(Request(folder=Path(sys.argv[1]), wanted=Wanted(year_group='10')), lambda event: None);"
    "print(Path(reportgen.__file__).parent); print(outcome.bound[0].folder)"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_ships_what_the_program_needs(wheel: Path) -> None:
    """Templates, styles, fonts with their licence, settings and reference figures are in the wheel."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "config"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"reportgen/shipped/{path.relative_to(ROOT).as_posix()}" in names
    assert "reportgen/shipped/templates/shared/fonts/OFL.txt" in names


def test_wheel_and_checkout_build_the_same_bytes(wheel: Path, fresh_school: Path, tmp_path: Path) -> None:
    """A wheel, unpacked away from the checkout, and the checkout build the same files from the same school.

    The tests themselves run on an editable install of the checkout: the third way is the one under test.
    """
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    built = {}
    for place in (ROOT, unpacked):
        environment = {**os.environ, "PYTHONPATH": str(place), "PYTHONSAFEPATH": "1"}
        command = [sys.executable, "-c", BUILD, str(fresh_school)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=tmp_path)
        package, folder = done.stdout.strip().splitlines()[-2:]
        assert Path(package).parent == place
        built[place] = {
            p.relative_to(folder).as_posix(): p.read_bytes() for p in Path(folder).rglob("*") if p.is_file()
        }
    assert built[ROOT] == built[unpacked]
