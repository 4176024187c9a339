"""School, staff, subjects and holds."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.problem import Problem, problem
from reportgen.model.school import Staff
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import Kind, clashes, fold, spellings_of, twice
from reportgen.settings.checks.years import collected_years, known_year
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import did_you_mean
from reportgen.settings.tree import Path, quoted

_LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text of ordinary size, level AA."""


def check_people(folder: Folder) -> Iterator[Problem]:
    """Everything about who and what the school has."""
    yield from _ink(folder)
    yield from _staff(folder)
    yield from _subjects(folder)
    yield from _holds(folder)


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of `#RRGGBB` on white paper, 1 to 21 (WCAG 2.2, relative luminance of sRGB)."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - sRGB
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _ink(folder: Folder) -> Iterator[Problem]:
    file = folder.school
    if file and file.model and file.model.ink:
        ratio = contrast_with_white(file.model.ink)
        if ratio < _LEAST_CONTRAST:
            # Rounded down: 4.49 must not be told as 4.5.
            found = f"{quoted(file.model.ink)} with {int(ratio * 10) / 10}:1 on white"
            yield file.problem("S130", "ink", found=found, expected="at least 4.5:1")


def _staff(folder: Folder) -> Iterator[Problem]:
    file = folder.staff
    if not file or not file.model:
        return
    staff = file.model
    yield from twice((m.code for m in staff.staff), file, "staff", key="code")
    yield from clashes(spellings_of(staff.staff, "staff", keys=("code",)), file)
    yield from twice((t.form for t in staff.tutors), file, "tutors", key="form")
    yield from twice((c.class_id for c in staff.classes), file, "classes", key="class_id")
    for n, tutors in enumerate(staff.tutors):
        yield from _listed(staff, tutors.tutors, file, "tutors", n, "tutors")
    for n, teachers in enumerate(staff.classes):
        yield from _listed(staff, teachers.teachers, file, "classes", n, "teachers")
    yield from _responsibilities(folder, file, staff)


def _responsibilities(folder: Folder, file: SettingsFile[Staff], staff: Staff) -> Iterator[Problem]:
    """Someone in each role, and year groups and departments the school has."""
    subjects = folder.subjects.model if folder.subjects else None
    groups = [subject.group for subject in subjects.subjects if subject.group] if subjects else None
    department = Kind("department (group)", groups and list(dict.fromkeys(groups)), "subjects.yaml")
    for n, one in enumerate(staff.responsibilities):
        path: Path = ("responsibilities", n)
        if not one.staff:
            yield file.problem("S126", *path, "staff", found=f"no staff for {one.role}", expected="at least one code")
        yield from _listed(staff, one.staff, file, *path, "staff")
        yield from collected_years(folder, one.year_groups, file, *path, "year_groups")
        for m, year in enumerate(one.years):
            yield from known_year(folder, year, file, *path, "years", m)
        yield from department.check_all(one.departments, file, *path, "departments")


def _listed(staff: Staff, codes: tuple[str, ...], file: SettingsFile[Staff], *path: str | int) -> Iterator[Problem]:
    known = {fold(one): one for member in staff.staff for one in (member.code, *member.also)}
    for n, code in enumerate(codes):
        if fold(code) not in known:
            place = file.place(*path, n)
            remedy = did_you_mean(code, list(known.values()))
            yield problem("S129", place, found=quoted(code), expected="a code of staff.yaml", remedy=remedy)


def _subjects(folder: Folder) -> Iterator[Problem]:
    file = folder.subjects
    if not file or not file.model:
        return
    subjects = file.model.subjects
    yield from twice((s.id for s in subjects), file, "subjects")
    yield from clashes(spellings_of(subjects, "subjects"), file)
    start = Kind.of("start", folder.groups, "starts")
    for n, subject in enumerate(subjects):
        yield from start.check(subject.start, file.place("subjects", n, "start"))


def _holds(folder: Folder) -> Iterator[Problem]:
    file = folder.holds
    if file and file.model:
        report = Kind.of("report", folder.reports, "reports")
        for n, hold in enumerate(file.model.holds):
            yield from report.check(hold.report, file.place("holds", n, "report"))
