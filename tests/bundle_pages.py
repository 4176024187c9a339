"""Bundles for tests of pages: a form of reports that are short, long and strange, and the front sheets before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from family_pages import longest, parent_report, shortest, strangest

from reportgen.model.document import Cell, Column, Labelled, ParentReport, PrintBatch, ProofPack, Row, Table
from reportgen.model.document.bundles import SIDES

HELD = "The family asked the head teacher to talk first (Mrs Pemberton)"


def keyed(report: ParentReport, number: int) -> ParentReport:
    """The report under a key of its own."""
    key = f"{number:016x}"
    return report.model_copy(update={"key": key, "path": f"parents/{key}"})


def one_side() -> ParentReport:
    """A report that takes one side: air closed, nothing to explain."""
    report = shortest().model_copy(update={"pupil_name": "Zoë Zając", "guide": (), "long": True})
    return report.model_copy(update={"title": "Autumn report for Zoë"})


def three_sides() -> ParentReport:
    """A report of three sides: thirty subjects."""
    report = longest(pupil_name="Ben Brown")
    rows = (report.subjects.rows * 3)[:30]
    return report.model_copy(update={"subjects": report.subjects.model_copy(update={"rows": rows})})


def form(*, draft: bool = True) -> tuple[ParentReport, ...]:
    """A form's reports: two sides, three, one, two, two."""
    made = (parent_report(), three_sides(), one_side(), longest(), strangest())
    return tuple(keyed(report.model_copy(update={"draft": draft}), n) for n, report in enumerate(made, start=1))


def proof_pack(reports: Sequence[ParentReport], **changes: Any) -> ProofPack:
    """The proof pack of a form: its reports, one pupil held, one blank mark."""
    heads = (("Pupil", "name"), ("Sides", SIDES), ("Blank marks", "blank"), ("Read by", "read"), ("Changes", "changes"))
    columns = (*(Column(head=h, role=r, numeric=r in (SIDES, "blank")) for h, r in heads), _column("Signed", "signed"))
    given: dict[str, Any] = {
        **_common(reports, "10R: draft reports to check", "staff/proof/10r"),
        "pupils": Table(
            caption="In register order. Read each draft, write down what must change, and sign.",
            columns=columns,
            rows=(
                *(_row(report, "", "1", "", "", "") for report in reports),
                Row(cells=(Cell(text="Taylor, Finley"), Cell(text=f"Held: {HELD}", span=5)), quiet=True),
            ),
        ),
        "blanks_heading": "Blank marks",
        "blanks": Table(
            caption="Every mark that was not given when marks closed, or is being checked.",
            columns=(_column("Pupil", "name"), _column("Subject", "subject"), _column("Blank", "what"), _column("Ask", "ask")),
            rows=(Row(cells=tuple(Cell(text=t) for t in ("Brown, Ben", "Biology", "Now: not given", "Dr Lindqvist"))),),
        ),
    }  # fmt: skip
    return ProofPack(**{**given, **changes})


def print_batch(reports: Sequence[ParentReport], **changes: Any) -> PrintBatch:
    """The print batch of a form, with one pupil held."""
    given: dict[str, Any] = {
        **_common(reports, "10R: reports to print", "staff/print/10r"),
        "sheets": Labelled(label="Sheets of paper after this cover", text=""),
        "pupils": Table(
            caption="In register order. Print on both sides.",
            columns=(_column("Pupil", "name"), Column(head="Sides", role=SIDES, numeric=True)),
            rows=tuple(_row(report, "") for report in reports),
        ),
        "held": Table(
            caption="Held: no report of these pupils is in this batch.",
            columns=(_column("Pupil", "name"), _column("Why", "why")),
            rows=(Row(cells=(Cell(text="Taylor, Finley"), Cell(text=HELD))),),
        ),
    }
    return PrintBatch(**{**given, **changes})


def _common(reports: Sequence[ParentReport], heading: str, path: str) -> dict[str, Any]:
    return {
        "key": "10r",
        "path": path,
        "title": f"{heading}, Northfield Academy",
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": reports[0].origin,
        "draft": reports[0].draft,
        "heading": heading,
        "subtitle": "Tutor: Mr Patel. Autumn report. Marks collected on 13 November 2026. Northfield Academy.",
        "count": f"{len(reports)} reports. 1 is held.",
        "sides": Labelled(label="Sides", text=""),
        "form": "10R",
        "year_groups": ("10",),
        "reports": tuple(report.key for report in reports),
    }


def _row(report: ParentReport, *texts: str) -> Row:
    return Row(cells=(Cell(text=report.pupil_name), *(Cell(text=text) for text in texts)), about=report.key)


def _column(head: str, role: str) -> Column:
    return Column(head=head, role=role)
