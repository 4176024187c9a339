"""The press: same page, same bytes; nothing loaded from elsewhere; what is wrong is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from builders import THEME
from family_pages import parent_report, plain, shortest
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from reportgen.model.shipped import shipped
from reportgen.render import Pages, serious
from reportgen.render.fetcher import AssetFetcher
from reportgen.render.press import Press
from reportgen.render.repair import finish
from reportgen.render.style import settled

PAGE = '<html lang="en"><head><title>A</title></head><body><h1>A</h1>{}</body></html>'


@pytest.fixture(scope="module")
def press() -> Press:
    return Press((shipped("templates"),))


def test_equal_documents_make_equal_bytes(pages: Pages) -> None:
    """The same document gives the same PDF, from the same worker later on and from a fresh one."""
    document = parent_report(draft=True)
    first = pages.pdf(document, draw=plain)
    pages.pdf(shortest(), draw=plain)
    assert pages.pdf(document, draw=plain) == first
    assert Pages(THEME, None, (b"", b"")).pdf(document, draw=plain) == first


def test_the_quick_reader_gives_the_page_the_slow_one_gives(pages: Pages) -> None:
    """A page read as XML makes the very bytes it makes when WeasyPrint reads it as HTML."""
    press, document = pages._press, parent_report(draft=True)
    page, sheet = pages.print_html(document, draw=plain), press.sheet(settled(pages.print_style(document)))
    slow = HTML(string=page, base_url=press._base, url_fetcher=press._fetcher)
    by_hand = slow.write_pdf(stylesheets=[sheet.css], font_config=press._fonts, pdf_variant="pdf/ua-1", finisher=finish)
    assert press.pdf(page, sheet).content == by_hand


def test_a_page_that_is_no_xml_is_set_all_the_same(press: Press) -> None:
    """A school's own block may leave tags open as HTML lets it."""
    printed = press.pdf(PAGE.format("<p>one<p>two<br>three &nbsp;"), press.sheet(""))
    assert printed.pages == 1


def test_variables_written_out_change_no_page(pages: Pages) -> None:
    """The style sheet with its variables written out sets the same page as with them."""
    css = ":root{--a:var(--b);--b:2mm}p{margin:var(--a) var(--c);color:#222}"
    assert settled(css + "@media screen{:root{--b:9mm}p{margin:0}}@media screen{q{margin:0}}") == (
        "p{margin:2mm var(--c);color:#222}"
    )
    press, document = pages._press, parent_report(draft=True)
    page, style = pages.print_html(document, draw=plain), pages.print_style(document)
    assert "var(--ink)" in style
    assert press.pdf(page, press.sheet(style)).content == press.pdf(page, press.sheet(settled(style))).content


def test_only_the_shipped_face_is_in_the_file(pages: Pages) -> None:
    """Both weights are the shipped font, embedded with a way back to text; nothing came from the system."""
    printed = pages.pdf(parent_report(draft=True), draw=plain)
    with pikepdf.open(_file(printed.content)) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        outer = [one for one in fonts if one.Subtype == "/Type0"]
        assert {str(one.BaseFont).split("+")[1] for one in outer} == {"Report-Sans", "Report-Sans-Semi-Bold"}
        assert all("/ToUnicode" in one for one in outer)


def _file(content: bytes) -> object:
    import io  # noqa: PLC0415  # one use

    return io.BytesIO(content)


def test_draft_is_across_every_page_until_release(pages: Pages) -> None:
    """The word covers a good part of each page, faintly, in the theme's colour; released, nothing of it is left."""
    band = tuple(int(THEME.band[place : place + 2], 16) for place in (1, 3, 5))
    for draft, least, most in ((True, 0.02, 0.2), (False, 0.0, 0.001)):
        pdf = pypdfium2.PdfDocument(pages.pdf(parent_report(draft=draft), draw=plain).content)
        assert len(pdf) == 2
        for page in pdf:
            picture = page.render(scale=0.5).to_pil().convert("RGB")
            dots = sum(count for count, colour in picture.getcolors(maxcolors=1_000_000) if colour == band)
            assert least <= dots / (picture.width * picture.height) <= most


@pytest.mark.parametrize(
    "address", ["https://example.com/a.png", "http://127.0.0.1/a.png", "file:///etc/passwd", "ftp://example.com/a"]
)
def test_a_page_that_wants_something_from_elsewhere_is_stopped(press: Press, address: str) -> None:
    """No request leaves and no file outside the template folders is read, whatever a template says."""
    with pytest.raises(FatalURLFetchingError):
        press.pdf(PAGE.format(f'<img alt="a" src="{address}"/>'), press.sheet(""))


def test_a_way_round_by_dots_is_seen_through(tmp_path: Path) -> None:
    """A path that leaves the folder and an address with a host are refused; what is inside is read."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("inside", encoding="utf-8")
    (tmp_path / "out.txt").write_text("outside", encoding="utf-8")
    fetcher = AssetFetcher((tmp_path / "in",))
    assert fetcher.fetch((tmp_path / "in" / "a.txt").as_uri()).read() == b"inside"
    for address in ((tmp_path / "in").as_uri() + "/../out.txt", "file://elsewhere/share/a.txt"):
        with pytest.raises(FatalURLFetchingError):
            fetcher.fetch(address)


def test_a_letter_no_font_has_is_said(pages: Pages) -> None:
    """A private-use letter is on no font: the message is kept, and is one that stops the page."""
    printed = pages.pdf(shortest().model_copy(update={"pupil_name": "A\ue000B"}), draw=plain)
    assert len(serious(printed.messages)) == 1
    assert ".notdef" in serious(printed.messages)[0]


def test_a_style_that_is_not_understood_is_no_reason_to_stop(press: Press) -> None:
    """What a browser knows and the press ignores is kept as a message of each page, and not serious."""
    printed = press.pdf(PAGE.format(""), press.sheet("p { no-such-thing: 1 }"))
    assert any("no-such-thing" in message for message in printed.messages)
    assert serious(printed.messages) == ()


def test_the_title_is_all_a_file_tells_of_itself(pages: Pages) -> None:
    """No date, no producer, no other name in a family's PDF."""
    document = parent_report()
    with pikepdf.open(_file(pages.pdf(document, draw=plain).content)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": document.title}
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert pdf.Root.Lang == "en-GB"
    assert document.title in metadata
    assert "WeasyPrint" not in metadata
    assert "Date" not in metadata


def test_kept_messages_are_those_of_one_page(pages: Pages) -> None:
    """A page's bad letter is not the next page's."""
    bad = shortest().model_copy(update={"pupil_name": "\ue000"})
    assert pages.pdf(bad, draw=plain).messages
    clean = pages.pdf(shortest(), draw=plain)
    assert replace(clean, messages=()) == clean
