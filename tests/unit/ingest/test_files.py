"""Which files a source reads."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from builders import project
from unit.ingest.by_hand import AMARA, BEN, MARKS, MARKS_HEADINGS, ROLL, ROLL_TEXT, Load, codes, only

from reportgen.ingest import load

ONE = f"{MARKS_HEADINGS}\n{AMARA},Maths,5,10A,HUG\n"
TWO = f"{MARKS_HEADINGS}\n{BEN},Maths,4,10A,HUG\n"


def test_a_missing_file_stops_with_the_nearest_name(load_files: Load) -> None:
    """The stop names the file and what may have been meant."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/mark.csv": ONE}, ROLL, MARKS)
    assert only(loading, "L201").remedy == 'Did you mean "mark.csv"?'
    assert loading.loaded is None
    assert loading.counts == ()


def test_an_optional_file_may_be_missing(load_files: Load) -> None:
    """`optional: true` raises nothing until the file is there."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT}, ROLL, {**MARKS, "optional": True})
    assert codes(loading) == []


def test_a_pattern_reads_every_file_in_order_of_names(load_files: Load) -> None:
    """`*` stands for anything; each file has its own count; lock files of Excel are not read."""
    files = {
        "exports/pupils.csv": ROLL_TEXT,
        "exports/marks-b.csv": TWO,
        "exports/marks-a.csv": ONE,
        "exports/~$marks-a.csv": "x",
        "exports/.marks-c.csv": "x",
    }
    loading = load_files(files, ROLL, {**MARKS, "file": "exports/*marks-*.csv"})
    assert [c.file for c in loading.counts] == ["exports/pupils.csv", "exports/marks-a.csv", "exports/marks-b.csv"]
    assert len(loading.loaded.results) == 2


def test_brackets_in_file_names_are_no_wildcards(load_files: Load) -> None:
    """A file saved twice by a browser is found by its own name."""
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/marks [1].csv": ONE},
        ROLL,
        {**MARKS, "file": "exports/marks [1].csv"},
    )
    assert len(loading.loaded.results) == 1


@pytest.mark.parametrize(
    "file", ["../secret.csv", "exports/../../secret.csv", "/etc/hosts", "C:/marks.csv", "..\\secret.csv"]
)
def test_files_outside_the_project_are_refused(load_files: Load, tmp_path: Path, file: str) -> None:
    """No source leads out of the project folder, whatever is there."""
    (tmp_path.parent / "secret.csv").write_text(ONE, encoding="utf-8")
    loading = load_files({"exports/pupils.csv": ROLL_TEXT}, ROLL, {**MARKS, "file": file})
    assert only(loading, "L202").place.file == file


def test_links_that_lead_outside_are_refused(load_files: Load, tmp_path: Path) -> None:
    """A link inside the folder to a file outside it is outside."""
    (tmp_path.parent / "secret.csv").write_text(ONE, encoding="utf-8")
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "marks.csv").symlink_to(tmp_path.parent / "secret.csv")
    assert "L202" in codes(load_files({"exports/pupils.csv": ROLL_TEXT}, ROLL, MARKS))


def test_every_file_read_is_recorded_once_with_its_hash(load_files: Load) -> None:
    """The manifest can name each input: path, hash of its bytes, size; one that feeds two sources is there once."""
    second = {
        **ROLL,
        "id": "groups",
        "frame": "memberships",
        "columns": {"upn": "UPN", "written": "Sex"},
        "fixed": {"group": "sex"},
    }
    loading = load_files({"exports/pupils.csv": ROLL_TEXT}, ROLL, second)
    content = ROLL_TEXT.encode()
    assert [(file.path, file.sha256, file.size) for file in loading.files] == [
        ("exports/pupils.csv", sha256(content).hexdigest(), len(content))
    ]


def test_faults_of_a_file_that_feeds_two_sources_are_said_once(load_files: Load) -> None:
    """Encoding and ragged rows are the file's, not the source's."""
    second = {
        **ROLL,
        "id": "groups",
        "frame": "memberships",
        "columns": {"upn": "UPN", "written": "Sex"},
        "fixed": {"group": "sex"},
    }
    text = ROLL_TEXT.replace("Amara", "Zoë").replace(",M\n", "\n").encode("cp1252")
    loading = load_files({"exports/pupils.csv": text}, ROLL, second)
    assert codes(loading).count("L211") == 1
    assert codes(loading).count("R222") == 1


def test_no_source_at_all_stops(tmp_path: Path) -> None:
    """A project that names no export can't be built."""
    assert codes(load(project(), tmp_path)) == ["L226"]
