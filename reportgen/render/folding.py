"""Text folded so that the same words compare equal however a page sets them: case, accents, ligatures, line breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_APOSTROPHES = (
    "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`\N{ACUTE ACCENT}"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_APOSTROPHES}](?=[^\W_]))*")
_APOSTROPHE = re.compile(rf"[{_APOSTROPHES}]")
_BROKEN = re.compile(
    "[\\s\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{BYTE ORDER MARK}\x00\x02\ufffe\uffff"
    "\u200e\u200f\u2066-\u2069\u202a-\u202e-]+"
)
"""What a line break may add or swallow: white space, hyphens (PDF readers write U+0002 or U+FFFE for one at the end of
a line), marks without width."""


_STACKED = re.compile(r"(?P<before>[^\W\d_])?(?P<letter>[^\W\d_])[\u0300-\u036f]+(?:\s(?=[a-z]))?")
"""A letter with marks that no single character stands for, as in Yoruba names; PDF readers say it twice, first
without its marks, and may put a space after it."""


class Word(NamedTuple):
    """A folded word, and without a possessive ending where it may have one: `amaras`, `amara` for Amara’s."""

    full: str
    stem: str


def squeezed(text: str) -> str:
    """The text without white space, hyphens and marks of width nothing; letters as they are, ligatures taken apart."""
    return unicodedata.normalize("NFKC", _BROKEN.sub("", _unstacked(text)))


def words(text: str) -> Iterator[Word]:
    """The words of a text, folded: no case, no accents, no apostrophes; hyphens part words."""
    plain = _bare(_bare(_unstacked(text)).casefold())
    for found in _WORD.finditer(plain):
        word = found[0]
        full = _APOSTROPHE.sub("", word)
        owner = word[:-2] if len(word) > 2 and word[-1] == "s" and word[-2] in _APOSTROPHES else word  # noqa: PLR2004  # an apostrophe and s
        yield Word(full, _APOSTROPHE.sub("", owner))


def _unstacked(text: str) -> str:
    """The text composed, each letter with stacked marks as its plain letter, said once."""
    return _STACKED.sub(_plain_once, unicodedata.normalize("NFKC", text))


def _plain_once(found: re.Match[str]) -> str:
    letter, before = _bare(found["letter"]), found["before"] or ""
    return letter if before == letter else before + letter


def _bare(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def folded(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(word.full for word in words(text))
