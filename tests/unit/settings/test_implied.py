"""Ids of meetings that nobody wrote."""

from __future__ import annotations

from datetime import date

from reportgen.model.calendar import Meeting, Reports
from reportgen.settings.implied import with_meeting_ids


def _ids(*meetings: Meeting) -> list[str | None]:
    return [one.id for one in with_meeting_ids(Reports(reports=(), meetings=meetings)).meetings]


def _open(on: str, **changes: object) -> Meeting:
    return Meeting.model_validate({"name": "Open evening", "on": date.fromisoformat(on), **changes})


def test_another_years_meeting_changes_no_id() -> None:
    """Last and next year's evenings of the same name leave this year's id; a second one this year has a number."""
    assert _ids(_open("2026-10-01", year_groups=("7",))) == ["open-evening"]
    assert (
        _ids(_open("2025-10-02"), _open("2026-10-01", year_groups=("7",)), _open("2027-10-01")) == ["open-evening"] * 3
    )
    assert _ids(_open("2026-10-01"), _open("2027-06-01")) == ["open-evening", "open-evening-2"]


def test_the_year_that_is_written_counts() -> None:
    """An evening of August that says it is of the next year is counted there, and a written id only in its year."""
    assert _ids(_open("2026-08-28", year=2026), _open("2026-10-01")) == ["open-evening", "open-evening-2"]
    assert _ids(_open("2025-10-01", id="open-evening"), _open("2026-10-01")) == ["open-evening", "open-evening"]


def test_a_made_id_is_not_taken_for_a_written_one() -> None:
    """What people wrote can be told from what was put in."""
    made = with_meeting_ids(
        Reports(reports=(), meetings=(_open("2026-10-01"), _open("2026-10-02", id="mine")))
    ).meetings
    assert ["id" in one.model_fields_set for one in made] == [False, True]
