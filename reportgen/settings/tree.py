"""YAML as a tree of text: every key and value as people wrote it, with its line and column.

Nothing is guessed: `no`, `012`, `9-1` and `1:30` stay text. What hides a value from its reader is refused: anchors,
aliases, merge keys, tags, a second document, a key written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from reportgen.model.problem import Place, Problem, problem

# libyaml where it is installed: ten times as fast, the same events.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30
_EMPTY = ("", "~", "null")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Mark:
    """A place in a file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Scalar:
    """A value as written. `empty` when nothing, `~` or `null` stands there without quotes."""

    text: str
    empty: bool
    mark: Mark
    told: str = ""
    """As written, where `text` is the plain date that came of it."""


@dataclass(frozen=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True)
class Entry:
    """A key and its value."""

    key: str
    mark: Mark
    value: Node


@dataclass(frozen=True)
class Table:
    """Keys and values. No key stands twice."""

    entries: tuple[Entry, ...]
    mark: Mark

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, if there is one."""
        return next((e for e in self.entries if e.key == key), None)


Node = Scalar | Listing | Table
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Tree:
    """What a file holds, and what is wrong with it as YAML. `root` is None when it could not be read."""

    root: Table | None
    problems: tuple[Problem, ...]


def read_tree(text: str, file: str) -> Tree:
    """The tree of a YAML text; an empty text is an empty table. Problems add up; a syntax error ends the file."""
    control = _CONTROL.search(text)
    if control:
        place = _place_in(text, control.start(), file)
        found = f"character U+{ord(control.group()):04X}"
        return Tree(None, (problem("S102", place, found=found, expected="text", remedy="Delete the character."),))
    builder = _Builder(text, file)
    try:
        root = builder.document()
    except _TooDeepError as error:
        place = Place(file=file, line=error.mark.line, column=error.mark.column)
        return Tree(None, (*builder.problems, problem("S104", place, found="more levels than any setting has")))
    except yaml.MarkedYAMLError as error:
        return Tree(None, (*builder.problems, _syntax(error, text, file)))
    return Tree(root, tuple(builder.problems))


def down(root: Table, path: Path) -> tuple[Node, Mark]:
    """The node at a path, or the deepest one on the way there, with the place to point at: key, list item or value."""
    node: Node = root
    mark = root.mark
    for step in path:
        if isinstance(node, Table):
            entry = node.entry(str(step))
            if entry is None:
                break
            node = entry.value
            mark = node.mark if isinstance(node, Scalar) and not node.empty else entry.mark
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            mark = node.mark
        else:
            break
    return node, mark


class _TooDeepError(Exception):
    """Lists in lists without end: no setting, perhaps an attack."""

    def __init__(self, event: yaml.Event) -> None:
        super().__init__()
        self.mark = _mark(event)


class _Builder:
    """Builds the tree from YAML events, so that nothing is resolved, expanded or constructed on the way."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> Table | None:
        """The first document's table; empty for an empty file, None when it holds something else."""
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document (---)")
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        if root is None or (isinstance(root, Scalar) and root.empty):
            return Table((), Mark(1, 1))
        if isinstance(root, Table):
            return root
        place = self._place(root.mark)
        remedy = "Start with a key: `name: value`."
        self.problems.append(problem("S112", place, found=in_words(root), expected="keys and values", remedy=remedy))
        return None

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._check(event)
        if depth > _DEEPEST:
            raise _TooDeepError(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(following := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(following, depth + 1))
            return Listing(tuple(items), _mark(event))
        if isinstance(event, yaml.ScalarEvent):
            plain = bool(event.implicit[0])
            text = event.value.rstrip("\n") if event.style in ("|", ">") else event.value
            return Scalar(text, plain and text in _EMPTY, _mark(event))
        return Scalar("", empty=True, mark=_mark(event))

    def _table(self, event: yaml.Event, depth: int) -> Table:
        entries: dict[str, Entry] = {}
        while not isinstance(key_event := next(self._events), yaml.MappingEndEvent):
            key = self._node(key_event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                place = self._place(key.mark)
                self.problems.append(problem("S112", place, found=f"{in_words(key)} as a key", expected="text"))
            elif key.text == "<<":
                self._refuse(key_event, "a merge key (<<)")
            elif key.text in entries:
                expected = f"it once (first on line {entries[key.text].mark.line})"
                self.problems.append(problem("S106", self._place(key.mark), found=quoted(key.text), expected=expected))
            else:
                entries[key.text] = Entry(key.text, key.mark, value)
        return Table(tuple(entries.values()), _mark(event))

    def _check(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"an alias (*{anchor})")
        elif anchor:
            self._refuse(event, f"an anchor (&{anchor})")
        if tag:
            self._refuse(event, f"a tag ({tag})")

    def _refuse(self, event: yaml.Event, found: str) -> None:
        self.problems.append(problem("S105", self._place(_mark(event)), found=found, expected="the value written out"))

    def _place(self, mark: Mark) -> Place:
        return Place(file=self.file, line=mark.line, column=mark.column)


def quoted(text: str) -> str:
    """A text as messages show it: in quotes, one line, at most 60 characters."""
    flat = " ".join(text.split())
    return f'"{flat[:57]}..."' if len(flat) > 60 else f'"{flat}"'  # noqa: PLR2004 - said in the docstring


def in_words(node: Node) -> str:
    """What stands at a place, for messages."""
    if isinstance(node, Scalar):
        return "nothing" if node.empty else quoted(node.text)
    return "a list" if isinstance(node, Listing) else "keys and values"


def _mark(event: yaml.Event) -> Mark:
    if event.start_mark is None:  # the stubs allow it; no parser does it
        return Mark(1, 1)
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _place_in(text: str, position: int, file: str) -> Place:
    before = text[:position]
    return Place(file=file, line=before.count("\n") + 1, column=position - (before.rfind("\n") + 1) + 1)


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """A syntax error in words, with the commonest cause as its remedy."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    at = written[column - 1 : column]
    if "\t" in written[:column]:
        remedy = "Indent with spaces, not tabs."
    elif "mapping values" in (error.problem or ""):
        remedy = "Put text that holds a colon in quotes, and check the indent."
    elif at and at in "@`%&*!|>[]{},?":
        remedy = f"Put text that starts with {at} in quotes."
    elif "quoted" in (error.context or ""):
        remedy = "Close the quote."
    else:
        remedy = "Check brackets, dashes and indents here and on the line before."
    return problem("S104", Place(file=file, line=line, column=column), found=error.problem or "", remedy=remedy)
