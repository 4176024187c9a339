"""The press: HTML to a tagged, repaired PDF. Style sheets and fonts are read once a worker, not once a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from reportgen.render.fetcher import AssetFetcher
from reportgen.render.messages import listening
from reportgen.render.repair import finish
from reportgen.render.tree import page_tree

VARIANT = "pdf/ua-1"


@dataclass(frozen=True)
class Printed:
    """A printed document: the PDF's bytes, how many pages it has, what the libraries said on the way."""

    content: bytes
    pages: int
    messages: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A parsed style sheet and what was said while it was parsed: each page set with it inherits that."""

    css: Any
    messages: tuple[str, ...]


class Press:
    """One font configuration and one fetcher for all documents of a worker."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Allows pages to load from these folders only."""
        self._fetcher = AssetFetcher(folders)
        self._base = folders[-1].as_uri() + "/"
        self._fonts = FontConfiguration()

    def sheet(self, text: str) -> Sheet:
        """A style sheet ready to use.

        It is parsed with the same font configuration pages are set with: with another, WeasyPrint would fall back to
        a system font without a word.
        """
        with listening() as said:
            css = CSS(string=text, font_config=self._fonts, url_fetcher=self._fetcher, base_url=self._base)
        return Sheet(css=css, messages=tuple(said))

    def pdf(self, page: str, sheet: Sheet) -> Printed:
        """A tagged PDF/UA-1 of the page, repaired; the same page gives the same bytes."""
        with listening() as said:
            tree = page_tree(page, base_url=self._base, fetcher=self._fetcher)
            laid_out = tree.render(stylesheets=[sheet.css], font_config=self._fonts, pdf_variant=VARIANT)
            content = laid_out.write_pdf(finisher=finish, pdf_variant=VARIANT)
        return Printed(content=content, pages=len(laid_out.pages), messages=(*sheet.messages, *said))
