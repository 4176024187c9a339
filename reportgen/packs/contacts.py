"""Whom families may talk to beside the tutor: the roles a report names, and who looks after progress this year."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.calendar import year_group_words
from reportgen.model.document import Rich, Run
from reportgen.packs.material import Material, Pupil
from reportgen.packs.standing import TUTOR
from reportgen.packs.words import count, listed, say, sentence

TUTORS = (*TUTOR, "class teacher", "class teachers")
"""Roles that a pupil's form names, where staff.yaml gives them no year group."""


def way_to(phone: str, email: str) -> str:
    """How somebody can be reached: both, phone, email, or nothing; the end of a message's key."""
    return "both" if phone and email else "phone" if phone else "email" if email else ""


def named_contacts(material: Material, pupil: Pupil, *, told: str) -> tuple[Rich, ...]:
    """A line a person with a role that the report names, then who looks after progress where no line has said so.

    A tutor whom `told`, the sentence before, names already is not named twice.
    """
    year = material.collection.year
    of_progress = material.project.staff.of_progress(pupil.year_group, year=year)
    lines: list[Rich] = []
    said: set[str] = set()
    for role, codes in _roles(material, pupil):
        progress = bool(of_progress) and set(of_progress) == set(codes)
        for code in codes:
            if role.casefold() not in TUTORS or material.staff_name(code) not in told:
                lines.append(_line(material, pupil, role, code=code, progress=progress))
                said |= {code} if progress else set()
    if of_progress and not said.issuperset(of_progress):
        names = [material.staff_name(code) for code in of_progress]
        lines.append((Run(text=_progress(pupil, names)),))
    return tuple(lines)


def _roles(material: Material, pupil: Pupil) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each role with the codes of those who hold it for this pupil this year; roles nobody holds are left out."""
    for role in dict.fromkeys(material.report.contacts):
        codes = material.project.staff.responsible(role, year_group=pupil.year_group, year=material.collection.year)
        if not codes and role.casefold() in TUTORS:
            codes = material.tutors.get(pupil.form, ())
        if codes:
            yield role, tuple(dict.fromkeys(codes))


def _line(material: Material, pupil: Pupil, role: str, *, code: str, progress: bool) -> Rich:
    """`Head of year: Mrs Adeyemi, 0113 ... or ...`; `Progress in Year 10: Mrs Adeyemi, head of year, 0113 ...`."""
    member = material.project.staff.named(code)
    phone, email = (member.phone, member.email) if member else ("", "")
    way = say(f"talk way {way_to(phone, email) or 'none'}", phone=phone, email=email)
    label = say("talk label progress", year_group=year_group_words(pupil.year_group)) if progress else sentence(role)
    return (
        Run(text=say("talk label", label=label)),
        Run(text=material.staff_name(code), strong=True),
        Run(text=say("talk role", role=role, way=way) if progress else way),
    )


def _progress(pupil: Pupil, names: list[str]) -> str:
    return count("talk progress", len(names), names=listed(names), year_group=year_group_words(pupil.year_group))
