"""Small exports written by hand, one behaviour each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builders import project
from unit.ingest.by_hand import MARKS, MARKS_HEADINGS, ROLL, ROLL_TEXT, Load

from reportgen.ingest import Loading, load
from reportgen.model.source import Source, Sources


@pytest.fixture
def load_files(tmp_path: Path) -> Load:
    """`load_files({file: text}, source, source, **project changes)`."""

    def loading(
        files: dict[str, str | bytes], *sources: dict[str, Any], pupils_year: int | None = None, **changes: Any
    ) -> Loading:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        made = Sources(sources=tuple(Source(**s) for s in sources), pupils_year=pupils_year)
        return load(project(sources=made, **changes), tmp_path)

    return loading


@pytest.fixture
def load_marks(load_files: Load) -> Load:
    """`load_marks("row", "row")`: rows under UPN,Subject,Result,Class,Teacher for Amara and Ben of year 10."""

    def loading(*rows: str, **changes: Any) -> Loading:
        text = "\n".join([MARKS_HEADINGS, *rows]) + "\n"
        source = {**MARKS, **changes.pop("source", {})}
        return load_files(
            {"exports/pupils.csv": ROLL_TEXT, "exports/marks.csv": changes.pop("text", text)}, ROLL, source, **changes
        )

    return loading
