"""Ids and spellings: each declared once, each meaning one thing, each reference leading somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.model.problem import Place, Problem, problem
from reportgen.settings.files import SettingsFile
from reportgen.settings.nearest import did_you_mean, one_of
from reportgen.settings.tree import Path, quoted

_APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u2018\u02bc`\u00b4"), "'")
_DASHES = dict.fromkeys(map(ord, "\u2212\u2013\u2014\u2010\u2011"), "-")


def fold(text: str) -> str:
    """A spelling as it is compared: capitals, spaces, kinds of dash and of apostrophe make no difference."""
    return " ".join(text.translate({**_APOSTROPHES, **_DASHES}).casefold().split())


@dataclass(frozen=True)
class Kind:
    """A kind of id: what it is called, the names declared and where. `known` is None when the file can't be read."""

    word: str
    known: Collection[str] | None
    home: str

    @classmethod
    def of(cls, word: str, file: SettingsFile[Any] | None, *keys: str) -> Kind:
        """The ids of a list in a file, or of the lists inside its entries."""
        return cls(word, sorted(file.ids(*keys)) if file and file.model else None, file.name if file else "")

    def check(self, name: str | None, place: Place) -> Iterator[Problem]:
        """A problem when the name is not declared. Nothing is said where the declarations could not be read."""
        if name is None or self.known is None or name in self.known:
            return
        expected = f"a {self.word} of {self.home} ({one_of(self.known)})"
        yield problem("S120", place, found=quoted(name), expected=expected, remedy=did_you_mean(name, self.known))

    def check_all(self, names: Sequence[str], file: SettingsFile[Any], *path: str | int) -> Iterator[Problem]:
        """The same for a list at a path."""
        for n, name in enumerate(names):
            yield from self.check(name, file.place(*path, n))


def twice(
    names: Iterable[str],
    file: SettingsFile[Any],
    *path: str | int,
    key: str | None = "id",
) -> Iterator[Problem]:
    """A problem for each name that stands in a list a second time, at its `key`."""
    first: dict[str, int] = {}
    for n, name in enumerate(names):
        where: Path = (*path, n) if key is None else (*path, n, key)
        if name in first:
            line = file.place(*path, first[name]).line
            yield file.problem("S121", *where, found=quoted(name), expected=f"another name (first on line {line})")
        first.setdefault(name, n)


@dataclass(frozen=True)
class Spelling:
    """A way of writing something, whose it is and where it stands."""

    written: str
    owner: str
    path: Path


def clashes(spellings: Iterable[Spelling], file: SettingsFile[Any]) -> Iterator[Problem]:
    """A problem for each spelling that two owners share, capitals and spaces ignored."""
    taken: dict[str, Spelling] = {}
    told: set[tuple[str, str]] = set()
    for one in spellings:
        folded = fold(one.written)
        first = taken.setdefault(folded, one)
        if first.owner != one.owner and (folded, one.owner) not in told:
            told.add((folded, one.owner))
            line = file.place(*first.path).line
            found = f"{quoted(one.written)} for {one.owner}"
            yield file.problem(
                "S122", *one.path, found=found, expected=f"one owner (it means {first.owner} on line {line})"
            )


def spellings_of(things: Iterable[Any], *path: str | int, keys: tuple[str, ...] = ("id", "name")) -> Iterator[Spelling]:
    """The id, the name and every other spelling (`also`) of each of a list of things."""
    for n, thing in enumerate(things):
        for key in keys:
            if getattr(thing, key):
                yield Spelling(getattr(thing, key), getattr(thing, keys[0]), (*path, n, key))
        for m, written in enumerate(thing.also):
            yield Spelling(written, getattr(thing, keys[0]), (*path, n, "also", m))
