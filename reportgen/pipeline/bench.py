"""What a build is asked for, and what all reports of a school are made from and with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportgen.bind import read_secret
from reportgen.model.calendar import Report
from reportgen.model.frames import Loaded, SourceCount
from reportgen.model.input import InputFile
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project
from reportgen.model.release import Approval
from reportgen.model.severity import Severity
from reportgen.packs import Composition
from reportgen.pipeline.check import Checked
from reportgen.pipeline.choice import Wanted
from reportgen.pipeline.identity import Making, making, name_of_build, pages_hash, records_of
from reportgen.pipeline.page import PAGE_CODES, Desk
from reportgen.pipeline.seals import Exports
from reportgen.render import NameIndex, logo_address, web_fonts
from reportgen.settings import severity_of


@dataclass(frozen=True)
class Request:
    """What to build, of which school, and how."""

    folder: Path
    report: str | None = None
    wanted: Wanted = field(default_factory=Wanted)
    jobs: int = 1
    prove: bool = False
    due: date | None = None
    """The day whose due reports are built; None for a choice by `report`."""


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

    def inputs(self, report: Report) -> tuple[InputFile, ...]:
        """The files a report is made from: all but the records of other collections and reports."""
        return records_of(self.project, report, self.files)

    def name_of_build(self, report: Report, wanted: Wanted, *, prove: bool) -> str:
        """What a build of a report is called."""
        return name_of_build(
            self.made, self.inputs(report), secret=self.secret, report=report.id, request=f"{wanted} {prove}"
        )

    @property
    def pages(self) -> str:
        """Hash of what turns documents into pages."""
        return pages_hash(self.made, self.project, self.files)

    def approval(self, report: Report) -> Approval:
        """What counts as approved: nothing where pages would not look as they did when somebody looked at them."""
        release = self.project.release(report.id)
        alike = release is not None and release.pages == self.pages
        return self.project.approval(report.id) if alike else Approval(report=report.id)

    def exports(self, folder: Path) -> Exports:
        """What the exports in a school's folder hold."""
        return Exports(folder, self.project, self.loaded, self.files, self.counts)


def bench(folder: Path, checked: Checked, *, project: Project, loaded: Loaded) -> Bench:
    """Everything on the bench. Raises `bind.Refused` without the school's secret."""
    return Bench(
        project=project,
        loaded=loaded,
        problems=checked.problems,
        files=checked.files,
        counts=checked.counts,
        secret=read_secret(folder),
        made=making(folder),
        fonts=web_fonts(),
    )


def desk(request: Request, bench: Bench, composition: Composition) -> Desk:
    """What a worker is set up with."""
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
