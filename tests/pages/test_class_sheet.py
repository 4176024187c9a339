"""Class sheets as teachers get them: on paper and in a browser, with shortest, longest and strangest data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from class_pages import CLASS, barest, class_sheet, longest, of_size, register, strangest
from printed import bands, page_texts, smallest_type

from reportgen.model.document import ClassSheet
from reportgen.render import Pages, Printed

SHEETS: dict[str, Callable[[], ClassSheet]] = {
    "exemplar": class_sheet,
    "draft": lambda: class_sheet(draft=True),
    "one pupil": lambda: of_size(1),
    "two pupils": lambda: of_size(2),
    "32 pupils": lambda: of_size(32),
    "33 pupils": lambda: of_size(33),
    "nothing but a mark": barest,
    "no earlier collections": lambda: class_sheet(
        shape=class_sheet().shape.model_copy(update={"before": (), "before_name": ""}),  # type: ignore[union-attr]  # the exemplar has one
        movement_heading="No earlier marks to set beside these",
        movement=(),
        movement_note="",
        questions=(),
    ),
    "longest": longest,
    "strangest": strangest,
}
LANDSCAPE = (841.89, 595.28)
SORT_AND_SEARCH = """(() => {
  const names = () => [...document.querySelectorAll('tbody tr:not([hidden]) th')].map((cell) => cell.textContent);
  const head = (name) => [...document.querySelectorAll('thead th')].find((th) => th.textContent.trim() === name);
  head('Change').querySelector('button').click();
  const fell = names()[0];
  head('Nov').querySelector('button').click();
  head('Nov').querySelector('button').click();
  const best = names()[0];
  const box = document.querySelector('input[type=search]');
  box.value = 'EAL'; box.dispatchEvent(new Event('input'));
  return { fell, best, found: names().length, status: document.querySelector('[role=status]').textContent,
           sorted: head('Nov').getAttribute('aria-sort') };
})()"""


@pytest.fixture(scope="module")
def sheets(pages: Pages, draw: Any) -> dict[str, Printed]:
    return {name: pages.pdf(make(), draw=draw) for name, make in SHEETS.items()}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_proved(sheets: dict[str, Printed], prove: Any, name: str) -> None:
    """It passes PDF/UA-1 and the libraries had nothing to say."""
    assert sheets[name].messages == ()
    assert prove(sheets[name].content) == ()


@pytest.mark.parametrize("name", [name for name in SHEETS if name not in ("33 pupils", "longest")])
def test_up_to_32_pupils_are_one_landscape_side(sheets: dict[str, Printed], name: str) -> None:
    """From one pupil to 32: one side of A4, landscape."""
    pdf = pypdfium2.PdfDocument(sheets[name].content)
    assert len(pdf) == sheets[name].pages == 1
    assert pdf[0].get_size() == pytest.approx(LANDSCAPE, abs=0.1)


def test_a_larger_class_goes_on_with_its_head_repeated(sheets: dict[str, Printed]) -> None:
    """33 pupils: every one on one of two sides, the heads on both, and the second is not almost empty."""
    first, second = page_texts(sheets["33 pupils"].content)
    assert "Pupil PP SEN EAL Start" in first
    assert "Pupil PP SEN EAL Start" in second
    names = [CLASS[n % len(CLASS)].split("|")[0] + f" {n}" for n in range(33)]
    assert all((f"{name} " in first) != (f"{name} " in second) for name in names)
    assert sum(f"{name} " in second for name in names) >= 8


@pytest.mark.parametrize(("pupils", "tallest"), [(2, 6.0), (20, 6.0), (29, 119 / 29), (32, 3.9)])
def test_a_small_class_gets_more_room_to_write(pages: Pages, draw: Any, pupils: int, tallest: float) -> None:
    """Rows share out the page: 6 mm where there is room, never less than 9 pt need."""
    content = pages.pdf(of_size(pupils), draw=draw).content
    text = pypdfium2.PdfDocument(content)[0].get_textpage()
    tops = []
    for name in (CLASS[0].split("|")[0] + " 0", CLASS[1].split("|")[0] + " 1"):
        index, _ = text.search(name).get_next()
        tops.append(text.get_charbox(index)[1])
    assert (tops[0] - tops[1]) * 25.4 / 72 == pytest.approx(tallest, abs=0.5)


def test_the_sheet_reads_from_the_class_over_the_questions_to_the_pupils(sheets: dict[str, Printed]) -> None:
    """Heading, shape, movement, questions, then pupils in order, each with their row."""
    (text,) = page_texts(sheets["exemplar"].content)
    place = 0
    for words in (
        "10B/Ma2 Mathematics",
        "Middle pupil at 5−",
        "Since June",
        "Down Alfie M",
        "Questions to ask",
        "PP: pupil premium",
        "Abbott, Freya 108 8 5 5+ 6− 6 +1 Good 92.6",
        "Taylor, Ellie-Mae PP K 108 7 5+ 5 5+ absent no mark Low 71.3",
        "Young, Oscar",
    ):
        place = text.index(words, place) + len(words)
    assert "Names pupils: for staff only" in text
    assert "page 1 of 1" in text


def test_nothing_is_smaller_than_9_points(sheets: dict[str, Printed]) -> None:
    """Table, labels of the plot and feet."""
    assert min(smallest_type(sheets[name].content) for name in ("exemplar", "longest")) >= 8.99


def test_the_last_row_stays_above_the_foot(sheets: dict[str, Printed]) -> None:
    """32 pupils fill the side and leave its margin free."""
    top, bottom = bands(sheets["32 pupils"].content, 0)
    assert top >= 9 * 72 / 25.4 - 1
    assert bottom <= (210 - 12) * 72 / 25.4


def test_flags_kept_off_paper_are_explained_on_screen_only(pages: Pages, draw: Any) -> None:
    """A neutral mark prints as a mark; what it can mean stands on the screen page and nowhere in the PDF."""
    key = "PP: pupil premium. SEN: K support, E plan."
    sheet = class_sheet(
        flag_key=key,
        pupils=register(CLASS[:3]).model_copy(update={"caption": "A dot marks a pupil in one or more groups."}),
    )
    assert key in pages.html(sheet, draw=draw)
    assert key not in " ".join(page_texts(pages.pdf(sheet, draw=draw).content))


def test_no_name_becomes_markup(pages: Pages, draw: Any) -> None:
    """Tags, quotes and template code in names are words on the page."""
    page = pages.html(strangest(), draw=draw)
    assert "<b>Bob</b>" not in page
    assert "&lt;b&gt;Bob&lt;/b&gt;" in page
    assert "{{ 7*7 }}" in page
    assert not re.search(r"<[^>]*onload=\"", page)


@pytest.mark.browser
def test_a_sheet_on_a_screen_is_clean(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """No axe violation, no outside request, own fonts used, nothing wider than the window, on a desk and on a phone."""
    jobs = []
    for name, make in SHEETS.items():
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
def test_a_sheet_on_a_screen_sorts_and_searches(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """Change sorts by steps and grades by their place, not by their letters; a search leaves the rows that hold it."""
    path = tmp_path / "sheet.html"
    path.write_text(pages.html(class_sheet(), draw=draw), encoding="utf-8")
    (found,) = axe([{"path": path, "script": SORT_AND_SEARCH}])
    assert found["value"]["fell"] == "Morris, Alfie"
    assert found["value"]["best"] == "Clarke, Jasmine"
    assert found["value"]["sorted"] == "descending"
    assert found["value"]["found"] == sum("|EAL|" in line for line in CLASS)
    assert "9 of 29" in found["value"]["status"]


@pytest.mark.browser
def test_a_sheet_works_without_a_script(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """Without its script the whole class is there and nothing offers to sort or search."""
    path = tmp_path / "sheet.html"
    page = re.sub(r"<script>.*?</script>", "", pages.html(class_sheet(), draw=draw), flags=re.DOTALL)
    path.write_text(page, encoding="utf-8")
    script = (
        "[document.querySelectorAll('tbody tr').length, document.querySelectorAll('main button, main input').length]"
    )
    (found,) = axe([{"path": path, "script": script}])
    assert found["value"] == [29, 0]
