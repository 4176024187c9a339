"""Calendars for tests: an ordinary school's year, a primary's, and one as crowded as an all-through school's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from builders import project

from reportgen.calendars.year_words import by_name
from reportgen.model.calendar import (
    Assessment,
    Assessments,
    Closure,
    Collection,
    Collections,
    Meeting,
    Occasion,
    Report,
    Reports,
    SchoolYear,
    Term,
    Terms,
)
from reportgen.model.project import Project
from reportgen.model.workload import CollectionHours, WeekHours, Workload

HALVES = (
    ("ht1", "Autumn 1", "2026-09-03", "2026-10-23"),
    ("ht2", "Autumn 2", "2026-11-02", "2026-12-18"),
    ("ht3", "Spring 1", "2027-01-04", "2027-02-12"),
    ("ht4", "Spring 2", "2027-02-22", "2027-03-25"),
    ("ht5", "Summer 1", "2027-04-12", "2027-05-28"),
    ("ht6", "Summer 2", "2027-06-07", "2027-07-20"),
)
SIX = tuple((f"t{n}", f"Term {n}", starts, ends) for n, (_, _, starts, ends) in enumerate(HALVES, start=1))
SECONDARY = ("7", "8", "9", "10", "11")
PRIMARY = ("R", "1", "2", "3", "4", "5", "6")
ALL_THROUGH = ("N1", "N2", "R", *(str(n) for n in range(1, 14)))


def day(text: str) -> date:
    """`2026-11-13`."""
    return date.fromisoformat(text)


def school_year(halves: Sequence[tuple[str, str, str, str]] = HALVES, **changes: Any) -> SchoolYear:
    """2026/27 with an INSET day and a bank holiday."""
    given: dict[str, Any] = {
        "year": 2026,
        "terms": tuple(Term(id=i, name=name, starts=day(a), ends=day(b)) for i, name, a, b in halves),
        "closures": (
            Closure(name="INSET day", kind="inset", starts=day("2026-10-12"), ends=day("2026-10-12")),
            Closure(name="May Day", kind="bank holiday", starts=day("2027-05-03"), ends=day("2027-05-03")),
        ),
    }
    return SchoolYear(**{**given, **changes})


def window(name: str, kind: str, starts: str, ends: str, groups: Sequence[str] = ("11",)) -> Assessment:
    return Assessment.model_validate(
        {
            "id": f"{by_name(name)}-{starts}",
            "name": name,
            "year": 2026,
            "kind": kind,
            "year_groups": groups,
            "starts": starts,
            "ends": ends,
        }
    )


def collected(number: int, opens: str, closes: str, freezes: str, groups: Sequence[str] = SECONDARY) -> Collection:
    return Collection(
        id=f"round-{number}-{groups[0]}".lower(),
        name=f"Round {number}",
        year=2026,
        opens=day(opens),
        closes=day(closes),
        freezes=day(freezes),
        year_groups=tuple(groups),
        facets=("current",),
        purpose="Find who needs help.",
        action=("Extra help and a call home", "Change or end the help", "Sets for September")[number % 3],
        owner="head of year",
    )


def evening(name: str, on: str, *groups: str, **changes: Any) -> Meeting:
    return Meeting(**{"name": name, "on": day(on), "times": "4 to 7 pm", "year_groups": groups, **changes})


def ordinary(**changes: Any) -> Project:
    """A secondary school: three rounds for everyone, mocks and GCSEs, an evening for each year group, governors."""
    rounds = (
        collected(1, "2026-10-19", "2026-11-13", "2026-11-18"),
        collected(2, "2027-01-25", "2027-02-12", "2027-02-24"),
        collected(3, "2027-05-24", "2027-06-18", "2027-06-23"),
    )
    reports = tuple(
        Report(
            id=f"report-{n}", name=f"{name} report", audiences=("parents", "staff"), collection=rounds[n].id, on=day(on),
            approver="head teacher", meetings=meetings,
        )
        for n, (name, on, meetings) in enumerate((
            ("Autumn", "2026-11-27", (
                evening("Year 11 parents’ evening", "2026-12-03", "11"),
                evening("Year 7 tutor evening", "2026-12-10", "7"),
                evening("Year 9 options evening", "2027-01-21", "9"),
            )),
            ("Spring", "2027-03-05", (evening("Year 8 parents’ evening", "2027-03-11", "8"),)),
            ("Summer", "2027-07-02", (evening("Year 10 parents’ evening", "2027-07-08", "10"),)),
        ))
    )  # fmt: skip
    given: dict[str, Any] = {
        "terms": Terms(
            years=(
                school_year(
                    occasions=(
                        Occasion(
                            name="Year 7 residential", kind="residential", year_groups=("7",),
                            starts=day("2027-06-28"), ends=day("2027-07-02"),
                        ),
                    )
                ),
            )
        ),
        "assessments": Assessments(
            assessments=(
                window("Mock exams", "mock", "2026-11-02", "2026-11-13"),
                window("End-of-year tests", "test", "2027-06-07", "2027-06-11", ("7", "8", "9", "10")),
                window("GCSE exams", "public exam", "2027-05-10", "2027-06-18"),
            )
        ),
        "collections": Collections(collections=rounds),
        "reports": Reports(
            reports=reports,
            meetings=(
                Meeting(
                    name="Governors’ meeting", audience="governors", on=day("2026-12-08"), papers=day("2026-12-01"),
                    times="6 pm", how="In the library.",
                ),
                Meeting(name="Department meeting", audience="staff", on=day("2026-11-23"), times="3.30 to 4.30 pm"),
            ),
        ),
    }  # fmt: skip
    return project(**{**given, **changes})


def primary() -> Project:
    """A primary school: Reception to Year 6, national tests, one evening for everyone."""
    rounds = (
        collected(1, "2026-10-19", "2026-11-13", "2026-11-18", PRIMARY),
        collected(2, "2027-06-14", "2027-07-07", "2027-07-09", PRIMARY),
    )
    report = Report(
        id="summer", name="Summer report", audiences=("parents",), collection=rounds[1].id, on=day("2027-07-13"),
        meetings=(evening("Families’ evening", "2027-07-15", times="3.15 to 4.30 pm"),),
    )  # fmt: skip
    return project(
        terms=Terms(years=(school_year(),)),
        assessments=Assessments(
            assessments=(
                window("Key stage 2 tests", "statutory", "2027-05-10", "2027-05-13", ("6",)),
                window("Phonics check", "statutory", "2027-06-07", "2027-06-11", ("1", "2")),
                window("Multiplication check", "statutory", "2027-06-07", "2027-06-18", ("4",)),
            )
        ),
        collections=Collections(collections=rounds),
        reports=Reports(reports=(report,)),
    )


def crowded() -> Project:
    """Nursery to Year 13 in Terms 1 to 6: a test or two and two evenings for each year group, collections by phase."""
    phases = (("N1", "N2", "R"), tuple("123456"), ("7", "8", "9"), ("10", "11"), ("12", "13"))
    tests, rounds, reports = [], [], []
    for place, group in enumerate(ALL_THROUGH):
        tests.append(_after("Reading and spelling tests", place, (group,), first="2026-09-14"))
        tests.append(_after("End-of-year tests", place, (group,), first="2027-04-26"))
    for place, phase in enumerate(phases):
        for n, opens in enumerate(("2026-10-05", "2027-01-18", "2027-05-17"), start=1):
            first = day(opens) + timedelta(days=7 * place)
            closes, frozen, on = (first + timedelta(days=days) for days in (11, 16, 21))
            one = collected(n, f"{first}", f"{closes}", f"{frozen}", phase)
            rounds.append(one)
            evenings = tuple(
                evening("Parents’ evening", f"{on + timedelta(days=3 + k)}", group)
                for k, group in enumerate(phase)
                if n < 3
            )
            reports.append(
                Report(id=f"report-{one.id}", name=f"{('Autumn', 'Spring', 'Summer')[n - 1]} report", audiences=("parents",), collection=one.id, on=on, meetings=evenings)
            )  # fmt: skip
    meetings = tuple(
        Meeting(
            name="Governors’ meeting", audience="governors", times="6 pm",
            on=day("2026-09-29") + timedelta(days=49 * n), papers=day("2026-09-22") + timedelta(days=49 * n),
        )
        for n in range(6)
    )  # fmt: skip
    return project(
        terms=Terms(years=(school_year(SIX),)),
        assessments=Assessments(assessments=tuple(tests)),
        collections=Collections(collections=tuple(rounds)),
        reports=Reports(reports=tuple(reports), meetings=meetings),
    )


def _after(name: str, weeks: int, groups: Sequence[str], *, first: str) -> Assessment:
    starts = day(first) + timedelta(days=7 * (weeks % 6))
    return window(f"{name}", "test", f"{starts}", f"{starts + timedelta(days=4)}", groups).model_copy(
        update={"id": by_name(f"{name} {groups[0]}")}
    )


def hours(school: Project) -> Workload:
    """Five weeks of hours, one of them the fullest, and 30 hours for each collection."""
    weeks = (("2026-11-02", 1.0), ("2026-11-09", 5.5), ("2027-02-01", 2.0), ("2027-06-14", 3.5), ("2027-06-21", 0.1))
    return Workload(
        year=2026,
        collections=tuple(
            CollectionHours(collection=one.id, hours=30.0, staff=6, most=7.5) for one in school.collections.collections
        ),
        staff=(),
        weeks=tuple(WeekHours(monday=day(monday), hours=typical * 10, typical=typical) for monday, typical in weeks),
        by_role=(),
    )
