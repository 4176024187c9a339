"""The plain loop a school's own script would be: one process, each page for itself, nothing kept from page to page.

No repair, no reading back, no screen page; the style sheet is parsed and each chart drawn anew every time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from weasyprint import HTML

from reportgen.charts import drawing
from reportgen.charts.panels import panels_svg
from reportgen.charts.scatter import scatter_svg
from reportgen.model.document import AnyDocument, Bundle
from reportgen.model.drawing import Drawing
from reportgen.model.picture import GroupPanels, Picture, Scatter
from reportgen.model.theme import Theme
from reportgen.pipeline.page import Desk
from reportgen.render import Pages

REPORT = "parent-interim"


@dataclass(frozen=True)
class Kind:
    """What documents of one kind cost in the plain loop."""

    name: str
    documents: int
    sampled: int
    seconds: float
    """For one document, the mean of the sample; of a bundle its front sheet alone."""

    @property
    def total(self) -> float:
        """Seconds for all of them."""
        return self.documents * self.seconds


class PlainLoop:
    """Sets pages the plain way, at the same desk: same templates, style sheets and pictures."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        """Style sheets are written into `folder`, as files of a script would be."""
        self._pages = Pages(desk.theme, desk.overrides, desk.web_fonts, logo=desk.logo)
        self._theme = desk.theme
        self._folder = folder

    def seconds(self, documents: Sequence[AnyDocument]) -> float:
        """Seconds for these documents, their pages filled in, drawn and set one after the other."""
        began = perf_counter()
        for document in documents:
            page = self._pages.print_html(document, draw=self._draw)
            HTML(string=page).write_pdf(stylesheets=[self._style(document)])
        return perf_counter() - began

    def _style(self, document: AnyDocument) -> Path:
        path = self._folder / f"{document.kind}.css"
        if not path.exists():
            path.write_text(self._pages.print_style(document), encoding="utf-8")
        return path

    def _draw(self, picture: Picture) -> Drawing | str:
        return _drawn(picture, self._theme)


def _drawn(picture: Picture, theme: Theme) -> Drawing | str:
    if isinstance(picture, GroupPanels):
        return panels_svg(picture, theme)
    return scatter_svg(picture, theme) if isinstance(picture, Scatter) else drawing(picture)


def cost(loop: PlainLoop, documents: Sequence[AnyDocument], *, sample: int) -> list[Kind]:
    """What every kind of these documents costs, from a sample spread evenly over each."""
    by_kind: dict[str, list[AnyDocument]] = defaultdict(list)
    for document in documents:
        by_kind[document.kind].append(document)
    found = []
    for name, some in by_kind.items():
        chosen = some[:: max(1, len(some) // sample)][:sample]
        loop.seconds(chosen[:1])  # what is loaded once is not the loop's cost
        found.append(Kind(name, len(some), len(chosen), loop.seconds(chosen) / len(chosen)))
    return found


def reports_in_bundles(documents: Sequence[AnyDocument]) -> int:
    """How many times a report's pages stand in a bundle: the plain loop sets them anew each time."""
    return sum(len(document.reports) for document in documents if isinstance(document, Bundle))
