"""Real data that lies outside the project: each test skips where it is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.bind import new_secret_file

HERE = Path(__file__).parent
REAL = Path(__file__).parents[3] / "shared" / "real"


def real_school(name: str, file: str, folder: Path) -> Path:
    """A project folder of one real file and hand-written settings; skips without the file."""
    source = REAL / name / file
    if not source.is_file():
        pytest.skip(f"no real data: {name}/{file}")
    shutil.copytree(HERE / name, folder)
    (folder / "exports").mkdir()
    shutil.copy(source, folder / "exports" / file)
    new_secret_file(folder, bytes(32))
    return folder
