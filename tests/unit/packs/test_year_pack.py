from __future__ import annotations

from dataclasses import replace

import builders as b
import pytest
from unit.packs.year_school import AWAY, BEHIND, PUPILS, RULES, WORK, crowd, frames, material, project

from reportgen.model.document import Part, StaffPack
from reportgen.model.figure import Figure, Interval, Unit
from reportgen.model.frames import ATTENDANCE, RESULTS, Loaded
from reportgen.model.list_rule import Conditions, ListRule
from reportgen.model.picture import Scatter
from reportgen.model.project import Project
from reportgen.packs.year_pack import year_packs


def pack(loaded: Loaded | None = None, school: Project | None = None) -> StaffPack:
    """The pack of Year 10."""
    (made,) = year_packs(material(loaded, school))
    return made


def part(made: StaffPack, name: str) -> Part:
    return next(one for one in made.parts if one.id == name)


def ids(made: StaffPack) -> list[str]:
    return [one.id for one in made.parts]


def rows(one: Part) -> list[list[str]]:
    assert one.table is not None
    return [[cell.text for cell in row.cells] for row in one.table.rows]


def test_it_names_its_head_of_year_and_its_place() -> None:
    """For Mrs Adeyemi, by the role in staff.yaml, capitals ignored; on the shelf of its year group."""
    made = pack()
    assert made.subtitle.startswith("For Mrs Adeyemi, head of year. 4 pupils in 2 forms. Marks collected 13 November")
    assert (made.path, made.shelf, made.kind) == ("staff/years/year-10", "Year 10", "year-pack")


def test_each_pupil_is_on_a_list_once_with_every_reason_in_words() -> None:
    """Ben is often away and the only one; each reason with the numbers it was made from; who follows up and how."""
    help_list = part(pack(), "intervention")
    assert help_list.heading == "Help: 2 pupils of 4, too many to act on at once"
    assert rows(help_list) == [
        ["Brown, Ben", "10R", "Often away: 88.0% attendance", "Ring home (Mrs Adeyemi)"],
        ["Das, Dev", "10S", "Often away: 80.0% attendance", "Ring home (Mrs Adeyemi)"],
    ]
    assert rows(part(pack(), "reward")) == [
        ["Okonkwo, Amara", "10R", "Works hard: best attitude in 2 of 3", "Postcard home (Mr Patel)"],
        ["Das, Dev", "10S", "Works hard: best attitude in 3 of 3", "Postcard home (form tutor)"],
    ]


def test_most_reasons_come_first() -> None:
    """A pupil who meets two rules stands before those who meet one, both reasons in one row."""
    lines = (*PUPILS, "Z Zed Zu 10 10S | 5 4 | 5 4 | 5 4 | 1 3 3 | 70")
    first = rows(part(pack(frames(lines)), "intervention"))[0]
    assert first[0] == "Zu, Zed"
    assert first[2] == "Often away: 70.0% attendance. Below target: low attitude in 1 of 3, below target in 3 of 3"
    assert first[3] == "Ring home (Mrs Adeyemi). Form Tutor"


def test_overlap_is_told_and_owners_are_counted_once() -> None:
    """Dev is on both lists; the tutor of 10R has one to praise, the head of year two to help."""
    owners = part(pack(), "owners")
    assert rows(owners) == [
        ["Mr Patel, form tutor, 10R", "1", "0"],
        ["Form tutor, 10S", "1", "0"],
        ["Mrs Adeyemi, head of year", "0", "2"],
    ]
    assert owners.beside == (
        "1 pupil is on both lists: Dev Das.",
        "1 of 4 pupils is on neither list.",
        "No member of staff is named as: form tutor, 10S.",
    )


def test_a_pupil_of_two_rules_with_one_owner_counts_once_for_that_owner() -> None:
    """Ben meets two rules of the head of year: one pupil to help."""
    low = ListRule(id="low", name="Low", kind="intervention", owner="head of year", when=Conditions(low_attitude_in=1))
    owners = rows(part(pack(school=project(AWAY, low)), "owners"))
    assert owners == [["Mrs Adeyemi, head of year", "0", "2"]]


def test_a_list_of_up_to_a_third_is_not_called_too_long() -> None:
    """Three of nine is a third; four of nine is more, and the rule that fills it is named."""
    third = pack(frames((*crowd(6), *crowd_away(3))))
    assert part(third, "intervention").heading == "Help: 3 pupils of 9"
    assert "too long" not in part(third, "intervention").lead
    more = part(pack(frames((*crowd(5), *crowd_away(4)))), "intervention")
    assert more.heading == "Help: 4 pupils of 9, too many to act on at once"
    assert "One rule fills it: Often away, 4 of the 4." in more.lead


def crowd_away(pupils: int) -> tuple[str, ...]:
    return tuple(f"Q{n} Quin{n} Ash{n} 10 10S | 5 5 | 5 5 | 5 5 | 3 3 3 | 70" for n in range(pupils))


def test_everybody_on_the_list_is_everybody() -> None:
    """Nine of nine: all in the table, and nobody is said to be on neither."""
    made = pack(frames(crowd_away(9)))
    assert len(rows(part(made, "intervention"))) == 9
    assert "Everybody is on a list." in part(made, "owners").beside


def test_a_long_list_starts_a_side_of_its_own_and_a_short_one_does_not() -> None:
    """Nine pupils do, eight do not."""
    assert part(pack(frames(crowd_away(9))), "intervention").new_page
    assert not part(pack(frames((*crowd_away(8), *crowd(17)))), "intervention").new_page


def test_nobody_on_a_list_is_said() -> None:
    """No table, no owner, the rules named: looked at, nobody met one."""
    made = pack(frames(crowd(3)))
    assert "owners" not in ids(made)
    assert part(made, "intervention-none").heading == "Help: nobody meets a rule this time"
    assert part(made, "intervention-none").lead == "Rules: Often away; Below target."


def test_a_school_without_rules_has_a_whole_pack_without_lists() -> None:
    """Nothing speaks of lists, and no dot is filled."""
    made = pack(frames(crowd(6)), project())
    assert ids(made) == ["figures", "attendance"]
    picture = part(made, "attendance").picture
    assert isinstance(picture, Scatter)
    assert picture.chosen_name == ""
    assert "list" not in " ".join(made.questions)


def test_a_rule_for_another_year_group_is_not_named_here() -> None:
    """A rule for Year 11 leaves Year 10 without that list."""
    elsewhere = WORK.model_copy(update={"year_groups": ("11",)})
    assert "reward-none" not in ids(pack(school=project(elsewhere, AWAY)))


def test_the_years_figures_have_their_range_and_their_pupils() -> None:
    """Attendance of 100, 88, 96 and 80 sessions of 100 is 91%; two of four missed a tenth or more; +2, −2, 0 and 0 is 0."""
    told = {row[0]: row[1:] for row in rows(part(pack(), "figures"))}
    assert told["Sessions attended so far"][0] == "91%"
    assert told["Sessions attended so far"][2:] == ["4", "0"]
    assert told["Pupils who missed a tenth or more of sessions"][0] == "2 of 4"
    assert told["Steps since June 2026, mean of pupils"][:1] == ["0.0"]


def test_those_who_moved_up_stand_before_those_who_moved_down() -> None:
    """Amara: 3, 3 and 0 thirds of a grade up, mean 2; Ben: 0, −3, −3, mean −2. Pupils who stayed are in neither."""
    made = pack()
    assert ids(made).index("movers-up") < ids(made).index("movers-down")
    assert rows(part(made, "movers-up")) == [["Okonkwo, Amara", "10R", "+2.0", "2 of 3", "0 of 3", "+5.0"]]
    assert rows(part(made, "movers-down")) == [["Brown, Ben", "10R", "−2.0", "0 of 3", "2 of 3", "−1.0"]]


def test_one_subject_is_too_little_for_a_place_among_the_movers() -> None:
    """A pupil with one changed subject is left out where others have three."""
    lines = (*PUPILS, "N Nia New 10 10S | 5 9 | - 5 | - 5 | 3 3 3 | 96")
    assert [row[0] for row in rows(part(pack(frames(lines)), "movers-up"))] == ["Okonkwo, Amara"]


def test_eight_are_told_at_either_end() -> None:
    """Of ten who rose eight are named, the furthest first."""
    lines = [f"P{n} Pip{n} Stone{n} 10 10R | 4 5 | 4 5 | 4 {'6' if n == 9 else '5'} | 3 3 3 | 96" for n in range(10)]
    up = rows(part(pack(frames(lines)), "movers-up"))
    assert len(up) == 8
    assert up[0][0] == "Stone9, Pip9"


def test_attendance_bands_count_every_pupil_once() -> None:
    """95 or more, 90 to 95, 80 to 90, under 80: exactly a tenth missed is often away; exactly 80 is not under 80."""
    attended = (100, 95, 94, 91, 90, 80, 79)
    lines = [f"P{n} Pip{n} Stone{n} 10 10R | 5 5 | 5 5 | 5 5 | 3 3 3 | {a}" for n, a in enumerate(attended)]
    told = rows(part(pack(frames(lines)), "attendance"))
    assert [(row[0], row[4]) for row in told] == [
        ("95% or more", "2"),
        ("90% to under 95%", "2"),
        ("80% to under 90%", "2"),
        ("Under 80%", "1"),
        ("All pupils", "7"),
    ]
    assert (
        part(pack(frames(lines)), "attendance").heading
        == "Below target: 0 of 3 of those often away, 0 of 4 of the others"
    )


def test_the_picture_has_a_dot_for_each_pupil_in_the_table() -> None:
    """Six pupils with attendance and targets, the two on the list for help filled; one without attendance left out."""
    lines = (*PUPILS, *crowd(3))
    some = frames(lines)
    left = some.attendance[some.attendance["pupil"] != "P000"].reset_index(drop=True)
    made = part(pack(frames(lines, attendance=left)), "attendance")
    assert isinstance(made.picture, Scatter)
    assert len(made.picture.dots) == 6
    assert sum(dot.chosen for dot in made.picture.dots) == 2
    assert rows(made)[-1][4] == "6"
    assert "1 pupil without attendance or target is left out." in made.lead


def test_neither_is_said_to_bring_about_the_other() -> None:
    """The picture carries its warning."""
    assert part(pack(), "attendance").note == "The two stand side by side; neither is shown to bring about the other."


@pytest.mark.parametrize("gone", ["attendance", "targets"])
def test_without_attendance_or_targets_the_picture_is_left_out(gone: str) -> None:
    """The rest of the pack stays."""
    results = frames().results
    changes = (
        {"attendance": b.frame(ATTENDANCE, [])}
        if gone == "attendance"
        else {"results": results[results["facet"] != "target"].reset_index(drop=True)}
    )
    made = pack(frames(**changes))
    assert "attendance" not in ids(made)
    assert "movers-up" in ids(made)
    assert "figures" in ids(made)


def test_a_year_group_with_nothing_says_so() -> None:
    """No marks and no attendance: one sentence, no empty page."""
    made = pack(frames(results=b.frame(RESULTS, []), attendance=b.frame(ATTENDANCE, [])), project())
    assert ids(made) == ["nothing"]
    assert made.parts[0].lead


def chosen(beyond: tuple[float, float, float]) -> StaffPack:
    """The pack with hand-made figures of the lowest: −2.1 then, −1.5 now, −1.6 by chance."""
    made = material(frames(crowd(3)))
    values = {"then": -2.1, "now": -1.5, "chance": -1.6}
    figures = {
        f"chosen|10|{what}": Figure(
            id=f"chosen|10|{what}", value=value, unit=Unit.STEPS, n=20, collection="jun" if what == "then" else "nov"
        )
        for what, value in values.items()
    }
    value, low, high = beyond
    figures["chosen|10|beyond"] = Figure(
        id="chosen|10|beyond", value=value, unit=Unit.STEPS, n=20, interval=Interval(low=low, high=high, method="t")
    )
    measured = replace(made.measured, figures={**made.measured.figures, **figures})
    (found,) = year_packs(replace(made, measured=measured))
    return found


def test_what_chance_would_have_done_is_said() -> None:
    """Then, now and by chance; a range that holds zero is too small a difference to tell apart."""
    told = part(chosen((0.1, -0.3, 0.5)), "chance")
    assert told.heading == "The 20 who were furthest below target moved much as chance alone would have it"
    assert told.beside == (
        "In June 2026 these 20 pupils were −2.1 steps from target on average; now they are −1.5.",
        "Pupils picked because they were lowest rise a little by chance alone: to about −1.6.",
        "The difference from chance, +0.1 (likely range −0.3 to +0.5), is too small to tell apart from normal variation.",
    )


@pytest.mark.parametrize(
    ("beyond", "told"), [((0.4, 0.1, 0.7), "rose by more than chance"), ((-0.4, -0.7, -0.1), "did less well")]
)
def test_more_or_less_than_chance_is_told_only_where_the_range_leaves_out_zero(
    beyond: tuple[float, float, float], told: str
) -> None:
    """Above: more than chance alone; below: less well."""
    assert told in part(chosen(beyond), "chance").heading


def test_too_few_for_a_tenth_have_no_chance_line() -> None:
    """Four pupils: nothing is said of chance."""
    assert "chance" not in ids(pack())


def test_questions_are_few_and_strengths_come_first() -> None:
    """At most four, the first about whom to praise; nobody to praise, no such question."""
    asked = pack().questions
    assert len(asked) <= 4
    assert asked[0] == "Who tells the 2 pupils on the first list, and by when?"
    assert not any("first list" in one for one in pack(frames(crowd(3))).questions)


def test_primary_year_groups_have_packs_of_their_own() -> None:
    """Reception and Year 6, youngest first."""
    lines = ("R Ria Rose R Ash | 5 5 | 5 5 | 5 5 | 3 3 3 | 96", "S Sam Sun 6 Oak | 5 5 | 5 5 | 5 5 | 3 3 3 | 96")
    report = b.report(year_groups=("R", "6"))
    school = project(*RULES, reports=b.project().reports.model_copy(update={"reports": (report,)}))
    made = year_packs(material(frames(lines), school))
    assert [(p.heading, p.path) for p in made] == [
        ("Reception", "staff/years/year-r"),
        ("Year 6", "staff/years/year-6"),
    ]


def test_a_pupil_who_joined_yesterday_is_counted_and_told_nothing_of() -> None:
    """On roll without marks or attendance: not counted in figures, said to be so, on no list."""
    lines = (*PUPILS, "N Nia New 10 10S | - - | - - | - - | 3 3 3 | 0")
    some = frames(lines)
    results = some.results[some.results["pupil"] != "N"].reset_index(drop=True)
    left = some.attendance[some.attendance["pupil"] != "N"].reset_index(drop=True)
    made = pack(frames(lines, results=results, attendance=left))
    assert "5 pupils" in made.subtitle
    assert {row[4] for row in rows(part(made, "figures"))} == {"1"}
    assert "New, Nia" not in [row[0] for row in rows(part(made, "intervention"))]


def test_the_rules_used_here_differ() -> None:
    """The three rules of these tests are of both kinds, with three owners."""
    assert {rule.kind for rule in (WORK, AWAY, BEHIND)} == {"reward", "intervention"}
