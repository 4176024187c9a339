"""Copies of entries put after the last one of their list, as people would write them there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportgen.settings.rolling.pieces import Edit, Piece, edited


@dataclass(frozen=True)
class Copy:
    """An entry to copy and what changes in the copy."""

    of: Piece
    edits: tuple[Edit, ...]


def with_copies(text: str, listed: Piece, copies: Sequence[Copy], *, label: Callable[[str], str]) -> str:
    """The text with copies after the last entry of a list; all that was there stays letter for letter.

    The comment lines right above an entry go with it; `label` makes those of the copy.
    """
    if not copies:
        return text
    if listed.flow:
        at = listed.items[-1].last
        new = "".join(f", {edited(text, c.edits, start=c.of.start, end=c.of.last)}" for c in copies)
        return text[:at] + new + text[at:]
    line_end = "\r\n" if "\r\n" in text else "\n"
    stretches = {item.start: _stretch(text, item) for item in listed.items}
    apart = line_end * _blank_lines(text, stretches, listed)
    at = stretches[listed.items[-1].start].end
    before = text[:at] if text[:at].endswith("\n") else text[:at] + line_end
    new = "".join(apart + _copied(text, one, stretches[one.of.start], label) for one in copies)
    whole = new if new.endswith("\n") else new + line_end
    return before + whole.replace("\r\n", "\n").replace("\n", line_end) + text[at:]


@dataclass(frozen=True)
class _Stretch:
    """The lines of an entry: from its first comment line, from its dash, to the end of its last line."""

    start: int
    dash: int
    end: int


def _copied(text: str, copy: Copy, lines: _Stretch, label: Callable[[str], str]) -> str:
    comments = "".join(label(line) for line in text[lines.start : lines.dash].splitlines(keepends=True))
    copied = comments + edited(text, copy.edits, start=lines.dash, end=lines.end)
    return copied if copied.endswith("\n") else copied + "\n"


def _stretch(text: str, item: Piece) -> _Stretch:
    """The lines of an entry of a list with dashes, deeper comments below it included."""
    dash = text.rfind("-", 0, item.start)
    first = text.rfind("\n", 0, dash) + 1
    indent = dash - first
    end = _line_end(text, len(text[: max(item.last, dash + 1)].rstrip()))
    while (line := text[end : _line_end(text, end)]).lstrip().startswith("#") and _indent(line) > indent:
        end = _line_end(text, end)
    start = first
    while start and (line := text[text.rfind("\n", 0, start - 1) + 1 : start]).lstrip().startswith("#"):
        if _indent(line) > indent:
            break
        start -= len(line)
    return _Stretch(start, first, end)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line_end(text: str, at: int) -> int:
    """The place after the end of the line that holds a place."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _blank_lines(text: str, stretches: dict[int, _Stretch], listed: Piece) -> int:
    """Blank lines between the last two entries of a list."""
    if len(listed.items) == 1:
        return 0
    one, other = (stretches[item.start] for item in listed.items[-2:])
    return text[one.end : other.start].count("\n")
