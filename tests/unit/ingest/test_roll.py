"""The pupils on the school's list."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from builders import project
from unit.ingest.by_hand import AMARA, BEN, ROLL, ROLL_HEADINGS, ROLL_TEXT, Load, codes, only

from reportgen.model import frames as f


def test_a_pupil_has_every_column_of_the_contract(load_files: Load) -> None:
    """Columns, order and types are the contract's; preferred names are the legal ones where there are none."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT}, ROLL)
    pupils = loading.loaded.pupils
    assert list(pupils.columns) == [c.name for c in f.PUPILS.columns]
    amara = pupils.set_index("pupil").loc[AMARA]
    assert (amara["upn"], amara["preferred_forename"], amara["preferred_surname"], amara["year_group"]) == (
        AMARA,
        "Amara",
        "Okonkwo",
        "10",
    )
    assert amara["born"] == pd.Timestamp(2011, 9, 3)
    assert str(pupils.dtypes["joined"]) == "datetime64[s]"
    assert pd.isna(amara["mis_id"])


def test_preferred_names_are_kept(load_files: Load) -> None:
    """A report is addressed by the preferred name; the legal one stays for matching."""
    text = f"UPN,Surname,Forename,Known as,Year\n{AMARA},Okonkwo,Amarachi,Amara,10\n{BEN},Smith,Ben,,10\n"
    columns = {
        "pupil": "UPN",
        "legal_surname": "Surname",
        "legal_forename": "Forename",
        "preferred_forename": "Known as",
        "year_group": "Year",
    }
    loading = load_files({"exports/pupils.csv": text}, {**ROLL, "columns": columns})
    assert loading.loaded.pupils.set_index("pupil")["preferred_forename"].to_dict() == {AMARA: "Amara", BEN: "Ben"}


def test_a_wrong_check_letter_is_a_warning_and_a_temporary_number_is_none(load_files: Load) -> None:
    """UPNs are never refused: schools have wrong ones; each is said once a pupil."""
    text = f"{ROLL_HEADINGS}\nA801200001001,A,A,,10,10R,F\nG80120000101A,B,B,,10,10R,F\nh801200001001,C,C,,10,10R,F\nX1,D,D,,10,10R,F\n"
    loading = load_files({"exports/pupils.csv": text}, ROLL)
    assert [(p.pupil, p.expected) for p in loading.problems if p.code == "R203"] == [
        ("A801200001001", "check letter H"),
        ("X1", "13 characters: a letter, 11 digits, and a digit or (temporary) a letter"),
    ]
    assert len(loading.loaded.pupils) == 4


def test_one_key_with_two_children_holds_that_report(load_files: Load) -> None:
    """Another name, birth date or year group under one key: doubt about whose row it is, and one row is kept."""
    for line in (
        f"{AMARA},Jones,Amara,03/09/2011,10,10R,F",
        f"{AMARA},Okonkwo,Amara,04/09/2011,10,10R,F",
        f"{AMARA},Okonkwo,Amara,03/09/2011,9,10R,F",
    ):
        loading = load_files({"exports/pupils.csv": f"{ROLL_TEXT}{line}\n"}, ROLL)
        problem = only(loading, "R208")
        assert (problem.pupil, problem.holds_report, problem.severity) == (AMARA, True, "hold")
        assert "row 2" in problem.found
        assert "row 4" in problem.found
        assert len(loading.loaded.pupils) == 2


def test_accents_and_capitals_make_no_second_child(load_files: Load) -> None:
    """OKONKWO and Okonkwo, Amara and Amára are one child."""
    loading = load_files({"exports/pupils.csv": f"{ROLL_TEXT}{AMARA},OKONKWO,Amára,03/09/2011,10,10R,F\n"}, ROLL)
    assert "R208" not in codes(loading)


def test_an_exact_copy_of_a_pupil_is_said(load_files: Load) -> None:
    """A pupil listed twice in the same words is one pupil and one duplicate."""
    loading = load_files({"exports/pupils.csv": f"{ROLL_TEXT}{ROLL_TEXT.splitlines()[1]}\n"}, ROLL)
    assert only(loading, "R206").found == "row 4"
    assert (loading.counts[0].used, loading.counts[0].duplicates) == (2, 1)


def test_files_that_repeat_pupils_give_the_last_filled_cells(load_files: Load) -> None:
    """With `repeats` a pupil's later row counts, cell by cell, and no child is doubted."""
    text = f"UPN,Year,Reg\n{AMARA},9,9R\n{AMARA},10,10R\n{AMARA},10,\n"
    source = {**ROLL, "columns": {"pupil": "UPN", "year_group": "Year", "form": "Reg"}, "repeats": True}
    loading = load_files({"exports/pupils.csv": text}, source)
    assert loading.loaded.pupils[["year_group", "form"]].to_numpy().tolist() == [["10", "10R"]]
    assert codes(loading) == []
    assert loading.counts[0].used == 3


def test_two_lists_of_pupils_are_put_together(load_files: Load) -> None:
    """One list has names, another UPNs: the first filled value of each field, and disagreement is said."""
    names = "id,Name,Last,Year,Reg\n1,Amara,Okonkwo,10,10R\n2,Ben,Smith,10,10S\n"
    numbers = f"id,upn,Reg\n1,{AMARA},10R\n2,{BEN},10T\n"
    loading = load_files(
        {"exports/a.csv": names, "exports/b.csv": numbers},
        {
            "id": "a",
            "file": "exports/a.csv",
            "frame": "pupils",
            "columns": {
                "mis_id": "id",
                "legal_forename": "Name",
                "legal_surname": "Last",
                "year_group": "Year",
                "form": "Reg",
            },
        },
        {
            "id": "b",
            "file": "exports/b.csv",
            "frame": "pupils",
            "columns": {"mis_id": "id", "upn": "upn", "form": "Reg"},
        },
        school=project().school.model_copy(update={"key": "mis_id"}),
    )
    assert loading.loaded.pupils[["pupil", "mis_id", "upn", "form"]].to_numpy().tolist() == [
        ["1", "1", AMARA, "10R"],
        ["2", "2", BEN, "10S"],
    ]
    problem = only(loading, "R238")
    assert problem.found.startswith('1 pupil; the first: "10S"')


def test_a_nickname_in_another_list_makes_no_second_child(load_files: Load) -> None:
    """Between lists Ben and Benjamin Smith are one child; within one list they are a doubt."""
    second = {**ROLL, "id": "second", "file": "exports/second.csv"}
    nickname = ROLL_TEXT.replace("Ben,", "Benjamin,")
    assert "R208" not in codes(
        load_files({"exports/pupils.csv": ROLL_TEXT, "exports/second.csv": nickname}, ROLL, second)
    )
    assert "R208" in codes(load_files({"exports/pupils.csv": ROLL_TEXT + nickname.splitlines()[2] + "\n"}, ROLL))


def test_a_pupil_without_a_year_group_is_named_and_held(load_files: Load) -> None:
    """No report can be made without a year group: the pupil is set aside, and the missing report is named."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT.replace("Y10", "ten")}, ROLL)
    assert only(loading, "R220").found == '"ten"'
    held = only(loading, "R244")
    assert (held.pupil, held.holds_report, held.place.row) == (BEN, True, 3)
    assert loading.loaded.pupils["pupil"].tolist() == [AMARA]
    assert (loading.counts[0].used, loading.counts[0].aside) == (1, 1)


def test_two_keys_with_one_name_and_birth_date_are_said(load_files: Load) -> None:
    """Perhaps one child twice: a warning that names both rows."""
    loading = load_files(
        {"exports/pupils.csv": ROLL_TEXT.replace("Smith,Ben,14/02/2012", "OKONKWO,Amara,03/09/2011")}, ROLL
    )
    assert only(loading, "R209").found == f"{AMARA} (exports/pupils.csv, row 2) and {BEN} (exports/pupils.csv, row 3)"


def test_dates_are_never_read_month_first(load_files: Load) -> None:
    """One date that can only be month first puts the column's ambiguous dates in doubt; others stay."""
    text = ROLL_TEXT.replace("14/02/2012", "03/25/2012") + "H801200001002,C,C,2011-10-01,10,10R,F\n"
    loading = load_files({"exports/pupils.csv": text}, ROLL)
    born = loading.loaded.pupils.set_index("pupil")["born"]
    assert born.isna().to_dict() == {AMARA: True, BEN: True, "H801200001002": False}
    assert [p.found for p in loading.problems if p.code == "R219"] == [
        '"03/25/2012"',
        "dates that could be read either way in row 2",
    ]


@pytest.mark.parametrize("text", ["14/02/12", "14 Feb 12", "yesterday"])
def test_a_date_that_can_not_be_read_is_left_out_and_named(load_files: Load, text: str) -> None:
    """Two-digit years and words are no dates."""
    loading = load_files({"exports/pupils.csv": ROLL_TEXT.replace("14/02/2012", text)}, ROLL)
    problem = only(loading, "R218")
    assert (problem.found, problem.place.row, problem.place.heading) == (f'"{text}"', 3, "DOB")


def test_leaving_before_joining_is_said(load_files: Load) -> None:
    """Dates on roll that can't both be true are named."""
    text = f"UPN,Year,In,Out\n{AMARA},10,03/09/2026,01/07/2026\n"
    loading = load_files(
        {"exports/pupils.csv": text},
        {**ROLL, "columns": {"pupil": "UPN", "year_group": "Year", "joined": "In", "left": "Out"}},
    )
    assert only(loading, "R239").found == "joined 03/09/2026, left 01/07/2026"


ONE_FILE = {
    "id": "all",
    "file": "exports/all.csv",
    "frame": "results",
    "columns": {"subject": "Subject", "written": "Mark", "year_group": "Year", "collection": "When"},
    "fixed": {"facet": "current"},
}


def test_a_project_of_one_file_makes_its_pupils_from_the_marks(load_files: Load) -> None:
    """Without a list of pupils the keys in the marks are the roll, with the year group of their latest collection."""
    text = f"UPN,Year,Subject,When,Mark\n{AMARA},10,Maths,nov,5\n{AMARA},9,Maths,jun,4\n{BEN},9,Maths,jun,4\n"
    source = {**ONE_FILE, "columns": {**ONE_FILE["columns"], "pupil": "UPN"}}
    loading = load_files({"exports/all.csv": text}, source)
    assert loading.loaded.pupils.set_index("pupil")["year_group"].to_dict() == {AMARA: "10", BEN: "10"}
    assert loading.loaded.results[["pupil", "collection", "year_group"]].to_numpy().tolist() == [
        [BEN, "jun", "9"],
        [AMARA, "jun", "9"],
        [AMARA, "nov", "10"],
    ]


def test_the_latest_collection_says_where_a_pupil_is(load_files: Load) -> None:
    """Without a list of pupils the form is that of the latest collection, wherever its row stands."""
    text = f"UPN,Year,Reg,Subject,When,Mark\n{AMARA},10,10R,Maths,nov,5\n{AMARA},9,9S,Maths,jun,4\n"
    columns = {**ONE_FILE["columns"], "pupil": "UPN", "form": "Reg"}
    assert load_files({"exports/all.csv": text}, {**ONE_FILE, "columns": columns}).loaded.pupils["form"].tolist() == [
        "10R"
    ]


def test_rows_as_pupils(load_files: Load) -> None:
    """With key `row` the file's row number is the pupil, the same in every frame that the file feeds."""
    school = project().school.model_copy(update={"key": "row"})
    text = "Name,G1,G2\nAna,4,5\nBia,6,7\n"
    base = {"file": "exports/all.csv", "fixed": {"year_group": "10"}}
    wide = [
        {"heading": h, "parts": {"subject": "maths", "facet": "current", "collection": c}}
        for h, c in (("G1", "jun"), ("G2", "nov"))
    ]
    loading = load_files(
        {"exports/all.csv": text},
        {**base, "id": "p", "frame": "pupils", "columns": {"legal_forename": "Name"}},
        {"id": "r", "file": "exports/all.csv", "frame": "results", "wide": wide},
        school=school,
    )
    assert loading.loaded.pupils[["pupil", "legal_forename"]].to_numpy().tolist() == [["2", "Ana"], ["3", "Bia"]]
    assert loading.loaded.results[["pupil", "collection", "label"]].to_numpy().tolist() == [
        ["2", "jun", "4"],
        ["2", "nov", "5"],
        ["3", "jun", "6"],
        ["3", "nov", "7"],
    ]
    two = load_files(
        {"exports/all.csv": text, "exports/more.csv": text},
        {**base, "id": "p", "frame": "pupils"},
        {"id": "q", "file": "exports/more.csv", "frame": "pupils", "fixed": {"year_group": "10"}},
        school=school,
    )
    assert "L223" in codes(two)


def test_no_pupil_at_all_stops(load_files: Load) -> None:
    """Marks without any year group give no roll."""
    text = f"UPN,Subject,Mark\n{AMARA},Maths,5\n"
    source = {
        **ONE_FILE,
        "columns": {"pupil": "UPN", "subject": "Subject", "written": "Mark"},
        "fixed": {"facet": "current", "collection": "nov"},
    }
    loading = load_files({"exports/all.csv": text}, source)
    assert codes(loading)[-1] == "L224"
    assert loading.loaded is None


def test_the_pupils_year_can_be_set(load_files: Load) -> None:
    """A list whose year groups hold in 2025/26 puts a pupil of year 10 in year 11 by the autumn of 2026."""
    marks = f"UPN,Subject,Mark\n{AMARA},Maths,5\n"
    source = {
        "id": "m",
        "file": "exports/m.csv",
        "frame": "results",
        "columns": {"upn": "UPN", "subject": "Subject", "written": "Mark"},
        "fixed": {"facet": "current", "collection": "nov"},
    }
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/m.csv": marks}, ROLL, source, pupils_year=2025)
    assert loading.loaded.results["year_group"].tolist() == ["11"]
    assert date(2026, 11, 13) == project().collection("nov").closes
