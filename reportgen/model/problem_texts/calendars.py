"""Problems of the three calendars, of frozen collections and of releases. Codes C300 to C399."""

from __future__ import annotations

from reportgen.model.problem_texts.entry import ProblemText
from reportgen.model.severity import Severity

_STOP, _WARN = Severity.STOP, Severity.WARN

TEXTS: dict[str, ProblemText] = {
    # Dates that name another date
    "S160": ProblemText(
        _STOP,
        "A date that can't be understood",
        "A date is neither year-month-day nor told from another date of the calendars.",
        "Write 2026-11-13, or `10 school days after autumn-2026 freezes`. `reportgen explain settings` has every form.",
    ),
    "S161": ProblemText(
        _STOP,
        "A date told from something the calendars do not have",
        "A date names a term, assessment, collection, report or meeting that is not there, or a moment it does not have.",
        "Correct the name: an id of the calendars, then starts, ends, is moderated, opens, closes, freezes, goes out, meets or papers are out.",
    ),
    "S162": ProblemText(
        _STOP,
        "Dates told from each other in a circle",
        "A date is told from another that is told, in the end, from the first.",
        "Give one of them as year-month-day.",
    ),
    "S163": ProblemText(
        _STOP,
        "A date beyond the terms described",
        "Counting school days runs out of terms.yaml before the count is reached.",
        "Add the school year to terms.yaml, give the date as year-month-day, or end a number of days or weeks with `in any case`.",
    ),
    # The calendars against each other
    "C301": ProblemText(
        _WARN,
        "An assessment no collection uses",
        "No collection names the assessment under `assessments`: pupils are tested and nothing is made of it. "
        "Public exams and national tests are left out: their results come from outside.",
        "Name it in the collection that gathers its marks, or take the assessment out of the year.",
    ),
    "C302": ProblemText(
        _WARN,
        "A collection with no assessment behind it",
        "A collection of attainment names no assessment, so that nobody can say what its marks rest on.",
        "Name under `assessments` what teachers marked; an entry of kind classwork will do.",
    ),
    "C303": ProblemText(
        _WARN,
        "A collection without a purpose",
        "Nothing is said under `purpose`.",
        "Say what the collection is for. If nobody can, leave the collection out.",
    ),
    "C304": ProblemText(
        _WARN,
        "A collection that leads to no action",
        "Nothing is said under `action`.",
        "Say what someone will do with the marks. If nothing, leave the collection out.",
    ),
    "C305": ProblemText(
        _WARN,
        "A collection nobody owns",
        "Nothing is said under `owner`, or a role or code that nobody in staff.yaml has.",
        "Name a staff code or a role of staff.yaml: someone who will see to the action.",
    ),
    "C306": ProblemText(
        _WARN,
        "Marks that are collected and never shown",
        "A collection gathers a facet that no report shows to families and no pack of staff or governors uses, or comments "
        "without a report to families.",
        "Stop collecting it, show it under `families` of a report, or use it in a headline of measures.yaml.",
    ),
    "C307": ProblemText(
        _WARN,
        "A report before its collection is frozen",
        "A report is released before the marks it shows are checked and frozen.",
        "Release it later, or close the collection earlier.",
    ),
    "C308": ProblemText(
        _WARN,
        "A parents' evening before its report",
        "Families meet teachers before the report they would talk about is released.",
        "Move the evening or the report. An evening that is for something else belongs under `meetings` of no report.",
    ),
    "C309": ProblemText(
        _WARN,
        "A release on a day without school",
        "A report is released, or a meeting held, at a weekend, on a closure or in the holidays, when nobody can answer.",
        "Choose a school day; an INSET day will do. A report of results or to leavers may go out in the holidays.",
    ),
    "C310": ProblemText(
        _WARN,
        "A year group with no report to families",
        "In a school year whose reports are planned, a year group that is collected has no report to families.",
        "Add the year group to a report with the audience parents.",
    ),
    "C311": ProblemText(
        _WARN,
        "No annual report in time",
        "A year group has no report of kind annual that is released before the end of the summer term: the law asks for one "
        "each school year (Education (Pupil Information) (England) Regulations 2005, regulation 6).",
        "Make a report of the year `kind: annual` and release it before the summer term ends.",
    ),
    "C312": ProblemText(
        _WARN,
        "Governors' papers after their day",
        "The governors' pack is ready after the day by which papers go out, or papers go out less than seven days before the "
        "meeting.",
        "Move the pack's day, or the `papers` day of the meeting.",
    ),
    "C313": ProblemText(
        _WARN,
        "More than three collections of attainment in a year",
        "A year group is asked for marks of attainment more than three times in a school year. Making Data Work (2018) "
        "advises two or three.",
        "Drop the collection whose purpose is weakest.",
    ),
    "C314": ProblemText(
        _WARN,
        "Windows that collide",
        "Pupils of a year group would be assessed during public exams, mocks, a residential week or another assessment of "
        "the same subjects, or marks would close while they sit public exams.",
        "Move one of the two. Work that goes on in lessons is of kind classwork or coursework, which stand beside others.",
    ),
    "C315": ProblemText(
        _WARN,
        "A week with too many classes to mark",
        "A member of staff has more classes to enter in one week than `rates: most_classes_a_week` allows. A class counts in "
        "the week in which its collection closes.",
        "Spread the collections of year groups over more weeks.",
    ),
    "C316": ProblemText(
        _WARN,
        "Nobody is responsible for progress",
        "No responsibility of staff.yaml with `progress: yes` covers a year group that is collected, or none has the "
        "move between two key stages of the school, or into Year 7 (KS2-KS3), under `transitions`.",
        "Name someone under `responsibilities` in staff.yaml.",
    ),
    "C317": ProblemText(
        _WARN,
        "A date outside term",
        "An assessment, a day marks open or close, or a freeze falls on a weekend, a closure or in the holidays. Marks may "
        "open, close, be compared and be frozen on an INSET day.",
        "Choose a school day, or tell the date in school days from another.",
    ),
    "C318": ProblemText(
        _WARN,
        "Marks that close too early in the year",
        "Marks of attainment close in the first three weeks of September, before there is anything to mark.",
        "Close the collection later.",
    ),
    "C319": ProblemText(
        _WARN,
        "Items missing from annual reports",
        "The data lack something the law asks of a pupil's annual report: the report can't be released until it is there.",
        "`reportgen due` lists them by pupil; enter what is missing and export again.",
    ),
    "C320": ProblemText(
        _WARN,
        "Leavers' report too late",
        "A report of kind leavers is released after 30 September, or Year 11 or 13 leaves and neither one of kind leavers nor "
        "an annual one is planned.",
        "Release it by 30 September.",
    ),
    "C321": ProblemText(
        _WARN,
        "Results reported too late",
        "A report of kind results is released more than 15 school days after the day results came in, or that day is not "
        "given.",
        "Release it within 15 school days of `results_on`.",
    ),
    "C322": ProblemText(
        _WARN,
        "Marks that close before the work is done",
        "Marks close before a test, mock or national test they rest on has ended, or before the day by which departments have "
        "compared their marking (`moderated`). Work in lessons may go on.",
        "Close the collection later, move the assessment, or take it out of the collection's `assessments`.",
    ),
    "C323": ProblemText(
        _WARN,
        "Stale marks",
        "Marks close more than 20 school days after the last assessment behind them, or a report goes to families more than 20 "
        "school days after its marks were frozen. Results and leavers' reports are left out, and marks from public exams "
        "and national tests.",
        "Close the collection or release the report sooner, or name under `assessments` the later work that the marks rest on.",
    ),
    "C324": ProblemText(
        _WARN,
        "A term that begins or ends on a day without school",
        "The first or last day of a term is a weekend or a bank holiday, as when last year's days are copied. A bank holiday "
        "inside a term is no problem.",
        "Take the day from the term dates of your council or trust.",
    ),
    "C325": ProblemText(
        _WARN,
        "A year group governors do not see",
        "In a school year with a governors' pack, no such pack shows marks of a year group that is collected in that year.",
        "Name a collection of that year group as `collection` or under `compare` of a governors' pack, or its year group there.",
    ),
    # Rolling
    "C330": ProblemText(
        _STOP,
        "The year can't be rolled",
        "There is no such year to copy from, or the year to make is there already.",
        "`reportgen calendar roll 2027` copies 2026/27 to 2027/28; take out entries of the new year to roll again.",
    ),
    # Calendar pack
    "C331": ProblemText(
        _STOP,
        "There is no such school year",
        "`calendar build --year` names a school year that terms.yaml does not describe, or no school year has both terms "
        "and a collection.",
        "Use a year of terms.yaml, by the year that starts: 2026 for 2026/27.",
    ),
    "C332": ProblemText(
        _STOP,
        "The record of events given out can't be read",
        "config/calendars/issued.csv is damaged. It says which events calendars already have; without it a new file would "
        "not move them.",
        "Put it back from a copy. Delete it only if nobody has taken up the .ics files yet.",
    ),
    # Frozen collections
    "C340": ProblemText(
        _STOP,
        "Frozen marks have changed",
        "The rows of a frozen collection are not those that were sealed.",
        'Put the exports back, or say why with `reportgen freeze COLLECTION --amend "reason"`: that makes the next revision.',
    ),
    "C341": ProblemText(
        _WARN,
        "A frozen export was saved again",
        "The bytes of an export changed and its rows did not, as when Excel saves a file again.",
        "Nothing needs doing.",
    ),
    "C342": ProblemText(
        _STOP,
        "The collection can't be frozen",
        "It is not in the calendar, has no marks, is frozen already, or a stop stands in the way.",
        "Do what the message says. A frozen collection is opened again with --amend.",
    ),
    "C343": ProblemText(
        _STOP,
        "The record of a frozen collection can't be read",
        "A file under config/frozen is damaged or not one that reportgen wrote.",
        "Put it back from a copy. Without the record nobody can say what was frozen.",
    ),
    "C344": ProblemText(
        _STOP,
        "There is nothing to amend",
        "The rows are still those that were sealed, or the collection was never frozen.",
        "Freeze without --amend the first time; amend only when rows have changed.",
    ),
    "C345": ProblemText(
        _WARN,
        "Frozen marks of pupils who are on the list no more",
        "The marks of a frozen collection are those that were sealed but for pupils whom the list of pupils no longer has: "
        "they left and were taken off it.",
        "Nothing needs doing. Keep leavers on the list, or in a list of their own, to build earlier reports whole.",
    ),
    # Releases
    "C350": ProblemText(
        _STOP,
        "The report can't be released",
        "Something is open: no current build, inputs newer than the build, a stop, a held report nobody has decided on, a "
        "statutory item that is missing, or a collection that is not frozen.",
        "Do what the message says, build again, look at the pages, then release.",
    ),
    "C351": ProblemText(
        _WARN,
        "Pages differ from what was released",
        "A build after the release makes documents that families did not get. They say DRAFT again until they are released.",
        "Look at data/since-release.csv in the build, then release again.",
    ),
    "C352": ProblemText(
        _STOP,
        "The record of releases can't be read",
        "releases.yaml or a list under config/released is damaged or does not fit the other.",
        "Put it back from a copy.",
    ),
    "C353": ProblemText(
        _STOP,
        "Nothing is due",
        "`build --due` found no report whose marks are closed and that is not yet released.",
        "`reportgen due` says what comes next.",
    ),
}
