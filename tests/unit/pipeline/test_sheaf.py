"""A form's reports and its bundles, made in one worker."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from builders import THEME
from bundle_pages import form, print_batch, proof_pack
from printed import page_texts

from reportgen.model.document import ParentReport
from reportgen.pipeline.page import Desk, Maker
from reportgen.pipeline.sheaf import Sheaf, make_sheaf
from reportgen.render import NameIndex

DESK = Desk(theme=THEME, overrides=None, web_fonts=(b"", b""), names=NameIndex.of([("X", "Callum Brennan")], []))


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker(DESK)


def sheaf_of(reports: tuple[ParentReport, ...], *, bundles_only: bool = False) -> Sheaf:
    return Sheaf(reports, (proof_pack(reports), print_batch(reports)), bundles_only=bundles_only)


def test_a_report_is_the_same_alone_and_in_a_sheaf(maker: Maker) -> None:
    """A family's file is the same to the byte whether its form has bundles or not."""
    reports = form()[:3]
    made = make_sheaf(maker, sheaf_of(reports))
    for report, page in zip(reports, made.pages, strict=True):
        alone = maker.make(report)
        assert (alone.pdf, alone.html, alone.problems) == (page.pdf, page.html, page.problems)


def test_bundles_are_the_same_made_with_their_reports_and_later(maker: Maker) -> None:
    """Made again without the reports' own files, a bundle is the same to the byte."""
    reports = form()[:3]
    first, again = make_sheaf(maker, sheaf_of(reports)), make_sheaf(maker, sheaf_of(reports, bundles_only=True))
    assert again.pages == ()
    assert [page.pdf for page in again.bundles] == [page.pdf for page in first.bundles]
    assert len(first.bundles) == 2


def test_no_bundle_is_made_when_a_report_can_not_be_trusted(maker: Maker) -> None:
    """One report that names another pupil: its form has no bundles until it is out of them; its own problem is told."""
    good, bad = form()[0], form()[3].model_copy(update={"next_steps": ("Art: work with Callum Brennan.",)})
    made = make_sheaf(maker, sheaf_of((good, bad)))
    assert [[p.code for p in page.problems] for page in made.pages] == [[], ["V603"]]
    assert made.bundles == ()


def test_what_the_school_lets_pass_does_not_hold_bundles_up(maker: Maker) -> None:
    """A report of three sides is a warning, and in its bundles; a school may let more pass, or less."""
    reports = form()[:2]
    assert [p.code for p in make_sheaf(maker, sheaf_of(reports)).pages[1].problems] == ["V605"]
    assert len(make_sheaf(maker, sheaf_of(reports)).bundles) == 2
    strict = Maker(replace(DESK, warned=frozenset()))
    assert make_sheaf(strict, sheaf_of(reports)).bundles == ()


def test_a_batch_whose_pages_do_not_say_what_was_composed_is_held(maker: Maker) -> None:
    """The batch is read back report by report: one that names another pupil is a problem of the batch."""
    bad = form()[0].model_copy(update={"next_steps": ("Art: work with Callum Brennan.",)})
    made = make_sheaf(maker, sheaf_of((form()[2], bad), bundles_only=True))
    proof, batch = made.bundles
    assert proof.problems == ()
    (found,) = batch.problems
    assert (found.code, found.place.file) == ("V603", "staff/print/10r")
    assert bad.path in found.found


def test_without_paper_a_proof_pack_is_its_front_sheet_on_a_screen() -> None:
    """HTML only: no PDF, no links into one, no sides."""
    reports = form()[:2]
    made = make_sheaf(Maker(replace(DESK, pdf=False)), Sheaf(reports, (proof_pack(reports),)))
    (page,) = made.bundles
    assert page.pdf is None
    assert page.html is not None
    assert b".pdf" not in page.html
    assert b"Sides" not in page.html
    assert page.pages == 0


def test_a_closed_up_report_is_closed_up_in_its_bundles(maker: Maker) -> None:
    """A report just too long for two sides is on two sides in the family's file and in the batch."""
    report = form()[0]
    row = report.subjects.rows[0]
    cells = (row.cells[0], row.cells[1].model_copy(update={"text": "Mr Langley and Mrs Szczepańska"}), *row.cells[2:])
    table = report.subjects.model_copy(update={"rows": (row.model_copy(update={"cells": cells}),) * 10})
    reports = (report.model_copy(update={"subjects": table}),)
    made = make_sheaf(maker, sheaf_of(reports))
    batch = made.bundles[1].pdf
    assert batch is not None
    assert made.pages[0].pages == 2
    assert len(pypdfium2.PdfDocument(batch)) == 4
    assert [page.problems for page in made.bundles] == [(), ()]


def test_bundles_of_sides_that_are_not_all_alike_are_the_reports_in_order(maker: Maker) -> None:
    """Register order is the order of the sheaf's reports, whatever their length."""
    reports = (form()[2], form()[1], form()[0])
    batch = make_sheaf(maker, sheaf_of(reports)).bundles[1].pdf
    assert batch is not None
    heads = [text for text in page_texts(batch)[1:] if "At a glance" in text or "Going well" in text]
    assert [next(r.pupil_name for r in reports if r.pupil_name in text) for text in heads] == [
        report.pupil_name for report in reports
    ]


def test_a_sheaf_counts_what_it_makes() -> None:
    """Documents and bundles; only bundles where only they are wanted."""
    reports = form()[:3]
    assert (len(sheaf_of(reports)), len(sheaf_of(reports, bundles_only=True)), len(Sheaf(reports[:1]))) == (5, 2, 1)
