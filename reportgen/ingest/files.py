"""Finding and reading the files of the sources, each file once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportgen.ingest.csv_file import read_csv
from reportgen.ingest.table import Part, ReadTable
from reportgen.ingest.workbook import read_workbook
from reportgen.ingest.workbook_guard import MOST_BYTES
from reportgen.model.input import InputFile
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.source import Source

_WORKBOOK_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_NOT_TABLES = (
    (b"%PDF", "a PDF"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<table", "a web page"),
    (b"<?xml", "an XML file"),
)


_Which = tuple[str, str | None, int, str | None]


@dataclass(frozen=True)
class Read:
    """Every table of every source, the files they came from, and what was wrong with them."""

    parts: tuple[Part, ...]
    files: tuple[InputFile, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Found:
    names: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Tables:
    tables: tuple[ReadTable, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Content:
    content: bytes
    problems: tuple[Problem, ...] = ()


def read_sources(sources: Sequence[Source], folder: Path) -> Read:
    """Every table by source, file name and sheet. A file is read once, however many sources it feeds."""
    root = folder.resolve()
    found = [find_files(source, root) for source in sources]
    contents = {name: _content(root / name, name) for name in sorted({n for one in found for n in one.names})}
    wanted = [(source, name) for source, one in zip(sources, found, strict=True) for name in one.names]
    tables: dict[_Which, _Tables] = {}
    for source, name in wanted:
        if _which(source, name) not in tables and not contents[name].problems:
            tables[_which(source, name)] = _tables(contents[name].content, name, source)
    read = [(source, one) for source, name in wanted for one in _of(tables, source, name) if one.table is not None]
    parts = tuple(Part(n, source, one.table) for n, (source, one) in enumerate(read) if one.table is not None)
    problems = [p for one in found for p in one.problems] + [p for c in contents.values() for p in c.problems]
    problems += [p for several in tables.values() for p in several.problems]
    problems += [p for several in tables.values() for one in several.tables for p in one.problems]
    return Read(parts, tuple(InputFile.of(name, c.content) for name, c in contents.items()), tuple(problems))


def _which(source: Source, name: str) -> _Which:
    """What makes two readings of a file the same."""
    return name, source.sheet, source.header_row, source.delimiter


def _of(tables: Mapping[_Which, _Tables], source: Source, name: str) -> Iterable[ReadTable]:
    return tables[_which(source, name)].tables if _which(source, name) in tables else ()


def _content(path: Path, name: str) -> _Content:
    try:
        if (size := path.stat().st_size) > MOST_BYTES:
            found, expected = f"{size // 1_000_000} MB", f"at most {MOST_BYTES // 1_000_000} MB"
            return _Content(b"", (problem("L204", Place(file=name), found=found, expected=expected),))
        return _Content(path.read_bytes())
    except OSError as wrong:
        return _Content(b"", (problem("L227", Place(file=name), found=str(wrong.strerror)),))


def find_files(source: Source, root: Path) -> _Found:
    """Names of the source's files, relative to the project folder, sorted. `*` stands for anything but a folder."""
    where = Place(file=source.file)
    pattern = PurePosixPath(source.file.replace("\\", "/"))
    if pattern.is_absolute() or ".." in pattern.parts or re.match(r"[A-Za-z]:", source.file):
        return _Found((), (problem("L202", where),))
    plain = root / pattern
    # names may hold [ and ?, which are no wildcards here
    glob = str(pattern).replace("[", "[[]").replace("?", "[?]")
    found = (
        [plain]
        if plain.is_file()
        else sorted(p for p in root.glob(glob) if p.is_file() and not p.name.startswith(("~$", ".")))
    )
    if any(not p.resolve().is_relative_to(root) for p in found):
        return _Found((), (problem("L202", where),))
    if found:
        return _Found(tuple(sorted(p.relative_to(root).as_posix() for p in found)))
    return _Found(()) if source.optional else _Found((), (problem("L201", where, remedy=_nearest(root, pattern)),))


def _nearest(root: Path, pattern: PurePosixPath) -> str:
    parent = root / pattern.parent
    if not parent.is_dir():
        return f'There is no folder "{pattern.parent}".'
    names = sorted(p.name for p in parent.iterdir() if p.is_file() and not p.name.startswith("."))
    near = difflib.get_close_matches(pattern.name, names, n=1, cutoff=0.5)
    return f'Did you mean "{near[0]}"?' if near else ""


def _tables(content: bytes, name: str, source: Source) -> _Tables:
    start = content[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if not content.strip():
        return _Tables((), (problem("L207", Place(file=name)),))
    if content.startswith(_WORKBOOK_STARTS):
        sheets = read_workbook(content, name, sheet=source.sheet, header_row=source.header_row)
        return _Tables(sheets.tables, sheets.problems)
    for beginning, what in _NOT_TABLES:
        if start.startswith(beginning.lower()):
            return _Tables((), (problem("L219", Place(file=name), found=what, expected="CSV or Excel"),))
    return _Tables((read_csv(content, name, header_row=source.header_row, delimiter=source.delimiter),))
