"""The calendar pack: pages of each school year, and .ics files for teachers, leaders, families and governors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import get_args

from reportgen.bind import Bound, Refused, build_index, index_context, open_build, read_secret, write_files
from reportgen.bind.build import Build
from reportgen.calendars.events import events
from reportgen.calendars.issuing import issue, issued_from, issued_text
from reportgen.calendars.workload import workload
from reportgen.charts.lettering import width
from reportgen.ingest import load
from reportgen.model.calendar import SchoolYear
from reportgen.model.document import AnyDocument
from reportgen.model.event import Event, Issued, Reader
from reportgen.model.frames import Loaded
from reportgen.model.index import Link
from reportgen.model.input import InputFile
from reportgen.model.manifest import Manifest, ManifestDocument
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.packs.calendar_term import calendar_terms
from reportgen.packs.calendar_year import calendar_year
from reportgen.pipeline.events import Step, Tell
from reportgen.pipeline.identity import Making, making, name_of_build, settings_hash
from reportgen.pipeline.page import Desk, Maker
from reportgen.render import NameIndex, logo_address, web_fonts
from reportgen.render.calendar_file import calendar_file
from reportgen.render.site import site_page
from reportgen.settings import read_project, severity_of

REPORT = "calendar"
"""What the build stands under in `output/`."""
ISSUED = "config/calendars/issued.csv"
"""The record of what was given out, beside the calendars."""


@dataclass(frozen=True)
class Outcome:
    """What came of it. `bound` is None after a stop."""

    bound: Bound | None
    problems: tuple[Problem, ...]
    hours_known: bool = False
    """Whether exports were there to count hours from."""


@dataclass(frozen=True)
class _School:
    """A school's settings, its exports where they are there, and the files both came from."""

    folder: Path
    project: Project
    loaded: Loaded | None
    files: tuple[InputFile, ...]


def build_calendar(folder: Path, tell: Tell, *, year: int | None = None, prove: bool = False) -> Outcome:
    """Builds the calendar pack of the school in `folder` and keeps the record of what was given out.

    Settings are all it needs; without exports the pages say that hours are not known. Every school year with terms and
    a collection has pages, and every one with terms is in the .ics files; or only the one that starts in `year`.
    Raises Refused as `open_build`, and C332 when the record is damaged: without it calendars would keep events that
    have moved.
    """
    tell(Step("read", f"settings in {folder / 'config'}"))
    reading = read_project(folder)
    if reading.project is None:
        return Outcome(None, reading.problems)
    problems = tuple(severity_of(one, reading.project.packs) for one in reading.problems)
    years = _years(reading.project, year)
    if not years:
        return Outcome(None, (*problems, _no_year(reading.project, year)))
    school = _with_exports(folder, reading.project, reading.files, tell)
    every = {one.year: events(school.project, year=one.year) for one in school.project.terms.years}
    before = _issued_before(folder)
    issued = issue((event for some in every.values() for event in some), before, years=tuple(every))
    tell(Step("compose", ", ".join(one.name for one in years)))
    documents = tuple(_documents(school, years, every))
    # Files tell of every year with terms: a report may go home in one that no collection is described for yet.
    told = years if year is not None else tuple(one for one in school.project.terms.years if one.terms)
    bound, found = _bind(school, documents, _calendars(school, told, every, issued), tell, prove=prove)
    if issued != before:
        write_files(folder, [(ISSUED, issued_text(issued).encode())], overwrite=True)
    return Outcome(bound, (*problems, *found, *bound.problems), hours_known=school.loaded is not None)


def _years(project: Project, year: int | None) -> tuple[SchoolYear, ...]:
    """The school years to show: all that have terms and a collection, or the one asked for."""
    collected = {one.year for one in project.collections.collections}
    described = (one for one in project.terms.years if one.terms)
    return tuple(one for one in described if one.year == year or (year is None and one.year in collected))


def _no_year(project: Project, year: int | None) -> Problem:
    described = ", ".join(str(one.year) for one in project.terms.years)
    found = "no year with terms and a collection" if year is None else str(year)
    return problem("C331", Place(file="config/calendars/terms.yaml"), found=found, expected=described)


def _with_exports(folder: Path, project: Project, files: tuple[InputFile, ...], tell: Tell) -> _School:
    """The school with its exports, where they can be read: what is wrong with them is for `check` to say."""
    if not project.sources.sources:
        return _School(folder, project, None, files)
    tell(Step("load", f"{len(project.sources.sources)} sources"))
    loading = load(project, folder)
    return _School(folder, project, loading.loaded, (*files, *loading.files) if loading.loaded else files)


def _documents(
    school: _School, years: Sequence[SchoolYear], every: dict[int, tuple[Event, ...]]
) -> Iterator[AnyDocument]:
    measure = lru_cache(maxsize=None)(width)
    for year in years:
        hours = workload(school.project, school.loaded, year=year.year) if school.loaded else None
        told = every[year.year]
        yield calendar_year(school.project, year, told, workload=hours, measure=measure)
        yield calendar_terms(school.project, year, told, workload=hours)


def _calendars(
    school: _School, years: Sequence[SchoolYear], every: dict[int, tuple[Event, ...]], issued: Sequence[Issued]
) -> dict[str, bytes]:
    """The .ics files by their path."""
    shown = {one.year for one in years}
    told = tuple(event for year in sorted(shown) for event in every[year])
    known = {one.uid: one for one in issued if one.year in shown or one.uid in {event.uid for event in told}}
    project = school.project
    return {
        f"staff/calendar/{reader}.ics": calendar_file(
            reader, told, known, name=f"{project.school.name}: {reader}", language=project.school.language
        )
        for reader in get_args(Reader)
    }


def _issued_before(folder: Path) -> tuple[Issued, ...]:
    path = folder / ISSUED
    if not path.is_file():
        return ()
    try:
        return issued_from(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(problem("C332", Place(file=ISSUED), found=str(error))) from error


def _bind(
    school: _School, documents: Sequence[AnyDocument], calendars: dict[str, bytes], tell: Tell, *, prove: bool
) -> tuple[Bound, tuple[Problem, ...]]:
    """Makes and keeps every page and file; returns the build and what was found on pages that could not be kept."""
    made = making(school.folder)
    request = sha256(b"".join(calendars[path] for path in sorted(calendars))).hexdigest()
    name = name_of_build(
        made, school.files, secret=read_secret(school.folder), report=REPORT,
        request=f"{' '.join(document.path for document in documents)} {request} {prove}",
    )  # fmt: skip
    with open_build(school.folder / "output", report=REPORT, build=name) as binding:
        tell(Step("render", f"{len(documents)} documents"))
        kept, entries, found = _pages(school, documents, binding, prove=prove)
        tell(Step("bind", f"{binding.folder}"))
        for path, content in calendars.items():
            binding.write(path, content)
        manifest = _manifest(school, made, binding, name=name, kept=kept, entries=entries)
        bound = binding.finish(
            manifest, documents=kept, pupils={}, problems=found, index=_index(school, manifest, kept, found, calendars)
        )
    return bound, found


def _pages(
    school: _School, documents: Sequence[AnyDocument], binding: Build, *, prove: bool
) -> tuple[tuple[AnyDocument, ...], tuple[ManifestDocument, ...], tuple[Problem, ...]]:
    """The documents that were kept, their entries, and every problem of a page."""
    project = school.project
    logo = school.folder / project.school.logo if project.school.logo else None
    maker = Maker(
        Desk(
            theme=project.theme, overrides=school.folder / "templates", web_fonts=web_fonts(),
            names=NameIndex.of((), ()), logo=logo_address(logo), prove=prove,
        )
    )  # fmt: skip
    kept, entries, found = [], [], []
    for document in documents:
        page = maker.make(document)
        told = [severity_of(one, project.packs) for one in page.problems]
        found += told
        if page.made and all(one.severity is Severity.WARN for one in told):
            kept.append(document)
            entries.append(binding.keep(document, html=page.html, pdf=page.pdf, pages=page.pages))
    return tuple(kept), tuple(entries), tuple(found)


def _manifest(
    school: _School,
    made: Making,
    binding: Build,
    *,
    name: str,
    kept: tuple[AnyDocument, ...],
    entries: tuple[ManifestDocument, ...],
) -> Manifest:
    return Manifest(
        report=REPORT,
        report_name="Calendar",
        school=school.project.school.name,
        build=name,
        program=made.program,
        libraries=made.libraries,
        inputs=school.files,
        settings=settings_hash(school.project),
        templates=made.templates,
        audiences=("staff",),
        documents=entries,
        changes=binding.changes(kept),
        draft=False,
    )


def _index(
    school: _School,
    manifest: Manifest,
    kept: tuple[AnyDocument, ...],
    found: tuple[Problem, ...],
    calendars: dict[str, bytes],
) -> str:
    links = tuple(Link(text=path.rpartition("/")[2], html=path) for path in calendars)
    index = build_index(manifest, documents=kept, pupils={}, problems=found, files={"staff": links})
    overrides = school.folder / "templates"
    return site_page(school.project.theme, overrides, template="site/index.html", context=index_context(index))
