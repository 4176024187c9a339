"""Step 6: every document's pages, made by workers, kept or held, in the order of the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.bind import Refused
from reportgen.bind.build import Build
from reportgen.model.document import AnyDocument, Bundle, ParentReport
from reportgen.model.exception import HeldReport
from reportgen.model.manifest import ManifestDocument
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.severity import Severity
from reportgen.packs import Composition, bundles
from reportgen.pipeline.events import Progress, Tell
from reportgen.pipeline.page import Desk, Page
from reportgen.pipeline.sheaf import Made, Sheaf, make, start
from reportgen.pipeline.workers import Done, Lost, NoWorkersError, run

PROOF_CODES = ("V603", "V604")
"""A page that was made but did not stand up to being read back or proved."""
ALONE, BOUND = 200, 6
"""Sheaves after which a worker is replaced: of one document, of a form with its bundles. The libraries keep some
0.04 MB for each report laid out and for each time it is written."""
FIRST, EACH = 120.0, 10.0
"""Seconds the first document of a sheaf may take, and each further one: some thirty times what they do take."""


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
    """Makes every page and writes it as it comes; a page that can't be trusted is held.

    A form's bundles hold its reports' own pages, so they are made together with them, and again without a report that
    could not be trusted. Raises Refused (B712, B701).
    """
    shelf = _Shelf(composition, binding, severity=severity, tell=tell)
    press = _Pressroom(desk, jobs=jobs)
    lost: list[Sheaf] = []
    for outcome in press.run(_sheaves(composition), retry=False):
        if isinstance(outcome, Done):
            shelf.take(outcome.item, outcome.value)
        else:
            lost.append(outcome.item)
    for outcome in press.run([Sheaf((document,)) for sheaf in lost for document in sheaf.documents]):
        shelf.take_or_lose(outcome)
    for outcome in press.run(shelf.bundles_to_make()):
        shelf.take_or_lose(outcome)
    return shelf.rendered()


def _sheaves(composition: Composition) -> list[Sheaf]:
    """The reports of a form with its bundles, where its first report stands; any other document by itself."""
    reports = {d.key: d for d in composition.documents if isinstance(d, ParentReport)}
    bound: dict[str, Sheaf] = {}
    for form in composition.forms:
        if made := bundles(form):
            keys = made[0].reports
            bound |= dict.fromkeys(keys, Sheaf(tuple(reports[key] for key in keys), made))
    sheaves = []
    for document in composition.documents:
        sheaf = bound.get(document.key) if isinstance(document, ParentReport) else None
        if sheaf is not None and document is sheaf.documents[0]:
            sheaves.append(sheaf)
        elif sheaf is None and not isinstance(document, Bundle):
            sheaves.append(Sheaf((document,)))
    return sheaves


class _Pressroom:
    """Workers for sheaves, set up alike for every round."""

    def __init__(self, desk: Desk, *, jobs: int) -> None:
        self._desk, self._jobs = desk, jobs

    def run(self, sheaves: Sequence[Sheaf], *, retry: bool = True) -> Iterator[Done[Sheaf, Made] | Lost[Sheaf]]:
        """What became of each sheaf, those with bundles first; raises Refused (B712) when no worker can start."""
        bound = [sheaf for sheaf in sheaves if sheaf.bundles]
        yield from self._run(bound, retry=retry, recycle=BOUND)
        yield from self._run([sheaf for sheaf in sheaves if not sheaf.bundles], retry=retry, recycle=ALONE)

    def _run(self, sheaves: Sequence[Sheaf], *, retry: bool, recycle: int) -> Iterator[Done[Sheaf, Made] | Lost[Sheaf]]:
        if not sheaves:
            return
        try:
            yield from run(
                sheaves, work=make, start=start, start_args=(self._desk,), jobs=self._jobs, recycle=recycle,
                timeout=_seconds, retry=retry,
            )  # fmt: skip
        except NoWorkersError as error:
            raise Refused(problem("B712", found=str(error).partition("\n")[0])) from error


def _seconds(sheaf: Sheaf) -> float:
    return FIRST + EACH * (len(sheaf.documents) + len(sheaf.bundles) - 1)


class _Shelf:
    """Pages as they come: written, or held with the reason."""

    def __init__(
        self, composition: Composition, binding: Build, *, severity: Callable[[Problem], Problem], tell: Tell
    ) -> None:
        self._composition, self._binding, self._severity, self._tell = composition, binding, severity, tell
        self._kept: dict[str, tuple[AnyDocument, ManifestDocument]] = {}
        self._seen: set[str] = set()
        self._held: list[HeldReport] = []
        self._problems: list[Problem] = []
        self._seconds: Counter[str] = Counter()

    def take(self, sheaf: Sheaf, made: Made) -> None:
        """The pages of a sheaf. Its bundles only when every report in them was kept: else they are made again."""
        documents = () if sheaf.bundles_only else sheaf.documents
        kept = [self._take(document, page) for document, page in zip(documents, made.pages, strict=True)]
        if made.bundles and all(kept):
            for bundle, page in zip(sheaf.bundles, made.bundles, strict=True):
                self._take(bundle, page)

    def take_or_lose(self, outcome: Done[Sheaf, Made] | Lost[Sheaf]) -> None:
        """The pages of a sheaf tried for the last time; without any, each of its documents is set aside."""
        if isinstance(outcome, Done):
            self.take(outcome.item, outcome.value)
            return
        sheaf = outcome.item
        for document in sheaf.bundles if sheaf.bundles_only else sheaf.documents:
            code = "B710" if outcome.trace else "B708"
            lost = problem(code, Place(file=document.path), found=outcome.reason, holds_report=True)
            self._take(document, Page(problems=(lost,)))

    def bundles_to_make(self) -> list[Sheaf]:
        """The bundles not made yet, composed again: their front sheets name the reports held since."""
        reports = {d.key: d for d in self._composition.documents if isinstance(d, ParentReport)}
        wanted = []
        for form in self._composition.forms:
            missing = tuple(one for one in bundles(form.without(self._held)) if one.path not in self._seen)
            if missing:
                kept = tuple(reports[key] for key in missing[0].reports)
                wanted.append(Sheaf(kept, missing, bundles_only=True))
        return wanted

    def rendered(self) -> Rendered:
        """Everything, in the order of the documents."""
        total = len(self._composition.documents)
        if len(self._seen) < total:
            self._tell(Progress(total, total))
        kept = [self._kept[d.path] for d in self._composition.documents if d.path in self._kept]
        return Rendered(
            documents=tuple(document for document, _ in kept),
            entries=tuple(entry for _, entry in kept),
            held=tuple(self._held),
            problems=tuple(self._problems),
            seconds=tuple(self._seconds.items()),
        )

    def _take(self, document: AnyDocument, page: Page) -> bool:
        """Writes a document's files, or sets it aside; True when it was written."""
        pupil = self._composition.pupils.get(document.key)
        found = [self._severity(p.model_copy(update={"pupil": pupil})) for p in page.problems]
        self._problems += found
        self._seconds.update(dict(page.seconds))
        against = [p for p in found if p.severity is not Severity.WARN or not page.made]
        if not against:
            document = page.document or document
            entry = self._binding.keep(document, html=page.html, pdf=page.pdf, pages=page.pages)
            self._kept[document.path] = (document, entry)
        elif isinstance(document, ParentReport):
            self._held.append(_held(self._composition, document, against[0]))
        self._seen.add(document.path)
        self._tell(Progress(len(self._seen), len(self._composition.documents)))
        return not against


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
