from __future__ import annotations

import builders as b
import pandas as pd
from unit.packs.conftest import composed, small_school

from reportgen.model.document import ClassSheet
from reportgen.model.frames import Loaded
from reportgen.model.project import Project


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


def test_the_middle_pupil_is_the_median() -> None:
    """Marks 5−, 4 and 6 have the middle 5−; in June 5, 4 and 5 had the middle 5."""
    assert sheet().shape_heading == "Middle pupil at 5−, from 5 in Jun"


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
