"""A made-up school as a whole: the same bytes, the right size, read and loaded with the planted problems only."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from reportgen import measures, packs
from reportgen.demo import System, made_up_school
from reportgen.demo.faults import BLANKS, FAULTS
from reportgen.demo.year import ROUNDS, school_days
from reportgen.ingest import Loading
from reportgen.model import frames as f
from reportgen.model.document import ParentReport
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.settings import Reading
from tests.unit.demo.conftest import SIZE, Schools, load, write

SYSTEMS: tuple[System, ...] = ("sims", "arbor", "bromcom")

DIGEST = (
    "import hashlib; from reportgen.demo import made_up_school;"
    "print(*(hashlib.sha256(b''.join(p.encode() + c for p, c in made_up_school(pupils=40, seed=4, system=system)))"
    ".hexdigest() for system in ('sims', 'bromcom')))"
)


def digest(hash_seed: str) -> str:
    given = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "UTC" if hash_seed == "1" else "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", DIGEST], capture_output=True, text=True, check=True, env=given)
    return done.stdout


def test_same_seed_same_bytes() -> None:
    """Two interpreters with other hash seeds and time zones make the same bytes, CSV files and workbooks."""
    assert digest("1") == digest("2")


def test_other_seed_other_school() -> None:
    """Another seed changes the exports; the settings written by hand stay as they are."""
    one, two = dict(made_up_school(pupils=30, seed=1)), dict(made_up_school(pupils=30, seed=2))
    assert list(one) == list(two)
    assert {path for path in one if one[path] == two[path]} == {
        f"config/{name}.yaml"
        for name in (
            "school",
            "calendars/terms",
            "calendars/assessment",
            "calendars/collection",
            "calendars/reporting",
            "subjects",
            "scales",
            "groups",
            "sources",
            "measures",
            "packs",
            "staff",
        )
    }


@pytest.mark.parametrize("pupils", [29, 12_001, 0, -5])
def test_sizes_it_refuses(pupils: int) -> None:
    """Fewer than 30 or more than 12,000 pupils are refused with both bounds."""
    with pytest.raises(ValueError, match=r"30 to 12,000 pupils"):
        made_up_school(pupils=pupils, seed=1)


def test_systems_it_refuses() -> None:
    """A system without a layout is refused with those there are."""
    with pytest.raises(ValueError, match="sims, arbor, bromcom"):
        made_up_school(pupils=30, seed=1, system="sisra")  # type: ignore[arg-type]  # what a caller may write


def test_workbooks_hold_no_clock(schools: Schools) -> None:
    """Every entry of each workbook carries the zip format's first day, and its properties a fixed date."""
    books = sorted(schools("bromcom").folder.glob("exports/*.xlsx"))
    assert len(books) == len(ROUNDS) + 4
    for book in books:
        with ZipFile(book) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = archive.read("docProps/core.xml").decode()
        assert core.count("2027-06-18T12:00:00Z") == 2


def test_settings_read_without_a_problem(reading: Reading) -> None:
    """The example settings are exemplary: nothing to stop, hold or warn of."""
    assert [str(p) for p in reading.problems] == []


@pytest.mark.parametrize("system", SYSTEMS)
def test_only_the_planted_problems(schools: Schools, system: System) -> None:
    """In each layout loading finds each planted fault once, in the file it stands in, and nothing else; none stops."""
    problems = schools(system, faults=True).loading.problems
    assert Counter((p.place.file, p.code) for p in problems) == Counter((x.file, x.code) for x in FAULTS[system])
    assert all(p.severity is not Severity.STOP for p in problems)


def test_faults_are_many(schools: Schools) -> None:
    """At least twenty kinds of fault, holds as well as warnings, the same in each layout."""
    kinds = {system: [(fault.what, fault.code) for fault in FAULTS[system]] for system in SYSTEMS}
    assert kinds["sims"] == kinds["arbor"] == kinds["bromcom"]
    assert len({code for _, code in kinds["sims"]}) >= 20
    assert {p.severity for p in schools("sims", faults=True).loading.problems} == {Severity.HOLD, Severity.WARN}


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_row_is_accounted_for(schools: Schools, system: System) -> None:
    """Every row of every file is used, a duplicate, set aside, or another source's."""
    counts = schools(system, faults=True).loading.counts
    assert counts
    assert all(c.rows == c.used + c.duplicates + c.aside + c.not_for_source for c in counts)


def test_rows_set_aside(loading: Loading) -> None:
    """Set aside are nobody's mark and Mathmatics, the slipped row, the row without a key, the totals and the address."""
    aside = Counter((c.source, c.aside) for c in loading.counts if c.aside)
    assert aside == Counter(
        {("late-marks", 2): 1, ("marksheets", 1): 1, ("groups", 1): 1, ("pupil-premium-paid", 1): 1, ("contacts", 1): 1}
    )
    duplicates = {c.source: c.duplicates for c in loading.counts if c.duplicates}
    assert duplicates == {"late-marks": 1, "pupils": 1, "groups": 1}


def test_late_marks_fill_their_blanks(loading: Loading) -> None:
    """The three history marks that were blank in the marksheet come from the file of late marks."""
    assert loading.loaded is not None
    late = loading.loaded.results.query("source == 'late-marks' and state == 'marked'")
    assert list(late[f.SUBJECT]) == ["history"] * 3


def test_held_reports(project: Project, loading: Loading) -> None:
    """The summer report holds four: one kept back on purpose, another name, no UPN, and one mostly blank."""
    assert loading.loaded is not None
    report = project.report("summer-2027")
    measured = measures.measure(project, report, loading.loaded)
    made = packs.compose(
        project,
        report,
        loaded=loading.loaded,
        measured=measured,
        problems=loading.problems,
        secret=b"secret",
        audiences=("parents",),
    )
    assert sorted(held.code for held in made.held) == sorted(["HOLD", "R207", "R250", BLANKS["sims"].code])
    reports = [one for one in made.documents if isinstance(one, ParentReport)]
    assert len(reports) + len(made.held) == SIZE


@pytest.mark.parametrize(
    ("pupils", "seed", "system"), [(30, 0, "sims"), (30, 8, "arbor"), (31, 2, "sims"), (97, 4, "sims")]
)
def test_loads_at_any_small_size(tmp_path: Path, pupils: int, seed: int, system: System) -> None:
    """Very small and uneven schools load with the planted problems only, and hold as many pupils as were asked for."""
    made = load(write(tmp_path, made_up_school(pupils=pupils, seed=seed, system=system)))
    assert Counter(p.code for p in made.loading.problems) == Counter(fault.code for fault in FAULTS[system])
    assert made.loading.loaded is not None
    roll = made.loading.loaded.pupils
    closes = made.project.collection("summer-2027").closes
    here = roll[(roll[f.JOINED].dt.date <= closes) & ~(roll[f.LEFT].dt.date < closes)]
    assert len(here) == pupils


def test_the_usual_school_is_small_on_disk() -> None:
    """1,200 pupils fill a few megabytes, and no file is near the 60 MB an export may have."""
    sizes = [len(content) for _, content in made_up_school(pupils=1200, seed=1)]
    assert sum(sizes) < 25_000_000
    assert max(sizes) < 6_000_000


def test_calendar_agrees_with_the_settings(project: Project) -> None:
    """Registers and closing days follow the dates in config/calendars; results of exams have no round of marks."""
    closes = {c.id: c.closes for c in project.collections.collections if c.entered_by == "class teacher"}
    assert {r.id: r.closes for r in ROUNDS} == closes
    year = project.school_year(2026)
    assert year is not None
    in_term = {
        date.fromordinal(n)
        for term in year.terms
        for n in range(term.starts.toordinal(), term.ends.toordinal() + 1)
        if date.fromordinal(n).weekday() < 5
    }
    closed = {date.fromordinal(n) for c in year.closures for n in range(c.starts.toordinal(), c.ends.toordinal() + 1)}
    assert set(school_days(date(2027, 7, 31))) == in_term - closed
    assert len(in_term - closed) == 190


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_year_of_190_days(project: Project, year: int) -> None:
    """Each school year has the 190 days of an English school year (domain: 380 sessions)."""
    given = project.school_year(year)
    assert given is not None
    closed = {c.starts for c in given.closures}
    days = [date.fromordinal(n) for t in given.terms for n in range(t.starts.toordinal(), t.ends.toordinal() + 1)]
    assert sum(day.weekday() < 5 and day not in closed for day in days) == 190


def test_nothing_reaches_anyone(folder: Path) -> None:
    """Addresses end in .example and numbers are those kept for drama (0113 496 0000 to 0999)."""
    with (folder / "exports/contacts.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if None not in row]
    assert len(rows) > SIZE
    assert all(row["Email"].endswith(".example") or not row["Email"] for row in rows)
    assert all(row["Telephone"].startswith("0113 496 0") for row in rows)
    written = (folder / "config/staff.yaml").read_text(encoding="utf-8")
    assert all(part[:11] == " 0113 496 0" for part in written.split("phone:")[1:])
