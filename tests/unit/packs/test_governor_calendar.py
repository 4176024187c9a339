"""The governors' side of collections with their price, and how long there are marks of each year group."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import builders as b
from unit.packs.conftest import material

from reportgen.model.calendar import Collections, Rates
from reportgen.model.document import GovernorSide
from reportgen.model.plan import Plan
from reportgen.model.project import Project
from reportgen.model.thread import Road, RoadYear, Round, ScaleInUse, Thread
from reportgen.model.workload import CollectionHours, Workload
from reportgen.packs.governor_calendar import calendar_side
from reportgen.packs.governor_cohorts import cohorts_note
from reportgen.packs.governor_pack import governor_pack
from reportgen.packs.material import Material

FEB = b.collection("feb", "2027-02-12", comments=("subject", "tutor"))


def school(rates: Rates | None = None) -> Project:
    """Three rounds: June last year, November and February of this one."""
    rounds = (*b.project().collections.collections, FEB)
    return b.project(collections=Collections(rates=rates or Rates(), collections=rounds))


def work(nov: float = 196.4, feb: float = 312.0, **changes: Any) -> Workload:
    given = {
        "year": 2026,
        "collections": (
            CollectionHours(collection="nov", hours=nov, staff=40, most=5.25),
            CollectionHours(collection="feb", hours=feb, staff=44, most=12.4),
        ),
        "staff": (),
        "weeks": (),
        "by_role": (("class teacher", 475.0), ("tutor", 33.4)),
    }
    return Workload(**{**given, **changes})


def planned(workload: Workload | None = None, *, rates: Rates | None = None, thread: Thread | None = None) -> Material:
    return replace(material(project=school(rates)), plan=Plan(workload=workload, thread=thread))


def side(of: Material) -> GovernorSide:
    made = calendar_side(of)
    assert made is not None
    return made


def test_each_collection_has_its_hours_beside_its_purpose() -> None:
    """196 hours in November with 5.3 for the one with most, 312 and 12 in February; rounded half up, whole from ten."""
    (table,) = side(planned(work())).tables
    assert table.columns[-1].head == "Hours"
    assert [(row.cells[-1].text, row.cells[-1].second) for row in table.rows] == [
        ("196", "most 5.3"),
        ("312", "most 12"),
    ]
    assert [row.cells[3].text for row in table.rows] == ["Find who needs help."] * 2


def test_the_year_is_told_by_role_with_what_one_collection_fewer_would_save() -> None:
    """508 hours in one line, and the dearest collection before the cheapest."""
    assert side(planned(work())).lead == (
        "Marks and comments take about 508 hours of staff time this year (class teacher 475 and tutor 33). "
        "One collection fewer would save its hours: without February 2027, 312; without November 2026, 196."
    )


def test_collections_that_cost_the_same_name_none() -> None:
    """Two of 200 hours: either would save 200."""
    assert side(planned(work(nov=200.4, feb=199.6))).lead.endswith("One collection fewer would save 200 hours.")


def test_a_collection_that_costs_nothing_is_none_and_no_saving() -> None:
    """Results that come by themselves: no hours beside it, and doing without it saves nothing worth telling."""
    made = side(planned(work(feb=0.0)))
    assert made.tables[0].rows[-1].cells[-1].text == "none"
    assert "fewer" not in made.lead


def test_the_minutes_behind_the_hours_are_told() -> None:
    """Marks, a facet that takes more, both kinds of comments, and a facet that costs nothing."""
    rates = Rates(mark=0.5, facets={"attitude": 1, "target": 0}, subject_comment=3, tutor_comment=5)
    assert side(planned(work(), rates=rates)).tables[0].note == (
        "Hours: of all staff together, estimated from the classes of today; most: of one member of staff."
        " Minutes: 0.5 for a mark, 1 for a mark of attitude to learning, 3 for a subject comment and 5 for a tutor’s"
        " comment. No time is counted for target."
    )


def test_without_hours_the_side_speaks_of_none() -> None:
    """No plan, or a school whose exports do not say who takes what: five columns, nothing about time."""
    for of in (planned(), planned(work(nov=0.0, feb=0.0, by_role=()))):
        made = side(of)
        assert len(made.tables[0].columns) == 5
        assert (made.lead, made.tables[0].note) == ("", "")


def road(group: str, *years: tuple[int, str, str]) -> Road:
    """`(2025, "jun", "fine")`: school year, round, scale."""
    return Road(
        year_group=group,
        years=tuple(
            RoadYear(
                year=year,
                year_group=group,
                key_stage="KS4",
                rounds=(Round(collection=one, scales=(ScaleInUse(scale=scale, subjects=()),)),),
                responsible=(),
            )
            for year, one, scale in years
        ),
    )


THREAD = Thread(
    roads=(
        road("9", (2025, "jun", "fine"), (2026, "nov", "fine")),
        road("10", (2025, "jun", "of-20"), (2026, "nov", "fine")),
        road("11", (2026, "nov", "of-20")),
    ),
    joined={},
)


def test_how_long_there_are_marks_of_each_year_group() -> None:
    """Two years of Years 9 and 10, one of Year 11; the scale now; where it changed to one that is not comparable."""
    assert cohorts_note(planned(thread=THREAD), ("9", "10", "11")) == (
        "school years with our marks, this one counted: Year 9 and Year 10, two; Year 11, one."
        " Scales: Year 9 and Year 10 on GCSE grades; Year 11 on Marks out of 20."
        " Scale changed, so that marks before are not set beside those after: Year 10 in November 2026."
    )


def test_rounds_after_the_reports_own_are_not_told_yet() -> None:
    """February is still to come in a report of November: Year 11 has no marks yet and is not named."""
    later = Thread(roads=(road("11", (2026, "feb", "fine")),), joined={})
    assert cohorts_note(planned(thread=later), ("11",)) == ""


def test_the_method_tells_it_where_there_is_a_thread() -> None:
    """One label more, and none without a thread."""
    with_it, without = (
        [item.label for item in governor_pack(planned(thread=thread)).method] for thread in (THREAD, None)
    )
    assert set(with_it) - set(without) == {"Over the years"}
