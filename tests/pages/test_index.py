"""The page a build opens with, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from unit.bind.test_index import an_index, page


@pytest.mark.browser
def test_the_index_is_clean(axe: Any, tmp_path: Path) -> None:
    """No axe violation and no outside request, on a desk and on a phone."""
    path = tmp_path / "index.html"
    path.write_text(page(an_index(tmp_path / "output")), encoding="utf-8")
    for found in axe([{"path": path, "width": width} for width in (1000, 320)]):
        assert found["violations"] == []
        assert found["asked"] == []
