"""Every page of a composition written or held: what becomes of bundles when a report can't be trusted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import builders as b
import pypdfium2
import pytest
from unit.packs.conftest import composed, small_school

from reportgen.bind import open_build
from reportgen.model.document import ParentReport, PrintBatch, ProofPack
from reportgen.model.problem import Problem
from reportgen.model.severity import Severity
from reportgen.packs import Composition
from reportgen.pipeline.events import Event, Progress
from reportgen.pipeline.page import Desk
from reportgen.pipeline.rendering import Rendered, render
from reportgen.render import NameIndex

POISON = (
    '{% extends "shipped/parents/interim.html" %}{% block closing %}{{ super() }}{% if "Ben" in document.pupil_name %}'
    '<img alt="a" src="https://example.com/a.png"/>{% endif %}{% endblock %}'
)
"""A school's own block that no worker survives for one pupil: a page that asks for something from outside is stopped."""


def composition() -> Composition:
    """Three reports of one form, its two bundles and nothing else but a class sheet."""
    made = composed(small_school(classes=b.classes("10B/Ma2 maths A B C")))
    return replace(made, documents=tuple(d for d in made.documents if d.kind != "governors"))


def with_another_name(made: Composition, pupil: str) -> Composition:
    """The composition with one pupil's report naming another pupil: it will not pass being read back."""
    documents = tuple(
        d.model_copy(update={"next_steps": ("Art: work with Callum Brennan.",)})
        if isinstance(d, ParentReport) and d.pupil_name == pupil
        else d
        for d in made.documents
    )
    return replace(made, documents=documents)


def rendered(
    made: Composition,
    folder: Path,
    *,
    jobs: int = 1,
    overrides: Path | None = None,
    pdf: bool = True,
    severity: Callable[[Problem], Problem] = lambda p: p,
    tell: Callable[[Event], None] = lambda _: None,
) -> Rendered:
    names = NameIndex.of([*made.names, ("X", "Callum Brennan")], [])
    desk = Desk(theme=b.THEME, overrides=overrides, web_fonts=(b"", b""), names=names, pdf=pdf)
    with open_build(folder, report="autumn", build="0123456789ab") as binding:
        return render(made, desk, binding, jobs=jobs, severity=severity, tell=tell)


def files(folder: Path) -> dict[str, bytes]:
    home = folder / "autumn" / "0123456789ab"
    return {p.relative_to(home).as_posix(): p.read_bytes() for p in home.rglob("*") if p.is_file()}


def all_text(content: bytes) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def test_documents_come_out_in_the_order_they_were_composed(tmp_path: Path) -> None:
    """A form's bundles are made with its reports and still stand where the composition has them."""
    made = composition()
    out = rendered(made, tmp_path)
    assert [d.path for d in out.documents] == [d.path for d in made.documents]
    assert [e.path for e in out.entries] == [d.path for d in made.documents]
    assert (out.held, out.problems) == ((), ())
    assert {type(d) for d in out.documents} >= {ParentReport, ProofPack, PrintBatch}


def test_entries_are_those_of_the_documents_kept(tmp_path: Path) -> None:
    """A bundle is kept as it was printed, sides filled in, and its entry's digest is that document's."""
    out = rendered(composition(), tmp_path)
    assert [e.digest for e in out.entries] == [d.digest() for d in out.documents]
    (pack,) = [d for d in out.documents if isinstance(d, ProofPack)]
    assert [row.cells[1].text for row in pack.pupils.rows] == ["2", "2", "2"]
    (batch,) = [e for e in out.entries if e.path == "staff/print/10r"]
    assert batch.html == ""
    assert batch.pages == 8
    assert batch.audience == "staff"


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_bundle_holds_a_report_that_was_held(tmp_path: Path, jobs: int) -> None:
    """A report fails being read back: it is in neither bundle, both say that it is held, and the others are there."""
    made = with_another_name(composition(), "Ben Brown")
    out = rendered(made, tmp_path, jobs=jobs)
    assert [(h.name, h.code, h.stage) for h in out.held] == [("Ben Brown", "V603", "prove")]
    written = files(tmp_path)
    for path in ("staff/proof/10r.pdf", "staff/print/10r.pdf"):
        text = all_text(written[path])
        assert "Callum Brennan" not in text
        assert "Held" in text
        assert "Brown, Ben" in text
        assert "Ben Brown" not in text.replace("\r\n", " ")
        assert text.count("At a glance") == 2
    packs = [d for d in out.documents if isinstance(d, ProofPack | PrintBatch)]
    (ben,) = [key for key, pupil in made.register.items() if pupil.full_name == "Ben Brown"]
    assert [ben in pack.reports for pack in packs] == [False, False]
    assert not [path for path in written if ben in path]
    assert [pack.count for pack in packs] == ["2 reports. 1 is held."] * 2


def test_one_job_and_two_make_the_same(tmp_path: Path) -> None:
    """Held reports and bundles made again included: the same files, the same order, the same problems."""
    made = with_another_name(composition(), "Ben Brown")
    one, two = rendered(made, tmp_path / "1", jobs=1), rendered(made, tmp_path / "2", jobs=2)
    assert files(tmp_path / "1") == files(tmp_path / "2")
    assert replace(one, seconds=()) == replace(two, seconds=())


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_that_takes_its_sheaf_down_costs_only_itself(tmp_path: Path, jobs: int) -> None:
    """A page that no worker can make: its form is tried report by report, then the bundles of the others."""
    own = tmp_path / "templates" / "parents" / "interim.html"
    own.parent.mkdir(parents=True)
    own.write_text(POISON, encoding="utf-8")
    out = rendered(composition(), tmp_path / "out", jobs=jobs, overrides=tmp_path / "templates")
    assert [(h.name, h.code, h.stage) for h in out.held] == [("Ben Brown", "B710", "render")]
    assert [d.pupil_name for d in out.documents if isinstance(d, ParentReport)] == ["Chi Chen", "Amara Okonkwo"]
    packs = [d for d in out.documents if isinstance(d, ProofPack | PrintBatch)]
    assert [len(pack.reports) for pack in packs] == [2, 2]
    assert "Brown, Ben" in all_text(files(tmp_path / "out")["staff/print/10r.pdf"])


def test_a_page_that_is_not_there_is_never_let_pass(tmp_path: Path) -> None:
    """A school may call a problem a warning; without a page there is still no report, and the exception is named."""
    own = tmp_path / "templates" / "parents" / "interim.html"
    own.parent.mkdir(parents=True)
    own.write_text(POISON, encoding="utf-8")
    lowered = rendered(
        composition(),
        tmp_path / "out",
        overrides=tmp_path / "templates",
        severity=lambda p: p.model_copy(update={"severity": Severity.WARN}),
    )
    assert [h.name for h in lowered.held] == ["Ben Brown"]


def test_a_form_whose_every_report_is_held_has_no_bundles(tmp_path: Path) -> None:
    """No front sheet with nothing behind it; progress still comes to its end."""
    made = composition()
    for name in ("Ben Brown", "Chi Chen", "Amara Okonkwo"):
        made = with_another_name(made, name)
    said: list[Progress] = []
    out = rendered(made, tmp_path, tell=lambda event: said.append(event) if isinstance(event, Progress) else None)
    assert len(out.held) == 3
    assert not [path for path in files(tmp_path) if path.startswith(("staff/proof", "staff/print", "parents"))]
    assert said[-1] == Progress(len(made.documents), len(made.documents))


def test_progress_counts_documents(tmp_path: Path) -> None:
    """One after the other up to all of them, though they are made in sheaves."""
    made = composition()
    said: list[Event] = []
    rendered(made, tmp_path, tell=said.append)
    assert said == [Progress(n, len(made.documents)) for n in range(1, len(made.documents) + 1)]


def test_a_report_that_only_this_school_holds_is_in_no_bundle_either(tmp_path: Path) -> None:
    """What most schools let pass and the settings hold (too many sides): the bundles made with it are not kept."""
    made = composition()
    long = next(d for d in made.documents if isinstance(d, ParentReport))
    table = long.subjects.model_copy(update={"rows": long.subjects.rows * 20})
    changed = long.model_copy(update={"subjects": table})
    made = replace(made, documents=tuple(changed if d is long else d for d in made.documents))
    out = rendered(made, tmp_path, severity=lambda p: p.model_copy(update={"severity": Severity.HOLD}))
    assert [(h.name, h.code) for h in out.held] == [(long.pupil_name, "V605")]
    packs = [d for d in out.documents if isinstance(d, ProofPack | PrintBatch)]
    assert len(packs) == 2
    assert all(long.key not in pack.reports for pack in packs)
    assert "is held" in all_text(files(tmp_path)["staff/print/10r.pdf"])
