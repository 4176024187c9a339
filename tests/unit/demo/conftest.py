"""One made-up school of 60 pupils, made and loaded once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import ingest, settings
from reportgen.demo import made_up_school
from reportgen.ingest import Loading
from reportgen.model.project import Project
from reportgen.settings import Reading


def write(folder: Path, files: tuple[tuple[str, bytes], ...]) -> Path:
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("demo"), made_up_school(pupils=60, seed=5))


@pytest.fixture(scope="session")
def reading(folder: Path) -> Reading:
    return settings.read_project(folder)


@pytest.fixture(scope="session")
def project(reading: Reading) -> Project:
    assert reading.project is not None
    return reading.project


@pytest.fixture(scope="session")
def loading(project: Project, folder: Path) -> Loading:
    return ingest.load(project, folder)
