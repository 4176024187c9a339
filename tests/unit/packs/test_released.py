"""Claims about documents after a release, as plain data."""

from __future__ import annotations

from datetime import date

import builders as b
import pytest
from unit.packs.conftest import composed, small_school

from reportgen.model import frames as f
from reportgen.model.document import Bundle, ParentReport
from reportgen.model.project import Project
from reportgen.model.release import Approval, ApprovedDocument
from reportgen.model.seal import Revision, Seal
from reportgen.packs import Composition, bundles, released


def frozen(revision: int = 1) -> Project:
    """The small school, its November collection frozen in this revision."""
    revisions = tuple(
        Revision(revision=n, on=date(2026, 11, 18), marks=1, rows="", files=()) for n in range(1, revision + 1)
    )
    return b.project(seals=(Seal(collection="nov", revisions=revisions),))


def approval(made: Composition, *, revision: int = 1) -> Approval:
    """All documents of a composition approved."""
    return Approval(
        report="autumn",
        documents=tuple(ApprovedDocument(path=d.path, content=d.content(), revision=revision) for d in made.documents),
    )


@pytest.fixture(scope="module")
def first() -> Composition:
    return composed(project=frozen())


def changed(revision: int = 2) -> Composition:
    """The small school with another mark for Amara in mathematics."""
    results = small_school().results
    hers = (results[f.PUPIL] == "A") & (results[f.SUBJECT] == "maths") & (results[f.FACET] == "current")
    now = hers & (results[f.COLLECTION] == "nov")
    assert now.sum() == 1
    other = b.results("A 6− 6−").loc[lambda frame: frame[f.COLLECTION] == "nov"].iloc[0]
    given = {name: results[name].mask(now, other[name]) for name in (f.WRITTEN, f.LABEL, f.VALUE, f.POSITION)}
    return composed(small_school(results=results.assign(**given)), frozen(revision))


def test_every_page_says_its_collection_and_revision(first: Composition) -> None:
    """Frozen: families read version 1, staff and governors revision 1; not frozen: each is told so in its words."""
    words = {d.origin.shown for d in first.documents if not isinstance(d, ParentReport)}
    assert words == {"November 2026, revision 1"}
    assert {d.origin.shown for d in first.documents if isinstance(d, ParentReport)} == {"November 2026, version 1"}
    open_words = {d.origin.shown for d in composed().documents}
    assert open_words == {"November 2026, marks not yet frozen", "November 2026, not yet final"}


def test_what_was_approved_is_no_draft_and_nothing_else_changes(first: Composition) -> None:
    """All documents approved: each is the same but for `draft`, bundles composed again too."""
    made = released(first, approval(first))
    assert [d.model_copy(update={"draft": True}) for d in made.documents] == list(first.documents)
    assert not any(d.draft for d in made.documents)
    again = [bundle for form in made.forms for bundle in bundles(form)]
    assert again
    assert not any(bundle.draft for bundle in again)


def test_nothing_approved_leaves_all_drafts(first: Composition) -> None:
    """Before a release the composition is as it was."""
    assert released(first, Approval(report="autumn")) == first


def test_a_document_that_differs_is_a_draft_with_all_that_hold_it(first: Composition) -> None:
    """Amara's mark changed: her report and the bundles of her form are drafts of revision 2, Ben's report is released."""
    made = released(changed(), approval(first))
    reports = {d.pupil_name: d for d in made.documents if isinstance(d, ParentReport)}
    amara, ben = reports["Amara Okonkwo"], reports["Ben Brown"]
    assert amara.draft
    assert amara.origin.shown == "November 2026, version 2"
    assert not ben.draft
    assert all(d.draft for d in made.documents if isinstance(d, Bundle))


def test_a_released_page_stays_the_page_families_have(first: Composition) -> None:
    """In revision 2 a report with the same marks is, to the letter, the one released in revision 1."""
    then = {d.path: d for d in released(first, approval(first)).documents}
    now = {d.path: d for d in released(changed(), approval(first)).documents}
    bens = [path for path, d in then.items() if isinstance(d, ParentReport) and d.pupil_name == "Ben Brown"]
    assert [now[path].model_dump_json() for path in bens] == [then[path].model_dump_json() for path in bens]


def test_layout_is_no_part_of_what_is_approved(first: Composition) -> None:
    """A bundle with the sides of its reports filled in has the content of the one composed."""
    for bundle in (d for d in first.documents if isinstance(d, Bundle)):
        on_paper = bundle.on_paper(dict.fromkeys(bundle.reports, 2))
        assert on_paper.digest() != bundle.digest()
        assert on_paper.content() == bundle.content()


def test_another_path_is_another_document(first: Composition) -> None:
    """The same words at another path were not approved: a list can't be moved from pupil to pupil."""
    shifted = [d.path for d in (*first.documents[1:], first.documents[0])]
    moved = Approval(
        report="autumn",
        documents=tuple(
            ApprovedDocument(path=path, content=d.content(), revision=1)
            for path, d in zip(shifted, first.documents, strict=True)
        ),
    )
    assert all(d.draft for d in released(first, moved).documents)
