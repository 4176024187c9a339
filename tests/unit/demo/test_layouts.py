"""One school, exported as three systems would: the same frames, whatever the headings, words and dates."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from reportgen.demo import System
from reportgen.demo.exports import NO_MARK
from reportgen.demo.marks import CURRENT, marks
from reportgen.demo.roll import roll
from reportgen.demo.year import YEAR_GROUPS
from reportgen.model import frames as f
from reportgen.model.scale import MarkState
from tests.unit.demo.conftest import SEED, SIZE, Schools

AS_WRITTEN = {f.SCHOOL, f.SOURCE, f.SHEET, f.ROW, f.HEADING, f.WRITTEN}
"""Where a cell stood and how it was spelt."""
OF_ONE_SYSTEM = {f.MIS_ID, f.ADMISSION_NUMBER}


def canonical(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame without what may differ, in the order of its key.

    A wide sheet has an empty cell for a subject that a pupil does not take, a long file has no row: such cells are
    those of a subject in which nothing at all was entered for the pupil.
    """
    if name == f.RESULTS.name:
        subject = [frame[c] for c in (f.PUPIL, f.SUBJECT, f.COLLECTION)]
        frame = frame.loc[frame[f.STATE].ne(MarkState.NOT_ENTERED.value).groupby(subject).transform("any")]
    kept = [c for c in frame.columns if c not in AS_WRITTEN | OF_ONE_SYSTEM]
    return frame[kept].sort_values(list(f.frame(name).key)).reset_index(drop=True)


@pytest.mark.parametrize("name", [frame.name for frame in f.FRAMES])
@pytest.mark.parametrize("system", ["arbor", "bromcom"])
def test_three_layouts_one_school(schools: Schools, system: System, name: str) -> None:
    """The exports of Arbor and Bromcom load to the same frames as those of SIMS: people, marks, texts and registers."""
    one, other = schools("sims").loading.loaded, schools(system).loading.loaded
    assert one is not None
    assert other is not None
    same, given = canonical(name, getattr(one, name)), canonical(name, getattr(other, name))
    assert len(same) > (0 if name == f.ATTENDANCE.name else 30)
    assert_frame_equal(given, same)


def test_what_is_loaded_is_the_school(schools: Schools) -> None:
    """Every pupil is loaded with their own names, dates and year group, and every mark that was given as a mark."""
    loaded = schools("sims").loading.loaded
    assert loaded is not None
    people = roll(SIZE, SEED)
    frame = loaded.pupils.set_index(f.PUPIL)
    assert len(frame) == len(people)
    for pupil in people:
        row = frame.loc[pupil.upn]
        assert (row[f.LEGAL_FORENAME], row[f.PREFERRED_FORENAME]) == (pupil.legal_forename, pupil.forename)
        assert (row[f.BORN].date(), row[f.JOINED].date()) == (pupil.born, pupil.joined)
        assert (None if pd.isna(row[f.LEFT]) else row[f.LEFT].date()) == pupil.left
        assert row[f.YEAR_GROUP] == str(pupil.year_group)
    given = {
        (mark.pupil.upn, mark.subject.id, mark.collection.id)
        for mark in marks(people, SEED)
        if mark.written(CURRENT) not in NO_MARK
    }
    marked = loaded.results.query("facet == 'current' and state == 'marked'")
    assert set(marked[[f.PUPIL, f.SUBJECT, f.COLLECTION]].itertuples(index=False, name=None)) == given


@pytest.mark.parametrize("system", ["sims", "arbor", "bromcom"])
def test_leavers_would_be_older_now(schools: Schools, system: System) -> None:
    """Year groups of leavers are those they left in, and are read as those of 2026/27: one or two years on."""
    sources = {source.id: source for source in schools(system).project.sources.sources}
    for name, years in (("leavers-2024-25", 2), ("leavers-2025-26", 1)):
        meant = sources[name].values["year_group"].items()  # noqa: PD011 - a setting, no frame
        assert {int(wrote.split()[-1]): int(means) - years for wrote, means in meant} == {g: g for g in YEAR_GROUPS}


@pytest.mark.parametrize(
    ("system", "file", "seen"),
    [
        ("sims", "exports/pupils.csv", ["Adno", "Legal Surname", "Legal Forename", "Year", "Reg", "DOB"]),
        ("arbor", "exports/students.csv", ["First name", "Last name", "UPN", "Year group", "Registration form"]),
    ],
)
def test_headings_that_were_seen(schools: Schools, system: System, file: str, seen: list[str]) -> None:
    """The lists of pupils have the headings that these systems were seen to write (domain facts, 6.3)."""
    first = (schools(system).folder / file).read_text(encoding="utf-8-sig").splitlines()[0]
    assert set(seen) <= set(first.split(","))


def test_cells_that_were_seen(schools: Schools) -> None:
    """SIMS writes `Year  7` with two spaces and Adno with its zeros, Arbor three words where there is no mark."""
    pupils = (schools("sims").folder / "exports/pupils.csv").read_text(encoding="utf-8-sig")
    assert ",Year  7," in pupils
    assert all(row.startswith("00") for row in pupils.splitlines()[1:])
    marks = [path.read_text(encoding="utf-8") for path in schools("arbor").folder.glob("exports/marks-*.csv")]
    for word in ("Absent", "Not enrolled", "Not required"):
        assert any(f",{word}\n" in text for text in marks)


def test_who_must_not_be_contacted(schools: Schools) -> None:
    """People the school must not contact are in the exports, and in no frame."""
    made = schools("sims")
    rows = (made.folder / "exports/contacts.csv").read_text(encoding="utf-8").splitlines()[1:]
    barred = [row.split(",") for row in rows if row.endswith(",T")]
    assert barred
    assert made.loading.loaded is not None
    contacts = made.loading.loaded.contacts
    assert len(contacts) == len(rows) - len(barred)
    known = set(zip(contacts[f.PUPIL], contacts[f.NAME], strict=True))
    assert known.isdisjoint({(row[0], row[3]) for row in barred})
