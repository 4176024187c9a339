"""Proof packs and print batches as tutors and printers get them."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from builders import THEME
from bundle_pages import HELD, form, print_batch, proof_pack
from printed import page_texts, smallest_type

from reportgen.model.document import ParentReport
from reportgen.pipeline.page import Desk, Maker, Page
from reportgen.pipeline.sheaf import Made, Sheaf, make_sheaf
from reportgen.render import NameIndex, Pages, web_fonts

SIDES = (2, 3, 1, 2, 2)
"""Sides of the form's reports."""
Bookmark = tuple[int, str, int]


@pytest.fixture(scope="module")
def reports() -> tuple[ParentReport, ...]:
    return form()


@pytest.fixture(scope="module")
def made(reports: tuple[ParentReport, ...]) -> Made:
    """The form's reports, proof pack and print batch, made in one sheaf. Sides are not what is wrong with a report."""
    maker = Maker(Desk(theme=THEME, overrides=None, web_fonts=web_fonts(), names=NameIndex.of([], [])))
    return make_sheaf(maker, Sheaf(reports, (proof_pack(reports), print_batch(reports))))


@pytest.fixture(scope="module")
def proof(made: Made) -> Page:
    return made.bundles[0]


@pytest.fixture(scope="module")
def batch(made: Made) -> Page:
    return made.bundles[1]


def content(page: Page) -> bytes:
    assert page.pdf is not None
    return page.pdf


def bookmarks(page: Page) -> list[Bookmark]:
    """Level, title and page (counted from 1) of each bookmark."""
    pdf = pypdfium2.PdfDocument(content(page))
    return [(one.level, one.get_title(), one.get_dest().get_index() + 1) for one in pdf.get_toc()]


def elements(page: Page) -> Counter[str]:
    """How many live elements of each kind the structure tree holds."""
    with pikepdf.open(io.BytesIO(content(page))) as pdf:
        return Counter(_kinds(pdf.Root.StructTreeRoot.K))


def _kinds(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _kinds(one)
    elif isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem":
        yield str(node.S)
        yield from _kinds(node.get("/K"))


def test_the_form_is_as_these_tests_take_it(made: Made) -> None:
    """Reports of two sides, three and one: odd and even, and nothing wrong with any."""
    assert tuple(page.pages for page in made.pages) == SIDES
    assert {p.code for page in (*made.pages, *made.bundles) for p in page.problems} <= {"V605"}


def test_bundles_are_proved(made: Made, prove: Any) -> None:
    """Both pass PDF/UA-1, blank sides and all, and every page's content is reached from the structure tree."""
    assert [prove(content(page)) for page in made.bundles] == [(), ()]


def test_every_heading_and_table_of_a_report_is_in_the_tree_of_a_bundle(made: Made, pages: Pages, draw: Any) -> None:
    """A bundle's structure holds what its front sheet's and its reports' own files hold, added up: no tag is lost."""
    fronts = [pages.pdf(page.document, draw=draw).content for page in made.bundles if page.document]
    for page, front in zip(made.bundles, fronts, strict=True):
        parts = sum((elements(one) for one in (*made.pages, Page(pdf=front))), Counter[str]())
        whole = elements(page)
        kinds = ("/H1", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/Figure", "/L", "/P")
        assert {kind: whole[kind] for kind in kinds} == {kind: parts[kind] for kind in kinds}
        assert parts["/H1"] == 1 + len(SIDES)


def test_the_pages_of_a_bundle_say_what_the_reports_say(made: Made) -> None:
    """Page by page the same words as in each family's own file, in register order."""
    own = [text for page in made.pages for text in page_texts(content(page))]
    proof, batch = (page_texts(content(page)) for page in made.bundles)
    assert proof[-len(own) :] == own
    assert [text for text in batch[1:] if text] == own


def test_each_report_of_a_batch_begins_on_a_right_hand_page(batch: Page, reports: tuple[ParentReport, ...]) -> None:
    """Every report starts on an odd page; a blank side follows the cover and each odd number of sides, and no other."""
    starts = [page for _, _, page in bookmarks(batch)[1:]]
    assert starts == [3, 5, 9, 11, 13]
    texts = page_texts(content(batch))
    blank = [number for number, text in enumerate(texts, start=1) if not text]
    assert blank == [2, 8, 10]
    assert len(texts) == 14
    for report, start in zip(reports, starts, strict=True):
        assert " ".join(report.pupil_name.split()) in texts[start - 1]


def test_a_blank_side_has_nothing_on_it(batch: Page) -> None:
    """No foot, no DRAFT, no strip: white from edge to edge, of the size of the others."""
    pdf = pypdfium2.PdfDocument(content(batch))
    blank = pdf[1]
    assert blank.get_size() == pytest.approx(pdf[0].get_size(), abs=0.1)
    assert blank.render(scale=0.3).to_pil().convert("L").getextrema() == (255, 255)


def test_a_bundle_has_a_bookmark_for_each_pupil(made: Made, reports: tuple[ParentReport, ...]) -> None:
    """One a report, by the pupil's name, on the report's first page; the front sheet's headings before them."""
    names = [report.pupil_name for report in reports]
    proof, batch = (bookmarks(page) for page in made.bundles)
    assert proof == [
        (0, "10R: draft reports to check", 1),
        (1, "Blank marks", 1),
        *((0, name, place) for name, place in zip(names, (2, 4, 7, 8, 10), strict=True)),
    ]
    assert [(level, title) for level, title, _ in batch] == [(0, "10R: reports to print"), *((0, n) for n in names)]


def test_the_front_sheet_of_a_proof_pack_is_the_register(proof: Page) -> None:
    """Count, sides of each report and of all, who is held and why, every blank mark and whom to ask."""
    front = page_texts(content(proof))[0]
    assert "5 reports. 1 is held. Sides: 10." in front
    assert "Amara Okonkwo 2 1" in front
    assert "Ben Brown 3 1" in front
    assert f"Taylor, Finley Held: {HELD}" in front
    assert "Brown, Ben Biology Now: not given Dr Lindqvist" in front
    assert "Names pupils: for staff only" in front


def test_the_cover_of_a_batch_counts_sides_and_sheets(batch: Page) -> None:
    """Ten sides on six sheets, as reports of one and three sides leave a blank one; who is held is named."""
    cover = page_texts(content(batch))[0]
    assert "5 reports. 1 is held." in cover
    assert "Sides 10" in cover
    assert "Sheets of paper after this cover 6" in cover
    assert f"Taylor, Finley {HELD}" in cover
    assert "These are drafts: not to be sent home." in cover


def test_a_released_batch_says_nothing_of_drafts(pages: Pages, draw: Any) -> None:
    """Once released the cover does not call the reports drafts."""
    cover = pages.pdf(print_batch(form(draft=False)), draw=draw)
    assert "draft" not in page_texts(cover.content)[0]


def test_a_batch_is_for_paper_only_and_its_document_knows_its_sides(made: Made) -> None:
    """No screen page is made of a batch; what is kept of both bundles holds the sides that layout found."""
    proof, batch = made.bundles
    assert batch.html is None
    assert proof.html is not None
    for page in made.bundles:
        assert page.document is not None
        assert page.document.kind in ("proof-pack", "print-batch")
        assert [row.cells[1].text for row in page.document.pupils.rows if row.about] == ["2", "3", "1", "2", "2"]  # type: ignore[union-attr]  # a bundle


def test_on_a_screen_each_name_leads_to_its_draft(proof: Page) -> None:
    """Names link to the page of the pack's own PDF where the draft begins: the staff folder can be copied away whole."""
    assert proof.html is not None
    page = proof.html.decode()
    for place in (2, 4, 7, 8, 10):
        assert f'href="10r.pdf#page={place}"' in page
    assert "../" not in page
    assert page.count("10r.pdf") == len(SIDES)


def test_nothing_on_a_front_sheet_is_smaller_than_9_points(pages: Pages, draw: Any) -> None:
    """Registers, reasons and feet."""
    reports = form(draft=False)
    for bundle in (proof_pack(reports), print_batch(reports)):
        assert smallest_type(pages.pdf(bundle, draw=draw).content) >= 8.99


def test_rows_to_sign_leave_room_for_a_pen(proof: Page) -> None:
    """From one pupil's line to the next: 7.5 mm at least."""
    text = pypdfium2.PdfDocument(content(proof))[0].get_textpage()
    tops = []
    for name in ("Ben Brown", "Zoë Zając"):
        index, _ = text.search(name).get_next()
        tops.append(text.get_charbox(index)[3])
    assert (tops[0] - tops[1]) * 25.4 / 72 >= 7.4


@pytest.mark.parametrize("large", [False, True], ids=["12 pt", "large print"])
def test_a_draft_has_room_to_sign_in_its_margin_and_nothing_has_moved(pages: Pages, draw: Any, *, large: bool) -> None:
    """Every side of a draft has the strip above where the page begins; released, it is gone and each letter stays."""
    report = form()[0].model_copy(update={"large_print": large})
    draft = pypdfium2.PdfDocument(pages.pdf(report, draw=draw).content)
    released = pypdfium2.PdfDocument(pages.pdf(report.model_copy(update={"draft": False}), draw=draw).content)
    assert len(draft) == len(released)
    for one, other in zip(draft, released, strict=True):
        assert _letters(one) == _letters(other)
        strip, none = _margin(one), _margin(other)
        assert none.getextrema() == (255, 255)
        inked = strip.point(lambda level: 0 if level == 255 else 255).getbbox()
        assert inked is not None
        left, top, right, bottom = (edge / 4 * 25.4 / 72 for edge in inked)
        assert (left, right) == pytest.approx((18, 192), abs=0.6)
        assert 3.5 <= top < bottom <= 14


def _letters(page: Any) -> list[tuple[str, tuple[float, ...]]]:
    text = page.get_textpage()
    return [(text.get_text_range(n, 1), text.get_charbox(n)) for n in range(text.count_chars())]


def _margin(page: Any) -> Any:
    """The top margin as a grey picture, four dots a point."""
    picture = page.render(scale=4).to_pil().convert("L")
    return picture.crop((0, 0, picture.width, round(14.4 / 25.4 * 72 * 4)))


def test_the_strip_is_no_text_and_no_figure(pages: Pages, draw: Any) -> None:
    """Nobody hears or copies it, and reading back can't take it for content: the words of a draft are the report's."""
    report = form()[0]
    draft = pages.pdf(report, draw=draw).content
    released = pages.pdf(report.model_copy(update={"draft": False}), draw=draw).content
    assert page_texts(draft) == page_texts(released)
    assert elements(Page(pdf=draft)) == elements(Page(pdf=released))


@pytest.mark.browser
def test_a_proof_pack_on_a_screen_is_clean(proof: Page, pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """No axe violation and no outside request, with links and, where no PDF is made, without sides, desk and phone."""
    assert proof.html is not None
    bare = proof_pack(form()).on_screen()
    pages_made = {"linked": proof.html.decode(), "bare": pages.html(bare, draw=draw)}
    jobs = []
    for name, text in pages_made.items():
        path = tmp_path / f"{name}.html"
        path.write_text(text, encoding="utf-8")
        jobs += [{"path": path, "width": width} for width in (1000, 320)]
    for found in axe(jobs):
        where = f"{Path(found['path']).stem} at {found['width']}"
        assert found["violations"] == [], where
        assert found["asked"] == [], where
        assert found["said"] == [], where
        assert found["wider"] <= 0, where
    assert ">Sides<" not in pages_made["bare"]
