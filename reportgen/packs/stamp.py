"""What a page says of where its marks stand: which collection, which revision of it, and whether it is a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from reportgen.model.calendar import Audience
from reportgen.model.document import Document, Origin
from reportgen.model.release import ApprovedDocument
from reportgen.packs.words import number, say

DocumentT = TypeVar("DocumentT", bound=Document)


def stamped(origin: Origin, revision: int | None, *, audience: Audience) -> Origin:
    """The origin with a revision of its collection in words: `Autumn 2026, revision 2`.

    Families read `version`: revision is what pupils do before exams.
    """
    kind = "shown to families" if audience == "parents" else "shown"
    if revision is None:
        shown = say(f"{kind}, open", collection=origin.name)
    else:
        shown = say(f"{kind}, frozen", collection=origin.name, revision=number(revision))
    return origin.model_copy(update={"revision": revision, "shown": shown})


def as_approved(document: DocumentT, approved: Mapping[str, ApprovedDocument]) -> DocumentT:
    """The document without DRAFT where it says what was approved at its path, else as it is.

    It keeps the revision it was approved under: a page on which no mark changed stays the very page families have.
    """
    known = approved.get(document.path)
    if known is None or known.content != document.content():
        return document
    origin = stamped(document.origin, known.revision, audience=document.audience)
    return document.model_copy(update={"draft": False, "origin": origin})
