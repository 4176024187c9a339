"""What collections cost in hours, against an example worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import builders as b
import pandas as pd
import pytest

from reportgen.calendars.workload import workload
from reportgen.model import frames as f
from reportgen.model.calendar import Collection, Collections, Rates
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.scale import ScaleUse
from reportgen.model.workload import TeacherHours, Workload

RATES = Rates(mark=0.5, facets={"attitude": 1.0, "target": 0.0}, subject_comment=3, tutor_comment=5)
"""A pupil in a class: half a minute for the mark, one for attitude, targets come by themselves, three for the comment."""
PUPILS = tuple(f"{key} {key}n {key}s 10 10R" for key in "ABCDEF")
TEACHERS = ("10A/Ma HUG", "10B/Ma HUG", "10B/Ma ADE", "10/En ADE")


def november(closes: str = "2026-11-13", **changes: Any) -> Collection:
    """Two school weeks in November for Year 10, with a comment a subject."""
    given = {"opens": date(2026, 11, 2), "year_groups": ("10",), "comments": ("subject",)}
    return b.collection("nov", closes, **{**given, **changes})


def school(*collections: Collection, rates: Rates = RATES, **changes: Any) -> Project:
    return b.project(collections=Collections(rates=rates, collections=collections or (november(),)), **changes)


def teachers(*rows: str) -> pd.DataFrame:
    made = [dict(zip((f.CLASS_ID, f.TEACHER), row.split(), strict=True)) for row in rows]
    return b.frame(f.TEACHERS, made)


def exports(**changes: pd.DataFrame) -> Loaded:
    """Six pupils: four in one maths class, two in a shared one, all six in one English class."""
    given = {
        "pupils": b.pupils(*PUPILS),
        "classes": b.classes("10A/Ma maths A B C D", "10B/Ma maths E F", "10/En english A B C D E F"),
        "teachers": teachers(*TEACHERS),
    }
    return b.loaded(**{**given, **changes})


def told(one: TeacherHours) -> tuple[str, str, int, int, int, int]:
    return (one.staff, one.role, one.classes, one.pupils, one.marks, one.comments)


def test_the_example_worked_out_by_hand() -> None:
    """4.5 minutes a pupil and class: Hughes 4 pupils and half of 2, 22.5 minutes; Adeyemi 6 and half of 2, 31.5."""
    made = workload(school(), exports(), year=2026)
    adeyemi, hughes = made.staff
    assert told(adeyemi) == ("ADE", "class teacher", 2, 8, 16, 8)
    assert told(hughes) == ("HUG", "class teacher", 2, 6, 12, 6)
    assert (adeyemi.hours, hughes.hours) == (pytest.approx(31.5 / 60), pytest.approx(22.5 / 60))
    (one,) = made.collections
    assert (one.hours, one.staff, one.most) == (pytest.approx(0.9), 2, pytest.approx(0.525))
    assert made.by_role == (("class teacher", pytest.approx(0.9)),)


def test_hours_are_spread_evenly_over_the_school_days_marks_are_open() -> None:
    """Ten school days in two weeks: half of the 0.9 hours in each; the middle of two teachers is half of both."""
    weeks = {week.monday: week for week in workload(school(), exports(), year=2026).weeks}
    busy = [monday for monday, week in weeks.items() if week.hours]
    assert busy == [date(2026, 11, 2), date(2026, 11, 9)]
    assert weeks[busy[0]].hours == pytest.approx(0.45)
    assert weeks[busy[0]].typical == pytest.approx((31.5 + 22.5) / 60 / 2 / 2)
    assert len(weeks) == 15  # 3 September to 23 October is eight weeks, 2 November to 18 December seven


def test_a_week_with_a_holiday_in_it_has_only_its_school_days() -> None:
    """From Thursday 22 October over half term to Wednesday 4 November: two school days before, three after."""
    made = workload(school(november("2026-11-04", opens=date(2026, 10, 22))), exports(), year=2026)
    hours = {week.monday: week.hours for week in made.weeks if week.hours}
    assert hours == {
        date(2026, 10, 19): pytest.approx(0.9 * 2 / 5),
        date(2026, 11, 2): pytest.approx(0.9 * 3 / 5),
    }


def test_a_collection_that_closes_in_holidays_loses_no_hours() -> None:
    """Without a school day between opening and closing all of it falls into the closing week."""
    made = workload(school(november("2026-10-28", opens=None)), exports(), year=2026)
    assert [(week.monday, week.hours) for week in made.weeks if week.hours] == [
        (date(2026, 10, 26), pytest.approx(0.9))
    ]


def test_every_way_to_add_up_gives_the_same_hours() -> None:
    """Collections, staff, weeks and roles have one sum, with tutors, a shared class and a class nobody teaches."""
    some = school(
        november(comments=("subject", "tutor")),
        b.collection("feb", "2026-12-04", opens=date(2026, 11, 18), year_groups=("10",), comments=("tutor",)),
    )
    made = workload(some, exports(teachers=teachers(*TEACHERS[:3])), year=2026)
    sums = (
        sum(one.hours for one in made.staff),
        sum(week.hours for week in made.weeks),
        sum(hours for _, hours in made.by_role),
    )
    assert sums == (pytest.approx(made.hours),) * 3
    assert made.hours == pytest.approx((54 + 30) / 60 + (12 * 1.5 + 30) / 60)


def test_tutors_write_for_their_form() -> None:
    """Six pupils of 10R at five minutes each are half an hour of Mr Patel's; a form without tutors names nobody."""
    loaded = exports(pupils=b.pupils(*PUPILS, "G Gg Gs 10 10S"), classes=b.classes(), teachers=teachers())
    made = workload(school(november(facets=(), comments=("tutor",))), loaded, year=2026)
    assert [told(one) for one in made.staff] == [("", "tutor", 1, 1, 0, 1), ("PAT", "tutor", 1, 6, 0, 6)]
    assert [one.hours for one in made.staff] == [pytest.approx(5 / 60), pytest.approx(0.5)]
    assert made.collections[0].staff == 1
    assert made.collections[0].most == pytest.approx(0.5)


def test_in_a_primary_the_class_teacher_writes_the_tutors_comments() -> None:
    """One person, one role: marks and comments of a class teacher are one row."""
    primary = school(november(comments=("tutor",)))
    primary = primary.model_copy(update={"school": primary.school.model_copy(update={"phase": "primary"})})
    made = workload(primary, exports(teachers=teachers("10/En PAT"), classes=b.classes("10/En maths A B")), year=2026)
    assert [told(one) for one in made.staff] == [("PAT", "class teacher", 2, 8, 4, 6)]


def test_those_not_on_roll_on_the_closing_day_do_not_count() -> None:
    """A left the day before, B joins the day after, C leaves on the day itself: C counts."""
    pupils = b.pupils(*PUPILS[:3])
    pupils = pupils.assign(
        left=pd.to_datetime(pd.Series(["2026-11-12", None, "2026-11-13"])).astype("datetime64[s]"),
        joined=pd.to_datetime(pd.Series([None, "2026-11-14", None])).astype("datetime64[s]"),
    )
    made = workload(school(), exports(pupils=pupils, classes=b.classes("10A/Ma maths A B C")), year=2026)
    assert [one.pupils for one in made.staff] == [1]


def test_only_facets_with_a_scale_for_the_subject_and_year_group_count() -> None:
    """Attitude has a scale in English only: the pupils of maths have one mark each, those of English two."""
    marks = b.marks()
    attitude = marks.facet("attitude").model_copy(
        update={"scales": (ScaleUse(scale="attitude", subjects=("english",), year_groups=("10",)),)}
    )
    marks = marks.model_copy(update={"facets": (*marks.facets[:2], attitude)})
    made = workload(school(marks=marks), exports(teachers=teachers("10A/Ma HUG", "10/En ADE")), year=2026)
    assert {one.staff: one.marks for one in made.staff} == {"": 2, "ADE": 12, "HUG": 4}


def test_year_groups_and_subjects_that_are_not_marked_cost_nothing() -> None:
    """A Year 9 pupil in a Year 10 collection, and a subject that is not taught in Year 10, are left out."""
    given = school()
    subjects = tuple(
        s.model_copy(update={"year_groups": ("9",)}) if s.id == "maths" else s for s in given.subjects.subjects
    )
    given = given.model_copy(update={"subjects": given.subjects.model_copy(update={"subjects": subjects})})
    made = workload(given, exports(pupils=b.pupils("A An As 9 9R", *PUPILS[1:])), year=2026)
    assert [told(one) for one in made.staff] == [("ADE", "class teacher", 1, 5, 10, 5)]


def test_classes_of_today_stand_for_those_of_another_year() -> None:
    """The collection of last November costs what this November's does, from the pupils on roll on the same day of this year."""
    last = november().model_copy(update={"id": "last", "year": 2025, "closes": date(2025, 11, 14)})
    project = school(last, november(opens=None))
    pupils = b.pupils(*PUPILS).assign(
        left=pd.to_datetime(pd.Series(["2026-11-12", *[None] * 5])).astype("datetime64[s]")
    )
    then, now = (workload(project, exports(pupils=pupils), year=year) for year in (2025, 2026))
    assert then.hours == pytest.approx(now.hours)
    assert now.hours == pytest.approx((54 - 2 * 4.5) / 60)


def test_without_class_lists_the_marks_say_who_takes_what() -> None:
    """Three pupils with a mark in maths are three pupils to mark, of nobody named."""
    marks = b.results("A 5 5", "B 5 5", "C 5 5")
    loaded = exports(classes=b.classes(), teachers=teachers(), results=marks)
    assert [told(one) for one in workload(school(), loaded, year=2026).staff] == [("", "class teacher", 1, 3, 6, 3)]


def test_order_of_rows_and_of_collections_moves_nothing() -> None:
    """Frames and collections turned round give equal workloads."""
    feb = b.collection("feb", "2026-12-04", year_groups=("10",))
    turned = {name: getattr(exports(), name).iloc[::-1] for name in ("pupils", "classes", "teachers")}
    one: Workload = workload(school(november(), feb), exports(), year=2026)
    assert workload(school(feb, november()), exports(**turned), year=2026) == one
    assert [c.collection for c in one.collections] == ["nov", "feb"]


def test_a_year_without_collections_has_weeks_and_no_hours() -> None:
    """Nothing is collected in 2025/26: no collection, no staff, and every week of its terms stands at nothing."""
    made = workload(school(), exports(), year=2025)
    assert (made.collections, made.staff, made.by_role, made.hours) == ((), (), (), 0)
    assert made.weeks
    assert {(week.hours, week.typical) for week in made.weeks} == {(0.0, 0.0)}
