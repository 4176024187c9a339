"""A report after its release: what was approved is no draft any more."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.document import Bundle, ParentReport
from reportgen.model.release import Approval
from reportgen.packs.bundles import bundles
from reportgen.packs.composition import Composition
from reportgen.packs.stamp import as_approved


def released(composition: Composition, approval: Approval) -> Composition:
    """The composition, every document that is what was approved without DRAFT; the others are as they were.

    A bundle is released when its front sheet is what was approved and so is every report in it.
    """
    if not approval.documents:
        return composition
    approved = {one.path: one for one in approval.documents}
    documents = [d if isinstance(d, Bundle) else as_approved(d, approved) for d in composition.documents]
    reports = frozenset(d.key for d in documents if isinstance(d, ParentReport) and not d.draft)
    forms = tuple(
        replace(form, frame=replace(form.frame, approved=approved, released=reports)) for form in composition.forms
    )
    made = {bundle.path: bundle for form in forms for bundle in bundles(form)}
    return replace(composition, documents=tuple(made.get(d.path, d) for d in documents), forms=forms)
