from __future__ import annotations

from types import SimpleNamespace

import builders as b
import pytest
from unit.packs.year_school import AWAY, PUPILS, RULES, crowd, frames, material, project

from reportgen.model.document import StaffPack
from reportgen.model.frames import ATTENDANCE, RESULTS, Loaded
from reportgen.model.pack import ClassPack, Packs
from reportgen.model.project import Project
from reportgen.packs.form_pack import form_packs
from reportgen.packs.form_points import FormRoom, well_part
from reportgen.packs.forms import Form
from reportgen.packs.material import Pupil
from reportgen.packs.standing import Standing


def pack(form: str = "10R", loaded: Loaded | None = None, school: Project | None = None) -> StaffPack:
    """The pack of a form."""
    return next(p for p in form_packs(material(loaded, school)) if p.form == form)


def column(made: StaffPack, head: str) -> list[str]:
    """The texts of a column of the register."""
    table = made.parts[-1].table
    assert table is not None
    place = [c.head for c in table.columns].index(head)
    return [row.cells[place].text for row in table.rows]


def heads(made: StaffPack) -> list[str]:
    table = made.parts[-1].table
    assert table is not None
    return [c.head for c in table.columns]


def said(made: StaffPack, part_id: str) -> dict[str, str]:
    """The points of a part."""
    return {p.title: p.text for p in next(part for part in made.parts if part.id == part_id).points}


def test_one_pack_a_form_in_register_order() -> None:
    """10R before 10S, each under its year group, in a path of its own."""
    made = form_packs(material())
    assert [(p.heading, p.path, p.shelf) for p in made] == [
        ("10R, Year 10", "staff/forms/10r", "Year 10"),
        ("10S, Year 10", "staff/forms/10s", "Year 10"),
    ]
    assert made[0].subtitle.startswith("Tutor: Mr Patel. 2 pupils. Marks collected 13 November 2026.")


def test_pupils_without_a_form_have_one_pack_together_and_last() -> None:
    """Of two year groups too; then it stands under Forms."""
    lines = ("X Xan Xu 7 - | 5 5 | 5 5 | 5 5 | 3 3 3 | 96", "Y Yan Yu 10 - | 5 5 | 5 5 | 5 5 | 3 3 3 | 96", PUPILS[0])
    report = b.report(year_groups=("7", "10"))
    school = project(*RULES, reports=b.project().reports.model_copy(update={"reports": (report,)}))
    made = form_packs(material(frames(lines), school))
    assert [(p.heading, p.shelf, len(p.parts[-1].table.rows if p.parts[-1].table else ())) for p in made] == [
        ("10R, Year 10", "Year 10", 1),
        ("No form, Year 7 and Year 10", "Forms", 2),
    ]
    assert made[1].path == "staff/forms/no-form"


def test_two_forms_never_share_a_file() -> None:
    """10R and 10-R fold to names that differ."""
    lines = (PUPILS[0], PUPILS[1].replace("10R", "10-R"), PUPILS[2].replace("10S", "10r"))
    paths = [p.path for p in form_packs(material(frames(lines)))]
    assert len({path.casefold() for path in paths}) == 3


def test_a_row_counts_the_pupils_subjects() -> None:
    """Ben: 5 5, 6 5, 5 4 with target 5: none up, two down, two on target, one below; best attitude in none, low in two."""
    made = pack()
    assert column(made, "Pupil") == ["Brown, Ben", "Okonkwo, Amara"]
    row = {head: column(made, head)[0] for head in heads(made)}
    told = ("Attendance", "Days missed", "Subjects", "Up", "Down", "Above target", "On target", "Below target")
    assert [row[head] for head in told] == ["88.0", "6", "3", "0", "2", "0", "2", "1"]
    assert [row[head] for head in ("Best attitude", "Low attitude", "Lists: praise; help")] == ["0", "2", "help: away"]


def test_praise_stands_before_help() -> None:
    """Dev works hard and is often away: both short names, told apart."""
    assert column(pack("10S"), "Lists: praise; help") == ["", "hard work; help: away"]


def test_a_short_name_does_not_say_its_kind_again() -> None:
    """`help-away` under help is `away`; a rule that is called nothing but help keeps its name."""
    named = (AWAY.model_copy(update={"id": "help-away"}), AWAY.model_copy(update={"id": "help"}))
    assert column(pack(school=project(*named)), "Lists: praise; help") == ["help: away, help", ""]


def test_a_number_that_is_not_known_is_no_nought() -> None:
    """A pupil without earlier marks has a dash under up and down, not 0."""
    lines = (PUPILS[0], "N Nia New 10 10R | - 5 | - 5 | - 5 | 3 3 3 | 96")
    made = pack(loaded=frames(lines))
    assert column(made, "Up") == ["–", "2"]
    assert column(made, "On target") == ["3", "0"]


def test_strengths_come_first_and_have_names() -> None:
    """Amara was never away: that stands before any concern. Up in two subjects of three is too few to be told."""
    made = pack()
    assert [part.id for part in made.parts] == ["well", "talk", "missing", "register"]
    assert said(made, "well") == {"Has not missed a day:": "Amara O."}


def test_who_rose_in_every_subject_is_named() -> None:
    """Three of three up: named with the share."""
    lines = ("A Amara Okonkwo 10 10R | 5 6 | 5 6 | 5 6 | 4 4 4 | 99", PUPILS[1])
    made = pack(loaded=frames(lines))
    assert said(made, "well") == {
        "Up in most subjects:": "Amara O (3 of 3).",
        "Best attitude in most:": "Amara O (3 of 3).",
    }


def test_whom_to_talk_with_has_reasons() -> None:
    """Ben: 88% attendance, below the school's 90; once, though the list says it again."""
    assert said(pack(), "talk") == {"Ben B:": "88.0% attendance."}


def test_the_pupil_with_most_reasons_is_first_and_three_are_named() -> None:
    """Five with a reason: the one with two first, two counted."""
    lines = (*crowd(4, line="| 5 5 | 5 5 | 5 5 | 3 3 3 | 85"), "Z Zed Zu 10 10R | 5 4 | 5 4 | 5 4 | 3 3 3 | 80")
    made = pack(loaded=frames(lines))
    talk = made.parts[1]
    assert [p.title for p in talk.points] == ["Zed Z:", "Pip0 S:", "Pip1 S:"]
    assert talk.points[0].text == "below target in 3 of 3, down in 3 of 3, 80.0% attendance."
    assert talk.note == "2 more: attendance under 90%."


def test_short_names_of_lists_have_a_key() -> None:
    """Dev is on both lists: what each short name means stands over the table, and no rule that nobody here meets."""
    table = pack("10S").parts[-1].table
    assert table is not None
    assert table.caption.endswith("Praise: hard work (works hard). Help: away (often away).")
    assert "Help" not in register_caption("10S", (PUPILS[0].replace("10R", "10S"),))


def register_caption(form: str, lines: tuple[str, ...]) -> str:
    """The caption of a form's register."""
    table = pack(form, frames(lines)).parts[-1].table
    return table.caption if table else ""


def test_what_is_missing_is_named() -> None:
    """Dev's blank mark by subject; who has no earlier marks among others who have."""
    lines = (*PUPILS[2:], "N Nia New 10 10S | - 5 | - 5 | - 5 | 3 3 3 | 96")
    assert said(pack("10S", frames(lines)), "missing") == {
        "1 blank mark:": "Dev D (Art and design).",
        "No earlier marks here:": "Nia N.",
    }


def test_where_everybody_is_new_nobody_is_called_new() -> None:
    """In the first term of Year 7 no one has earlier marks: that is no news of anybody."""
    lines = tuple(f"{key} {key}a {key}b 10 10R | - 5 | - 5 | - 5 | 3 3 3 | 96" for key in "XY")
    assert said(pack(loaded=frames(lines)), "missing") == {}


def test_no_more_than_three_questions_and_strengths_first() -> None:
    """Amara who rose is asked about before Ben."""
    asked = pack().questions
    assert 2 <= len(asked) <= 3
    assert "Amara" in asked[0]
    assert "Ben B" in asked[1]


@pytest.mark.parametrize(
    ("gone", "column_gone"),
    [
        ("attendance", {"Attendance", "Days missed"}),
        ("targets", {"Above target", "On target", "Below target"}),
        ("attitude", {"Best attitude", "Low attitude"}),
        ("earlier", {"Up", "Down"}),
        ("lists", {"Lists: praise; help"}),
    ],
)
def test_a_column_nobody_has_anything_in_is_left_out(gone: str, column_gone: set[str]) -> None:
    """No attendance, targets, attitude, earlier marks or lists: the page is whole without them."""
    whole = frames()
    results = whole.results
    parts = {
        "targets": results[results["facet"] != "target"],
        "attitude": results[results["facet"] != "attitude"],
        "earlier": results[results["collection"] != "jun"],
    }
    changes = {"results": parts[gone].reset_index(drop=True)} if gone in parts else {}
    if gone == "attendance":
        changes = {"attendance": b.frame(ATTENDANCE, [])}
    school = project() if gone == "lists" else None
    everything = set(heads(pack()))
    assert everything - set(heads(pack(loaded=frames(**changes), school=school))) == column_gone


def test_a_form_with_nothing_at_all_still_has_its_register() -> None:
    """No marks, no attendance: the pupils, their subjects and room for notes."""
    made = pack(loaded=frames(results=b.frame(RESULTS, []), attendance=b.frame(ATTENDANCE, [])), school=project())
    assert heads(made) == ["Pupil", "PP", "Subjects", "Notes"]
    assert [part.id for part in made.parts] == ["well", "talk", "missing", "register"]


def test_flags_can_be_kept_off_paper() -> None:
    """With hide_flags every flag is the same mark; its key is a note, which the page shows on screens only."""
    flagged = frames(memberships=b.memberships(pupil_premium="A:Y"))
    hidden = project(*RULES).model_copy(
        update={"packs": Packs(classes=ClassPack(groups=("pupil_premium",), hide_flags=True))}
    )
    assert column(pack(loaded=flagged), "PP") == ["", "PP"]
    quiet = pack(loaded=flagged, school=hidden)
    assert column(quiet, "PP") == ["", "•"]
    table = quiet.parts[-1].table
    assert table is not None
    assert "pupil premium" not in table.caption
    assert "pupil premium" in quiet.parts[-1].note


def test_row_order_of_exports_does_not_matter() -> None:
    """The same rows in another order make the same packs."""
    one = frames()
    turned = frames(
        results=one.results.iloc[::-1].reset_index(drop=True), pupils=one.pupils.iloc[::-1].reset_index(drop=True)
    )
    assert [p.digest() for p in form_packs(material(one))] == [p.digest() for p in form_packs(material(turned))]


def by_hand(key: str, *, risen: int, moved: int) -> Standing:
    """A pupil up in so many of so many subjects, nothing else known."""
    summary = SimpleNamespace(risen=risen, attitude_best=0, percent=None)
    rows = tuple(SimpleNamespace(change=1.0, attitude_place=None) for _ in range(moved))
    pupil = Pupil(key=key, forename=key, surname="Stone", year_group="10", form="10R", joined=None)
    return Standing(pupil=pupil, summary=summary, rows=rows, attendance=None, rules=(), new=False)


def test_up_in_most_means_three_subjects_and_half_of_them() -> None:
    """Up in 3 of 6 is half; in 3 of 7 it is not; in 2 of 2 it is too few where others have seven. Most first."""
    members = (
        by_hand("Three", risen=3, moved=6),
        by_hand("Seven", risen=3, moved=7),
        by_hand("Two", risen=2, moved=2),
        by_hand("Best", risen=6, moved=7),
    )
    made = well_part(FormRoom(material(), Form("10R", "10R", "10r", members)))
    assert [point.text for point in made.points] == ["Best S (6 of 7) and Three S (3 of 6)."]
