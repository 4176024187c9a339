"""A YAML text as pieces with their places in it, so that parts can be copied letter for letter, comments included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportgen.settings.tree import Mark


@dataclass(frozen=True)
class Piece:
    """A value of a YAML text: where it begins and ends, and what is in it."""

    start: int
    end: int
    mark: Mark
    flow: bool = False
    """True for a list or table in brackets."""
    text: str = ""
    items: tuple[Piece, ...] = ()
    keys: tuple[tuple[str, Piece], ...] = ()

    def get(self, key: str) -> Piece | None:
        """The value of a key, if it is there."""
        return next((value for name, value in self.keys if name == key), None)

    def texts(self) -> tuple[Piece, ...]:
        """Itself where it is a text, or the texts of a list."""
        return self.items or (self,)

    def said(self, key: str) -> str:
        """The text of a key; empty where it is not there."""
        found = self.get(key)
        return found.text if found else ""

    @property
    def last(self) -> int:
        """Where what is written ends, comments and blank lines after it left out."""
        below = (*self.items, *(value for _, value in self.keys))
        return self.end if self.flow or not below else max(piece.last for piece in below)


@dataclass(frozen=True)
class Edit:
    """A stretch of the text and what takes its place."""

    start: int
    end: int
    text: str


def pieces(text: str) -> Piece:
    """The pieces of a text that has been read as settings before, so that nothing in it can be wrong YAML."""
    root = YAML(typ="rt", pure=True).compose(text)
    return _piece(root) if root is not None else Piece(0, 0, Mark(1, 1))


def _piece(node: Node) -> Piece:
    start, end = node.start_mark, node.end_mark
    mark = Mark(start.line + 1, start.column + 1)
    if isinstance(node, MappingNode):
        keys = tuple((str(key.value), _piece(value)) for key, value in node.value)
        return Piece(start.index, end.index, mark, flow=bool(node.flow_style), keys=keys)
    if isinstance(node, SequenceNode):
        items = tuple(_piece(item) for item in node.value)
        return Piece(start.index, end.index, mark, flow=bool(node.flow_style), items=items)
    return Piece(start.index, end.index, mark, text=str(node.value) if isinstance(node, ScalarNode) else "")


def edited(text: str, edits: Iterable[Edit], *, start: int, end: int) -> str:
    """A stretch of the text with edits inside it made."""
    made, at = [], start
    for edit in sorted(edits, key=lambda one: one.start):
        made += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*made, text[at:end]))
