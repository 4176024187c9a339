"""Claims about sealed rows: the same rows are the same bytes, and what changed is told row by row."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from reportgen.model.seal import RowChange, SealedRow, differing, packed, rows_hash, rows_text, unpacked

A = SealedRow("A", "maths", "current", "", "marked", "5+")
B = SealedRow("B", "maths", "current", "", "absent", "")
WORDS = SealedRow("A", "", "comment", "PAT", "", 'A calm start,\nand "steady" work; é')


def test_the_order_of_rows_changes_nothing() -> None:
    """Rows in another order have the same text and so the same hash."""
    assert rows_text((A, B, WORDS)) == rows_text((WORDS, B, A))


def test_rows_come_back_as_they_were_sealed() -> None:
    """Marks, gaps and words with quotes and line breaks are read back whole."""
    text = rows_text((A, B, WORDS))
    assert unpacked(packed(text), rows_hash(text)) == tuple(sorted((A, B, WORDS)))


def test_a_packed_record_holds_no_time_and_no_name() -> None:
    """The four bytes of time in its head are nought, its flags say that no name follows."""
    made = packed(rows_text((A,)))
    assert made[4:8] == b"\0\0\0\0"
    assert made[3] == 0
    assert packed(rows_text((A,))) == made


@pytest.mark.parametrize("damage", [lambda made: made[:-9], lambda _: b"", lambda _: gzip.compress(b"pupil\n")])
def test_a_damaged_record_is_refused(damage: Callable[[bytes], bytes]) -> None:
    """Cut short, empty or with other rows: never taken for what was sealed."""
    text = rows_text((A, B))
    with pytest.raises(ValueError, match=r"."):
        unpacked(damage(packed(text)), rows_hash(text))


def test_what_changed_is_told_by_pupil_with_both_marks() -> None:
    """A higher mark, a gap that was filled, a mark that is gone, and new words; what is the same is not told."""
    gone = SealedRow("C", "art", "current", "", "marked", "4")
    same = SealedRow("D", "art", "current", "", "marked", "4")
    found = differing((A, B, gone, same), (A._replace(text="6−"), B._replace(state="marked", text="3"), same, WORDS))
    assert found == (
        RowChange("A", "", "comment", "", WORDS.text),
        RowChange("A", "maths", "current", "5+", "6−"),
        RowChange("B", "maths", "current", "absent", "3"),
        RowChange("C", "art", "current", "4", ""),
    )
