"""Where the calendars and staff stand in their files, for checks made when the files are long closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportgen.model.places import Places, Step
from reportgen.model.problem import Place
from reportgen.model.value import Value
from reportgen.settings.files import SettingsFile
from reportgen.settings.order import is_sorted, sort_key
from reportgen.settings.tree import Path
from reportgen.settings.year_groups import FIELDS

_NAMED_BY = {"years": "year", "assessments": "id", "collections": "id", "reports": "id"}
"""Lists whose entries stand under a name of their own, and the key that holds it."""
_REORDERED = frozenset({*FIELDS, "compare"})
"""Lists of names that are put in order: the number of an item says nothing about its line."""


def places_of(files: Iterable[SettingsFile[Any]]) -> Places:
    """The places of everything written in these files, numbers as in the sorted project."""
    found: dict[tuple[Step, ...], Place] = {}
    for file in files:
        if file.model is not None:
            found.update(_inside(file.model, file, (), ()))
    return Places(found)


Found = Iterator[tuple[tuple[Step, ...], Place]]


def _inside(value: object, file: SettingsFile[Any], path: Path, key: tuple[Step, ...]) -> Found:
    """The keys of a model or mapping that people wrote."""
    keys = value.keys() if isinstance(value, Mapping) else type(value).model_fields if isinstance(value, Value) else ()
    for name in keys:
        if file.has(*path, name):
            below = value[name] if isinstance(value, Mapping) else getattr(value, name)
            yield (*key, name), file.place(*path, name)
            if isinstance(below, tuple):
                yield from _list(below, file, (*path, name), (*key, name))
            else:
                yield from _inside(below, file, (*path, name), (*key, name))


def _list(items: tuple[Any, ...], file: SettingsFile[Any], path: Path, key: tuple[Step, ...]) -> Found:
    """The items of a list under the number or name they have in the project."""
    name = str(path[-1])
    if name in _REORDERED:
        return
    sorts = bool(items) and is_sorted(items[0])
    order = sorted(range(len(items)), key=lambda n: sort_key(items[n])) if sorts else range(len(items))
    for number, n in enumerate(order):
        item = items[n]
        named_by = _NAMED_BY.get(name) if isinstance(item, Value) else None
        step: Step = str(getattr(item, named_by)) if named_by else number
        yield (*key, step), file.place(*path, n)
        yield from _inside(item, file, (*path, n), (*key, step))
