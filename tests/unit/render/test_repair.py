"""Repairs of the structure, seen by another PDF library."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from family_pages import longest, plain

from reportgen.model.shipped import shipped
from reportgen.render import Pages
from reportgen.render.press import Press


def _elements(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/Type") == "/StructElem":
            yield node
        yield from _elements(node.get("/K"))


@pytest.fixture(scope="module")
def pdf(pages: Pages) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pages.pdf(longest(), draw=plain).content)) as opened:
        yield opened


@pytest.fixture(scope="module")
def live(pdf: pikepdf.Pdf) -> list[Any]:
    return list(_elements(pdf.Root.StructTreeRoot.K))


def test_heads_say_what_they_are_heads_of(live: list[Any]) -> None:
    """Every TH of a table's head has the scope Column, every other the scope Row."""
    heads = [one for one in live if one.S == "/TH"]
    for head in heads:
        group = head.P.P.S
        assert head.A.Scope == ("/Column" if group == "/THead" else "/Row")
    assert {str(head.A.Scope) for head in heads} == {"/Column", "/Row"}


def test_pictures_are_where_the_file_says(live: list[Any]) -> None:
    """A figure's box is in points from the bottom left, on its page, as wide as it was drawn: 8 mm, 22.68 points."""
    figures = [one for one in live if one.S == "/Figure"]
    assert figures
    for figure in figures:
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert right - left == pytest.approx(8 / 25.4 * 72, abs=0.01)
        assert top - bottom == pytest.approx(4 / 25.4 * 72, abs=0.01)
        assert 51 <= left < right <= 545
        assert 42 <= bottom < top <= 808
        assert figure.Alt


def test_the_first_picture_is_high_on_the_page_and_the_last_low(live: list[Any]) -> None:
    """Boxes were turned over, not only scaled: rows further down have smaller heights."""
    figures = [one for one in live if one.S == "/Figure"]
    first_page = [float(one.A.BBox[1]) for one in figures if one.Pg == figures[0].Pg]
    assert first_page[0] > first_page[-1]


def test_running_feet_are_artifacts(pdf: pikepdf.Pdf) -> None:
    """Each page has its two feet as pagination, and each mark left belongs to a live element."""
    for page in pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        assert content.count(b"/Type /Pagination") == 2
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = [list(numbers[2 * place + 1]) for place in range(len(pdf.pages))]
    assert all(sum(owner is None for owner in page) == 2 for page in owners)


def test_no_element_is_left_outside_the_tree(pdf: pikepdf.Pdf, live: list[Any]) -> None:
    """What belonged to margin boxes is out of the file."""
    every = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"]
    assert {one.objgen for one in every} == {one.objgen for one in live}


def test_a_link_is_a_link_and_prints() -> None:
    """A link with strong words in it is tagged as one element, and its annotation has the Print flag."""
    page = (
        '<html lang="en"><head><title>A</title></head><body><h1>A</h1>'
        '<p><a href="https://example.com/">To the <strong>school</strong></a></p></body></html>'
    )
    press = Press((shipped("templates"),))
    with pikepdf.open(io.BytesIO(press.pdf(page, press.sheet("")).content)) as pdf:
        assert {int(note.F) for sheet in pdf.pages for note in sheet.Annots} == {4}
        holders = [
            one
            for one in _elements(pdf.Root.StructTreeRoot.K)
            if any(isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" for kid in _kids(one))
        ]
        assert holders
        assert {str(one.S) for one in holders} == {"/Link"}


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
