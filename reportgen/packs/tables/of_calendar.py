"""The table of what collections cost: a row a collection and member of staff."""

from __future__ import annotations

from reportgen.model.data_table import DataTable
from reportgen.model.workload import TeacherHours
from reportgen.packs.material import Material
from reportgen.packs.tables.making import Field, decimal, made, text, whole


def workload_table(material: Material) -> DataTable:
    """A row a collection of the school year, member of staff and role; none where nothing is worked out."""
    work = material.plan.workload
    names = {c.id: c.name for c in material.project.collections.collections}
    fields: tuple[Field[TeacherHours], ...] = (
        text("collection", "the collection", lambda t: names[t.collection]),
        text("staff", "staff code; empty for classes and forms that name nobody", lambda t: t.staff),
        text("name", "the name families read", lambda t: material.staff_name(t.staff) if t.staff else ""),
        text("role", "as what: who enters the marks, or tutor for tutors' comments", lambda t: t.role),
        whole("classes", "classes with something to enter; forms for tutors' comments", lambda t: t.classes),
        whole("pupils", "pupils, once a class; of a shared class all count for each teacher", lambda t: t.pupils),
        whole("marks", "marks to enter: a pupil, subject and facet each", lambda t: t.marks),
        whole("comments", "comments to write", lambda t: t.comments),
        decimal(
            "hours",
            "at the minutes of collection.yaml, rates; a shared class costs each teacher an equal part",
            lambda t: t.hours,
            unit="hours",
            decimals=2,
        ),
    )
    return made("workload", "a member of staff in a collection of this school year", fields, work.staff if work else ())
