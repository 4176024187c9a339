"""All documents of a build, composed before the first page is rendered, and who is held back and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.model.calendar import Audience, Report, year_group_words
from reportgen.model.data_table import DataTable
from reportgen.model.document import AnyDocument
from reportgen.model.exception import HeldReport
from reportgen.model.frames import Loaded
from reportgen.model.measured import Measured
from reportgen.model.opaque import opaque_key
from reportgen.model.plan import NO_PLAN, Plan
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.packs.blanks import BLANK, BLANK_MARKS, counted_facets, mark_state
from reportgen.packs.bundles import FormRegister, bundles, form_registers
from reportgen.packs.class_sheet import class_sheets
from reportgen.packs.form_pack import form_packs
from reportgen.packs.governor_pack import governor_pack
from reportgen.packs.material import Material, Pupil, Record, pupil_of, records
from reportgen.packs.overview import overview
from reportgen.packs.parent_report import parent_report, reported_rows
from reportgen.packs.subject_pack import subject_packs
from reportgen.packs.tables import staff_tables
from reportgen.packs.words import listed, number, percent, say
from reportgen.packs.year_pack import year_packs


@dataclass(frozen=True)
class Composition:
    """Documents in the order of the build: families in register order, staff, bundles of reports, governors."""

    documents: tuple[AnyDocument, ...]
    pupils: Mapping[str, str]
    """Opaque key of each family's document: the pupil's key."""
    held: tuple[HeldReport, ...]
    """Pupils on roll without a report, families' pack only."""
    roll: int
    """Pupils on roll who should have a report."""
    names: tuple[tuple[str, str], ...]
    """Opaque key and full name of every pupil the school's list has, for reading pages back."""
    register: Mapping[str, Pupil]
    """Opaque key: pupil on roll, for the data manager's index."""
    problems: tuple[Problem, ...]
    forms: tuple[FormRegister, ...] = ()
    """What proof packs and print batches are composed from, again when a report is held while its page is made."""
    tables: tuple[DataTable, ...] = ()
    """The staff workbook's tables; none where no staff packs are built."""


def compose(
    project: Project,
    report: Report,
    *,
    loaded: Loaded,
    measured: Measured,
    problems: tuple[Problem, ...],
    secret: bytes,
    audiences: tuple[Audience, ...],
    plan: Plan = NO_PLAN,
) -> Composition:
    """Every document for these audiences. `problems` are all found so far: those that hold a report are obeyed here."""
    material = Material(project, report, loaded, measured, plan)
    documents: list[AnyDocument] = []
    held: list[HeldReport] = []
    new: list[Problem] = []
    keys = {pupil.key: opaque_key(pupil.key, secret) for pupil in material.pupils}
    if "parents" in audiences:
        holds = _holds(problems)
        for pupil in material.pupils:
            why = _exception(material, pupil, holds, new)
            if why is None:
                documents.append(parent_report(material, pupil, key=keys[pupil.key]))
            else:
                held.append(why)
    if "staff" in audiences:
        documents += class_sheets(material)
        documents += subject_packs(material)
        documents += form_packs(material)
        documents += year_packs(material)
        documents += overview(material)
    forms = form_registers(material, keys=keys, held=held, audiences=audiences)
    documents += (bundle for form in forms for bundle in bundles(form))
    if "governors" in audiences:
        documents.append(governor_pack(material))
    return Composition(
        documents=tuple(documents),
        pupils={keys[p.key]: p.key for p in material.pupils},
        held=tuple(held),
        roll=len(material.pupils) if "parents" in audiences else 0,
        names=tuple((opaque_key(row.pupil, secret), name) for row in records(loaded.pupils) for name in _names(row)),
        register={keys[p.key]: p for p in material.pupils},
        problems=tuple(new),
        forms=forms,
        tables=staff_tables(material) if "staff" in audiences else (),
    )


def _names(row: Record) -> Iterator[str]:
    """What a pupil is called, by preferred and by legal name; the key where there are no names."""
    yield pupil_of(row).full_name
    legal = " ".join(part for part in (row.legal_forename, row.legal_surname) if part)
    if legal:
        yield legal


def _holds(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    """Problems that set a pupil's whole report aside, by pupil."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for one in problems:
        if one.pupil and one.holds_report and one.severity is Severity.HOLD:
            found[one.pupil].append(one)
    return {pupil: tuple(held) for pupil, held in found.items()}


def _exception(
    material: Material, pupil: Pupil, holds: Mapping[str, tuple[Problem, ...]], new: list[Problem]
) -> HeldReport | None:
    """Why this pupil has no report, or None; first what people decided, then doubt, then what is missing."""
    if hold := material.project.hold(material.report, pupil.key):
        return held_report(pupil, reason=hold.reason, code="HOLD", stage="settings", by=hold.by)
    if found := holds.get(pupil.key):
        return held_report(pupil, reason=str(found[0]), code=found[0].code, stage="check")
    if missing := _missing(material, pupil):
        severity = material.project.packs.severities.get(missing.code, missing.severity)
        new.append(missing.model_copy(update={"severity": severity}))
        if severity is Severity.WARN and missing.code == BLANK_MARKS:
            return None
        return held_report(pupil, reason=str(missing), code=missing.code, stage="compose")
    return None


def _missing(material: Material, pupil: Pupil) -> Problem | None:
    rows = reported_rows(material, pupil)
    policy = material.project.family_policy(material.report, pupil.year_group)
    if policy is None:
        return problem("D501", found=year_group_words(pupil.year_group), pupil=pupil.key, holds_report=True)
    if not rows:
        return problem("D502", found=pupil.full_name, pupil=pupil.key, holds_report=True)
    facets = counted_facets(material, policy)
    main = tuple(facet for facet in facets if facet == rows[0].facet)
    share = percent(100 * material.report.blank_share)
    for counted in (main, facets):
        states = [mark_state(material, pupil, row, facet) for row in rows for facet in counted]
        blank = sum(state in BLANK for state in states)
        if blank <= material.report.blank_share * len(states):
            continue
        what = listed(material.project.marks.facet(facet).name for facet in counted)
        values = {"blank": number(blank), "expected": number(len(states)), "share": share, "what": what}
        found = say("held blank", name=pupil.full_name, **values)
        return problem(BLANK_MARKS, found=found, pupil=pupil.key, holds_report=True)
    return None


def held_report(pupil: Pupil, *, reason: str, code: str, stage: str, by: str = "") -> HeldReport:
    """A named exception."""
    return HeldReport.model_validate(
        {
            "pupil": pupil.key,
            "name": pupil.full_name,
            "form": pupil.form,
            "year_group": pupil.year_group,
            "reason": reason,
            "code": code,
            "stage": stage,
            "by": by,
        }
    )
