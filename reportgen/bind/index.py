"""The page a build opens with, as a value: counts, exceptions, links to every document, problems, sources, inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import TypeVar, get_args

from reportgen.bind.differences import change_rows, changes_line, release_line, since_line
from reportgen.bind.wording import counted, day, number
from reportgen.model.calendar import YEAR_GROUPS, Audience, year_group_words
from reportgen.model.document import Document, GovernorPack, ParentReport
from reportgen.model.exception import HeldReport
from reportgen.model.frames import SourceCount
from reportgen.model.index import (
    ExceptionForm,
    ExceptionRow,
    Index,
    Link,
    NamedText,
    Pack,
    ProblemRow,
    RollEntry,
    Section,
    Shelf,
    SourceRow,
)
from reportgen.model.manifest import Manifest, ManifestDocument
from reportgen.model.problem import Problem
from reportgen.model.problem_texts import text_of
from reportgen.model.severity import Severity

_T = TypeVar("_T")
_HEADINGS: dict[Audience, str] = {"parents": "For families", "staff": "For staff", "governors": "For governors"}
_KINDS = {
    "overview": "Overview for leaders",
    "year-pack": "Year packs",
    "subject-pack": "Subject packs",
    "form-pack": "Form packs",
    "class-sheet": "Class sheets",
    "proof-pack": "Proof packs",
    "print-batch": "Print batches",
}
"""Kinds of document that stand under a heading of their own."""
_Pair = tuple[ManifestDocument, Document]
_SEVERITIES = {Severity.STOP: "Stop", Severity.HOLD: "Hold", Severity.WARN: "Look at this"}


def build_index(
    manifest: Manifest,
    *,
    documents: tuple[Document, ...],
    pupils: Mapping[str, RollEntry],
    problems: tuple[Problem, ...],
    files: Mapping[Audience, tuple[Link, ...]] | None = None,
) -> Index:
    """The index of a build.

    Args:
        manifest: The build's manifest.
        documents: The documents kept, in the manifest's order.
        pupils: Whose each family's document is, by opaque key: they stand under their form.
        problems: Every problem of the build.
        files: Links to an audience's other files: the workbook and its tables.
    """
    report = manifest.report_name or manifest.report
    return Index(
        title=f"{report}: build {manifest.build}",
        school=manifest.school,
        report_name=report,
        on=day(manifest.on) if manifest.on else "",
        build=manifest.build,
        draft=manifest.draft,
        part=manifest.part,
        balanced=manifest.balanced,
        roll=number(manifest.roll),
        reports=counted(manifest.reports, "report"),
        exceptions=counted(len(manifest.exceptions), "exception"),
        families="parents" in manifest.audiences,
        forms=_forms(manifest.exceptions),
        sections=_sections(manifest.documents, documents, pupils=pupils, files=files or {}),
        problems_line=_problems_line(problems),
        problems=_problem_rows(problems),
        changes_line=changes_line(manifest),
        changes=change_rows(manifest, manifest.changes),
        release_line=release_line(manifest),
        since_line=since_line(manifest),
        since=change_rows(manifest, manifest.since_release),
        sources=tuple(map(_source_row, manifest.sources)),
        made_with=(
            NamedText(name="reportgen", text=manifest.program),
            *(NamedText(name=library.name, text=library.version) for library in manifest.libraries),
            NamedText(name="settings", text=manifest.settings),
            NamedText(name="templates", text=manifest.templates),
        ),
        inputs=tuple(NamedText(name=file.path, text=file.sha256) for file in manifest.inputs),
    )


def index_context(index: Index) -> dict[str, object]:
    """What templates/site/index.html is given: plain values under the name `index`."""
    return {"index": index.model_dump()}


def _forms(held: tuple[HeldReport, ...]) -> tuple[ExceptionForm, ...]:
    """Exceptions by form, year groups in order."""
    return tuple(
        ExceptionForm(
            form=form or "No form",
            rows=tuple(ExceptionRow(name=h.name, pupil=h.pupil, reason=h.reason, code=h.code, by=h.by) for h in rows),
        )
        for form, rows in _grouped(
            held, lambda h: h.form or _year(h.year_group), order=lambda h: (_place(h.year_group), h.form)
        )
    )


def _sections(
    entries: tuple[ManifestDocument, ...],
    documents: tuple[Document, ...],
    *,
    pupils: Mapping[str, RollEntry],
    files: Mapping[Audience, tuple[Link, ...]],
) -> tuple[Section, ...]:
    """The documents of each audience that has any, by kind, under their headings."""
    pairs = tuple(zip(entries, documents, strict=True))
    sections = []
    for audience in get_args(Audience):
        mine = tuple(pair for pair in pairs if pair[0].audience == audience)
        if mine:
            sections.append(
                Section(
                    id=audience,
                    heading=_HEADINGS[audience],
                    count=counted(len(mine), "document"),
                    packs=_packs(mine, pupils),
                    files=files.get(audience, ()),
                )
            )
    return tuple(sections)


def _packs(pairs: tuple[_Pair, ...], pupils: Mapping[str, RollEntry]) -> tuple[Pack, ...]:
    """The documents of an audience by kind, in the order in which kinds were composed."""
    kinds = _grouped(pairs, lambda pair: _KINDS.get(getattr(pair[1], "kind", ""), ""), order=lambda _: (0, ""))
    return tuple(
        Pack(
            heading=heading,
            count=number(len(some)),
            shelves=tuple(
                Shelf(heading=shelf, links=tuple(_link(e, d) for e, d in links))
                for shelf, links in _grouped(
                    some, lambda pair: _shelf(*pair, pupils), order=lambda pair: _shelf_place(pair[0], pupils)
                )
            ),
        )
        for heading, some in kinds
    )


def _shelf(entry: ManifestDocument, document: Document, pupils: Mapping[str, RollEntry]) -> str:
    """The heading a document stands under."""
    if document.shelf:
        return document.shelf
    pupil = pupils.get(entry.key)
    if entry.audience == "parents" and pupil:
        return pupil.form or _year(pupil.year_group)
    folder = entry.path.split("/")[1:-1]
    return folder[-1].replace("-", " ").capitalize() if folder else "Packs"


def _shelf_place(entry: ManifestDocument, pupils: Mapping[str, RollEntry]) -> tuple[int, str]:
    """Families' reports by year group and form; all others as they come."""
    pupil = pupils.get(entry.key)
    return (_place(pupil.year_group), pupil.form) if entry.audience == "parents" and pupil else (0, "")


def _link(entry: ManifestDocument, document: Document) -> Link:
    """A document by the name people know it by."""
    match document:
        case ParentReport():
            text = document.pupil_name
        case GovernorPack():
            text = document.pack_name
        case _:
            text = getattr(document, "heading", "") or document.title
    return Link(
        text=text, html=f"{entry.path}.html" if entry.html else "", pdf=f"{entry.path}.pdf" if entry.pdf else ""
    )


def _problems_line(problems: tuple[Problem, ...]) -> str:
    """How many problems of each severity."""
    count = Counter(p.severity for p in problems)
    said = [
        f"{number(count[Severity.STOP])} that stop the build" if count[Severity.STOP] else "",
        f"{number(count[Severity.HOLD])} that hold back a report or a mark" if count[Severity.HOLD] else "",
        f"{number(count[Severity.WARN])} to look at" if count[Severity.WARN] else "",
    ]
    return f"{', '.join(filter(None, said))}." if problems else "No problems were found."


def _problem_rows(problems: tuple[Problem, ...]) -> tuple[ProblemRow, ...]:
    """Problems by severity, worst first, then code."""
    worst_first = list(Severity)
    count = Counter((worst_first.index(p.severity), p.code) for p in problems)
    return tuple(
        ProblemRow(severity=_SEVERITIES[worst_first[place]], code=code, message=text_of(code).message, count=number(n))
        for (place, code), n in sorted(count.items())
    )


def _source_row(count: SourceCount) -> SourceRow:
    """The counts of a source as text."""
    return SourceRow(
        source=count.source,
        file=f"{count.file}, sheet {count.sheet}" if count.sheet else count.file,
        rows=number(count.rows),
        used=number(count.used),
        duplicates=number(count.duplicates),
        aside=number(count.aside),
        not_for_source=number(count.not_for_source),
    )


def _grouped(
    things: Iterable[_T],
    heading: Callable[[_T], str],
    *,
    order: Callable[[_T], tuple[int, str]],
) -> tuple[tuple[str, tuple[_T, ...]], ...]:
    """Things under their headings, each heading once, in the order of its first thing."""
    first: dict[str, int] = {}
    ordered = sorted(things, key=order)
    for thing in ordered:
        first.setdefault(heading(thing), len(first))
    ordered.sort(key=lambda thing: first[heading(thing)])
    return tuple((name, tuple(some)) for name, some in groupby(ordered, key=heading))


def _place(year_group: str) -> int:
    """Where a year group comes in order; last when it is not known."""
    return YEAR_GROUPS.index(year_group) if year_group in YEAR_GROUPS else len(YEAR_GROUPS)


def _year(year_group: str) -> str:
    """A year group in words, or that there is no form."""
    return year_group_words(year_group) if year_group else "No form"
