from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.model.pack import Packs
from reportgen.model.problem import problem
from reportgen.model.severity import Severity
from reportgen.settings import Reading, severity_of

Read = Callable[..., Reading]


def test_a_school_sets_its_severities() -> None:
    """A warning may become a stop or a hold; a code that is not named keeps its own severity."""
    packs = Packs(severities={"S129": Severity.STOP, "S130": Severity.HOLD})
    assert [severity_of(problem(code), packs).severity for code in ("S129", "S130", "S107")] == ["stop", "hold", "warn"]


def test_a_stop_stays_a_stop() -> None:
    """A stop is not lowered even when settings that say so slip through."""
    assert severity_of(problem("S101"), Packs(severities={"S101": Severity.WARN})).severity is Severity.STOP


@pytest.mark.parametrize(
    ("line", "says"), [("S101: warn", "stop"), ("S999: warn", "the code of a problem"), ("S129: halt", "one of stop")]
)
def test_severities_that_cannot_be_set(read: Read, line: str, says: str) -> None:
    """Lowering a stop, an unknown code and an unknown severity are told at their line."""
    (one,) = read({"packs.yaml": f"severities:\n  {line}\n"}).problems
    assert (one.place.line, one.place.file) == (2, "config/packs.yaml")
    assert says in one.expected


PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.mark.parametrize(
    ("name", "content", "fits"),
    [
        ("crest.png", PNG, True),
        ("crest.svg", b"<?xml version='1.0'?>\n<svg/>", True),
        ("crest.jpg", b"\xff\xd8\xff\xe0", True),
        ("crest.png", b"GIF89a", False),
        ("crest.gif", b"GIF89a", False),
        ("../crest.png", PNG, False),
        ("crest.png", PNG + b"0" * 2**21, False),
    ],
)
def test_the_logo_is_found_and_looked_at(
    read: Read, tmp_path: Path, small: dict[str, str], name: str, content: bytes, *, fits: bool
) -> None:
    """A picture beside school.yaml becomes a path from the project folder and an input; anything else is a warning."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / name).write_bytes(content)
    reading = read({"school.yaml": small["school.yaml"] + f"logo: {name}\n"})
    assert reading.project is not None
    assert reading.project.school.logo == (f"config/{name}" if fits else None)
    assert [p.code for p in reading.problems] == ([] if fits else ["S136"])
    assert (f"config/{name}" in {f.path for f in reading.files}) is fits
