"""The face of screen pages: Source Sans 3 cut down to the letters reports use, small enough to travel in each page.

"Source" is a reserved font name, so a cut-down copy may not carry it (SIL Open Font License 1.1, condition 3): the
copies are called Report Sans. Their copyright and licence stay in the name table.
"""

from __future__ import annotations

import io
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from reportgen.model.shipped import shipped

FAMILY = "Report Sans"

LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: Polish, Turkish, Welsh, Romanian
    0x18F, 0x192, *range(0x1A0, 0x1A2), *range(0x1AF, 0x1B1), *range(0x1CD, 0x1DD), *range(0x218, 0x21C), 0x259,
    *range(0x300, 0x304), 0x309, 0x323,  # accents that come apart from their letter
    *range(0x1E80, 0x1E86), *range(0x1EA0, 0x1EFA),  # Welsh and Vietnamese
    *range(0x2010, 0x2016), 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC,
    0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265,
    0x25A0, 0x25A1, 0x25B2, 0x25BC, 0x25C6, 0x25CB, 0x25CF,
)  # fmt: skip
"""What the packs print; a letter outside it falls back to the reader's own sans serif."""

_FAMILY_NAMES = {1: FAMILY, 16: FAMILY}
_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS = 0, 13, 14


def web_fonts() -> tuple[bytes, bytes]:
    """Regular and semibold as WOFF2; the same bytes each time. Takes a second or two: once a build."""
    return _cut("SourceSans3-Regular.ttf", "Regular"), _cut("SourceSans3-Semibold.ttf", "SemiBold")


def _cut(file_name: str, style: str) -> bytes:
    font = TTFont(shipped("templates", "shared", "fonts", file_name), recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
    options.name_IDs = [_COPYRIGHT, 1, 2, 4, 6, _LICENCE, _LICENCE_ADDRESS]
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    _rename(font, style)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def _rename(font: Any, style: str) -> None:  # noqa: ANN401  # fontTools has no types
    names = {**_FAMILY_NAMES, 2: style, 17: style, 4: f"{FAMILY} {style}", 6: f"ReportSans-{style}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
