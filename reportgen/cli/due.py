"""`reportgen due`: what is late, open, closing, to be done and coming, and who has not entered what."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reportgen.pipeline.due import DueDay


@click.command("due")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day, as 2026-11-13. Default: today.")
@click.option("--no-exports", is_flag=True, help="From the calendars alone: quick, and without who has entered what.")
@click.pass_obj
def command(folder: Path, on: datetime | None, no_exports: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Say what is due: what is late, closing, to be checked, frozen, built and released, with the exact command.

    With exports also who has not entered what; output/due.csv lists it pupil by pupil.
    """
    from reportgen.cli.console import print_problems, telling  # noqa: PLC0415 - loaded when called
    from reportgen.cli.due_lines import due_lines  # noqa: PLC0415 - as above
    from reportgen.cli.today import today  # noqa: PLC0415 - as above
    from reportgen.pipeline.due import due_day  # noqa: PLC0415 - pandas loads here, not for --help

    day = on.date() if on else today()
    with telling() as tell:
        found = due_day(folder, tell, on=day, exports=not no_exports)
    if found.project is None:
        print_problems(found.problems)
        raise SystemExit(1)
    for line in due_lines(found.items, found.annual, project=found.project, on=day, folder=folder):
        click.echo(line if line.startswith(" ") else click.style(line, bold=True))
    click.echo("")
    _print_end(found, folder, asked=not no_exports)


def _print_end(found: DueDay, folder: Path, *, asked: bool) -> None:
    """Where the lists are, and whether anything stands in the way of trusting the counts."""
    from reportgen.bind import Refused, write_files  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import counts_line, print_problems  # noqa: PLC0415 - as above
    from reportgen.cli.due_lines import command_for  # noqa: PLC0415 - as above
    from reportgen.pipeline.due import TABLE  # noqa: PLC0415 - as above

    check = command_for("reportgen check", folder)
    if asked and not found.with_exports:
        click.echo("The exports can't be read, so marks are not counted. Why:")
        click.echo(f"    > {check}")
        return
    if not asked:
        return
    try:
        write_files(folder, [(TABLE, found.table)], overwrite=True)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    click.echo(f"Pupil by pupil: {folder / TABLE}")
    click.echo(f"Settings and exports: {counts_line(found.problems)}")
    click.echo(f"    > {check}")
