"""At a glance: three sentences, strengths first, then next steps and questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.calendar import FamilyPolicy
from reportgen.model.document import Labelled
from reportgen.packs.material import Material, Pupil, Record
from reportgen.packs.subjects_table import MARKED
from reportgen.packs.words import count, day_of_year, days, in_sentence, listed, say, sentence, times

MOST = 3
"""Subjects named in a sentence: a reader keeps three in mind."""
TOLD_FALL = -2
"""Steps down before a fall is told: one step, once, is normal variation."""


@dataclass(frozen=True)
class Standing:
    """A pupil's subjects by how they stand, furthest first."""

    above: tuple[Record, ...]
    as_expected: tuple[Record, ...]
    below: tuple[Record, ...]
    risen: tuple[Record, ...]
    fallen: tuple[Record, ...]
    best_attitude: tuple[Record, ...]
    lowest_attitude: tuple[Record, ...]
    missing: tuple[Record, ...]


def standing(rows: Sequence[Record], policy: FamilyPolicy) -> Standing:
    """Sorts a pupil's subjects; what the policy does not show to families is not told either."""
    marked = [r for r in rows if r.state == MARKED]
    told = marked if policy.progress else []
    attitudes = [r for r in rows if r.attitude_place is not None]

    def band(kind: str) -> list[Record]:
        return [r for r in told if r.band_kind == kind]

    return Standing(
        above=tuple(sorted(band("above"), key=lambda r: -r.distance)),
        as_expected=tuple(band("as")),
        below=tuple(sorted(band("below"), key=lambda r: r.distance)),
        risen=tuple(
            sorted((r for r in marked if policy.path and (r.change or 0) >= -TOLD_FALL), key=lambda r: -r.change)
        ),
        fallen=tuple(
            sorted((r for r in marked if policy.path and (r.change or 0) <= TOLD_FALL), key=lambda r: r.change)
        ),
        best_attitude=tuple(r for r in attitudes if r.attitude_place == r.attitude_of),
        lowest_attitude=tuple(r for r in attitudes if r.attitude_place == 1),
        missing=tuple(r for r in rows if r.state in ("not entered", "unclear", "absent", "withheld")),
    )


def glance(material: Material, pupil: Pupil, rows: Sequence[Record], policy: FamilyPolicy) -> tuple[Labelled, ...]:
    """What is going well, what to work on, attendance: in that order, always."""
    stands = standing(rows, policy)
    shown = [
        Labelled(label=say("label going well"), text=_going_well(material, rows, stands)),
        Labelled(label=say("label to work on"), text=_to_work_on(material, pupil, stands)),
    ]
    if attendance := attendance_sentence(material, pupil):
        shown.append(Labelled(label=say("label attendance"), text=attendance))
    return tuple(shown)


def subject_names(material: Material, rows: Sequence[Record]) -> list[str]:
    """Names of the rows' subjects as they stand inside a sentence."""
    return [in_sentence(material.project.subjects.subject(r.subject).name) for r in rows]


def _named(material: Material, key: str, rows: Sequence[Record], **values: str) -> str:
    names = subject_names(material, rows[:MOST])
    return count(key, len(names), subjects=sentence(listed(names)), **values)


def _attitude(material: Material, key: str, rows: Sequence[Record]) -> str:
    facet = material.project.measures.attitude or material.project.marks.facets_of("attitude")[0].id
    name = material.project.marks.facet(facet).name
    return say(
        key,
        facet=sentence(name),
        word=in_sentence(rows[0].attitude_word),
        subjects=listed(subject_names(material, rows[:MOST])),
    )


def _since(material: Material, row: Record) -> str:
    return material.project.collection(row.change_from).name


def _going_well(material: Material, rows: Sequence[Record], stands: Standing) -> str:
    sentences = []
    if stands.above:
        sentences.append(_named(material, "band", stands.above, band=in_sentence(stands.above[0].band)))
    if stands.best_attitude:
        every = len(stands.best_attitude) == len([r for r in rows if r.attitude_place is not None]) > 1
        sentences.append(_attitude(material, "attitude best all" if every else "attitude best", stands.best_attitude))
    if not stands.above and stands.risen:
        since = _since(material, stands.risen[0])
        same = [r for r in stands.risen if r.change_from == stands.risen[0].change_from]
        sentences.append(_named(material, "risen", same, since=since))
    if not sentences and stands.as_expected:
        sentences.append(_named(material, "band", stands.as_expected, band=in_sentence(stands.as_expected[0].band)))
    if not sentences:
        sentences.append(_steady(material, rows))
    return " ".join(sentences)


def _steady(material: Material, rows: Sequence[Record]) -> str:
    """The most that can be said where nothing stands above the rest."""
    attitudes = [r for r in rows if r.attitude_place is not None and r.attitude_place > 1]
    if attitudes:
        highest = max(r.attitude_place for r in attitudes)
        return _attitude(material, "attitude steady", [r for r in attitudes if r.attitude_place == highest])
    marked = [r for r in rows if r.state == MARKED]
    return count("marks in", len(marked)) if marked else say("no marks")


def _to_work_on(material: Material, pupil: Pupil, stands: Standing) -> str:
    sentences = []
    if stands.below:
        sentences.append(_named(material, "band", stands.below, band=in_sentence(stands.below[0].band)))
    if stands.fallen:
        same = [r for r in stands.fallen if r.change_from == stands.fallen[0].change_from]
        sentences.append(_named(material, "slipped", same, since=_since(material, same[0])))
    if stands.lowest_attitude:
        sentences.append(_attitude(material, "attitude lowest", stands.lowest_attitude))
    if not sentences and stands.missing:
        sentences.append(_named(material, "no mark in", stands.missing))
    attendance = material.attendance.get(pupil.key)
    if attendance and attendance.persistent:
        sentences.append(say("work on days"))
    if not sentences:
        lowest = next((b.name for b in material.project.measures.bands if b.kind == "below"), None)
        told = stands.above or stands.as_expected
        sentences.append(
            say("nothing below", band=in_sentence(lowest)) if lowest and told else say("nothing to work on")
        )
    return " ".join(sentences)


def attendance_sentence(material: Material, pupil: Pupil) -> str:
    """Days missed of days possible, and times late; empty without attendance."""
    row = material.attendance.get(pupil.key)
    if row is None or not row.possible:
        return ""
    first = material.attended_from(row)
    values = {
        "name": pupil.first_name,
        "possible": days(row.possible),
        "since": f" {say('since day', day=day_of_year(first))}" if first else "",
    }
    if not row.missed:
        told = say("missed none", **values)
    else:
        told = count("missed", 1 if row.missed in (1, 2) else 2, missed=days(row.missed), **values)
    return f"{told} {say('late', name=pupil.first_name, times=times(row.late))}" if row.late else told


def next_steps(material: Material, pupil: Pupil, stands: Standing) -> tuple[str, ...]:
    """At most the school's number of next steps, subjects to work on first."""
    written = material.next_steps.get(pupil.key, ())
    urgent = [r.subject for r in (*stands.below, *stands.fallen, *stands.lowest_attitude)]
    order = {s.id: n for n, s in enumerate(material.project.subjects.subjects)}
    ranked = sorted(
        written,
        key=lambda r: (urgent.index(r.subject) if r.subject in urgent else len(urgent), order.get(r.subject, -1)),
    )
    most = material.project.packs.parents.next_steps
    return tuple(
        say("next step", subject=material.project.subjects.subject(r.subject).name, text=r.text)
        if r.subject
        else sentence(r.text)
        for r in ranked[:most]
    )


def questions(material: Material, pupil: Pupil, stands: Standing) -> tuple[str, ...]:
    """Questions a family might ask; one whose gap can't be filled is left out."""
    concerns = list(dict.fromkeys(subject_names(material, (*stands.fallen, *stands.below, *stands.lowest_attitude))))
    good = dict.fromkeys(subject_names(material, (*stands.above, *stands.risen, *stands.best_attitude)))
    strengths = [name for name in good if name not in concerns]
    asked = []
    for question in material.project.packs.parents.questions:
        values = {"name": pupil.first_name if pupil.named else in_sentence(pupil.first_name)}
        if "{strength}" in question:
            if not strengths:
                continue
            values["strength"] = strengths[0]
        if "{concern}" in question:
            if not concerns:
                continue
            values["concern"] = concerns.pop(0) if len(concerns) > 1 else concerns[0]
        asked.append(question.format(**values))
    return tuple(asked)
