"""What changes in the copy of an entry: ids, names, years, dates and what they refer to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reportgen.settings.rolling.pieces import Edit, Piece
from reportgen.settings.rolling.years_in_text import Move
from reportgen.settings.told import read_told

_NAMES = frozenset({"name", "short", "also"})
_REFERENCES = frozenset({"collection", "compare", "assessments"})
_DATES = frozenset(
    {"starts", "ends", "moderated", "opens", "closes", "freezes", "on", "papers", "roll_on", "results_on"}
)


@dataclass(frozen=True)
class Mover:
    """Moves entries from one school year to another. `ids` are those of the entries copied."""

    source: str
    move: Move
    ids: Collection[str] = ()

    def new_id(self, name: str) -> str:
        """The id of a copy: its year moved, or the new year added where it has none."""
        moved = self.move.text(name)
        return moved if moved != name else f"{name}-{self.move.to}"

    def edits(self, entry: Piece, *, top: bool = True) -> Iterator[Edit]:
        """Every change in an entry and in the entries inside it, whose ids need no year of their own."""
        for key, value in entry.keys:
            if key == "year":
                yield self._put(value, str(self.move.to))
            elif key == "years":
                yield Edit(value.start, value.last, f"[{self.move.to}]" if value.flow else f"- {self.move.to}")
            else:
                yield from self._of_key(key, value, top=top)
            for item in value.items:
                yield from self.edits(item, top=False)

    def _of_key(self, key: str, value: Piece, *, top: bool) -> Iterator[Edit]:
        for text in value.texts():
            if key == "id":
                yield self._put(text, self.new_id(text.text) if top else self.move.text(text.text))
            elif key in _NAMES:
                yield Edit(text.start, text.end, self.move.text(self.source[text.start : text.end]))
            elif key in _REFERENCES:
                yield self._put(text, self._reference(text.text))
            elif key in _DATES:
                yield self._put(text, self._date(text.text))

    def _put(self, piece: Piece, new: str) -> Edit:
        """Another text in the place of one, in the quotes it had."""
        written = self.source[piece.start : piece.end]
        return Edit(piece.start, piece.end, written.replace(piece.text, new, 1) if piece.text else written)

    def _reference(self, name: str) -> str:
        return self.new_id(name) if name in self.ids else self.move.text(name)

    def _date(self, text: str) -> str:
        """A plain date moved; a told one as it is but for the name of what it is told from."""
        told = read_told(text)
        if told is None:
            return self.move.day(text.strip())
        name = rf"(?P<year>\b\d{{4}}(?:/\d\d)?\s+)?(?P<name>(?<!\S){re.escape(told.event.name)})"
        around = rf"\bof\s+{name}" if told.event.in_school else rf"{name}(?=\s+{told.event.moment.split()[0]})"
        found = re.search(around, text, re.IGNORECASE)
        if found is None:
            return text
        start = found.start("year" if found["year"] else "name")
        moved = "/".join(map(self._reference, found["name"].lower().split("/")))
        kept = moved if moved != found["name"].lower() else found["name"]
        return text[:start] + self.move.text(found["year"] or "") + kept + text[found.end() :]
