"""One document becomes its pages: draw, lay out, write, repair, read back, prove. What a worker runs; no pandas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.charts import drawing
from reportgen.model.document import AnyBundle, AnyDocument, GovernorPack, ParentReport, PrintBatch
from reportgen.model.drawing import Drawing
from reportgen.model.picture import GroupPanels, Picture, Scatter
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.theme import Theme
from reportgen.pipeline.clock import Clock
from reportgen.render import (
    Chapter,
    Joined,
    LaidOut,
    NameIndex,
    Pages,
    Printed,
    prove_pdf,
    read_back,
    read_back_batch,
    serious,
)
from reportgen.render.repair import finish

PAGE_CODES = ("V602", "V603", "V604", "V605")
"""What can be found wrong with a page once it is made."""


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
    warned: frozenset[str] = frozenset({"V605"})
    """Codes of PAGE_CODES that hold no report in this school."""


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
    document: AnyDocument | None = None
    """The document as it was made, where making it told more: the sides of a bundle."""

    @property
    def made(self) -> bool:
        """Whether there is anything to write."""
        return self.html is not None or self.pdf is not None


@dataclass(frozen=True)
class Report:
    """A family's report and its pages, laid out once and written several times."""

    document: ParentReport
    laid_out: LaidOut


SIDES, SIDES_LARGE, GOVERNOR_SIDES = 2, 4, 6
"""Sides of a family's interim report, and in large print; of a governors' pack."""


class Maker:
    """Makes pages at one desk."""

    def __init__(self, desk: Desk) -> None:
        """Parses templates, style sheets and fonts once."""
        self._desk = desk
        self._pages = Pages(desk.theme, desk.overrides, desk.web_fonts, logo=desk.logo)
        self._charts: dict[str, str] = {}

    def make(self, document: AnyDocument) -> Page:
        """The document's page on paper and on screen, proved."""
        return self.make_to_bind(document)[0]

    def make_to_bind(self, document: AnyDocument) -> tuple[Page, Report | None]:
        """The same, and what a bundle needs of a family's report."""
        clock = Clock()
        self._charts.clear()
        if not self._desk.pdf:
            return Page(html=self._html(document, clock), seconds=clock.laps()), None
        document, laid_out = self._fitted(document, clock)
        printed = self._pages.write(laid_out, finish_with=clock.within("write", "repair", finish))
        clock.lap("write")
        found = [*self._found(document, printed, clock), *self._proved(document, printed, clock)]
        html = self._html(document, clock)
        page = Page(html=html, pdf=printed.content, pages=printed.pages, problems=tuple(found), seconds=clock.laps())
        return page, Report(document, laid_out) if isinstance(document, ParentReport) else None

    def lay_out(self, document: ParentReport) -> Report:
        """A family's report laid out and no more: for a bundle, when its own files are there already."""
        self._charts.clear()
        _, laid_out = self._fitted(document, Clock())
        return Report(document, laid_out)

    def bind(self, bundle: AnyBundle, reports: Mapping[str, Report]) -> Page:
        """A bundle's files: its front sheet, then the very pages of its reports, handed over by key."""
        clock = Clock()
        self._charts.clear()
        if not self._desk.pdf:
            bundle = bundle.on_screen()
            return Page(html=self._html(bundle, clock), seconds=clock.laps(), document=bundle)
        mine = [reports[key] for key in bundle.reports]
        bundle = bundle.on_paper({report.document.key: report.laid_out.pages for report in mine})
        bound = self._bound(bundle, mine, clock)
        found = self._found_bound(bundle, mine, bound, clock=clock)
        starts = dict(zip(bundle.reports, bound.starts, strict=True))
        return Page(
            html=None if isinstance(bundle, PrintBatch) else self._html(bundle.linked(starts), clock),
            pdf=bound.printed.content,
            pages=bound.printed.pages,
            problems=tuple(found),
            seconds=clock.laps(),
            document=bundle,
        )

    def holds(self, page: Page) -> bool:
        """Whether anything found on the page keeps its document out of the build."""
        return any(one.code not in self._desk.warned for one in page.problems)

    def _fitted(self, document: AnyDocument, clock: Clock) -> tuple[AnyDocument, LaidOut]:
        """The document laid out; a family's report a little too long is closed up."""
        laid_out = self._laid_out(document, clock)
        if not _too_long(document, laid_out.pages):
            return document, laid_out
        document = document.model_copy(update={"long": True})
        return document, self._laid_out(document, clock)

    def _laid_out(self, document: AnyDocument, clock: Clock) -> LaidOut:
        laid_out = self._pages.lay_out(document, draw=clock.within("layout", "draw", self._draw))
        clock.lap("layout")
        return laid_out

    def _bound(self, bundle: AnyBundle, reports: Sequence[Report], clock: Clock) -> Joined:
        front = self._laid_out(bundle, clock)
        chapters = [Chapter(report.document.pupil_name, report.laid_out) for report in reports]
        bound = self._pages.bind(bundle, front, chapters, finish_with=clock.within("write", "repair", finish))
        clock.lap("write")
        return bound

    def _found_bound(
        self, bundle: AnyBundle, reports: Sequence[Report], bound: Joined, *, clock: Clock
    ) -> list[Problem]:
        """What is wrong with a joined file. A print batch is what goes home: each report in it is read back again."""
        found = [_about("V602", bundle, message) for message in serious(bound.printed.messages)]
        if isinstance(bundle, PrintBatch):
            placed = (
                (report.document, range(start, start + report.laid_out.pages))
                for report, start in zip(reports, bound.starts, strict=True)
            )
            told = read_back_batch(bound.printed.content, placed, self._desk.names)
            found += [_about("V603", bundle, one) for one in told]
            clock.lap("read back")
        return found + self._proved(bundle, bound.printed, clock)

    def _found(self, document: AnyDocument, printed: Printed, clock: Clock) -> list[Problem]:
        """What the libraries said and what the page does not say."""
        found = [_about("V602", document, message) for message in serious(printed.messages)]
        most = _most_sides(document)
        if most is not None and printed.pages > most:
            found.append(_about("V605", document, f"{printed.pages} sides").model_copy(update={"expected": f"{most}"}))
        if isinstance(document, ParentReport):
            found += [_about("V603", document, told) for told in read_back(printed.content, document, self._desk.names)]
            clock.lap("read back")
        return found

    def _proved(self, document: AnyDocument, printed: Printed, clock: Clock) -> list[Problem]:
        if not self._desk.prove:
            return []
        found = [_about("V604", document, told) for told in prove_pdf(printed.content)]
        clock.lap("prove")
        return found

    def _html(self, document: AnyDocument, clock: Clock) -> bytes:
        html = self._pages.html(document, draw=clock.within("html", "draw", self._draw)).encode()
        clock.lap("html")
        return html

    def _draw(self, picture: Picture) -> Drawing | str:
        """A drawing; a chart with axes is drawn once a document and kept in memory with it."""
        if not isinstance(picture, GroupPanels | Scatter):
            return drawing(picture)
        key = picture.model_dump_json()
        if key not in self._charts:
            self._charts[key] = _chart(picture, self._desk.theme)
        return self._charts[key]


def _chart(picture: GroupPanels | Scatter, theme: Theme) -> str:
    """A chart with axes; its module is loaded only here, and with it matplotlib."""
    if isinstance(picture, Scatter):
        from reportgen.charts.scatter import scatter_svg  # noqa: PLC0415 - matplotlib only where a chart is drawn

        return scatter_svg(picture, theme)
    from reportgen.charts.panels import panels_svg  # noqa: PLC0415 - matplotlib only where a chart is drawn

    return panels_svg(picture, theme)


def _most_sides(document: AnyDocument) -> int | None:
    """The most sides a document should have; None where it may have as many as it needs."""
    if isinstance(document, ParentReport):
        return SIDES_LARGE if document.large_print else SIDES
    return GOVERNOR_SIDES if isinstance(document, GovernorPack) else None


def _too_long(document: AnyDocument, pages: int) -> bool:
    """True when a report for families runs over its two sides and its air can still be closed."""
    return isinstance(document, ParentReport) and pages > SIDES and not (document.long or document.large_print)


def _about(code: str, document: AnyDocument, found: str) -> Problem:
    return problem(code, Place(file=document.path), found=found, holds_report=True)
