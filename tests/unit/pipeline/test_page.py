"""One document, all the way to its proved page."""

from __future__ import annotations

import pytest
from builders import THEME
from family_pages import longest, parent_report

from reportgen.model.document import ParentReport
from reportgen.pipeline.page import Desk, Maker
from reportgen.render import NameIndex


@pytest.fixture(scope="module")
def maker() -> Maker:
    """A desk with one other pupil's name."""
    names = NameIndex.of([("B", "Callum Brennan")], [])
    return Maker(Desk(theme=THEME, overrides=None, web_fonts=(b"", b""), names=names, prove=True))


def test_a_report_just_too_long_is_closed_up_to_two_sides(maker: Maker) -> None:
    """Ten subjects with two teachers each run over the first side: the air is closed and it takes two."""
    report = parent_report()
    row = report.subjects.rows[0]
    cells = (row.cells[0], row.cells[1].model_copy(update={"text": "Mr Langley and Mrs Szczepańska"}), *row.cells[2:])
    table = report.subjects.model_copy(update={"rows": (row.model_copy(update={"cells": cells}),) * 10})
    page = maker.make(report.model_copy(update={"subjects": table}))
    assert page.pages == 2
    assert page.problems == ()
    assert page.html is not None
    assert b" long" in page.html


def test_a_page_with_another_pupils_name_is_held(maker: Maker) -> None:
    """A next step that names another pupil in full makes a problem that holds the report."""
    page = maker.make(parent_report().model_copy(update={"next_steps": ("Art: work with Callum Brennan.",)}))
    assert [(p.code, p.holds_report) for p in page.problems] == [("V603", True)]


@pytest.mark.parametrize("make", [parent_report, longest])
def test_the_same_document_makes_the_same_bytes(maker: Maker, make: object) -> None:
    """A page made again, after another, is the same to the byte."""
    assert callable(make)
    document = make()
    assert isinstance(document, ParentReport)
    first = maker.make(document)
    maker.make(parent_report())
    again = maker.make(document)
    assert (first.pdf, first.html) == (again.pdf, again.html)
