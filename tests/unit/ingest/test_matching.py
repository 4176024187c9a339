"""Whose row is it?"""

from __future__ import annotations

from builders import project
from unit.ingest.by_hand import AMARA, BEN, MARKS, Load, codes, only

NUMBERED = {
    "id": "roll",
    "file": "exports/pupils.csv",
    "frame": "pupils",
    "columns": {"admission_number": "Adno", "year_group": "Year"},
}
BY_NUMBER = {**MARKS, "columns": {"admission_number": "Adno", "subject": "Subject", "written": "Result"}}
ADMISSION = project().school.model_copy(update={"key": "admission_number"})


def test_a_pupil_on_no_roll_is_set_aside_once_by_name(load_marks: Load) -> None:
    """One warning a pupil, with the rows that name them; the rows are counted as set aside."""
    loading = load_marks(f"{AMARA},Maths,5,,", "Z9,Maths,5,,", "Z9,Art,5,,", "Z8,Art,5,,")
    assert [(p.pupil, p.found, p.place.row) for p in loading.problems if p.code == "R202"] == [
        ("Z9", '"Z9" (2 rows)', 3),
        ("Z8", '"Z8" (1 row)', 5),
    ]
    assert (loading.counts[1].used, loading.counts[1].aside) == (1, 3)


def test_rows_without_a_key_are_set_aside_by_row(load_marks: Load) -> None:
    """A row of totals is no pupil's: it is named by its number."""
    loading = load_marks(f"{AMARA},Maths,5,,", ",Total,1,,")
    assert only(loading, "R201").found == "row 3"
    assert (loading.counts[1].used, loading.counts[1].aside) == (1, 1)


def test_leading_zeros_are_put_back_when_only_one_pupil_can_be_meant(load_files: Load) -> None:
    """4123 is 004123 on a roll of six digits, and that is said; a key that fits no one stays on no roll."""
    roll, marks = (
        "Adno,Year\n004123,10\n104123,10\n",
        "Adno,Subject,Result\n4123,Maths,5\n104123,Maths,4\n123,Maths,3\n",
    )
    loading = load_files(
        {"exports/pupils.csv": roll, "exports/marks.csv": marks}, NUMBERED, BY_NUMBER, school=ADMISSION
    )
    assert loading.loaded.results.set_index("pupil")["label"].to_dict() == {"004123": "5", "104123": "4"}
    assert only(loading, "R223").found == '"4123" for "004123" (1 pupil)'
    assert only(loading, "R202").pupil == "123"


def test_a_roll_that_lost_its_zeros_is_matched_too(load_files: Load) -> None:
    """The list opened in Excel lost its zeros, the marks kept them."""
    roll, marks = "Adno,Year\n4123,10\n4124,10\n", "Adno,Subject,Result\n004123,Maths,5\n"
    loading = load_files(
        {"exports/pupils.csv": roll, "exports/marks.csv": marks}, NUMBERED, BY_NUMBER, school=ADMISSION
    )
    assert loading.loaded.results["pupil"].tolist() == ["4123"]


def test_zeros_are_not_put_back_when_two_pupils_could_be_meant(load_files: Load) -> None:
    """0123 and 00123 on one roll: 123 is no one's."""
    roll, marks = "Adno,Year\n0123,10\n00123,10\n", "Adno,Subject,Result\n123,Maths,5\n"
    loading = load_files(
        {"exports/pupils.csv": roll, "exports/marks.csv": marks}, NUMBERED, BY_NUMBER, school=ADMISSION
    )
    assert loading.loaded.results.empty
    assert only(loading, "R202").pupil == "123"


NAMED = {**MARKS, "columns": {**MARKS["columns"], "legal_surname": "Class", "legal_forename": "Teacher"}}


def test_a_row_with_another_childs_name_holds_the_report(load_marks: Load) -> None:
    """Surname and forename both differ from the list's: the row is set aside and that pupil's report held."""
    loading = load_marks(f"{AMARA},Maths,5,Smith,Ben", f"{AMARA},Art,4,OKONKWO,Amara", source=NAMED)
    problem = only(loading, "R207")
    assert (problem.pupil, problem.holds_report, problem.found, problem.place.row) == (AMARA, True, '"Ben Smith"', 2)
    assert loading.loaded.results["subject"].tolist() == ["art"]
    assert (loading.counts[1].used, loading.counts[1].aside) == (1, 1)


def test_one_name_in_common_is_the_same_child(load_marks: Load) -> None:
    """A married name, a nickname, capitals or missing accents hold no report."""
    loading = load_marks(
        f"{AMARA},Maths,5,Smith-Jones,Amara", f"{AMARA},Art,4,Okonkwo,Mara", f"{BEN},Art,4,SMITH,", source=NAMED
    )
    assert codes(loading) == []
