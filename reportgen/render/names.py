"""Every pupil's name of a school, ready to be looked for in any page in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.render.folding import Word, folded, words

Name = tuple[str, ...]


@dataclass(frozen=True)
class NameIndex:
    """Names by their first word, the longest first.

    A name of one ordinary word (April, Grace) is not looked for: it would stop reports that say it for another
    reason. A key that stands for a name holds a figure, and is looked for.
    """

    pupils: Mapping[str, tuple[Name, ...]]
    staff: Mapping[str, tuple[Name, ...]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]], staff: Iterable[str]) -> NameIndex:
        """The index of (pupil key, full name) pairs and of the names of staff, which any page may hold."""
        return cls(
            pupils=_by_first_word(name for _, full in names if _is_telling(name := folded(full))),
            staff=_by_first_word(folded(name) for name in staff),
        )

    def others_in(self, text: str, *, own: Iterable[str]) -> tuple[str, ...]:
        """Names of other pupils in the text, folded, each once.

        `own` are the names that may stand there: the pupil's own (and so a namesake's) and the school's. Linear in
        the words of the text. Where names overlap the longest counts: in Ann Smith-Jones’s report, Ann Smith is not
        another pupil.
        """
        given = list(words(text))
        allowed = _by_first_word(folded(name) for name in own)
        found: dict[str, None] = {}
        place = 0
        while place < len(given):
            ours = max(_longest(allowed, given, place), _longest(self.staff, given, place), key=len)
            other = _longest(self.pupils, given, place)
            if len(other) > len(ours):
                found[" ".join(other)] = None
            place += max(len(ours), len(other), 1)
        return tuple(found)


def _is_telling(name: Name) -> bool:
    return len(name) > 1 or any(letter.isdigit() for word in name for letter in word)


def _by_first_word(names: Iterable[Name]) -> dict[str, tuple[Name, ...]]:
    gathered: dict[str, set[Name]] = {}
    for name in names:
        if name:
            gathered.setdefault(name[0], set()).add(name)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in gathered.items()}


def _longest(index: Mapping[str, tuple[Name, ...]], given: list[Word], place: int) -> Name:
    """The longest name of the index that stands at this place; empty when none does."""
    first = given[place]
    candidates = index.get(first.full, ())
    if first.stem != first.full:
        candidates += index.get(first.stem, ())
    return max((name for name in candidates if _stands_at(name, given, place)), key=len, default=())


def _stands_at(name: Name, given: list[Word], place: int) -> bool:
    here = given[place : place + len(name)]
    return len(here) == len(name) and all(part in word for part, word in zip(name, here, strict=True))
