"""The governors' sides beside groups: attainment, attendance, what was collected."""

from __future__ import annotations

from typing import Any

import builders as b
import pandas as pd
from unit.packs.conftest import material

from reportgen.model.document import GovernorSide, Table
from reportgen.model.frames import Loaded
from reportgen.model.pack import GovernorPack as Choice
from reportgen.model.pack import Packs
from reportgen.packs.governor_calendar import calendar_side
from reportgen.packs.governor_pack import governor_pack
from reportgen.packs.governor_sides import attainment_side, attendance_side
from reportgen.packs.words import years_in_words


def year(pupils: int, met: int, *, art: int = 0, away: int = 0) -> Loaded:
    """One form of Year 10: so many at target 5 in mathematics, the others a grade below; a few take art and meet it."""
    keys = [f"P{n:02}" for n in range(pupils)]
    grades = ["5" if n < met else "4" for n in range(pupils)]
    rows = [f"{key} {grade} {grade}" for key, grade in zip(keys, grades, strict=True)]
    aims = [f"{key} 5 5" for key in keys]
    tables = [b.results(*rows), b.results(*aims, scale=b.GCSE, facet="target")]
    if art:
        tables += [
            b.results(*aims[:art], subject="art"),
            b.results(*aims[:art], scale=b.GCSE, facet="target", subject="art"),
        ]
    sexes = " ".join(f"{key}:{'F' if n % 2 else 'M'}" for n, key in enumerate(keys))
    premium = " ".join(f"{key}:{'Y' if n < away else 'N'}" for n, key in enumerate(keys))
    days = [f"{key} 100 {60 if n < away else 98} 2 0 0" for n, key in enumerate(keys)]
    return b.loaded(
        pupils=b.pupils(*(f"{key} Name{key} Surname{key} 10 10R" for key in keys)),
        classes=b.classes(f"10/Ma maths {' '.join(keys)}"),
        results=pd.concat(tables, ignore_index=True),
        memberships=b.memberships(pupil_premium=premium, sex=sexes),
        attendance=b.attendance(*days),
    )


def rows_of(table: Table) -> dict[str, list[str]]:
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows}


def side(made: GovernorSide | None) -> GovernorSide:
    assert made is not None
    return made


def test_each_subject_with_its_share_range_and_pupils() -> None:
    """30 of 40 on target are 75%, with the Wilson range 60 to 86 that a hand calculation gives."""
    made = side(attainment_side(material(year(40, 30)), ()))
    (table,) = made.tables
    assert rows_of(table)["Mathematics"] == ["", "75%", "60 to 86", "40"]


def test_a_subject_of_few_pupils_is_hidden_with_its_reason() -> None:
    """Four pupils of art may not be counted, whatever they reached; no number of theirs is on the page."""
    made = side(attainment_side(material(year(40, 30, art=4)), ()))
    assert rows_of(made.tables[0])["Art and design"] == ["not shown: too few pupils to show"]


def test_a_share_with_few_on_one_side_is_hidden() -> None:
    """38 of 40 on target would tell of two pupils who are not: the share is not shown."""
    made = attainment_side(material(year(40, 38)), ())
    assert made is None or rows_of(made.tables[0])["Mathematics"] == ["not shown: too few pupils to show"]


def test_a_school_may_choose_the_years_whose_subjects_are_shown() -> None:
    """Year groups named in packs.yaml have the table; one without pupils has none."""
    chosen = b.project(packs=Packs(governors=Choice(subjects_in=("9",))))
    assert attainment_side(material(year(40, 30), chosen), ()) is None


def test_attendance_has_a_side_and_says_who_is_behind() -> None:
    """20 pupils with pupil premium at 60 of 100, 20 others at 98: the heading counts the one group."""
    made = side(attendance_side(material(year(40, 20, away=20))))
    assert made.heading == "Attendance: one group is clearly behind"
    gaps = [table for table in made.tables if table.columns[0].role == "who"]
    assert gaps[0].rows[0].cells[1].text == "60%"
    assert [bool(table.note) for table in gaps] == [False] * (len(gaps) - 1) + [True]


def test_groups_pages_leave_attendance_to_its_side() -> None:
    """A measure of attendance is not told twice."""
    made = governor_pack(material(year(40, 20, away=20)))
    assert made.attendance is not None
    assert not any("school" in page.heading.lower() or "attend" in page.heading.lower() for page in made.groups)


def test_every_collection_of_the_school_year_has_its_purpose() -> None:
    """A row a collection of this school year with the day marks close, what for and who acts."""
    given = material()
    table = side(calendar_side(given)).tables[0]
    this_year = [c for c in given.project.collections.collections if c.year == given.collection.year]
    assert [row.cells[0].text for row in table.rows] == [c.name for c in this_year]
    assert all(row.cells[3].text for row in table.rows)


def test_figures_of_a_side_are_safe_figures() -> None:
    """Every figure on the sides is one that may be shown: none hidden, none of fewer than six pupils."""
    made: Any = governor_pack(material(year(40, 30, art=4, away=12)))
    for part in (made.attainment, made.attendance):
        for table in part.tables if part else ():
            for row in table.rows:
                for cell in row.cells:
                    assert cell.figure is None or (cell.figure.hidden is None and cell.figure.n >= 6)


def test_year_groups_in_a_row_are_told_as_a_span() -> None:
    """Seven year groups of a primary are four words; two are named."""
    assert years_in_words(["R", "1", "2", "3", "4", "5", "6"]) == "Reception to Year 6"
    assert years_in_words(["7", "8", "9"]) == "Years 7 to 9"
    assert years_in_words(["10", "11"]) == "Year 10 and Year 11"
    assert years_in_words(["7", "9", "11"]) == "Year 7, Year 9 and Year 11"
