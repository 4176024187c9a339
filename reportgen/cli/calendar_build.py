"""`reportgen calendar build`: the year on a page, half term by half term, and in everyone's calendar program."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("build")
@click.option("--year", type=int, help="Only the school year that starts in this year, for example 2026 for 2026/27.")
@click.option("--prove", is_flag=True, help="Check every PDF against PDF/UA-1.")
@click.pass_obj
def command(folder: Path, year: int | None, prove: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Make the calendar pack: pages, PDF and .ics files.

    Needs the settings only. Where exports are there, the pages also say what each collection costs in hours. What is
    given out is kept in config/calendars/issued.csv, so that the next files move events instead of doubling them.
    """
    from reportgen.bind import Refused  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import counted, counts_line, print_problems, telling  # noqa: PLC0415 - as above
    from reportgen.model.severity import Severity  # noqa: PLC0415 - as above
    from reportgen.pipeline.calendar_build import build_calendar  # noqa: PLC0415 - pandas and WeasyPrint load here

    try:
        with telling() as tell:
            outcome = build_calendar(folder, tell, year=year, prove=prove)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    print_problems(outcome.problems)
    bound = outcome.bound
    if bound is not None:
        click.echo("")
        click.echo(f"{counted(len(bound.manifest.documents), 'document')} and four .ics files")
        if not outcome.hours_known:
            click.echo("  without hours: no exports could be loaded")
        click.echo(f"  look at {bound.folder / 'index.html'}")
        click.echo(f"  calendars to hand out are in {bound.folder / 'staff' / 'calendar'}")
    click.echo(counts_line(outcome.problems))
    stopped = any(one.severity is Severity.STOP for one in outcome.problems)
    raise SystemExit(int(bound is None or stopped))
