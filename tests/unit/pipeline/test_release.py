"""Claims about who may release a report, what stands in the way, and what a report is made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import builders as b
import pytest

from reportgen.calendars.sealed_rows import sealed_rows
from reportgen.model import frames as f
from reportgen.model.frames import Loaded, SourceCount
from reportgen.model.input import InputFile
from reportgen.model.manifest import Current, Manifest
from reportgen.model.pack import Hold, Holds
from reportgen.model.project import Project
from reportgen.model.release import Release, approval_path
from reportgen.model.school import Member, Responsibility, Staff
from reportgen.model.seal import Revision, Seal, packed, rows_hash, rows_path, rows_text, seal_path
from reportgen.pipeline.bench import Bench
from reportgen.pipeline.due import _as_released
from reportgen.pipeline.identity import Making, records_of, settings_hash
from reportgen.pipeline.readiness import _statutory
from reportgen.pipeline.release import _approver
from reportgen.pipeline.seals import Exports, seal_problems, sealed_collections

STAFF = Staff(
    staff=(
        Member(code="ADE", name="Mrs Adeyemi", also=("adeyemi",)),
        Member(code="HUG", name="Ms. Hughes"),
        Member(code="OLD", name="Mr Brown"),
    ),
    responsibilities=(
        Responsibility(role="Head teacher", staff=("ADE",), years=(2026,)),
        Responsibility(role="Head teacher", staff=("OLD",), years=(2025,)),
        Responsibility(role="head of year", staff=("hug",), year_groups=("10",)),
    ),
)


def school(approver: str = "") -> Project:
    return b.project(
        staff=STAFF, reports=b.project().reports.model_copy(update={"reports": (b.report(approver=approver),)})
    )


def who(approver: str, by: str) -> str:
    """Who releases; empty when that is refused."""
    project = school(approver)
    member, problems = _approver(project, project.reports.reports[0], by)
    assert (member is None) == bool(problems)
    assert all(one.code == "C350" and one.remedy for one in problems)
    return member.name if member else ""


@pytest.mark.parametrize("by", ["ADE", "ade", "Mrs Adeyemi", " mrs  ADEYEMI ", "Mrs. Adeyemi", "Adeyemi"])
@pytest.mark.parametrize("approver", ["", "head teacher", "Head  Teacher", "ADE", "mrs adeyemi"])
def test_any_spelling_of_who_may_will_do(approver: str, by: str) -> None:
    """Code, name and other spellings, whatever their capitals, of the approver or of whoever has the role."""
    assert who(approver, by) == "Mrs Adeyemi"


def test_a_role_for_one_year_group_is_a_role() -> None:
    """A head of year may release what a head of year approves; staff.yaml may write a code in small letters."""
    assert who("head of year", "HUG") == "Ms. Hughes"


@pytest.mark.parametrize(
    ("approver", "by"),
    [("", "Nobody"), ("head teacher", "HUG"), ("head teacher", "Mr Brown"), ("ADE", "HUG"), ("chair", "ADE")],
)
def test_nobody_else_may(approver: str, by: str) -> None:
    """Not a stranger, not another member of staff, not last year's head, and nobody for a role that nobody has."""
    assert who(approver, by) == ""


def test_a_refusal_names_who_may() -> None:
    """It says the role and the name of whoever has it in the report's school year."""
    project = school("head teacher")
    _, problems = _approver(project, project.reports.reports[0], "HUG")
    assert problems[0].expected == "head teacher: Mrs Adeyemi"


ROWS_OF = ("exports/nov.csv", "exports/jun.csv")


def marks(*, mark: str = "5") -> Loaded:
    return b.loaded(pupils=b.pupils("A Amara Okonkwo 10 10R"), results=b.results(f"A 4 {mark}"))


def sealed(loaded: Loaded, folder: Path) -> Seal:
    """The November marks frozen, their rows written beside the settings."""
    text = rows_text(sealed_rows(loaded, "nov"))
    path = folder / rows_path("nov", 1)
    path.parent.mkdir(parents=True)
    path.write_bytes(packed(text))
    files = (InputFile.of("exports/marks.csv", b"as it was"),)
    revision = Revision(revision=1, on=date(2026, 11, 18), marks=1, rows=rows_hash(text), files=files)
    return Seal(collection="nov", revisions=(revision,))


def exports(folder: Path, loaded: Loaded, content: bytes) -> Exports:
    source = str(loaded.results[f.SOURCE].iloc[0])
    count = SourceCount(source, "exports/marks.csv", "", 1, 1, 0, 0, 0)
    return Exports(folder, b.project(), loaded, (InputFile.of("exports/marks.csv", content),), (count,))


def test_a_frozen_collection_as_it_was_is_no_problem(tmp_path: Path) -> None:
    """The same rows from the same bytes: nothing to say."""
    seal = sealed(marks(), tmp_path)
    assert seal_problems(exports(tmp_path, marks(), b"as it was"), (seal,)) == ()


def test_other_bytes_are_a_note(tmp_path: Path) -> None:
    """The same rows from other bytes: C341 at the file."""
    seal = sealed(marks(), tmp_path)
    found = seal_problems(exports(tmp_path, marks(), b"saved again"), (seal,))
    assert [(one.code, one.place.file) for one in found] == [("C341", "exports/marks.csv")]
    assert "November 2026" in found[0].found


def test_other_rows_are_a_stop(tmp_path: Path) -> None:
    """Another mark: C340 with how many of how many pupils; without the sealed rows it is a stop all the same."""
    seal = sealed(marks(), tmp_path)
    now = exports(tmp_path, marks(mark="6"), b"saved again")
    assert [one.code for one in seal_problems(now, (seal,))] == ["C340"]
    assert "1 mark or comment of 1 pupil" in seal_problems(now, (seal,))[0].found
    (tmp_path / rows_path("nov", 1)).unlink()
    assert [one.code for one in seal_problems(now, (seal,))] == ["C340"]


def test_a_report_rests_on_its_collection_and_those_beside_it() -> None:
    """Of three frozen collections, the report's and the compared one are held against the exports."""
    seals = tuple(Seal(collection=one, revisions=()) for one in ("dec", "jun", "nov"))
    project = b.project(seals=seals)
    found = sealed_collections(project, project.reports.reports[0])
    assert [one.collection for one in found] == ["nov", "jun"]


def file(path: str, content: bytes = b"x") -> InputFile:
    return InputFile.of(path, content)


def test_a_freeze_or_release_elsewhere_is_no_other_build() -> None:
    """Records of other collections and reports are no inputs of a report; its own are."""
    own = Release(report="autumn", by="A", on=date(2026, 11, 27), build="a" * 12, documents="5e")
    other = own.model_copy(update={"report": "spring"})
    plain = (file("config/school.yaml"), file(seal_path("nov")), file(seal_path("jun")))
    elsewhere = (file(seal_path("dec")), file("config/releases.yaml"), file(approval_path("spring", 1)))
    project = b.project(releases=(other,))
    report = project.reports.reports[0]
    assert records_of(project, report, (*plain, *elsewhere)) == plain
    released = b.project(releases=(own, other))
    found = records_of(released, report, (*plain, *elsewhere, file(approval_path("autumn", 1))))
    assert [one.path for one in found if one not in plain] == [
        "config/releases.yaml (autumn)",
        "config/released/autumn-1.csv",
    ]


def test_records_are_no_settings() -> None:
    """The hash of the settings is the same before and after a freeze and a release."""
    own = Release(report="autumn", by="A", on=date(2026, 11, 27), build="a" * 12, documents="5e")
    seal = Seal(collection="nov", revisions=())
    assert settings_hash(b.project(releases=(own,), seals=(seal,))) == settings_hash(b.project())


@pytest.mark.parametrize("name", ["Mr O\u2019Brien", "Mr O'Brien", "Mr Andr\u00e9 O\u2019Brien"])
@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u2018", "\u02bc", "\u00b4", "\uff07"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_known_however_it_is_typed(name: str, apostrophe: str, form: Literal["NFC", "NFD"]) -> None:
    """Straight, curly and other apostrophes, accents composed or not, on either side, are the same name."""
    typed = normalize(form, name.upper()).replace("\u2019", apostrophe).replace("'", apostrophe)
    staff = Staff(staff=(Member(code="OBR", name=name),))
    for approver in ("", typed):
        reports = b.project().reports.model_copy(update={"reports": (b.report(approver=approver),)})
        member, _ = _approver(b.project(staff=staff, reports=reports), reports.reports[0], typed)
        assert member == staff.staff[0]
    assert _approver(b.project(staff=staff), b.report(approver=""), "Mr OBrien")[0] is None


def test_whom_somebody_held_back_lacks_nothing() -> None:
    """Two pupils without what the law asks: a hold takes one out of the count, a second the obstacle; another report's none."""
    report = b.report(kind="annual")
    reports = b.project().reports.model_copy(update={"reports": (report,)})
    data = b.loaded(pupils=b.pupils("A Amara Okonkwo 10 10R", "B Ben Hall 10 10R"))

    def told(*holds: Hold) -> list[str]:
        project = b.project(reports=reports, holds=Holds(holds=holds))
        made = Making(program="", source="", libraries=(), templates="")
        bench = Bench(project, data, (), (), (), b"", made, (b"", b""))
        return [one.found.partition(" without")[0] for one in _statutory(bench, report)]

    first, second = (Hold(pupil=key, reason="court order", by="Mrs Adeyemi") for key in "AB")
    assert told() == ["autumn: 2 pupils"]
    assert told(first) == ["autumn: 1 pupil"]
    assert told(first, second) == []
    assert told(first.model_copy(update={"report": "spring"})) == ["autumn: 2 pupils"]


def test_a_build_is_as_released_when_it_has_no_draft(tmp_path: Path) -> None:
    """Not without a build, nor before a release, nor with a page that is a draft again."""
    report = b.report()
    own = Release(report="autumn", by="A", on=date(2026, 11, 27), build="a" * 12, documents="5e")
    assert not _as_released(tmp_path, report)
    home = tmp_path / report.id
    (home / ("b" * 12)).mkdir(parents=True)
    (home / "current.json").write_text(Current(report=report.id, build="b" * 12).model_dump_json(), encoding="utf-8")
    for release, draft, expected in ((own, False, True), (own, True, False), (None, False, False)):
        made = Manifest(report=report.id, build="b" * 12, program="1", inputs=(), draft=draft, release=release)
        (home / ("b" * 12) / "manifest.json").write_text(made.model_dump_json(), encoding="utf-8")
        assert _as_released(tmp_path, report) is expected
