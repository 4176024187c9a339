from __future__ import annotations

from typing import Any

import pandas as pd
from builders import classes, collection, frame, loaded, marks, project, pupils, results

from reportgen.calendars.entered import entered
from reportgen.calendars.lessons import named_pupils
from reportgen.model import frames as f
from reportgen.model.calendar import Collection, Collections, Rates
from reportgen.model.due import Entered, MissingMarks
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.scale import Facet, ScaleUse
from reportgen.model.school import ClassTeachers, FormTutors, School, Staff, Subject, Subjects

NOV = collection("nov", "2026-11-13", year_groups=("10",), facets=("current", "attitude"))


def school(one: Collection = NOV, **changes: Any) -> Project:
    """The builders' school with one collection."""
    return project(**{"collections": Collections(collections=(one,)), **changes})


def teachers(*rows: str) -> pd.DataFrame:
    """`"10/Ma HUG ADE"`: a class and who teaches it."""
    pairs = [(class_id, code) for class_id, *codes in (row.split() for row in rows) for code in codes]
    return frame(f.TEACHERS, [{f.CLASS_ID: class_id, f.TEACHER: code} for class_id, code in pairs])


def marked(*rows: str, subject: str = "maths", facet: str = "current", **changes: Any) -> pd.DataFrame:
    return results(*rows, subject=subject, facet=facet, collections=("nov",), **changes)


def told(found: Entered) -> list[tuple[str, str, tuple[str, ...], int, int]]:
    return [(b.class_id, b.subject, b.staff, b.missing, b.expected) for b in found.blanks]


def worked(**changes: Any) -> Loaded:
    """Mathematics A B C (HUG and ADE), art A B (nobody named): two facets, ten marks."""
    given: dict[str, Any] = {
        "pupils": pupils("A Amara O 10 10R", "B Ben Hall 10 10R", "C Cai Rees 10 10R"),
        "classes": classes("10/Ma maths A B C", "10/Ar art A B"),
        "teachers": teachers("10/Ma HUG ADE"),
        "results": pd.concat(
            [
                marked("A 5", "B absent", "C -"),
                marked("A 5", "B 4", facet="attitude"),
                marked("A 5", "B 4", subject="art"),
            ],
            ignore_index=True,
        ),
    }
    return loaded(**{**given, **changes})


def test_marks_missing_worked_by_hand() -> None:
    """Of ten marks a blank, a cell that is not there and two attitudes of art are missing; a reason is as good as a mark."""
    found = entered(school(), worked(), collection=NOV)
    assert (found.expected, found.missing) == (10, 4)
    assert told(found) == [("10/Ar", "art", (), 2, 4), ("10/Ma", "maths", ("ADE", "HUG"), 2, 6)]
    assert found.by_pupil == (
        missing("A", "10/Ar", "art", facets=("attitude",)),
        missing("B", "10/Ar", "art", facets=("attitude",)),
        missing("C", "10/Ma", "maths", staff=("ADE", "HUG"), facets=("current", "attitude")),
    )


def missing(pupil: str, class_id: str, subject: str, **changes: Any) -> MissingMarks:
    given = {"staff": (), "collection": "nov", "year_group": "10", "form": "10R", **changes}
    return MissingMarks(pupil=pupil, class_id=class_id, subject=subject, **given)


def test_an_unclear_mark_is_missing() -> None:
    """A cell nobody can read is as good as empty."""
    unclear = worked(results=marked("A 5", "B 5", "C 5").assign(**{f.STATE: ["marked", "unclear", "marked"]}))
    assert [one.pupil for one in entered(school(), unclear, collection=NOV).by_pupil if one.subject == "maths"] == ["B"]


def test_a_facet_of_other_years_is_not_asked_for() -> None:
    """A facet without cells for a year group that has others is not asked for there, but where no cells are at all."""
    both = NOV.model_copy(update={"year_groups": ("9", "10")})
    data = worked(
        pupils=pupils("A Amara O 10 10R", "B Ben Hall 9 9R"),
        classes=classes("10/Ma maths A", "9/Ma maths B"),
        results=pd.concat(
            [marked("A 5"), marked("A 5", facet="attitude"), marked("B 5", year_group="9")], ignore_index=True
        ),
    )
    assert entered(school(both), data, collection=both).expected == 3
    empty = worked(pupils=data.pupils, classes=data.classes, results=marked())
    assert entered(school(both), empty, collection=both).expected == 4


def test_a_test_is_asked_for_what_its_cells_have() -> None:
    """A subject outside the class lists has the facets of its own cells: nobody gives an attitude to a test."""
    subjects = Subjects(subjects=(Subject(id="maths", name="Mathematics"), Subject(id="tables", name="Times tables")))
    cells = pd.concat(
        [marked("A 5"), marked("A 5", facet="attitude"), marked("A 5", subject="tables")], ignore_index=True
    )
    data = worked(pupils=pupils("A Amara O 10 10R"), classes=classes("10/Ma maths A"), results=cells)
    assert (entered(school(subjects=subjects), data, collection=NOV).expected) == 3


def test_what_nobody_enters_is_not_asked_for() -> None:
    """A facet that takes no minutes, and one without a scale for the subject, are no teacher's."""
    free = Collections(collections=(NOV,), rates=Rates(facets={"attitude": 0}))
    assert entered(school(collections=free), worked(), collection=NOV).expected == 5
    current = Facet(id="current", name="Now", role="attainment", scales=(ScaleUse(scale="fine", subjects=("art",)),))
    attitude = marks().facet("attitude")
    assert entered(school(marks=marks(facets=(current, attitude))), worked(), collection=NOV).expected == 7


def test_pupils_of_the_closing_day() -> None:
    """Who joined after the closing day or left before it is not waited for; nor is another year group."""
    rows = worked().pupils.assign(
        **{
            f.JOINED: pd.Series(pd.to_datetime(["2026-11-14", None, None])).astype("datetime64[s]"),
            f.LEFT: pd.Series(pd.to_datetime([None, "2026-11-12", None])).astype("datetime64[s]"),
        }
    )
    assert {one.pupil for one in entered(school(), worked(pupils=rows), collection=NOV).by_pupil} == {"C"}
    younger = worked(pupils=rows.assign(**{f.YEAR_GROUP: "9", f.JOINED: pd.NaT, f.LEFT: pd.NaT}))
    assert entered(school(), younger, collection=NOV).expected == 0


def test_comments_that_are_collected() -> None:
    """Subject teachers' comments are asked for in each class, tutors' of each pupil in a form; next steps are neither."""
    gathered = NOV.model_copy(update={"comments": ("subject", "tutor"), "facets": ()})
    texts = frame(
        f.COMMENTS,
        [
            {f.PUPIL: pupil, f.SUBJECT: subject, f.COLLECTION: "nov", f.KIND: kind, f.TEXT: "Well done."}
            for pupil, subject, kind in (
                ("A", "maths", "comment"), ("B", "maths", "next_step"), ("A", None, "comment"), ("B", None, "comment"),
            )
        ],
    )  # fmt: skip
    staff = Staff(tutors=(FormTutors(form="10R", tutors=("PAT",)),))
    found = entered(school(gathered, staff=staff), worked(comments=texts), collection=gathered)
    assert (found.expected, found.missing) == (8, 5)
    assert told(found) == [
        ("10/Ar", "art", (), 2, 2),
        ("10/Ma", "maths", ("ADE", "HUG"), 2, 3),
        ("10R", "", ("PAT",), 1, 3),
    ]


def test_a_primary_comments_on_some_subjects() -> None:
    """In a primary a subject nobody has commented on is not waited for once there are comments on others."""
    gathered = NOV.model_copy(update={"comments": ("subject",), "facets": ()})
    text = {f.PUPIL: "A", f.SUBJECT: "maths", f.COLLECTION: "nov", f.KIND: "comment", f.TEXT: "Well done."}
    primary = School(name="Mill", phase="primary")
    for comments, expected in ((frame(f.COMMENTS, [text]), 3), (frame(f.COMMENTS, []), 5)):
        data = worked(comments=comments)
        assert entered(school(gathered, school=primary), data, collection=gathered).expected == expected
    assert entered(school(gathered), worked(comments=frame(f.COMMENTS, [text])), collection=gathered).expected == 5


def test_nobody_comments_on_a_test() -> None:
    """A subject outside the class lists with marks alone is no subject a teacher writes of."""
    gathered = NOV.model_copy(update={"comments": ("subject",), "facets": ()})
    data = worked(results=pd.concat([worked().results, marked("A 5", subject="english")], ignore_index=True))
    assert entered(school(gathered), data, collection=gathered).expected == 5


def staff_of(data: Loaded, **changes: Any) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(b.class_id, b.subject): b.staff for b in entered(school(**changes), data, collection=NOV).blanks}


def test_exports_say_who_teaches_a_class_else_staff() -> None:
    """A class both name has the teachers of the exports; one that exports leave out has those of staff.yaml."""
    lists = (ClassTeachers(class_id="10/Ar", teachers=("LEE",)), ClassTeachers(class_id="10/Ma", teachers=("LEE",)))
    data = worked(teachers=teachers("10/Ma HUG"))
    found = staff_of(data, staff=Staff(classes=lists))
    assert (found["10/Ma", "maths"], found["10/Ar", "art"]) == (("HUG",), ("LEE",))


def test_a_subject_outside_the_class_lists_is_the_class_teachers() -> None:
    """English of no class is entered by who teaches at least half of the form's classes, and by no mere tutor."""
    extra = pd.concat(
        [worked().results, marked("A 5", subject="english"), marked("A -", subject="english", facet="attitude")],
        ignore_index=True,
    )
    tutored = Staff(tutors=(FormTutors(form="10R", tutors=("PAT",)),))
    one_of_two = worked(results=extra, teachers=teachers("10/Ma HUG"))
    assert staff_of(one_of_two, staff=tutored)["10R", "english"] == ("HUG",)
    nobody = worked(results=extra, teachers=teachers())
    assert staff_of(nobody, staff=tutored)["10R", "english"] == ()


def test_a_pupil_with_one_class_is_taught_everything_there() -> None:
    """Where a pupil's lists name a single class, a mark without a class was given in it."""
    extra = pd.concat(
        [marked("A 5", subject="english"), marked("A -", subject="english", facet="attitude")], ignore_index=True
    )
    data = worked(results=extra, classes=classes("10/Ma maths A"), pupils=pupils("A Amara O 10 10R"))
    assert staff_of(data)["10/Ma", "english"] == ("ADE", "HUG")


def test_pupils_by_name() -> None:
    """Lists name pupils by surname and preferred forename, and have the form."""
    rows = pupils("A Amara Okonkwo 10 10R").assign(**{f.PREFERRED_FORENAME: "Mara"})
    assert named_pupils(loaded(pupils=rows)) == {"A": ("Okonkwo, Mara", "10R")}
