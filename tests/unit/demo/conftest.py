"""One made-up school of 60 pupils in each layout, made and loaded once for all tests."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from reportgen import ingest, settings
from reportgen.demo import System, made_up_school
from reportgen.ingest import Loading
from reportgen.model.project import Project
from reportgen.settings import Reading

SIZE, SEED = 60, 5


class Made(NamedTuple):
    """A school's folder, read and loaded."""

    folder: Path
    reading: Reading
    project: Project
    loading: Loading


class Schools(Protocol):
    """The school in a layout."""

    def __call__(self, system: System, *, faults: bool = False) -> Made: ...


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def load(folder: Path) -> Made:
    reading = settings.read_project(folder)
    assert reading.project is not None, [str(p) for p in reading.problems]
    return Made(folder, reading, reading.project, ingest.load(reading.project, folder))


@pytest.fixture(scope="session")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Schools:
    @cache
    def made(system: System, *, faults: bool = False) -> Made:
        files = made_up_school(pupils=SIZE, seed=SEED, system=system, faults=faults)
        return load(write(tmp_path_factory.mktemp(system), files))

    return made


@pytest.fixture(scope="session")
def folder(schools: Schools) -> Path:
    return schools("sims", faults=True).folder


@pytest.fixture(scope="session")
def reading(schools: Schools) -> Reading:
    return schools("sims", faults=True).reading


@pytest.fixture(scope="session")
def project(schools: Schools) -> Project:
    return schools("sims", faults=True).project


@pytest.fixture(scope="session")
def loading(schools: Schools) -> Loading:
    return schools("sims", faults=True).loading
