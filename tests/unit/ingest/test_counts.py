"""Every row of every file is accounted for."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import project
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.ingest.by_hand import AMARA, BEN, MARKS, MARKS_HEADINGS, ROLL, ROLL_TEXT

from reportgen.ingest import Loading, load
from reportgen.model.source import Source, Sources

ROWS = st.lists(
    st.tuples(
        st.sampled_from([AMARA, BEN, "Z9", ""]),
        st.sampled_from(["Maths", "Art", "Latin", ""]),
        st.sampled_from(["5", "5.0", "6", "B+", "", "Abs"]),
        st.sampled_from(["10A", "10B", ""]),
        st.sampled_from(["", "", "", "HUG,more"]),
    ),
    max_size=14,
)


def loading(marks: str, **source: object) -> Loading:
    with TemporaryDirectory() as folder:
        exports = Path(folder) / "exports"
        exports.mkdir()
        (exports / "pupils.csv").write_text(ROLL_TEXT, encoding="utf-8")
        (exports / "marks.csv").write_text(marks, encoding="utf-8")
        sources = Sources(sources=(Source(**ROLL), Source(**{**MARKS, **source})))
        return load(project(sources=sources), Path(folder))


def by_hand(rows: list[tuple[str, ...]], *, where: bool) -> dict[str, int]:
    """Where each row goes, as a person would sort them with a pencil: no code of ours."""
    piles = {"used": 0, "duplicates": 0, "aside": 0, "not_for_source": 0}
    seen = set()
    for key, subject, mark, class_id, rest in rows:
        said = (key, subject, "5" if mark == "5.0" else mark)
        if not any((key, subject, mark, class_id, rest)):
            continue
        if where and not class_id:
            pile = "not_for_source"
        elif rest or key not in (AMARA, BEN) or subject not in ("Maths", "Art"):
            pile = "aside"
        else:
            pile = "duplicates" if said in seen else "used"
            seen.add(said)
        piles[pile] += 1
    return piles


@settings(max_examples=25)
@given(ROWS, st.booleans())
def test_rows_are_used_copies_aside_or_left_to_others(rows: list[tuple[str, ...]], where: bool) -> None:  # noqa: FBT001 - hypothesis hands it over
    """Whatever the file, each row is in the pile a person would put it in, the piles add up, and what is set aside is named."""
    text = MARKS_HEADINGS + "\n" + "".join(",".join(row) + "\n" for row in rows)
    found = loading(text, **({"where": {"Class": ("10A", "10B")}} if where else {}))
    count = found.counts[1]
    piles = {
        "used": count.used,
        "duplicates": count.duplicates,
        "aside": count.aside,
        "not_for_source": count.not_for_source,
    }
    assert piles == by_hand(rows, where=where)
    assert count.rows == sum(piles.values())
    assert (count.aside == 0) or any(p.code in ("R201", "R202", "R210", "R221", "R234") for p in found.problems)


@settings(max_examples=25)
@given(
    st.permutations(
        [
            f"{k},{s},{m},{c},"
            for k in (AMARA, BEN)
            for s, m, c in (("Maths", "5", "10A"), ("Art", "B+", ""), ("English", "Abs", ""), ("English", "", ""))
        ]
    )
)
def test_row_order_never_matters(rows: list[str]) -> None:
    """The same rows in any order give the same marks, states and counts."""
    columns = ["pupil", "subject", "label", "value", "position", "state", "reason"]
    straight, mixed = loading("\n".join([MARKS_HEADINGS, *sorted(rows)])), loading("\n".join([MARKS_HEADINGS, *rows]))
    assert straight.loaded is not None
    assert mixed.loaded is not None
    assert straight.loaded.results[columns].equals(mixed.loaded.results[columns])
    assert straight.counts == mixed.counts
    assert sorted(p.code for p in straight.problems) == sorted(p.code for p in mixed.problems)


def test_a_stop_counts_nothing_and_loads_nothing(tmp_path: Path) -> None:
    """After a stop there are no frames to trust, and no counts to read."""
    found = load(project(sources=Sources(sources=(Source(**ROLL),))), tmp_path)
    assert (found.loaded, found.counts) == (None, ())


@pytest.mark.slow
def test_a_mark_given_in_many_classes_is_one_mark(tmp_path: Path) -> None:
    """A whole school's marks, each said by eleven classes, are each one result; the copies are counted."""
    keys = [f"P{n:05d}" for n in range(1200)]
    (tmp_path / "pupils.csv").write_text(
        "UPN,Year\n" + "".join(f"{k},{n % 5 + 7}\n" for n, k in enumerate(keys)), encoding="utf-8"
    )
    cells = [
        (s, c, t)
        for s in ("maths", "english", "art")
        for c in ("jun", "nov")
        for t in ("current", "target", "attitude")
    ]
    lines = [
        f"{k},{s},{c},{t},{4 if t == 'attitude' else 5},10{g}\n"
        for k in keys
        for s, c, t in cells
        for g in "ABCDEFGHIJK"
    ]
    (tmp_path / "marks.csv").write_text("UPN,Subject,When,What,Mark,Class\n" + "".join(lines), encoding="utf-8")
    sources = Sources(
        sources=(
            Source(id="p", file="pupils.csv", frame="pupils", columns={"pupil": "UPN", "year_group": "Year"}),
            Source(
                id="m",
                file="marks.csv",
                frame="results",
                columns={
                    "pupil": "UPN",
                    "subject": "Subject",
                    "collection": "When",
                    "facet": "What",
                    "written": "Mark",
                    "class_id": "Class",
                },
            ),
        )
    )
    found = load(project(sources=sources), tmp_path)
    assert found.loaded is not None
    assert (len(lines), len(found.loaded.results), found.counts[1].duplicates) == (237_600, 21_600, 216_000)
