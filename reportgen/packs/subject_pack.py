"""The subject pack: one subject in one year group, for its head of department. One or two portrait sides."""

from __future__ import annotations

from collections import Counter

from reportgen.model.calendar import year_group_words
from reportgen.model.document import Part, StaffPack
from reportgen.packs.material import Material
from reportgen.packs.subject_classes import classes_part
from reportgen.packs.subject_few import few_part
from reportgen.packs.subject_gaps import gaps_part, sides_of
from reportgen.packs.subject_moves import moves_part
from reportgen.packs.subject_patterns import patterns_part
from reportgen.packs.subject_questions import subject_questions
from reportgen.packs.subject_year import SubjectYear, subject_years
from reportgen.packs.subjects_table import MARKED, state_words
from reportgen.packs.words import count, day, listed, number, say, small_number

HEAD = "head of department"
"""The role of staff.yaml that subject packs are for."""


def subject_packs(material: Material) -> list[StaffPack]:
    """One pack a subject and year group with a mark, by year group and then in the order of subjects."""
    return [_pack(one) for one in subject_years(material)]


def _pack(of: SubjectYear) -> StaffPack:
    project = of.material.project
    stem = f"{of.year_group.lower()}-{of.subject.id}"
    heading = say("subject pack heading", subject=of.subject.name, year_group=year_group_words(of.year_group))
    sides = () if of.few else sides_of(of)
    parts: tuple[Part | None, ...] = (
        (few_part(of),) if of.few else (classes_part(of), moves_part(of), gaps_part(of, sides), patterns_part(of))
    )
    questions = subject_questions(of, sides)
    return StaffPack(
        kind="subject-pack",
        key=stem,
        path=f"staff/subjects/{stem}",
        title=f"{heading}, {of.material.collection.name}, {project.school.name}",
        language=project.school.language,
        school=project.school.name,
        origin=of.material.origin,
        shelf=year_group_words(of.year_group),
        heading=heading,
        subtitle=_subtitle(of),
        year_groups=(of.year_group,),
        parts=tuple(part for part in parts if part is not None),
        questions_heading=say("questions for department") if questions else "",
        questions=questions,
    )


def _subtitle(of: SubjectYear) -> str:
    """For whom; how many, in how many classes; who has no mark and why; what earlier marks there are."""
    project = of.material.project
    year = of.material.collection.year
    heads = project.staff.responsible(HEAD, year_group=of.year_group, department=of.subject.group, year=year)
    sentences = [
        say("for head of department", names=listed(of.material.staff_name(code) for code in dict.fromkeys(heads)))
        if heads
        else "",
        _counted(of),
        _no_mark(of),
        "" if of.moves else _no_earlier(of),
        say("school sentence", school=project.school.name),
    ]
    return " ".join(one for one in sentences if one)


def _counted(of: SubjectYear) -> str:
    classes = len(of.classes)
    return say(
        "subject pupils",
        pupils=count("pupils", len(of.members)),
        classes=count("in classes", classes, n=small_number(classes)) if classes else "",
        facet=of.material.project.marks.facet(of.marked[0][1].facet).name if of.marked[0][1].facet else "",
        date=day(of.material.collection.closes),
    )


def _no_mark(of: SubjectYear) -> str:
    states = Counter(row.state for _, row in of.members if row.state != MARKED)
    if not states:
        return ""
    told = listed(say("n in state", n=number(n), state=state_words(state)) for state, n in sorted(states.items()))
    return say("no mark told", told=told)


def _no_earlier(of: SubjectYear) -> str:
    """Why nothing is set beside the marks: none, or on another scale."""
    now = of.material.report.collection
    earlier = any(
        point.state == MARKED and point.collection != now
        for pupil, _ in of.members
        for point in of.material.path.get((pupil.key, of.subject.id), ())
    )
    return say("sentence", text=say("earlier on another scale" if earlier else "no earlier marks"))
