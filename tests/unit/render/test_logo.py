"""A school's logo stands on families' and governors' pages."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from builders import THEME
from family_pages import parent_report, plain

from reportgen.render import Pages, logo_address, prove_pdf


def _png() -> bytes:
    """A picture of one dark pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\x00\x12\x43\x6d"))
        + chunk(b"IEND", b"")
    )


def test_a_logo_is_inside_the_page_and_has_words(tmp_path: Path) -> None:
    """The page carries the picture itself, says whose it is, and still passes PDF/UA-1."""
    (tmp_path / "crest.png").write_bytes(_png())
    pages = Pages(THEME, None, (b"", b""), logo=logo_address(tmp_path / "crest.png"))
    report = parent_report()
    assert 'src="data:image/png;base64,' in pages.html(report, draw=plain)
    assert 'alt="Northfield Academy logo"' in pages.html(report, draw=plain)
    assert prove_pdf(pages.pdf(report, draw=plain).content) == ()


def test_a_school_without_a_logo_has_no_picture() -> None:
    """Without a logo the address is empty and the page has no img."""
    assert logo_address(None) == ""
    assert "<img" not in Pages(THEME, None, (b"", b"")).html(parent_report(), draw=plain)
