"""One entry a problem code: its message, when it occurs, how to fix it. `reportgen explain` and the docs are made from it."""

from __future__ import annotations

from reportgen.model.problem_texts import build, calendars, documents, exports, measures, settings
from reportgen.model.problem_texts.entry import ProblemText

TEXTS: dict[str, ProblemText] = {
    **settings.TEXTS,
    **calendars.TEXTS,
    **exports.TEXTS,
    **measures.TEXTS,
    **documents.TEXTS,
    **build.TEXTS,
}


def text_of(code: str) -> ProblemText:
    """The entry of a code. KeyError when there is none: a test sees to it that each code used has one."""
    return TEXTS[code]
