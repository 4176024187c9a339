"""Pages to test with."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import THEME

from reportgen.render import Pages


@pytest.fixture(scope="session")
def pages() -> Pages:
    """Our own templates; fonts are not what these tests are about."""
    return Pages(THEME, None, (b"regular", b"semibold"))


@pytest.fixture
def school_pages(tmp_path: Path) -> Pages:
    """The templates of a school with its own folder, `tmp_path`: templates are read when a page is made."""
    return Pages(THEME, tmp_path, (b"", b""))
