"""Claims about builds of a released report: what is kept for good, and what is told of pages that differ."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from unit.bind.builds import bind_in, documents, parent, sheet

from reportgen.bind import Bound, build_index, open_build, read_current
from reportgen.bind.comparison import since_release
from reportgen.model.document import AnyDocument
from reportgen.model.manifest import Changes
from reportgen.model.problem import problem
from reportgen.model.release import Release

APPROVED, OUT = "a" * 12, "b" * 12
RELEASE = Release(report="autumn", by="Mrs Adeyemi", on=date(2026, 11, 27), build=APPROVED, documents="5e")


def bound(
    output: Path, build: str, *, of: tuple[AnyDocument, ...], approved: tuple[str, ...] = (), **changes: Any
) -> Bound:
    with open_build(output, report="autumn", build=build) as under_way:
        return bind_in(under_way, build, of=of, approved=approved, **changes)


def without_draft(*some: AnyDocument) -> tuple[AnyDocument, ...]:
    return tuple(d.model_copy(update={"draft": False}) for d in some)


def since(before: tuple[AnyDocument, ...], now: tuple[AnyDocument, ...], *, known: bool = True) -> Changes:
    lines = [d.model_dump_json() for d in before] if known else []
    return since_release((d.path for d in before), now, before=lines, build=APPROVED)


def test_released_builds_outlive_all_others(tmp_path: Path) -> None:
    """After five more builds the approved one and the first without DRAFT are there; of the others the last three."""
    bound(tmp_path, APPROVED, of=documents())
    bound(tmp_path, OUT, of=without_draft(*documents()), approved=(APPROVED,), release=RELEASE, draft=False)
    for letter in "cdef0":
        bound(tmp_path, letter * 12, of=documents(letter), approved=(APPROVED,), release=RELEASE)
    builds = {path.name for path in (tmp_path / "autumn").iterdir() if path.is_dir()}
    assert builds == {APPROVED, OUT, *(letter * 12 for letter in "ef0")}
    current = read_current(tmp_path, "autumn")
    assert current is not None
    assert current.released == {APPROVED: OUT}


def test_a_later_build_without_draft_takes_no_room_for_good(tmp_path: Path) -> None:
    """Of several builds without DRAFT of one release only the first is kept for good."""
    bound(tmp_path, APPROVED, of=documents())
    for letter in "bcdef":
        of = without_draft(*documents())
        bound(tmp_path, letter * 12, of=of, approved=(APPROVED,), release=RELEASE, draft=False)
    builds = {path.name for path in (tmp_path / "autumn").iterdir() if path.is_dir()}
    assert builds == {APPROVED, OUT, *(letter * 12 for letter in "def")}


def test_the_manifest_says_of_each_document_whether_it_is_a_draft(tmp_path: Path) -> None:
    """A draft and a released document say the same content with other digests."""
    drafts = bound(tmp_path, APPROVED, of=documents()).manifest
    out = bound(tmp_path, OUT, of=without_draft(*documents())).manifest
    assert [d.draft for d in drafts.documents] == [True] * 3
    assert [d.draft for d in out.documents] == [False] * 3
    assert [d.content for d in drafts.documents] == [d.content for d in out.documents]
    assert not {d.digest for d in drafts.documents} & {d.digest for d in out.documents}


def test_draft_and_revision_are_no_change(tmp_path: Path) -> None:
    """A build that differs from the one before by DRAFT and revision alone has no changed document."""
    bound(tmp_path, APPROVED, of=documents())
    stamped = tuple(
        d.model_copy(update={"origin": d.origin.model_copy(update={"revision": 2, "shown": "Autumn 2026, revision 2"})})
        for d in without_draft(*documents())
    )
    changes = bound(tmp_path, OUT, of=stamped).manifest.changes
    assert (changes.unchanged, changes.changed) == (3, ())


def test_what_differs_from_the_release_is_told_by_document_and_row() -> None:
    """A changed mark, a new document and one that is no longer made; a released document is none of them."""
    before = (parent("a", "Maths"), parent("b", "Art"), sheet("x", "10B"))
    same = without_draft(parent("b", "Art"))
    found = since(before, (parent("a", "Music"), *same, sheet("y", "9A")))
    assert (found.previous, found.unchanged) == (APPROVED, 1)
    assert [(c.title, c.fields, c.rows) for c in found.changed] == [
        ("Amara Okonkwo", ("subjects",), ("Music", "Maths"))
    ]
    assert [c.title for c in found.added] == ["9A"]
    assert [c.title for c in found.gone] == ["10B"]


def test_without_the_approved_build_paths_are_still_told() -> None:
    """When the approved build is lost, what differs is named from the list of what was approved."""
    found = since((parent("a", "Maths"), sheet("x", "10B")), (parent("a", "Music"),), known=False)
    assert [c.title for c in found.changed] == ["Amara Okonkwo"]
    assert [(c.audience, c.path) for c in found.gone] == [("staff", "staff/classes/x")]


def test_the_index_says_who_released_it_and_what_differs(tmp_path: Path) -> None:
    """One report of two differs: the index counts it, names it with its rows, and says what says DRAFT."""
    bound(tmp_path, APPROVED, of=documents("5"))
    now = (parent("a", "6"), *without_draft(*documents()[1:]))
    found = since(documents("5"), now)
    manifest = bound(tmp_path, OUT, of=now, release=RELEASE, since_release=found).manifest
    index = build_index(manifest, documents=now, pupils={}, problems=())
    assert index.release_line.startswith("Released by Mrs Adeyemi on 27 November 2026")
    assert "1 of 2 families’ reports different; 0 of 1 staff document different" in index.since_line
    assert [(row.text, row.what) for row in index.since] == [("Amara Okonkwo", "subjects: 6, 5")]


def test_the_index_of_a_draft_says_nothing_of_releases(tmp_path: Path) -> None:
    """Before a release there is no line of one."""
    manifest = bound(tmp_path, APPROVED, of=documents()).manifest
    index = build_index(manifest, documents=documents(), pupils={}, problems=())
    assert (index.release_line, index.since_line, index.since) == ("", "", ())


def test_without_a_record_no_finished_build_is_taken_away(tmp_path: Path) -> None:
    """A damaged current.json no longer says which builds families have: the next build leaves every finished one."""
    bound(tmp_path, APPROVED, of=documents())
    bound(tmp_path, OUT, of=without_draft(*documents()), approved=(APPROVED,), release=RELEASE, draft=False)
    for letter in "cd":
        bound(tmp_path, letter * 12, of=documents(letter), approved=(APPROVED,), release=RELEASE)
    (tmp_path / "autumn" / "current.json").write_text("", encoding="utf-8")
    bound(tmp_path, "e" * 12, of=documents("e"), approved=(APPROVED,), release=RELEASE)
    builds = {path.name for path in (tmp_path / "autumn").iterdir() if path.is_dir()}
    assert builds == {letter * 12 for letter in "abcde"}


def test_a_build_with_a_stop_never_becomes_the_good_one(tmp_path: Path) -> None:
    """A problem made a stop by the school keeps a build from being current, so that it can't be released."""
    stop = problem("C340", found="changed")
    made = bound(tmp_path, APPROVED, of=documents(), problems=(stop,))
    assert not made.current
    assert read_current(tmp_path, "autumn") is None


def test_the_same_page_from_another_file_is_what_was_approved() -> None:
    """Which source a mark came from is no part of what is approved; the mark is."""
    one, other = parent("a", "5"), parent("a", "6")
    moved = one.model_copy(update={"origin": one.origin.model_copy(update={"sources": ("late-marks",)})})
    assert moved.content() == one.content()
    assert other.content() != one.content()
    assert moved.digest() != one.digest()
