"""The leaders' overview: what to look at first, then by year group, by subject, by group. It names no pupil."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.document import StaffPack
from reportgen.packs.material import Material
from reportgen.packs.overview_looks import Look, chosen, look_parts, looks
from reportgen.packs.overview_tables import gap_parts, subject_parts, years_part
from reportgen.packs.words import count, day, listed, number, say
from reportgen.packs.year_members import YearMembers, year_members

QUESTIONS = 4


def overview(material: Material) -> list[StaffPack]:
    """One document; none where nobody is on roll."""
    years = year_members(material)
    if not years:
        return []
    project, heading = material.project, say("overview heading")
    found = looks(material)
    return [
        StaffPack(
            kind="overview",
            key="overview",
            path="staff/overview",
            title=f"{heading}, {material.collection.name}, {project.school.name}",
            language=project.school.language,
            school=project.school.name,
            origin=material.origin,
            shelf=say("overview shelf"),
            heading=heading,
            subtitle=say(
                "overview subtitle",
                pupils=count("pupils", len(material.pupils), n=number(len(material.pupils))),
                years=listed(of.name for of in years),
                collection=material.collection.name,
                date=day(material.collection.closes),
                school=project.school.name,
            ),
            year_groups=tuple(of.year_group for of in years),
            parts=(
                *look_parts(material, found),
                years_part(years),
                *subject_parts(material, years),
                *gap_parts(material),
            ),
            questions_heading=say("questions for leaders"),
            questions=_questions(found, years),
        )
    ]


def _questions(found: Sequence[Look], years: Sequence[YearMembers]) -> tuple[str, ...]:
    """Up to four for the meeting, strengths first; each finding has a question of its own."""
    strengths, asks = (chosen(found, good=good, most=1) for good in (True, False))
    long = [of.name for of in years if of.interventions.too_long]
    asked = (
        say("ask leaders strength", title=strengths[0].title) if strengths else "",
        say("ask leaders first", title=asks[0].title) if asks else "",
        count("ask leaders long", len(long), years=listed(long)) if long else "",
        say("ask leaders last"),
    )
    return tuple(one for one in asked if one)[:QUESTIONS]
