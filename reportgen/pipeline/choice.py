"""Which reports to build, and which of their documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import get_args

from reportgen.model.calendar import Audience, Report
from reportgen.model.document import AnyDocument, Bundle, ClassSheet, ParentReport, StaffPack
from reportgen.model.exception import HeldReport
from reportgen.model.frames import COLLECTION, PUPIL, YEAR_GROUP, Loaded
from reportgen.model.project import Project
from reportgen.packs import Composition, FormRegister, bundles

AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@dataclass(frozen=True)
class Wanted:
    """What of a report is asked for; nothing set means all of it."""

    packs: tuple[Audience, ...] = ()
    pupil: str | None = None
    year_group: str | None = None
    html_only: bool = False

    @property
    def part(self) -> bool:
        """True when some of the report is left out, so that the build can't become the current one."""
        return bool(self.packs or self.pupil or self.year_group or self.html_only)

    def audiences(self, report: Report) -> tuple[Audience, ...]:
        """The audiences built: those asked for, else all; one pupil means the family's report alone."""
        if self.pupil and not self.packs:
            return tuple(a for a in report.audiences if a == "parents")
        if self.year_group and not self.packs:
            return tuple(a for a in report.audiences if a != "governors")
        return tuple(a for a in report.audiences if not self.packs or a in self.packs)


def chosen_reports(project: Project, loaded: Loaded, asked: str | None) -> tuple[Report, ...]:
    """The reports to build.

    One by id (none for an id the reporting calendar does not have), or `all` whose collection is loaded, or without a
    choice the latest of each audience whose collection is loaded.
    """
    if asked and asked != "all":
        return tuple(r for r in project.reports.reports if r.id == asked)
    ready = with_marks(project.reports.reports, loaded)
    if asked == "all":
        return ready
    latest: dict[str, Report] = {}
    for audience in AUDIENCES:
        for_them = [r for r in ready if audience in r.audiences]
        if for_them:
            newest = max(for_them, key=lambda r: (r.on, r.id))
            latest[newest.id] = newest
    return tuple(r for r in ready if r.id in latest)


def with_marks(reports: Iterable[Report], loaded: Loaded) -> tuple[Report, ...]:
    """The reports whose collection has a mark in the exports."""
    there = set(loaded.results[COLLECTION].unique())
    return tuple(r for r in reports if r.collection in there)


def unknown(loaded: Loaded, wanted: Wanted) -> str:
    """The pupil or year group asked for that the exports do not have; empty when there is none such."""
    if wanted.pupil and wanted.pupil not in set(loaded.pupils[PUPIL]):
        return f"pupil {wanted.pupil}"
    if wanted.year_group and wanted.year_group not in set(loaded.pupils[YEAR_GROUP]):
        return f"year group {wanted.year_group}"
    return ""


def narrowed(composition: Composition, wanted: Wanted) -> Composition:
    """The composition with only the documents and exceptions that are wanted; counts are of those.

    Bundles are composed again from the pupils wanted: one pupil alone has none, and without paper there is nothing to
    print. The staff tables are those of the whole report or none.
    """
    if not (wanted.pupil or wanted.year_group or wanted.html_only):
        return composition
    keys = {k for k, p in composition.register.items() if _is_wanted(wanted, p.key, p.year_group)}
    held = tuple(h for h in composition.held if _is_wanted(wanted, h.pupil, h.year_group))
    forms = () if wanted.pupil else tuple(_narrowed_form(form, keys, wanted) for form in composition.forms)
    made = {bundle.path: bundle for form in forms for bundle in bundles(form)}
    documents = (made.get(d.path) if isinstance(d, Bundle) else d for d in composition.documents)
    return replace(
        composition,
        documents=tuple(d for d in documents if d is not None and _keeps(d, keys, wanted)),
        held=held,
        roll=len(keys) if composition.roll else 0,
        forms=forms,
        tables=() if wanted.pupil or wanted.year_group else composition.tables,
    )


def _narrowed_form(form: FormRegister, keys: Collection[str], wanted: Wanted) -> FormRegister:
    frame = replace(form.frame, batch=form.frame.batch and not wanted.html_only)
    return replace(form.only(keys), frame=frame)


def _is_wanted(wanted: Wanted, pupil: str, year_group: str) -> bool:
    return wanted.pupil in (None, pupil) and wanted.year_group in (None, year_group)


def _keeps(document: AnyDocument, keys: Collection[str], wanted: Wanted) -> bool:
    if isinstance(document, ParentReport):
        return document.key in keys
    if isinstance(document, ClassSheet | StaffPack) and wanted.year_group is not None:
        return document.kind != "overview" and wanted.year_group in document.year_groups
    return True


def exceptions_of(held: Iterable[HeldReport]) -> tuple[HeldReport, ...]:
    """Exceptions in the order of the register's forms, one a pupil."""
    first = {h.pupil: h for h in reversed(tuple(held))}
    return tuple(sorted(first.values(), key=lambda h: (h.year_group.rjust(2), h.form, h.name, h.pupil)))
