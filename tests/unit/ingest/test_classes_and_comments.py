"""Classes, teachers, comments and contacts."""

from __future__ import annotations

from builders import project
from unit.ingest.by_hand import AMARA, BEN, ROLL, ROLL_TEXT, Load, codes, only

from reportgen.model.school import ClassTeachers, Staff

CLASSES = {
    "id": "classes",
    "file": "exports/classes.csv",
    "frame": "classes",
    "columns": {"upn": "UPN", "class_id": "Class", "subject": "Subject", "teacher": "Teacher"},
}
SAID = {
    "id": "said",
    "file": "exports/said.csv",
    "frame": "comments",
    "fixed": {"collection": "nov"},
    "columns": {"upn": "UPN", "subject": "Subject", "kind": "Kind", "author": "By", "text": "Text"},
}
PEOPLE = {
    "id": "people",
    "file": "exports/people.csv",
    "frame": "contacts",
    "columns": {"upn": "UPN", "order": "No", "name": "Name", "email": "Email", "responsibility": "PR"},
}


def classes(load_files: Load, *rows: str, **changes: object) -> object:
    return load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/classes.csv": "\n".join(["UPN,Class,Subject,Teacher", *rows, ""])},
        ROLL,
        CLASSES,
        **changes,
    )


def teachers(loading: object) -> list[list[str]]:
    return loading.loaded.teachers[["class_id", "teacher"]].to_numpy().tolist()  # type: ignore[attr-defined]  # a Loading


def test_several_teachers_of_a_class(load_files: Load) -> None:
    """In one cell or in several rows; each once, in the code of staff.yaml; no duplicate is reported."""
    loading = classes(
        load_files,
        f"{AMARA},10A,Maths,hug; ADE",
        f"{BEN},10A,Maths,HUG",
        f"{BEN},10A,Maths,PAT",
        f"{BEN},10E,English,HUG/PAT",
    )
    assert teachers(loading) == [["10A", "ADE"], ["10A", "HUG"], ["10A", "PAT"], ["10E", "HUG"], ["10E", "PAT"]]
    assert loading.loaded.classes[["pupil", "class_id"]].to_numpy().tolist() == [
        [BEN, "10A"],
        [BEN, "10E"],
        [AMARA, "10A"],
    ]
    assert codes(loading) == []
    assert loading.counts[1].used == 4


def test_an_unknown_teacher_is_shown_as_written_and_named(load_files: Load) -> None:
    """Said once a code with its count."""
    loading = classes(load_files, f"{AMARA},10A,Maths,XYZ", f"{BEN},10A,Maths,XYZ")
    assert teachers(loading) == [["10A", "XYZ"]]
    assert only(loading, "R232").found == '"XYZ" (2 rows)'


def test_a_teacher_named_with_a_comma_is_one_teacher(load_files: Load) -> None:
    """A spelling that staff.yaml knows whole is not cut in two."""
    staff = Staff(
        staff=tuple(
            m.model_copy(update={"also": ("Hughes, A",)}) if m.code == "HUG" else m for m in project().staff.staff
        )
    )
    assert teachers(classes(load_files, f'{AMARA},10A,Maths,"Hughes, A"', staff=staff)) == [["10A", "HUG"]]


def test_teachers_from_a_list_and_from_the_settings(load_files: Load) -> None:
    """A teachers export and staff.yaml fill in what classes don't say."""
    staff = project().staff.model_copy(
        update={
            "classes": (
                ClassTeachers(class_id="10C", teachers=("pat",)),
                ClassTeachers(class_id="10A", teachers=("PAT",)),
            )
        }
    )
    source = {
        "id": "t",
        "file": "exports/t.csv",
        "frame": "teachers",
        "columns": {"class_id": "Class", "teacher": "Teacher"},
    }
    files = {"exports/pupils.csv": ROLL_TEXT, "exports/t.csv": "Class,Teacher\n10A,HUG\n10B,ADE & HUG\n"}
    loading = load_files(files, ROLL, source, staff=staff)
    assert teachers(loading) == [["10A", "HUG"], ["10B", "ADE"], ["10B", "HUG"], ["10C", "PAT"]]


def test_a_class_of_several_subjects_is_a_class_in_each(load_files: Load) -> None:
    """A primary class keeps its pupils and teacher in every subject it is taught."""
    loading = classes(load_files, f"{AMARA},5A,Maths,HUG", f"{AMARA},5A,Art,HUG", f"{BEN},5A,Maths,HUG")
    assert loading.loaded.classes[["pupil", "class_id", "subject"]].to_numpy().tolist() == [
        [BEN, "5A Mathematics", "maths"],
        [AMARA, "5A Art and design", "art"],
        [AMARA, "5A Mathematics", "maths"],
    ]
    assert teachers(loading) == [["5A Art and design", "HUG"], ["5A Mathematics", "HUG"]]
    assert only(loading, "R233").found == '"5A" in maths, art'


def test_rows_without_a_class_are_set_aside_by_name(load_files: Load) -> None:
    """A class row needs a class."""
    loading = classes(load_files, f"{AMARA},,Maths,HUG")
    assert (only(loading, "R234").found, only(loading, "R234").place.heading) == ("row 2", "Class")
    assert loading.counts[1].aside == 1


def said(load_files: Load, *rows: str) -> object:
    return load_files(
        {"exports/pupils.csv": ROLL_TEXT, "exports/said.csv": "\n".join(["UPN,Subject,Kind,By,Text", *rows, ""])},
        ROLL,
        SAID,
    )


def test_comments_have_kinds_and_authors(load_files: Load) -> None:
    """Kinds in any usual spelling, comment when none is said; authors by the code of staff.yaml; a tutor's text has no subject."""
    loading = said(load_files, f"{AMARA},Maths,Next step,hug,Practise fractions.", f"{AMARA},,,PAT,A good term.")
    assert loading.loaded.comments[["kind", "author", "text"]].to_numpy().tolist() == [
        ["next_step", "HUG", "Practise fractions."],
        ["comment", "PAT", "A good term."],
    ]
    assert loading.loaded.comments["subject"].isna().tolist() == [False, True]
    assert codes(loading) == []


def test_comments_that_can_not_be_placed_are_named(load_files: Load) -> None:
    """No words, a strange kind, and two texts for one place are set aside, each with its problem; a copy is said."""
    loading = said(
        load_files,
        f"{AMARA},Maths,,HUG,",
        f"{AMARA},Art,joke,HUG,Ha.",
        f"{BEN},Maths,,HUG,One.",
        f"{BEN},Maths,,HUG,Two.",
        f"{BEN},Art,,HUG,Same.",
        f"{BEN},Art,,HUG,Same.",
    )
    assert sorted(codes(loading)) == ["R206", "R234", "R235", "R236"]
    assert (only(loading, "R235").pupil, only(loading, "R235").severity) == (BEN, "hold")
    assert loading.loaded.comments["text"].tolist() == ["Same."]
    assert (loading.counts[1].used, loading.counts[1].duplicates, loading.counts[1].aside) == (1, 1, 4)


def test_a_failed_formula_is_no_comment(load_files: Load) -> None:
    """#REF! never goes home as a text."""
    loading = said(load_files, f"{AMARA},Maths,,HUG,#REF!")
    assert loading.loaded.comments.empty
    assert codes(loading) == ["R243", "R234"]


def test_contacts_come_in_order(load_files: Load) -> None:
    """By number; those without one after; two of one number follow one another, which is said; a copy is one."""
    text = f"UPN,No,Name,Email,PR\n{AMARA},2,Mr B,,Y\n{AMARA},1,Ms A,a@x.example,Y\n{AMARA},,Gran,,\n{BEN},1,Ms C,,Y\n{BEN},1,Mr D,,Y\n{BEN},1,Mr D,,Y\n"
    loading = load_files({"exports/pupils.csv": ROLL_TEXT, "exports/people.csv": text}, ROLL, PEOPLE)
    assert loading.loaded.contacts[["pupil", "order", "name"]].to_numpy().tolist() == [
        [BEN, 1, "Ms C"],
        [BEN, 2, "Mr D"],
        [AMARA, 1, "Ms A"],
        [AMARA, 2, "Mr B"],
        [AMARA, 3, "Gran"],
    ]
    assert sorted(codes(loading)) == ["R206", "R242"]
