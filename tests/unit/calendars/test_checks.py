from __future__ import annotations

import pytest
from sound_school import codes, found, on, sound, with_assessment, with_collection, with_report, without_reports

from reportgen.model.calendar import Meeting
from reportgen.model.project import Project
from reportgen.model.school import Responsibility


def test_results_from_outside_need_no_collection() -> None:
    """A test nobody collects is told; a public exam and a national test are not, for their results come from outside."""
    assert codes(with_assessment(sound(), "reading", kind="test", starts=on("2026-11-16"), ends=on("2026-11-18"))) == [
        "C301"
    ]
    days = {"starts": on("2026-11-16"), "ends": on("2026-11-18")}
    assert codes(with_assessment(sound(), "reading", kind="statutory", **days)) == []
    assert codes(with_assessment(sound(), "reading", kind="public exam", **days)) == []


def test_only_attainment_needs_an_assessment() -> None:
    """A collection of attitude alone may name no assessment; one of attainment may not."""
    bare = with_collection(sound(), "mock-marks", assessments=("mocks", "autumn-lessons"))
    bare = with_collection(bare, "autumn", assessments=())
    assert codes(bare) == ["C302"]
    assert codes(with_collection(bare, "autumn", facets=("attitude",))) == []


@pytest.mark.parametrize("owner", ["ade", "Mrs Adeyemi", "Head of Year", "form tutor"])
def test_an_owner_is_a_person_or_a_role(owner: str) -> None:
    """A code, a name, a role someone has and a role every form has own a collection, capitals ignored."""
    assert codes(with_collection(sound(), "autumn", owner=owner)) == []


def test_a_role_is_held_in_its_years_only() -> None:
    """A role that ended the year before owns nothing this year."""
    staff = sound().staff
    ended = Responsibility(role="data lead", staff=("HUG",), years=(2025,))
    project = sound().model_copy(
        update={"staff": staff.model_copy(update={"responsibilities": (*staff.responsibilities, ended)})}
    )
    assert codes(with_collection(project, "autumn", owner="data lead")) == ["C305"]


def test_what_staff_packs_and_headlines_use_is_shown() -> None:
    """A facet families do not see is used when a staff pack tells progress with it, else only by a headline measure."""
    families = (sound().report("autumn").families[0].model_copy(update={"facets": ("current",), "progress": False}),)
    quiet = with_report(sound(), "autumn", families=families)
    assert codes(quiet) == []
    alone = without_reports(with_report(quiet, "autumn", audiences=("parents",)), "governors")
    assert [(p.code, p.found) for p in found(alone)] == [("C306", "attitude in autumn"), ("C306", "target in autumn")]


def test_the_band_of_progress_uses_the_target() -> None:
    """Families who see the band of progress are shown something of the target, though no column holds it."""
    families = (sound().report("autumn").families[0].model_copy(update={"facets": ("current", "attitude")}),)
    alone = without_reports(with_report(sound(), "autumn", audiences=("parents",), families=families), "governors")
    assert codes(alone) == []


def test_an_unused_collection_is_told_once() -> None:
    """A collection that no report shows is one problem, not one for each facet; one that is compared with is used."""
    assert [p.found for p in found(without_reports(sound(), "autumn", "governors"))] == ["all marks of autumn"]
    compared = with_report(without_reports(sound(), "autumn", "governors"), "summer", compare=("autumn",))
    assert codes(compared) == []


def test_a_report_may_go_out_on_the_day_of_the_freeze() -> None:
    """Marks that close on Friday 13 November with three check days are frozen on Wednesday 18 November: that day will do."""
    assert codes(with_report(sound(), "autumn", on=on("2026-11-18"))) == []
    assert codes(with_report(sound(), "autumn", on=on("2026-11-17"))) == ["C307"]


def test_an_evening_may_be_on_the_day_of_its_report() -> None:
    """Families may meet teachers on the day the report goes out, not the day before; staff meetings are not judged."""
    evening = sound().report("autumn").meetings[0]
    for audience, day, expected in (
        ("parents", "2026-12-04", []),
        ("parents", "2026-12-03", ["C308"]),
        ("staff", "2026-12-03", []),
    ):
        meeting = evening.model_copy(update={"on": on(day), "audience": audience})
        assert codes(with_report(sound(), "autumn", meetings=(meeting,))) == expected


def test_staff_are_in_school_on_inset_days() -> None:
    """A report may go out on an INSET day and not on another closure; of results it may go out in the holidays."""
    assert codes(with_report(sound(), "autumn", on=on("2026-11-27"))) == []
    assert codes(with_report(sound(), "autumn", on=on("2026-11-28"), meetings=())) == ["C309"]
    assert codes(with_report(sound(), "results", on=on("2027-08-28"))) == []


def test_meetings_of_no_report_are_on_school_days_too() -> None:
    """A governors' meeting of no report on a Sunday is told, and that its papers are five days before it."""
    meeting = Meeting(name="Committee", on=on("2027-03-07"), audience="governors", papers=on("2027-03-02"))
    project = sound().model_copy(update={"reports": sound().reports.model_copy(update={"meetings": (meeting,)})})
    assert codes(project) == ["C309", "C312"]


def test_days_nobody_described_are_not_judged() -> None:
    """A report in a school year that terms.yaml does not describe may be on any day."""
    assert codes(with_report(sound(), "leavers", kind="interim", on=on("2028-09-10"))) == []


def test_papers_are_due_seven_days_before() -> None:
    """Governors' papers of 15 December are ready on the 8th where no day is given, else on the day that is given."""
    meeting = sound().report("governors").meetings[0].model_copy(update={"papers": None})
    assert codes(with_report(sound(), "governors", meetings=(meeting,))) == []
    assert codes(with_report(sound(), "governors", meetings=(meeting,), on=on("2026-12-09"))) == ["C312"]
    sooner = meeting.model_copy(update={"papers": on("2026-12-07")})
    assert codes(with_report(sound(), "governors", meetings=(sooner,))) == ["C312"]


def test_years_without_reports_are_still_to_be_planned() -> None:
    """A school year without a single report to families lacks none yet."""
    every = tuple(one.id for one in sound().reports.reports)
    assert codes(without_reports(sound(), *every)) == []


def test_a_year_group_is_told_once_for_one_gap() -> None:
    """Year 11 with no report at all lacks a report, and is not told again for its annual and its leavers' report."""
    project = without_reports(sound(), "year-11", "results", "leavers")
    project = with_collection(project, "mock-marks", facets=("attitude",), comments=())
    project = with_report(project, "autumn", year_groups=("7", "10"))
    assert [(p.code, p.found) for p in found(project) if p.code != "C306"] == [("C310", "Year 11 in 2026/27")]


def test_an_annual_report_by_the_last_day_of_term_is_in_time() -> None:
    """The summer term of 2026/27 ends on 21 July: an annual report of that day is in time, of the next day it is late."""
    assert codes(with_report(sound(), "summer", on=on("2027-07-21"))) == []
    assert codes(with_report(sound(), "summer", on=on("2027-07-22"))) == ["C309", "C311"]


def test_a_pupil_referral_unit_owes_year_11_alone() -> None:
    """Without annual reports a maintained school owes three year groups one, a pupil referral unit only Year 11."""
    interim = with_report(with_report(sound(), "summer", kind="interim"), "year-11", kind="interim")
    assert [p.found for p in found(interim) if p.code == "C311"] == ["none for Years 7, 10 and 11 in 2026/27"]
    unit = interim.model_copy(update={"school": interim.school.model_copy(update={"type": "pupil referral unit"})})
    assert [p.found for p in found(unit) if p.code == "C311"] == ["none for Year 11 in 2026/27"]


def test_an_annual_report_serves_leavers() -> None:
    """Year 11 needs no report of kind leavers beside an annual one; with an interim one alone both are missing."""
    alone = without_reports(sound(), "leavers", "results")
    assert codes(alone) == []
    assert codes(with_report(alone, "year-11", kind="interim")) == ["C311", "C320"]


def test_results_within_fifteen_school_days() -> None:
    """From 26 August to 22 September 2027 there are 15 school days, to 23 September 16: 2, 3, 6 to 10 and so on."""
    assert codes(with_report(sound(), "results", on=on("2027-09-22"))) == []
    assert codes(with_report(sound(), "results", on=on("2027-09-23"))) == ["C321"]


def test_marks_may_close_after_three_weeks_of_september() -> None:
    """Attainment may close on 22 September, not on the 21st; attitude alone may."""
    early = with_collection(sound(), "autumn", opens=None, freezes=None)
    early = with_report(early, "autumn", on=on("2026-10-05"))
    assert codes(with_collection(early, "autumn", closes=on("2026-09-22"))) == []
    assert codes(with_collection(early, "autumn", closes=on("2026-09-21"))) == ["C318"]
    assert codes(with_collection(early, "autumn", closes=on("2026-09-21"), facets=("attitude",), assessments=())) == [
        "C301"
    ]


def _collected_again(project: Project, *names: str) -> Project:
    """More collections for Year 11, which summer's report compares with."""
    read = project.collections
    more = tuple(project.collection("mock-marks").model_copy(update={"id": name, "comments": ()}) for name in names)
    project = project.model_copy(
        update={"collections": read.model_copy(update={"collections": (*read.collections, *more)})}
    )
    return with_report(project, "summer", compare=names)


def test_three_collections_are_enough() -> None:
    """Three collections of attainment for Year 11 are none too many, of four the last one is; exam results do not count."""
    assert codes(_collected_again(sound(), "x")) == []
    four = _collected_again(sound(), "x", "y")
    assert [(p.code, p.found) for p in found(four)] == [("C313", "y, number 4 of 2026/27 for Year 11")]
    assert codes(with_collection(four, "y", assessments=("gcse",))) == []
    assert codes(with_collection(four, "y", facets=("attitude",), assessments=())) == []


def test_years_alike_are_told_once() -> None:
    """Nobody responsible in two school years is one problem that names both."""
    project = sound().model_copy(update={"staff": sound().staff.model_copy(update={"responsibilities": ()})})
    project = with_collection(with_collection(project, "autumn", owner="HUG"), "summer", owner="HUG")
    one = project.collection("autumn")
    later = one.model_copy(update={"id": "next", "year": 2027, "closes": on("2027-11-12"), "opens": None})
    later = later.model_copy(update={"year_groups": ("7", "10", "11"), "freezes": None})
    read = project.collections
    project = project.model_copy(
        update={"collections": read.model_copy(update={"collections": (*read.collections, later)})}
    )
    assert [p.found for p in found(project) if p.code == "C316"] == [
        "nobody for KS2-KS3, KS3-KS4 in 2026/27, 2027/28",
        "nobody for Years 7, 10 and 11 in 2026/27, 2027/28",
    ]
