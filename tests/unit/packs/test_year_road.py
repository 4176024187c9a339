"""A year group's road in its pack: years, collections, scales, who was responsible."""

from __future__ import annotations

from dataclasses import replace

from unit.packs.year_school import material

from reportgen.model.calendar import KeyStage
from reportgen.model.document import Part
from reportgen.model.plan import Plan
from reportgen.model.thread import Road, RoadYear, Round, ScaleInUse, Thread
from reportgen.packs.year_members import year_members
from reportgen.packs.year_pack import year_packs
from reportgen.packs.year_road import road_part


def one(year: int, group: str, stage: KeyStage, *rounds: Round, who: tuple[str, ...] = (), move: str = "") -> RoadYear:
    return RoadYear(
        year=year,
        year_group=group,
        key_stage=stage,
        rounds=rounds,
        responsible=who,
        transition=(move,) if move else (),
    )


def at(collection: str, *scales: str) -> Round:
    """`at("nov", "fine", "of-20 art")`: scales, each with the subjects it is for where it is not every subject's."""
    uses = (scale.split() for scale in scales)
    return Round(collection=collection, scales=tuple(ScaleInUse(scale=s, subjects=tuple(own)) for s, *own in uses))


def road(*years: RoadYear) -> Part | None:
    made = material()
    (members,) = year_members(
        replace(made, plan=Plan(thread=Thread(roads=(Road(year_group="10", years=years),), joined={})))
    )
    return road_part(members)


def rows(part: Part | None) -> list[list[tuple[str, str]]]:
    assert part is not None
    assert part.table is not None
    return [[(cell.text, cell.second) for cell in row.cells] for row in part.table.rows]


BEFORE = one(2025, "9", "KS3", at("jun", "of-20"), who=("HUG",))
NOW = one(2026, "10", "KS4", at("nov", "fine"), who=("ADE", "PAT"), move="HUG")


def test_a_row_a_school_year_with_its_key_stage_scale_and_people() -> None:
    """Year 9 out of 20 under Ms Hughes, Year 10 in grades under two, the move looked after by Ms Hughes."""
    assert rows(road(BEFORE, NOW)) == [
        [
            ("2025/26", ""),
            ("Year 9", "Key stage 3"),
            ("June 2026", ""),
            ("Marks out of 20", ""),
            ("Ms Hughes", ""),
        ],
        [
            ("2026/27", ""),
            ("Year 10", "Key stage 4"),
            ("November 2026", ""),
            ("GCSE grades", ""),
            ("Mrs Adeyemi and Mr Patel", "Move to key stage 4: Ms Hughes"),
        ],
    ]


def test_the_heading_and_note_say_where_the_scale_changed() -> None:
    """From marks out of 20 to grades in November: those are not set beside each other."""
    made = road(BEFORE, NOW)
    assert made is not None
    assert (
        made.heading == "This year group’s road: two school years with marks here, on another scale since November 2026"
    )
    assert made.note == (
        "The scale changed from Marks out of 20 to GCSE grades in November 2026: marks before it are not set beside marks"
        " after it."
    )


def test_a_scale_of_the_same_name_is_no_change() -> None:
    """Whole grades and thirds of grades are both called GCSE grades: nothing changed for those who read them."""
    made = road(one(2025, "9", "KS3", at("jun", "gcse")), NOW)
    assert made is not None
    assert (made.heading, made.note) == ("This year group’s road: two school years with marks here", "")


def test_scales_of_some_subjects_stand_under_the_main_one() -> None:
    """Most subjects in grades; art out of 20."""
    cell = rows(road(one(2026, "10", "KS4", at("nov", "fine maths english", "of-20 art"))))[0][3]
    assert cell == ("GCSE grades", "Marks out of 20: art and design")


def test_nobody_named_is_said() -> None:
    """A year without anyone responsible does not look like a year nobody asked about."""
    assert rows(road(one(2026, "10", "KS4", at("nov", "fine"))))[0][4] == ("nobody is named", "")


def test_without_rounds_or_thread_there_is_no_road() -> None:
    """A cohort without a closed collection has no part, and neither has a pack made without a plan."""
    assert road(one(2026, "10", "KS4")) is None
    assert all(part.id != "road" for pack in year_packs(material()) for part in pack.parts)


def test_the_road_stands_before_the_lists_that_are_handed_on() -> None:
    """In a pack with a plan the part is there, and the lists still come last."""
    made = replace(material(), plan=Plan(thread=Thread(roads=(Road(year_group="10", years=(BEFORE, NOW)),), joined={})))
    ids = [part.id for part in year_packs(made)[0].parts]
    assert ids.index("attendance") < ids.index("road") < ids.index("reward") < ids.index("intervention")
