"""The press: HTML to a tagged, repaired PDF. Style sheets and fonts are read once a worker, not once a page."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from reportgen.render.fetcher import AssetFetcher
from reportgen.render.messages import listening
from reportgen.render.repair import finish
from reportgen.render.tree import page_tree

VARIANT = "pdf/ua-1"

Finish = Callable[[object, Any], None]
"""Called between building a PDF and writing it: `repair.finish`, or something around it."""

_BLANK = "<html><body></body></html>"


@dataclass(frozen=True)
class Printed:
    """A printed document: the PDF's bytes, how many pages it has, what the libraries said on the way."""

    content: bytes
    pages: int
    messages: tuple[str, ...]


@dataclass(frozen=True)
class Joined:
    """A joined file, and on which of its pages each chapter begins, counted from 1."""

    printed: Printed
    starts: tuple[int, ...]


@dataclass(frozen=True)
class Sheet:
    """A parsed style sheet and what was said while it was parsed: each page set with it inherits that."""

    css: Any
    messages: tuple[str, ...]


@dataclass(frozen=True)
class LaidOut:
    """Pages laid out and not yet written: they can be written more than once, alone and among others."""

    document: Any
    """WeasyPrint's document."""
    messages: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.document.pages)


@dataclass(frozen=True)
class Chapter:
    """Pages that go into a joined file under one bookmark."""

    name: str
    laid_out: LaidOut


class Press:
    """One font configuration and one fetcher for all documents of a worker."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Allows pages to load from these folders only."""
        self._fetcher = AssetFetcher(folders)
        self._base = folders[-1].as_uri() + "/"
        self._fonts = FontConfiguration()
        self._blank = lru_cache(maxsize=8)(self._make_blank)

    def sheet(self, text: str) -> Sheet:
        """A style sheet ready to use.

        It is parsed with the same font configuration pages are set with: with another, WeasyPrint would fall back to
        a system font without a word.
        """
        with listening() as said:
            css = CSS(string=text, font_config=self._fonts, url_fetcher=self._fetcher, base_url=self._base)
        return Sheet(css=css, messages=tuple(said))

    def lay_out(self, page: str, sheet: Sheet) -> LaidOut:
        """The page laid out, ready to be written."""
        with listening() as said:
            tree = page_tree(page, base_url=self._base, fetcher=self._fetcher)
            document = tree.render(stylesheets=[sheet.css], font_config=self._fonts, pdf_variant=VARIANT)
        return LaidOut(document=document, messages=(*sheet.messages, *said))

    def write(self, laid_out: LaidOut, *, finish_with: Finish = finish) -> Printed:
        """A tagged PDF/UA-1 of pages laid out, repaired; the same pages give the same bytes."""
        with listening() as said:
            content = laid_out.document.write_pdf(finisher=finish_with, pdf_variant=VARIANT)
        return Printed(
            content=content, pages=laid_out.pages, messages=tuple(dict.fromkeys((*laid_out.messages, *said)))
        )

    def pdf(self, page: str, sheet: Sheet) -> Printed:
        """A tagged PDF/UA-1 of the page, repaired; the same page gives the same bytes."""
        return self.write(self.lay_out(page, sheet))

    def join(
        self, front: LaidOut, chapters: Iterable[Chapter], *, right_hand: bool = False, finish_with: Finish = finish
    ) -> Joined:
        """One tagged PDF of a front sheet and chapters, a bookmark each; title and language are the front's.

        The pages are those laid out, to the letter: nothing is set again. With `right_hand` each chapter begins on a
        right-hand page (an odd one) and the file ends on a left-hand page, blank sides making up for it.
        """
        pages = list(front.document.pages)
        begun = []
        for number, chapter in enumerate(chapters, start=1):
            pages += self._fill_up(pages) if right_hand else []
            begun.append(len(pages) + 1)
            pages += _pages_of(chapter, number)
        pages += self._fill_up(pages) if right_hand else []
        joined = LaidOut(front.document.copy(pages), front.messages)
        return Joined(self.write(joined, finish_with=finish_with), tuple(begun))

    def _fill_up(self, pages: list[Any]) -> list[Any]:
        """A blank side when the last page is a right-hand one, of its size."""
        return [self._blank(pages[-1].width, pages[-1].height)] if len(pages) % 2 else []

    def _make_blank(self, width: float, height: float) -> Any:  # noqa: ANN401  # WeasyPrint's page
        """A page with nothing on it: no foot, no DRAFT, no element."""
        return self.lay_out(_BLANK, self.sheet(f"@page{{size:{width}px {height}px;margin:0}}")).document.pages[0]


def _pages_of(chapter: Chapter, number: int) -> list[Any]:
    """The chapter's pages under one bookmark, its anchors and links its own. The pages laid out stay as they are."""
    pages = [copy.copy(page) for page in chapter.laid_out.document.pages]
    for place, page in enumerate(pages):
        page.bookmarks = [(1, chapter.name, (0, 0), "open")] if place == 0 else []
        page.anchors = {f"{number}-{name}": spot for name, spot in page.anchors.items()}
        page.links = [_within(link, number) for link in page.links]
    return pages


def _within(link: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    """A link to a place of the same chapter: many chapters have a place of that name."""
    kind, target, *rest = link
    return (kind, f"{number}-{target}" if kind == "internal" else target, *rest)
