"""The seven steps, like a table of contents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.bind import Bound, build_index, index_context, open_build, read_secret
from reportgen.measures import measure
from reportgen.model.calendar import Report
from reportgen.model.frames import Loaded, SourceCount
from reportgen.model.index import Link, RollEntry
from reportgen.model.input import InputFile
from reportgen.model.manifest import Changes, Manifest
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.packs import Composition, compose
from reportgen.packs.words import listed
from reportgen.pipeline.check import Checked, check
from reportgen.pipeline.choice import Wanted, chosen_reports, exceptions_of, narrowed, unknown
from reportgen.pipeline.events import Step, Tell
from reportgen.pipeline.identity import Making, making, name_of_build, settings_hash
from reportgen.pipeline.page import PAGE_CODES, Desk
from reportgen.pipeline.rendering import Rendered, render
from reportgen.render import NameIndex, logo_address, web_fonts
from reportgen.render.site import site_page
from reportgen.render.workbook import staff_workbook
from reportgen.settings import severity_of

REPORTING = "config/calendars/reporting.yaml"


@dataclass(frozen=True)
class Request:
    """What to build, of which school, and how."""

    folder: Path
    report: str | None = None
    wanted: Wanted = field(default_factory=Wanted)
    jobs: int = 1
    prove: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of it."""

    bound: tuple[Bound, ...]
    problems: tuple[Problem, ...]
    seconds: tuple[tuple[str, float], ...] = ()
    """Time of the pages by what was done, added up over workers and reports."""

    @property
    def good(self) -> bool:
        """True when something was built, nothing stopped it and every count adds up."""
        stopped = any(p.severity is Severity.STOP for p in self.problems)
        return bool(self.bound) and not stopped and all(b.manifest.balanced for b in self.bound)


@dataclass(frozen=True)
class Bench:
    """A school on the bench: what all its reports are made from and with."""

    project: Project
    loaded: Loaded
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]
    counts: tuple[SourceCount, ...]
    secret: bytes
    made: Making
    fonts: tuple[bytes, bytes]


def build(request: Request, tell: Tell) -> Outcome:
    """Reads a school's folder and builds its packs.

    Raises `bind.Refused` when the disk, a missing secret or another build stands in the way.
    """
    checked = check(request.folder, tell)
    if checked.project is None or checked.loaded is None or checked.stopped:
        return Outcome((), checked.problems)
    reports = [
        r for r in chosen_reports(checked.project, checked.loaded, request.report) if request.wanted.audiences(r)
    ]
    if not reports:
        known = ", ".join(r.id for r in checked.project.reports.reports)
        code = "B720" if request.report not in (None, "all", *known.split(", ")) else "B721"
        return Outcome((), (*checked.problems, problem(code, Place(file=REPORTING), found=known)))
    if missing := unknown(checked.loaded, request.wanted):
        return Outcome((), (*checked.problems, problem("B722", found=missing)))
    bench = _bench(request, checked, project=checked.project, loaded=checked.loaded)
    outcomes = [_build_report(request, bench, report, tell) for report in reports]
    seconds: Counter[str] = Counter()
    for one in outcomes:
        seconds.update(dict(one.seconds))
    return Outcome(
        bound=tuple(bound for one in outcomes for bound in one.bound),
        problems=tuple(dict.fromkeys(p for one in outcomes for p in one.problems)),
        seconds=tuple(seconds.items()),
    )


def _bench(request: Request, checked: Checked, *, project: Project, loaded: Loaded) -> Bench:
    return Bench(
        project=project,
        loaded=loaded,
        problems=checked.problems,
        files=checked.files,
        counts=checked.counts,
        secret=read_secret(request.folder),
        made=making(request.folder),
        fonts=web_fonts(),
    )


def _build_report(request: Request, bench: Bench, report: Report, tell: Tell) -> Outcome:
    """Steps 4 to 7 for one report."""
    project, wanted = bench.project, request.wanted
    tell(Step("measure", f"{report.name} ({report.id})"))
    measured = measure(project, report, bench.loaded)
    found = (*bench.problems, *(severity_of(p, project.packs) for p in measured.problems))
    tell(Step("compose", listed(wanted.audiences(report))))
    composition = compose(
        project, report, loaded=bench.loaded, measured=measured, problems=found, secret=bench.secret,
        audiences=wanted.audiences(report),
    )  # fmt: skip
    composition = narrowed(composition, wanted)
    tell(Step("render", f"{len(composition.documents):,} documents"))
    name = name_of_build(
        bench.made, bench.files, secret=bench.secret, report=report.id, request=f"{wanted} {request.prove}"
    )
    with open_build(request.folder / "output", report=report.id, build=name, part=wanted.part) as binding:
        rendered = render(
            composition, _desk(request, bench, composition), binding, jobs=request.jobs,
            severity=lambda p: severity_of(p, project.packs), tell=tell,
        )  # fmt: skip
        tell(Step("bind", f"{binding.folder}"))
        found = (*found, *composition.problems, *rendered.problems)
        changes = binding.changes(rendered.documents)
        tables = binding.keep_tables(composition.tables, _workbook(bench, report, composition))
        manifest = _manifest(
            request, bench, report, composition=composition, rendered=rendered, name=name, changes=changes
        )
        bound = binding.finish(
            manifest, documents=rendered.documents, pupils=_roll_entries(composition), problems=found,
            index=_index(
                request, bench, manifest, composition=composition, rendered=rendered, problems=found, tables=tables
            ),
        )  # fmt: skip
    return Outcome((bound,), (*found, *bound.problems), rendered.seconds)


def _desk(request: Request, bench: Bench, composition: Composition) -> Desk:
    return Desk(
        theme=bench.project.theme,
        overrides=request.folder / "templates",
        web_fonts=bench.fonts,
        names=NameIndex.of(composition.names, (m.name for m in bench.project.staff.staff)),
        logo=logo_address(request.folder / logo if (logo := bench.project.school.logo) else None),
        pdf=not request.wanted.html_only,
        prove=request.prove,
        warned=frozenset(
            code for code in PAGE_CODES if severity_of(problem(code), bench.project.packs).severity is Severity.WARN
        ),
    )


def _manifest(
    request: Request,
    bench: Bench,
    report: Report,
    *,
    composition: Composition,
    rendered: Rendered,
    name: str,
    changes: Changes,
) -> Manifest:
    return Manifest(
        report=report.id,
        report_name=report.name,
        school=bench.project.school.name,
        on=report.on,
        build=name,
        part=request.wanted.part,
        program=bench.made.program,
        libraries=bench.made.libraries,
        inputs=bench.files,
        settings=settings_hash(bench.project),
        templates=bench.made.templates,
        audiences=request.wanted.audiences(report),
        documents=rendered.entries,
        roll=composition.roll,
        reports=sum(entry.audience == "parents" for entry in rendered.entries),
        exceptions=exceptions_of((*composition.held, *rendered.held)),
        sources=bench.counts,
        changes=changes,
    )


def _index(
    request: Request,
    bench: Bench,
    manifest: Manifest,
    *,
    composition: Composition,
    rendered: Rendered,
    problems: tuple[Problem, ...],
    tables: tuple[Link, ...],
) -> str:
    index = build_index(
        manifest, documents=rendered.documents, pupils=_roll_entries(composition), problems=problems,
        files={"staff": tables},
    )  # fmt: skip
    overrides = request.folder / "templates"
    return site_page(bench.project.theme, overrides, template="site/index.html", context=index_context(index))


def _workbook(bench: Bench, report: Report, composition: Composition) -> bytes:
    """The staff tables as one workbook, dated as the pages are."""
    title = f"{bench.project.school.name}, {report.name}"
    return staff_workbook(composition.tables, title=title, on=report.on)


def _roll_entries(composition: Composition) -> dict[str, RollEntry]:
    """Whose each family's document is, for the data manager's index."""
    return {
        key: RollEntry(pupil=p.key, name=p.full_name, form=p.form, year_group=p.year_group)
        for key, p in composition.register.items()
    }
