"""How to read this report, and how to talk to us: only what this report shows is explained."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.calendar import FamilyPolicy
from reportgen.model.document import GuideItem, Key, KeyRow, Rich, Run, Table
from reportgen.model.picture import ExampleStrip
from reportgen.model.scale import Facet, Scale
from reportgen.packs.contacts import named_contacts, way_to
from reportgen.packs.material import Material, Pupil, Record
from reportgen.packs.subjects_table import MARKED, bars, past_reports
from reportgen.packs.words import in_sentence, listed, say, weekday

EXAMPLE = (1.0, 1.5, 1.0, 2.5)


def keys(material: Material, pupil: Pupil, rows: Sequence[Record], policy: FamilyPolicy) -> tuple[Key, ...]:
    """One key a scale that has meanings and is used on this report."""
    made: dict[str, Key] = {}
    for facet in (material.project.marks.facet(facet) for facet in policy.facets):
        marks = [material.marks.get((pupil.key, row.subject, facet.id)) for row in rows]
        scales = [material.scale(mark.scale) for mark in marks if mark and mark.state == MARKED]
        used = {scale.id: scale for scale in scales if scale}
        for scale in used.values():
            if scale.id not in made and any(one.meaning for one in scale.labels):
                made[scale.id] = _key(pupil, facet, scale, alone=len(used) == 1)
    return tuple(made.values())


def _key(pupil: Pupil, facet: Facet, scale: Scale, *, alone: bool) -> Key:
    """A scale in words; one of several of its facet goes by its own name, since it is not what each mark is on."""
    meaning = named(facet.meaning, pupil) if alone else ""
    caption = say("key caption", facet=facet.name, meaning=in_sentence(meaning).rstrip(".")) if meaning else scale.name
    words = facet.role == "attitude"
    rows = []
    told = [(place, label) for place, label in enumerate(scale.ordered()) if label.meaning]
    for place, label in reversed(told):
        mark = Record(position=float(place))
        if words or label.word in ("", label.label):
            name, meaning = label.word or label.label, label.meaning
        else:  # the table prints the code: what it stands for comes first in its meaning
            name, meaning = label.label, say("key word", word=label.word, meaning=label.meaning)
        rows.append(KeyRow(label=name, meaning=meaning, picture=bars(scale, mark) if words else None))
    return Key(caption=caption, rows=tuple(rows))


def guide(
    material: Material, pupil: Pupil, rows: Sequence[Record], policy: FamilyPolicy, table: Table
) -> tuple[GuideItem, ...]:
    """Each column of the table explained, in its order, then the reasons for missing marks that occur."""
    items = []
    roles = {column.role: column.head for column in table.columns}
    if "path" in roles:
        past = (
            len(
                next(
                    cell.picture.points for cell in table.rows[0].cells if cell.picture and cell.picture.kind == "strip"
                )
            )
            - 1
        )
        items.append(
            GuideItem(
                label=roles["path"],
                text=say("guide strip"),
                picture=ExampleStrip(
                    title=say("guide strip title"),
                    points=EXAMPLE[-past - 1 :],
                    past=past_reports("guide past", past),
                    now=say("guide now"),
                ),
            )
        )
    for facet in (material.project.marks.facet(facet) for facet in policy.facets):
        meaning = (
            policy.target_meaning if facet.role == "target" and policy.target_meaning else named(facet.meaning, pupil)
        )
        if meaning and facet.role != "attitude":
            label = policy.target_heading if facet.role == "target" else facet.short or facet.name
            items.append(GuideItem(label=label, text=meaning))
    if policy.progress:
        bands = listed(in_sentence(band.name) for band in material.project.measures.bands)
        if bands:
            items.append(GuideItem(label=say("progress"), text=say("guide progress", bands=bands)))
    reasons = dict.fromkeys(row.state for row in rows if row.state != MARKED)
    if reasons:
        meanings = " ".join(say(f"state {state} meaning", name=pupil.first_name) for state in reasons)
        items.append(GuideItem(label=say("guide no mark"), text=meanings))
    return tuple(items)


def named(text: str, pupil: Pupil) -> str:
    """A school's sentence with {name} filled in; any other braces stay as they are."""
    return text.replace("{name}", pupil.first_name)


def talk(material: Material, pupil: Pupil) -> tuple[Rich, ...]:
    """The meeting of the pupil's year group, who to ask sooner, roles the report names, who looks after progress."""
    paragraphs: list[Rich] = []
    for meeting in material.report.meetings:
        if meeting.audience != "parents" or (meeting.year_groups and pupil.year_group not in meeting.year_groups):
            continue
        times = say("talk meeting times", times=meeting.times) if meeting.times else say("talk meeting end")
        how = f" {meeting.how}" if meeting.how else ""
        paragraphs.append(
            (
                Run(text=meeting.name + say("talk meeting")),
                Run(text=weekday(meeting.on), strong=True),
                Run(text=times + how),
            )
        )
    if sooner := _who(material, pupil, "talk sooner"):
        paragraphs.append((Run(text=sooner),))
    paragraphs += named_contacts(material, pupil, told=sooner)
    if note := material.project.school.contact.note:
        paragraphs.append((Run(text=note),))
    return tuple(paragraphs)


def ask_line(material: Material, pupil: Pupil) -> str:
    """`Questions? Ring Mr Patel on ...`, empty when the settings give no way."""
    return _who(material, pupil, "ask")


def _who(material: Material, pupil: Pupil, key: str) -> str:
    """The tutor where staff.yaml gives a way to reach them, else the school."""
    school = material.project.school.contact
    who, phone, email = say("the school"), school.phone, school.email
    for code in material.tutors.get(pupil.form, ()):
        member = material.project.staff.named(code)
        if member and (member.phone or member.email):
            who, phone, email = member.name, member.phone, member.email
            break
    way = way_to(phone, email)
    return say(f"{key} {way}", who=who, phone=phone, email=email) if way else ""
