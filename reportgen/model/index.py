"""The index of a build, for the data manager: what was made, what was not and why, where everything is. Every number is text."""

from __future__ import annotations

from reportgen.model.value import Value


class RollEntry(Value):
    """A pupil behind a family's document."""

    pupil: str
    """The pupil's key in the exports."""
    name: str
    form: str = ""
    year_group: str = ""


class Link(Value):
    """A document: what it is called and where its files are, from the build's folder; empty where there is no such file."""

    text: str
    html: str = ""
    pdf: str = ""


class Shelf(Value):
    """Documents that stand together: a form's reports, a year's class sheets."""

    heading: str
    links: tuple[Link, ...]


class Pack(Value):
    """Documents of one kind: class sheets, year packs."""

    heading: str
    """Empty where an audience has one kind of document only."""
    count: str
    shelves: tuple[Shelf, ...]


class Section(Value):
    """All documents for one audience, and its other files."""

    id: str
    heading: str
    count: str
    packs: tuple[Pack, ...]
    files: tuple[Link, ...] = ()
    """The workbook and its tables."""


class ExceptionRow(Value):
    """A pupil without a report."""

    name: str
    pupil: str
    reason: str
    code: str
    by: str


class ExceptionForm(Value):
    """The pupils of a form without a report."""

    form: str
    rows: tuple[ExceptionRow, ...]


class ProblemRow(Value):
    """How often a problem occurred."""

    severity: str
    code: str
    message: str
    count: str


class SourceRow(Value):
    """Where the rows of a source went."""

    source: str
    file: str
    rows: str
    used: str
    duplicates: str
    aside: str
    not_for_source: str


class ChangeRow(Value):
    """A document that is not what it was."""

    text: str
    what: str
    """Changed parts in words, or `new` or `gone`."""
    html: str = ""


class NamedText(Value):
    """A name and what belongs to it: a file and its hash, a library and its version."""

    name: str
    text: str


class Index(Value):
    """The page a build opens with."""

    title: str
    school: str
    report_name: str
    on: str
    build: str
    draft: bool
    part: bool
    balanced: bool
    roll: str
    reports: str
    exceptions: str
    families: bool
    """False when the build makes no reports for families: there is nothing to balance."""
    forms: tuple[ExceptionForm, ...]
    sections: tuple[Section, ...]
    problems_line: str
    problems: tuple[ProblemRow, ...]
    changes_line: str
    changes: tuple[ChangeRow, ...]
    release_line: str
    """Who released the report and when; empty before a release."""
    since_line: str
    """How much differs from what was released; empty before a release."""
    since: tuple[ChangeRow, ...]
    sources: tuple[SourceRow, ...]
    made_with: tuple[NamedText, ...]
    inputs: tuple[NamedText, ...]
