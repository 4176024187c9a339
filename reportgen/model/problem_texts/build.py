"""Problems of building and binding (B7xx)."""

from __future__ import annotations

from reportgen.model.problem_texts.entry import ProblemText
from reportgen.model.severity import Severity

TEXTS: dict[str, ProblemText] = {
    "B701": ProblemText(
        severity=Severity.STOP,
        message="The file could not be written",
        when="The system refused to write or take away a file: the disk is full, the folder may not be written, the path is too long "
        "for Windows, or the file is open in another program.",
        fix="Close programs that show the file, make room on the disk, or choose an output folder of your own with a shorter path. "
        "The last good build is untouched.",
    ),
    "B702": ProblemText(
        severity=Severity.STOP,
        message="Another build of this report is running",
        when="Two builds of the same report were started, perhaps by two people on a shared drive.",
        fix="Wait until the other build has ended, then build again.",
    ),
    "B703": ProblemText(
        severity=Severity.STOP,
        message="The counts do not add up",
        when="Pupils on roll are not as many as reports and named exceptions together, or a pupil is an exception twice. "
        "The build does not become the current one.",
        fix="Look in data/reports.csv and data/exceptions.csv for the pupil who is missing or there twice, and tell us: this is our fault.",
    ),
    "B704": ProblemText(
        severity=Severity.STOP,
        message="There are files already that would be replaced",
        when="A new school's folder, a schema or a secret was to be written where there is one.",
        fix="Choose an empty folder, or move the files named.",
    ),
    "B705": ProblemText(
        severity=Severity.WARN,
        message="An old build could not be taken away",
        when="After a good build, older ones than the last three are taken away; a file of one was open or protected.",
        fix="Close programs that show it. The next build tries again.",
    ),
    "B706": ProblemText(
        severity=Severity.WARN,
        message="The same inputs gave another file than before",
        when="A build was made again from the same inputs and a page came out different. The build named after its inputs "
        "now holds the later one.",
        fix="Tell us which file: the same inputs should always give the same bytes.",
    ),
    "B707": ProblemText(
        severity=Severity.STOP,
        message="The name can't be used for a file",
        when="A name made from the settings or exports is not safe as a file name on every system: too long, kept by Windows "
        "for itself (con, nul, com1), with a character that file names may not hold, or the same as another but for capitals.",
        fix="Change the id or name it is made from.",
    ),
    "B708": ProblemText(
        severity=Severity.HOLD,
        message="The page could not be made",
        when="The program that sets the page ended or took too long, and did so again when this document was tried alone.",
        fix="Look at what is unusual in this document: a very long comment or name, a damaged logo. Tell us if you find nothing.",
    ),
    "B709": ProblemText(
        severity=Severity.WARN,
        message="The record of a build can't be read",
        when="current.json or a manifest is missing or damaged. Nothing is compared with that build, and it is not counted among those kept.",
        fix="Build again: a new record is written. Check the disk if it happens twice.",
    ),
    "B710": ProblemText(
        severity=Severity.HOLD,
        message="The page could not be made because of a fault in the program",
        when="Setting a page failed in a way the program did not expect. The document is set aside and everything else is built.",
        fix="Tell us, with the lines printed beside the problem: this is our fault.",
    ),
    "B711": ProblemText(
        severity=Severity.STOP,
        message="The school's secret can't be read",
        when="config/secret.key, which names families' files so that nobody can guess them, is missing or damaged.",
        fix="Put the file back from where it was kept. For a new school run `reportgen init`; with a new secret every family's file has "
        "a new name.",
    ),
    "B712": ProblemText(
        severity=Severity.STOP,
        message="The programs that set pages can't start",
        when="A worker ended or failed before its first page, again and again: a font or a library of the system is missing, "
        "or there is too little memory.",
        fix="Build with `--jobs 1` to see the cause, and with fewer jobs where memory is short.",
    ),
    "B720": ProblemText(
        severity=Severity.STOP,
        message="There is no such report",
        when="`--report` names a report that calendars/reporting.yaml does not have.",
        fix="Use one of the ids in calendars/reporting.yaml, or `all`.",
    ),
    "B721": ProblemText(
        severity=Severity.STOP,
        message="No report has data",
        when="No collection that a report in calendars/reporting.yaml shows has a mark in the exports.",
        fix="Export the marks of a collection that a report shows, or correct the report's `collection`.",
    ),
    "B722": ProblemText(
        severity=Severity.STOP,
        message="There is no such pupil or year group",
        when="`--pupil` or `--year` names one whom the exports do not have.",
        fix="Write the pupil's key as the exports have it, or a year group such as 10.",
    ),
}
