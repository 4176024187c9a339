"""Wide files: headings that stand for subjects, collections and facets."""

from __future__ import annotations

from typing import Any

from builders import collection, project
from unit.ingest.by_hand import AMARA, BEN, ROLL, ROLL_TEXT, Load, codes, only

from reportgen.model.calendar import Collections
from reportgen.model.school import Subject, Subjects

WIDE = {"id": "sheet", "file": "exports/sheet.csv", "frame": "results", "columns": {"upn": "UPN"}}
PATTERN = {**WIDE, "headings": "{collection} {subject} {facet}"}
SUBJECTS = Subjects(
    subjects=(
        Subject(id="english", name="English"),
        Subject(id="english-language", name="English Language"),
        Subject(id="maths", name="Maths", also=("Ma",)),
    )
)
TWO_AUTUMNS = Collections(
    collections=(
        collection("nov-25", "2025-11-14", also=("Autumn", "Autumn 1")),
        collection("nov-26", "2026-11-13", also=("Autumn", "Autumn 1")),
    )
)


def marks(loading: Any, *columns: str) -> list[list[Any]]:
    return loading.loaded.results.loc[:, [*columns]].to_numpy().tolist()


def test_a_pattern_reads_names_of_several_words(load_files: Load) -> None:
    """`November 2026 English Language Now` is English Language, not English with a strange facet."""
    text = f"UPN,november  2026 English Language Now,November 2026 English Now,November 2026 Ma Target\n{AMARA},5,6,7\n"
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, PATTERN, subjects=SUBJECTS)
    assert marks(loading, "subject", "facet", "written") == [
        ["english", "current", "6"],
        ["english-language", "current", "5"],
        ["maths", "target", "7"],
    ]
    assert loading.loaded.results["heading"].tolist()[1] == "november 2026 English Language Now"
    assert codes(loading) == []


def test_the_longest_name_is_meant(load_files: Load) -> None:
    """Where a free part could take the rest, `English Language` is still not English."""
    text = f"UPN,English Language mark\n{AMARA},5\n"
    source = {**WIDE, "headings": "{subject} {what}", "fixed": {"collection": "nov", "facet": "current"}}
    files = {"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}
    assert marks(load_files(files, ROLL, source, subjects=SUBJECTS), "subject") == [["english-language"]]


def test_headings_that_match_nothing_are_listed_once(load_files: Load) -> None:
    """Unknown headings are named in one warning; those of other sources, those mapped and those ignored are not."""
    text = f"UPN,Surname,Nov Maths Now,Nov Latin Now,Notes,Tutor 1,Tutor 2\n{AMARA},Okonkwo,5,4,x,y,z\n"
    names = {
        "id": "names",
        "file": "exports/sheet.csv",
        "frame": "pupils",
        "columns": {"pupil": "UPN", "legal_surname": "Surname"},
        "fixed": {"year_group": "10"},
    }
    loading = load_files(
        {"exports/sheet.csv": text}, names, {**PATTERN, "ignore": ("notes", "Tutor *")}, subjects=SUBJECTS
    )
    assert only(loading, "L212").found == '"Nov Latin Now"'


def test_a_pattern_that_matches_nothing_stops(load_files: Load) -> None:
    """A file of marks in which no heading is understood can't be built from."""
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": f"UPN,Latin\n{AMARA},5\n"}, ROLL, PATTERN
    )
    assert "L225" in codes(loading)
    assert loading.loaded is None


def test_a_school_year_tells_collections_apart(load_files: Load) -> None:
    """`2025/26 Autumn` and `2026-27 Autumn` are two collections of one name."""
    text = f"UPN,2025/26 Autumn Maths Now,2026-27 Autumn Maths Now,Autumn Maths Now\n{AMARA},4,5,6\n"
    source = {**WIDE, "headings": "{year} {collection} {subject} {facet}"}
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, source, collections=TWO_AUTUMNS
    )
    assert marks(loading, "collection", "written") == [["nov-25", "4"], ["nov-26", "5"]]
    assert only(loading, "L212").found == '"Autumn Maths Now"'


def test_a_year_group_in_the_heading_finds_each_pupils_collection(load_files: Load) -> None:
    """For a pupil in year 10 in 2026/27, `Y9 Autumn` is the autumn of 2025 and `Y10 Autumn` that of 2026."""
    text = f"UPN,Y9 Autumn 1 Maths Now,Y10 Autumn 1 Maths Now\n{AMARA},4,5\n"
    source = {**WIDE, "headings": "{year} {collection} {subject} {facet}"}
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, source, collections=TWO_AUTUMNS
    )
    assert marks(loading, "collection", "written", "year_group") == [["nov-25", "4", "9"], ["nov-26", "5", "10"]]
    assert codes(loading) == []


def test_a_year_group_in_the_heading_chooses_among_collections_of_one_autumn(load_files: Load) -> None:
    """Two collections of one name in one year, for different year groups."""
    two = Collections(
        collections=(
            collection("lower", "2026-11-06", year_groups=("7", "8", "9"), also=("Autumn",)),
            collection("upper", "2026-11-13", year_groups=("10", "11"), also=("Autumn",)),
        )
    )
    source = {**WIDE, "headings": "{year} {collection} {subject} {facet}"}
    files = {"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": f"UPN,Year 10 Autumn Maths Now\n{AMARA},5\n"}
    assert marks(load_files(files, ROLL, source, collections=two), "collection") == [["upper"]]


def test_a_mark_under_another_years_heading_is_named(load_files: Load) -> None:
    """A mark under `Y11` for a pupil in year 10 is left out and named; an empty cell there is nothing."""
    text = f"UPN,Y10 November 2026 Maths Now,Y11 November 2026 Maths Now\n{AMARA},4,5\n{BEN},6,\n"
    source = {**WIDE, "headings": "{year} {collection} {subject} {facet}"}
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, source)
    assert sorted(loading.loaded.results["written"]) == ["4", "6"]
    problem = only(loading, "R240")
    assert (problem.found, problem.place.row) == ('"5" (1 cell)', 2)


def test_parts_of_no_concern_are_free(load_files: Load) -> None:
    """A part that is no field, such as {board}, may be anything."""
    text = f"UPN,AQA-GCSE-in-Maths,Pearson Edexcel-GCSE-in-English-Language\n{AMARA},5,6\n"
    source = {
        **WIDE,
        "headings": "{board}-{qualification}-in-{subject}",
        "fixed": {"collection": "nov", "facet": "current"},
        "values": {"subject": {"English-Language": "english"}},
    }
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, source)
    assert marks(loading, "subject", "written") == [["english", "6"], ["maths", "5"]]


def test_a_list_of_columns(load_files: Load) -> None:
    """`wide` names each heading and what it stands for; one that the file lacks is said."""
    text = f"UPN,G1,G2\n{AMARA},4,5\n"
    wide = [
        {"heading": h, "parts": {"subject": "maths", "facet": "current", "collection": c}}
        for h, c in (("G1", "jun"), ("g2", "nov"), ("G3", "nov"))
    ]
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, {**WIDE, "wide": wide})
    assert marks(loading, "collection", "written", "heading") == [["jun", "4", "G1"], ["nov", "5", "G2"]]
    assert only(loading, "L209").expected == '"G3"'


def test_empty_cells_are_marks_not_entered_where_marks_are_asked_for(load_files: Load) -> None:
    """An empty cell is `not entered` where the collection asks for it, and nothing where it doesn't."""
    text = f"UPN,June 2026 Maths Now,November 2026 Maths Now\n{AMARA},,\n"
    only_11 = Collections(
        collections=(collection("jun", "2026-06-26", year_groups=("11",)), collection("nov", "2026-11-13"))
    )
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, PATTERN, collections=only_11
    )
    assert marks(loading, "collection", "state") == [["nov", "not entered"]]
    assert loading.counts[1].used == 1


def test_classes_groups_and_starts_may_be_wide(load_files: Load) -> None:
    """Cells under headings are class names, group values or scores; an empty class is no class."""
    text = f"UPN,Maths class,English class,PP,KS2\n{AMARA},10A,,Y,104\n{BEN},10B,10E,,98\n"
    base = {"file": "exports/sheet.csv", "columns": {"upn": "UPN"}}
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text},
        ROLL,
        {**base, "id": "classes", "frame": "classes", "headings": "{subject} class", "ignore": ("PP", "KS2")},
        {
            **base,
            "id": "groups",
            "frame": "memberships",
            "wide": [{"heading": "PP", "parts": {"group": "pupil_premium"}}],
        },
        {**base, "id": "starts", "frame": "starts", "wide": [{"heading": "KS2", "parts": {"start": "ks2-maths"}}]},
    )
    assert loading.loaded.classes[["pupil", "class_id", "subject"]].to_numpy().tolist() == [
        [BEN, "10B", "maths"],
        [BEN, "10E", "english"],
        [AMARA, "10A", "maths"],
    ]
    premium = loading.loaded.memberships.query("group == 'pupil_premium'")
    assert premium.set_index("pupil")["value"].to_dict() == {AMARA: "Y", BEN: "N"}
    assert loading.loaded.starts.set_index("pupil")["score"].to_dict() == {AMARA: 104.0, BEN: 98.0}
    assert codes(loading) == []


def test_two_columns_of_one_heading_are_compared_cell_by_cell(load_files: Load) -> None:
    """A heading twice is said; where its cells differ the mark is unclear."""
    text = f"UPN,Nov Maths Now,Nov Maths Now\n{AMARA},4,5\n{BEN},6,6\n"
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/sheet.csv": text}, ROLL, PATTERN)
    assert loading.loaded.results.set_index("pupil")["state"].to_dict() == {AMARA: "unclear", BEN: "marked"}
    assert (loading.counts[1].used, loading.counts[1].duplicates) == (2, 0)
    assert only(loading, "L222").place.heading == "Nov Maths Now"


def test_the_project_used_here_has_two_collections() -> None:
    """The short names Jun and Nov the tests rely on are those of the builders."""
    assert [c.short for c in project().collections.collections] == ["Jun", "Nov"]
