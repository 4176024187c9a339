"""Text of cells: what is taken out, and when two spellings count as the same."""

from __future__ import annotations

import re
import unicodedata

# by code point: curly quotes, the modifier letter, grave and acute accents; minus, en and em dash, hyphens
_APOSTROPHES = dict.fromkeys((0x2019, 0x2018, 0x02BC, 0x0060, 0x00B4), "'")
_DASHES = dict.fromkeys((0x2212, 0x2013, 0x2014, 0x2010, 0x2011), "-")
_SAME = {**_APOSTROPHES, **_DASHES}
# Overrides and isolates turn text round on the page; the others are marks without width that no one can see.
_HIDDEN = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B, 0x2060, 0x00AD)))
_DROPPED_CATEGORIES = frozenset({"Cc", "Cs", "Co"})
_SPACES = re.compile(r"[^\S\n]+")


class Cleaner(dict[str, str]):
    """Cleaned text by raw text, each cleaned once. `hidden` holds texts that lost a character no one could see."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: set[str] = set()

    def __missing__(self, raw: str) -> str:
        """The cleaned text, remembered."""
        if raw.isascii() and raw.isprintable():
            text = raw.strip()
        else:
            kept = "".join(c for c in raw.replace("\r\n", "\n").replace("\r", "\n") if not _is_hidden(c))
            if len(kept) < len(raw.replace("\r\n", "\n")):
                self.hidden.add(raw)
            text = _SPACES.sub(" ", unicodedata.normalize("NFC", kept)).strip()
        self[raw] = text
        return text


def _is_hidden(character: str) -> bool:
    if character in "\n\t":
        return False
    return character in _HIDDEN or unicodedata.category(character) in _DROPPED_CATEGORIES


def clean(raw: str) -> str:
    """The text in NFC without control and bidi characters, no-break spaces as spaces, outer spaces gone."""
    return Cleaner()[raw]


def fold(text: str) -> str:
    """The form in which headings and names of subjects, collections and so on are compared.

    Capitals, doubled spaces and line ends, byte order marks, the kind of apostrophe and dash make no difference.
    """
    return " ".join(text.replace("\ufeff", "").translate(_SAME).casefold().split())


def fold_mark(text: str) -> str:
    """The form in which marks are compared: capitals, doubled spaces and the kind of minus make no difference."""
    return " ".join(text.translate(_DASHES).casefold().split())


def fold_name(text: str) -> str:
    """The letters of a person's name: official lists strip accents, so ZOE must match Zoë."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())
