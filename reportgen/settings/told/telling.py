"""Trees with plain dates where dates were told from others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportgen.model.calendar import SchoolYear
from reportgen.model.problem import Problem
from reportgen.settings.told.following import DateKey, Follower, plain
from reportgen.settings.told.happenings import DATES, FILES, happenings
from reportgen.settings.tree import Entry, Listing, Mark, Node, Path, Scalar, Table


@dataclass(frozen=True)
class Told:
    """What came of the told dates of a folder."""

    trees: Mapping[str, Table]
    """The trees of the files that were read, every told date a plain one; those that have no day stay as written."""
    problems: tuple[Problem, ...]
    without_day: frozenset[tuple[str, Mark]]
    """File and place of each date that has no day, told already or told from one that was."""


def told_dates(trees: Mapping[str, Table], years: tuple[SchoolYear, ...] | None) -> Told:
    """The trees of the calendars (by file under config/) with every date plain.

    `years` with bank holidays among their closures; None when terms.yaml could not be read: then no told date has a
    day, and nothing more is said.
    """
    follower = Follower(happenings(trees), years)
    made: dict[str, dict[Path, str]] = {name: {} for name in FILES}
    without: set[tuple[str, Mark]] = set()
    for one in follower.happenings:
        for key in DATES[one.kind]:
            text = one.text(key)
            if text is None:
                continue
            day = follower.day(DateKey(one, key))
            if day is None:
                without.add((one.file, text.mark))
            elif not plain(text.text):
                made[one.file][*one.path, key] = day.isoformat()
    changed = {name: _with(tree, made.get(name, {})) for name, tree in trees.items()}
    return Told(changed, tuple(follower.problems), frozenset(without))


def _with(node: Table, texts: Mapping[Path, str]) -> Table:
    """The tree with other texts at some paths, every line and column as it was."""
    changed = _changed(node, texts, ())
    return changed if isinstance(changed, Table) else node


def _changed(node: Node, texts: Mapping[Path, str], path: Path) -> Node:
    if isinstance(node, Scalar):
        return replace(node, text=texts[path], told=node.text) if path in texts else node
    if isinstance(node, Listing):
        return Listing(tuple(_changed(item, texts, (*path, n)) for n, item in enumerate(node.items)), node.mark)
    return Table(tuple(Entry(e.key, e.mark, _changed(e.value, texts, (*path, e.key))) for e in node.entries), node.mark)
