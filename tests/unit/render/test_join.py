"""Joined files: the very pages of their parts, each chapter its own."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from family_pages import longest, parent_report, plain

from reportgen.model.shipped import shipped
from reportgen.render import Chapter, LaidOut, Pages
from reportgen.render.press import Press

PAGE = '<html lang="en"><head><title>{0}</title></head><body><h1>{0}</h1>{1}</body></html>'
LINKED = '<p id="end">{0}</p><p style="break-before: page"><a href="#end">Back</a></p>'


@pytest.fixture(scope="module")
def press() -> Press:
    return Press((shipped("templates"),))


def laid_out(press: Press, name: str, body: str = "", *, style: str = "") -> LaidOut:
    return press.lay_out(PAGE.format(name, body.format(name)), press.sheet(style))


def sides(n: int) -> str:
    """A body of so many sides."""
    return "".join('<p style="break-after: page">more</p>' for _ in range(n - 1)) + "<p>end</p>"


@pytest.mark.parametrize(
    ("front", "chapters", "starts", "pages"),
    [
        (1, (2, 2), (3, 5), 6),
        (2, (2, 2), (3, 5), 6),
        (1, (1, 1, 3), (3, 5, 7), 10),
        (3, (4,), (5,), 8),
        (1, (), (), 2),
    ],
)
def test_chapters_begin_on_right_hand_pages(
    press: Press, front: int, chapters: tuple[int, ...], starts: tuple[int, ...], pages: int
) -> None:
    """After a front and chapters of odd and even sides, every chapter starts on an odd page and the file ends on an even one."""
    parts = [Chapter(f"C{n}", laid_out(press, f"C{n}", sides(n))) for n in chapters]
    joined = press.join(laid_out(press, "front", sides(front)), parts, right_hand=True)
    assert joined.starts == starts
    assert joined.printed.pages == len(pypdfium2.PdfDocument(joined.printed.content)) == pages


def test_without_right_hand_pages_chapters_follow_on(press: Press) -> None:
    """One after the other, with no blank side."""
    parts = [Chapter(f"C{n}", laid_out(press, f"C{n}", sides(n))) for n in (1, 3, 2)]
    joined = press.join(laid_out(press, "front"), parts)
    assert (joined.starts, joined.printed.pages) == ((2, 3, 6), 7)


def test_a_blank_side_has_the_size_of_the_page_before_it(press: Press) -> None:
    """A landscape chapter is followed by a landscape blank side."""
    wide = laid_out(press, "wide", style="@page { size: A5 landscape }")
    joined = press.join(laid_out(press, "front"), [Chapter("wide", wide)], right_hand=True)
    pdf = pypdfium2.PdfDocument(joined.printed.content)
    assert pdf[1].get_size() == pdf[0].get_size()
    assert pdf[3].get_size() == pdf[2].get_size()
    assert pdf[3].get_size() != pdf[1].get_size()


def test_links_stay_in_their_chapter(press: Press) -> None:
    """Two chapters with a place of the same name: each link leads to its own, never to another pupil's page."""
    parts = [Chapter(name, laid_out(press, name, LINKED)) for name in ("one", "two")]
    joined = press.join(laid_out(press, "front", LINKED), parts)
    assert joined.printed.messages == ()
    with pikepdf.open(io.BytesIO(joined.printed.content)) as pdf:
        names = pdf.Root.Names.Dests.Names
        places = {str(names[n]): names[n + 1] for n in range(0, len(names), 2)}
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        led = [numbers[places[str(page.Annots[0].Dest)][0].objgen] for page in pdf.pages if "/Annots" in page]
    assert led == [1, 3, 5]


def test_joining_leaves_the_parts_as_they_were(pages: Pages) -> None:
    """Pages written alone, in a bundle and alone again: the family's file is the same to the byte, and so is the bundle."""
    laid = pages.lay_out(parent_report(draft=True), draw=plain)
    front = pages.lay_out(longest(), draw=plain)
    alone = pages.write(laid)
    joined = pages._press.join(front, [Chapter("Amara", laid), Chapter("Amara again", laid)], right_hand=True)
    assert pages.write(laid) == alone == pages.pdf(parent_report(draft=True), draw=plain)
    again = pages._press.join(front, [Chapter("Amara", laid), Chapter("Amara again", laid)], right_hand=True)
    assert again == joined


def test_a_joined_file_has_the_title_and_language_of_its_front(pages: Pages, tmp_path: Path) -> None:
    """Nothing of a family's title or of the library's name is in it."""
    front = pages.lay_out(longest(title="10R: reports to print"), draw=plain)
    chapter = Chapter("Amara", pages.lay_out(parent_report(), draw=plain))
    path = tmp_path / "joined.pdf"
    path.write_bytes(pages._press.join(front, [chapter]).printed.content)
    with pikepdf.open(path) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "10R: reports to print"}
        assert pdf.Root.Lang == "en-GB"
        assert "WeasyPrint" not in pdf.Root.Metadata.read_bytes().decode()
