"""Registers of forms and the bundles composed from them, as plain data."""

from __future__ import annotations

from typing import Any

import builders as b
import pandas as pd
import pytest
from unit.packs.conftest import composed, small_school

from reportgen.model import frames as f
from reportgen.model.document import ParentReport, PrintBatch, ProofPack, Table
from reportgen.model.exception import HeldReport
from reportgen.model.pack import Hold, Holds, Packs, StaffPacks
from reportgen.model.project import Project
from reportgen.model.school import Responsibility
from reportgen.packs import Composition, bundles
from reportgen.packs.bundles import MOST


def proof_packs(made: Composition) -> list[ProofPack]:
    return [d for d in made.documents if isinstance(d, ProofPack)]


def batches(made: Composition) -> list[PrintBatch]:
    return [d for d in made.documents if isinstance(d, PrintBatch)]


def texts(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[cell.text for cell in row.cells] for row in table.rows]


def with_audiences(*audiences: str) -> Project:
    """The small school with its report for these readers."""
    project = b.project()
    changed = project.reports.reports[0].model_copy(update={"audiences": audiences})
    return b.project(reports=project.reports.model_copy(update={"reports": (changed,)}))


def held(pupil: str, **changes: Any) -> HeldReport:
    given = {
        "pupil": pupil,
        "name": "Ben Brown",
        "form": "10R",
        "reason": "another name is on the page",
        "code": "V603",
    }
    return HeldReport.model_validate({**given, "stage": "prove", **changes})


FORMS = ("A Ann Zed 10 10R", "B Bob Young 10 10R", "C Cat Xu 10 10B", "D Dan West 10 -", "E Eve Vane 10 -")


def school_of(*pupils: str) -> Composition:
    """The reports of these pupils, each with a mark."""
    roll = b.pupils(*pupils)
    frames = {
        "pupils": roll.assign(**{f.FORM: roll[f.FORM].where(roll[f.FORM] != "-")}),
        "classes": b.classes("10B/Ma2 maths " + " ".join(one.split()[0] for one in pupils)),
        "results": b.results(*(f"{one.split()[0]} 5 5" for one in pupils)),
        "attendance": b.attendance(),
    }
    return composed(small_school(**frames), lenient())


def lenient(**changes: Any) -> Project:
    """The small school where no number of blank marks holds a report."""
    reports = b.project().reports.model_copy(update={"reports": (b.report(blank_share=1.0),)})
    return b.project(reports=reports, **changes)


def test_every_form_has_a_proof_pack_and_a_print_batch() -> None:
    """Each form in register order, pupils without a form together by year group, each report in one of each kind."""
    made = school_of(*FORMS)
    assert [d.path for d in proof_packs(made)] == ["staff/proof/10b", "staff/proof/10r", "staff/proof/year-10-no-form"]
    assert [d.heading for d in batches(made)] == [
        "10B: reports to print",
        "10R: reports to print",
        "Year 10, no form: reports to print",
    ]
    reports = [d.key for d in made.documents if isinstance(d, ParentReport)]
    for kind in (proof_packs(made), batches(made)):
        assert [key for bundle in kind for key in bundle.reports] == reports
    assert {d.audience for d in (*proof_packs(made), *batches(made))} == {"staff"}


def test_reports_stand_in_register_order() -> None:
    """By surname as the register has them; the rows say which report they are about."""
    (pack,) = proof_packs(composed())
    assert [row[0] for row in texts(pack.pupils)] == ["Brown, Ben", "Chen, Chi", "Okonkwo, Amara"]
    assert tuple(row.about for row in pack.pupils.rows) == pack.reports
    assert [column.head for column in pack.pupils.columns] == [
        "Pupil", "Sides", "Blank marks", "Read by", "Changes", "Signed",
    ]  # fmt: skip


def test_the_subtitle_names_the_tutor() -> None:
    """Who is to check them, of what, when marks closed."""
    (pack,) = proof_packs(composed())
    assert pack.subtitle == ("Tutor: Mr Patel. Autumn report. Marks collected on 13 November 2026. Northfield Academy.")


def test_a_held_report_is_named_with_its_reason_and_not_counted() -> None:
    """Ben's report was held by a person: the register says so in his place, the batch apart, with who decided it."""
    project = b.project(holds=Holds(holds=(Hold(pupil="B", reason="family asked", by="Mrs Pemberton"),)))
    made = composed(project=project)
    (pack,), (batch,) = proof_packs(made), batches(made)
    assert pack.count == batch.count == "2 reports. 1 is held."
    assert texts(pack.pupils)[0] == ["Brown, Ben", "Held: family asked (Mrs Pemberton)"]
    assert pack.pupils.rows[0].about == ""
    assert [row[0] for row in texts(batch.pupils)] == ["Chen, Chi", "Okonkwo, Amara"]
    assert texts(batch.held) == [["Brown, Ben", "family asked (Mrs Pemberton)"]]
    assert len(pack.reports) == len(batch.reports) == 2


def test_bundles_are_composed_again_without_a_report_held_later() -> None:
    """A report that fails once its page is made leaves its bundles, and they say that it is held and why."""
    made = composed()
    (form,) = made.forms
    pack, batch = bundles(form.without([held("B")]))
    assert isinstance(pack, ProofPack)
    keys = {p.key: key for key, p in made.register.items()}
    assert keys["B"] not in pack.reports
    assert keys["B"] not in batch.reports
    assert texts(pack.pupils)[0] == ["Brown, Ben", "Held: another name is on the page"]
    assert texts(batch.held) == [["Brown, Ben", "another name is on the page"]]
    assert bundles(form.without([held("A"), held("B"), held("C")])) == ()


def test_every_blank_mark_is_listed_with_whom_to_ask() -> None:
    """One not entered and one not understood: pupil, subject, facet, why, and the class's teacher or who leads."""
    results = pd.concat(
        [
            b.results("A 5 6", "C 4 4"),
            b.results("A 6 6", "B 6 6", "C 6 6", scale=b.GCSE, facet="target"),
            b.results("A 4 4", "B 3 2", "C 1 1", scale=b.ATTITUDE, facet="attitude"),
            b.results("A 5 5", "B 5 5", subject="english"),
            b.results("C 5 unclear", subject="english", reason="“Z” is not on the scale"),
            b.results("A 4 4", "B 3 2", "C 1 -", scale=b.ATTITUDE, facet="attitude", subject="english"),
        ],
        ignore_index=True,
    )
    teachers = b.frame(f.TEACHERS, [{f.CLASS_ID: "10B/Ma2", f.SUBJECT: "maths", f.TEACHER: "HUG"}])
    made = composed(small_school(results=results, teachers=teachers), with_leader_and_blanks())
    (pack,) = proof_packs(made)
    assert texts(pack.blanks) == [
        ["Brown, Ben", "Mathematics", "Now: not given", "Ms Hughes"],
        [
            "Chen, Chi",
            "English language",
            "Attitude to learning: not given; Now: being checked (“Z” is not on the scale)",
            "Mrs Adeyemi",
        ],
    ]
    assert [row[2] for row in texts(pack.pupils)] == ["1", "2", "0"]


def with_leader_and_blanks() -> Project:
    """The small school: Mrs Adeyemi leads English, and no number of blanks holds a report."""
    project = b.project()
    subjects = tuple(
        s.model_copy(update={"group": "English"}) if s.id == "english" else s for s in project.subjects.subjects
    )
    leader = Responsibility(role="Head of department", staff=("ADE",), departments=("English",))
    return lenient(
        subjects=project.subjects.model_copy(update={"subjects": subjects}),
        staff=project.staff.model_copy(update={"responsibilities": (leader,)}),
    )


def test_a_target_that_is_not_set_is_no_blank_mark() -> None:
    """English has no targets: they are set, not collected, and nobody is asked for them."""
    (pack,) = proof_packs(composed())
    assert "Target" not in " ".join(" ".join(row) for row in texts(pack.blanks))


@pytest.mark.parametrize(("code", "listed"), [("D503", True), ("R207", False)])
def test_blanks_of_a_held_report_are_listed_only_when_they_hold_it(code: str, *, listed: bool) -> None:
    """Filling in blanks brings back a report held for them; one held for another reason may have no marks at all."""
    (form,) = composed(small_school(results=b.results("A 5 6", "B 5 5", "C 4 4")), lenient()).forms
    pack = bundles(form.without([held("B", code=code)]))[0]
    assert isinstance(pack, ProofPack)
    names = [row[0] for row in texts(pack.blanks)]
    assert ("Brown, Ben" in names) == listed
    assert "Chen, Chi" in names


def test_switches_of_the_school_are_obeyed() -> None:
    """packs.yaml may leave either kind out."""
    for switches, kinds in (
        (StaffPacks(proof=False), {PrintBatch}),
        (StaffPacks(print_batches=False), {ProofPack}),
        (StaffPacks(proof=False, print_batches=False), set()),
    ):
        made = composed(project=b.project(packs=Packs(staff=switches)))
        assert {type(d) for d in (*proof_packs(made), *batches(made))} == kinds


@pytest.mark.parametrize(
    ("audiences", "proofs", "prints"),
    [(("parents",), 0, 1), (("parents", "staff"), 1, 1), (("staff",), 0, 0), (("governors",), 0, 0)],
)
def test_bundles_are_made_for_whom_reports_are_built(audiences: tuple[str, ...], proofs: int, prints: int) -> None:
    """Print batches come with families' reports, proof packs when staff packs are built too; alone, staff have none."""
    made = composed(project=with_audiences(*audiences))
    assert (len(proof_packs(made)), len(batches(made))) == (proofs, prints)


def test_a_large_form_is_shared_out_evenly() -> None:
    """More pupils than one bundle may hold: two bundles of about half, each pupil in one."""
    made = school_of(*(f"P{n:02d} Ann Zed{n:02d} 10 10R" for n in range(MOST + 1)))
    assert [d.heading for d in batches(made)] == ["10R (1 of 2): reports to print", "10R (2 of 2): reports to print"]
    assert [len(d.reports) for d in batches(made)] == [MOST // 2, MOST // 2 + 1]
    assert len({key for d in batches(made) for key in d.reports}) == MOST + 1
    assert len({d.path for d in made.documents}) == len(made.documents)


def test_forms_whose_names_fold_to_the_same_file_name_are_kept_apart() -> None:
    """`10 R` and `10.R` are two forms: each has a path of its own, the same on every system."""
    made = school_of("A Ann Zed 10 10.R", "B Bob Young 10 10_R")
    paths = [d.path for d in batches(made)]
    assert len(set(paths)) == 2
    assert all(path.startswith("staff/print/10-r-") for path in paths)


def test_sides_are_filled_in_when_they_are_known() -> None:
    """Two sides and three are five on three sheets; the row of a held pupil stays as it is."""
    project = b.project(holds=Holds(holds=(Hold(pupil="B", reason="family asked", by="Mrs Pemberton"),)))
    made = composed(project=project)
    (pack,), (batch,) = proof_packs(made), batches(made)
    sides = dict(zip(batch.reports, (2, 3), strict=True))
    filled, printed = pack.on_paper(sides), batch.on_paper(sides)
    assert [row[:2] for row in texts(filled.pupils)] == [
        ["Brown, Ben", "Held: family asked (Mrs Pemberton)"],
        ["Chen, Chi", "2"],
        ["Okonkwo, Amara", "3"],
    ]
    assert printed.sides is not None
    assert printed.sheets is not None
    assert (printed.sides.text, printed.sheets.text) == ("5", "3")


def test_without_paper_there_are_no_sides() -> None:
    """On a screen the column is left out, and what reached over it becomes narrower: no row is longer than the heads."""
    project = b.project(holds=Holds(holds=(Hold(pupil="B", reason="family asked", by="Mrs Pemberton"),)))
    (pack,) = proof_packs(composed(project=project))
    table = pack.on_screen().pupils
    assert "Sides" not in [column.head for column in table.columns]
    assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}
    assert pack.on_screen().sides is None


def test_names_lead_to_pages_of_the_packs_own_file() -> None:
    """The link is relative to the page: the PDF of the same name beside it."""
    (pack,) = proof_packs(composed())
    linked = pack.linked({key: 2 * n for n, key in enumerate(pack.reports, start=1)})
    assert [row.cells[0].link for row in linked.pupils.rows] == ["10r.pdf#page=2", "10r.pdf#page=4", "10r.pdf#page=6"]
