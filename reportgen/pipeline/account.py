"""What a build says of itself: its manifest, its index, its workbook, and what is no longer as it was released."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.bind import build_index, index_context
from reportgen.model.calendar import Report
from reportgen.model.index import Link, RollEntry
from reportgen.model.manifest import Changes, Manifest
from reportgen.model.problem import Place, Problem, problem
from reportgen.packs import Composition
from reportgen.pipeline.bench import Bench, Request
from reportgen.pipeline.choice import exceptions_of
from reportgen.pipeline.identity import settings_hash
from reportgen.pipeline.rendering import Rendered
from reportgen.render.site import site_page
from reportgen.render.workbook import staff_workbook

SINCE_RELEASE = "data/since-release.csv"


@dataclass(frozen=True)
class Made:
    """A report composed and rendered, and how it differs from what was there."""

    name: str
    """The build's id."""
    composition: Composition
    rendered: Rendered
    changes: Changes
    since_release: Changes


def manifest(request: Request, bench: Bench, report: Report, made: Made) -> Manifest:
    """The record of a build; its files are filled in when it is bound."""
    entries = made.rendered.entries
    kept = {entry.path for entry in entries}
    return Manifest(
        report=report.id,
        report_name=report.name,
        school=bench.project.school.name,
        on=report.on,
        build=made.name,
        part=request.wanted.part,
        program=bench.made.program,
        libraries=bench.made.libraries,
        inputs=bench.inputs(report),
        settings=settings_hash(bench.project),
        templates=bench.made.templates,
        audiences=request.wanted.audiences(report),
        documents=entries,
        roll=made.composition.roll,
        reports=sum(entry.audience == "parents" for entry in entries),
        exceptions=exceptions_of((*made.composition.held, *made.rendered.held)),
        lost=tuple(d.path for d in made.composition.documents if d.audience != "parents" and d.path not in kept),
        sources=bench.counts,
        changes=made.changes,
        draft=any(entry.draft for entry in entries) or not entries,
        release=bench.project.release(report.id),
        since_release=made.since_release,
    )


def differing(manifest: Manifest) -> tuple[Problem, ...]:
    """The warning that pages are not what families, staff or governors got; none when they are."""
    since = manifest.since_release
    differ, gone = len(since.changed) + len(since.added), len(since.gone)
    if not differ and not gone:
        return ()
    found = f"{differ:,} of {len(manifest.documents):,} documents"
    also = f", {gone:,} no longer made" if gone else ""
    return (problem("C351", Place(file=SINCE_RELEASE), found=f"{manifest.report}: {found}{also}"),)


def index(
    request: Request,
    bench: Bench,
    manifest: Manifest,
    *,
    made: Made,
    problems: tuple[Problem, ...],
    tables: tuple[Link, ...],
) -> str:
    """The page a build opens with."""
    shown = build_index(
        manifest, documents=made.rendered.documents, pupils=roll_entries(made.composition), problems=problems,
        files={"staff": tables},
    )  # fmt: skip
    overrides = request.folder / "templates"
    return site_page(bench.project.theme, overrides, template="site/index.html", context=index_context(shown))


def workbook(bench: Bench, report: Report, composition: Composition) -> bytes:
    """The staff tables as one workbook, dated as the pages are."""
    title = f"{bench.project.school.name}, {report.name}"
    return staff_workbook(composition.tables, title=title, on=report.on)


def roll_entries(composition: Composition) -> dict[str, RollEntry]:
    """Whose each family's document is, for the data manager's index."""
    return {
        key: RollEntry(pupil=p.key, name=p.full_name, form=p.form, year_group=p.year_group)
        for key, p in composition.register.items()
    }
