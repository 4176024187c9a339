"""`reportgen build`: the seven steps."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from reportgen.cli.today import today

MOST_JOBS = 8


def jobs_here() -> int:
    """All cores, at most eight."""
    return max(
        1, min(MOST_JOBS, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    )


@click.command("build")
@click.option(
    "--report",
    help="Id of a report in calendars/reporting.yaml, or all. Default: the latest of each audience that has data.",
)
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Choice(["parents", "staff", "governors"]),
    help="Only this pack; may be given again.",
)
@click.option("--pupil", help="Only this pupil's report, by key.")
@click.option("--year", "year_group", help="Only this year group, for example 10.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=None, help="Worker processes. Default: one a core, at most 8."
)
@click.option("--html-only", is_flag=True, help="Screen pages only, for a quick look.")
@click.option("--prove", is_flag=True, help="Check every PDF against PDF/UA-1.")
@click.option("--due", is_flag=True, help="The reports that are due: marks closed and checked, not yet released.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="With --due: what is due on this day. Default: today.")
@click.option("--strict", is_flag=True, help="Exit with 1 on any hold or warning.")
@click.pass_obj
def command(  # noqa: PLR0917 - click hands options over by name
    folder: Path, report: str | None, packs: tuple[str, ...], pupil: str | None, year_group: str | None,
    jobs: int | None, html_only: bool, prove: bool, due: bool, on: datetime | None, strict: bool,  # noqa: FBT001 - flags of the command line
) -> None:  # fmt: skip
    """Build packs: read, load, check, measure, compose, render, bind.

    Without --report the latest report of each audience whose collection is loaded. With --pack, --pupil, --year or
    --html-only a part build, in output/REPORT/part, which never becomes the current one.
    """
    if due and report:
        raise click.UsageError("--due chooses the reports: leave --report out.")
    if on and not due:
        raise click.UsageError("--on belongs to --due.")
    from reportgen.cli.outcome import build_and_tell  # noqa: PLC0415 - pandas and WeasyPrint load here, not for --help
    from reportgen.pipeline.build import Request  # noqa: PLC0415 - as above
    from reportgen.pipeline.choice import AUDIENCES, Wanted  # noqa: PLC0415 - as above

    wanted = Wanted(
        packs=tuple(a for a in AUDIENCES if a in packs),
        pupil=pupil,
        year_group=(year_group or "").removeprefix("Year ").strip() or None,
        html_only=html_only,
    )
    day = (on.date() if on else today()) if due else None
    request = Request(folder=folder, report=report, wanted=wanted, jobs=jobs or jobs_here(), prove=prove, due=day)
    raise SystemExit(build_and_tell(request, strict=strict))
