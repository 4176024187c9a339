"""The calendar pack as it is built: from settings alone, the same again, and moved when the calendar moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from reportgen.bind import Refused, new_secret_file, read_build, write_files
from reportgen.pipeline.calendar_build import ISSUED, Outcome, build_calendar
from reportgen.settings import starter_files

FILES = ("teachers", "leaders", "families", "governors")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A new school's folder as `init` makes it, with no exports."""
    write_files(tmp_path, starter_files("Northfield Academy"))
    new_secret_file(tmp_path, bytes(range(32)))
    return tmp_path


def _build(school: Path, **changes: Any) -> Outcome:
    return build_calendar(school, lambda _: None, **{"year": 2026, **changes})


def _entries(outcome: Outcome, reader: str) -> dict[str, Any]:
    assert outcome.bound is not None
    content = (outcome.bound.folder / "staff" / "calendar" / f"{reader}.ics").read_bytes()
    return {str(one["UID"]): one for one in Calendar.from_ical(content).walk("VEVENT")}


def _edit(school: Path, name: str, old: str, new: str) -> None:
    path = school / "config" / "calendars" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_settings_are_enough(school: Path) -> None:
    """Without exports: a year page, a page by half term, four files, an index, no draft, and it says hours are not known."""
    outcome = _build(school)
    assert outcome.bound is not None
    assert outcome.hours_known is False
    folder = outcome.bound.folder
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {f"staff/calendar/{name}-2026{ending}" for name in ("year", "terms") for ending in (".html", ".pdf")}
    assert pages | {f"staff/calendar/{reader}.ics" for reader in FILES} | {"index.html"} <= there
    assert read_build(folder).draft is False
    assert "not loaded" in (folder / "staff/calendar/year-2026.html").read_text(encoding="utf-8")
    assert 'href="staff/calendar/families.ics"' in (folder / "index.html").read_text(encoding="utf-8")


def test_built_again_it_is_the_same_build(school: Path) -> None:
    """The same folder, the same bytes, the same record: nothing is issued anew."""
    first = _build(school)
    record = (school / ISSUED).read_bytes()
    second = _build(school)
    assert first.bound is not None
    assert second.bound is not None
    assert second.bound.manifest.build == first.bound.manifest.build
    assert second.bound.manifest.files == first.bound.manifest.files
    assert [p.code for p in second.problems if p.code == "B706"] == []
    assert (school / ISSUED).read_bytes() == record


def test_a_calendar_that_moves_moves_its_events(school: Path) -> None:
    """A governors' meeting a day later: same identifier, sequence 1, and so its papers; one that is taken out is called off."""
    before = _entries(_build(school), "governors")
    _edit(school, "reporting.yaml", "on: 2026-12-15", "on: 2026-12-16")
    after = _entries(_build(school), "governors")
    assert set(before) == set(after)
    moved = {str(one["SUMMARY"]): one for one in after.values() if one["SEQUENCE"] == 1}
    assert {"Governors' meeting", "Papers out: Governors' meeting"} <= set(moved)
    assert moved["Governors' meeting"]["DTSTART"].dt.isoformat() == "2026-12-16T18:00:00+00:00"


def test_a_meeting_moved_past_the_last_collection_is_not_lost(school: Path) -> None:
    """Moved to a September with terms but no collection yet, it is told there and not called off."""
    before = _entries(_build(school, year=None), "governors")
    _edit(school, "reporting.yaml", "on: 2026-12-15", "on: 2027-09-20")
    terms = school / "config" / "calendars" / "terms.yaml"
    more = "  - year: 2027\n    terms:\n      - {id: ht1, starts: 2027-09-02, ends: 2027-10-22}\n"
    terms.write_text(terms.read_text(encoding="utf-8").rstrip() + "\n" + more, encoding="utf-8")
    after = _entries(_build(school, year=None), "governors")
    assert set(before) <= set(after)
    moved = [one for one in after.values() if one["DTSTART"].dt.isoformat().startswith("2027-09-20")]
    assert [(str(one["SUMMARY"]), str(one["STATUS"])) for one in moved] == [("Governors' meeting", "CONFIRMED")]
    assert not [one for one in after.values() if one["STATUS"] == "CANCELLED"]


def test_a_damaged_record_stops_the_build(school: Path) -> None:
    """Without the record nobody knows what calendars already have: nothing is built, and the record stays as it is."""
    (school / ISSUED).write_text("uid;sequence\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        _build(school)
    assert refused.value.problem.code == "C332"
    assert not (school / "output").exists()
    assert (school / ISSUED).read_text(encoding="utf-8") == "uid;sequence\n"


def test_a_year_that_is_not_there_is_a_stop(school: Path) -> None:
    """The problem names the years there are."""
    outcome = _build(school, year=2031)
    assert outcome.bound is None
    assert [(p.code, p.found) for p in outcome.problems if p.code == "C331"] == [("C331", "2031")]


def test_the_record_is_no_stranger_among_the_settings(school: Path) -> None:
    """Reading the settings again finds no file it does not know."""
    _build(school)
    assert [p for p in _build(school).problems if p.code == "S107"] == []
