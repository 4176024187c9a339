from __future__ import annotations

import builders as b
import pandas as pd
import pytest
from unit.packs.conftest import composed, material, small_school

from reportgen.model.document import ClassSheet
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.scale import Label, Scale
from reportgen.packs.marks_key import marks_key, step_told


def sheet(class_id: str = "10B/Ma2", loaded: Loaded | None = None, project: Project | None = None) -> ClassSheet:
    """The sheet of a class."""
    return next(
        d for d in composed(loaded, project).documents if isinstance(d, ClassSheet) and d.heading.startswith(class_id)
    )


def column(made: ClassSheet, role: str) -> list[str]:
    """The texts of a column of the pupils table."""
    place = [c.role for c in made.pupils.columns].index(role)
    return [row.cells[place].text for row in made.pupils.rows]


def test_pupils_stand_by_surname_for_the_pen() -> None:
    """The table is in register order: surname first."""
    assert column(sheet(), "name") == ["Brown, Ben", "Chen, Chi", "Okonkwo, Amara"]


def test_change_is_signed_steps_with_a_bar() -> None:
    """5 to 6 is three thirds up, 5 to 5− one down, 4 to 4 the same: number and bar agree."""
    made = sheet()
    assert column(made, "change") == ["−1", "0", "+3"]
    place = [c.role for c in made.pupils.columns].index("change")
    bars = [row.cells[place].picture for row in made.pupils.rows]
    assert [bar.steps for bar in bars if bar is not None and bar.kind == "change"] == [-1, 0, 3]


def test_the_heading_counts_everyone_once() -> None:
    """Up, same and down add up to the pupils with both marks."""
    assert sheet().movement_heading == "Since Jun: 1 up, 1 the same, 1 down"


def six(*rows: str) -> Loaded:
    """Six pupils of one class with these marks, at target 6."""
    keys = [row.split()[0] for row in rows]
    results = pd.concat([b.results(*rows), b.results(*(f"{k} 6 6" for k in keys), scale=b.GCSE, facet="target")])
    return small_school(
        pupils=b.pupils(*(f"{key} Fore{key} Sur{key} 10 10R" for key in keys)),
        classes=b.classes(f"10B/Ma2 maths {' '.join(keys)}"),
        results=results.reset_index(drop=True),
    )


def test_the_middle_pupil_is_the_median() -> None:
    """Of 4−, 4, 5−, 5, 6 and 6 the lower middle one is 5−; in June, of 4, 4, 4, 5, 5 and 5, it was 4."""
    made = sheet(loaded=six("A 4 4−", "B 4 4", "C 4 5−", "D 5 5", "E 5 6", "F 5 6"))
    assert made.shape_heading == "Middle pupil at 5−, from 4 in Jun"


def test_three_pupils_have_no_middle() -> None:
    """A middle of fewer than six would be one pupil: the heading says that each is shown."""
    assert sheet().shape_heading == "Each pupil’s mark, above those in Jun"


def test_who_is_new_is_named_among_others_who_are_not() -> None:
    """Amara has no mark in June; where nobody has one, nobody is new."""
    said = {line.label: line.text for line in sheet(loaded=six("A - 4", "B 4 4")).movement}
    assert said["New"] == "ForeA S"
    assert "New" not in {line.label for line in sheet(loaded=six("A - 4", "B - 4")).movement}


@pytest.mark.parametrize(
    ("marks", "named"),
    [("4 4 4", True), ("4 5 4", False), ("5 4 4", False), ("- 4 4", False), ("6 6 6", False)],
)
def test_who_stands_still_below_target_is_named(marks: str, named: bool) -> None:  # noqa: FBT001 - a table of cases
    """The same mark in June, September and November and below target 6: three times running, and no fewer."""
    settings = b.project()
    collections = (*settings.collections.collections, b.collection("sep", "2026-09-25"))
    report = settings.reports.reports[0].model_copy(update={"compare": ("jun", "sep")})
    project = settings.model_copy(
        update={
            "collections": settings.collections.model_copy(update={"collections": collections}),
            "reports": settings.reports.model_copy(update={"reports": (report,)}),
        }
    )
    three = ("jun", "sep", "nov")
    goals = b.results("A 6 6 6", "B 6 6 6", scale=b.GCSE, facet="target", collections=three)
    results = pd.concat([b.results(f"A {marks}", "B 4 4 5", collections=three), goals]).reset_index(drop=True)
    said = {line.label: line.text for line in sheet(loaded=small_school(results=results), project=project).movement}
    told = "Amara O: below target, a third time the same"
    assert said.get("No change", "") == (told if named else "")


def test_marks_with_words_have_a_key() -> None:
    """Em and De are spelt out, a + and a − of a grade once; grades that are numbers need no key."""
    words = Scale(
        id="ks3", name="", step=0.5,
        labels=tuple(Label(label=label, value=value, word=word) for label, value, word in (
            ("Em", 1.0, "Emerging"), ("Em+", 1.5, "Emerging+"), ("De", 2.0, "Developing"), ("De+", 2.5, "Developing+"),
        )),
    )  # fmt: skip
    assert marks_key([words, b.FINE]) == "Em Emerging, De Developing"
    assert "Marks:" not in sheet().pupils.caption


def test_a_step_has_the_name_of_parts_only_where_grades_have_parts() -> None:
    """A third of a grade on 5−, 5 and 5+; one grade where each label is one; unnamed where values are uneven."""
    named = b.project().model_copy(
        update={"measures": b.project().measures.model_copy(update={"step_name": "third of a grade"})}
    )
    made = material(project=named)
    whole = Scale(id="x", name="", labels=(Label(label="1-1", value=1.0), Label(label="2-1", value=1.5)))
    uneven = Scale(id="y", name="", step=0.75, labels=(Label(label="P", value=1.25), Label(label="M", value=2.0)))
    assert [step_told(made, one) for one in (b.FINE, whole, uneven, None)] == ["third of a grade", "grade", "", ""]


def test_every_pupil_is_a_dot_now_and_before() -> None:
    """The dots add up to the pupils with a mark, in both collections."""
    shape = sheet().shape
    assert shape is not None
    assert (sum(shape.now), sum(shape.before)) == (3, 3)
    assert len(shape.now) == len(shape.before) == len(shape.places)


def test_no_more_than_three_questions_each_about_someone_else() -> None:
    """Questions are few, none twice, and Amara who rose three steps is asked about first."""
    asked = sheet().questions
    assert 1 <= len(asked) <= 3
    assert len(set(asked)) == len(asked)
    assert asked[0] == "What did Amara do differently this time?"


def test_columns_that_no_one_has_anything_in_are_left_out() -> None:
    """A class without starting points, targets or earlier marks has no such columns."""
    roles = {
        c.role
        for c in sheet(
            "10B/En1",
            small_school(
                results=b.results("A 5 5", subject="english", collections=("jun", "nov")).query("collection == 'nov'")
            ),
        ).pupils.columns
    }
    assert roles.isdisjoint({"target", "change", "earlier", "start"})


def test_flags_can_be_printed_as_a_neutral_mark() -> None:
    """With hidden flags the page shows the same mark for every flag, and only the screen's key says what they were."""
    frames = small_school(memberships=b.memberships(pupil_premium="A:Y B:N C:N", send="A:K B:N C:E"))
    project = b.project()
    hidden = project.packs.model_copy(update={"classes": project.packs.classes.model_copy(update={"hide_flags": True})})
    shown, quiet = sheet(loaded=frames), sheet(loaded=frames, project=b.project(packs=hidden))
    assert {cell.text for row in shown.pupils.rows for cell in row.cells if cell.tone == "mark"} == {"PP", "K", "E", ""}
    assert {cell.text for row in quiet.pupils.rows for cell in row.cells if cell.tone == "mark"} == {"•", ""}
    assert "SEN support" in quiet.flag_key
    assert "SEN support" not in quiet.pupils.caption


def test_a_missing_mark_has_its_reason() -> None:
    """An absent pupil's cell says so, and the pupil is named under no mark."""
    results = pd.concat([b.results("A 5 absent", "B 5 5", "C 4 4")]).reset_index(drop=True)
    made = sheet(loaded=small_school(results=results))
    assert column(made, "now") == ["5", "4", "absent"]
    assert any(line.text == "Amara O, absent" for line in made.movement)


def test_two_classes_never_share_a_file() -> None:
    """Classes whose names differ only by signs a file name can't hold have different files."""
    frames = small_school(classes=b.classes("10B/Ma2 maths A B", "10B-Ma2 maths C", "10b:ma2 english A"))
    paths = [d.path for d in composed(frames).documents if isinstance(d, ClassSheet)]
    assert len({path.casefold() for path in paths}) == len(paths)
