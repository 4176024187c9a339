from __future__ import annotations

from dataclasses import replace

import builders as b
import pytest
from unit.packs.year_school import RULES, crowd, frames, material, project

from reportgen.model.document import Part, StaffPack
from reportgen.model.figure import Figure, Interval, Unit
from reportgen.model.frames import ATTENDANCE, RESULTS
from reportgen.model.measured import Gap, HeadlineFigures
from reportgen.model.pack import Packs, StaffPacks
from reportgen.model.picture import Range
from reportgen.packs.material import Material
from reportgen.packs.overview import overview

Told = tuple[float, float, float]


def figure(name: str, told: Told, n: int = 60, unit: Unit = Unit.STEPS) -> Figure:
    """Value and likely range."""
    value, low, high = told
    return Figure(id=name, value=value, unit=unit, n=n, interval=Interval(low=low, high=high, method="t"))


def gap(comparison: str, told: Told, *, group_n: int = 30) -> Gap:
    """A gap on attendance in percentage points."""
    names = {"pupil_premium": ("Pupil premium", "other pupils"), "boys": ("Boys", "girls"), "send": ("SEND", "others")}
    group, others = names[comparison]
    return Gap(
        comparison=comparison,
        group_name=group,
        others_name=others,
        headline="attendance",
        collection="nov",
        group=Figure(id="these", value=90 + told[0], unit=Unit.PERCENT, n=group_n),
        others=Figure(id="others", value=90.0, unit=Unit.PERCENT, n=120),
        gap=figure("gap", told, unit=Unit.POINTS),
    )


def school(distances: dict[str, Told], *gaps: Gap, **choices: int) -> Material:
    """Six pupils of Year 10 whose figures are these and no others."""
    made = material(frames(crowd(6)), project(*RULES))
    figures = {name: figure(name, told) for name, told in distances.items()}
    whole = Figure(id="attendance", value=90.0, unit=Unit.PERCENT, n=150)
    headlines = (HeadlineFigures(id="attendance", now=whole, gaps=gaps),) if gaps else ()
    packs = Packs(classes=made.project.packs.classes, staff=StaffPacks.model_validate(choices))
    return replace(
        made,
        project=made.project.model_copy(update={"packs": packs}),
        measured=replace(made.measured, figures=figures, headlines=headlines),
    )


def only(made: Material) -> StaffPack:
    (pack,) = overview(made)
    return pack


def part(made: Material, name: str) -> Part:
    return next(one for one in only(made).parts if one.id == name)


def titles(made: Material, name: str) -> list[str]:
    return [point.title for point in part(made, name).points]


MATHS, ENGLISH, ART = (f"subject|{s}|10|distance" for s in ("maths", "english", "art"))


def test_evidence_comes_before_size() -> None:
    """+0.5 from +0.4 to +0.6 stands before +2.0 from +0.1 to +3.9: it is further from zero in its own range."""
    made = school({MATHS: (2.0, 0.1, 3.9), ENGLISH: (0.5, 0.4, 0.6)})
    assert titles(made, "looks-strengths") == ["English language, Year 10.", "Mathematics, Year 10."]


def test_what_cannot_be_told_from_zero_is_no_finding() -> None:
    """A range that holds zero is on neither list, and both lists say that there is nothing."""
    made = school({MATHS: (3.0, -0.1, 6.1)})
    assert titles(made, "looks-strengths") == titles(made, "looks-ask") == []
    assert part(made, "looks-strengths").beside
    assert part(made, "looks-ask").beside


def test_strengths_stand_before_what_to_ask_and_only_that_has_questions() -> None:
    """Above target is a strength without a question; below is asked about."""
    made = school({MATHS: (1.0, 0.5, 1.5), ART: (-1.0, -1.5, -0.5)})
    assert [one.id for one in only(made).parts][:2] == ["looks-strengths", "looks-ask"]
    assert [point.ask for point in part(made, "looks-strengths").points] == [""]
    (ask,) = part(made, "looks-ask").points
    assert ask.ask == "Which classes and which topics does it come from in art and design, Year 10?"


def test_each_finding_has_its_range_its_pupils_and_where_they_are() -> None:
    """Steps, likely range, n, and the name of the pack."""
    (point,) = part(school({MATHS: (1.0, 0.5, 1.5)}), "looks-strengths").points
    assert point.text == (
        "+1.0 steps from target on average (likely range +0.5 to +1.5; 60 pupils). "
        "Pupils: in the subject pack Mathematics, Year 10."
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((0.21, 0.16, 0.24), "+0.21 steps from target on average (likely range +0.16 to +0.24; 60 pupils)"),
        ((3.04, 0.04, 6.04), "+3.04 steps from target on average (likely range +0.04 to +6.04; 60 pupils)"),
        ((1.04, 0.54, 1.54), "+1.0 steps from target on average (likely range +0.5 to +1.5; 60 pupils)"),
    ],
)
def test_rounding_never_hides_why_a_difference_is_told(told: Told, words: str) -> None:
    """A range that rounds to one number, or to zero at one end, has a decimal more; any other has not."""
    (point,) = part(school({MATHS: told}), "looks-strengths").points
    assert point.text.startswith(words)


def test_no_more_than_the_school_chose_and_the_rest_are_counted() -> None:
    """One of three strengths: two more are in the tables."""
    made = school({MATHS: (3.0, 2.9, 3.1), ENGLISH: (2.0, 1.9, 2.1), ART: (1.0, 0.9, 1.1)}, first_looks=1)
    assert titles(made, "looks-strengths") == ["Mathematics, Year 10."]
    assert part(made, "looks-strengths").note == "2 more can be told from normal variation: see the tables."


def test_a_group_is_watched_from_its_own_side() -> None:
    """Pupil premium 10 points lower is asked about by name, with both sides, n and range; its flag leads to its pupils."""
    (point,) = part(school({}, gap("pupil_premium", (-10, -15, -5))), "looks-ask").points
    assert point.title == "Pupil premium: attendance."
    assert point.text == (
        "Pupil premium 80% (30 pupils), other pupils 90% (120 pupils): a difference of −10 percentage points "
        "(likely range −15 to −5). Pupils: marked PP in the form packs."
    )


def test_where_neither_side_is_watched_the_one_behind_is_asked_about() -> None:
    """Boys ahead of girls is no strength of boys: girls are asked about."""
    boys = b.project().groups.model_copy(
        update={
            "groups": tuple(
                group.model_copy(
                    update={"comparisons": tuple(c.model_copy(update={"symmetric": True}) for c in group.comparisons)}
                )
                for group in b.project().groups.groups
            )
        }
    )
    made = school({}, gap("boys", (10, 5, 15)))
    made = replace(made, project=made.project.model_copy(update={"groups": boys}))
    assert titles(made, "looks-strengths") == []
    assert titles(made, "looks-ask") == ["Girls: attendance."]
    assert "column sex" in part(made, "looks-ask").points[0].text


def test_a_handful_of_pupils_is_no_group() -> None:
    """Five pupils 40 points behind: not ranked, and their row says to look at each."""
    made = school({}, gap("pupil_premium", (-40, -50, -30), group_n=5), gap("boys", (-10, -15, -5)))
    assert titles(made, "looks-ask") == ["Boys: attendance."]
    table = part(made, "gaps").table
    assert table is not None
    assert [cell.text for cell in table.rows[0].cells][1:] == ["not compared: 5 pupils on one side: look at each"]
    assert part(made, "gaps").heading.endswith("1 of 1 groups can be told apart from the others")


def test_a_subject_of_a_handful_is_not_ranked() -> None:
    """Five pupils far above target in a subject: not a strength of the school. Six are told."""
    made = school({})
    for n, told in ((5, []), (6, ["Mathematics, Year 10."])):
        few = replace(made.measured, figures={MATHS: figure(MATHS, (3.0, 2.0, 4.0), n)})
        assert titles(replace(made, measured=few), "looks-strengths") == told


def test_how_findings_are_ranked_is_said_and_luck_with_it() -> None:
    """Twenty differences looked at: one of them would stand out by luck."""
    names = [f"subject|{s}|{y}|distance" for s in ("maths", "english") for y in range(1, 11)]
    made = school(dict.fromkeys(names, (0.1, -0.2, 0.4)))
    years = tuple(replace(p, year_group=str(n)) for n, p in enumerate(made.pupils * 2, start=1))[:10]
    object.__setattr__(made, "pupils", years)
    note = part_of_looks(made)
    assert "Ranked by how sure we can be, not by size" in note
    assert "20 differences were looked at: about 1 would stand out by luck alone." in note


def part_of_looks(made: Material) -> str:
    from reportgen.packs.overview_looks import look_parts, looks  # noqa: PLC0415 - only this claim is about the inside

    return look_parts(made, looks(made))[-1].note


def test_one_year_group_has_its_subjects_on_one_scale() -> None:
    """A dot with its range for each subject; solid where the range leaves out zero; all on the same scale."""
    table = part(school({MATHS: (1.0, 0.5, 1.5), ART: (0.2, -0.5, 0.9)}), "subjects").table
    assert table is not None
    pictures = [row.cells[-1].picture for row in table.rows]
    ranges = [one for one in pictures if isinstance(one, Range)]
    assert [one.sure for one in ranges] == [True, False]
    assert len({(one.low_end, one.high_end, one.zero) for one in ranges}) == 1
    assert [row.cells[0].link for row in table.rows] == ["subjects/10-maths.html", "subjects/10-art.html"]


def years(*groups: str) -> Material:
    """A pupil in each of these year groups."""
    lines = [f"{y} Pip{y} Stone{y} {y} F{y} | 5 6 | 5 5 | 5 4 | 3 3 3 | 96" for y in groups]
    report = b.report(year_groups=groups)
    reports = b.project().reports.model_copy(update={"reports": (report,)})
    return material(frames(lines), project(*RULES, reports=reports))


def test_several_year_groups_stand_side_by_side_with_range_and_pupils() -> None:
    """A row a subject, a column a year group; a year group leads to its pack."""
    made = years("9", "10")
    subjects = part(made, "subjects").table
    assert subjects is not None
    assert [c.head for c in subjects.columns] == ["Subject", "Year 9", "Year 10"]
    assert [row.cells[0].text for row in subjects.rows] == ["English language", "Mathematics", "Art and design"]
    assert subjects.rows[1].cells[1].second == "1 pupil"
    by_year = part(made, "years").table
    assert by_year is not None
    assert [row.cells[0].link for row in by_year.rows] == ["years/year-9.html", "years/year-10.html"]


@pytest.mark.parametrize(("count", "columns"), [(6, [6]), (7, [3, 4]), (13, [4, 4, 5])])
def test_more_than_six_year_groups_go_on_in_another_table(count: int, columns: list[int]) -> None:
    """Shared out evenly, every year group once."""
    groups = ("R", *(str(n) for n in range(1, count)))
    tables = [one.table for one in only(years(*groups)).parts if one.id == "subjects"]
    assert [len(table.columns) - 1 for table in tables if table] == columns


def test_it_names_no_pupil() -> None:
    """No surname of the school is anywhere in it."""
    assert "Stone" not in only(material(frames(crowd(6)))).model_dump_json()


def test_a_school_with_nothing_has_a_whole_page() -> None:
    """No marks, no attendance: no strengths, nothing to ask, and the pupils of each year group."""
    made = material(frames(results=b.frame(RESULTS, []), attendance=b.frame(ATTENDANCE, [])), project())
    assert [one.id for one in only(made).parts] == ["looks-strengths", "looks-ask", "years"]
    table = part(made, "years").table
    assert table is not None
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Year 10", "4"]]


def test_nobody_on_roll_makes_no_overview() -> None:
    """No document about nobody."""
    assert overview(material(b.loaded(), project())) == []


def test_a_list_too_long_to_act_on_is_asked_about() -> None:
    """Two of four on the list for help is more than a third."""
    asked = only(material()).questions
    assert any("The list for help in Year 10 holds more than a third of its pupils" in one for one in asked)
    assert not any("list for help" in one for one in only(material(frames(crowd(6)))).questions)
