"""Releasing a report: somebody who may says yes to one build, and that is written down."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.bind import write_files
from reportgen.model.calendar import Report
from reportgen.model.manifest import Manifest
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.release import RELEASES, Approval, ApprovedDocument, Release, Releases, approval_path
from reportgen.model.school import Member
from reportgen.model.severity import Severity
from reportgen.packs.words import listed
from reportgen.pipeline.bench import bench
from reportgen.pipeline.check import Checked, check
from reportgen.pipeline.events import Tell
from reportgen.pipeline.readiness import good_build, obstacles
from reportgen.settings.checks.names import fold
from reportgen.settings.records import approval_text, releases_text

REPORTING = "config/calendars/reporting.yaml"
STAFF = "config/staff.yaml"


@dataclass(frozen=True)
class ReleaseRequest:
    """What to release, who says so, and when."""

    folder: Path
    report: str
    by: str
    on: date


@dataclass(frozen=True)
class Released:
    """What came of it. `release` is None when it was refused; `problems` say why."""

    release: Release | None
    problems: tuple[Problem, ...]
    documents: int = 0
    """How many documents were approved."""


@dataclass(frozen=True)
class Signed:
    """Who says yes, and to what look of the pages."""

    by: str
    pages: str


def release(request: ReleaseRequest, tell: Tell) -> Released:
    """Checks that nothing is open, then records the release of a report's current build.

    Raises `bind.Refused` when a record of a build can't be read or the system will not write.
    """
    checked = check(request.folder, tell)
    project, loaded = checked.project, checked.loaded
    if project is None or loaded is None or checked.stopped:
        return Released(None, (*checked.problems, _stopped(request, checked)))
    report = next((one for one in project.reports.reports if one.id == request.report), None)
    if report is None:
        known = ", ".join(one.id for one in project.reports.reports)
        return Released(None, (problem("B720", Place(file=REPORTING), found=request.report, expected=known),))
    made = good_build(request.folder / "output", report)
    on_bench = bench(request.folder, checked, project=project, loaded=loaded)
    member, refusals = _approver(project, report, request.by)
    found = (*refusals, *obstacles(request.folder, on_bench, report, made))
    if member is None or made is None or found:
        return Released(None, found)
    return _recorded(request, project, made, Signed(member.name, on_bench.pages))


def _recorded(request: ReleaseRequest, project: Project, made: Manifest, signed: Signed) -> Released:
    """Writes what was approved, then the release, which makes it count."""
    approval = Approval(report=request.report, documents=tuple(_approved(made)))
    entry = Release(
        report=request.report, by=signed.by, on=request.on, build=made.build, documents=approval.digest,
        pages=signed.pages,
    )  # fmt: skip
    releases = Releases(releases=(*project.releases, entry))
    files = (
        (approval_path(request.report, releases.count(request.report)), approval_text(approval)),
        (RELEASES, releases_text(releases.releases).encode()),
    )
    write_files(request.folder, files, overwrite=True)
    return Released(entry, (), len(approval.documents))


def _approved(made: Manifest) -> tuple[ApprovedDocument, ...]:
    """The documents of a build as its approval names them; its marks are frozen, so each has a revision."""
    return tuple(
        ApprovedDocument(path=one.path, content=one.content, revision=one.revision or 0) for one in made.documents
    )


def _stopped(request: ReleaseRequest, checked: Checked) -> Problem:
    stops = sum(one.severity is Severity.STOP for one in checked.problems)
    found = f"{request.report}: {stops} problem{'' if stops == 1 else 's'} that stop a build"
    return problem("C350", found=found, remedy="Put them right, build again, then release.")


def _approver(project: Project, report: Report, by: str) -> tuple[Member | None, tuple[Problem, ...]]:
    """The member of staff who releases; None and why when nobody has that name or may not approve the report."""
    people = [one for one in project.staff.staff if _folded(by) in _spellings(one)]
    may = _who_may(project, report)
    if not people:
        expected = f"a name or code of someone in {STAFF}"
        return None, (_refused(report, f"nobody is called {by}", expected=expected),)
    if not report.approver:
        return people[0], ()
    member = next((one for one in people if one.code in may), None)
    if member:
        return member, ()
    names = listed(one.name for one in project.staff.staff if one.code in may)
    expected = f"{report.approver}: {names}" if names else f"{report.approver}, whom {STAFF} does not have"
    return None, (_refused(report, f"{people[0].name} does not approve it", expected=expected),)


def _who_may(project: Project, report: Report) -> frozenset[str]:
    """The codes of those who may approve a report: the approver, or whoever has that role in its school year."""
    year = project.collection(report.collection).year
    role = _folded(report.approver)
    one = {member.code for member in project.staff.staff if role in _spellings(member)}
    held = (r for r in project.staff.responsibilities if _folded(r.role) == role and r.holds_in(year))
    codes = (project.staff.named(code) for r in held for code in r.staff)
    return frozenset(one | {member.code for member in codes if member})


def _spellings(member: Member) -> frozenset[str]:
    return frozenset(map(_folded, (member.code, member.name, *member.also)))


def _folded(text: str) -> str:
    """A name as it is compared: `mr  o'brien` is `Mr. O’Brien`, however its accents are encoded.

    Folded on both sides of NFKC: it takes the acute accent that some type as an apostrophe apart.
    """
    return fold(unicodedata.normalize("NFKC", fold(text.replace(".", " "))))


def _refused(report: Report, found: str, *, expected: str) -> Problem:
    remedy = "Let someone release it who may, or correct `approver` of the report or staff.yaml."
    return problem("C350", Place(file=REPORTING), found=f"{report.id}: {found}", expected=expected, remedy=remedy)
