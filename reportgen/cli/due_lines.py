"""What is due as lines of text for an 80-column terminal. No colour says anything that the words do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from reportgen.calendars.due import FAR
from reportgen.calendars.due_words import day_words
from reportgen.calendars.year_words import years_words
from reportgen.cli.console import counted
from reportgen.model.due import AnnualDue, Blank, Due, Section
from reportgen.model.project import Project
from reportgen.model.school_days import school_year_of
from reportgen.packs.calendar_words import NO_BREAK, clock

WIDTH = 79
MOST_TEACHERS = 10
"""Teachers listed for a collection; output/due.csv has them all."""
NOBODY = "nobody named"
_NAME, _COUNT = 26, 12
"""Columns of the list of teachers."""
_HEADS: dict[Section, str] = {
    "late": "LATE",
    "closing": "CLOSING",
    "to do": "TO DO",
    "open": "OPEN",
    "next": "NEXT",
    "done": "DONE THIS YEAR",
}


def due_lines(
    items: Iterable[Due], annual: Iterable[AnnualDue], *, project: Project, on: date, folder: Path
) -> Iterator[str]:
    """Everything, the most urgent first: a heading and its entries, then the annual reports."""
    yield f"{day_words(on)}, school year {_year_name(school_year_of(on))}"
    told, commands = False, set[str]()
    for section, group in groupby(items, lambda one: one.section):
        told = True
        yield from ("", _HEADS[section])
        brief = section in ("next", "done")
        for one in group:
            again = one.command in commands
            yield from (
                _brief(one, on) if brief else _entry(one, project=project, on=on, folder=None if again else folder)
            )
            commands.add(one.command)
    if not told:
        yield from ("", "Nothing is due: no collection or report is near this day.")
    reports = tuple(annual)
    if reports:
        yield from ("", "ANNUAL REPORTS")
    for report in reports:
        yield from _annual(report, on)


def _year_name(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"


def _brief(one: Due, on: date) -> Iterator[str]:
    """What comes next and what is done take a line or two."""
    if one.kind == "meeting":
        told = "; ".join(filter(None, (_on(one, on, day_words(one.on, since=on)), clock(one.what))))
        return (line.replace(NO_BREAK, " ") for line in _wrapped(f"{one.name}: {told}.", indent=2, hang=4))
    return _wrapped(f"{one.name}: {_when(one, on)}.", indent=2, hang=4)


def _entry(one: Due, *, project: Project, on: date, folder: Path | None) -> Iterator[str]:
    """One thing to see to; without a folder the command was told before."""
    yield f"  {one.name}: {one.state}"
    yield from _wrapped(f"{_capital(_when(one, on))}. {one.what}", indent=4)
    if one.who:
        yield from _wrapped(f"Who: {one.who}", indent=4, hang=9)
    if one.command and folder is not None:
        yield f"    > {command_for(one.command, folder)}"
    if one.entered and one.state != "open":
        yield from _teachers(one.entered.blanks, project)


def command_for(command: str, folder: Path) -> str:
    """The command as typed from here: with -C where the school's folder is another one."""
    if folder == Path():
        return command
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    return command.replace("reportgen ", f"reportgen -C {name} ", 1)


def _when(one: Due, on: date) -> str:
    """`closes on Friday 13 November, in 2 school days`."""
    day, past = day_words(one.on, since=on), one.on < on
    passed = {"not open": "opens", "open": "closes", "closing": "closes", "frozen": "frozen", "released": "released"}
    if one.state in ("frozen", "released"):
        by = f" by {one.who}" if one.who else ""
        return f"{one.state} on {day}{by}"
    if one.state in passed:
        verb = passed[one.state]
    elif one.kind == "collection":
        verb = "should have been frozen" if past else "freezes"
    else:
        verb = "should have gone out" if past else "goes out"
    return f"{verb} {_on(one, on, day)}"


def _on(one: Due, on: date, day: str) -> str:
    """`today`, `on Friday 13 November, in 2 school days`; days that only holidays lie before are not counted."""
    if one.on == on:
        return "today"
    count = counted(abs(one.school_days), "school day")
    if not one.school_days:
        return f"on {day}"
    return f"on {day}, {count} ago" if one.school_days < 0 else f"on {day}, in {count}"


def _teachers(blanks: Iterable[Blank], project: Project) -> Iterator[str]:
    """Who has most missing first."""
    by_staff: defaultdict[tuple[str, ...], list[Blank]] = defaultdict(list)
    for blank in blanks:
        by_staff[blank.staff].append(blank)
    rows = sorted(by_staff.items(), key=lambda row: (-sum(b.missing for b in row[1]), row[0]))
    names = {member.code: member.name for member in project.staff.staff}
    if rows:
        yield f"    {'Staff':{_NAME}}  {'missing':>{_COUNT}}   classes"
    for staff, own in rows[:MOST_TEACHERS]:
        yield _teacher(staff, own, names)
    if len(rows) > MOST_TEACHERS:
        yield f"    and {len(rows) - MOST_TEACHERS:,} more in output/due.csv"


def _teacher(staff: tuple[str, ...], own: list[Blank], names: Mapping[str, str]) -> str:
    name = ", ".join(names.get(code, code) for code in staff) or NOBODY
    count = f"{sum(b.missing for b in own):,} of {sum(b.expected for b in own):,}"
    classes = list(dict.fromkeys(b.class_id or "no class" for b in own))
    start = f"    {_shortened(name, _NAME):{_NAME}}  {count:>{_COUNT}}   "
    room = WIDTH - len(start)
    text = ", ".join(classes)
    for kept in range(len(classes) - 1, -1, -1):
        if len(text) <= room:
            break
        text = ", ".join([*classes[:kept], f"+{len(classes) - kept}"])
    return f"{start}{text}"


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _annual(one: AnnualDue, on: date) -> Iterator[str]:
    """When it is due by, by our day and by the law's; what pupils lack only of one that is near."""
    left = f", {counted(one.school_days, 'school day')} left" if one.school_days > 0 else ""
    yield from _wrapped(f"{one.name}, {years_words(one.year_groups)}: {_due_by(one, on, left)}.", indent=2, hang=4)
    if one.school_days <= FAR:
        yield from _wrapped(_lacking(one, on), indent=4)


def _due_by(one: AnnualDue, on: date, left: str) -> str:
    """`ours 17 March, 12 school days left; the law’s: end of the summer term, 20 July`; one day where both are one."""
    if one.law in (None, one.own):
        day = "today" if one.by == on else day_words(one.by, since=on)
        return f"{'was due' if one.by < on else 'due'} by {day}{left}"
    law, own = one.law or one.own, "today" if one.own == on else _date(one.own, on)
    ours = f"ours {'was ' if one.own < on else ''}{own}{left if one.by == one.own else ''}"
    return f"{ours}; the law’s: end of the summer term, {_date(law, on)}{left if one.by == law else ''}"


def _date(day: date, on: date) -> str:
    """`17 March`, with the year where it is not that of `on`."""
    return day_words(day, since=on).partition(" ")[2]


def _lacking(one: AnnualDue, on: date) -> str:
    if on < one.opens:
        return f"Nothing is counted before its marks open, on {day_words(one.opens, since=on)}."
    if one.pupils is None:
        return "What its pupils lack can't be counted without exports."
    if not one.incomplete:
        return f"All {counted(one.pupils, 'pupil')} have what the law asks for."
    lacking = ", ".join(f"{item} ({count:,})" for item, count in one.lacking)
    verb = "lacks" if one.incomplete == 1 else "lack"
    of_all = f"{one.incomplete:,} of {counted(one.pupils, 'pupil')}"
    return f"{of_all} {verb} something the law asks for: {lacking}. output/due.csv names them."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _wrapped(text: str, *, indent: int, hang: int | None = None) -> Iterator[str]:
    after = " " * (indent if hang is None else hang)
    yield from wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=after,
        break_long_words=False,
        break_on_hyphens=False,
    )
