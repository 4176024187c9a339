"""Claims about which rows freezing seals."""

from __future__ import annotations

import builders as b
import pandas as pd

from reportgen.calendars.sealed_rows import sealed_rows, sources_of
from reportgen.model import frames as f
from reportgen.model.frames import Loaded
from reportgen.model.seal import SealedRow


def school(**frames: pd.DataFrame) -> Loaded:
    """Two pupils with marks in November and June, and a tutor's words in November."""
    given = {
        "pupils": b.pupils("A Amara Okonkwo 10 10R", "B Ben Brown 10 10R"),
        "results": pd.concat([b.results("A 5 6", "B 5 5", collection="nov")], ignore_index=True),
    }
    return b.loaded(**{**given, **frames})


def test_a_row_says_what_was_given_to_whom() -> None:
    """Pupil, subject, facet, state and mark of each row of the collection, sorted."""
    rows = sealed_rows(school(), "nov")
    assert rows == tuple(sorted(rows))
    assert SealedRow("B", "maths", "current", "", "marked", "5") in rows
    assert {row.pupil for row in rows} == {"A", "B"}


def test_another_collection_is_not_sealed() -> None:
    """A collection that the exports do not have has no rows."""
    assert sealed_rows(school(), "autumn-2031") == ()


def test_where_a_row_stood_is_no_part_of_it() -> None:
    """Other sources, sheets, rows and spellings of the same marks, in another order: the same rows."""
    results = school().results
    moved = results.iloc[::-1].assign(
        **{f.SOURCE: "elsewhere", f.SHEET: "Year 10", f.ROW: range(900, 900 + len(results)), f.WRITTEN: "written so"}
    )
    assert sealed_rows(school(results=moved), "nov") == sealed_rows(school(), "nov")
    assert sources_of(school(results=moved), "nov") == frozenset({"elsewhere"})


def test_a_missing_mark_is_sealed_with_its_reason() -> None:
    """A pupil who was absent is a row without a mark: filling it in later is a change."""
    results = school().results
    first = results.index == results.index[0]
    gap = results.assign(**{f.STATE: results[f.STATE].mask(first, "absent"), f.LABEL: results[f.LABEL].mask(first)})
    changed = set(sealed_rows(school(results=gap), "nov")) - set(sealed_rows(school(), "nov"))
    assert [(row.state, row.text) for row in changed] == [("absent", "")]
