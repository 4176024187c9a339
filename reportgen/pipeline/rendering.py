"""Step 6: every document's pages, made by workers, kept or held, in the order of the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.bind import Refused
from reportgen.bind.build import Build
from reportgen.model.document import AnyDocument, ParentReport
from reportgen.model.exception import HeldReport
from reportgen.model.manifest import ManifestDocument
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.severity import Severity
from reportgen.packs import Composition
from reportgen.pipeline.events import Progress, Tell
from reportgen.pipeline.page import Desk, Page, make, start
from reportgen.pipeline.workers import Done, NoWorkersError, run

PROOF_CODES = ("V603", "V604")
"""A page that was made but did not stand up to being read back or proved."""


@dataclass(frozen=True)
class Rendered:
    """What was kept, in the order of the documents, and what could not be."""

    documents: tuple[AnyDocument, ...]
    entries: tuple[ManifestDocument, ...]
    held: tuple[HeldReport, ...]
    problems: tuple[Problem, ...]
    seconds: tuple[tuple[str, float], ...]
    """Time of the pages by what was done, added up over workers."""


def render(
    composition: Composition,
    desk: Desk,
    binding: Build,
    *,
    jobs: int,
    severity: Callable[[Problem], Problem],
    tell: Tell,
) -> Rendered:
    """Makes every page and writes it as it comes; a page that can't be trusted is held. Raises Refused (B712, B701)."""
    kept: list[tuple[AnyDocument, ManifestDocument]] = []
    held: list[HeldReport] = []
    problems: list[Problem] = []
    seconds: Counter[str] = Counter()
    for done, (document, page) in enumerate(_pages(composition.documents, desk, jobs=jobs), start=1):
        pupil = composition.pupils.get(document.key)
        found = [severity(p.model_copy(update={"pupil": pupil})) for p in page.problems]
        problems += found
        seconds.update(dict(page.seconds))
        against = [p for p in found if p.severity is not Severity.WARN]
        if not against:
            kept.append((document, binding.keep(document, html=page.html, pdf=page.pdf, pages=page.pages)))
        elif isinstance(document, ParentReport):
            held.append(_held(composition, document, against[0]))
        tell(Progress(done, len(composition.documents)))
    return Rendered(
        documents=tuple(document for document, _ in kept),
        entries=tuple(entry for _, entry in kept),
        held=tuple(held),
        problems=tuple(problems),
        seconds=tuple(seconds.items()),
    )


def _pages(documents: Sequence[AnyDocument], desk: Desk, *, jobs: int) -> Iterator[tuple[AnyDocument, Page]]:
    """Each document with its page, in order; one that no worker could make comes with the reason."""
    try:
        for result in run(documents, work=make, start=start, start_args=(desk,), jobs=jobs):
            if isinstance(result, Done):
                yield result.item, result.value
            else:
                code = "B710" if result.trace else "B708"
                lost = problem(code, Place(file=result.item.path), found=result.reason, holds_report=True)
                yield result.item, Page(problems=(lost,))
    except NoWorkersError as error:
        raise Refused(problem("B712", found=str(error).partition("\n")[0])) from error


def _held(composition: Composition, document: ParentReport, why: Problem) -> HeldReport:
    pupil = composition.register[document.key]
    return HeldReport(
        pupil=pupil.key,
        name=pupil.full_name,
        form=pupil.form,
        year_group=pupil.year_group,
        reason=str(why),
        code=why.code,
        stage="prove" if why.code in PROOF_CODES else "render",
    )
