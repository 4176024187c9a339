"""One document becomes its pages: draw, set, repair, read back, prove. All that a worker runs; it loads no pandas."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from reportgen.charts import drawing
from reportgen.model.document import AnyDocument, ParentReport
from reportgen.model.drawing import Drawing
from reportgen.model.picture import GroupPanels, Picture
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.theme import Theme
from reportgen.render import NameIndex, Pages, prove_pdf, read_back, serious
from reportgen.render.pages import Draw


@dataclass(frozen=True)
class Desk:
    """What a worker is set up with, once."""

    theme: Theme
    overrides: Path | None
    """The school's own templates folder."""
    web_fonts: tuple[bytes, bytes]
    names: NameIndex
    """Names of pupils and staff: whose may stand on a page and whose not."""
    logo: str = ""
    """The school's logo as a `data:` address."""
    pdf: bool = True
    prove: bool = False


@dataclass(frozen=True)
class Page:
    """One document's files, or what is wrong with them."""

    html: bytes | None = None
    pdf: bytes | None = None
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    """Holds keep the document out of the build; warnings do not."""
    seconds: tuple[tuple[str, float], ...] = ()
    """Time by what was done, for the benchmarks."""


COLLECT_FROM = 200_000
"""Objects made before the garbage collector runs: it costs a few percent of a batch when it runs as it likes."""


SIDES, SIDES_LARGE = 2, 4
"""Sides of a family's interim report, and in large print."""


class Maker:
    """Makes pages at one desk."""

    def __init__(self, desk: Desk) -> None:
        """Parses templates, style sheets and fonts once."""
        self._desk = desk
        self._pages = Pages(desk.theme, desk.overrides, desk.web_fonts, logo=desk.logo)
        self._charts: dict[str, str] = {}

    def make(self, document: AnyDocument) -> Page:
        """The document's page on paper and on screen, proved."""
        clock = _Clock()
        self._charts.clear()
        if not self._desk.pdf:
            return Page(html=self._html(document, clock), seconds=clock.laps())
        printed = self._pages.pdf(document, draw=clock.timed("draw", self._draw))
        clock.lap("pdf")
        if _too_long(document, printed.pages):
            document = document.model_copy(update={"long": True})
            printed = self._pages.pdf(document, draw=self._draw)
            clock.lap("pdf")
        found = [_about("V602", document, message) for message in serious(printed.messages)]
        if isinstance(document, ParentReport):
            if printed.pages > (SIDES_LARGE if document.large_print else SIDES):
                found.append(_about("V605", document, f"{printed.pages} sides"))
            found += [_about("V603", document, told) for told in read_back(printed.content, document, self._desk.names)]
            clock.lap("read back")
        if self._desk.prove:
            found += [_about("V604", document, told) for told in prove_pdf(printed.content)]
            clock.lap("prove")
        html = self._html(document, clock)
        return Page(html=html, pdf=printed.content, pages=printed.pages, problems=tuple(found), seconds=clock.laps())

    def _html(self, document: AnyDocument, clock: _Clock) -> bytes:
        html = self._pages.html(document, draw=self._draw).encode()
        clock.lap("html")
        return html

    def _draw(self, picture: Picture) -> Drawing | str:
        """A drawing; a chart with axes is drawn once a document and kept in memory with it."""
        if not isinstance(picture, GroupPanels):
            return drawing(picture)
        key = picture.model_dump_json()
        if key not in self._charts:
            from reportgen.charts.panels import panels_svg  # noqa: PLC0415 - matplotlib only where a chart is drawn

            self._charts[key] = panels_svg(picture, self._desk.theme)
        return self._charts[key]


class _Clock:
    """Seconds by name: what a page costs."""

    def __init__(self) -> None:
        self._last = perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, name: str) -> None:
        now = perf_counter()
        self._laps[name] = self._laps.get(name, 0.0) + now - self._last
        self._last = now

    def timed(self, name: str, work: Draw) -> Draw:
        """The same work, its seconds counted under a name of their own."""

        def counted(picture: Picture) -> Drawing | str:
            self.lap("pdf")
            made = work(picture)
            self.lap(name)
            return made

        return counted

    def laps(self) -> tuple[tuple[str, float], ...]:
        return tuple(self._laps.items())


def _too_long(document: AnyDocument, pages: int) -> bool:
    """True when a report for families runs over its two sides and its air can still be closed."""
    return isinstance(document, ParentReport) and pages > SIDES and not (document.long or document.large_print)


def _about(code: str, document: AnyDocument, found: str) -> Problem:
    return problem(code, Place(file=document.path), found=found, holds_report=True)


_maker: Maker | None = None


def start(desk: Desk) -> None:
    """Sets a worker up. What is loaded now lives as long as the worker, so the collector need not look at it."""
    global _maker  # noqa: PLW0603 - a worker process has one desk, set up before its first page
    _maker = Maker(desk)
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_FROM)


def make(document: AnyDocument) -> Page:
    """The page of a document, in a worker that was started."""
    if _maker is None:
        raise RuntimeError("start(desk) comes before the first page")
    return _maker.make(document)
