"""`reportgen calendar check`: what can't work in the year, before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reportgen.pipeline.calendar_check import CalendarCheck


@click.command("check")
@click.option("--exports", is_flag=True, help="Load the exports too, for the checks that need them.")
@click.option("--strict", is_flag=True, help="Exit with 1 on any hold or warning.")
@click.pass_obj
def command(folder: Path, exports: bool, strict: bool) -> None:  # noqa: FBT001 - flags of the command line
    """Read the settings and set the three calendars against each other; needs no exports, builds nothing.

    Every problem is printed with its line and written to output/problems.csv.
    """
    from reportgen.bind import Refused, problems_csv, write_files  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import counts_line, print_problems, telling  # noqa: PLC0415 - as above
    from reportgen.model.severity import Severity  # noqa: PLC0415 - as above
    from reportgen.pipeline.calendar_check import calendar_check  # noqa: PLC0415 - pandas loads here, not for --help

    with telling() as tell:
        checked = calendar_check(folder, tell, exports=exports)
    print_problems(checked.problems)
    click.echo(counts_line(checked.problems))
    for line in _not_run(checked, exports=exports):
        click.echo(line)
    try:
        write_files(folder, [("output/problems.csv", problems_csv(checked.problems))], overwrite=True)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    click.echo(f"All of them: {folder / 'output' / 'problems.csv'}")
    worst = (Severity.STOP, Severity.HOLD, Severity.WARN) if strict else (Severity.STOP,)
    raise SystemExit(int(any(p.severity in worst for p in checked.problems)))


def _not_run(checked: CalendarCheck, *, exports: bool) -> Iterator[str]:
    """The lines that say which checks did not run, and why; none when all did."""
    if not checked.judged:
        yield "Not run:"
        yield "  calendar checks: mend the stops first"
    elif checked.not_run:
        why = "the exports could not be read" if exports else "needs exports (--exports)"
        yield f"Not run, {why}:"
        yield from (f"  {one.code}  {one.what}, from {one.why}" for one in checked.not_run)
