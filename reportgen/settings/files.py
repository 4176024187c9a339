"""The files of a school's settings: where each is, what it holds, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from pydantic import ValidationError

from reportgen.model.calendar import Assessments, Collections, Reports, Terms
from reportgen.model.input import InputFile
from reportgen.model.measure import Measures
from reportgen.model.pack import Holds, Packs
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.scale import Marks
from reportgen.model.school import Groups, School, Staff, Subjects
from reportgen.model.source import Sources
from reportgen.model.value import Value
from reportgen.settings.refusal import refusals
from reportgen.settings.shape import Model, raw_model
from reportgen.settings.tree import Entry, Listing, Mark, Node, Path, Scalar, Table, down, quoted, read_tree

CONFIG = "config"
LARGEST = 1024 * 1024
"""Bytes a settings file may have: a hundred times a large school's."""

MODELS: dict[str, Model] = {
    "school.yaml": School,
    "calendars/terms.yaml": Terms,
    "calendars/assessment.yaml": Assessments,
    "calendars/collection.yaml": Collections,
    "calendars/reporting.yaml": Reports,
    "staff.yaml": Staff,
    "subjects.yaml": Subjects,
    "scales.yaml": Marks,
    "groups.yaml": Groups,
    "sources.yaml": Sources,
    "measures.yaml": Measures,
    "packs.yaml": Packs,
    "holds.yaml": Holds,
}
"""Every settings file under config/, in the order of reading, and the model it fills."""
OPTIONAL = frozenset({"calendars/assessment.yaml", "holds.yaml"})

ValueT = TypeVar("ValueT", bound=Value)


@dataclass(frozen=True)
class SettingsFile(Generic[ValueT]):
    """One file as read. `model` leaves out entries that could not be read, so that the others are still checked."""

    name: str
    """As problems name it: `config/school.yaml`."""
    model: ValueT | None
    tree: Table
    """The tree of what `model` holds: the same paths lead to the same things."""
    whole: Table
    """The tree of all that stands in the file."""

    def place(self, *path: str | int) -> Place:
        """The line and column of a value, key or list item."""
        _, mark = down(self.tree, path)
        return Place(file=self.name, line=mark.line, column=mark.column)

    def problem(self, code: str, *path: str | int, found: str, expected: str = "", remedy: str = "") -> Problem:
        """A problem at a place of this file. A date found that was told is found as it was told, too."""
        node, _ = down(self.tree, path)
        told = f" ({quoted(node.told)})" if isinstance(node, Scalar) and node.told else ""
        return problem(code, self.place(*path), found=found + told, expected=expected, remedy=remedy)

    def has(self, *path: str | int) -> bool:
        """True when people wrote this key and a value for it."""
        node, _ = down(self.tree, path[:-1])
        entry = node.entry(str(path[-1])) if isinstance(node, Table) else None
        return entry is not None and not (isinstance(entry.value, Scalar) and entry.value.empty)

    def ids(self, *keys: str) -> frozenset[str]:
        """Every id of a list, or of lists inside its entries; of unreadable ones too: they are declared, if badly."""
        return frozenset(_ids(self.whole, keys))


@dataclass(frozen=True)
class Written:
    """A settings file as it stands, not yet typed."""

    name: str
    """As problems name it: `config/school.yaml`."""
    tree: Table | None
    """None when nothing can be made of it."""
    problems: tuple[Problem, ...]
    input: InputFile | None
    absent: bool = False


@dataclass(frozen=True)
class Reading(Generic[ValueT]):
    """What came of reading one file."""

    settings: SettingsFile[ValueT] | None
    problems: tuple[Problem, ...]
    input: InputFile | None


def read_written(folder: FilePath, inside: str) -> Written:
    """The file `config/<inside>` of a project as a tree."""
    name = f"{CONFIG}/{inside}"
    path = folder / CONFIG / inside
    if not path.is_file():
        return Written(name, None, (), None, absent=True)
    content, refused = read_bytes(path, name)
    if content is None:
        return Written(name, None, refused, None)
    tree, problems = _tree(content, name)
    return Written(name, tree, problems, InputFile.of(name, content))


def typed(file: Written, model: type[ValueT], *, told: frozenset[Mark] = frozenset()) -> Reading[ValueT]:
    """A file as its model. `settings` is None when nothing can be made of it.

    `told` are the places of values that a problem has been raised for already: they are not told again.
    """
    if file.absent:
        return _absent(file.name, model)
    if file.tree is None:
        return Reading(None, file.problems, file.input)
    filled, refused = _fill(file.tree, model, file.name)
    new = tuple(p for p in refused if (p.place.line, p.place.column) not in {(m.line, m.column) for m in told})
    return Reading(SettingsFile(file.name, *filled, file.tree), (*file.problems, *new), file.input)


def read_bytes(path: FilePath, name: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """A file's bytes, or None and why it can't be read."""
    try:
        if path.stat().st_size > LARGEST:
            return None, (problem("S102", Place(file=name), found="more than 1 MiB", expected="a file of settings"),)
        return path.read_bytes(), ()
    except OSError as error:
        return None, (problem("S102", Place(file=name), found=error.strerror or type(error).__name__),)


def decode(content: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of UTF-8 bytes (a byte order mark is dropped), or None and the first byte that is none."""
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        place = Place(file=name, line=line, column=column)
        remedy = "Save the file as UTF-8."
        return None, (
            problem("S102", place, found=f"the byte {content[error.start]:02X}", expected="UTF-8 text", remedy=remedy),
        )


def parse(content: bytes, name: str, model: type[ValueT]) -> Reading[ValueT]:
    """Bytes of a YAML file as a model, with everything that is wrong with them."""
    tree, problems = _tree(content, name)
    return typed(Written(name, tree, problems, None), model)


def _tree(content: bytes, name: str) -> tuple[Table | None, tuple[Problem, ...]]:
    text, unreadable = decode(content, name)
    if text is None:
        return None, unreadable
    tree = read_tree(text, name)
    return tree.root, tree.problems


def _fill(root: Table, model: type[ValueT], name: str) -> tuple[tuple[ValueT | None, Table], tuple[Problem, ...]]:
    """The model and its tree; with problems, the model of what is left without the entries they are about."""
    try:
        return (model.model_validate(raw_model(root, model)), root), ()
    except ValidationError as error:
        problems = refusals(error, root=root, model=model, file=name)
        left = _without(root, [tuple(s for s in one["loc"] if s != "[key]") for one in error.errors(include_url=False)])
    try:
        return (model.model_validate(raw_model(left, model)), left), problems
    except ValidationError:
        return (None, root), problems


def _without(root: Table, paths: list[Path]) -> Table:
    """The table without the list items, or where there are none the keys, that these paths lead into."""
    pruned = root
    for path in sorted({_cut(path) for path in paths}, key=_order, reverse=True):
        pruned = _removed(pruned, path)
    return pruned


def _cut(path: Path) -> Path:
    """A path as far as its first list item."""
    at = next((n for n, step in enumerate(path) if isinstance(step, int)), len(path) - 1)
    return path[: at + 1]


def _order(path: Path) -> tuple[tuple[str, int], ...]:
    return tuple((step, -1) if isinstance(step, str) else ("", step) for step in path)


def _removed(table: Table, path: Path) -> Table:
    entries: list[Entry] = []
    for entry in table.entries:
        if entry.key != path[0]:
            entries.append(entry)
        elif len(path) > 1:
            entries.append(Entry(entry.key, entry.mark, _removed_below(entry.value, path[1:])))
    return Table(tuple(entries), table.mark)


def _removed_below(node: Node, path: Path) -> Node:
    if isinstance(node, Table):
        return _removed(node, path)
    if isinstance(node, Listing) and isinstance(path[0], int):
        return Listing((*node.items[: path[0]], *node.items[path[0] + 1 :]), node.mark)
    return node


def _ids(table: Table, keys: tuple[str, ...]) -> Iterator[str]:
    entry = table.entry(keys[0])
    items = entry.value.items if entry and isinstance(entry.value, Listing) else ()
    for item in items:
        if not isinstance(item, Table):
            continue
        if len(keys) > 1:
            yield from _ids(item, keys[1:])
        elif (found := item.entry("id")) and isinstance(found.value, Scalar):
            yield found.value.text


def _absent(name: str, model: type[ValueT]) -> Reading[ValueT]:
    """A file that is not there: a stop where a key of it is needed, otherwise read as empty."""
    needed = [key for key, field in model.model_fields.items() if field.is_required()]
    if needed:
        return Reading(None, (problem("S101", Place(file=name), expected=f"a file with {', '.join(needed)}"),), None)
    empty = Table((), Mark(1, 1))
    problems = () if name.removeprefix(f"{CONFIG}/") in OPTIONAL else (problem("S103", Place(file=name)),)
    return Reading(SettingsFile(name, model(), empty, empty), problems, None)
