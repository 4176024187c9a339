"""Whom families may talk to: the roles a report names, and who looks after progress."""

from __future__ import annotations

from typing import Any

import builders as b
from unit.packs.conftest import material

from reportgen.model.calendar import Reports
from reportgen.model.school import Member, Responsibility
from reportgen.packs.reading_guide import talk

HEAD = Responsibility(role="Head of Year", staff=("ADE",), year_groups=("10",), progress=True, years=(2026,))
LAST = Responsibility(role="head of year", staff=("HUG",), year_groups=("10",), progress=True, years=(2025,))
SENDCO = Responsibility(role="SENDCo", staff=("HUG",))


def lines(*responsibilities: Responsibility, contacts: tuple[str, ...] = (), **ways: Any) -> list[str]:
    """What the family of a pupil in 10R reads after the meeting and the tutor; `ways` reach Mrs Adeyemi."""
    school = b.project()
    staff = tuple(Member(code=m.code, name=m.name, **ways) if m.code == "ADE" else m for m in school.staff.staff)
    people = school.staff.model_copy(update={"responsibilities": responsibilities, "staff": staff})
    school = b.project(staff=people, reports=Reports(reports=(b.report(contacts=contacts),)))
    made = material(project=school)
    return ["".join(run.text for run in line) for line in talk(made, made.pupils[0])][2:]


def test_a_role_is_named_with_its_person_and_way() -> None:
    """Ms Hughes is SENDCo and has no way of her own; the role is written as the settings write it."""
    assert lines(SENDCO, contacts=("SENDCo",)) == ["SENDCo: Ms Hughes."]


def test_each_way_to_reach_somebody() -> None:
    """Telephone, address, or both."""
    one = Responsibility(role="head of year", staff=("ADE",))
    contacts = ("head of year",)
    both = {"phone": "0113 496 0101", "email": "ade@northfield.example"}
    assert lines(one, contacts=contacts, **both) == [
        "Head of year: Mrs Adeyemi, 0113 496 0101 or ade@northfield.example."
    ]
    assert lines(one, contacts=contacts, phone="0113 496 0101") == ["Head of year: Mrs Adeyemi, 0113 496 0101."]
    assert lines(one, contacts=contacts, email="ade@northfield.example") == [
        "Head of year: Mrs Adeyemi, ade@northfield.example."
    ]


def test_who_looks_after_progress_this_year_is_said_once() -> None:
    """The head of year named as a contact is responsible: one line. Last year's head of year is not named."""
    assert lines(LAST, HEAD, contacts=("head of year",)) == ["Progress in Year 10: Mrs Adeyemi, head of year."]


def test_who_looks_after_progress_is_named_without_contacts_too() -> None:
    """Nobody is a contact: a sentence names who is responsible; one for several."""
    assert lines(LAST, HEAD) == ["Mrs Adeyemi looks after progress in Year 10 this year."]
    shared = HEAD.model_copy(update={"staff": ("ADE", "HUG")})
    assert lines(shared) == ["Mrs Adeyemi and Ms Hughes look after progress in Year 10 this year."]


def test_a_contact_who_is_not_responsible_does_not_take_the_line() -> None:
    """The SENDCo is a contact, the head of year responsible: a line for each."""
    assert lines(SENDCO, HEAD, contacts=("SENDCo",)) == [
        "SENDCo: Ms Hughes.",
        "Mrs Adeyemi looks after progress in Year 10 this year.",
    ]


def test_a_tutor_already_named_is_not_named_twice() -> None:
    """Mr Patel tutors 10R and can be reached: the sentence before has him."""
    assert lines(contacts=("form tutor",)) == []


def test_a_role_nobody_holds_for_this_year_group_is_left_out() -> None:
    """A head of Year 11 says nothing to a family in Year 10."""
    elsewhere = Responsibility(role="head of year", staff=("ADE",), year_groups=("11",))
    assert lines(elsewhere, contacts=("head of year", "SENDCo")) == []
