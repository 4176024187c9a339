from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from builders import attendance, classes, collection, frame, loaded, project, pupils, report, results

from reportgen.calendars.statutory import completeness
from reportgen.model import frames as f
from reportgen.model.calendar import (
    Assessment,
    Assessments,
    Collections,
    Meeting,
    Reports,
    SchoolYear,
    Term,
    Terms,
    year_group_before,
)
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.school import Contact, School, Subject, Subjects
from reportgen.model.statutory import Completeness, Item, asked_of

ALL = ("achievements", "general progress", "how to discuss", "attendance")
YEAR = SchoolYear(
    year=2026,
    terms=(
        Term(id="ht1", starts=date(2026, 9, 3), ends=date(2026, 12, 18)),
        Term(id="ht6", starts=date(2027, 6, 7), ends=date(2027, 7, 20)),
    ),
)


def school(*years: str, school_type: str = "maintained", **changes: Any) -> Project:
    """A school whose only report is the annual one of 9 July 2027, from collection `sum`, for these year groups."""
    about = {"name": "Northfield", "phase": "secondary", "type": school_type, "contact": Contact(phone="0113 496 0100")}
    given: dict[str, Any] = {
        "school": School(**{**about, **changes.pop("school", {})}),
        "terms": Terms(years=(YEAR,)),
        "collections": Collections(collections=(collection("sum", "2027-06-18", year=2026, year_groups=years),)),
        "reports": Reports(reports=(annual(),)),
    }
    return project(**{**given, **changes})


def annual(**changes: Any) -> Any:
    """The annual report, for the year groups of its collection."""
    given: dict[str, Any] = {
        "id": "summer", "kind": "annual", "collection": "sum", "compare": (), "on": date(2027, 7, 9), "year_groups": (),
        "meetings": (),
    }  # fmt: skip
    return report(**{**given, **changes})


def comments(*rows: str) -> pd.DataFrame:
    """`"A"` a tutor's comment, `"A maths"` a teacher's, `"A maths next_step"` a next step."""
    made = []
    for row in rows:
        pupil, *more = row.split()
        subject, kind = (*more, "comment")[:2] if more else (None, "comment")
        made.append({f.PUPIL: pupil, f.SUBJECT: subject, f.COLLECTION: "sum", f.KIND: kind, f.TEXT: "Well done."})
    return frame(f.COMMENTS, made)


def marked(*rows: str, subject: str, year_group: str = "10") -> pd.DataFrame:
    """Marks of the summer."""
    return results(*rows, subject=subject, collections=("sum",), year_group=year_group)


def here(*keys: str) -> pd.DataFrame:
    """Attendance of these pupils."""
    rows = attendance(*(f"{key} 300 290 8 2 1" for key in keys))
    return rows.assign(**{f.ENDS: pd.Timestamp("2027-06-18").as_unit("s")})


def lacking(found: tuple[Completeness, ...]) -> list[tuple[str, Item, str]]:
    """Pupil, item and what of the one annual report."""
    (only,) = found
    return [(one.pupil, one.item, one.what) for one in only.missing]


@pytest.mark.parametrize(
    ("school_type", "year_group", "items"),
    [
        ("maintained", "R", ALL[:3]),
        ("maintained", "N2", ALL[:3]),
        ("maintained", "1", (*ALL, "national tests")),
        ("maintained", "2", ALL),
        ("maintained", "4", (*ALL, "national tests")),
        ("maintained", "6", (*ALL, "national tests", "teacher assessment")),
        ("maintained", "11", ALL),
        ("maintained", "12", ALL[:3]),
        ("academy", "6", (*ALL, "national tests", "teacher assessment")),
        ("independent", "6", ("achievements",)),
        ("independent", "11", ("achievements",)),
        ("pupil referral unit", "11", ALL),
        ("pupil referral unit", "10", ()),
    ],
)
def test_what_the_law_asks_of_each_type_and_year(school_type: Any, year_group: str, items: tuple[str, ...]) -> None:
    """The table of SI 2005/1437 with its exceptions: Reception, beyond compulsory school age, units, independents."""
    assert asked_of(school_type, year_group=year_group) == items


def five_pupils() -> Loaded:
    """Year 10: A complete, B no mark in art, C dropped art, D no tutor's comment, E no attendance and an unclear mark."""
    unclear = marked("E 5", subject="art").assign(**{f.STATE: "unclear"})
    return loaded(
        pupils=pupils(
            "A Amara Okonkwo 10 10R", "B Ben Hall 10 10R", "C Cai Rees 10 10R", "D Dev Shah 10 10R", "E Eve Lowe 10 10R"
        ),
        classes=classes("10/Ma maths A B C D E", "10/Ar art A B C D E"),
        results=pd.concat(
            [
                marked("A 5", "B 5", "C 5", "D absent", "E 4", subject="maths"),
                marked("A 5", "B -", "C dropped", "D 3", subject="art"),
                unclear,
            ],
            ignore_index=True,
        ),
        comments=comments("A", "B", "C", "D maths", "D maths next_step", "E"),
        attendance=here("A", "B", "C", "D"),
    )


def test_a_maintained_school_worked_by_hand() -> None:
    """Only a blank or unclear mark, a tutor's comment that is not there and attendance that is not there are missing."""
    found = completeness(school("10"), five_pupils(), year=2026)
    assert lacking(found) == [
        ("B", "achievements", "no mark in Art and design"),
        ("D", "general progress", "no comment of a tutor or head of year"),
        ("E", "achievements", "no mark in Art and design"),
        ("E", "attendance", "no attendance"),
    ]
    assert found[0].pupils == 5
    assert found[0].pupils_lacking() == (("achievements", 2), ("general progress", 1), ("attendance", 1))


def test_a_teachers_comment_tells_of_achievements() -> None:
    """A subject without a mark and with the teacher's comment lacks nothing; a next step is no comment."""
    data = loaded(
        pupils=pupils("A Amara Okonkwo 10 10R", "B Ben Hall 10 10R"),
        classes=classes("10/Ar art A B"),
        comments=comments("A", "A art", "B", "B art next_step"),
        attendance=here("A", "B"),
    )
    assert lacking(completeness(school("10"), data, year=2026)) == [("B", "achievements", "no mark in Art and design")]


def test_a_blank_in_a_subject_not_taken_is_nothing() -> None:
    """Wide files have a cell under every subject: a blank one in a subject outside the pupil's classes is not missing."""
    data = loaded(
        pupils=pupils("A Amara Okonkwo 10 10R"),
        classes=classes("10/Ma maths A"),
        results=pd.concat([marked("A 5", subject="maths"), marked("A -", subject="art")], ignore_index=True),
        comments=comments("A"),
        attendance=here("A"),
    )
    assert lacking(completeness(school("10"), data, year=2026)) == []


def test_an_independent_school_owes_the_main_areas() -> None:
    """Of a department one subject with a mark will do, of another without any all subjects are named, and no more is asked."""
    subjects = Subjects(
        subjects=(
            Subject(id="biology", name="Biology", group="Science"),
            Subject(id="physics", name="Physics", group="Science"),
            Subject(id="art", name="Art and design", group="Arts"),
        )
    )
    data = loaded(
        pupils=pupils("A Amara Okonkwo 10 10R"),
        classes=classes("10/Bi biology A", "10/Ph physics A", "10/Ar art A"),
        results=marked("A 5", subject="biology"),
    )
    found = completeness(school("10", school_type="independent", subjects=subjects), data, year=2026)
    assert lacking(found) == [("A", "achievements", "no mark in Art and design")]


def test_a_pupil_referral_unit_reports_on_the_last_year_alone() -> None:
    """Only pupils who cease to be of compulsory school age are counted."""
    data = loaded(pupils=pupils("A Amara Okonkwo 10 10R", "B Ben Hall 11 11R"))
    found = completeness(school("10", "11", school_type="pupil referral unit"), data, year=2026)
    assert found[0].pupils == 1
    assert {pupil for pupil, *_ in lacking(found)} == {"B"}


@pytest.mark.parametrize(("year_group", "asked"), [("R", False), ("1", True), ("11", True), ("12", False)])
def test_attendance_of_compulsory_school_age(year_group: str, asked: bool) -> None:  # noqa: FBT001 - a table of cases
    """Attendance is asked for in Years 1 to 11, not in Reception and not beyond compulsory school age."""
    data = loaded(pupils=pupils(f"A Amara Okonkwo {year_group} X"))
    items = [item for _, item, _ in lacking(completeness(school(year_group), data, year=2026))]
    assert ("attendance" in items) is asked


def test_registers_of_an_earlier_year_are_no_attendance() -> None:
    """Totals that end before the school year began do not stand for it; undated totals do."""
    old = here("A").assign(**{f.ENDS: pd.Timestamp("2026-07-17").as_unit("s")})
    undated = here("B").assign(**{f.ENDS: pd.Series(pd.NaT, index=[0], dtype="datetime64[s]")})
    data = loaded(
        pupils=pupils("A Amara Okonkwo 10 10R", "B Ben Hall 10 10R"),
        comments=comments("A", "B"),
        attendance=pd.concat([old, undated], ignore_index=True),
    )
    assert lacking(completeness(school("10"), data, year=2026)) == [("A", "attendance", "no attendance")]


def test_how_to_discuss_needs_a_way_or_a_meeting() -> None:
    """Without a number, an address or a note each pupil lacks it, but for year groups that meet teachers."""
    meeting = Meeting(name="Evening", on=date(2027, 7, 15), year_groups=("10",))
    reports = Reports(reports=(annual(meetings=(meeting,)),))
    data = loaded(
        pupils=pupils("A Amara Okonkwo 10 10R", "B Ben Hall 9 9R"),
        comments=comments("A", "B"),
        attendance=here("A", "B"),
    )
    silent = school("9", "10", school={"contact": Contact()}, reports=reports)
    assert [(pupil, item) for pupil, item, _ in lacking(completeness(silent, data, year=2026))] == [
        ("B", "how to discuss")
    ]


@pytest.mark.parametrize(("year_group", "enough"), [("5", True), ("7", False)])
def test_up_to_year_6_any_comment_is_of_the_whole_pupil(year_group: str, enough: bool) -> None:  # noqa: FBT001 - a table
    """A class teacher's comment on mathematics is about general progress too; a subject teacher's is not."""
    data = loaded(pupils=pupils(f"A Amara Okonkwo {year_group} X"), comments=comments("A maths"), attendance=here("A"))
    items = [item for _, item, _ in lacking(completeness(school(year_group), data, year=2026))]
    assert ("general progress" not in items) is enough


def phonics(**changes: Any) -> Assessment:
    given: dict[str, Any] = {
        "id": "phonics-2027", "name": "Phonics", "year": 2026, "kind": "statutory", "year_groups": ("1",),
        "subjects": ("phonics",), "starts": date(2027, 6, 7), "ends": date(2027, 6, 11),
    }  # fmt: skip
    return Assessment(**{**given, **changes})


def infants(*tests: Assessment, **changes: Any) -> Project:
    """A primary whose Year 1 has phonics in mind."""
    subjects = Subjects(subjects=(Subject(id="phonics", name="Phonics"), Subject(id="maths", name="Mathematics")))
    given = {"school": {"phase": "primary"}, "assessments": Assessments(assessments=tests), "subjects": subjects}
    return school("1", **{**given, **changes})


def four_infants() -> Loaded:
    """Year 1: A has a score, B was absent, C has a blank, D joined after the check."""
    late = pupils("D Dev Shah 1 X").assign(**{f.JOINED: pd.Timestamp("2027-06-14").as_unit("s")})
    return loaded(
        pupils=pd.concat([pupils("A Amara O 1 X", "B Ben Hall 1 X", "C Cai Rees 1 X"), late], ignore_index=True),
        classes=classes("1/Ma maths A B C D"),
        results=pd.concat(
            [
                marked("A 5", "B 5", "C 5", "D 5", subject="maths", year_group="1"),
                marked("A 5", "B absent", "C -", subject="phonics", year_group="1"),
            ],
            ignore_index=True,
        ),
        comments=comments("A", "B", "C", "D"),
        attendance=here("A", "B", "C", "D"),
    )


def test_a_national_test_worked_by_hand() -> None:
    """A blank result is missing; a reason, and joining after the check, are not. A test is no subject taught."""
    assert lacking(completeness(infants(phonics()), four_infants(), year=2026)) == [
        ("C", "national tests", "no result in Phonics")
    ]


def test_a_test_the_calendar_does_not_have_is_missing() -> None:
    """Year 1 takes phonics: with no statutory test of Year 1 and its subjects in the calendar every pupil lacks it."""
    for tests in ((), (phonics(subjects=()),), (phonics(year_groups=("2",)),), (phonics(year=2025),)):
        items = [item for _, item, _ in lacking(completeness(infants(*tests), four_infants(), year=2026))]
        assert items == ["national tests"] * 4, tests


def test_results_after_the_report_are_not_its_business() -> None:
    """A test that ends after the report, and results a later report of results brings, are not missing from it."""
    later = phonics(ends=date(2027, 7, 12))
    assert lacking(completeness(infants(later), four_infants(), year=2026)) == []
    brings = annual(id="results", kind="results", on=date(2027, 7, 19), results_on=date(2027, 7, 12))
    known = annual(id="results", kind="results", on=date(2027, 7, 19), results_on=date(2027, 7, 6))
    for results_report, items in ((brings, []), (known, ["national tests"])):
        told = infants(phonics(), reports=Reports(reports=(annual(), results_report)))
        assert [item for _, item, _ in lacking(completeness(told, four_infants(), year=2026))] == items


def test_year_6_has_a_teacher_assessment_too() -> None:
    """The end of key stage 2 asks for tests and for teacher assessment, each from its own entry of the calendar."""
    subjects = Subjects(
        subjects=(Subject(id="writing", name="Writing"), Subject(id="maths-test", name="Year 6 test in mathematics"))
    )
    assessed = (
        phonics(id="ks2", year_groups=("6",), subjects=("maths-test",)),
        phonics(id="ta", kind="teacher assessment", year_groups=("6",), subjects=("writing",)),
    )
    data = loaded(
        pupils=pupils("A Amara Okonkwo 6 X", "B Ben Hall 6 X"),
        classes=classes("6/Wr writing A B"),
        results=pd.concat(
            [
                marked("A 5", "B -", subject="writing", year_group="6"),
                marked("B 5", subject="maths-test", year_group="6"),
            ],
            ignore_index=True,
        ),
        comments=comments("A", "B"),
        attendance=here("A", "B"),
    )
    primary = school("6", school={"phase": "primary"}, subjects=subjects, assessments=Assessments(assessments=assessed))
    assert lacking(completeness(primary, data, year=2026)) == [
        ("A", "national tests", "no result in Year 6 test in mathematics"),
        ("B", "achievements", "no mark in Writing"),
        ("B", "teacher assessment", "no result in Writing"),
    ]


@pytest.mark.parametrize(
    ("goes_out", "due"), [(date(2027, 7, 9), date(2027, 7, 9)), (date(2027, 7, 30), date(2027, 7, 20))]
)
def test_due_by_the_end_of_the_summer_term(goes_out: date, due: date) -> None:
    """The report's own day, or the last day of the last term when that is earlier."""
    late = school("10", reports=Reports(reports=(annual(on=goes_out),)))
    assert completeness(late, five_pupils(), year=2026)[0].due == due


def test_only_annual_reports_to_families_of_the_year() -> None:
    """Interim reports, staff packs and other years are not judged."""
    others = (annual(kind="interim"), annual(id="staff", audiences=("staff",)))
    assert completeness(school("10", reports=Reports(reports=others)), five_pupils(), year=2026) == ()
    assert completeness(school("10"), five_pupils(), year=2025) == ()


def test_pupils_on_roll_on_the_day() -> None:
    """The first and last day count; who left before or joined after the closing day, or is in another year, does not."""
    dated = {
        "A": ("2027-06-18", None), "B": (None, "2027-06-18"), "C": (None, "2027-06-17"), "D": ("2027-06-19", None),
    }  # fmt: skip
    rows = pupils("A Amara O 10 X", "B Ben Hall 10 X", "C Cai Rees 10 X", "D Dev Shah 10 X", "E Eve Lowe 9 X")
    for name, place in ((f.JOINED, 0), (f.LEFT, 1)):
        days = [dated.get(key, (None, None))[place] for key in rows[f.PUPIL]]
        rows = rows.assign(**{name: pd.Series(pd.to_datetime(days)).astype("datetime64[s]")})
    found = completeness(school("10"), loaded(pupils=rows), year=2026)
    assert found[0].pupils == 2
    assert {pupil for pupil, *_ in lacking(found)} == {"A", "B"}


def test_year_groups_of_the_reports_year() -> None:
    """With a pupils file of the year after, a pupil of Year 11 was in Year 10 when the report was made."""
    assert year_group_before("11", years=1) == "10"
    after = school(
        "10",
        collections=Collections(
            collections=(
                collection("sum", "2027-06-18", year=2026, year_groups=("10",)),
                collection("next", "2027-11-12"),
            )
        ),
    )
    data = loaded(pupils=pupils("A Amara Okonkwo 11 11R", "B Ben Hall 10 10R"))
    assert {pupil for pupil, *_ in lacking(completeness(after, data, year=2026))} == {"A"}
