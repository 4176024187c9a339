"""Problems of the settings (S1xx)."""

from __future__ import annotations

from reportgen.model.problem_texts.entry import ProblemText
from reportgen.model.severity import Severity

_STOP, _WARN = Severity.STOP, Severity.WARN

TEXTS: dict[str, ProblemText] = {
    # Files and YAML
    "S101": ProblemText(
        _STOP,
        "A settings file is missing",
        "A file under config/ that the program needs is not there.",
        "Make the file, or copy it from a folder made by `reportgen init`.",
    ),
    "S102": ProblemText(
        _STOP,
        "A settings file can't be read",
        "The file can't be opened, is not UTF-8 text, holds control characters or is larger than 1 MiB.",
        "Save the file as UTF-8 text. In Notepad: Save as, Encoding UTF-8.",
    ),
    "S103": ProblemText(
        _WARN,
        "A settings file is missing and is read as empty",
        "A file under config/ that may be empty is not there: every key of it has its default.",
        "Make the file; it may be empty. If it has another name, give it this one.",
    ),
    "S104": ProblemText(
        _STOP,
        "The file is not valid YAML",
        "The text can't be read as YAML: a colon, quote, bracket or indent is not where YAML wants it.",
        "Look at the line named and the one before it. Indent with spaces, never tabs; put text with a colon in quotes.",
    ),
    "S105": ProblemText(
        _STOP,
        "A YAML shorthand that is not used here",
        "The file has an anchor (&name), an alias (*name), a merge key (<<), a tag (!name) or a second document (---). "
        "They hide what a setting is from the people who read it.",
        "Write the value out in each place. Put text that starts with & * or ! in quotes.",
    ),
    "S106": ProblemText(
        _STOP,
        "A key is written twice",
        "The same key stands twice at one level; only one of them could count.",
        "Keep one of the two.",
    ),
    "S107": ProblemText(
        _WARN,
        "A file that no part of the program reads",
        "A YAML file under config/, or a table under config/reference/, has a name the program does not know.",
        "Give it the right name, or move it out of the folder.",
    ),
    # Keys and values
    "S110": ProblemText(
        _STOP,
        "Unknown key",
        "A key is not one of those the program knows at this place.",
        "Correct its spelling or its indent; `reportgen explain settings` lists every key.",
    ),
    "S111": ProblemText(
        _STOP,
        "A needed key is missing",
        "A key without a default has not been given.",
        "Add the key at the place named.",
    ),
    "S112": ProblemText(
        _STOP,
        "A value of the wrong kind",
        "A date, number, list or text was expected and something else was found. Dates are written year-month-day: 2026-09-03.",
        "Write the value as the message says.",
    ),
    "S113": ProblemText(
        _STOP,
        "A value that is not allowed",
        "The value is of the right kind but not one of those allowed: a choice, a range or a form.",
        "Use one of the values the message names.",
    ),
    # What refers to what
    "S120": ProblemText(
        _STOP,
        "A name that is not declared",
        "A setting names a scale, facet, subject, department, assessment, collection, report, group, value, start, comparison or headline that no file declares.",
        "Correct the spelling, or declare it in the file named.",
    ),
    "S121": ProblemText(
        _STOP,
        "Declared twice",
        "Two entries have the same id, so that nothing could tell which is meant.",
        "Give one of them another id, or remove it.",
    ),
    "S122": ProblemText(
        _STOP,
        "A spelling that means two things",
        "The same name or spelling (capitals ignored) belongs to two entries, so that a cell of an export could mean either.",
        "Take it out of one of them.",
    ),
    "S123": ProblemText(
        _STOP,
        "The two sides of a comparison are not apart",
        "A comparison has a value on both sides, or no value on one of them.",
        "Put each value on one side only, and at least one on each.",
    ),
    "S124": ProblemText(
        _STOP,
        "Values out of order",
        "Bands, bounds or values of labels do not rise or fall from one to the next.",
        "Write them in order, as the message says.",
    ),
    "S125": ProblemText(
        _STOP,
        "Dates that contradict each other",
        "A date lies before one it must follow, or outside its school year.",
        "Correct one of the dates named.",
    ),
    "S126": ProblemText(
        _STOP,
        "Keys that do not go together",
        "An entry lacks a key its kind needs, or has one that makes no sense for its kind.",
        "Add or remove the key named.",
    ),
    "S127": ProblemText(
        _WARN,
        "No scale for some year groups",
        "A collection gathers a facet in a year group for which the facet names no scale: its marks could not be read.",
        "Add an entry for the year group to the facet's scales in scales.yaml.",
    ),
    "S128": ProblemText(
        _WARN,
        "A spelling of a missing mark that is also a label",
        "What exports write for a missing mark is also a label of a scale, so that a cell could mean either.",
        "Take it out of `states`, or out of the labels.",
    ),
    "S129": ProblemText(
        _WARN,
        "A member of staff who is not listed",
        "A staff code or a role is used that staff.yaml does not list: pages would print it, or name nobody.",
        "Add the person or the responsibility to staff.yaml, or correct the code or role.",
    ),
    # Other checks
    "S130": ProblemText(
        _WARN,
        "A colour that is hard to read",
        "The school's ink on white paper has a contrast below 4.5:1, the least that WCAG 2.2 AA allows for text.",
        "Choose a darker colour.",
    ),
    "S131": ProblemText(
        _STOP,
        "A severity that can't be set",
        "packs.yaml names a code that does not exist, or lowers a stop.",
        "Correct the code; take out a line that lowers a stop.",
    ),
    "S132": ProblemText(
        _STOP,
        "A field the frame does not have",
        "A source maps a column, a fixed value or a part of a heading to a field that its frame does not have.",
        "Use one of the fields named; `reportgen explain frames` lists them all.",
    ),
    "S133": ProblemText(
        _STOP,
        "A source that can't fill its frame",
        "A source has no columns, lacks a field its frame needs, or is wide where its frame can't be.",
        "Add the field under columns, fixed, wide or headings.",
    ),
    "S134": ProblemText(
        _STOP,
        "A heading pattern that can't be read",
        "The pattern of wide headings has no part in braces, the same part twice, two parts with nothing between them, or a brace left open.",
        "Write it like '{collection} {subject} {facet}'.",
    ),
    "S135": ProblemText(
        _STOP,
        "A path that leaves the project folder",
        "A file is named by an absolute path or with .., so that the project could not be moved or copied.",
        "Put the file in the project folder and name it from there, with forward slashes.",
    ),
    "S136": ProblemText(
        _WARN,
        "The logo can't be used",
        "The logo is not there, is not a PNG, JPEG or SVG, or is larger than 40 KB. Pages are made without it.",
        "Put the picture beside school.yaml and name it there. An SVG, or a PNG of 400 pixels, is small and prints well.",
    ),
    "S137": ProblemText(
        _WARN,
        "Families of a year group would see no marks",
        "A report to families covers a year group for which `families` says nothing.",
        "Add an entry for the year group, or one without year_groups for all others.",
    ),
    "S138": ProblemText(
        _WARN,
        "A facet that is shown but not collected",
        "A report shows families a facet that its collection does not gather.",
        "Add the facet to the collection, or leave it out of the report.",
    ),
    # Reference tables
    "S140": ProblemText(
        _STOP,
        "A row of a reference table that can't be read",
        "A value is missing, is no number or is not one of those allowed, or the same row stands twice.",
        "Correct the row. Years are written 2023/24; every figure has a source.",
    ),
    "S141": ProblemText(
        _STOP,
        "A reference table with other headings",
        "The first line of the table does not have the headings the program knows.",
        "Use the headings of the shipped table of the same name.",
    ),
    # Lists and responsibilities
    "S150": ProblemText(
        _STOP,
        "A rule of the lists without a condition",
        "A rule says nothing under `when`, so that every pupil would be on its list.",
        "Write at least one condition under when, for example best_attitude_in: 3.",
    ),
    "S151": ProblemText(
        _WARN,
        "A rule of the lists that nobody can meet",
        "A condition asks for attitudes, targets or marks that no facet gathers, for a band that is not declared, or for the opposite of another condition. Its list would always be empty.",
        "Add the facet in scales.yaml or the band in measures.yaml, or take the condition out.",
    ),
    "S152": ProblemText(
        _WARN,
        "A year group that no collection has",
        "A rule of the lists or a responsibility in staff.yaml names a year group in which nothing is collected.",
        "Correct the year group, or add it to a collection.",
    ),
    "S153": ProblemText(
        _WARN,
        "A school year without terms",
        "A responsibility in staff.yaml or a meeting names a school year that terms.yaml does not describe.",
        "Correct the year (2026 for 2026/27), or describe it in terms.yaml.",
    ),
    "S154": ProblemText(
        _WARN,
        "It is not said which school year the pupils file is of",
        "sources.yaml has no `pupils_year` and the calendars hold collections of several school years. The latest is taken: "
        "once next year is planned, every pupil would be taken for a year group younger than they are.",
        "Write `pupils_year` in sources.yaml: 2026 for a list of 2026/27. Change it when you export next year's list.",
    ),
}
