"""`reportgen calendar roll YEAR`: next year's calendars made from this year's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from reportgen.model.calendar import SchoolYear
from reportgen.model.problem import Problem

_MOST = 6
"""Bank holidays named after rolling."""


@click.command("roll")
@click.argument("year", type=int)
@click.option(
    "--from", "source", type=int, help="The school year to copy, by the year it starts in; else the one before."
)
@click.pass_obj
def command(folder: Path, year: int, source: int | None) -> None:
    """Make the school year that starts in YEAR (2027 for 2027/28) from the year before it.

    Dates move by 364 days, so that a Monday stays a Monday; those told from others stay as they are written. Every line
    that is there stays. Then the calendars are checked, and what is new is printed, with the bank holidays inside the
    copied terms.
    """
    from reportgen.bind import Refused, write_files  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import counted, print_problems  # noqa: PLC0415 - as above
    from reportgen.pipeline.calendar_check import calendar_check  # noqa: PLC0415 - pandas loads here, not for --help
    from reportgen.settings import read_project, roll_folder  # noqa: PLC0415 - as above

    rolled = roll_folder(folder, year=year - 1 if source is None else source, to=year)
    if not rolled.files:
        print_problems(rolled.problems)
        raise SystemExit(1)
    before = calendar_check(folder, _quietly).problems
    try:
        written = write_files(folder, [(path, text.encode()) for path, text in rolled.files], overwrite=True)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    click.echo(f"Copied: {', '.join(f'{kind} {number}' for kind, number in rolled.copied)}. Changed:")
    for path in written:
        click.echo(f"  {folder / path}")
    new = _new(before, calendar_check(folder, _quietly).problems)
    print_problems(new)
    click.echo(f"{counted(len(new), 'new problem')}. Put in the dates of the new terms, then: reportgen calendar check")
    project = read_project(folder).project if "years" in dict(rolled.copied) else None
    for line in _bank_holidays(project.school_year(year) if project else None):
        click.echo(f"  {line}")


def _quietly(_event: object) -> None:
    """Hears the steps of a reading that takes no time."""


def _bank_holidays(year: SchoolYear | None) -> list[str]:
    """The bank holidays inside the copied terms, at most six: they fall on other weeks than the year before."""
    from reportgen.settings import bank_holidays_inside  # noqa: PLC0415 - as above

    found = bank_holidays_inside(year) if year else ()
    lines = [f"{name} {day.day} {day:%B} lies inside {term.id}" for day, name, term in found[:_MOST]]
    return [*lines, f"and {len(found) - _MOST} more"] if len(found) > _MOST else lines


def _new(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """The problems that were not there before, whatever line they stand on."""
    known = {(one.code, one.place.file, one.found, one.expected) for one in before}
    return [one for one in after if (one.code, one.place.file, one.found, one.expected) not in known]
