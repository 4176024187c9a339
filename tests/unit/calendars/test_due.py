from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import classes, collection, loaded, project, pupils, report, results

from reportgen.calendars.due import annual_due, due, reports_due
from reportgen.calendars.due_words import day_words, who_words
from reportgen.model.calendar import Collections, Meeting, Reports, SchoolYear, Term, Terms
from reportgen.model.due import Due
from reportgen.model.frames import Loaded
from reportgen.model.pack import Hold, Holds
from reportgen.model.project import Project
from reportgen.model.release import Approval, ApprovedDocument, Release
from reportgen.model.school import Member, Responsibility, Staff
from reportgen.model.seal import Revision, Seal
from reportgen.model.statutory import Completeness, MissingItem

YEARS = Terms(
    years=(
        SchoolYear(
            year=2025,
            terms=(
                Term(id="ht1", starts=date(2025, 9, 3), ends=date(2025, 12, 19)),
                Term(id="ht6", starts=date(2026, 6, 1), ends=date(2026, 7, 17)),
            ),
        ),
        SchoolYear(
            year=2026,
            terms=(
                Term(id="ht1", starts=date(2026, 9, 3), ends=date(2026, 10, 23)),
                Term(id="ht2", starts=date(2026, 11, 2), ends=date(2026, 12, 18)),
                Term(id="ht3", starts=date(2027, 1, 5), ends=date(2027, 2, 12)),
                Term(id="ht6", starts=date(2027, 6, 7), ends=date(2027, 7, 20)),
            ),
        ),
    )
)
NOV = collection("nov", "2026-11-13", name="Autumn 2026", opens=date(2026, 10, 19), freezes=date(2026, 11, 18))
STAFF = Staff(
    staff=(
        Member(code="ADE", name="Mrs Adeyemi"),
        Member(code="PAT", name="Mr Patel"),
        Member(code="LEE", name="Ms Lee"),
    ),
    responsibilities=(
        Responsibility(role="head of year", staff=("PAT",), year_groups=("10",)),
        Responsibility(role="Head of year", staff=("LEE",), year_groups=("11",), years=(2026,)),
        Responsibility(role="head of year", staff=("ADE",), year_groups=("12",)),
    ),
)


def autumn(**changes: Any) -> Project:
    """One collection of Years 10 and 11, one report from it on 27 November 2026."""
    given: dict[str, Any] = {
        "terms": YEARS,
        "collections": Collections(collections=(NOV.model_copy(update={"year_groups": ("10", "11")}),)),
        "reports": Reports(reports=(report(collection="nov", compare=(), approver="ADE"),)),
        "staff": STAFF,
    }
    return project(**{**given, **changes})


def seal(collection_id: str, *days: str) -> Seal:
    """Frozen on these days, for the second time because of a late mark."""
    revisions = tuple(
        Revision(
            revision=n + 1, on=date.fromisoformat(day), reason="a late mark" if n else "", marks=2100, rows="", files=()
        )
        for n, day in enumerate(days)
    )
    return Seal(collection=collection_id, revisions=revisions)


def release(report_id: str, day: str) -> Release:
    return Release(report=report_id, by="Mrs Adeyemi", on=date.fromisoformat(day), build="0123456789ab", documents="")


def on(day: str) -> date:
    return date.fromisoformat(day)


def half_entered() -> Loaded:
    """Two pupils in mathematics; of their current marks, the only facet with cells, one is there."""
    return loaded(
        pupils=pupils("A Amara Okonkwo 10 10R", "B Ben Hall 10 10R"),
        classes=classes("10/Ma maths A B"),
        results=results("A 5", collections=("nov",)),
    )


def only(found: tuple[Due, ...], kind: str) -> Due:
    (one,) = [each for each in found if each.kind == kind]
    return one


@pytest.mark.parametrize(
    ("day", "state", "matters", "school_days"),
    [
        ("2026-10-18", "not open", "2026-10-19", 1),
        (
            "2026-10-19",
            "open",
            "2026-11-13",
            14,
        ),  # five to half term, nine after it begins again, and the day itself not
        ("2026-11-09", "open", "2026-11-13", 4),
        ("2026-11-10", "closing", "2026-11-13", 3),
        ("2026-11-13", "closing", "2026-11-13", 0),
        ("2026-11-14", "to be checked", "2026-11-18", 3),  # a Saturday: Monday, Tuesday, Wednesday
        ("2026-11-17", "to be checked", "2026-11-18", 1),
        ("2026-11-18", "to be frozen", "2026-11-18", 0),
        ("2026-11-19", "late", "2026-11-18", -1),
        ("2026-11-30", "late", "2026-11-18", -8),
    ],
)
def test_a_collection_day_by_day(day: str, state: str, matters: str, school_days: int) -> None:
    """Where a collection of 19 October to 13 November that freezes on the 18th stands, with the day that matters next."""
    one = only(due(autumn(), half_entered(), on=on(day)), "collection")
    assert (one.state, one.on, one.school_days) == (state, on(matters), school_days)


def test_nothing_missing_is_never_late() -> None:
    """Past its day a collection with every mark, or without exports, is to be frozen, and is told with what is late."""
    whole = collection("nov", "2026-11-13", freezes=on("2026-11-18"), facets=("current",), year_groups=("10",))
    marks = results("A 5", "B 6", collections=("nov",))
    data = loaded(pupils=pupils("A Amara O 10 X", "B Ben H 10 X"), classes=classes("10/Ma maths A B"), results=marks)
    school = autumn(collections=Collections(collections=(whole,)))
    for exports in (data, None):
        one = only(due(school, exports, on=on("2026-11-23")), "collection")
        assert (one.state, one.section, one.command) == ("to be frozen", "late", "reportgen freeze nov")


def test_without_an_opening_day_two_weeks() -> None:
    """A collection without an opening day opens two weeks before it closes."""
    school = autumn(collections=Collections(collections=(NOV.model_copy(update={"opens": None}),)))
    states = [only(due(school, None, on=on(day)), "collection").state for day in ("2026-10-29", "2026-10-30")]
    assert states == ["not open", "open"]


def test_frozen_from_the_day_of_the_seal() -> None:
    """A seal counts from its day; the revision that held on the day is told, and nothing is counted any more."""
    school = autumn(seals=(seal("nov", "2026-11-18", "2026-11-24"),))
    before, first, second = (
        only(due(school, half_entered(), on=on(day)), "collection")
        for day in ("2026-11-17", "2026-11-18", "2026-11-25")
    )
    assert before.state == "to be checked"
    assert (first.state, first.on, first.what, first.entered) == (
        "frozen",
        on("2026-11-18"),
        "2,100 marks and comments.",
        None,
    )
    assert (second.on, second.what) == (on("2026-11-24"), "2,100 marks and comments. Revision 2: a late mark.")


@pytest.mark.parametrize(
    ("day", "frozen", "built", "state", "command"),
    [
        ("2026-11-17", False, False, "waiting", ""),
        ("2026-11-19", False, False, "waiting", "reportgen freeze nov"),
        ("2026-11-19", True, False, "to be built", "reportgen build --report autumn"),
        ("2026-11-19", True, True, "to be released", 'reportgen release autumn --by "Mrs Adeyemi"'),
        ("2026-11-27", True, True, "to be released", 'reportgen release autumn --by "Mrs Adeyemi"'),
        ("2026-11-28", False, False, "overdue", "reportgen freeze nov"),
        ("2026-11-28", True, False, "overdue", "reportgen build --report autumn"),
        ("2026-11-28", True, True, "overdue", 'reportgen release autumn --by "Mrs Adeyemi"'),
    ],
)
def test_a_report_step_by_step(day: str, frozen: bool, built: bool, state: str, command: str) -> None:  # noqa: FBT001 - a table of cases
    """What stands next for a report of 27 November, and the exact command, whether or not its day is past."""
    school = autumn(seals=(seal("nov", "2026-11-16"),) if frozen else ())
    one = only(due(school, None, on=on(day), built=("autumn",) if built else ()), "report")
    assert (one.state, one.command) == (state, command)


def test_released_from_the_day_of_the_release() -> None:
    """A release counts from its day and says who approved it."""
    school = autumn(seals=(seal("nov", "2026-11-18"),), releases=(release("autumn", "2026-11-25"),))
    before, after = (only(due(school, None, on=on(day)), "report") for day in ("2026-11-24", "2026-11-25"))
    assert before.state == "to be built"
    assert (after.state, after.on, after.who, after.command) == ("released", on("2026-11-25"), "Mrs Adeyemi", "")


def test_items_the_law_asks_for_stand_in_the_way() -> None:
    """A built annual report whose pupils lack something says that it can't be released, and how many they are."""
    missing = tuple(
        MissingItem(pupil=key, year_group="10", report="autumn", item=item, what="no")
        for key, item in (("A", "achievements"), ("A", "attendance"), ("B", "attendance"))
    )
    lacking = Completeness(report="autumn", due=on("2026-11-27"), pupils=9, missing=missing)
    school = autumn(seals=(seal("nov", "2026-11-18"),))
    one = only(due(school, None, on=on("2026-11-20"), built=("autumn",), completeness=(lacking,)), "report")
    assert one.what.endswith("That can't be done yet: 2 pupils lack something the law asks for.")


def test_who_does_it() -> None:
    """A code is a name; a role is those who have it that year for these year groups, counted when many; else as written."""
    school = autumn()
    assert who_words(school, "ade", year=2026, year_groups=("10",)) == "Mrs Adeyemi"
    assert (
        who_words(school, "head of year", year=2026, year_groups=("10", "11")) == "Mr Patel and Ms Lee (head of year)"
    )
    assert who_words(school, "head of year", year=2025, year_groups=("10", "11")) == "Mr Patel (head of year)"
    assert who_words(school, "head of year", year=2026, year_groups=("10", "11", "12")) == "head of year (3 people)"
    assert who_words(school, "exams officer", year=2026, year_groups=("10",)) == "exams officer"


def test_an_approver_nobody_holds_is_left_to_fill_in() -> None:
    """A report without an approver, or with a role nobody has, has NAME in its command."""
    for approver in ("", "headteacher"):
        reports = Reports(reports=(report(collection="nov", compare=(), approver=approver),))
        school = autumn(reports=reports, seals=(seal("nov", "2026-11-18"),))
        one = only(due(school, None, on=on("2026-11-20"), built=("autumn",)), "report")
        assert one.command == 'reportgen release autumn --by "NAME"'


JULY = collection("jul", "2026-07-01", name="Summer 2026", opens=on("2026-06-15"), freezes=on("2026-07-06"))
JAN = collection("jan", "2027-02-05", opens=on("2027-01-25"), freezes=on("2027-02-10"))
JUN = collection("jun", "2027-06-18", opens=on("2027-06-07"), freezes=on("2027-06-23"))
SEP = collection("sep", "2027-09-17", opens=on("2027-09-06"), freezes=on("2027-09-22"))
ROUNDS = (
    ("jul", "2026-07-10"),
    ("nov", "2026-11-27"),
    ("jan", "2027-02-12"),
    ("jun", "2027-07-02"),
    ("sep", "2027-10-01"),
)


def three_years(**changes: Any) -> Project:
    """A collection and a report in the summer before, three in the year, one in the autumn after."""
    reports = tuple(report(id=f"{name}-report", collection=name, compare=(), on=on(day)) for name, day in ROUNDS)
    given = {"collections": Collections(collections=(JULY, NOV, JAN, JUN, SEP)), "reports": Reports(reports=reports)}
    return autumn(**{**given, **changes})


def ids(found: tuple[Due, ...]) -> list[str]:
    return [one.id for one in found]


def test_the_most_urgent_first_and_two_ahead() -> None:
    """On 20 November: what is late, then what waits; of what is not open the next two collections and reports."""
    assert ids(due(three_years(), None, on=on("2026-11-20"))) == [
        "nov", "nov-report", "parents-evening", "jan", "jan-report", "jun", "jun-report",
    ]  # fmt: skip


def board(day: str, **changes: Any) -> Meeting:
    return Meeting(name="Governors’ meeting", audience="governors", on=on(day), times="6 pm", **changes)


def test_two_meetings_ahead_within_forty_school_days() -> None:
    """Evenings and governors, the next two from the day on, with papers that are still to come; staff and the far not."""
    staff = Meeting(name="Staff meeting", audience="staff", on=on("2026-11-23"))
    evening = Meeting(name="Parents’ evening", on=on("2026-12-03"), times="4 to 7 pm", year_groups=("11",))
    given = (board("2026-11-20", papers=on("2026-11-13")), staff, evening, board("2026-12-08", papers=on("2026-12-01")))
    school = autumn(reports=Reports(reports=(), meetings=(*given, board("2027-07-13"))))

    def told(day: str) -> list[tuple[str, str, str]]:
        return [(o.name, str(o.on), o.what) for o in due(school, None, on=on(day)) if o.kind == "meeting"]

    family = ("Parents’ evening, Year 11", "2026-12-03", "4 to 7 pm")
    assert told("2026-11-20") == [("Governors’ meeting", "2026-11-20", "6 pm"), family]
    assert told("2026-11-21") == [
        family, ("Governors’ meeting", "2026-12-08", "6 pm; papers out on Tuesday 1 December"),
    ]  # fmt: skip
    assert told("2027-01-04") == []


def test_annual_reports_know_both_days_and_the_far_come_last() -> None:
    """Our day and the end of the summer term, 20 July; one 61 school days off or more stands after the near ones."""
    far = report(id="far", collection="jun", compare=(), on=on("2027-07-02"), kind="annual")
    near = report(id="near", collection="jun", compare=(), on=on("2026-11-27"), kind="annual")
    found = annual_due(three_years(reports=Reports(reports=(far, near))), (), on=on("2026-11-20"))
    assert [(one.report, one.by, one.own, one.law) for one in found] == [
        ("near", on("2026-11-27"), on("2026-11-27"), on("2027-07-20")),
        ("far", on("2027-07-02"), on("2027-07-02"), on("2027-07-20")),
    ]


def test_an_earlier_year_is_late_only_where_records_were_kept() -> None:
    """Nothing was frozen in 2025/26: nothing of it is late. One release of it, and the rest is."""
    day = on("2026-09-10")
    assert "jul" not in ids(due(three_years(), None, on=day))
    assert "jul-report" not in ids(due(three_years(), None, on=day))
    kept = three_years(releases=(release("jul-report", "2026-07-09"),))
    assert ids(due(kept, None, on=day))[0] == "jul"
    assert "jul-report" not in ids(due(kept, None, on=day))
    sealed = three_years(seals=(seal("jul", "2026-07-06"),))
    assert ids(due(sealed, None, on=day))[0] == "jul-report"
    assert "jul" not in ids(due(sealed, None, on=day))


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-11-17", []),
        ("2026-11-18", ["nov-report"]),
        ("2026-11-27", ["nov-report"]),
        ("2027-02-09", ["nov-report"]),
        ("2027-02-10", ["nov-report", "jan-report"]),
        ("2027-09-10", []),  # the year is over, and nothing of it was frozen or released
    ],
)
def test_reports_to_build_on_a_day(day: str, found: list[str]) -> None:
    """Those whose marks should be frozen by the day, near or past their own day, in the day's school year."""
    assert [one.id for one in reports_due(three_years(), on(day))] == found


def test_a_report_far_ahead_or_released_is_not_built() -> None:
    """More than 15 school days ahead is too early; 15 is not. A released report is done, from the day of its release."""
    far = report(id="far", collection="nov", compare=(), on=on("2026-12-10"))
    near = report(id="near", collection="nov", compare=(), on=on("2026-12-09"))
    school = autumn(reports=Reports(reports=(far, near)))
    assert [one.id for one in reports_due(school, on("2026-11-18"))] == ["near"]
    done = school.model_copy(update={"releases": (release("near", "2026-11-19"),)})
    assert [one.id for one in reports_due(done, on("2026-11-18"))] == ["near"]
    assert [one.id for one in reports_due(done, on("2026-11-19"))] == ["far"]


def test_annual_reports_and_the_days_left() -> None:
    """Days to the report's own day; what pupils lack is counted from the day its marks open, and not after a release."""
    annual = report(id="summer", collection="jun", compare=(), on=on("2027-07-02"), kind="annual")
    missing = (MissingItem(pupil="A", year_group="10", report="summer", item="attendance", what="no attendance"),)
    lacking = (Completeness(report="summer", due=on("2027-07-02"), pupils=9, missing=missing),)
    school = three_years(reports=Reports(reports=(annual,)))
    (early,) = annual_due(school, lacking, on=on("2027-06-04"))
    assert (early.by, early.school_days, early.pupils) == (on("2027-07-02"), 20, None)
    (counted,) = annual_due(school, lacking, on=on("2027-06-07"))
    assert (counted.pupils, counted.incomplete, counted.lacking) == (9, 1, (("attendance", 1),))
    (alone,) = annual_due(school, (), on=on("2027-06-07"))
    assert alone.pupils is None
    done = school.model_copy(update={"releases": (release("summer", "2027-06-30"),)})
    assert annual_due(done, lacking, on=on("2027-07-01")) == ()


def test_days_in_words() -> None:
    """A day is named with its weekday; the year is left out within the same one."""
    assert day_words(on("2026-11-13")) == "Friday 13 November 2026"
    assert day_words(on("2026-11-13"), since=on("2026-01-01")) == "Friday 13 November"
    assert day_words(on("2027-01-04"), since=on("2026-12-31")) == "Monday 4 January 2027"


def test_what_is_said_of_marks() -> None:
    """Two pupils and three facets are six marks where the exports hold nothing; with one current mark, two are asked for."""
    bare = loaded(pupils=pupils("A Amara O 10 10R", "B Ben Hall 10 10R"), classes=classes("10/Ma maths A B"))
    said = [only(due(autumn(), data, on=on("2026-11-12")), "collection") for data in (bare, half_entered(), None)]
    rest = "Remind those who are behind, then export again."
    assert said[0].what == f"None of its 6 marks are in the exports. {rest}"
    assert said[1].what == f"1 of 2 marks is missing. {rest}"
    assert said[2].what == rest


def amended_after_release(*days: str, **changes: Any) -> Project:
    """Frozen on these days, released on 25 November 2026."""
    return autumn(seals=(seal("nov", *days),), releases=(release("autumn", "2026-11-25"),), **changes)


def test_an_amendment_after_the_release_asks_for_another() -> None:
    """From the day of the amendment a released report is to be released again: first the build, then the release."""
    school = amended_after_release("2026-11-18", "2026-11-30")
    assert only(due(school, None, on=on("2026-11-29")), "report").state == "released"
    bare, built = (only(due(school, None, on=on("2026-12-01"), built=made), "report") for made in ((), ("autumn",)))
    why = (
        "Its marks were amended on Monday 30 November, after its release on Wednesday 25 November: "
        "pages of the amended marks are drafts again."
    )
    to_release = 'reportgen release autumn --by "Mrs Adeyemi"'
    assert (bare.state, bare.on, bare.command) == (
        "to be released",
        on("2026-12-01"),
        "reportgen build --report autumn",
    )
    assert bare.what == f"{why} Build the report and look at its pages, then release it: `{to_release}`."
    assert (built.state, built.who, built.command) == ("to be released", "Mrs Adeyemi", to_release)
    assert built.what == f"{why} It is built. Look at its pages, then release it."


def test_a_build_that_is_as_released_needs_no_other() -> None:
    """Where the amendment touched no page of the report, its current build says so, and it stays released."""
    school = amended_after_release("2026-11-18", "2026-11-30")
    one = only(due(school, None, on=on("2026-12-01"), built=("autumn",), approved=("autumn",)), "report")
    assert (one.state, one.on, one.command) == ("released", on("2026-11-25"), "")


@pytest.mark.parametrize(
    ("days", "shown", "state"),
    [
        (("2026-11-18", "2026-11-24"), 1, "released"),
        (("2026-11-18", "2026-11-25"), 2, "released"),
        (("2026-11-18", "2026-11-25"), 1, "to be released"),
    ],
)
def test_an_amendment_before_the_release_is_in_it(days: tuple[str, ...], shown: int, state: str) -> None:
    """One of an earlier day is; of one on the day of the release the approved documents say which revision they show."""
    document = ApprovedDocument(path="parents/aa", content="", revision=shown)
    school = amended_after_release(*days, approvals=(Approval(report="autumn", documents=(document,)),))
    assert only(due(school, None, on=on("2026-11-26")), "report").state == state


def test_pupils_held_back_stand_in_nobodys_way() -> None:
    """Of two who lack something one is held back: one is told."""
    missing = tuple(
        MissingItem(pupil=key, year_group="10", report="autumn", item="attendance", what="no") for key in "AB"
    )
    lacking = Completeness(report="autumn", due=on("2026-11-27"), pupils=9, missing=missing)
    holds = Holds(holds=(Hold(pupil="A", reason="court order", by="Mrs Adeyemi"),))
    school = autumn(seals=(seal("nov", "2026-11-18"),), holds=holds)
    one = only(due(school, None, on=on("2026-11-20"), built=("autumn",), completeness=(lacking,)), "report")
    assert one.what.endswith("That can't be done yet: 1 pupil lacks something the law asks for.")
