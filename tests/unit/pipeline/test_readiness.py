"""Claims about what a release needs of the build it releases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import builders as b
import pytest
from unit.bind.builds import bind

from reportgen.model.input import InputFile
from reportgen.model.manifest import Manifest
from reportgen.model.project import Project
from reportgen.model.theme import Theme
from reportgen.pipeline.identity import making, pages_hash
from reportgen.pipeline.readiness import incomplete


def refusals(made: Manifest) -> list[str]:
    return [one.found for one in incomplete(b.report(), made)]


def test_a_build_that_lacks_a_page_is_not_released(tmp_path: Path) -> None:
    """A governors' pack that could not be made, or no document at all, is named; a whole build is not refused."""
    made = bind(tmp_path, "a" * 12).manifest
    assert refusals(made) == []
    assert "governors/pack" in refusals(made.model_copy(update={"lost": ("governors/pack",)}))[0]
    assert "no document" in refusals(made.model_copy(update={"documents": ()}))[0]


def coloured(project: Project, ink: str) -> Project:
    theme: Theme = project.theme
    return project.model_copy(update={"theme": theme.model_copy(update={"ink": ink})})


def test_what_would_change_the_look_of_pages_changes_what_was_approved(tmp_path: Path) -> None:
    """A school's template, its ink, a library or the program: each is another look; a file of marks is not."""
    project = b.project()
    made = making(tmp_path)
    looks = [pages_hash(made, project, ())]
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "pack.html").write_text("<p>Outstanding</p>", encoding="utf-8")
    looks.append(pages_hash(making(tmp_path), project, ()))
    looks.append(pages_hash(replace(made, source="another"), project, ()))
    looks.append(pages_hash(replace(made, libraries=made.libraries[1:]), project, ()))
    looks.append(pages_hash(made, coloured(project, "#000000"), ()))
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize(("logo", "alike"), [("config/logo.svg", False), (None, True)])
def test_the_logo_is_part_of_the_look(tmp_path: Path, logo: str | None, *, alike: bool) -> None:
    """Another picture under the same name is another look, where the school has a logo."""
    project = b.project()
    project = project.model_copy(update={"school": project.school.model_copy(update={"logo": logo})})
    one, other = (InputFile.of("config/logo.svg", content) for content in (b"<svg/>", b"<svg></svg>"))
    made = making(tmp_path)
    assert (pages_hash(made, project, (one,)) == pages_hash(made, project, (other,))) == alike
