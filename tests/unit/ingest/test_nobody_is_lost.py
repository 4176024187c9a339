"""Children without a key and holds without a child: neither may pass silently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import builders as b

from reportgen.ingest import load
from reportgen.model.pack import Hold, Holds
from reportgen.model.source import Source, Sources

PUPILS = "UPN,Surname,Forename,Year,Adno\nA1,Okonkwo,Amara,10,0041\n,Starter,Sam,10,0042\n,,,,\n"
SOURCES = Sources(sources=(
    Source.model_validate({
        "id": "pupils", "file": "pupils.csv", "frame": "pupils",
        "columns": {"upn": "UPN", "legal_surname": "Surname", "legal_forename": "Forename", "year_group": "Year", "admission_number": "Adno"},
    }),
))  # fmt: skip


def loading(folder: Path, **changes: Any) -> Any:
    (folder / "pupils.csv").write_text(PUPILS, encoding="utf-8")
    return load(b.project(sources=SOURCES, **changes), folder)


def test_a_child_without_a_key_stays_on_the_roll_and_is_held_by_name(tmp_path: Path) -> None:
    """A starter without a UPN is on the list and a named exception, whose stand-in is no bad UPN; an empty row is nobody's."""
    made = loading(tmp_path)
    held = [p for p in made.problems if p.code == "R250"]
    assert [(p.found, p.holds_report, p.place.row) for p in held] == [("Sam Starter", True, 3)]
    assert set(made.loaded.pupils["pupil"]) == {"A1", held[0].pupil}
    assert held[0].pupil not in {p.pupil for p in made.problems if p.code == "R203"}
    assert [p.code for p in made.problems if p.place.row == 4] in ([], ["R201"])


def test_a_hold_that_names_nobody_stops_the_build(tmp_path: Path) -> None:
    """A hold written with the admission number instead of the UPN would let the report out: a stop that says the key."""
    holds = Holds(holds=(Hold(pupil="0041", reason="Appeal", by="Head"), Hold(pupil="A1", reason="Appeal", by="Head")))
    made = loading(tmp_path, holds=holds)
    assert [(p.severity.value, p.found, p.remedy) for p in made.problems if p.code == "R251"] == [
        ("stop", '"0041"', 'Did you mean "A1"?')
    ]
