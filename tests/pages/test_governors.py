"""The governors' pack as governors get it: on paper and in a browser, with shortest, longest and strangest data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from governor_pages import (
    ASKS,
    GAPS,
    HIDDEN,
    all_hidden,
    calendar,
    gaps,
    governor_pack,
    groups_page,
    longest,
    nothing_to_say,
    strangest,
)
from printed import bands, page_texts, smallest_type

from reportgen.model.document import GovernorPack
from reportgen.render import Pages, Printed

PACKS: dict[str, Callable[[], GovernorPack]] = {
    "exemplar": governor_pack,
    "draft": lambda: governor_pack(draft=True),
    "nothing to say": nothing_to_say,
    "everything hidden": all_hidden,
    "nothing hidden": lambda: governor_pack(groups=(groups_page(table=gaps(hidden=())),)),
    "twenty groups": lambda: governor_pack(groups=(groups_page(table=gaps(GAPS * 5)),)),
    "two measures": lambda: governor_pack(
        groups=(groups_page(), groups_page(heading="Secure in all three: one group is clearly behind"))
    ),
    "longest": longest,
    "strangest": strangest,
}
A4 = (595.28, 841.89)
BODY_FOOT = (297 - 17) * 72 / 25.4


@pytest.fixture(scope="module")
def packs(pages: Pages, draw: Any) -> dict[str, Printed]:
    return {name: pages.pdf(make(), draw=draw) for name, make in PACKS.items()}


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_is_proved(packs: dict[str, Printed], prove: Any, name: str) -> None:
    """It passes PDF/UA-1 and the libraries had nothing to say."""
    assert packs[name].messages == ()
    assert prove(packs[name].content) == ()


@pytest.mark.parametrize(
    ("name", "most"),
    [("exemplar", 4), ("nothing to say", 1), ("everything hidden", 3), ("nothing hidden", 4), ("two measures", 6)],
)
def test_a_pack_is_a_few_sides_of_a4(packs: dict[str, Printed], name: str, most: int) -> None:
    """One measure with attainment, attendance and collections takes four sides, two take six, a quiet term one."""
    pdf = pypdfium2.PdfDocument(packs[name].content)
    assert len(pdf) == packs[name].pages <= most
    assert all(page.get_size() == pytest.approx(A4, abs=0.1) for page in pdf)


@pytest.mark.parametrize("rounds", range(1, 9))
def test_collections_and_their_price_stand_with_their_heading(pages: Pages, draw: Any, rounds: int) -> None:
    """However many collections: heading, total hours and the first row are on one side."""
    texts = page_texts(pages.pdf(governor_pack(calendar=calendar(rounds)), draw=draw).content)
    (side,) = [text for text in texts if f"{rounds} collections of marks this year" in text]
    assert "about 852 hours" in side
    assert "Autumn 2026 working-at grade, target and attitude" in " ".join(side.split())
    assert "most 5.3" in side


def test_the_first_page_starts_with_strengths_and_numbers_its_questions(packs: dict[str, Printed]) -> None:
    """Context, strengths, questions, what is too small to say, the figures: in that order on the first side."""
    first = page_texts(packs["exemplar"].content)[0]
    place = 0
    for words in (
        "Northfield Academy",
        "Two strengths, three questions",
        "768",
        "pupils on roll",
        "Going well",
        "English and maths at grade 4.",
        "Ask about",
        "1. Disadvantaged",
        ASKS[0].ask,
        "2. Pupils with SEND",
        "3. Absence",
        "Too small to say",
        "The figures behind this page",
        "English and maths, grade 4",
        "74%",
    ):
        place = first.index(words, place) + len(words)


def test_the_groups_keep_each_gap_three_ways_and_the_hidden_in_words(packs: dict[str, Printed]) -> None:
    """Both sides with their pupils, the gap with its range, whole pupils; a row not shown says why."""
    second = page_texts(packs["exemplar"].content)[1]
    assert "SEND pupils without SEND 20% 30 56% 126 −36 −49 to −16 10" in second
    for line in HIDDEN:
        assert line.replace("|", " ") in second


def test_every_figure_of_the_chart_is_in_the_table_beside_it(packs: dict[str, Printed]) -> None:
    """The same in numbers follows the chart, hidden points included."""
    text = " ".join(page_texts(packs["exemplar"].content))
    assert "Disadvantaged 31% (42) 24% (42) 27% (42) 33% (42)" in text
    assert "EAL not shown 50% (42) 47% (42) 55% (42)" in text


@pytest.mark.parametrize("name", PACKS)
def test_no_heading_is_left_alone_at_the_foot(packs: dict[str, Printed], name: str) -> None:
    """Whatever the lengths, the last words of a side are never a heading."""
    document = PACKS[name]()
    headings = [page.heading for page in document.groups] + [page.chart_heading for page in document.groups]
    headings += [
        "Going well",
        "Ask about",
        "Too small to say",
        "Looked at and unremarkable",
        "How these figures are made",
    ]
    headings += [
        table.caption for page in document.groups for table in (page.table, page.changes, page.chart_table) if table
    ]
    for text in page_texts(packs[name].content):
        body = re.sub(r"Page \d+ of \d+", "", text.replace(document.foot, "")).strip()
        assert not any(heading and body.endswith(heading) for heading in headings), body[-80:]


@pytest.mark.parametrize("name", [name for name in PACKS if name != "nothing to say"])
def test_the_last_side_is_never_almost_empty(packs: dict[str, Printed], name: str) -> None:
    """At least a quarter of the last side is used, and nothing runs into the foot of any."""
    content = packs[name].content
    top, bottom = bands(content, packs[name].pages - 1)
    assert bottom - top > (BODY_FOOT - 42) / 4
    assert all(bands(content, page)[1] <= BODY_FOOT + 1 for page in range(packs[name].pages))


def test_the_word_same_stands_over_the_line_of_no_difference(packs: dict[str, Printed]) -> None:
    """On a scale from −60 to 40 zero lies at 0.6 of the strip: the word's middle is there, to a millimetre."""
    page = pypdfium2.PdfDocument(packs["exemplar"].content)[1]
    text = page.get_textpage()
    index, count = text.search("same", match_case=True).get_next()
    found = page.get_textpage().get_text_range(index, count)
    left, right = text.get_charbox(index)[0], text.get_charbox(index + count - 1)[2]
    strip_starts = 18 + 45.5 + 12 + 11 + 12 + 11
    zero = strip_starts + 1.5 + 39 * 0.6
    assert found == "same"
    assert (left + right) / 2 * 25.4 / 72 == pytest.approx(zero, abs=1)


def test_nothing_is_smaller_than_9_points(packs: dict[str, Printed]) -> None:
    """Words of charts and tables at their printed size."""
    assert min(smallest_type(packs[name].content) for name in ("exemplar", "longest")) >= 8.99


def test_the_foot_names_the_pack_on_every_side(packs: dict[str, Printed]) -> None:
    """Also where the foot itself holds quotes and brackets."""
    texts = page_texts(packs["exemplar"].content)
    assert all(f"Page {n} of {len(texts)}" in text for n, text in enumerate(texts, start=1))
    assert all("Northfield Academy, governors’ pack, autumn 2026" in text for text in texts)
    assert all('Foot "quoted" & <b>' in text for text in page_texts(packs["strangest"].content))


def test_no_name_becomes_markup(pages: Pages, draw: Any) -> None:
    """Tags, dollars and template code in names are words on the page, in charts too."""
    page = pages.html(strangest(), draw=draw)
    assert "<script>alert" not in page
    assert "<b>Bold</b>" not in page
    assert "A $5 and $6 &lt;b&gt; &amp; \\frac{a}" in page
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
def test_the_numbers_of_a_chart_open_on_a_screen(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """They are behind a line that opens without a script, and pass axe when open too."""
    path = tmp_path / "open.html"
    path.write_text(pages.html(governor_pack(), draw=draw).replace("<details>", "<details open>"), encoding="utf-8")
    (found,) = axe([{"path": path, "script": "document.querySelector('details table').getBoundingClientRect().height"}])
    assert found["value"] > 100
    assert found["violations"] == []
