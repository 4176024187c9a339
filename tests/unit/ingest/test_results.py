"""Marks of pupils."""

from __future__ import annotations

import pytest
from builders import marks
from unit.ingest.by_hand import AMARA, BEN, MARKS, MARKS_HEADINGS, ROLL, ROLL_TEXT, Load, codes, only

from reportgen.model import frames as f
from reportgen.model.scale import Facet, ScaleUse


def test_a_mark_keeps_where_it_came_from_and_what_it_means(load_marks: Load) -> None:
    """Every column of the contract, in its type, for one mark."""
    loading = load_marks(f" {AMARA[:5]} {AMARA[5:].lower()},ma, 5- ,10A,HUG")
    row = loading.loaded.results.iloc[0].to_dict()
    expected = {
        "pupil": AMARA,
        "subject": "maths",
        "class_id": "10A",
        "collection": "nov",
        "facet": "current",
        "written": "5-",
        "scale": "fine",
        "label": "5−",
        "position": 12.0,
        "state": "marked",
        "year_group": "10",
        "heading": "Result",
        "school": "school",
        "source": "marks",
        "sheet": "",
        "row": 2,
    }
    assert {name: row[name] for name in expected} == expected
    assert row["value"] == pytest.approx(14 / 3)
    assert list(loading.loaded.results.columns) == [c.name for c in f.RESULTS.columns]
    assert {str(t) for t in loading.loaded.results.dtypes} == {"str", "float64", "Int64"}
    assert codes(loading) == []


def test_an_off_scale_mark_is_one_problem_a_cell(load_marks: Load) -> None:
    """Each cell is blank with its reason, holds itself and not the report, and names its place and pupil."""
    loading = load_marks(f"{AMARA},Maths,B+,10A,HUG", f"{BEN},Maths,B+,10A,HUG")
    found = [p for p in loading.problems if p.code == "R204"]
    assert [(p.pupil, p.place.row, p.place.heading, p.found, p.holds_report, p.severity) for p in found] == [
        (AMARA, 2, "Result", '"B+"', False, "hold"),
        (BEN, 3, "Result", '"B+"', False, "hold"),
    ]
    assert loading.loaded.results[["state", "reason"]].drop_duplicates().to_numpy().tolist() == [
        ["unclear", "“B+” is not on the scale"]
    ]
    assert loading.loaded.results[["label", "value", "position"]].isna().all(axis=None)
    assert loading.counts[1].used == 2


def test_an_unknown_subject_is_one_problem_with_its_count(load_marks: Load) -> None:
    """Rows of an unknown subject are set aside, counted and named once, with the nearest spelling."""
    loading = load_marks(f"{AMARA},Mahts,5,,", f"{BEN},Mahts,5,,", f"{BEN},Art,5,,")
    problem = only(loading, "R210")
    assert (problem.found, problem.place.row, problem.place.heading) == ('"Mahts" (2 rows)', 2, "Subject")
    assert problem.remedy.startswith('Did you mean "maths"?')
    assert (loading.counts[1].used, loading.counts[1].aside) == (1, 2)


def test_unknown_collections_and_facets_are_named(load_marks: Load) -> None:
    """Collections and facets too are looked up by id, name, other and short name."""
    text = f"UPN,Subject,When,What,Result\n{AMARA},Maths,Nov,Now,5\n{AMARA},Maths,November 2026,TARGET,6\n{AMARA},Maths,Easter,Now,5\n{AMARA},Maths,jun,Homework,5\n"
    source = {
        **MARKS,
        "columns": {"upn": "UPN", "subject": "Subject", "collection": "When", "facet": "What", "written": "Result"},
        "fixed": {},
    }
    loading = load_marks(text=text, source=source)
    assert loading.loaded.results[["collection", "facet", "label"]].to_numpy().tolist() == [
        ["nov", "current", "5"],
        ["nov", "target", "6"],
    ]
    assert (only(loading, "R211").found, only(loading, "R212").found) == ('"Easter"', '"Homework"')


def test_the_scale_is_that_of_the_year_group_then(load_marks: Load) -> None:
    """In June a pupil now in year 10 was in year 9, whose marks are on another scale."""
    facet = Facet(
        id="current",
        name="Now",
        role="attainment",
        scales=(ScaleUse(scale="gcse", year_groups=("9",)), ScaleUse(scale="fine", year_groups=("10",))),
    )
    source = {"columns": {**MARKS["columns"], "collection": "Class"}, "fixed": {"facet": "current"}}
    loading = load_marks(f"{AMARA},Maths,5,jun,", f"{AMARA},Maths,5+,nov,", source=source, marks=marks(facets=(facet,)))
    assert loading.loaded.results[["collection", "year_group", "scale", "label"]].to_numpy().tolist() == [
        ["jun", "9", "gcse", "5"],
        ["nov", "10", "fine", "5+"],
    ]


def test_marks_without_a_scale_are_one_problem_a_kind(load_marks: Load) -> None:
    """No scale for a facet and year group: cells are blank with their reason, said once with the count."""
    facet = Facet(id="current", name="Now", role="attainment", scales=(ScaleUse(scale="fine", year_groups=("11",)),))
    loading = load_marks(f"{AMARA},Maths,5,,", f"{BEN},Maths,5,,", f"{BEN},Art,NR,,", marks=marks(facets=(facet,)))
    assert only(loading, "R226").found == "2 marks of facet current, subject maths, year group 10"
    assert sorted(loading.loaded.results["state"]) == ["not required", "unclear", "unclear"]


def test_two_values_for_one_mark_name_both_cells(load_marks: Load) -> None:
    """Neither is printed: the cell is unclear, and the problem names both places."""
    loading = load_marks(f"{AMARA},Maths,5,10A,HUG", f"{AMARA},Ma,6,10B,ADE")
    problem = only(loading, "R205")
    assert (
        problem.found
        == '"5" (exports/marks.csv, row 2, column "Result") and "6" (exports/marks.csv, row 3, column "Result")'
    )
    assert (problem.pupil, problem.holds_report) == (AMARA, False)
    row = loading.loaded.results.iloc[0]
    assert (len(loading.loaded.results), row["state"], row["reason"]) == (
        1,
        "unclear",
        "two different marks were found",
    )
    assert loading.loaded.results[["label", "value", "position"]].isna().all(axis=None)
    assert loading.counts[1].used == 2


def test_one_mark_in_several_classes_is_no_problem(load_marks: Load) -> None:
    """Rows that differ by class or teacher only are how shared classes are exported: one mark, no warning."""
    loading = load_marks(f"{AMARA},Maths,5,10A,HUG", f"{AMARA},Maths,5.0,10A,ADE", f"{AMARA},Maths,5,10B,ADE")
    assert codes(loading) == []
    assert loading.loaded.results[["class_id", "label"]].to_numpy().tolist() == [["10A", "5"]]
    assert (loading.counts[1].used, loading.counts[1].duplicates) == (1, 2)


def test_exact_copies_are_said_once_a_file(load_marks: Load) -> None:
    """Copies are used once, counted, and said in one warning."""
    row = f"{AMARA},Maths,5,10A,HUG"
    loading = load_marks(row, row, f"{BEN},Maths,4,,", row)
    assert only(loading, "R206").found == "2 rows: 3, 5"
    assert (loading.counts[1].used, loading.counts[1].duplicates) == (2, 2)


def test_a_mark_beside_a_blank_is_the_mark(load_marks: Load) -> None:
    """An empty cell for the same mark says nothing against it, in either order."""
    loading = load_marks(f"{AMARA},Maths,,10A,HUG", f"{AMARA},Maths,5,10B,ADE", f"{BEN},Maths,NR,,", f"{BEN},Maths,,,")
    assert loading.loaded.results.set_index("pupil")["state"].to_dict() == {AMARA: "marked", BEN: "not required"}
    assert codes(loading) == []


def test_two_spellings_of_one_state_agree(load_marks: Load) -> None:
    """Abs and X are both absent: no two values."""
    loading = load_marks(f"{AMARA},Maths,Abs,10A,HUG", f"{AMARA},Maths,X,10B,ADE")
    assert loading.loaded.results["state"].tolist() == ["absent"]
    assert codes(loading) == []


def test_files_that_repeat_pupils_give_the_last_filled_cell(load_marks: Load) -> None:
    """With `repeats` a later filled cell wins and nothing is a duplicate."""
    loading = load_marks(f"{AMARA},Maths,4,,", f"{AMARA},Maths,5,,", f"{AMARA},Maths,,,", source={"repeats": True})
    assert loading.loaded.results["label"].tolist() == ["5"]
    assert codes(loading) == []
    assert loading.counts[1].used == 3


def test_rows_come_in_key_order_whatever_the_order_of_the_file(load_marks: Load) -> None:
    """The order of a file never matters to what is read."""
    rows = [f"{k},{s},{m},," for k, m in ((AMARA, "5"), (BEN, "6-")) for s in ("Maths", "English", "Art")]
    forward, back = load_marks(*rows), load_marks(*reversed(rows))
    columns = [c.name for c in f.RESULTS.columns if c.name != "row"]
    assert forward.loaded.results[columns].equals(back.loaded.results[columns])


def test_decimal_commas_in_semicolon_files(load_files: Load) -> None:
    """In a file separated by semicolons 5,1 is a number."""
    facet = Facet(id="current", name="Now", role="attainment", scales=(ScaleUse(scale="of-20"),))
    halves = tuple(s.model_copy(update={"step": 0.5}) for s in marks().scales)
    text = f"{MARKS_HEADINGS}\n{AMARA},Maths,X,,\n".replace(",", ";").replace("X", "12,5")
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/marks.csv": text},
        ROLL,
        MARKS,
        marks=marks(scales=halves, facets=(facet,)),
    )
    assert loading.loaded.results["value"].tolist() == [12.5]
