"""The seven steps, like a table of contents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reportgen.bind import Bound, open_build
from reportgen.calendars.due import reports_due
from reportgen.calendars.plan import plan_for
from reportgen.measures import measure
from reportgen.model.calendar import Report
from reportgen.model.frames import Loaded
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.packs import Composition, compose, released
from reportgen.packs.words import listed
from reportgen.pipeline import account
from reportgen.pipeline.account import Made
from reportgen.pipeline.bench import Bench, Request, bench, desk
from reportgen.pipeline.check import check
from reportgen.pipeline.choice import chosen_reports, narrowed, unknown, with_marks
from reportgen.pipeline.events import Step, Tell
from reportgen.pipeline.rendering import render
from reportgen.pipeline.seals import seal_problems, sealed_collections
from reportgen.settings import severity_of

REPORTING = "config/calendars/reporting.yaml"

__all__ = ["Outcome", "Request", "build"]


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


def build(request: Request, tell: Tell) -> Outcome:
    """Reads a school's folder and builds its packs.

    Raises `bind.Refused` when the disk, a missing secret or another build stands in the way.
    """
    checked = check(request.folder, tell)
    if checked.project is None or checked.loaded is None or checked.stopped:
        return Outcome((), checked.problems)
    reports = _reports(request, checked.project, checked.loaded)
    if not reports:
        return Outcome((), (*checked.problems, _nothing(request, checked.project)))
    if missing := unknown(checked.loaded, request.wanted):
        return Outcome((), (*checked.problems, problem("B722", found=missing)))
    laid_out = bench(request.folder, checked, project=checked.project, loaded=checked.loaded)
    outcomes = [_build_report(request, laid_out, report, tell) for report in reports]
    seconds: Counter[str] = Counter()
    for one in outcomes:
        seconds.update(dict(one.seconds))
    return Outcome(
        bound=tuple(bound for one in outcomes for bound in one.bound),
        problems=tuple(dict.fromkeys(p for one in outcomes for p in one.problems)),
        seconds=tuple(seconds.items()),
    )


def _reports(request: Request, project: Project, loaded: Loaded) -> tuple[Report, ...]:
    """The reports asked for, or those due on a day whose marks are in the exports."""
    if request.due:
        chosen = with_marks(reports_due(project, request.due), loaded)
    else:
        chosen = chosen_reports(project, loaded, request.report)
    return tuple(report for report in chosen if request.wanted.audiences(report))


def _nothing(request: Request, project: Project) -> Problem:
    """Why there is nothing to build."""
    if request.due:
        waiting = ", ".join(report.id for report in reports_due(project, request.due))
        found = f"no marks yet for {waiting}" if waiting else f"nothing on {request.due.isoformat()}"
        return problem("C353", Place(file=REPORTING), found=found)
    known = [report.id for report in project.reports.reports]
    code = "B720" if request.report not in (None, "all", *known) else "B721"
    return problem(code, Place(file=REPORTING), found=", ".join(known))


def _build_report(request: Request, bench: Bench, report: Report, tell: Tell) -> Outcome:
    """Steps 4 to 7 for one report, when what was frozen is still what was frozen."""
    project = bench.project
    seals = seal_problems(bench.exports(request.folder), sealed_collections(project, report))
    found = (*bench.problems, *(severity_of(p, project.packs) for p in seals))
    if any(one.severity is Severity.STOP for one in found):
        return Outcome((), found)
    tell(Step("measure", f"{report.name} ({report.id})"))
    measured = measure(project, report, bench.loaded)
    found = (*found, *(severity_of(p, project.packs) for p in measured.problems))
    audiences = request.wanted.audiences(report)
    tell(Step("compose", listed(audiences)))
    composition = compose(
        project, report, loaded=bench.loaded, measured=measured, problems=found, secret=bench.secret,
        audiences=audiences, plan=plan_for(project, report, bench.loaded),
    )  # fmt: skip
    composition = released(narrowed(composition, request.wanted), bench.approval(report))
    return _bind(request, bench, report, composition=composition, found=found, tell=tell)


def _bind(
    request: Request, bench: Bench, report: Report, *, composition: Composition, found: tuple[Problem, ...], tell: Tell
) -> Outcome:
    """Steps 6 and 7: pages made and written as they come, then bound."""
    project, wanted = bench.project, request.wanted
    tell(Step("render", f"{len(composition.documents):,} documents"))
    name = bench.name_of_build(report, wanted, prove=request.prove)
    with open_build(request.folder / "output", report=report.id, build=name, part=wanted.part) as binding:
        rendered = render(
            composition, desk(request, bench, composition), binding, jobs=request.jobs,
            severity=lambda p: severity_of(p, project.packs), tell=tell,
        )  # fmt: skip
        tell(Step("bind", f"{binding.folder}"))
        documents = rendered.documents
        since = binding.since_release(project.approval(report.id), project.release(report.id), documents)
        made = Made(name, composition, rendered, binding.changes(documents), since)
        manifest = account.manifest(request, bench, report, made)
        told = (severity_of(p, project.packs) for p in account.differing(manifest))
        found = (*found, *composition.problems, *rendered.problems, *told)
        tables = binding.keep_tables(composition.tables, account.workbook(bench, report, composition))
        bound = binding.finish(
            manifest, documents=documents, pupils=account.roll_entries(composition), problems=found,
            index=account.index(request, bench, manifest, made=made, problems=found, tables=tables),
            approved=tuple(one.build for one in project.releases if one.report == report.id),
        )  # fmt: skip
    return Outcome((bound,), (*found, *bound.problems), rendered.seconds)
