"""A small build: documents, whose they are, and how to bind them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from reportgen.bind import Bound, Build, open_build
from reportgen.model.document import AnyDocument, Cell, ClassSheet, Column, Origin, ParentReport, Row, Table
from reportgen.model.exception import HeldReport
from reportgen.model.frames import SourceCount
from reportgen.model.index import RollEntry
from reportgen.model.input import InputFile
from reportgen.model.manifest import Library, Manifest, ManifestDocument
from reportgen.model.problem import Place, Problem, problem

ORIGIN = Origin(collection="Autumn 2026", collected_on=date(2026, 11, 13))
HELD = HeldReport(
    pupil="C", name="Cass Lee", form="10R", year_group="10", reason="Parents asked", code="HOLD", by="Ms Hughes"
)
PUPILS = {
    "a" * 16: RollEntry(pupil="A", name="Amara Okonkwo", form="10R", year_group="10"),
    "b" * 16: RollEntry(pupil="B", name="Ben Ács", form="9T", year_group="9"),
}


def table(*texts: str) -> Table:
    return Table(
        caption="Subjects",
        columns=(Column(head="Subject", role="name"),),
        rows=tuple(Row(cells=(Cell(text=t),)) for t in texts),
    )


def parent(letter: str, *marks: str, **changes: Any) -> ParentReport:
    key = letter * 16
    given: dict[str, Any] = {
        "key": key,
        "path": f"parents/{key}",
        "title": "Autumn report",
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": ORIGIN,
        "report_name": "Autumn report, Year 10",
        "pupil_name": PUPILS[key].name if key in PUPILS else letter,
        "lines": (),
        "glance": (),
        "subjects": table(*marks),
    }
    return ParentReport(**{**given, **changes})


def sheet(stem: str, heading: str, **changes: Any) -> ClassSheet:
    given: dict[str, Any] = {
        "key": stem,
        "path": f"staff/classes/{stem}",
        "title": heading,
        "language": "en-GB",
        "school": "Northfield Academy",
        "origin": ORIGIN,
        "heading": heading,
        "subtitle": "",
        "pupils": table("Amara"),
    }
    return ClassSheet(**{**given, **changes})


def documents(mark: str = "5+") -> tuple[AnyDocument, ...]:
    return parent("a", mark), parent("b", "4"), sheet("10b-ma2-maths", "10B/Ma2 Mathematics")


def pages(document: AnyDocument) -> tuple[bytes, bytes]:
    """Stand-ins for the two files of a document: different documents, different bytes."""
    return f"<html>{document.digest()}".encode(), f"%PDF {document.digest()}".encode() * 50


def bind(
    output: Path,
    build: str,
    *,
    of: tuple[AnyDocument, ...] | None = None,
    part: bool = False,
    problems: tuple[Problem, ...] = (),
    **changes: Any,
) -> Bound:
    """A whole build of these documents (Amara's, Ben's and a class sheet when left out), Cass's report held."""
    with open_build(output, report="autumn", build=build, part=part) as under_way:
        return bind_in(under_way, build, of=documents() if of is None else of, problems=problems, part=part, **changes)


def bind_in(
    build: Build,
    build_id: str,
    *,
    of: tuple[AnyDocument, ...],
    kept: tuple[ManifestDocument, ...] = (),
    problems: tuple[Problem, ...] = (),
    approved: tuple[str, ...] = (),
    **changes: Any,
) -> Bound:
    kept = kept or tuple(build.keep(d, html=pages(d)[0], pdf=pages(d)[1], pages=2) for d in of)
    reports = sum(d.audience == "parents" for d in of)
    given: dict[str, Any] = {
        "report": "autumn",
        "report_name": "Autumn report",
        "school": "Northfield Academy",
        "on": date(2026, 11, 27),
        "build": build_id,
        "program": "0.1.0",
        "libraries": (Library(name="weasyprint", version="70.0"),),
        "inputs": (InputFile.of("config/school.yaml", b"name: Northfield"),),
        "settings": "5e",
        "templates": "7e",
        "audiences": ("parents", "staff"),
        "documents": kept,
        "roll": reports + 1,
        "reports": reports,
        "exceptions": (HELD,),
        "sources": (
            SourceCount(
                source="marks",
                file="exports/marks.csv",
                sheet="",
                rows=9,
                used=7,
                duplicates=1,
                aside=1,
                not_for_source=0,
            ),
        ),
        "changes": build.changes(of),
    }
    manifest = Manifest(**{**given, **changes})
    return build.finish(
        manifest, documents=of, pupils=PUPILS, problems=problems, index=f"<html>{manifest.changes.model_dump_json()}",
        approved=approved,
    )  # fmt: skip


def a_problem(code: str = "B705", **changes: Any) -> Problem:
    return problem(code, Place(file="exports/marks.csv", row=41, heading="Maths"), **changes)
