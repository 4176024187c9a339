"""A made-up school, built once for all the tests that look at a whole build."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen.bind import current_build, new_secret_file, write_files
from reportgen.demo import made_up_school
from reportgen.pipeline.build import Outcome, Request, build
from reportgen.pipeline.events import Event

PUPILS, SEED = 30, 3
SECRET = bytes(range(32))
REPORTING = "config/calendars/reporting.yaml"
NARROWED, YEAR_GROUPS = ("autumn-2026", "summer-2027"), '["7", "10"]'


def silent(_: Event) -> None:
    """Hears what the pipeline says."""


def make_school(folder: Path, *, pupils: int = PUPILS, seed: int = SEED) -> Path:
    """Writes a made-up school's folder. Its reports to families are of two year groups: claims need no more pages."""
    files = dict(made_up_school(pupils=pupils, seed=seed))
    reporting = files[REPORTING].decode("utf-8")
    for report in NARROWED:
        head, found, rest = reporting.partition(f"  - id: {report}\n")
        assert found
        reporting = f"{head}{found}    year_groups: {YEAR_GROUPS}\n{rest}"
    write_files(folder, {**files, REPORTING: reporting.encode("utf-8")}.items())
    new_secret_file(folder, SECRET)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@dataclass(frozen=True)
class BuiltSchool:
    """A school's folder, what building it said, and where its latest families' build is."""

    folder: Path
    outcome: Outcome
    home: Path


@pytest.fixture(scope="session")
def school_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a made-up school, not built."""
    return make_school(tmp_path_factory.mktemp("school") / "demo")


@pytest.fixture
def fresh_school(school_folder: Path, tmp_path: Path) -> Path:
    """A copy of the made-up school to change."""
    return Path(shutil.copytree(school_folder, tmp_path / "fresh", ignore=shutil.ignore_patterns("output")))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltSchool:
    """The made-up school, built with two workers and proved."""
    folder = make_school(tmp_path_factory.mktemp("built") / "demo")
    outcome = build(Request(folder=folder, jobs=2, prove=True), silent)
    home = next(b for b in outcome.bound if "parents" in b.manifest.audiences)
    assert current_build(folder / "output", home.manifest.report) is not None
    return BuiltSchool(folder, outcome, home.folder)
