"""A school's folder read: every settings file, every table, every check, every problem in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reportgen.model.calendar import Collections, Report, Reports, Terms
from reportgen.model.input import InputFile
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.severity import Severity
from reportgen.model.theme import Theme
from reportgen.model.value import Value
from reportgen.settings.checks import check
from reportgen.settings.checks.folder import Folder
from reportgen.settings.files import CONFIG, MODELS, SettingsFile, read_settings_file
from reportgen.settings.files import Reading as FileReading
from reportgen.settings.logo import LogoReading, read_logo
from reportgen.settings.nearest import did_you_mean
from reportgen.settings.reference import FILES, FOLDER, ReferenceReading, read_reference
from reportgen.settings.theme import read_theme, school_colours
from reportgen.settings.tree import quoted

ValueT = TypeVar("ValueT", bound=Value)


@dataclass(frozen=True)
class Reading:
    """A school's settings. `project` is None when a problem is a stop; `files` are all those read, shipped ones too."""

    project: Project | None
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]


def read_project(folder: Path) -> Reading:
    """The settings under `<folder>/config`, checked; problems in the order of the files and their lines."""
    read = {inside: read_settings_file(folder, inside, model) for inside, model in MODELS.items()}
    reference = read_reference(folder)
    theme = read_theme()
    settings = _folder(read, reference)
    logo = read_logo(folder, settings.school) if settings.school else LogoReading(None)
    problems = _in_order(
        (
            *(p for one in read.values() for p in one.problems),
            *reference.problems,
            *logo.problems,
            *check(settings),
            *_strangers(folder),
        )
    )
    files = (*(one.input for one in read.values() if one.input), *logo.files, *reference.files, theme.input)
    if any(p.severity is Severity.STOP for p in problems):
        return Reading(None, problems, files)
    project = _project(settings, reference, theme.theme)
    school = project.school.model_copy(update={"logo": logo.path})
    return Reading(
        project.model_copy(update={"school": school, "theme": school_colours(theme.theme, school)}), problems, files
    )


def _folder(read: Mapping[str, FileReading[Any]], reference: ReferenceReading) -> Folder:
    """The files by what they hold. MODELS says which file holds which model, so each cast is right by construction."""

    def file(inside: str) -> Any:  # noqa: ANN401 - the model differs by file
        return read[inside].settings

    return Folder(
        school=file("school.yaml"),
        terms=file("calendars/terms.yaml"),
        collections=file("calendars/collection.yaml"),
        reports=file("calendars/reporting.yaml"),
        staff=file("staff.yaml"),
        subjects=file("subjects.yaml"),
        marks=file("scales.yaml"),
        groups=file("groups.yaml"),
        sources=file("sources.yaml"),
        measures=file("measures.yaml"),
        packs=file("packs.yaml"),
        holds=file("holds.yaml"),
        reference=reference.reference,
    )


def _project(settings: Folder, reference: ReferenceReading, theme: Theme) -> Project:
    """The project, its years, terms, collections and reports oldest first whatever the order in the files."""
    collections = _model(settings.collections)
    return Project(
        school=_model(settings.school),
        terms=_terms(_model(settings.terms)),
        collections=Collections(collections=tuple(sorted(collections.collections, key=lambda c: c.closes))),
        reports=_reports(_model(settings.reports), collections),
        staff=_model(settings.staff),
        subjects=_model(settings.subjects),
        marks=_model(settings.marks),
        groups=_model(settings.groups),
        sources=_model(settings.sources),
        measures=_model(settings.measures),
        packs=_model(settings.packs),
        holds=_model(settings.holds),
        theme=theme,
        reference=reference.reference,
    )


def _model(file: SettingsFile[ValueT] | None) -> ValueT:
    """A file's model: there is one, since nothing stopped."""
    if file is None or file.model is None:
        raise ValueError("a settings file that could not be read raised no stop")
    return file.model


def _terms(terms: Terms) -> Terms:
    return Terms(
        years=tuple(
            year.model_copy(update={"terms": tuple(sorted(year.terms, key=lambda t: t.starts))})
            for year in sorted(terms.years, key=lambda y: y.year)
        )
    )


def _reports(reports: Reports, collections: Collections) -> Reports:
    closes = {c.id: c.closes for c in collections.collections}

    def compared(report: Report) -> Report:
        return report.model_copy(update={"compare": tuple(sorted(report.compare, key=closes.__getitem__))})

    return Reports(reports=tuple(compared(report) for report in sorted(reports.reports, key=lambda r: r.on)))


def _strangers(folder: Path) -> tuple[Problem, ...]:
    """YAML files and reference tables with names the program does not know: perhaps one it misses."""
    root = folder / CONFIG
    known = (*MODELS, *(f"{FOLDER}/{name}" for name in FILES))
    found = [*root.rglob("*.yaml"), *root.rglob("*.yml"), *(root / FOLDER).glob("*.csv")]
    names = sorted(path.relative_to(root).as_posix() for path in found)
    return tuple(
        problem("S107", Place(file=f"{CONFIG}/{name}"), found=quoted(name), remedy=did_you_mean(name, known))
        for name in names
        if name not in known
    )


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems by file in the order of reading, then by line, column, code and text; the same one once."""
    order = {f"{CONFIG}/{inside}": n for n, inside in enumerate(MODELS)}

    def place(one: Problem) -> tuple[int, str, int, int, str, str]:
        where = one.place
        return (order.get(where.file, len(order)), where.file, where.line or 0, where.column or 0, one.code, str(one))

    return tuple(sorted(dict.fromkeys(problems), key=place))
