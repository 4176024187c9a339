"""Subject packs as heads of department get them: on paper and in a browser, with shortest, longest and strangest data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from printed import bands, page_texts, smallest_type
from subject_pages import (
    CLASSES,
    PATTERNS,
    awards,
    barest,
    classes,
    double_award,
    few,
    gaps,
    longest,
    moves,
    patterns,
    strangest,
    subject_pack,
)

from reportgen.model.document import StaffPack
from reportgen.render import Pages, Printed

PACKS: dict[str, Callable[[], StaffPack]] = {
    "exemplar": subject_pack,
    "draft": lambda: subject_pack(draft=True),
    "two pupils": few,
    "words alone": barest,
    "17 grades": double_award,
    "long labels": awards,
    "one class and one group": lambda: subject_pack(
        parts=(classes(CLASSES[:1]), moves(), gaps(("Girls|6|4|6|4|0|-1 1",)))
    ),
    "20 pupils apart": lambda: subject_pack(parts=(classes(), moves(), gaps(), patterns(PATTERNS * 5))),
    "longest": longest,
    "strangest": strangest,
}
A4 = (595.28, 841.89)
MM = 72 / 25.4
SIDES = {
    "exemplar": 2,
    "two pupils": 1,
    "words alone": 1,
    "17 grades": 2,
    "long labels": 1,
    "20 pupils apart": 2,
    "longest": 3,
}
SORT = """(() => {
  const table = document.querySelector('table.classes');
  const names = () => [...table.tBodies[0].rows].map((row) => row.cells[0].textContent);
  [...table.tHead.rows[0].cells].find((th) => th.textContent.trim() === 'Drawn in').querySelector('button').click();
  return { names: names(), unsorted: table.tHead.rows[0].cells[6].querySelectorAll('button').length, foot: table.tFoot.rows[0].cells[0].textContent,
           searches: document.querySelectorAll('input[type=search]').length };
})()"""


@pytest.fixture(scope="module")
def packs(pages: Pages, draw: Any) -> dict[str, Printed]:
    return {name: pages.pdf(make(), draw=draw) for name, make in PACKS.items()}


def glyphs(content: bytes) -> Iterator[list[tuple[float, float, float, float]]]:
    """Left, bottom, right and top of every letter, by page."""
    for page in pypdfium2.PdfDocument(content):
        text = page.get_textpage()
        yield [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]


def overlapping(boxes: list[tuple[float, float, float, float]]) -> int:
    """Letters that lie over another by more than kerning: a point across, two points up. A ligature is one letter twice."""
    ordered, found = sorted(boxes), 0
    for n, (_, bottom, right, top) in enumerate(ordered):
        for other in ordered[n + 1 :]:
            left, low, _, high = other
            if left > right - 1:
                break
            found += other != ordered[n] and min(top, high) - max(bottom, low) > 2
    return found


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_is_proved(packs: dict[str, Printed], prove: Any, name: str) -> None:
    """It passes PDF/UA-1 and the libraries had nothing to say."""
    assert packs[name].messages == ()
    assert prove(packs[name].content) == ()


@pytest.mark.parametrize("name", PACKS)
def test_no_words_lie_over_others_or_leave_the_page(packs: dict[str, Printed], name: str) -> None:
    """Every letter stands between the margins and none on top of another, whatever the lengths."""
    for boxes in glyphs(packs[name].content):
        assert min(left for left, *_ in boxes) >= 18 * MM - 1
        assert max(right for _, _, right, _ in boxes) <= (210 - 18) * MM + 1
        assert overlapping(boxes) == 0


@pytest.mark.parametrize(("name", "sides"), SIDES.items())
def test_a_pack_is_one_or_two_portrait_sides(packs: dict[str, Printed], name: str, sides: int) -> None:
    """Two pupils take one side, a whole year group two; 20 classes with the longest names take three."""
    pdf = pypdfium2.PdfDocument(packs[name].content)
    assert len(pdf) == packs[name].pages == sides
    assert all(page.get_size() == pytest.approx(A4, abs=0.1) for page in pdf)


@pytest.mark.parametrize("name", [name for name, sides in SIDES.items() if sides > 1])
def test_the_last_side_is_never_almost_empty(packs: dict[str, Printed], name: str) -> None:
    """At least a fifth of the last side is used, and nothing runs into the foot of any."""
    content = packs[name].content
    top, bottom = bands(content, packs[name].pages - 1)
    assert bottom - top > (297 - 30) * MM / 5
    assert all(bands(content, page)[1] <= (297 - 16) * MM + 1 for page in range(packs[name].pages))


def test_the_pack_reads_from_classes_over_moves_and_gaps_to_questions(packs: dict[str, Printed]) -> None:
    """Heading, classes, moves, gaps, pupils apart, questions, each row with its numbers."""
    text = " ".join(page_texts(packs["exemplar"].content))
    place = 0
    for words in (
        "Mathematics, Year 10",
        "For Mrs Varga, head of department.",
        "Two classes are above the rest",
        "10B/Ma2 Ms Hughes 29 +1.0 +0.8 +0.3 to +1.4",
        "All 202 −0.1 −0.3 to +0.1",
        "not how well anyone teaches",
        "Since June, in whole grades, 54 pupils moved up",
        "4 5 24 13 42",
        "All 3 10 26 37 46 32 26 15 6 201",
        "Read along a row",
        "Three gaps are clear",
        "SEN support 31 4.0 162 4.9 −0.9 −1.4 to −0.3",
        "Two pupils are well above their own pattern",
        "Grant, Maisie 10A/Ma4 3+ 5 −5.0 +0.6 8 −5.6",
        "One mark is one mark",
        "Questions for the department",
        "What have 10B/Ma2",
    ):
        place = text.index(words, place) + len(words)


def test_the_name_of_the_line_stands_over_it(packs: dict[str, Printed]) -> None:
    """On a scale from −2.5 to 1 no difference lies at 2.5 / 3.5 of the strip: the word's middle is there."""
    pages = list(pypdfium2.PdfDocument(packs["exemplar"].content))
    text = pages[0].get_textpage()
    index, count = text.search("none", match_case=True, match_whole_word=True).get_next()
    left, right = text.get_charbox(index)[0], text.get_charbox(index + count - 1)[2]
    zero = 210 - 18 - 42 + 1.5 + 39 * 2.5 / 3.5
    assert (left + right) / 2 / MM == pytest.approx(zero, abs=0.5)


def test_each_picture_says_in_words_what_it_shows(pages: Pages, draw: Any) -> None:
    """A range and a bar carry a title with the number beside them."""
    page = pages.html(subject_pack(), draw=draw)
    assert "<title>10B/Ma2: 0.8 steps from target</title>" in page
    assert "<title>-5.6 steps</title>" in page


@pytest.mark.parametrize("name", PACKS)
def test_no_heading_is_left_alone_at_the_foot(packs: dict[str, Printed], name: str) -> None:
    """Whatever the lengths, the last words of a side are never a heading or a caption."""
    document = PACKS[name]()
    said = [document.questions_heading, *(part.heading for part in document.parts)]
    said += [part.table.caption for part in document.parts if part.table]
    for text in page_texts(packs[name].content):
        body = re.sub(r"Northfield Academy. Names pupils: for staff only.*$", "", text).strip()
        assert not any(one and body.endswith(one) for one in said), body[-80:]


def test_nothing_is_smaller_than_9_points(packs: dict[str, Printed]) -> None:
    """Tables, heads of pictures and feet."""
    assert min(smallest_type(packs[name].content) for name in ("exemplar", "17 grades", "longest")) >= 8.99


def test_the_foot_names_readers_and_pages_on_every_side(packs: dict[str, Printed]) -> None:
    """For staff only, and which page of how many."""
    for n, text in enumerate(page_texts(packs["exemplar"].content), start=1):
        assert "Northfield Academy. Names pupils: for staff only." in text
        assert f"Mathematics, Year 10, page {n} of 2" in text


def test_no_name_becomes_markup(pages: Pages, draw: Any) -> None:
    """Tags, quotes and template code in names are words on the page."""
    page = pages.html(strangest(), draw=draw)
    assert "<script>alert" not in page
    assert "&lt;b&gt;10&lt;/b&gt;/Ma1" in page
    assert "{{ 7*7 }}" in page


@pytest.mark.browser
def test_a_pack_on_a_screen_is_clean(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """No axe violation, no outside request, own fonts used, nothing wider than the window, on a desk and on a phone."""
    jobs = []
    for name, make in PACKS.items():
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
def test_classes_and_pupils_sort_and_the_total_stays(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """Classes sort by their drawn-in mean, lowest first; the row of all stays at the foot; gaps are not sorted.

    Pictures have no button: the number beside them sorts.
    """
    path = tmp_path / "pack.html"
    path.write_text(pages.html(subject_pack(), draw=draw), encoding="utf-8")
    (found,) = axe([{"path": path, "script": SORT}])
    assert found["value"]["names"][0] == "10B/Ma3"
    assert found["value"]["names"][-1] == "10B/Ma2"
    assert found["value"]["foot"] == "All"
    assert found["value"]["unsorted"] == 0
    assert found["value"]["searches"] == 2
