"""A real browser and a real validator for the page tests: missing ones skip loudly on a laptop and fail in CI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from builders import THEME

from reportgen.charts import drawing
from reportgen.model.drawing import Drawing
from reportgen.model.picture import GroupPanels, Picture, Scatter
from reportgen.render import Pages, web_fonts

ROOT = Path(__file__).parents[2]
MODULES = ROOT / ".tools" / "node" / "node_modules"
SCRIPT = Path(__file__).parent / "browser" / "axe.cjs"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

Look = Callable[[Sequence[dict[str, Any]]], list[dict[str, Any]]]


def missing(what: str) -> None:
    """Skips on a laptop, fails in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing: the page tests need it")
    pytest.skip(f"{what} is missing: `make test` installs it")


def _draw(picture: Picture) -> Drawing | str:
    if isinstance(picture, GroupPanels):
        from reportgen.charts.panels import panels_svg  # noqa: PLC0415  # matplotlib only where a chart has axes

        return panels_svg(picture, THEME)
    if isinstance(picture, Scatter):
        from reportgen.charts.scatter import scatter_svg  # noqa: PLC0415  # matplotlib only where a chart has axes

        return scatter_svg(picture, THEME)
    return drawing(picture)


@pytest.fixture(scope="session")
def draw() -> Callable[[Picture], Drawing | str]:
    """Draws any picture as the program does."""
    return _draw


@pytest.fixture(scope="session")
def pages() -> Pages:
    """Our own templates in the theme of the builders."""
    return Pages(THEME, None, web_fonts())


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Opens pages in Chromium: `axe([{"path": ..., "width": 320}])` gives what axe found and what the page asked for.

    A job may also name a `script` (its value comes back as `value`), a `shot` (a picture is written there) and
    `javascript: False`.
    """
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        missing("Chromium")
    if shutil.which("node") is None:
        missing("node")
    if not (MODULES / "axe-core").is_dir():
        missing("axe-core in .tools/node")

    def look(jobs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        listed = tmp_path_factory.mktemp("axe") / "jobs.json"
        listed.write_text(json.dumps([{**job, "path": str(job["path"])} for job in jobs]), encoding="utf-8")
        ran = subprocess.run(
            ["node", str(SCRIPT), str(MODULES), str(browser), str(listed)],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
        )
        assert ran.returncode == 0, ran.stderr
        found: list[dict[str, Any]] = json.loads(ran.stdout)
        return found

    return look


@pytest.fixture(scope="session")
def prove() -> Callable[[bytes], tuple[str, ...]]:
    """PDF/UA-1 by machine check."""
    try:
        import page  # noqa: F401, PLC0415  # only to know whether it is there
    except ImportError:
        missing("page-validation")
    from reportgen.render import prove_pdf  # noqa: PLC0415  # beside what it needs

    return prove_pdf
