"""Problems of composing, rendering and proving pages (D5xx, V6xx)."""

from __future__ import annotations

from reportgen.model.problem_texts.entry import ProblemText
from reportgen.model.severity import Severity

TEXTS: dict[str, ProblemText] = {
    "D501": ProblemText(
        severity=Severity.HOLD,
        message="Nothing says what families of this year group see",
        when="A report for families covers a year group that no entry under `families` in calendars/reporting.yaml fits.",
        fix="Add an entry under `families` with this year group, or leave the year group out of the report.",
    ),
    "D502": ProblemText(
        severity=Severity.HOLD,
        message="The pupil has no subject to report on",
        when="A pupil on roll is in no class and has no mark in the collection, or takes only subjects that are not reported to the year group.",
        fix="Look for the pupil in the class list and the marksheets; if there is nothing to report, record it in holds.yaml.",
    ),
    "D503": ProblemText(
        severity=Severity.HOLD,
        message="Too many of the report's marks are blank",
        when="More marks than the report's `blank_share` are not entered or unclear. Marks with a reason (absent, not taught ...) do not count as blank.",
        fix="Enter the missing marks and build again, or raise `blank_share` for the report.",
    ),
    "V602": ProblemText(
        severity=Severity.HOLD,
        message="The page could not be set as it was meant",
        when="A letter that no font has, or a picture, font or style sheet that did not load, came up while the page was set.",
        fix="Read what was found. A missing letter: correct the name or the text in the export, or install a font that has the "
        "script (Noto fonts do) on the machine that builds. A missing file: look in the school's own templates folder.",
    ),
    "V603": ProblemText(
        severity=Severity.HOLD,
        message="The printed report does not say what was composed",
        when="The PDF was read back and the pupil's name, a row of the subjects table or a sentence was not there as composed, "
        "or another pupil's full name stood on the page.",
        fix="Another pupil's name: take it out of the comment or the export. Anything else: look for changed blocks in the "
        "school's own templates folder, where a block may print less than ours, and build again.",
    ),
    "V605": ProblemText(
        severity=Severity.WARN,
        message="The document takes more sides than it should",
        when=(
            "A family's interim report does not fit two sides (four in large print) even with its air closed, or a "
            "governors' pack does not fit six."
        ),
        fix=(
            "Shorten the next steps, or show fewer facets for the year group in calendars/reporting.yaml; for governors "
            "choose fewer headlines or gaps in packs.yaml."
        ),
    ),
    "V604": ProblemText(
        severity=Severity.HOLD,
        message="The PDF does not pass the accessibility check",
        when="PDF/UA-1 was checked (`build --prove`) and a rule failed, or a page's content is not reached from its structure.",
        fix="Look at the rule named. With templates of your own: headings in order, a title in every picture, heads in every "
        "table. With ours: please report it, with the page.",
    ),
}
