"""A school's folder read: every settings file, every table, every check, every problem in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from reportgen.model.calendar import Terms
from reportgen.model.input import InputFile
from reportgen.model.places import NOWHERE, Places
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.release import RELEASES
from reportgen.model.school_days import SchoolDays
from reportgen.model.severity import Severity
from reportgen.model.theme import Theme
from reportgen.model.value import Value
from reportgen.settings.bank_holidays import with_bank_holidays
from reportgen.settings.checks import check
from reportgen.settings.checks.folder import Folder
from reportgen.settings.files import CONFIG, MODELS, SettingsFile, read_written, typed
from reportgen.settings.files import Reading as FileReading
from reportgen.settings.implied import with_freezes, with_meeting_ids, with_meeting_years
from reportgen.settings.logo import LogoReading, read_logo
from reportgen.settings.nearest import did_you_mean
from reportgen.settings.order import sorted_assessments, sorted_collections, sorted_reports, sorted_terms
from reportgen.settings.placing import places_of
from reportgen.settings.records import read_records
from reportgen.settings.reference import FILES, FOLDER, ReferenceReading, read_reference
from reportgen.settings.theme import read_theme, school_colours
from reportgen.settings.told import told_dates
from reportgen.settings.tree import quoted

TERMS = "calendars/terms.yaml"

ValueT = TypeVar("ValueT", bound=Value)


@dataclass(frozen=True)
class Reading:
    """A school's settings. `project` is None when a problem is a stop; `files` are all those read, shipped ones too."""

    project: Project | None
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]
    places: Places = NOWHERE
    """Where the calendars and staff stand in their files; empty after a stop."""


def read_project(folder: Path) -> Reading:
    """The settings under `<folder>/config`, checked; problems in the order of the files and their lines."""
    read, told = read_files(folder)
    reference = read_reference(folder)
    theme = read_theme()
    records = read_records(folder)
    settings = _folder(read, reference)
    logo = read_logo(folder, settings.school) if settings.school else LogoReading(None)
    problems = _in_order(
        (
            *(p for one in read.values() for p in one.problems),
            *told,
            *reference.problems,
            *logo.problems,
            *check(settings),
            *records.problems,
            *_strangers(folder),
        )
    )
    files = (
        *(one.input for one in read.values() if one.input),
        *logo.files,
        *reference.files,
        theme.input,
        *records.files,
    )
    if any(p.severity is Severity.STOP for p in problems):
        return Reading(None, problems, files)
    project = _project(settings, reference, theme.theme)
    school = project.school.model_copy(update={"logo": logo.path})
    kept = {"seals": records.seals, "releases": records.releases, "approvals": records.approvals}
    project = project.model_copy(update={"school": school, "theme": school_colours(theme.theme, school), **kept})
    return Reading(project, problems, files, places_of(_placed(settings)))


def read_files(folder: Path) -> tuple[dict[str, FileReading[Any]], tuple[Problem, ...]]:
    """Every settings file, its dates plain ones, and what is wrong with dates told from others."""
    written = {inside: read_written(folder, inside) for inside in MODELS}
    terms = typed(written[TERMS], Terms).settings
    years = with_bank_holidays(terms.model).years if terms and terms.model else None
    told = told_dates({inside: one.tree for inside, one in written.items() if one.tree is not None}, years)
    read = {
        inside: typed(
            replace(one, tree=told.trees.get(inside)),
            MODELS[inside],
            told=frozenset(mark for name, mark in told.without_day if name == inside),
        )
        for inside, one in written.items()
    }
    return read, told.problems


def _folder(read: Mapping[str, FileReading[Any]], reference: ReferenceReading) -> Folder:
    """The files by what they hold. MODELS says which file holds which model, so each cast is right by construction."""

    def file(inside: str) -> Any:  # noqa: ANN401 - the model differs by file
        return read[inside].settings

    return Folder(
        school=file("school.yaml"),
        terms=file(TERMS),
        assessments=file("calendars/assessment.yaml"),
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
    terms = with_bank_holidays(sorted_terms(_model(settings.terms)))
    collections = with_freezes(sorted_collections(_model(settings.collections)), SchoolDays(terms.years))
    # Ids first: they are made from what people wrote, and must stay when year groups are put in.
    reports = with_meeting_years(with_meeting_ids(sorted_reports(_model(settings.reports), collections)), collections)
    return Project(
        school=_model(settings.school),
        terms=terms,
        assessments=sorted_assessments(_model(settings.assessments)),
        collections=collections,
        reports=reports,
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


def _placed(settings: Folder) -> Iterator[SettingsFile[Any]]:
    """The files whose lines later checks name."""
    for file in (settings.terms, settings.assessments, settings.collections, settings.reports, settings.staff):
        if file:
            yield file


def _model(file: SettingsFile[ValueT] | None) -> ValueT:
    """A file's model: there is one, since nothing stopped."""
    if file is None or file.model is None:
        raise ValueError("a settings file that could not be read raised no stop")
    return file.model


def _strangers(folder: Path) -> tuple[Problem, ...]:
    """YAML files and reference tables with names the program does not know: perhaps one it misses."""
    root = folder / CONFIG
    known = (*MODELS, RELEASES.removeprefix(f"{CONFIG}/"), *(f"{FOLDER}/{name}" for name in FILES))
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
