"""Part builds: which documents stay, and what becomes of bundles."""

from __future__ import annotations

import builders as b
from unit.packs.conftest import PUPILS, composed, small_school

from reportgen.model.document import Bundle, ParentReport, PrintBatch, ProofPack, StaffPack
from reportgen.packs import Composition
from reportgen.pipeline.choice import Wanted, narrowed


def two_years() -> Composition:
    """10R, and a form of pupils from two year groups."""
    pupils = (*PUPILS, "D Dan Dee 10 Oak", "E Eve Elm 9 Oak")
    keys = [one.split()[0] for one in pupils]
    frames = {
        "pupils": b.pupils(*pupils),
        "results": b.results(*(f"{key} 5 5" for key in keys)),
        "classes": b.classes("10B/Ma2 maths A B C D", "9B/Ma2 maths E"),
        "attendance": b.attendance(),
    }
    reports = b.project().reports.model_copy(
        update={"reports": (b.report(blank_share=1.0, year_groups=("9", "10")),)},
    )
    return composed(small_school(**frames), b.project(reports=reports))


def counts(made: Composition) -> dict[str, str]:
    """What each bundle says of its reports, by path."""
    return {d.path: d.count for d in made.documents if isinstance(d, Bundle)}


def test_everything_is_everything() -> None:
    """Nothing asked for leaves nothing out."""
    made = two_years()
    assert narrowed(made, Wanted()) is made
    assert counts(made)["staff/print/oak"] == "2 reports."


def test_one_pupil_has_no_bundles() -> None:
    """One report, and no form's bundle that would miss the others."""
    made = narrowed(two_years(), Wanted(pupil="D"))
    assert [type(d) for d in made.documents if isinstance(d, ParentReport | Bundle)] == [ParentReport]
    assert made.forms == ()
    assert made.tables == ()


def test_a_year_group_has_bundles_of_its_own_pupils() -> None:
    """A form of two year groups keeps the pupils of the one that is built; a form without any goes."""
    ten = narrowed(two_years(), Wanted(year_group="10"))
    assert counts(ten) == {
        "staff/proof/10r": "3 reports.",
        "staff/print/10r": "3 reports.",
        "staff/proof/oak": "1 report.",
        "staff/print/oak": "1 report.",
    }
    nine = narrowed(two_years(), Wanted(year_group="9"))
    assert counts(nine) == {"staff/proof/oak": "1 report.", "staff/print/oak": "1 report."}
    for made in (nine, ten):
        reports = {d.key for d in made.documents if isinstance(d, ParentReport)}
        bundled = [key for d in made.documents if isinstance(d, PrintBatch) for key in d.reports]
        assert set(bundled) == reports
        assert len(bundled) == len(reports)


def test_without_paper_there_is_nothing_to_print() -> None:
    """HTML only: proof packs stay for the screen, print batches go, and are not composed again later."""
    made = narrowed(two_years(), Wanted(html_only=True))
    kinds = [type(d) for d in made.documents if isinstance(d, Bundle)]
    assert kinds == [ProofPack, ProofPack]
    assert not any(form.frame.batch for form in made.forms)


def test_packs_of_other_year_groups_go() -> None:
    """With a year group asked for, staff packs of others and the overview of the whole school are left out."""
    made = narrowed(two_years(), Wanted(year_group="9"))
    packs = [d for d in made.documents if isinstance(d, StaffPack)]
    assert all("9" in d.year_groups and d.kind != "overview" for d in packs)
