"""The road of each cohort back through the school: key stages, scales, who was responsible."""

from __future__ import annotations

import builders as b
import pandas as pd

from reportgen.calendars.thread import thread
from reportgen.model.calendar import Collections
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.scale import ScaleUse
from reportgen.model.school import Responsibility
from reportgen.model.thread import RoadYear, ScaleInUse

ROUNDS = (
    b.collection("jun-2025", "2025-06-27"),
    b.collection("nov-2025", "2025-11-14"),
    b.collection("jun-2026", "2026-06-26"),
    b.collection("nov-2026", "2026-11-13"),
)
RESPONSIBLE = (
    Responsibility(role="head of year", staff=("ADE",), year_groups=("7", "8"), progress=True, years=(2024, 2025)),
    Responsibility(role="head of year", staff=("PAT",), year_groups=("9",), progress=True),
    Responsibility(role="head of school", staff=("HUG", "PAT"), year_groups=("9", "10"), progress=True, years=(2026,)),
    Responsibility(role="transition", staff=("HUG",), transitions=("KS2-KS3",)),
    Responsibility(role="options", staff=("ADE",), transitions=("KS3-KS4",), years=(2026,)),
)


def school(**changes: object) -> Project:
    """Rounds of three school years for Years 7 to 11; Years 7 to 9 are marked out of 20, others in fine grades."""
    marks = b.marks()
    current = marks.facet("current").model_copy(
        update={"scales": (ScaleUse(scale="of-20", year_groups=("7", "8", "9")), ScaleUse(scale="fine"))}
    )
    made = b.project(
        collections=Collections(collections=ROUNDS),
        marks=marks.model_copy(update={"facets": (current, *marks.facets[1:])}),
    )
    return made.model_copy(update={"staff": made.staff.model_copy(update={"responsibilities": RESPONSIBLE}), **changes})


def road(group: str, *, loaded: Loaded | None = None, year: int = 2026) -> tuple[RoadYear, ...]:
    return thread(school(), loaded or b.loaded(), year=year).of(group)


def test_a_cohort_goes_back_to_its_first_collection() -> None:
    """Year 10 of 2026/27 was Year 9 and Year 8 before; Year 7 has this year only: Year 6 was at other schools."""
    assert [(y.year, y.year_group, y.key_stage) for y in road("10")] == [
        (2024, "8", "KS3"),
        (2025, "9", "KS3"),
        (2026, "10", "KS4"),
    ]
    assert [(y.year, y.year_group) for y in road("7")] == [(2026, "7")]


def test_rounds_stand_in_the_order_in_which_they_close() -> None:
    """Two rounds of 2025/26, November before June, however the file has them."""
    turned = school(collections=Collections(collections=ROUNDS[::-1]))
    assert thread(turned, b.loaded(), year=2026) == thread(school(), b.loaded(), year=2026)
    assert [one.collection for one in road("10")[1].rounds] == ["nov-2025", "jun-2026"]


def test_without_marks_the_scales_are_those_of_the_settings() -> None:
    """Year 9 is marked out of 20, Year 10 in grades; each is every subject's, so none is named."""
    before, now = road("10")[1:]
    assert before.rounds[0].scales == (ScaleInUse(scale="of-20", subjects=()),)
    assert now.rounds[0].scales == (ScaleInUse(scale="fine", subjects=()),)


def test_with_marks_the_scales_are_those_the_marks_are_on_commonest_first() -> None:
    """Two marks out of 20 in maths, one grade in English, an attitude and a blank: two scales, attainment only."""
    marks = pd.concat(
        [
            b.results("A 14", "B 9", "C -", scale=b.OUT_OF_20, collections=("nov-2025",), year_group="9"),
            b.results("A 5", collections=("nov-2025",), subject="english", year_group="9"),
            b.results(
                "A 4", scale=b.ATTITUDE, facet="attitude", subject="art", collections=("nov-2025",), year_group="9"
            ),
        ],
        ignore_index=True,
    )
    assert road("10", loaded=b.loaded(results=marks))[1].rounds[0].scales == (
        ScaleInUse(scale="of-20", subjects=("maths",)),
        ScaleInUse(scale="fine", subjects=("english",)),
    )


def test_marks_of_another_year_group_say_nothing_of_this_one() -> None:
    """Year 11 marks of that collection leave the scale of Year 9 as the settings have it."""
    marks = b.results("A 5", collections=("nov-2025",), year_group="11")
    assert road("10", loaded=b.loaded(results=marks))[1].rounds[0].scales[0].scale == "of-20"


def test_who_was_responsible_each_year() -> None:
    """Year 8 in 2024: Adeyemi; Year 9 in 2025: Patel; Year 10 in 2026: Hughes and Patel, as long as each holds it."""
    assert [year.responsible for year in road("10")] == [("ADE",), ("PAT",), ("HUG", "PAT")]
    assert road("8")[-1].responsible == ()


def test_who_looked_after_a_move_stands_in_the_first_year_of_the_key_stage() -> None:
    """KS2 to KS3 in Year 7 and KS3 to KS4 in Year 10 of 2026; nobody in the years between."""
    assert [(y.year_group, y.transition) for y in road("9")] == [("7", ("HUG",)), ("8", ()), ("9", ())]
    assert [y.transition for y in road("10")] == [(), (), ("ADE",)]
    assert [y.transition for y in road("11")] == [(), (), ()]  # Year 10 was 2025: the move has nobody


def test_a_pupils_road_begins_with_their_first_mark() -> None:
    """A has marks since 2024, B since 2025; C has none yet, and stands in this year only."""
    marks = pd.concat(
        [
            b.results("A 5 5", collections=("jun-2025", "nov-2026")),
            b.results("B - 5", collections=("jun-2025", "jun-2026")),
        ],
        ignore_index=True,
    )
    pupils = b.pupils("A An As 10 10R", "B Bn Bs 10 10R", "C Cn Cs 10 10R")
    made = thread(school(), b.loaded(pupils=pupils, results=marks), year=2026)
    assert made.joined == {"A": 2024, "B": 2025, "C": 2026}
    assert [[y.year for y in made.of("10", pupil=p)] for p in "ABC"] == [[2024, 2025, 2026], [2025, 2026], [2026]]


def test_a_report_of_an_earlier_year_has_the_roads_of_that_year() -> None:
    """In 2025/26 those who are in Year 10 now were in Year 9, and nothing of 2026/27 is told."""
    assert [(y.year, y.year_group) for y in road("9", year=2025)] == [(2024, "8"), (2025, "9")]


def test_a_primary_moves_from_infants_to_juniors() -> None:
    """Year 3 is the first of key stage 2; from Reception to Year 1 nobody is named, since no such move is told."""
    rounds = tuple(c.model_copy(update={"year_groups": ("R", "1", "2", "3")}) for c in ROUNDS)
    staff = school().staff.model_copy(
        update={"responsibilities": (Responsibility(role="infants", staff=("ADE",), transitions=("KS1-KS2",)),)}
    )
    made = thread(school(collections=Collections(collections=rounds), staff=staff), b.loaded(), year=2026)
    assert [one.year_group for one in made.roads] == ["R", "1", "2", "3"]
    assert [(y.year_group, y.key_stage, y.transition) for y in made.of("3")] == [
        ("1", "KS1", ()),
        ("2", "KS1", ()),
        ("3", "KS2", ("ADE",)),
    ]
