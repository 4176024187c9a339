"""The families' reports of a form put together: a proof pack to check them with, a print batch to print them from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from reportgen.model.calendar import YEAR_GROUPS, Audience, year_group_words
from reportgen.model.document import AnyBundle, Cell, Column, Labelled, Origin, PrintBatch, ProofPack, Row, Table
from reportgen.model.document.bundles import SIDES
from reportgen.model.exception import HeldReport
from reportgen.model.release import ApprovedDocument
from reportgen.packs.blanks import BLANK_MARKS, BlankMarks, blank_marks
from reportgen.packs.material import Material, Pupil
from reportgen.packs.stamp import as_approved
from reportgen.packs.words import count, day, listed, number, say

MOST = 36
"""Pupils of one bundle: their reports are laid out together, some 7 MB each. A larger form is shared out evenly."""
LONGEST = 50
"""Letters of a form in a file name."""


@dataclass(frozen=True)
class Frame:
    """What all bundles of a report say alike."""

    language: str
    school: str
    origin: Origin
    subtitle: str
    """`Autumn report. Marks collected on 13 November 2026. Northfield Academy.`"""
    proof: bool
    batch: bool
    approved: Mapping[str, ApprovedDocument] = field(default_factory=dict)
    """What was approved in the report's release, by path."""
    released: frozenset[str] = frozenset()
    """Keys of the families' reports that are no drafts."""


@dataclass(frozen=True)
class Entry:
    """A pupil on the register of a form: the report, or why there is none, and its blank marks."""

    pupil: Pupil
    key: str
    """The key of the pupil's report."""
    blanks: tuple[BlankMarks, ...] = ()
    held: HeldReport | None = None


@dataclass(frozen=True)
class FormRegister:
    """A form's pupils in register order: all that its bundles are composed from."""

    name: str
    """`10R`; `Year 10, no form`; `10R (1 of 2)` where a form is too large for one bundle."""
    stem: str
    """Its name in paths: `10r`."""
    form: str
    tutors: str
    entries: tuple[Entry, ...]
    frame: Frame

    def without(self, held: Iterable[HeldReport]) -> FormRegister:
        """The register with these reports held too."""
        why = {one.pupil: one for one in held}
        return replace(self, entries=tuple(replace(e, held=e.held or why.get(e.pupil.key)) for e in self.entries))

    def only(self, keys: Collection[str]) -> FormRegister:
        """The register with these reports' pupils alone."""
        return replace(self, entries=tuple(e for e in self.entries if e.key in keys))

    @property
    def reported(self) -> tuple[Entry, ...]:
        """The entries with a report."""
        return tuple(e for e in self.entries if e.held is None)

    @property
    def year_groups(self) -> tuple[str, ...]:
        """Year groups of its pupils."""
        return tuple(sorted({e.pupil.year_group for e in self.entries}, key=YEAR_GROUPS.index))


def form_registers(
    material: Material, *, keys: Mapping[str, str], held: Iterable[HeldReport], audiences: Sequence[Audience]
) -> tuple[FormRegister, ...]:
    """The registers of all forms, in register order.

    Proof packs are made where staff packs are built too, print batches wherever families' reports are: both hold
    nothing but reports that were made. `keys` are the keys of the families' reports by pupil.
    """
    choices = material.project.packs.staff
    frame = Frame(
        language=material.project.school.language,
        school=material.project.school.name,
        origin=material.origin,
        subtitle=say(
            "bundle subtitle",
            report=material.report.name,
            date=day(material.collection.closes),
            school=material.project.school.name,
        ),
        proof=choices.proof and {"parents", "staff"} <= set(audiences),
        batch=choices.print_batches and "parents" in audiences,
    )
    if not (frame.proof or frame.batch):
        return ()
    why = {one.pupil: one for one in held}
    groups = [
        (name, form, [Entry(p, keys[p.key], blank_marks(material, p), why.get(p.key)) for p in pupils])
        for name, form, pupils in _groups(material)
    ]
    stems = _stems([name for name, _, _ in groups])
    return tuple(
        FormRegister(name, stem, form, _tutors(material, form), tuple(entries), frame)
        for (name, form, entries), stem in zip(groups, stems, strict=True)
    )


def bundles(register: FormRegister) -> tuple[AnyBundle, ...]:
    """The proof pack and the print batch of a form, as far as they are wanted; none for a form without a report."""
    if not register.reported:
        return ()
    made: list[AnyBundle] = []
    if register.frame.proof:
        made.append(_proof_pack(register))
    if register.frame.batch:
        made.append(_print_batch(register))
    return tuple(_as_released(bundle, register.frame) for bundle in made)


def _as_released(bundle: AnyBundle, frame: Frame) -> AnyBundle:
    """The bundle without DRAFT where it is what was approved and holds no draft."""
    return as_approved(bundle, frame.approved) if frame.released.issuperset(bundle.reports) else bundle


def _groups(material: Material) -> Iterator[tuple[str, str, list[Pupil]]]:
    """Name, form and pupils of each bundle; pupils without a form stand together by year group."""
    by_name: dict[tuple[str, str], list[Pupil]] = defaultdict(list)
    for pupil in material.pupils:
        name = pupil.form or say(material.in_phase("no form"), year_group=year_group_words(pupil.year_group))
        by_name[name, pupil.form].append(pupil)
    for (name, form), members in by_name.items():
        parts = -(-len(members) // MOST)
        for part in range(parts):
            some = members[part * len(members) // parts : (part + 1) * len(members) // parts]
            yield (say("part of form", form=name, part=part + 1, parts=parts) if parts > 1 else name), form, some


def _stems(names: Sequence[str]) -> list[str]:
    """File names safe everywhere; those that would be the same are told apart by a hash."""
    folded = [(re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "form")[:LONGEST] for name in names]
    shared = {stem for stem, n in Counter(folded).items() if n > 1}
    return [
        f"{stem}-{sha256(name.encode()).hexdigest()[:6]}" if stem in shared else stem
        for name, stem in zip(names, folded, strict=True)
    ]


def _tutors(material: Material, form: str) -> str:
    codes = material.tutors.get(form, ())
    names = listed(material.staff_name(code) for code in codes)
    return count(material.in_phase("tutor"), len(codes), names=names) if codes else ""


def _proof_pack(register: FormRegister) -> ProofPack:
    heading = say("proof heading", form=register.name)
    blanks = _blanks(register)
    return ProofPack(
        **_common(register, heading, folder="proof"),
        shelf=say("proof shelf"),
        sides=Labelled(label=say("sides of all"), text=""),
        pupils=_to_sign(register),
        blanks_heading=say("blanks heading") if blanks else "",
        blanks=blanks,
    )


def _print_batch(register: FormRegister) -> PrintBatch:
    heading = say("batch heading", form=register.name)
    return PrintBatch(
        **_common(register, heading, folder="print"),
        shelf=say("batch shelf"),
        sides=Labelled(label=say("sides of all"), text=""),
        sheets=Labelled(label=say("sheets"), text=""),
        pupils=_to_print(register),
        held=_held(register),
    )


def _common(register: FormRegister, heading: str, *, folder: str) -> dict[str, object]:
    """The fields both kinds fill alike."""
    subtitle = " ".join(part for part in (register.tutors, register.frame.subtitle) if part)
    return {
        "key": register.stem,
        "path": f"staff/{folder}/{register.stem}",
        "title": f"{heading}, {register.frame.school}",
        "language": register.frame.language,
        "school": register.frame.school,
        "origin": register.frame.origin,
        "heading": heading,
        "subtitle": subtitle,
        "form": register.form,
        "year_groups": register.year_groups,
        "count": _count(register),
        "reports": tuple(entry.key for entry in register.reported),
    }


def _count(register: FormRegister) -> str:
    reports = len(register.reported)
    held = len(register.entries) - reports
    told = [count("bundle reports", reports), *([count("bundle held", held)] if held else [])]
    return " ".join(told)


def _to_sign(register: FormRegister) -> Table:
    """Every pupil of the form with room to sign; who is held says why in place of it."""
    columns = (
        Column(head=say("pupil"), role="name"),
        Column(head=say("sides"), role=SIDES, numeric=True),
        Column(head=say("blank marks"), role="blank", numeric=True),
        Column(head=say("read by"), role="read"),
        Column(head=say("changes to make"), role="changes"),
        Column(head=say("signed"), role="signed"),
    )
    rows = (_held_row(e, len(columns)) if e.held else _row_to_sign(e) for e in register.entries)
    return Table(caption=say("proof caption"), columns=columns, rows=tuple(rows))


def _row_to_sign(entry: Entry) -> Row:
    blank = sum(one.marks for one in entry.blanks)
    name = Cell(text=entry.pupil.register_name)
    return Row(cells=(name, Cell(), Cell(text=number(blank)), Cell(), Cell(), Cell()), about=entry.key)


def _held_row(entry: Entry, columns: int) -> Row:
    why = Cell(text=say("held because", reason=_reason(entry)), span=columns - 1)
    return Row(cells=(Cell(text=entry.pupil.register_name), why), quiet=True)


def _reason(entry: Entry) -> str:
    """Why a report is held, and by whom where somebody decided it."""
    if entry.held is None:
        return ""
    return say("held by", reason=entry.held.reason, by=entry.held.by) if entry.held.by else entry.held.reason


def _to_print(register: FormRegister) -> Table:
    columns = (Column(head=say("pupil"), role="name"), Column(head=say("sides"), role=SIDES, numeric=True))
    rows = (Row(cells=(Cell(text=e.pupil.register_name), Cell()), about=e.key) for e in register.reported)
    return Table(caption=say("batch caption"), columns=columns, rows=tuple(rows))


def _held(register: FormRegister) -> Table | None:
    columns = (Column(head=say("pupil"), role="name"), Column(head=say("why held"), role="why"))
    rows = tuple(
        Row(cells=(Cell(text=e.pupil.register_name), Cell(text=_reason(e)))) for e in register.entries if e.held
    )
    return Table(caption=say("held caption"), columns=columns, rows=rows) if rows else None


def _blanks(register: FormRegister) -> Table | None:
    """Every blank mark of the form's pupils.

    Those of a held report only where they are why it is held: a report held for another reason may have no marks at
    all until that is settled.
    """
    columns = (
        Column(head=say("pupil"), role="name"),
        Column(head=say("subject"), role="subject"),
        Column(head=say("what is blank"), role="what"),
        Column(head=say("whom to ask"), role="ask"),
    )
    rows = tuple(
        Row(cells=tuple(Cell(text=text) for text in (e.pupil.register_name, one.subject, one.what, one.ask)))
        for e in register.entries
        if e.held is None or e.held.code == BLANK_MARKS
        for one in e.blanks
    )
    return Table(caption=say("blanks caption"), columns=columns, rows=rows) if rows else None
