"""Attendance totals and sessions."""

from __future__ import annotations

import pandas as pd
import pytest
from unit.ingest.by_hand import AMARA, BEN, ROLL, ROLL_TEXT, Load, codes, only

TOTALS = {
    "id": "totals",
    "file": "exports/totals.csv",
    "frame": "attendance",
    "fixed": {"starts": "2026-09-03", "ends": "2026-11-13"},
    "columns": {
        "upn": "UPN",
        "possible": "Possible",
        "attended": "Attended",
        "authorised": "Auth",
        "unauthorised": "Unauth",
        "late": "Late",
    },
}
SESSIONS = {
    "id": "register",
    "file": "exports/register.csv",
    "frame": "sessions",
    "columns": {"upn": "UPN", "date": "Date", "session": "Half", "code": "Code"},
}


def totals(load_files: Load, *rows: str, register: str = "") -> object:
    files = {
        "exports/pupils.csv": ROLL_TEXT,
        "exports/totals.csv": "\n".join(["UPN,Possible,Attended,Auth,Unauth,Late", *rows, ""]),
    }
    sources = [ROLL, TOTALS]
    if register:
        files["exports/register.csv"] = "UPN,Date,Half,Code\n" + register
        sources.append(SESSIONS)
    return load_files(files, *sources)


def register(load_files: Load, *rows: str) -> object:
    return load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/register.csv": "\n".join(["UPN,Date,Half,Code", *rows, ""])},
        ROLL,
        SESSIONS,
    )


def test_totals_are_read_with_their_span(load_files: Load) -> None:
    """Counts as whole numbers, thousands separated or not, and the dates they are for."""
    loading = totals(load_files, f'{AMARA},"1,094",1089,4,1,3', f"{BEN},94.0,94,,,")
    rows = loading.loaded.attendance.set_index("pupil")
    assert rows.loc[AMARA, ["possible", "attended", "authorised", "unauthorised", "late"]].tolist() == [
        1094,
        1089,
        4,
        1,
        3,
    ]
    assert pd.isna(rows.loc[BEN, "authorised"])
    assert rows["starts"].tolist() == [pd.Timestamp(2026, 9, 3)] * 2
    assert codes(loading) == []


@pytest.mark.parametrize("row", ["94,95,0,0,0", "94,89,4,2,0", "94,80,4,1,0"])
def test_impossible_totals_are_held_and_left_out(load_files: Load, row: str) -> None:
    """More attended than possible, or parts that don't make up the whole: named, and no figure is made."""
    loading = totals(load_files, f"{AMARA},{row}", f"{BEN},94,90,,,")
    problem = only(loading, "R227")
    assert (problem.pupil, problem.severity, problem.holds_report, problem.place.row) == (AMARA, "hold", False, 2)
    assert loading.loaded.attendance["pupil"].tolist() == [BEN]
    assert loading.counts[1].aside == 1


def test_counts_that_can_not_be_read_are_named(load_files: Load) -> None:
    """A percentage is no count: the row lacks what it needs and is set aside."""
    loading = totals(load_files, f"{AMARA},94,96.5%,,,")
    assert codes(loading) == ["R228", "R234"]
    assert loading.loaded.attendance.empty


def test_two_rows_for_one_pupil_are_held(load_files: Load) -> None:
    """Different totals for one pupil: neither is used; a copy is one."""
    loading = totals(load_files, f"{AMARA},94,90,,,", f"{AMARA},50,50,,,", f"{BEN},94,90,,,", f"{BEN},94,90,,,")
    assert loading.loaded.attendance["pupil"].tolist() == [BEN]
    assert only(loading, "R245").pupil == AMARA
    assert only(loading, "R206").found == "row 5"


def test_sessions_are_counted_by_their_codes(load_files: Load) -> None:
    r"""Attended / \ L B, authorised I M, unauthorised O, not possible #: possible is what is left, late are the L."""
    loading = register(
        load_files,
        f"{AMARA},03/09/2026,AM,/",
        f"{AMARA},03/09/2026,PM,\\",
        f"{AMARA},04/09/2026,am,l",
        f"{AMARA},04/09/2026,2,I",
        f"{AMARA},07/09/2026,AM,O",
        f"{AMARA},07/09/2026,PM,#",
        f"{AMARA},08/09/2026,Morning,B",
    )
    row = loading.loaded.attendance.iloc[0]
    assert [row[c] for c in ("possible", "attended", "authorised", "unauthorised", "late")] == [6, 4, 1, 1, 1]
    assert (row["starts"], row["ends"]) == (pd.Timestamp(2026, 9, 3), pd.Timestamp(2026, 9, 8))
    assert len(loading.loaded.sessions) == 7
    assert codes(loading) == []


def test_unknown_codes_are_named_and_not_counted(load_files: Load) -> None:
    """A session of an unknown code, or of none, is neither possible nor missed; said once a code."""
    loading = register(
        load_files,
        f"{AMARA},03/09/2026,AM,/",
        f"{AMARA},03/09/2026,PM,q9",
        f"{AMARA},04/09/2026,AM,Q9",
        f"{AMARA},04/09/2026,PM,",
    )
    assert sorted(p.found for p in loading.problems if p.code == "R229") == ['"Q9" (2 sessions)', "no code (1 session)"]
    assert loading.loaded.attendance[["possible", "attended"]].to_numpy().tolist() == [[1, 1]]


def test_a_pupil_without_a_session_that_counts_has_no_attendance(load_files: Load) -> None:
    """Nought of nought is no figure."""
    loading = register(load_files, f"{AMARA},03/09/2026,AM,#")
    assert loading.loaded.attendance.empty
    assert len(loading.loaded.sessions) == 1


def test_two_codes_for_one_session_are_not_counted(load_files: Load) -> None:
    """Different codes for a half-day: neither, said once a pupil; a copy is one; a strange half-day is named."""
    loading = register(
        load_files,
        f"{AMARA},03/09/2026,AM,/",
        f"{AMARA},03/09/2026,AM,I",
        f"{AMARA},04/09/2026,AM,/",
        f"{AMARA},04/09/2026,AM,/",
        f"{AMARA},07/09/2026,EVE,/",
    )
    assert sorted(codes(loading)) == ["R206", "R231", "R246"]
    assert loading.loaded.attendance[["possible", "attended"]].to_numpy().tolist() == [[1, 1]]
    assert (loading.counts[1].used, loading.counts[1].duplicates, loading.counts[1].aside) == (1, 1, 3)


def test_sessions_win_over_totals_and_the_difference_is_said_once(load_files: Load) -> None:
    """Where both are loaded the sessions count; pupils with totals only keep them."""
    loading = totals(load_files, f"{AMARA},94,90,,,", f"{BEN},94,91,,,", register=f"{AMARA},03/09/2026,AM,/\n")
    rows = loading.loaded.attendance.set_index("pupil")
    assert rows[["possible", "attended"]].to_numpy().tolist() == [[94, 91], [1, 1]]
    assert only(loading, "R230").found == "1 pupil; the first has 90 of 94 here"
