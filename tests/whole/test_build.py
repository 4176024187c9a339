"""Claims about a whole build of a made-up school."""

from __future__ import annotations

import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import pypdfium2
from whole.conftest import BuiltSchool, files_of, silent

from reportgen.bind import current_build, verify
from reportgen.model.document import AnyDocument, Bundle, GovernorPack, ParentReport, PrintBatch, ProofPack, documents
from reportgen.model.severity import Severity
from reportgen.pipeline.build import Request, build
from reportgen.pipeline.choice import Wanted


def test_roll_is_reports_and_named_exceptions(built: BuiltSchool) -> None:
    """Every pupil on roll has a report or is a named exception with a reason."""
    for bound in built.outcome.bound:
        manifest = bound.manifest
        assert manifest.balanced
        assert all(held.name and held.reason for held in manifest.exceptions)
        if "parents" in manifest.audiences:
            assert manifest.roll == manifest.reports + len(manifest.exceptions) > 0


def test_a_good_school_has_no_stop(built: BuiltSchool) -> None:
    """The made-up school's planted faults are holds and warnings: none stops the build."""
    assert not [p for p in built.outcome.problems if p.severity is Severity.STOP]


def test_every_file_is_what_the_manifest_says(built: BuiltSchool) -> None:
    """Each file of a build has the hash its manifest gives, and there is no other file."""
    for bound in built.outcome.bound:
        assert verify(bound.folder) == ()


def test_every_pdf_is_proved(built: BuiltSchool) -> None:
    """With --prove no page of the made-up school fails PDF/UA-1 or reading back."""
    assert not [p for p in built.outcome.problems if p.code in ("V602", "V603", "V604", "B708", "B710")]


def test_the_same_figure_is_the_same_everywhere(built: BuiltSchool) -> None:
    """Of all figures in all documents of a build, those with the same id have the same value and number of pupils."""
    for bound in built.outcome.bound:
        seen: dict[str, set[str]] = defaultdict(set)
        for line in (bound.folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
            _collect(json.loads(line), seen)
        assert {key: values for key, values in seen.items() if len(values) > 1} == {}


def _collect(part: object, seen: dict[str, set[str]]) -> None:
    """Finds every figure in a document's JSON; those of one pupil are told apart by their document."""
    if isinstance(part, dict):
        if {"id", "unit", "n", "population"} <= part.keys() and not str(part["id"]).startswith("attendance|"):
            seen[str(part["id"])].add(json.dumps(part, sort_keys=True))
        for value in part.values():
            _collect(value, seen)
    elif isinstance(part, list):
        for value in part:
            _collect(value, seen)


def _documents(folder: Path) -> list[AnyDocument]:
    lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return [documents.validate_json(line) for line in lines]


def test_every_report_is_in_one_proof_pack_and_one_print_batch(built: BuiltSchool) -> None:
    """Each family's report that was made stands once in each kind of bundle, and nothing else does."""
    made = _documents(built.home)
    reports = Counter(d.key for d in made if isinstance(d, ParentReport))
    assert reports
    for kind in (ProofPack, PrintBatch):
        assert Counter(key for d in made if isinstance(d, kind) for key in d.reports) == reports


def test_reports_of_a_batch_begin_on_right_hand_pages(built: BuiltSchool) -> None:
    """By the bookmarks of each batch: as many as its reports, by the pupils' names, on odd pages, in an even number."""
    made = _documents(built.home)
    names = {d.key: d.pupil_name for d in made if isinstance(d, ParentReport)}
    for batch in (d for d in made if isinstance(d, PrintBatch)):
        pdf = pypdfium2.PdfDocument(built.home / f"{batch.path}.pdf")
        marks = [(one.get_title(), one.get_dest().get_index() + 1) for one in pdf.get_toc()][-len(batch.reports) :]
        assert [name for name, _ in marks] == [names[key] for key in batch.reports]
        assert all(page % 2 == 1 for _, page in marks)
        assert len(pdf) % 2 == 0
        pdf.close()


def test_a_form_pack_names_who_is_held(built: BuiltSchool) -> None:
    """Every named exception whose form has bundles stands on the front sheets of both, and in none as a report."""
    manifest = next(b.manifest for b in built.outcome.bound if b.folder == built.home)
    bundles = [d for d in _documents(built.home) if isinstance(d, Bundle)]
    assert manifest.exceptions
    for held in manifest.exceptions:
        for bundle in (d for d in bundles if d.form == held.form and held.form):
            table = bundle.held if isinstance(bundle, PrintBatch) else bundle.pupils
            assert table is not None
            assert any(held.reason in cell.text for row in table.rows for cell in row.cells)


def test_a_report_that_fails_its_last_check_is_in_no_bundle(fresh_school: Path) -> None:
    """A school's own block that prints another pupil's name in one report: held, named, and in nothing that is printed."""
    first = build(Request(folder=fresh_school, wanted=Wanted(packs=("parents",), html_only=True)), silent)
    one, other = [d for d in _documents(first.bound[0].folder) if isinstance(d, ParentReport)][:2]
    own = fresh_school / "templates" / "parents" / "interim.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(
        '{% extends "shipped/parents/interim.html" %}{% block closing %}{{ super() }}'
        f'{{% if document.key == "{one.key}" %}}<p>{other.pupil_name}</p>{{% endif %}}{{% endblock %}}',
        encoding="utf-8",
    )
    outcome = build(Request(folder=fresh_school, wanted=Wanted(packs=("parents",)), jobs=2), silent)
    bound = outcome.bound[0]
    assert bound.manifest.balanced
    assert [h.code for h in bound.manifest.exceptions if h.name == one.pupil_name] == ["V603"]
    made = _documents(bound.folder)
    assert not (bound.folder / f"{one.path}.pdf").exists()
    assert all(one.key not in d.reports for d in made if isinstance(d, Bundle))
    batches = [d for d in made if isinstance(d, PrintBatch)]
    assert sum(len(d.reports) for d in batches) == bound.manifest.reports


def test_no_name_or_number_in_families_file_names_or_metadata(built: BuiltSchool) -> None:
    """A family's file name is 16 hex; its PDF's information names no pupil."""
    lines = (built.home / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    for report in (d for d in map(documents.validate_json, lines) if isinstance(d, ParentReport)):
        assert len(report.key) == 16
        assert set(report.key) <= set("0123456789abcdef")
        pdf = pypdfium2.PdfDocument(built.home / f"{report.path}.pdf")
        told = " ".join(str(value) for value in pdf.get_metadata_dict().values())
        pdf.close()
        assert not [word for word in report.pupil_name.split() if word in told]


def test_a_familys_page_is_small(built: BuiltSchool) -> None:
    """A family's HTML file is under 150 KB, fonts and all."""
    assert max(p.stat().st_size for p in (built.home / "parents").glob("*.html")) < 150_000


def test_a_folder_can_be_copied_away_whole(built: BuiltSchool) -> None:
    """No page of an audience's folder points outside that folder."""
    for folder in ("parents", "staff", "governors"):
        for page in (built.home / folder).rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            assert "../" not in text
            assert 'src="http' not in text
            assert "url(http" not in text


def test_governors_are_shown_no_small_figure(built: BuiltSchool) -> None:
    """No figure in the governors' pack rests on 1 to 5 pupils."""
    for bound in built.outcome.bound:
        lines = (bound.folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        for pack in (d for d in map(documents.validate_json, lines) if isinstance(d, GovernorPack)):
            tables = [
                pack.figures,
                *(t for page in pack.groups for t in (page.table, page.changes, page.chart_table) if t),
            ]
            figures = [c.figure for t in tables for row in t.rows for c in row.cells if c.figure]
            assert [f for f in figures if f.value is not None and 1 <= f.n <= 5] == []


def test_one_job_and_two_make_the_same_bytes(built: BuiltSchool, fresh_school: Path) -> None:
    """The same inputs give the same bytes, whatever the number of workers, in another folder too."""
    outcome = build(Request(folder=fresh_school, jobs=1, prove=True), silent)
    for one, two in zip(outcome.bound, built.outcome.bound, strict=True):
        assert one.manifest.build == two.manifest.build
        assert files_of(one.folder) == files_of(two.folder)


def test_one_late_mark_changes_one_report(built: BuiltSchool, tmp_path: Path) -> None:
    """After one mark is corrected, the new build says which report changed, and the last build is still there."""
    folder = Path(shutil.copytree(built.folder, tmp_path / "late"))
    earlier = next(b.manifest for b in built.outcome.bound if "parents" in b.manifest.audiences)
    report = earlier.report
    before = current_build(folder / "output", report)
    pupils = folder / "config" / "holds.yaml"
    pupils.write_text("holds: []\n", encoding="utf-8")
    outcome = build(Request(folder=folder, report=report, jobs=2), silent)
    manifest = outcome.bound[0].manifest
    assert before is not None
    assert manifest.build != before.name
    assert manifest.changes.previous == before.name
    added = [change for change in manifest.changes.added if change.audience == "parents"]
    assert len(added) == sum(held.code == "HOLD" for held in earlier.exceptions) > 0
    assert verify(before) == ()


def test_a_part_build_never_becomes_current(built: BuiltSchool, tmp_path: Path) -> None:
    """Building one year group or one pack leaves the current build as it was."""
    folder = Path(shutil.copytree(built.folder, tmp_path / "part"))
    report = next(b.manifest.report for b in built.outcome.bound if "parents" in b.manifest.audiences)
    before = current_build(folder / "output", report)
    outcome = build(Request(folder=folder, report=report, wanted=Wanted(year_group="10", html_only=True)), silent)
    assert outcome.bound[0].folder.name == "part"
    assert outcome.bound[0].manifest.balanced
    assert current_build(folder / "output", report) == before


def test_a_schools_own_block_takes_the_place_of_ours(fresh_school: Path) -> None:
    """A template of the school's that extends ours and fills one block is used for every family."""
    own = fresh_school / "templates" / "parents" / "interim.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(
        '{% extends "shipped/parents/interim.html" %}{% block closing %}<p>Come and see us any day.</p>{% endblock %}',
        encoding="utf-8",
    )
    outcome = build(Request(folder=fresh_school, wanted=Wanted(packs=("parents",), html_only=True)), silent)
    pages = list((outcome.bound[0].folder / "parents").glob("*.html"))
    assert pages
    assert all("Come and see us any day." in page.read_text(encoding="utf-8") for page in pages)
