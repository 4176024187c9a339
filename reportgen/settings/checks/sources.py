"""Sources: each fills its frame from columns, fixed values or wide headings it can have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from reportgen.model import frames as f
from reportgen.model.frames import Frame
from reportgen.model.problem import Problem, problem
from reportgen.model.source import Source, Sources
from reportgen.settings.checks.folder import Folder
from reportgen.settings.checks.names import fold, twice
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import did_you_mean, one_of
from reportgen.settings.tree import Path, quoted

CELL = {
    f.RESULTS.name: f.WRITTEN,
    f.STARTS_FRAME.name: f.WRITTEN,
    f.MEMBERSHIPS.name: f.WRITTEN,
    f.COMMENTS.name: f.TEXT,
    f.CLASSES.name: f.CLASS_ID,
}
"""The field that the cells of wide columns fill, for frames that may be wide."""
WHOSE = (
    *(
        f.UPN,
        f.MIS_ID,
        f.ADMISSION_NUMBER,
        f.LEGAL_SURNAME,
        f.LEGAL_FORENAME,
        f.PREFERRED_SURNAME,
        f.PREFERRED_FORENAME,
    ),
    *(f.BORN, f.SEX, f.YEAR_GROUP, f.FORM, f.JOINED, f.LEFT),
)
"""Fields of the pupils frame that any frame about pupils may carry, to check whose row it is."""
YEAR = "year"
"""The part of a heading that is a school year or a year group: it tells collections of one name apart."""
_PART = re.compile(r"\{([^{}]*)\}")


def check_sources(folder: Folder) -> Iterator[Problem]:
    """Everything in sources.yaml."""
    file = folder.sources
    if not file or not file.model:
        return
    sources = file.model.sources
    yield from twice((s.id for s in sources), file, "sources")
    yield from _pupils_year(folder, file)
    for n, source in enumerate(sources):
        yield from _path(file, source, n)
        yield from _filled(folder, file, source, n)
        yield from _fields(file, source, n)
        yield from _columns(file, source, n)
        yield from _pattern(file, source, n)
        yield from _meanings(folder, file, source, n)


def _pupils_year(folder: Folder, file: SettingsFile[Sources]) -> Iterator[Problem]:
    """With several years of collections, some perhaps to come, people say which year the pupils file is of."""
    read = folder.collections.model if folder.collections else None
    years = sorted({one.year for one in read.collections}) if read else []
    if len(years) > 1 and file.model and file.model.pupils_year is None:
        yield file.problem(
            "S154",
            found=f"no pupils_year and collections of {', '.join(map(str, years))}",
            expected=f"one of them; {years[-1]} is taken",
            remedy=f"Write pupils_year: {years[-1]}, or the year the list was exported in.",
        )


def fields_of(frame: Frame) -> tuple[str, ...]:
    """The fields a source of this frame may fill: the frame's own, and those that say whose row it is."""
    own = _own(frame)
    more = (*(WHOSE if f.PUPIL in own else ()), *((f.TEACHER,) if frame is f.RESULTS else ()))
    return tuple(dict.fromkeys((*own, *more)))


def _own(frame: Frame) -> tuple[str, ...]:
    return tuple(c.name for c in frame.columns if c.from_export)


def _path(file: SettingsFile[Sources], source: Source, n: int) -> Iterator[Problem]:
    written = source.file
    absolute = PurePosixPath(written).is_absolute() or PureWindowsPath(written).drive or "\\" in written
    if absolute or ".." in PurePosixPath(written).parts or not written:
        yield file.problem(
            "S135",
            "sources",
            n,
            "file",
            found=quoted(written),
            expected="a file in the project folder, for example exports/pupils.csv",
        )


def _filled(folder: Folder, file: SettingsFile[Sources], source: Source, n: int) -> Iterator[Problem]:
    """It has columns, and every field its frame needs comes from somewhere."""
    place = file.place("sources", n)
    if not source.columns and not source.wide and source.headings is None:
        yield problem("S133", place, found=f"{source.id} without columns", expected="columns, wide or headings")
        return
    frame = f.frame(source.frame)
    if (source.wide or source.headings) and frame.name not in CELL:
        key = "wide" if source.wide else "headings"
        yield file.problem(
            "S133",
            "sources",
            n,
            key,
            found=f"{key} for {frame.name}",
            expected=f"columns; {one_of(list(CELL))} may be wide",
        )
        return
    given = {*source.columns, *source.fixed, *_parts(source.headings or "")}
    if source.wide:
        given |= set.intersection(*(set(one.parts) for one in source.wide))
    if source.wide or source.headings:
        given.add(CELL[frame.name])
    pupil_key = folder.school.model.key if folder.school and folder.school.model else None
    if pupil_key in (None, "row", *given):
        given.add(f.PUPIL)
    # A second list of pupils may lack year groups: whether each pupil has one is seen when the lists are read.
    free = {f.YEAR_GROUP} if frame is f.PUPILS else set()
    missing = [c.name for c in frame.columns if c.needed and c.name not in given | free]
    if missing:
        found = f"nothing for {', '.join(missing)} in {source.id}"
        expected = f"a column or a fixed value for each: {frame.name} needs it"
        yield file.problem("S133", "sources", n, found=found, expected=expected)


def _fields(file: SettingsFile[Sources], source: Source, n: int) -> Iterator[Problem]:
    """Every field named is one of the frame."""
    frame = f.frame(source.frame)
    known = fields_of(frame)
    named: list[tuple[str, Path]] = [
        *((name, ("sources", n, key, name)) for key in ("columns", "fixed", "values") for name in getattr(source, key)),
        *((name, ("sources", n, "wide", m, "parts", name)) for m, one in enumerate(source.wide) for name in one.parts),
    ]
    for name, path in named:
        if name not in known and (name != YEAR or path[2] not in ("values", "wide")):
            yield file.problem(
                "S132",
                *path,
                found=f"{quoted(name)} in {frame.name}",
                expected=one_of(known),
                remedy=did_you_mean(name, known),
            )
    for name in source.fixed:
        if name in source.columns:
            yield file.problem(
                "S126",
                "sources",
                n,
                "fixed",
                name,
                found=f"{name} under columns and under fixed",
                expected="it in one of them",
            )


def _columns(file: SettingsFile[Sources], source: Source, n: int) -> Iterator[Problem]:
    for name, column in source.columns.items():
        if bool(column.headings) == bool(column.join):
            found = "headings and join" if column.join else "neither a heading nor join"
            yield file.problem(
                "S126",
                "sources",
                n,
                "columns",
                name,
                found=f"{found} for {name}",
                expected="a heading, a list of headings, or join",
            )


def _parts(pattern: str) -> list[str]:
    return _PART.findall(pattern)


def _pattern(file: SettingsFile[Sources], source: Source, n: int) -> Iterator[Problem]:
    """The pattern of wide headings can be read one way only, and names fields of the frame."""
    if source.headings is None:
        return
    place = file.place("sources", n, "headings")
    parts = _parts(source.headings)
    wrong = ""
    if not parts:
        wrong = "no part in braces"
    elif re.search(r"[{}]", _PART.sub("", source.headings)):
        wrong = "a brace that is not closed"
    elif "}{" in source.headings:
        wrong = "two parts with nothing between them"
    elif len(set(parts)) < len(parts):
        wrong = "the same part twice"
    if wrong:
        yield problem(
            "S134",
            place,
            found=f"{wrong} in {quoted(source.headings)}",
            expected="a pattern like '{collection} {subject} {facet}'",
        )
        return
    known = (*_own(f.frame(source.frame)), YEAR)
    for part in parts:
        if part not in known:
            yield problem(
                "S132",
                place,
                found=f"{quoted(part)} in {source.frame}",
                expected=one_of(known),
                remedy=did_you_mean(part, known),
            )


def _meanings(folder: Folder, file: SettingsFile[Sources], source: Source, n: int) -> Iterator[Problem]:
    """Fixed values, parts of wide headings and translated values that name something declared."""
    said: list[tuple[str, str, Path]] = [
        *((field, value, ("sources", n, "fixed", field)) for field, value in source.fixed.items()),
        *(
            (field, value, ("sources", n, "wide", m, "parts", field))
            for m, one in enumerate(source.wide)
            for field, value in one.parts.items()
        ),
        *(
            (field, means, ("sources", n, "values", field, written))
            for field, pairs in source.values.items()
            for written, means in pairs.items()
        ),
    ]
    for field, value, path in said:
        known = _declared(folder, field)
        if known and fold(value) not in known:
            names = sorted(set(known.values()))
            yield file.problem(
                "S120",
                *path,
                found=quoted(value),
                expected=f"a {field} ({one_of(names)})",
                remedy=did_you_mean(value, names),
            )


def _declared(folder: Folder, field: str) -> Mapping[str, str]:
    """The ids of a field by each spelling that means them; empty when anything goes or the file could not be read."""
    homes: dict[str, tuple[SettingsFile[Any] | None, str]] = {
        f.SUBJECT: (folder.subjects, "subjects"),
        f.COLLECTION: (folder.collections, "collections"),
        f.FACET: (folder.marks, "facets"),
        f.START: (folder.groups, "starts"),
        f.GROUP: (folder.groups, "groups"),
    }
    file, key = homes.get(field, (None, ""))
    if file is None or file.model is None:
        return {}
    things = getattr(file.model, key)
    spelt = {fold(written): one.id for one in things for written in (one.id, one.name, *getattr(one, "also", ()))}
    return {**spelt, **{fold(one): one for one in file.ids(key)}}
