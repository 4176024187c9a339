"""Families' reports as families get them: on paper and in a browser, with shortest, longest and strangest data."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from builders import THEME
from family_pages import longest, parent_report, shortest, strangest

from reportgen.model.document import ParentReport
from reportgen.render import NameIndex, Pages, Printed, read_back, serious

NOBODY = NameIndex.of([], [])
REPORTS: dict[str, Callable[[], ParentReport]] = {
    "typical": parent_report,
    "draft": lambda: parent_report(draft=True),
    "shortest": shortest,
    "longest": longest,
    "strangest": strangest,
    "large-print": lambda: parent_report(large_print=True),
    "large-print-longest": lambda: longest(large_print=True),
}
TWO_SIDES = ("typical", "draft", "shortest", "longest", "strangest")
A4 = (595.28, 841.89)


@pytest.fixture(scope="module")
def printed(pages: Pages, draw: Any) -> dict[str, Printed]:
    return {name: pages.pdf(make(), draw=draw) for name, make in REPORTS.items()}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_on_paper_is_proved(printed: dict[str, Printed], prove: Any, name: str) -> None:
    """It passes PDF/UA-1, reads back as composed, and the libraries had nothing to say."""
    report = printed[name]
    assert report.messages == ()
    assert prove(report.content) == ()
    assert read_back(report.content, REPORTS[name](), NOBODY) == ()


@pytest.mark.parametrize("name", TWO_SIDES)
def test_a_report_is_two_sides_of_a4(printed: dict[str, Printed], name: str) -> None:
    """One subject or fourteen with long names: two sides, and the second is not almost empty without need."""
    pdf = pypdfium2.PdfDocument(printed[name].content)
    assert len(pdf) == printed[name].pages == 2
    assert all(page.get_size() == pytest.approx(A4, abs=0.1) for page in pdf)


def test_the_text_of_a_report_is_in_reading_order(printed: dict[str, Printed]) -> None:
    """Without its tags too, a report reads from the name over the glance and the subjects to the questions."""
    pdf = pypdfium2.PdfDocument(printed["typical"].content)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    order = (
        "Amara Okonkwo", "At a glance", "Going well", "Amara’s English", "To work on", "Next steps", "Chemistry: ",
        "Subjects", "English language", "Art and design", "Attendance", "Possible", "How to read", "Excellent",
        "Now", "The GCSE grade", "How to talk", "Questions you might ask", "What can we do",
    )  # fmt: skip
    place = 0
    for words in order:
        place = text.index(words, place) + len(words)


def test_the_page_says_whose_it_is_and_where_it_ends(printed: dict[str, Printed]) -> None:
    """Every foot has the pupil, the school and the page of how many."""
    pdf = pypdfium2.PdfDocument(printed["typical"].content)
    for number, page in enumerate(pdf, start=1):
        foot = page.get_textpage().get_text_bounded(top=50)
        assert "Amara Okonkwo, Northfield Academy" in foot
        assert f"Page {number} of 2" in foot


def test_no_type_is_smaller_than_it_may_be(printed: dict[str, Printed]) -> None:
    """12 pt everywhere but the 10 pt foot; in large print pictures keep 12 pt, all else is larger."""
    assert min(_sizes(printed["longest"].content)) >= 10
    assert sorted(set(_sizes(printed["typical"].content)))[:2] == pytest.approx([10, 12], abs=0.05)
    assert min(_sizes(printed["large-print"].content)) >= 12 - 0.01


def _sizes(content: bytes) -> list[float]:
    pdf = pypdfium2.PdfDocument(content)
    sizes = []
    for page in pdf:
        text = page.get_textpage()
        for place in range(text.count_chars()):
            size = pypdfium2.raw.FPDFText_GetFontSize(text, place)
            matrix = pypdfium2.raw.FS_MATRIX()
            if size and text.get_text_range(place, 1).strip() and pypdfium2.raw.FPDFText_GetMatrix(text, place, matrix):
                sizes.append(round(size * abs(matrix.d or matrix.b), 2))
    return sizes


def test_bookmarks_lead_through_a_report(printed: dict[str, Printed]) -> None:
    """The outline has the pupil's name and the sections under it."""
    with pikepdf.open(io.BytesIO(printed["typical"].content)) as pdf, pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == ["Amara Okonkwo"]
        assert [one.title for one in outline.root[0].children][:2] == ["At a glance", "Subjects"]


@pytest.mark.parametrize("name", ["أمينة خان", "Олександр Шевченко", "Δημήτρης", "Nguyễn Thị Thư", "İbrahim Çağlar"])
def test_a_name_in_another_script_is_printed_or_said(pages: Pages, draw: Any, prove: Any, name: str) -> None:
    """A name the shipped face has not: another font is found and the report is right, or the missing letter is said."""
    report = parent_report(pupil_name=name)
    made = pages.pdf(report, draw=draw)
    if not serious(made.messages):
        assert read_back(made.content, report, NOBODY) == ()
        assert prove(made.content) == ()


def test_a_letter_no_font_has_never_goes_out_unsaid(pages: Pages, draw: Any, prove: Any) -> None:
    """What the proof refuses for a missing letter, the messages said first."""
    made = pages.pdf(parent_report(pupil_name="王\ue123"), draw=draw)
    assert any("U+E123" in message for message in serious(made.messages))
    assert prove(made.content) != ()


def test_a_family_file_is_light(pages: Pages, draw: Any) -> None:
    """14 subjects, fonts and pictures in one file: under 150 KB on screen, under 60 KB on paper."""
    assert len(pages.html(longest(), draw=draw).encode()) < 150_000
    assert len(pages.pdf(longest(), draw=draw).content) < 60_000


@pytest.mark.browser
def test_a_report_on_a_screen_is_clean(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """No axe violation, no outside request, own fonts used, nothing wider than the window, on a desk and on a phone."""
    jobs = []
    for name, make in REPORTS.items():
        path = tmp_path / f"{name}.html"
        path.write_text(pages.html(make(), draw=draw), encoding="utf-8")
        jobs += [{"path": path, "width": width} for width in (1000, 320)]
    for found in axe(jobs):
        where = f"{Path(found['path']).stem} at {found['width']}"
        assert found["violations"] == [], where
        assert found["asked"] == [], where
        assert found["said"] == [], where
        assert found["fonts"] == ["loaded", "loaded"], where
        assert found["wider"] <= 0, where


@pytest.mark.browser
def test_a_narrow_screen_keeps_every_cell_in_its_place(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """On a phone each row is a block under its subject, no cell over another, and screen readers still have a table."""
    path = tmp_path / "longest.html"
    path.write_text(pages.html(longest(), draw=draw), encoding="utf-8")
    script = """(() => {
      const rows = [...document.querySelectorAll('.subjects tbody tr')].map((row) => row.getBoundingClientRect());
      const cells = [...document.querySelectorAll('.subjects tbody tr:first-child > *')];
      return { over: rows.some((row, n) => n && row.top < rows[n - 1].bottom - 1),
               roles: cells.map((cell) => cell.getAttribute('role')),
               beside: cells.slice(1).map((cell) => parseFloat(getComputedStyle(cell).paddingLeft)),
               heads: cells.slice(1).map((cell) => getComputedStyle(cell, '::before').content) };
    })()"""
    (found,) = axe([{"path": path, "width": 320, "script": script}])
    assert not found["value"]["over"]
    assert found["value"]["roles"] == ["rowheader", *["cell"] * 6]
    assert min(found["value"]["beside"]) > 100
    assert found["value"]["heads"][3] == '"Now"'


@pytest.mark.browser
def test_planted_faults_are_found(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """The browser check sees a picture without words, a faint text, an outside picture and a script from elsewhere."""
    path = tmp_path / "bad.html"
    page = pages.html(parent_report(), draw=draw).replace(
        "<p>Form", '<img src="https://example.com/a.png"><p style="color:#bbb">Form'
    )
    path.write_text(page.replace("</main>", "<script>document.title = 'seized'</script></main>"), encoding="utf-8")
    (found,) = axe([{"path": path, "script": "document.title"}])
    assert {"image-alt", "color-contrast"} <= {one["id"] for one in found["violations"]}
    assert found["value"] == parent_report().title
    assert found["said"] != []


def test_a_school_in_other_colours_has_them_everywhere(draw: Any) -> None:
    """Ink and accent of the theme reach text, rules and pictures; none of ours is left."""
    theme = THEME.model_copy(update={"ink": "#5B2A86", "accent": "#2E8540"})
    page = Pages(theme, None, (b"", b"")).html(parent_report(), draw=draw)
    assert "--ink:#5B2A86" in page
    assert 'fill="#5B2A86"' in page
    assert "#12436D" not in page
