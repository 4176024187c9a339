"""A family's PDF read back as a stranger would read it, and held against the document it was made from.

The last check before a report leaves: this pupil's name, this pupil's marks, each in its row, every sentence there and
nobody else's name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import combinations, pairwise
from string import digits

import pypdfium2

from reportgen.model.document import ParentReport, Row
from reportgen.render.folding import squeezed
from reportgen.render.names import NameIndex

HEAD = 0.75
"""The head of the first page is the part above this share of its height."""


LIST_MARKS = ".\N{BULLET}" * 12
"""Marks of lists are painted after everything else on their page."""


@dataclass(frozen=True)
class PrintedText:
    """What a PDF says: its pages' text, and the head of the first page."""

    pages: tuple[str, ...]
    head: str

    @classmethod
    def of(cls, content: bytes) -> PrintedText:
        """The text of a PDF in reading order."""
        with closing(pypdfium2.PdfDocument(content)) as pdf:
            return cls.of_pages(pdf, range(len(pdf)))

    @classmethod
    def of_pages(cls, pdf: pypdfium2.PdfDocument, numbers: Iterable[int]) -> PrintedText:
        """The text of these pages of an open PDF, counted from 0."""
        pages: list[str] = []
        head = ""
        for number in numbers:
            with closing(pdf[number]) as page, closing(page.get_textpage()) as text:
                head = head if pages else text.get_text_bounded(bottom=page.get_height() * HEAD)
                pages.append(text.get_text_range())
        return cls(pages=tuple(pages), head=head)


def read_back(content: bytes, report: ParentReport, others: NameIndex) -> tuple[str, ...]:
    """What is wrong with a printed report, in words for the problem list; empty when all is right.

    Text is compared without regard to line breaks, hyphens at line ends and ligatures. Rows of the subjects table are
    compared whole and in order, with nothing between them but a page's foot and the heads said again.
    """
    return _wrong(PrintedText.of(content), report, others)


def read_back_batch(content: bytes, reports: Iterable[tuple[ParentReport, range]], others: NameIndex) -> Iterator[str]:
    """What is wrong with the reports of a batch, each on its own pages, counted from 1.

    A batch is what goes to the printer: each report is held against its pages as if they were a file of their own.
    """
    with closing(pypdfium2.PdfDocument(content)) as pdf:
        for report, numbers in reports:
            printed = PrintedText.of_pages(pdf, (number - 1 for number in numbers))
            yield from (f"{report.path}: {told}" for told in _wrong(printed, report, others))


def _wrong(printed: PrintedText, report: ParentReport, others: NameIndex) -> tuple[str, ...]:
    return (
        *_wrong_name(printed, report),
        *_wrong_rows(printed, report),
        *_lost_words(printed, report),
        *_other_names(printed, report, others),
    )


def _wrong_name(printed: PrintedText, report: ParentReport) -> Iterator[str]:
    if squeezed(report.pupil_name) not in squeezed(printed.head):
        yield "the name at the head of the first page is not the pupil’s"


def _wrong_rows(printed: PrintedText, report: ParentReport) -> Iterator[str]:
    """The subjects table: found whole, row after row, from its caption on."""
    text = "".join(squeezed(page) for page in printed.pages)
    place = text.find(squeezed(report.subjects.caption))
    if place < 0:
        yield "the subjects table is not there"
        return
    place += len(squeezed(report.subjects.caption))
    between = _page_break(report)
    for number, row in enumerate(report.subjects.rows, start=1):
        wanted = _row_text(row)
        found = text.find(wanted, place)
        if found < 0 or not _is_page_break(text[place:found], between):
            yield f"row {number} of the subjects table is not as composed: {row.cells[0].text}"
            found = place if found < 0 else found
        place = found + len(wanted) if text.startswith(wanted, found) else place


def _row_text(row: Row) -> str:
    return squeezed("".join(f"{cell.text}{cell.second}" for cell in row.cells))


def _page_break(report: ParentReport) -> Counter[str]:
    """The letters that may stand between two rows where a page ends: foot, number, list marks, heads.

    Letters, not words in a row: heads of several lines are read in an order of their own.
    """
    heads = "".join(f"{column.head}{''.join(column.ends)}" for column in report.subjects.columns)
    foot = f"{report.pupil_name}, {report.school}. {report.origin.shown}"
    return Counter(squeezed(f"{heads}{foot}Page of{digits * 2}{LIST_MARKS}"))


def _is_page_break(gap: str, allowed: Counter[str]) -> bool:
    return not gap or Counter(gap) <= allowed


def _lost_words(printed: PrintedText, report: ParentReport) -> Iterator[str]:
    """Every sentence of the document is on the page; the glance and the next steps in their order."""
    pages = tuple(squeezed(page) for page in printed.pages)
    in_order = [*(part.text for part in report.glance), *report.next_steps]
    places = [_place(squeezed(sentence), pages) for sentence in in_order]
    for sentence, place in zip(in_order, places, strict=True):
        if place is None:
            yield f"a sentence of the first page is not there: {sentence}"
    known = [place for place in places if place is not None]
    if any(after < before for before, after in pairwise(known)):
        yield "the sentences of the first page are not in their order"
    for sentence in _elsewhere(report):
        if _place(squeezed(sentence), pages) is None:
            yield f"not on the page, or cut off: {sentence}"


def _place(sentence: str, pages: tuple[str, ...]) -> tuple[int, int] | None:
    """The page and place where a sentence starts, which may end on a later page; None when it is not there."""
    for number, page in enumerate(pages):
        found = page.find(sentence)
        if found >= 0:
            return number, found
    for number, page in enumerate(pages):
        if _runs_on(sentence, pages[number:]):
            return number, page.find(sentence[: _begun(sentence, page)])
    return None


def _runs_on(sentence: str, pages: tuple[str, ...]) -> bool:
    """Whether a sentence starts on the first of these pages and goes on over the next."""
    if not pages:
        return False
    begun = _begun(sentence, pages[0])
    return begun == len(sentence) or (begun > 0 and _runs_on(sentence[begun:], pages[1:]))


def _begun(sentence: str, page: str) -> int:
    """How many letters of a sentence's beginning are on a page."""
    return bisect_left(range(len(sentence)), x=True, key=lambda length: sentence[: length + 1] not in page)


def _elsewhere(report: ParentReport) -> Iterator[str]:
    yield from report.lines
    if report.attendance is not None:
        yield report.attendance.sentence
        for row in report.attendance.table.rows:
            yield _row_text(row)
    for key in report.keys:
        yield from (f"{row.label}{row.meaning}" for row in key.rows)
    yield from (item.text for item in report.guide)
    yield from ("".join(run.text for run in line) for line in report.talk)
    yield from report.questions


def _other_names(printed: PrintedText, report: ParentReport, others: NameIndex) -> Iterator[str]:
    own = (report.pupil_name, report.school, *_neighbours(report))
    for text in printed.pages:
        for name in others.others_in(text, own=own):
            yield f"another pupil’s name is on the page: {name}"


def _neighbours(report: ParentReport) -> Iterator[str]:
    """Words side by side because two cells or two months are: April and May are no pupil called April May."""
    days = report.attendance.days if report.attendance else None
    months = [note.text for note in days.months] if days else []
    yield from (f"{one} {other}" for one, other in combinations(months, 2))
    cells = [cell.text.split() for row in report.subjects.rows for cell in row.cells if cell.text]
    yield from (f"{one[-1]} {other[0]}" for one, other in pairwise(cells) if one and other)
