from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from unit.bind.builds import HELD, a_problem, bind, bind_in, documents, parent

from reportgen.bind import Refused, current_build, open_build, read_build, read_current, verify
from reportgen.model.severity import Severity

A, B, C, D = "aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc", "dddddddddddd"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_has_the_layout_people_are_told(tmp_path: Path) -> None:
    """Each audience has its folder, lists are in data, and index, manifest and documents are at the top."""
    bound = bind(tmp_path, A)
    assert bound.folder == tmp_path / "autumn" / A
    assert sorted(files(bound.folder)) == [
        "data/changes.csv",
        "data/exceptions.csv",
        "data/problems.csv",
        "data/reports.csv",
        "data/sources.csv",
        "documents.jsonl",
        "index.html",
        "manifest.json",
        "parents/aaaaaaaaaaaaaaaa.html",
        "parents/aaaaaaaaaaaaaaaa.pdf",
        "parents/bbbbbbbbbbbbbbbb.html",
        "parents/bbbbbbbbbbbbbbbb.pdf",
        "staff/classes/10b-ma2-maths.html",
        "staff/classes/10b-ma2-maths.pdf",
    ]
    assert verify(bound.folder) == ()
    assert read_build(bound.folder) == bound.manifest


def test_the_composed_documents_are_kept_one_a_line_in_order(tmp_path: Path) -> None:
    """Line n of documents.jsonl is document n, byte for byte as it is hashed."""
    bound = bind(tmp_path, A)
    lines = (bound.folder / "documents.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["path"] for line in lines] == [d.path for d in documents()]
    assert [d.digest for d in bound.manifest.documents] == [d.digest() for d in documents()]


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    """Two builds of the same documents in two places differ in no byte, whatever was there before."""
    (tmp_path / "two" / "autumn" / A).mkdir(parents=True)
    (tmp_path / "two" / "autumn" / A / "parents").mkdir()
    (tmp_path / "two" / "autumn" / A / "parents" / "aaaaaaaaaaaaaaaa.pdf").write_bytes(b"half of an earlier t")
    assert files(bind(tmp_path / "one", A).folder) == files(bind(tmp_path / "two", A).folder)


def test_a_build_made_again_changes_nothing(tmp_path: Path) -> None:
    """The current build made again is the same to the byte, the comparison with the build before it included."""
    bind(tmp_path, A, of=documents("4"))
    before = files(bind(tmp_path, B).folder)
    again = bind(tmp_path, B)
    assert files(again.folder) == before
    assert again.manifest.changes.previous == A
    assert again.problems == ()


def test_a_build_made_again_with_other_bytes_is_said_aloud(tmp_path: Path) -> None:
    """Same inputs, other pages: a warning names each file that differs, and the build is whole all the same."""
    bind(tmp_path, A)
    again = bind(tmp_path, A, of=documents("9"))
    named = {p.place.file for p in again.problems if p.code == "B706"}
    assert {"parents/aaaaaaaaaaaaaaaa.pdf", "documents.jsonl"} <= named
    assert "parents/bbbbbbbbbbbbbbbb.pdf" not in named
    assert verify(again.folder) == ()


def test_current_names_the_last_good_build_and_three_are_kept(tmp_path: Path) -> None:
    """After four builds the last three are there, latest first, and the first is gone."""
    for build, mark in ((A, "4"), (B, "5"), (C, "6"), (D, "7")):
        assert bind(tmp_path, build, of=documents(mark)).current
    assert current_build(tmp_path, "autumn") == tmp_path / "autumn" / D
    current = read_current(tmp_path, "autumn")
    assert current is not None
    assert current.earlier == (C, B)
    assert sorted(p.name for p in (tmp_path / "autumn").iterdir() if p.is_dir()) == [B, C, D]


def test_going_back_to_older_inputs_makes_that_build_current_again(tmp_path: Path) -> None:
    """The build of the older inputs is written again and is current; the later one is still kept."""
    bind(tmp_path, A)
    bind(tmp_path, B, of=documents("9"))
    back = bind(tmp_path, A)
    current = read_current(tmp_path, "autumn")
    assert current is not None
    assert (current.build, current.earlier) == (A, (B,))
    assert verify(back.folder) == ()


def test_what_was_never_finished_goes_at_the_next_build_and_nothing_else_does(tmp_path: Path) -> None:
    """An interrupted build's folder is taken away; a folder that people put there stays."""
    bind(tmp_path, A)
    with open_build(tmp_path, report="autumn", build=B) as build:
        build.write("parents/x.pdf", b"half")
    (tmp_path / "autumn" / "sent to printers").mkdir()
    assert current_build(tmp_path, "autumn") == tmp_path / "autumn" / A
    bind(tmp_path, C, of=documents("9"))
    assert sorted(p.name for p in (tmp_path / "autumn").iterdir() if p.is_dir()) == [A, C, "sent to printers"]


def test_a_part_build_is_emptied_first_and_never_becomes_current(tmp_path: Path) -> None:
    """Part builds share one folder; what the one before made is gone, and the good build stays the good one."""
    bind(tmp_path, A)
    bind(tmp_path, B, part=True)
    bound = bind(tmp_path, C, part=True, of=(parent("b", "9"),))
    assert bound.folder == tmp_path / "autumn" / "part"
    assert not bound.current
    assert not (bound.folder / "parents" / "aaaaaaaaaaaaaaaa.pdf").exists()
    assert verify(bound.folder) == ()
    assert current_build(tmp_path, "autumn") == tmp_path / "autumn" / A


def test_counts_that_do_not_add_up_never_become_current(tmp_path: Path) -> None:
    """Four on roll, two reports, one exception: a stop says so, and the good build stays."""
    bind(tmp_path, A)
    bound = bind(tmp_path, B, of=documents("9"), roll=4)
    assert not bound.current
    assert [(p.code, p.severity) for p in bound.problems] == [("B703", Severity.STOP)]
    assert "4 on roll, 2 reports, 1 exceptions" in str(bound.problems[0])
    assert current_build(tmp_path, "autumn") == tmp_path / "autumn" / A


@pytest.mark.parametrize(
    ("changes", "balanced"),
    [
        ({}, True),
        ({"roll": 4}, False),
        ({"reports": 3, "roll": 4}, False),
        ({"exceptions": (HELD, HELD), "roll": 4}, False),
        ({"exceptions": (HELD, HELD.model_copy(update={"pupil": "D"})), "roll": 4}, True),
        ({"roll": 9, "audiences": ("staff",), "documents": (), "reports": 0}, True),
    ],
    ids=[
        "adds up",
        "one lost",
        "one counted and not made",
        "one excepted twice",
        "two excepted",
        "nothing for families",
    ],
)
def test_balance_is_roll_against_reports_made_and_pupils_excepted(
    tmp_path: Path, changes: dict[str, object], *, balanced: bool
) -> None:
    """Each way in which a pupil could go missing or count twice is found."""
    assert bind(tmp_path, A).manifest.model_copy(update=changes).balanced is balanced


def test_files_of_an_earlier_try_do_not_stay(tmp_path: Path) -> None:
    """A build that is taken up again holds only what it made this time."""
    with open_build(tmp_path, report="autumn", build=A) as build:
        build.write("parents/cccccccccccccccc.pdf", b"a report that is held now")
        (build.folder / "parents" / ".being-written").write_bytes(b"half")
    assert not (bind(tmp_path, A).folder / "parents" / "cccccccccccccccc.pdf").exists()
    assert verify(tmp_path / "autumn" / A) == ()
    assert not (tmp_path / "autumn" / A / "parents" / ".being-written").exists()


def test_two_builds_of_a_report_do_not_run_at_once(tmp_path: Path) -> None:
    """The second is refused while the first is open, in another process too, and may begin when the first has ended."""
    with open_build(tmp_path, report="autumn", build=A):
        with pytest.raises(Refused, match="B702"):
            open_build(tmp_path, report="autumn", build=B)
        code = (
            "import sys; from pathlib import Path; from reportgen.bind import open_build, Refused\n"
            "try: open_build(Path(sys.argv[1]), report='autumn', build='bbbbbbbbbbbb')\n"
            "except Refused as e: print(e.problem.code)"
        )
        root = Path(__file__).parents[3]
        other = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True, cwd=root
        )
        assert other.stdout == "B702\n"
        with open_build(tmp_path, report="spring", build=A):
            pass
    assert bind(tmp_path, B).current


@pytest.mark.parametrize(
    "path",
    [
        "/etc/x",
        "parents/../../x",
        "../x",
        "parents/./x",
        "parents//x",
        "parents\\x.pdf",
        "parents/a:b",
        "parents/con.pdf",
        "parents/NUL",
        "parents/com1.pdf",
        "parents/x.",
        "parents/ x",
        "parents/.hidden",
        "parents/a\u202eb",
        "parents/a\x00b",
        "parents/a?b",
        "c:/x",
        "parents/" + "x" * 101,
        "parents/" + "/".join(["y" * 60] * 4),
        "parents/e\u0301",
        "elsewhere/x",
        "x.pdf",
        "parents",
        "",
        "documents.jsonl",
        "manifest.json",
    ],
)
def test_no_name_leads_out_of_the_build_or_fails_on_windows(tmp_path: Path, path: str) -> None:
    """Every such path is refused and nothing is written."""
    with open_build(tmp_path, report="autumn", build=A) as build:
        with pytest.raises(Refused, match="B707"):
            build.write(path, b"x")
        assert files(tmp_path) in ({"autumn/.lock": b""}, {})


def test_names_that_differ_by_capitals_only_are_refused(tmp_path: Path) -> None:
    """On Windows the second file would replace the first without a word."""
    with open_build(tmp_path, report="autumn", build=A) as build:
        build.write("staff/10B.pdf", b"one")
        build.write("staff/10B.pdf", b"one again")
        with pytest.raises(Refused, match="B707"):
            build.write("staff/10b.pdf", b"two")


@pytest.mark.parametrize("report", ["nul", "..", "a/b\\c", "aux.2026"])
def test_a_report_that_can_name_no_folder_is_refused(tmp_path: Path, report: str) -> None:
    """An id Windows keeps for itself is refused before anything is written."""
    with pytest.raises(Refused, match="B707"):
        open_build(tmp_path, report=report, build=A)


def test_a_file_the_system_will_not_write_is_a_problem_that_names_it(tmp_path: Path) -> None:
    """Where a folder stands in the way, the refusal says which file and why, and the good build is untouched."""
    bind(tmp_path, A)
    with open_build(tmp_path, report="autumn", build=B) as build:
        (build.folder / "parents" / "x.pdf" / "y").mkdir(parents=True)
        with pytest.raises(Refused, match=r"parents/x\.pdf.*B701"):
            build.write("parents/x.pdf", b"x")
    assert verify(tmp_path / "autumn" / A) == ()


def test_a_family_file_that_nobody_names_is_never_bound(tmp_path: Path) -> None:
    """A report that was written and then set aside can't slip into the build: binding it is a fault of the program."""
    with open_build(tmp_path, report="autumn", build=A) as build:
        build.write("parents/cccccccccccccccc.pdf", b"held")
        with pytest.raises(ValueError, match=r"parents/c+\.pdf"):
            bind_in(build, A, of=documents())
    assert current_build(tmp_path, "autumn") is None


def test_a_manifest_that_names_what_was_not_made_is_never_bound(tmp_path: Path) -> None:
    """Documents without their pages, or pages that are not those of the manifest, are a fault of the program."""
    with open_build(tmp_path, report="autumn", build=A) as build:
        kept = tuple(build.keep(d, html=b"<html>", pdf=None, pages=0) for d in documents())
        wrong = tuple(d.model_copy(update={"pdf": "0" * 64}) for d in kept)
        with pytest.raises(ValueError, match=r"\.pdf"):
            bind_in(build, A, of=documents(), documents=wrong)
    with open_build(tmp_path, report="autumn", build=A) as build, pytest.raises(ValueError, match="other documents"):
        bind_in(build, A, of=documents(), documents=())


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (
            lambda f: (f / "parents/aaaaaaaaaaaaaaaa.pdf").write_bytes(b"another"),
            "parents/aaaaaaaaaaaaaaaa.pdf is not what was made",
        ),
        (lambda f: (f / "parents/aaaaaaaaaaaaaaaa.pdf").unlink(), "parents/aaaaaaaaaaaaaaaa.pdf is missing"),
        (lambda f: (f / "parents/extra.pdf").write_bytes(b"x"), "parents/extra.pdf does not belong to the build"),
        (
            lambda f: (f / "documents.jsonl").write_text("{}\n"),
            "documents.jsonl does not hold the documents of the manifest",
        ),
        (lambda f: (f / "manifest.json").write_text("{"), "manifest.json"),
        (lambda f: (f / "manifest.json").unlink(), "manifest.json"),
    ],
    ids=["changed", "missing", "extra", "documents", "damaged", "unfinished"],
)
def test_verify_says_what_is_wrong(tmp_path: Path, harm: object, said: str) -> None:
    """A file changed, missing or added, other documents, a damaged manifest: each is named."""
    folder = bind(tmp_path, A).folder
    assert callable(harm)
    harm(folder)
    assert any(said in fault for fault in verify(folder))


def test_a_damaged_record_of_the_good_build_is_a_warning_and_mended(tmp_path: Path) -> None:
    """With current.json unreadable the next build says so, compares with nothing and writes a new record."""
    bind(tmp_path, A)
    (tmp_path / "autumn" / "current.json").write_text("{")
    with pytest.raises(Refused, match="B709"):
        current_build(tmp_path, "autumn")
    bound = bind(tmp_path, B)
    assert [p.code for p in bound.problems] == ["B709"]
    assert bound.manifest.changes.previous is None
    assert current_build(tmp_path, "autumn") == bound.folder
    assert (tmp_path / "autumn" / A / "manifest.json").exists()


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="symbolic links")
def test_links_are_never_followed_when_an_old_build_goes(tmp_path: Path) -> None:
    """A link in an old build to the school's other folders takes nothing there with it."""
    treasure = tmp_path / "treasure"
    treasure.mkdir()
    (treasure / "kept").write_text("x")
    folder = bind(tmp_path, A).folder
    (folder / "parents" / "link").symlink_to(treasure)
    (tmp_path / "autumn" / "eeeeeeeeeeee").symlink_to(treasure)
    for build, mark in ((B, "6"), (C, "7"), (D, "8")):
        bind(tmp_path, build, of=documents(mark))
    assert not folder.exists()
    assert (treasure / "kept").exists()


def test_a_build_without_pdfs_is_whole(tmp_path: Path) -> None:
    """Screen pages only: the build verifies, and its manifest says that there are no PDFs."""
    of = documents()
    with open_build(tmp_path, report="autumn", build=A) as build:
        kept = tuple(build.keep(d, html=d.digest().encode(), pdf=None, pages=0) for d in of)
        bound = bind_in(build, A, of=of, kept=kept)
    assert {(d.pdf, d.pages) for d in bound.manifest.documents} == {("", 0)}
    assert verify(bound.folder) == ()


def test_problems_lie_in_the_data_folder(tmp_path: Path) -> None:
    """The list of problems is bound with the build and says where each was found."""
    bound = bind(tmp_path, A, problems=(a_problem(found="B+", pupil="A"),))
    assert b"exports/marks.csv" in (bound.folder / "data/problems.csv").read_bytes()
