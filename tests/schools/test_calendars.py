"""Whole small schools: one whose calendars are sound, and for each check one that breaks it and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.model.problem_texts import TEXTS
from reportgen.pipeline.calendar_check import calendar_check
from reportgen.pipeline.check import check

HERE = Path(__file__).parent
SOUND = HERE / "sound"
BROKEN = sorted(folder.name for folder in (HERE / "broken").iterdir())
CHECKS = {code for code in TEXTS if "C301" <= code < "C330"}


def school(tmp_path: Path, broken: str) -> Path:
    """The sound school with the files of a broken one laid over it."""
    folder = tmp_path / "school"
    shutil.copytree(SOUND, folder)
    shutil.copytree(HERE / "broken" / broken, folder, dirs_exist_ok=True)
    return folder


def marked_line(broken: str, code: str) -> tuple[str, int]:
    """The file and line on which a comment names the code."""
    root = HERE / "broken" / broken
    found = [
        (path.relative_to(root).as_posix(), number)
        for path in sorted(root.rglob("*.yaml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if line.endswith(f"  # {code}")
    ]
    assert len(found) == 1, f"{broken} marks {len(found)} lines"
    return found[0]


def test_a_sound_school_has_no_problem() -> None:
    """Nothing is found in the sound school, neither before there are exports nor with them; then nothing is left out."""
    alone = calendar_check(SOUND, lambda _: None)
    assert alone.problems == ()
    assert [one.code for one in alone.not_run] == ["C315", "C319"]
    both = calendar_check(SOUND, lambda _: None, exports=True)
    assert (both.problems, both.not_run) == ((), ())


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_school_has_exactly_its_problem(tmp_path: Path, broken: str) -> None:
    """Each broken school has the one problem it is named for, at the line marked with it, and none besides."""
    code = broken[:4]
    (found,) = calendar_check(school(tmp_path, broken), lambda _: None, exports=True).problems
    assert found.code == code
    assert (found.place.file, found.place.line) == marked_line(broken, code)
    assert found.place.column is not None
    assert found.found


def test_every_check_has_a_school_that_breaks_it() -> None:
    """Every code of the checks has a broken school of its own."""
    assert {name[:4] for name in BROKEN} == CHECKS


def test_checks_of_exports_wait_for_them(tmp_path: Path) -> None:
    """Without exports the two checks that need them are listed and not run: their broken schools look sound."""
    for broken in ("C315", "C319"):
        folder = school(tmp_path / broken, broken)
        alone = calendar_check(folder, lambda _: None)
        assert alone.problems == ()
        assert broken in {one.code for one in alone.not_run}


def test_a_school_without_exports_is_checked(tmp_path: Path) -> None:
    """A school that has no exports yet is told what is wrong with its year; asking for exports says they are not there."""
    folder = school(tmp_path, "C307")
    shutil.rmtree(folder / "exports")
    assert [p.code for p in calendar_check(folder, lambda _: None).problems] == ["C307"]
    asked = calendar_check(folder, lambda _: None, exports=True)
    assert "C307" in {p.code for p in asked.problems}
    assert any(p.severity == "stop" for p in asked.problems)
    assert [one.code for one in asked.not_run] == ["C315", "C319"]


def test_a_school_chooses_how_grave_a_problem_is(tmp_path: Path) -> None:
    """A severity of packs.yaml holds for a check of the calendars, and as a stop it stops a build's check too."""
    folder = school(tmp_path, "C307")
    (folder / "config" / "packs.yaml").write_text("severities: {C307: stop}\n", encoding="utf-8")
    (found,) = calendar_check(folder, lambda _: None).problems
    assert found.severity == "stop"
    assert check(folder, lambda _: None).stopped


@pytest.mark.parametrize("broken", ["C301", "C315", "C319"])
def test_check_tells_them_too(tmp_path: Path, broken: str) -> None:
    """`check`, and so a build, finds what the calendars alone show and what the exports show."""
    found = check(school(tmp_path, broken), lambda _: None).problems
    assert [p.code for p in found if p.code in CHECKS] == [broken]
