"""Blank marks of a family's report: due, and nobody has said why there is none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reportgen.model.calendar import FamilyPolicy
from reportgen.packs.material import Material, Pupil, Record
from reportgen.packs.parent_report import reported_rows
from reportgen.packs.subjects_table import MARKED, state_words
from reportgen.packs.words import NO_VALUE, listed, say

BLANK = ("not entered", "unclear")
"""States that make a mark blank."""
BLANK_MARKS = "D503"
"""Too many blank marks: the one hold of composing that a school may lower to a warning."""
HEAD_OF_DEPARTMENT = "head of department"


@dataclass(frozen=True)
class BlankMarks:
    """The blank marks of a pupil in one subject, in words."""

    subject: str
    what: str
    """`Now and Attitude to learning: not given`."""
    ask: str
    """Who teaches the class; where nobody is known, who leads the department."""
    marks: int


def counted_facets(material: Material, policy: FamilyPolicy) -> tuple[str, ...]:
    """Facets of the policy that the collection asked for. A target is set, not collected: it is never a blank."""
    return tuple(
        facet
        for facet in policy.facets
        if facet in material.collection.facets and material.project.marks.facet(facet).role != "target"
    )


def mark_state(material: Material, pupil: Pupil, row: Record, facet: str) -> str:
    """The state of one mark; without a row, why the subject has none, or not entered."""
    mark = material.marks.get((pupil.key, row.subject, facet))
    if mark is not None:
        return str(mark.state)
    return "not entered" if row.state == MARKED else str(row.state)


def blank_marks(material: Material, pupil: Pupil) -> tuple[BlankMarks, ...]:
    """Every subject of the pupil's report with a blank mark, in the order of subjects."""
    policy = material.project.family_policy(material.report, pupil.year_group)
    if policy is None:
        return ()
    facets = counted_facets(material, policy)
    found = []
    for row in reported_rows(material, pupil):
        blank = tuple(facet for facet in facets if mark_state(material, pupil, row, facet) in BLANK)
        if blank:
            found.append(_told(material, pupil, row, blank))
    return tuple(found)


def _told(material: Material, pupil: Pupil, row: Record, facets: tuple[str, ...]) -> BlankMarks:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for facet in facets:
        by_reason[_why(material, pupil, row, facet)].append(material.project.marks.facet(facet).name)
    what = "; ".join(say("blank", facets=listed(names), why=why) for why, names in by_reason.items())
    subject = material.project.subjects.subject(row.subject)
    ask = material.teachers.get(row.class_id, "") if row.class_id else ""
    return BlankMarks(subject.name, what, ask or _leader(material, pupil, subject.group), len(facets))


def _why(material: Material, pupil: Pupil, row: Record, facet: str) -> str:
    mark = material.marks.get((pupil.key, row.subject, facet))
    state = state_words(mark_state(material, pupil, row, facet))
    return say("blank reason", state=state, reason=mark.reason) if mark is not None and mark.reason else state


def _leader(material: Material, pupil: Pupil, department: str) -> str:
    codes = material.project.staff.responsible(
        HEAD_OF_DEPARTMENT, year_group=pupil.year_group, department=department, year=material.collection.year
    )
    return listed(material.staff_name(code) for code in codes) or NO_VALUE
