"""Packs of forms, year groups and leaders as people get them: on paper and in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from printed import bands, page_texts, smallest_type
from year_pages import barest, form_pack, longest_form, overview, register, strangest, year_pack

from reportgen.model.document import StaffPack
from reportgen.render import Pages, Printed

PACKS: dict[str, Callable[[], StaffPack]] = {
    "form": form_pack,
    "form, draft": lambda: form_pack(draft=True),
    "form of one pupil": lambda: form_pack(1),
    "form of 32 pupils": lambda: form_pack(32),
    "form of 60 pupils": lambda: form_pack(60),
    "longest form": longest_form,
    "year": year_pack,
    "year with long lists": lambda: year_pack(praise=100, helped=90),
    "year without lists": lambda: year_pack(parts=year_pack().parts[:7]),
    "overview": overview,
    "overview of one year group": lambda: overview(1),
    **{f"barest {kind}": lambda kind=kind: barest(kind) for kind in ("form-pack", "year-pack", "overview")},
    **{f"strangest {kind}": lambda kind=kind: strangest(kind) for kind in ("form-pack", "year-pack", "overview")},
}
LANDSCAPE, PORTRAIT = (841.89, 595.28), (595.28, 841.89)
SORT_AND_SEARCH = """(() => {
  const table = [...document.querySelectorAll('table[data-sortable]')].at(-1);
  const names = () => [...table.querySelectorAll('tbody tr:not([hidden]) th')].map((cell) => cell.textContent);
  const head = (name) => [...table.querySelectorAll('thead th')].find((th) => th.textContent.trim() === name);
  const button = head(NAME).querySelector('button');
  button.click(); button.click();
  const first = names()[0];
  const box = [...document.querySelectorAll('input[type=search]')].at(-1);
  box.value = 'Okonkwo'; box.dispatchEvent(new Event('input'));
  return { first, found: names().length };
})()"""


@pytest.fixture(scope="module")
def printed(pages: Pages, draw: Any) -> dict[str, Printed]:
    return {name: pages.pdf(make(), draw=draw) for name, make in PACKS.items()}


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_is_proved(printed: dict[str, Printed], prove: Any, name: str) -> None:
    """It passes PDF/UA-1 and the libraries had nothing to say."""
    assert printed[name].messages == ()
    assert prove(printed[name].content) == ()


@pytest.mark.parametrize("pupils", [1, 20, 31, 32])
def test_a_form_of_up_to_32_pupils_is_one_landscape_side(pages: Pages, draw: Any, pupils: int) -> None:
    """From one pupil to 32: one side of A4, landscape, its last row above the foot."""
    content = pages.pdf(form_pack(pupils), draw=draw).content
    pdf = pypdfium2.PdfDocument(content)
    assert len(pdf) == 1
    assert pdf[0].get_size() == pytest.approx(LANDSCAPE, abs=0.1)
    assert bands(content, 0)[1] <= (210 - 12) * 72 / 25.4


def test_a_larger_form_goes_on_with_its_heads_repeated(printed: dict[str, Printed]) -> None:
    """60 pupils: two sides, the heads on both, every pupil on one of them."""
    texts = page_texts(printed["form of 60 pupils"].content)
    assert len(texts) == 2
    assert all("Lists: praise; help" in text for text in texts)
    table = register(60).table
    assert table is not None
    names = [row.cells[0].text for row in table.rows]
    assert all(sum(f"{name} " in text for text in texts) == 1 for name in names)


def test_a_form_reads_strengths_first_and_the_register_last(printed: dict[str, Printed]) -> None:
    """Going well, whom to talk with, what is missing, questions, then the pupils."""
    (text,) = page_texts(printed["form"].content)
    place = 0
    for words in (
        "10R, Year 10",
        "Going well",
        "Talk with first",
        "Missing or new",
        "Questions to ask",
        "PP: pupil premium",
        "Abbott, Freya 0 K EAL 60.5 4 12 6 2 7 1 0 3 9 hard work; help: away",
        "Names pupils: for staff only",
    ):
        place = text.index(words, place) + len(words)


def test_a_year_is_portrait_and_its_questions_stand_before_the_lists(printed: dict[str, Printed]) -> None:
    """Two sides to talk over end with the questions; each list starts a side of its own."""
    pdf = pypdfium2.PdfDocument(printed["year"].content)
    assert pdf[0].get_size() == pytest.approx(PORTRAIT, abs=0.1)
    texts = page_texts(printed["year"].content)
    (asked,) = [n for n, text in enumerate(texts) if "Questions for the year team" in text]
    (praise,) = [n for n, text in enumerate(texts) if "Reward: 30 pupils" in text]
    (helped,) = [n for n, text in enumerate(texts) if "Intervention: 20 pupils" in text]
    assert asked < praise < helped
    assert texts[praise].startswith("Reward: 30 pupils")
    assert texts[helped].startswith("Intervention: 20 pupils")


def test_a_long_list_goes_on_over_pages_with_its_heads(printed: dict[str, Printed]) -> None:
    """100 and 90 pupils: heads on each side, every pupil once, no row split over two sides."""
    texts = page_texts(printed["year with long lists"].content)
    lists = [text for text in texts if "Who follows up" in text and "Reasons" in text]
    assert len(lists) >= 6
    for n in range(90):
        rows = [text for text in lists for _ in re.finditer(rf" {n} 10[RS] (Works|Below)", text)]
        assert len(rows) == 2, n
    assert all(len(re.findall("Below target in many", t)) == len(re.findall("down in 8 of 12", t)) for t in lists)


def test_the_picture_of_a_year_is_printed_with_its_words(printed: dict[str, Printed]) -> None:
    """Names of axes, line and filled dots can be read and searched."""
    text = " ".join(page_texts(printed["year"].content))
    for words in ("Attendance so far", "a tenth missed", "On the list for help", "At target"):
        assert words in text


def test_the_overview_names_groups_and_says_for_whom_it_is(printed: dict[str, Printed]) -> None:
    """Its foot claims no pupils; those of the others do."""
    text = " ".join(page_texts(printed["overview"].content))
    assert "Northfield Academy. For staff only." in text
    assert "Names pupils" not in text
    assert "Names pupils: for staff only." in page_texts(printed["year"].content)[0]


def test_nothing_is_smaller_than_9_points(printed: dict[str, Printed]) -> None:
    """Tables, labels of the picture and feet."""
    assert min(smallest_type(printed[name].content) for name in ("form", "longest form", "year", "overview")) >= 8.99


def test_flags_kept_off_paper_are_explained_on_screen_only(pages: Pages, draw: Any) -> None:
    """The key of neutral marks stands on the screen page and nowhere in the PDF."""
    key = "SEN: K support, E plan."
    parts = (*form_pack().parts[:3], register(3).model_copy(update={"note": key}))
    pack = form_pack(parts=parts)
    assert key in pages.html(pack, draw=draw)
    assert key not in " ".join(page_texts(pages.pdf(pack, draw=draw).content))


@pytest.mark.parametrize("kind", ["form-pack", "year-pack", "overview"])
def test_no_name_becomes_markup(pages: Pages, draw: Any, kind: str) -> None:
    """Tags, quotes and template code in names are words on the page."""
    page = pages.html(strangest(kind), draw=draw)
    assert "<b>Bob</b>" not in page
    assert "&lt;b&gt;Bob&lt;/b&gt;" in page
    assert "{{ 7*7 }}" in page
    assert not re.search(r"<[^>]*onload=\"", page)


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
def test_a_pack_on_a_screen_sorts_and_searches(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """Sorted downwards by a number or by words; a search leaves the rows that hold it."""
    cases = {"form": ("Attendance", "Okonkwo, Amara 29", 5), "year": ("Form", "Bielak, Łucja 1", 3)}
    jobs = []
    for name, (head, _, _) in cases.items():
        path = tmp_path / f"{name}.html"
        path.write_text(pages.html(PACKS[name](), draw=draw), encoding="utf-8")
        jobs.append({"path": path, "script": SORT_AND_SEARCH.replace("NAME", f'"{head}"')})
    for seen, (_, first, found) in zip(axe(jobs), cases.values(), strict=True):
        assert seen["value"] == {"first": first, "found": found}


@pytest.mark.browser
def test_an_overview_leads_to_its_packs(pages: Pages, draw: Any, axe: Any, tmp_path: Path) -> None:
    """Year groups and subjects are links to pages beside it; paper has none."""
    path = tmp_path / "overview.html"
    path.write_text(pages.html(overview(), draw=draw), encoding="utf-8")
    (seen,) = axe([{"path": path, "script": "document.querySelectorAll('main a').length"}])
    assert seen["value"] == 5 + 20 * 5
    assert b"/URI" not in pages.pdf(overview(), draw=draw).content
