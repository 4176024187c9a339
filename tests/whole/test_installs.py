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


def test_three_installs_build_the_same_bytes(wheel: Path, fresh_school: Path, tmp_path: Path) -> None:
    """The editable install that runs the tests, the checkout on its own, and a wheel unpacked elsewhere build the same."""
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    built = {}
    for name, place in (("editable", None), ("checkout", ROOT), ("wheel", unpacked)):
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"PYTHONSAFEPATH": "1"}
        if place:
            environment["PYTHONPATH"] = str(place)
        command = [sys.executable, "-c", BUILD, str(fresh_school)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=tmp_path)
        package, folder = done.stdout.strip().splitlines()[-2:]
        assert Path(package).parent == (place or ROOT)
        built[name] = {p.relative_to(folder).as_posix(): p.read_bytes() for p in Path(folder).rglob("*") if p.is_file()}
    assert built["editable"] == built["checkout"] == built["wheel"]
