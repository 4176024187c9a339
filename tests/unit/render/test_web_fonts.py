"""The fonts of screen pages."""

from __future__ import annotations

import io

from fontTools.ttLib import TTFont

from reportgen.render import web_fonts
from reportgen.render.templates import FACE

SAID = "Łódź Ştefan Nguyễn Thị Thư Yağmur Șerban Siân Ŵyn Castaño “6−” ‘5+’ 2½ – … • ● ○ ■ □ ▲ ▼ ◆ → £ €"


def test_the_fonts_are_small_lawful_and_the_same_each_time() -> None:
    """Under 25 KB a weight, no reserved name, copyright and licence kept, every letter reports print in them."""
    made = web_fonts()
    assert made == web_fonts()
    for content in made:
        assert len(content) < 25_000
        font = TTFont(io.BytesIO(content))
        names = {record.nameID: record.toUnicode() for record in font["name"].names}
        assert names[1] == FACE
        assert not any("Source" in names[n] for n in (1, 4, 6))
        assert "Adobe" in names[0]
        assert "Open Font License" in names[13]
        assert {ord(letter) for letter in SAID if letter != " "} <= set(font.getBestCmap())
