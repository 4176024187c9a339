"""The tables of the staff workbook: a row a pupil, a mark, a class, a gap, or the hours of a collection."""

from __future__ import annotations

from reportgen.model.data_table import DataTable
from reportgen.packs.material import Material
from reportgen.packs.tables.of_calendar import workload_table
from reportgen.packs.tables.of_groups import classes_table, gaps_table, moves_table, subjects_table, years_table
from reportgen.packs.tables.of_pupils import lists_table, marks_table, pupils_table

__all__ = ["staff_tables"]


def staff_tables(material: Material) -> tuple[DataTable, ...]:
    """Every table that has a row, in the order of the sheets. Values are those of the packs, before rounding.

    They name pupils: for staff only. No UPN is in them.
    """
    made = (
        pupils_table(material),
        marks_table(material),
        lists_table(material),
        years_table(material),
        subjects_table(material),
        classes_table(material),
        gaps_table(material),
        moves_table(material),
        workload_table(material),
    )
    return tuple(table for table in made if table.rows)
