"""Wide files: what the headings whose cells are marks, starts or group values stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from reportgen.ingest.spelling import Spellings, spellings_of
from reportgen.ingest.table import Table
from reportgen.ingest.text import fold
from reportgen.ingest.year_group import year_group, year_group_spellings
from reportgen.model import frames as f
from reportgen.model.calendar import YEAR_GROUPS
from reportgen.model.project import Project
from reportgen.model.source import Source

YEAR = "year"
"""The part of a pattern that is a school year or a year group: it tells collections of one name apart."""
KNOWN = (f.SUBJECT, f.COLLECTION, f.FACET, f.START, f.GROUP)


@dataclass(frozen=True)
class Meaning:
    """A column of values and the fields its heading stands for. `year_group`: only for pupils who were in it."""

    position: int
    heading: str
    fields: Mapping[str, str]
    year_group: str | None = None


@dataclass(frozen=True)
class Meanings:
    """What a wide table's headings mean, and those that mean nothing known."""

    found: tuple[Meaning, ...]
    unmatched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Headings of the `wide` list that the file does not have."""


@dataclass(frozen=True)
class _Vocabulary:
    known: Mapping[str, Spellings]
    school_years: Mapping[str, int]
    collection_years: Mapping[str, tuple[int, tuple[str, ...]]]
    values: Mapping[str, Mapping[str, str]]

    def texts(self, part: str) -> list[str]:
        """Every folded text a part may be, longest first, so that `english language` is not taken for `english`."""
        texts = {fold(text) for text in self.values.get(part, {})}
        if part == YEAR:
            texts |= {s for group in YEAR_GROUPS for s in year_group_spellings(group)} | set(self.school_years)
        elif part in self.known:
            texts |= set(self.known[part].ids)
        return sorted(texts, key=lambda t: (-len(t), t))


def _vocabulary(project: Project, source: Source) -> _Vocabulary:
    years = {c.year for c in project.collections.collections} | {y.year for y in project.terms.years}
    names = {}
    for year in sorted(years):
        short, after = year % 100, (year + 1) % 100
        for name in (
            f"{year}/{after:02d}",
            f"{year}-{after:02d}",
            f"{year}/{year + 1}",
            f"{year}-{year + 1}",
            f"{short:02d}/{after:02d}",
            f"{short:02d}-{after:02d}",
        ):
            names[name] = year
    values = {field: {fold(k): v for k, v in given.items()} for field, given in source.values.items()}
    of_collection = {c.id: (c.year, c.year_groups) for c in project.collections.collections}
    return _Vocabulary(spellings_of(project), names, of_collection, values)


def meanings(project: Project, source: Source, table: Table, *, mapped: Iterable[str]) -> Meanings:
    """What each heading of a wide table stands for. `mapped` are headings that some source reads by name."""
    words = _vocabulary(project, source)
    if source.wide:
        return _by_list(source, table, words)
    compiled, parts = _compile(source.headings or "", words)
    named = {fold(h) for h in mapped}
    found: list[Meaning] = []
    unmatched = []
    for position, heading in enumerate(table.headings):
        match = compiled.fullmatch(fold(heading))
        made = _resolve(position, heading, dict(zip(parts, match.groups(), strict=True)), words) if match else ()
        found += made
        if not made and heading and fold(heading) not in named and not _ignored(heading, source.ignore):
            unmatched.append(heading)
    return Meanings(tuple(found), tuple(unmatched))


def _ignored(heading: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(fold(heading), fold(p).replace("[", "[[]")) for p in patterns)


def _by_list(source: Source, table: Table, words: _Vocabulary) -> Meanings:
    found: list[Meaning] = []
    missing, unknown = [], []
    for column in source.wide:
        positions = table.positions(column.heading)
        missing += [] if positions else [column.heading]
        for position in positions:
            made = _resolve(position, table.headings[position], dict(column.parts), words)
            unknown += [] if made else [column.heading]
            found += made
    return Meanings(tuple(found), tuple(unknown), tuple(missing))


def _compile(pattern: str, words: _Vocabulary) -> tuple[re.Pattern[str], list[str]]:
    pieces = re.split(r"\{(\w+)\}", " ".join(pattern.split()))
    parts = pieces[1::2]
    made = []
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            inner = fold(f"|{piece}|")[1:-1]  # bars keep the spaces at both ends
            made.append(re.escape(inner))
        else:
            texts = words.texts(piece)
            made.append("(" + ("|".join(map(re.escape, texts)) if texts else ".+?") + ")")
    return re.compile("".join(made)), parts


def _resolve(position: int, heading: str, texts: Mapping[str, str], words: _Vocabulary) -> tuple[Meaning, ...]:
    """The heading's meaning; none when unknown.

    Several when it names a year group that several collections have: the pupils' own years decide.
    """
    said = {part: words.values.get(part, {}).get(fold(text), text) for part, text in texts.items()}
    fields: dict[str, str] = {}
    for part, text in said.items():
        if part in (YEAR, f.COLLECTION):
            continue
        if part in KNOWN:
            one = words.known[part].of(text)
            if one is None:
                return ()
            fields[part] = one
        else:
            fields[part] = text
    year = said.get(YEAR, "")
    group = year_group(year) if fold(year) not in words.school_years else None
    if f.COLLECTION not in said:
        return (Meaning(position, heading, fields, group),)
    candidates = _collections(said[f.COLLECTION], year, group, words)
    if len(candidates) > 1 and group is None:
        return ()
    return tuple(Meaning(position, heading, {**fields, f.COLLECTION: c}, group) for c in candidates)


def _collections(text: str, year: str, group: str | None, words: _Vocabulary) -> tuple[str, ...]:
    candidates = words.known[f.COLLECTION].all_of(text)
    if group is not None:
        return tuple(c for c in candidates if group in words.collection_years[c][1])
    if fold(year) in words.school_years:
        return tuple(c for c in candidates if words.collection_years[c][0] == words.school_years[fold(year)])
    return candidates
