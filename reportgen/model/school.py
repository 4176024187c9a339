"""The school, its people, subjects and groups."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from reportgen.model.calendar import Transition
from reportgen.model.value import Slug, Value


class Contact(Value):
    """How families reach the school."""

    phone: str = Field(default="", description="Telephone number as families dial it.")
    email: str = Field(default="", description="Address families write to.")
    website: str = Field(default="", description="The school's website.")
    note: str = Field(
        default="", description="One more sentence, for example Please ask if you would like an interpreter."
    )


class School(Value):
    """config/school.yaml."""

    id: Slug = Field(default="school", description="Short name kept with every row, for schools that work together.")
    name: str = Field(description="Name on every page.")
    phase: Literal["primary", "secondary", "all-through", "special"] = Field(
        description="primary, secondary, all-through or special."
    )
    type: Literal["maintained", "academy", "independent", "pupil referral unit"] = Field(
        default="maintained",
        description="What the law asks of its annual reports: maintained, academy, independent or pupil referral unit.",
    )
    key: Literal["upn", "mis_id", "admission_number", "row"] = Field(
        default="upn",
        description="What tells pupils apart in the exports: upn, mis_id, admission_number, or row (one file, one row a pupil).",
    )
    contact: Contact = Field(default=Contact(), description="How families reach the school.")
    logo: str | None = Field(default=None, description="A PNG, JPEG or SVG in this folder.")
    ink: str | None = Field(
        default=None,
        pattern="^#[0-9A-Fa-f]{6}$",
        description="The school's dark colour for headings and marks, as #RRGGBB.",
    )
    accent: str | None = Field(
        default=None, pattern="^#[0-9A-Fa-f]{6}$", description="The one colour that says 'ask about this', as #RRGGBB."
    )
    language: str = Field(default="en-GB", description="Language of the pages.")


class Member(Value):
    """A member of staff."""

    code: str = Field(description="The code exports use.")
    name: str = Field(description="The name families read, for example Mrs Adeyemi.")
    email: str = Field(default="", description="Address families may write to.")
    phone: str = Field(default="", description="Number families may ring.")
    also: tuple[str, ...] = Field(default=(), description="Other codes or spellings exports use.")


class FormTutors(Value):
    """A form and its tutors."""

    form: str = Field(description="For example 10R.")
    tutors: tuple[str, ...] = Field(description="Staff codes.")


class ClassTeachers(Value):
    """A class and its teachers, where exports do not say."""

    class_id: str = Field(description="For example 10B/Ma2.")
    teachers: tuple[str, ...] = Field(description="Staff codes; several may share a class.")


class Responsibility(Value):
    """Who has a role, for some year groups or departments: head of year, head of department."""

    role: str = Field(description="For example head of year, head of department, assistant head.")
    staff: tuple[str, ...] = Field(description="Staff codes; several may share it.")
    year_groups: tuple[str, ...] = Field(default=(), description="Year groups it is for; all when left out.")
    departments: tuple[str, ...] = Field(
        default=(), description="Departments (group in subjects.yaml) it is for; all when left out."
    )
    progress: bool = Field(default=False, description="yes: responsible for the progress of these year groups.")
    transitions: tuple[Transition, ...] = Field(
        default=(), description="Moves between key stages they look after: KS2-KS3, KS3-KS4."
    )
    years: tuple[int, ...] = Field(
        default=(), description="School years it holds for, by the year that starts; every year when left out."
    )

    def holds_in(self, year: int | None) -> bool:
        """True when it holds in the school year that starts in `year`; None asks of no year in particular."""
        return year is None or not self.years or year in self.years


class Staff(Value):
    """config/staff.yaml."""

    staff: tuple[Member, ...] = Field(default=(), description="Everyone named on pages.")
    tutors: tuple[FormTutors, ...] = Field(default=(), description="Who tutors each form.")
    classes: tuple[ClassTeachers, ...] = Field(
        default=(), description="Who teaches each class, where exports do not say."
    )
    responsibilities: tuple[Responsibility, ...] = Field(
        default=(), description="Who has a role for a year group or a department: head of year, head of department."
    )

    def responsible(
        self, role: str, *, year_group: str = "", department: str = "", year: int | None = None
    ) -> tuple[str, ...]:
        """The codes of those with a role, capitals ignored, for this year group or department; none when nobody has it.

        With a school year only those who have it in that year.
        """
        return tuple(
            code
            for one in self.responsibilities
            if one.role.casefold() == role.casefold()
            and (not one.year_groups or year_group in one.year_groups)
            and (not one.departments or department in one.departments)
            and one.holds_in(year)
            for code in one.staff
        )

    def of_progress(self, year_group: str, *, year: int) -> tuple[str, ...]:
        """The codes of those responsible for the progress of a year group in a school year, each once."""
        held = (
            one
            for one in self.responsibilities
            if one.progress and (not one.year_groups or year_group in one.year_groups) and one.holds_in(year)
        )
        return tuple(dict.fromkeys(code for one in held for code in one.staff))

    def of_transition(self, transition: Transition, *, year: int) -> tuple[str, ...]:
        """The codes of those who look after the move between two key stages in a school year, each once."""
        held = (one for one in self.responsibilities if transition in one.transitions and one.holds_in(year))
        return tuple(dict.fromkeys(code for one in held for code in one.staff))

    def named(self, code: str) -> Member | None:
        """The member of staff with this code or other spelling, capitals ignored."""
        folded = code.strip().casefold()
        return next((m for m in self.staff if folded in (m.code.casefold(), *(a.casefold() for a in m.also))), None)


class Subject(Value):
    """A subject, in the order families read them."""

    id: Slug = Field(description="Short name used elsewhere in the settings.")
    name: str = Field(description="Name families read.")
    short: str = Field(default="", description="Short name for narrow columns; the name when left out.")
    group: str = Field(default="", description="Department or faculty.")
    also: tuple[str, ...] = Field(default=(), description="Names and codes exports use, capitals ignored.")
    year_groups: tuple[str, ...] = Field(default=(), description="Year groups it is taught in; all when left out.")
    not_reported_in: tuple[str, ...] = Field(default=(), description="Year groups whose families do not see it.")
    start: Slug | None = Field(
        default=None, description="The start (in groups.yaml, starts) shown beside it on class sheets."
    )


class Subjects(Value):
    """config/subjects.yaml."""

    subjects: tuple[Subject, ...] = Field(description="Every subject in the order of the report.")

    def subject(self, subject_id: str) -> Subject:
        """The subject with this id."""
        return next(s for s in self.subjects if s.id == subject_id)


class GroupValue(Value):
    """One value of a group, for example K of SEND."""

    id: str = Field(description="What is kept and printed on class sheets, for example K.")
    name: str = Field(description="In words, for example SEN support.")
    also: tuple[str, ...] = Field(default=(), description="Spellings in exports, capitals ignored.")
    flag: str = Field(default="", description="What class sheets print for it; nothing when left out.")


class Comparison(Value):
    """Two sides of a group set beside each other. The sides may not share a value."""

    id: Slug = Field(description="Short name, for example send.")
    name: str = Field(description="The group in words, for example Pupils with SEND.")
    these: tuple[str, ...] = Field(description="Values that make the group.")
    others: tuple[str, ...] = Field(description="Values it is set beside.")
    others_name: str = Field(description="The others in words, for example pupils without SEND.")
    symmetric: bool = Field(
        default=False,
        description="Neither side is the one watched, as with boys and girls: whichever is behind is asked about.",
    )
    part_of: Slug | None = Field(
        default=None, description="The comparison this one is a part of, so that hiding one hides what gives it away."
    )


class StartBands(Value):
    """A group made from a start: prior attainment."""

    starts: tuple[Slug, ...] = Field(description="Starts whose mean is taken; all are needed.")
    below: tuple[float, ...] = Field(
        description="Upper bounds of each value but the last, lowest first: 100, 110 gives three values."
    )


class Group(Value):
    """A way of telling pupils apart for comparison: pupil premium, SEND, EAL, sex, prior attainment, any other."""

    id: Slug = Field(description="Short name, for example pupil_premium.")
    name: str = Field(description="In words, for example Pupil premium.")
    short: str = Field(default="", description="Heading on class sheets, for example PP.")
    values: tuple[GroupValue, ...] = Field(description="Its values. Unknown is its own value, never the same as no.")
    blank: str | None = Field(
        default=None, description="The value an empty cell means; left out, an empty cell means not known."
    )
    comparisons: tuple[Comparison, ...] = Field(default=(), description="The gaps worked out for it.")
    from_starts: StartBands | None = Field(default=None, description="Made from starts rather than read from exports.")
    as_of: date | None = Field(default=None, description="The date of the list, when the export does not carry one.")


class Start(Value):
    """A measure of where pupils began: KS2, CAT, a reading test, the school's own."""

    id: Slug = Field(description="Short name, for example ks2-maths.")
    name: str = Field(description="In words, for example KS2 mathematics scaled score.")
    short: str = Field(default="", description="Heading on class sheets, for example KS2.")
    scale: Slug = Field(description="Its scale, a numbers scale.")
    also: tuple[str, ...] = Field(default=(), description="Other names exports use.")


class Groups(Value):
    """config/groups.yaml."""

    groups: tuple[Group, ...] = Field(default=(), description="Every group.")
    starts: tuple[Start, ...] = Field(default=(), description="Every kind of starting point.")
