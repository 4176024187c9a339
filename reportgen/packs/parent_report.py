"""The interim report of one pupil's family."""

from __future__ import annotations

from reportgen.model.calendar import year_group_words
from reportgen.model.document import ParentReport
from reportgen.packs.attendance_part import attendance_part
from reportgen.packs.glance import glance, next_steps, questions, standing
from reportgen.packs.material import Material, Pupil, Record
from reportgen.packs.reading_guide import ask_line, guide, keys, talk
from reportgen.packs.subjects_table import subjects_table
from reportgen.packs.words import count, day, listed, say

LONG = 10
"""More subjects than this and the page closes its air."""


def reported_rows(material: Material, pupil: Pupil) -> tuple[Record, ...]:
    """The pupil's PROGRESS rows in subjects that the year group's families see."""
    hidden = {s.id for s in material.project.subjects.subjects if pupil.year_group in s.not_reported_in}
    return tuple(row for row in material.progress.get(pupil.key, ()) if row.subject not in hidden)


def parent_report(material: Material, pupil: Pupil, *, key: str) -> ParentReport:
    """The report, complete. The pupil has at least one row and a policy: composition holds those who have not."""
    project, report = material.project, material.report
    policy = project.family_policy(report, pupil.year_group)
    if policy is None:
        raise ValueError(f"no policy for {pupil.year_group}")
    rows = reported_rows(material, pupil)
    table = subjects_table(material, rows, policy)
    stands = standing(rows, policy)
    name = say("report for year", report=report.name, year_group=year_group_words(pupil.year_group))
    return ParentReport(
        key=key,
        path=f"parents/{key}",
        title=f"{name}, {project.school.name}",
        language=project.school.language,
        school=project.school.name,
        origin=material.family_origin,
        report_name=name,
        pupil_name=pupil.full_name,
        lines=_lines(material, pupil),
        glance=glance(material, pupil, rows, policy),
        next_steps=next_steps(material, pupil, stands),
        subjects=table,
        attendance=attendance_part(material, pupil),
        keys=keys(material, pupil, rows, policy),
        guide=guide(material, pupil, rows, policy, table),
        talk=talk(material, pupil),
        questions=questions(material, pupil, stands),
        long=len(rows) > LONG,
        large_print=project.packs.parents.large_print,
    )


def _lines(material: Material, pupil: Pupil) -> tuple[str, ...]:
    tutors = [material.staff_name(code) for code in material.tutors.get(pupil.form, ())]
    first = [
        say(material.in_phase("form"), form=pupil.form) if pupil.form else "",
        count(material.in_phase("tutor"), len(tutors), names=listed(tutors)) if tutors else "",
        say("collected", date=day(material.collection.closes)),
    ]
    return tuple(line for line in (" ".join(part for part in first if part), ask_line(material, pupil)) if line)
