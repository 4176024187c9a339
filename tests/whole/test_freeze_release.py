"""Claims about a made-up school whose marks are frozen, whose report is released, and of which one mark is then corrected."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from whole.conftest import files_of, make_school, silent

from reportgen.bind import Bound, verify
from reportgen.model.document import AnyDocument, ParentReport, PrintBatch, documents
from reportgen.pipeline.build import Outcome, Request, build
from reportgen.pipeline.choice import Wanted
from reportgen.pipeline.freeze import FreezeRequest, Frozen, freeze
from reportgen.pipeline.release import Released, ReleaseRequest, release

REPORT = COLLECTION = "autumn-2026"
FROZEN_ON, RELEASED_ON = date(2026, 11, 18), date(2026, 11, 27)
MARKSHEETS = "exports/marksheet-autumn-2026-*.csv"
DRAFT_LINE = '<p class="draft"><strong>DRAFT</strong>: not yet checked and released by the school.</p>\n'
NOT_TO_SEND = "These are drafts: not to be sent home."


@dataclass(frozen=True)
class Story:
    """A school's autumn: each step as it came out. `folder` is left as it was after the correction."""

    folder: Path
    early: Released
    """Tried before anything was built or frozen."""
    frozen: Frozen
    draft: Bound
    stranger: Released
    """Tried by somebody who may not."""
    released: Released
    out: Bound
    """The build without DRAFT."""
    again: Released
    """Tried once more with nothing new."""
    refused: Outcome
    """The build after one mark was changed in the exports."""
    unsaid: Frozen
    """Freezing the changed marks without a reason."""
    amended: Frozen
    corrected: Bound
    pupil: str
    """Whose mark was changed."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = make_school(tmp_path_factory.mktemp("released") / "demo")
    _families_only(folder)
    early = _release(folder, "ASST")
    _decide_on_exceptions(folder)
    frozen = freeze(FreezeRequest(folder, COLLECTION, FROZEN_ON), silent)
    draft = _built(folder)
    stranger = _release(folder, "EXAM")
    released = _release(folder, "asst")
    out = _built(folder)
    again = _release(folder, "ASST")
    pupil = _correct_a_mark(folder, draft)
    refused = build(Request(folder, REPORT), silent)
    unsaid = freeze(FreezeRequest(folder, COLLECTION, date(2026, 12, 1)), silent)
    amended = freeze(FreezeRequest(folder, COLLECTION, date(2026, 12, 1), "A mark was typed wrongly"), silent)
    corrected = _built(folder)
    return Story(
        folder, early, frozen, draft, stranger, released, out, again, refused, unsaid, amended, corrected, pupil
    )


def _families_only(folder: Path) -> None:
    """Leaves families' reports and their print batches: enough to see DRAFT go, and quick."""
    path = folder / "config" / "calendars" / "reporting.yaml"
    before, _, after = path.read_text(encoding="utf-8").partition(f"- id: {REPORT}\n")
    after = after.replace("audiences: [parents, staff]", "audiences: [parents]", 1)
    path.write_text(f"{before}- id: {REPORT}\n{after}", encoding="utf-8")


def _decide_on_exceptions(folder: Path) -> None:
    """Says in holds.yaml why each pupil without a report has none."""
    manifest = build(Request(folder, REPORT, Wanted(html_only=True)), silent).bound[0].manifest
    path = folder / "config" / "holds.yaml"
    held = (
        f"  - {{pupil: {one.pupil}, report: {REPORT}, reason: Seen by the head of year, by: Mrs Pemberton}}\n"
        for one in manifest.exceptions
        if one.code != "HOLD"
    )
    path.write_text(path.read_text(encoding="utf-8") + "".join(held), encoding="utf-8")


def _built(folder: Path) -> Bound:
    outcome = build(Request(folder, REPORT, jobs=2), silent)
    assert outcome.good, [str(p) for p in outcome.problems]
    return outcome.bound[0]


def _release(folder: Path, by: str) -> Released:
    return release(ReleaseRequest(folder, REPORT, by, RELEASED_ON), silent)


def _correct_a_mark(folder: Path, made: Bound) -> str:
    """Changes one mark of one pupil with a report in a marksheet; returns the pupil's key."""
    reported = {row["pupil"] for row in _rows(made, "data/reports.csv")}
    for path in sorted(folder.glob(MARKSHEETS)):
        lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
        for line in lines[1:]:
            if (key := next((cell for cell in line if cell in reported), "")) and "3" in line:
                line[line.index("3")] = "2"
                text = io.StringIO(newline="")
                csv.writer(text, lineterminator="\r\n").writerows(lines)
                path.write_text(text.getvalue(), encoding="utf-8", newline="")
                return key
    raise AssertionError("no mark to correct")


def _rows(bound: Bound, path: str) -> list[dict[str, str]]:
    with (bound.folder / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _documents(bound: Bound) -> list[AnyDocument]:
    lines = (bound.folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return [documents.validate_json(line) for line in lines]


def _texts(bound: Bound) -> dict[str, str]:
    """What each PDF says, by path."""
    return {d.path: "\n".join(_pages(bound.folder / f"{d.path}.pdf")) for d in bound.manifest.documents}


def _pages(path: Path) -> Iterator[str]:
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        for number in range(len(pdf)):
            with closing(pdf[number]) as page, closing(page.get_textpage()) as text:
                yield text.get_text_range().replace("\r\n", "\n")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_nothing_is_released_that_was_not_frozen_and_built(story: Story) -> None:
    """Before a freeze and a build each is refused with its remedy, and nothing is written."""
    assert story.early.release is None
    told = [str(one) for one in story.early.problems]
    assert {one.code for one in story.early.problems} == {"C350"}
    assert any("not frozen" in one and f"reportgen freeze {COLLECTION}" in one for one in told)
    assert any("no finished build" in one and f"reportgen build --report {REPORT}" in one for one in told)


def test_only_who_may_approve_it_releases_it(story: Story) -> None:
    """Another member of staff is refused, and the refusal names who may; capitals of a code do not matter."""
    assert story.stranger.release is None
    assert [one.code for one in story.stranger.problems] == ["C350"]
    assert "assistant head" in story.stranger.problems[0].expected
    assert story.released.release is not None
    assert story.released.release.on == RELEASED_ON
    assert story.released.release.build == story.draft.manifest.build


def test_a_draft_says_so_and_says_which_revision_it_shows(story: Story) -> None:
    """Until the release every screen page has DRAFT, and every side and page its collection and version."""
    assert story.draft.manifest.draft
    for made in _documents(story.draft):
        assert made.draft
        shown = "Autumn 2026, version 1" if isinstance(made, ParentReport) else "Autumn 2026, revision 1"
        sides = list(_pages(story.draft.folder / f"{made.path}.pdf"))
        assert all(_squeezed("Autumn 2026, version 1") in _squeezed(side) for side in sides if "Page" in side)
        assert _squeezed(shown) in _squeezed(sides[0])
        if isinstance(made, ParentReport):
            page = (story.draft.folder / f"{made.path}.html").read_text(encoding="utf-8")
            assert DRAFT_LINE in page
            assert shown in page


def test_a_release_takes_draft_away_and_nothing_else(story: Story) -> None:
    """Screen pages, sides of reports and of print batches are the same but for the word DRAFT and its warnings."""
    assert not story.out.manifest.draft
    assert [d.path for d in story.out.manifest.documents] == [d.path for d in story.draft.manifest.documents]
    for made in (d for d in _documents(story.draft) if isinstance(d, ParentReport)):
        before, after = (
            (bound.folder / f"{made.path}.html").read_text(encoding="utf-8") for bound in (story.draft, story.out)
        )
        assert after == before.replace(DRAFT_LINE, "", 1)
    before_texts, after_texts = _texts(story.draft), _texts(story.out)
    assert any(isinstance(d, PrintBatch) for d in _documents(story.draft))
    for path, text in before_texts.items():
        assert _squeezed(after_texts[path]) == _squeezed(text.replace(NOT_TO_SEND, "")), path


def test_what_went_home_has_no_draft_in_its_paper(story: Story) -> None:
    """The draft's sides carry a drawn background, those released carry none."""
    for made in (d for d in story.out.manifest.documents if d.audience == "parents"):
        drawn = [len((bound.folder / f"{made.path}.pdf").read_bytes()) for bound in (story.draft, story.out)]
        assert drawn[1] < drawn[0]


def test_a_report_is_released_once(story: Story) -> None:
    """With nothing new since the release another is refused, and the record has one entry."""
    assert story.again.release is None
    assert "nothing differs" in story.again.problems[0].found
    text = (story.folder / "config" / "releases.yaml").read_text(encoding="utf-8")
    assert text.count("- report:") == 1


def test_changed_marks_of_a_frozen_collection_stop_the_build(story: Story) -> None:
    """One mark changed in an export: no build, and the stop says how many marks of how many pupils and what to run."""
    assert story.refused.bound == ()
    stop = next(one for one in story.refused.problems if one.code == "C340")
    assert "1 mark or comment of 1 pupil" in stop.found
    assert f"reportgen freeze {COLLECTION} --amend" in stop.remedy


def test_frozen_marks_open_only_with_a_reason(story: Story) -> None:
    """Without a reason the freeze is refused; with one it makes revision 2 and lists the pupil, old mark and new."""
    assert story.unsaid.revision is None
    assert [one.code for one in story.unsaid.problems] == ["C342"]
    assert story.amended.revision is not None
    assert (story.amended.revision.revision, story.amended.revision.reason) == (2, "A mark was typed wrongly")
    assert [(row.pupil, row.before, row.now) for row in story.amended.amended] == [(story.pupil, "3", "2")]
    listed = (story.folder / "output" / f"{COLLECTION}-revision-2.csv").read_text(encoding="utf-8-sig")
    assert [row["pupil"] for row in csv.DictReader(io.StringIO(listed))] == [story.pupil]


def test_after_a_release_only_what_differs_is_a_draft_again(story: Story) -> None:
    """One corrected mark: that report and its form's batch say DRAFT and version 2; all others are the very bytes released."""
    names = {row["pupil"]: row["key"] for row in _rows(story.corrected, "data/reports.csv")}
    drafts = [d for d in _documents(story.corrected) if d.draft]
    assert story.corrected.manifest.draft
    assert [d.key for d in drafts if isinstance(d, ParentReport)] == [names[story.pupil]]
    assert all(names[story.pupil] in d.reports for d in drafts if isinstance(d, PrintBatch))
    assert len(drafts) == 2
    assert {d.origin.revision for d in drafts} == {2}
    before, after = files_of(story.out.folder), files_of(story.corrected.folder)
    again = {f"{d.path}{ending}" for d in drafts for ending in (".pdf", ".html")}
    same = [path for path in before if path.startswith(("parents/", "staff/print/")) and path not in again]
    assert same
    assert [path for path in same if before[path] != after[path]] == []


def test_what_differs_from_what_families_got_is_listed(story: Story) -> None:
    """The build after the correction warns (C351), names the documents and rows in since-release.csv and on its index."""
    rows = _rows(story.corrected, "data/since-release.csv")
    assert [row["audience"] for row in rows] == ["parents", "staff"]
    assert rows[0]["change"] == "changed"
    assert rows[0]["rows"]
    problems = _rows(story.corrected, "data/problems.csv")
    told = [row["found"] for row in problems if row["code"] == "C351"]
    assert told == [f"{REPORT}: 2 of {len(story.corrected.manifest.documents):,} documents"]
    index = (story.corrected.folder / "index.html").read_text(encoding="utf-8")
    reports = story.corrected.manifest.reports
    assert f"1 of {reports} families’ reports different" in index
    assert "Released by" in index


def test_released_builds_are_what_was_made(story: Story) -> None:
    """The approved build, the released one and the corrected one are all there, whole, and named as kept for good."""
    for bound in (story.draft, story.out, story.corrected):
        assert verify(bound.folder) == ()
    text = (story.draft.folder.parent / "current.json").read_text(encoding="utf-8")
    assert f'"{story.draft.manifest.build}": "{story.out.manifest.build}"' in text


def test_a_file_saved_again_is_a_note_and_no_more(story: Story, tmp_path: Path) -> None:
    """Other bytes with the same marks: the build goes on, and one warning names the file."""
    folder = Path(shutil.copytree(story.folder, tmp_path / "again", ignore=shutil.ignore_patterns("output")))
    path = min(folder.glob(MARKSHEETS))
    path.write_bytes(path.read_bytes() + b"\r\n")
    outcome = build(Request(folder, REPORT, Wanted(pupil=story.pupil, html_only=True)), silent)
    assert [p.place.file for p in outcome.problems if p.code == "C341"] == [path.relative_to(folder).as_posix()]
    assert outcome.bound


def test_the_same_marks_in_another_order_are_not_changed(story: Story, tmp_path: Path) -> None:
    """A marksheet sorted the other way round is the same collection: no stop."""
    folder = Path(shutil.copytree(story.folder, tmp_path / "sorted", ignore=shutil.ignore_patterns("output")))
    path = min(folder.glob(MARKSHEETS))
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *reversed(lines)]) + "\n", encoding="utf-8")
    outcome = build(Request(folder, REPORT, Wanted(pupil=story.pupil, html_only=True)), silent)
    assert [p.code for p in outcome.problems if p.code in ("C340", "C341")] == ["C341"]


def test_pages_that_would_look_otherwise_are_drafts_again(story: Story, tmp_path: Path) -> None:
    """A template put in after the release makes pages nobody approved, whatever they say: they are drafts."""
    folder = Path(shutil.copytree(story.folder, tmp_path / "look", ignore=shutil.ignore_patterns("output")))
    keys = {row["key"]: row["pupil"] for row in _rows(story.corrected, "data/reports.csv")}
    approved = next(d for d in _documents(story.corrected) if isinstance(d, ParentReport) and not d.draft)
    wanted = Wanted(pupil=keys[approved.key], html_only=True)
    (same,) = _documents(build(Request(folder, REPORT, wanted), silent).bound[0])
    own = folder / "templates" / "parents" / "interim.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text('{% extends "shipped/parents/interim.html" %}', encoding="utf-8")
    (other,) = _documents(build(Request(folder, REPORT, wanted), silent).bound[0])
    assert (same.draft, other.draft) == (False, True)
