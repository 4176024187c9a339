"""What a worker makes at one go: a form's reports and the bundles of their pages, or any other document by itself."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.document import AnyBundle, AnyDocument, ParentReport
from reportgen.pipeline.page import Desk, Maker, Page, Report

COLLECT_FROM = 200_000
"""Objects made before the garbage collector runs: it costs a few percent of a batch when it runs as it likes."""


@dataclass(frozen=True)
class Sheaf:
    """Documents made one after the other in one worker, and the bundles of their pages."""

    documents: tuple[AnyDocument, ...]
    bundles: tuple[AnyBundle, ...] = ()
    bundles_only: bool = False
    """True when the documents' own files are there already."""

    def __len__(self) -> int:
        """How many documents it makes."""
        return len(self.bundles) + (0 if self.bundles_only else len(self.documents))


@dataclass(frozen=True)
class Made:
    """The pages of a sheaf, in its order."""

    pages: tuple[Page, ...]
    """Of its documents; none where only bundles were wanted."""
    bundles: tuple[Page, ...]
    """None of them when a report is held: no bundle may hold its pages."""


def make_sheaf(maker: Maker, sheaf: Sheaf) -> Made:
    """Every page of a sheaf; its bundles only when each of its reports may go out."""
    if sheaf.bundles_only:
        reports = tuple(maker.lay_out(one) for one in sheaf.documents if isinstance(one, ParentReport))
        return Made((), _bound(maker, sheaf, reports))
    pages, kept = [], []
    for document in sheaf.documents:
        page, report = maker.make_to_bind(document)
        pages.append(page)
        if sheaf.bundles and report is not None:
            kept.append(report)
    held = any(maker.holds(page) for page in pages)
    return Made(tuple(pages), () if held else _bound(maker, sheaf, kept))


def _bound(maker: Maker, sheaf: Sheaf, reports: Sequence[Report]) -> tuple[Page, ...]:
    by_key = {report.document.key: report for report in reports}
    return tuple(maker.bind(bundle, by_key) for bundle in sheaf.bundles)


_maker: Maker | None = None


def start(desk: Desk) -> None:
    """Sets a worker up. What is loaded now lives as long as the worker, so the collector need not look at it."""
    global _maker  # noqa: PLW0603 - a worker process has one desk, set up before its first page
    _maker = Maker(desk)
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_FROM)


def make(sheaf: Sheaf) -> Made:
    """The pages of a sheaf, in a worker that was started."""
    if _maker is None:
        raise RuntimeError("start(desk) comes before the first page")
    made = make_sheaf(_maker, sheaf)
    if sheaf.bundles:
        gc.collect()  # a form's pages laid out are 200 MB of cycles, which the next form's would come on top of
    return made
