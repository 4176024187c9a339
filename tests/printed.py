"""What stands on a printed page: its words, where they stand, how large they are."""

from __future__ import annotations

import pypdfium2


def page_texts(content: bytes) -> list[str]:
    """The words of each page in reading order, on one line."""
    pdf = pypdfium2.PdfDocument(content)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def bands(content: bytes, page: int) -> tuple[float, float]:
    """Highest and lowest letter of a page's body in points from the top, running feet left out."""
    one = pypdfium2.PdfDocument(content)[page]
    height, text = one.get_height(), one.get_textpage()
    boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]
    body = [(height - top, height - bottom) for _, bottom, _, top in boxes if bottom > 38]
    return min(top for top, _ in body), max(bottom for _, bottom in body)


def smallest_type(content: bytes) -> float:
    """The smallest letter, in points."""
    sizes = []
    for page in pypdfium2.PdfDocument(content):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            size = pypdfium2.raw.FPDFText_GetFontSize(text, place)
            matrix = pypdfium2.raw.FS_MATRIX()
            if size and text.get_text_range(place, 1).strip() and pypdfium2.raw.FPDFText_GetMatrix(text, place, matrix):
                sizes.append(size * abs(matrix.d or matrix.b))
    return min(sizes)
