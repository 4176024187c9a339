"""The names and codes exports use for subjects, collections, facets, starts and groups."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportgen.ingest.text import fold
from reportgen.model import frames as f
from reportgen.model.project import Project


@dataclass(frozen=True)
class Spellings:
    """Ids by folded spelling. A spelling may stand for several ids; then only a year can tell which."""

    ids: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]

    def of(self, text: str) -> str | None:
        """The one id a spelling stands for; None when unknown or when it stands for several."""
        found = self.ids.get(fold(text), ())
        return found[0] if len(found) == 1 else None

    def all_of(self, text: str) -> tuple[str, ...]:
        """Every id a spelling stands for."""
        return self.ids.get(fold(text), ())

    def nearest(self, text: str) -> str:
        """The nearest spelling as people write it, or ''."""
        near = difflib.get_close_matches(fold(text), list(self.ids), n=1, cutoff=0.6)
        return self.shown[near[0]] if near else ""


def spellings(things: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> Spellings:
    """From (id, levels of spellings): a spelling that is one thing's name is not another's short name."""
    ids: dict[str, tuple[str, ...]] = {}
    shown: dict[str, str] = {}
    levels: dict[str, int] = {}
    ranked = [
        (level, spelling, thing)
        for thing, given in things
        for level, names in enumerate(given)
        for spelling in names
        if spelling.strip()
    ]
    for level, spelling, thing in sorted(ranked, key=lambda r: r[0]):
        folded = fold(spelling)
        if folded not in ids:
            ids[folded], shown[folded], levels[folded] = (thing,), spelling, level
        elif levels[folded] == level and thing not in ids[folded]:
            ids[folded] = (*ids[folded], thing)
    return Spellings(ids, shown)


def spellings_of(project: Project) -> dict[str, Spellings]:
    """By field: ids first, then names, then other names, then short names."""
    return {
        f.SUBJECT: spellings((s.id, ((s.id,), (s.name,), s.also, (s.short,))) for s in project.subjects.subjects),
        f.COLLECTION: spellings(
            (c.id, ((c.id,), (c.name,), c.also, (c.short,))) for c in project.collections.collections
        ),
        f.FACET: spellings((t.id, ((t.id,), (t.name,), t.also, (t.short,))) for t in project.marks.facets),
        f.START: spellings((s.id, ((s.id,), (s.name,), s.also, (s.short,))) for s in project.groups.starts),
        f.GROUP: spellings((g.id, ((g.id,), (g.name,), (g.short,))) for g in project.groups.groups),
    }
