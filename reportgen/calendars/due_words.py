"""What to do next with a collection or a report, who does it, and the command: in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reportgen.model.calendar import Collection, Report
from reportgen.model.due import Entered, State
from reportgen.model.project import Project
from reportgen.model.release import Release
from reportgen.model.seal import Revision
from reportgen.model.statutory import Completeness

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MOST_NAMED = 2
"""People with a role who are named; more are counted."""


class Said(NamedTuple):
    """Who does the next thing, what it is, and the command that does it."""

    who: str
    what: str
    command: str = ""


def day_words(day: date, *, since: date | None = None) -> str:
    """`Friday 13 November`; with the year where it is not that of `since`."""
    year = "" if since and day.year == since.year else f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def people(project: Project, words: str, *, year: int, year_groups: Iterable[str]) -> tuple[str, ...]:
    """The names of a staff code or of all who have a role for some of these year groups; none when nobody has it."""
    member, groups = project.staff.named(words), set(year_groups)
    if member:
        return (member.name,)
    codes = (
        code
        for one in project.staff.responsibilities
        if one.role.casefold() == words.strip().casefold() and one.holds_in(year)
        if not one.year_groups or groups & set(one.year_groups)
        for code in one.staff
    )
    known = (project.staff.named(code) for code in dict.fromkeys(codes))
    return tuple(member.name for member in known if member)


def who_words(project: Project, words: str, *, year: int, year_groups: Iterable[str]) -> str:
    """`Mrs Wren`, `Mrs Wren (assistant head)`, `head of year (5 people)`; the role alone where nobody has it."""
    names = people(project, words, year=year, year_groups=year_groups)
    if not names or project.staff.named(words):
        return names[0] if names else words
    return f"{words} ({len(names)} people)" if len(names) > _MOST_NAMED else f"{' and '.join(names)} ({words})"


def of_collection(
    project: Project, one: Collection, *, state: State, on: date, counted: Entered | None, revision: Revision | None
) -> Said:
    """The next thing to do with a collection."""
    enters = who_words(project, one.entered_by, year=one.year, year_groups=one.year_groups)
    owns = who_words(project, one.owner, year=one.year, year_groups=one.year_groups)
    check, freeze = "reportgen check", f"reportgen freeze {one.id}"
    there = _there(one, counted)
    behind = counted is None or counted.missing > 0
    said: dict[State, Said] = {
        "not open": Said(enters, f"Marks close on {day_words(one.closes, since=on)}."),
        "open": Said(enters, there or "Marks are being entered."),
        "closing": Said(enters, f"{there}{_if(behind, ' Remind those who are behind, then export again.')}", check),
        "to be checked": Said(owns, f"{there}{_if(behind, ' Chase the rest.')} Check what is there.", check),
        "late": Said(enters, f"{there} Chase the rest and export again, or freeze without it.", freeze),
        "to be frozen": Said(owns, f"{there} {'Freeze it once everything is in.' if behind else 'Freeze it.'}", freeze),
        "frozen": Said("", _frozen(revision)),
    }
    return said[state]._replace(what=said[state].what.strip())


def _frozen(revision: Revision | None) -> str:
    if revision is None:
        return ""
    again = f" Revision {revision.revision}: {revision.reason}." if revision.reason else ""
    return f"{revision.marks:,} marks and comments.{again}"


def _there(one: Collection, counted: Entered | None) -> str:
    """How much is in the exports; nothing without them, nor where nobody enters anything."""
    if counted is None or not counted.expected:
        return ""
    what = "marks and comments" if one.comments else "marks"
    if counted.missing == counted.expected:
        return f"None of its {counted.expected:,} {what} are in the exports."
    if not counted.missing:
        return f"All {counted.expected:,} {what} are in."
    return f"{counted.missing:,} of {counted.expected:,} {what} {'is' if counted.missing == 1 else 'are'} missing."


def _if(true: bool, text: str) -> str:  # noqa: FBT001 - reads as a sentence where it is used
    return text if true else ""


def of_report(
    project: Project,
    one: Report,
    *,
    step: State,
    on: date,
    lacking: Completeness | None,
    release: Release | None,
    amended: Revision | None = None,
) -> Said:
    """The next thing to do with a report; `step` is what stands next, whether or not its day is past.

    `amended` is the revision of its marks that was frozen after its release.
    """
    collection = project.collection(one.collection)
    groups = project.year_groups(one)
    names = people(project, one.approver, year=collection.year, year_groups=groups)
    to_release = f'reportgen release {one.id} --by "{names[0] if names else "NAME"}"'
    again = _again(amended, release, on=on)
    match step:
        case "waiting":
            command = f"reportgen freeze {collection.id}" if collection.frozen_on < on else ""
            return Said("", f"Waits for {collection.name} to be frozen.", command)
        case "to be built":
            what = f"{again or f'{collection.name} is frozen.'} Build the report and look at its pages"
            then = f", then release it: `{to_release}`." if again else "."
            return Said("", f"{what}{then}", f"reportgen build --report {one.id}")
        case "to be released":
            approver = who_words(project, one.approver, year=collection.year, year_groups=groups)
            built = f"{again} It is built.".lstrip()
            what = f"{built} Look at its pages, then release it.{_held_back(project, one, lacking)}"
            return Said(approver, what, to_release)
        case _:
            return Said(release.by if release else "", "Released.")


def _again(amended: Revision | None, release: Release | None, *, on: date) -> str:
    """That marks were amended after the release; nothing where they were not."""
    if amended is None or release is None:
        return ""
    days = f"on {day_words(amended.on, since=on)}, after its release on {day_words(release.on, since=on)}"
    return f"Its marks were amended {days}: pages of the amended marks are drafts again."


def _held_back(project: Project, one: Report, lacking: Completeness | None) -> str:
    """What the law asks for and is not there: a report can't be released without it, but for pupils held back."""
    missing = {item.pupil for item in lacking.missing} if lacking else set[str]()
    pupils = sum(project.hold(one, pupil) is None for pupil in missing)
    if not pupils:
        return ""
    count = "1 pupil lacks" if pupils == 1 else f"{pupils:,} pupils lack"
    return f" That can't be done yet: {count} something the law asks for."
