"""Claims about the records of freezing and releasing that stand beside the settings."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reportgen.model.release import RELEASES, Approval, ApprovedDocument, Release, approval_path
from reportgen.model.seal import Revision, Seal, SealedRow, packed, rows_hash, rows_path, rows_text, seal_path
from reportgen.settings.records import approval_text, read_records, read_sealed_rows, releases_text

ROWS = (SealedRow("A", "maths", "current", "", "marked", "5+"),)
REVISION = Revision(revision=1, on=date(2026, 11, 18), marks=1, rows=rows_hash(rows_text(ROWS)), files=())
SEAL = Seal(collection="nov", revisions=(REVISION,))
APPROVAL = Approval(
    report="autumn",
    documents=(
        ApprovedDocument(path="parents/aa", content="0" * 64, revision=1),
        ApprovedDocument(path="staff/classes/10b,2", content="1" * 64, revision=2),
    ),
)
RELEASE = Release(
    report="autumn", by='Mrs "A" Adeyemi: é', on=date(2026, 11, 27), build="123456789012", documents=APPROVAL.digest
)


def put(folder: Path, path: str, content: bytes) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content)


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A school's folder with one frozen collection and one release."""
    put(tmp_path, seal_path("nov"), SEAL.model_dump_json(indent=1).encode())
    put(tmp_path, rows_path("nov", 1), packed(rows_text(ROWS)))
    put(tmp_path, RELEASES, releases_text((RELEASE,)).encode())
    put(tmp_path, approval_path("autumn", 1), approval_text(APPROVAL))
    return tmp_path


def test_a_school_without_records_has_none(tmp_path: Path) -> None:
    """Before anything is frozen or released there is nothing to read and nothing wrong."""
    records = read_records(tmp_path)
    assert (records.seals, records.releases, records.approvals, records.problems, records.files) == ((), (), (), (), ())


def test_records_come_back_as_they_were_written(recorded: Path) -> None:
    """Seal, release and list are read whole, names with quotes and colons too; the files count as inputs."""
    records = read_records(recorded)
    assert records.problems == ()
    assert records.seals == (SEAL,)
    assert records.releases == (RELEASE,)
    assert records.approvals == (APPROVAL,)
    assert [file.path for file in records.files] == [seal_path("nov"), RELEASES, approval_path("autumn", 1)]
    assert read_sealed_rows(recorded, SEAL) == ROWS


@pytest.mark.parametrize(
    "content",
    [
        b"{}",
        b"not json",
        SEAL.model_copy(update={"collection": "dec"}).model_dump_json().encode(),
        SEAL.model_copy(update={"revisions": ()}).model_dump_json().encode(),
        SEAL.model_copy(update={"revisions": (REVISION.model_copy(update={"revision": 2}),)})
        .model_dump_json()
        .encode(),
    ],
)
def test_a_damaged_seal_is_a_stop_at_its_file(recorded: Path, content: bytes) -> None:
    """No JSON, another collection's, no revision or one left out: C343, and the file is named."""
    put(recorded, seal_path("nov"), content)
    problems = read_records(recorded).problems
    assert [(p.code, p.place.file) for p in problems] == [("C343", seal_path("nov"))]


@pytest.mark.parametrize("content", [b"", b"1,2,3", packed(rows_text((ROWS[0]._replace(text="6"),)))])
def test_sealed_rows_that_are_not_those_are_not_read(recorded: Path, content: bytes) -> None:
    """Damaged or changed rows are none: nothing is compared with them."""
    put(recorded, rows_path("nov", 1), content)
    assert read_sealed_rows(recorded, SEAL) is None


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (RELEASES, b"releases:\n  - {report: autumn}\n"),
        (RELEASES, b"releases: [\n"),
        (approval_path("autumn", 1), b""),
        (approval_path("autumn", 1), approval_text(APPROVAL.model_copy(update={"documents": APPROVAL.documents[:1]}))),
        (approval_path("autumn", 1), approval_text(APPROVAL).replace(b",2", b",3")),
    ],
)
def test_a_damaged_release_is_a_stop_at_its_file(recorded: Path, path: str, content: bytes) -> None:
    """A record that can't be read, or a list that is not the one released: C352, and the file is named."""
    put(recorded, path, content)
    assert {(p.code, p.place.file) for p in read_records(recorded).problems} == {("C352", path)}


def test_a_lost_list_is_a_stop(recorded: Path) -> None:
    """Without the list nobody can say what was released."""
    (recorded / approval_path("autumn", 1)).unlink()
    assert [p.code for p in read_records(recorded).problems] == ["C352"]


def test_only_the_last_release_says_what_families_have(recorded: Path) -> None:
    """After a second release its list is read, and the first stays as it was."""
    second = APPROVAL.model_copy(update={"documents": APPROVAL.documents[1:]})
    again = RELEASE.model_copy(update={"documents": second.digest, "build": "abcdefabcdef"})
    put(recorded, RELEASES, releases_text((RELEASE, again)).encode())
    put(recorded, approval_path("autumn", 2), approval_text(second))
    records = read_records(recorded)
    assert records.problems == ()
    assert records.releases == (RELEASE, again)
    assert records.approvals == (second,)


@pytest.mark.parametrize("content", [b"", b"releases:\n", b"releases: []\n", b"# Only a comment is left.\n"])
def test_an_emptied_record_is_no_school_that_never_released(recorded: Path, content: bytes) -> None:
    """With a list under config/released the next release would write over it: C352, and the list is named."""
    put(recorded, RELEASES, content)
    problems = read_records(recorded).problems
    assert [(p.code, p.place.file, p.expected) for p in problems] == [
        ("C352", RELEASES, "one for config/released/autumn-1.csv")
    ]
    (recorded / approval_path("autumn", 1)).unlink()
    assert read_records(recorded).problems == ()


def test_only_the_list_of_a_release_cut_short_needs_no_entry(recorded: Path) -> None:
    """The next list of a report, alone, is written again by the next release; any other list is one whose entry is lost."""
    put(recorded, approval_path("autumn", 2), b"half a list")
    assert read_records(recorded).problems == ()
    put(recorded, approval_path("spring", 1), b"half a list")
    assert [p.expected for p in read_records(recorded).problems] == ["one for config/released/autumn-2.csv and 1 more"]
    for path in (approval_path("autumn", 2), approval_path("spring", 1)):
        (recorded / path).unlink()
    put(recorded, approval_path("autumn", 3), b"a list")
    assert [p.code for p in read_records(recorded).problems] == ["C352"]


def test_a_lost_record_leaves_its_lists_behind(recorded: Path) -> None:
    """Without releases.yaml one first list may be of a first release cut short; two lists are not."""
    (recorded / RELEASES).unlink()
    assert read_records(recorded).problems == ()
    put(recorded, approval_path("autumn", 2), approval_text(APPROVAL))
    assert [p.code for p in read_records(recorded).problems] == ["C352"]


@pytest.fixture
def usual_limit() -> Iterator[None]:
    """The longest field that csv reads unless told otherwise: reading exports raises it for the whole program."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("usual_limit")
def test_what_the_csv_reader_refuses_is_a_damaged_record(recorded: Path) -> None:
    """A quotation mark never closed makes one field of more characters than csv allows: C352, and no sealed rows."""
    endless = '"' + "x" * 131_073
    put(recorded, approval_path("autumn", 1), approval_text(APPROVAL) + endless.encode())
    assert [p.code for p in read_records(recorded).problems] == ["C352"]
    text = rows_text(ROWS) + endless.encode()
    put(recorded, rows_path("nov", 1), packed(text))
    seal = SEAL.model_copy(update={"revisions": (REVISION.model_copy(update={"rows": rows_hash(text)}),)})
    assert read_sealed_rows(recorded, seal) is None
