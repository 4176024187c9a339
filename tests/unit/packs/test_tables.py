"""The tables of the staff workbook: the same figures as the packs, and every column documented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import builders as b
import pandas as pd
import pytest
from unit.packs.conftest import material, small_school

from reportgen.model.data_table import DataTable
from reportgen.model.list_rule import Conditions, ListRule
from reportgen.model.plan import Plan
from reportgen.model.workload import TeacherHours, Workload
from reportgen.packs.tables import staff_tables


def tables(**changes: Any) -> dict[str, DataTable]:
    return {table.id: table for table in staff_tables(material(**changes))}


def column(table: DataTable, name: str) -> list[Any]:
    place = [c.name for c in table.columns].index(name)
    return [row[place] for row in table.rows]


def test_a_row_a_pupil_with_what_the_packs_count() -> None:
    """Amara was 89 of 94 sessions in school and rose in mathematics; Chen rose in English, 5 to 5+."""
    pupils = tables()["pupils"]
    assert column(pupils, "surname") == ["Brown", "Chen", "Okonkwo"]
    assert column(pupils, "attended") == [94, 80, 89]
    assert column(pupils, "attendance")[2] == pytest.approx(100 * 89 / 94, abs=1e-6)
    assert column(pupils, "risen") == [0, 1, 1]
    assert column(pupils, "taken") == [2, 2, 2]


def test_a_row_a_mark_as_the_class_sheet_prints_it() -> None:
    """Mathematics of the three: marks, targets and changes are those of the class sheet."""
    marks = tables()["marks"]
    maths = [n for n, subject in enumerate(column(marks, "subject")) if subject == "Mathematics"]
    assert [column(marks, "mark")[n] for n in maths] == ["5−", "4", "6"]
    assert [column(marks, "target")[n] for n in maths] == ["6", "6", "6"]
    assert [column(marks, "change")[n] for n in maths] == [-1.0, 0.0, 3.0]


def test_figures_of_groups_carry_their_pupils_and_range() -> None:
    """The class has three pupils, all counted in its share on target: one of three."""
    classes = tables()["classes"]
    place = column(classes, "class").index("10B/Ma2")
    assert column(classes, "pupils")[place] == 3
    assert column(classes, "on_target_n")[place] == 3
    assert column(classes, "on_target")[place] == pytest.approx(100 / 3, abs=1e-6)
    assert column(classes, "on_target_low")[place] < 100 / 3 < column(classes, "on_target_high")[place]


def test_who_is_on_which_list_and_who_follows_it_up() -> None:
    """A rule of attendance below 90 lists Chen, 80 of 94, and names the owner."""
    rule = ListRule(
        id="away", name="Often away", kind="intervention", owner="form tutor", when=Conditions(attendance_below=90)
    )
    lists = tables(project=b.project(measures=b.project().measures.model_copy(update={"lists": (rule,)})))["lists"]
    assert [lists.rows[0][n] for n in range(4)] == ["intervention", "away", "Often away", "form tutor"]
    assert column(lists, "surname") == ["Chen"]


def test_no_upn_and_no_empty_column() -> None:
    """The UPN is in no table; a column that would be empty in every row is left out; all rows are as wide as the heads."""
    for table in tables(loaded=with_upn()).values():
        assert not any("X123" in str(value) for row in table.rows for value in row)
        assert {len(row) for row in table.rows} == {len(table.columns)}
        for place in range(len(table.columns)):
            assert any(row[place] not in (None, "") for row in table.rows)
        assert all(column.meaning for column in table.columns)


def with_upn() -> Any:
    pupils = b.pupils("A Amara Okonkwo 10 10R", "B Ben Brown 10 10R", "C Chi Chen 10 10R")
    return small_school(pupils=pupils.assign(upn=pd.Series(["X123", "X1234", "X12345"], dtype="str")))


def test_what_collections_cost_is_a_table_of_its_own() -> None:
    """A row a collection and member of staff with the hours before rounding; classes that name nobody have no name."""
    rows = (
        TeacherHours(
            collection="nov", staff="", role="class teacher", classes=1, pupils=2, marks=4, comments=0, hours=0.1
        ),
        TeacherHours(
            collection="nov", staff="PAT", role="tutor", classes=1, pupils=28, marks=0, comments=28, hours=7 / 3
        ),
    )
    work = Workload(year=2026, collections=(), staff=rows, weeks=(), by_role=())
    made = {table.id: table for table in staff_tables(replace(material(), plan=Plan(workload=work)))}["workload"]
    assert [c.name for c in made.columns] == [
        "collection",
        "staff",
        "name",
        "role",
        "classes",
        "pupils",
        "marks",
        "comments",
        "hours",
    ]
    assert made.rows == (
        ("November 2026", "", "", "class teacher", 1, 2, 4, 0, 0.1),
        ("November 2026", "PAT", "Mr Patel", "tutor", 1, 28, 0, 28, 2.333333),
    )
    assert "workload" not in tables()
