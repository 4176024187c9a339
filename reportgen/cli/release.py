"""`reportgen release REPORT`: record that a report may go out, and build it without DRAFT."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from reportgen.cli.build import jobs_here
from reportgen.cli.today import today


@click.command("release")
@click.argument("report")
@click.option("--by", required=True, metavar="NAME", help="Who approves it: a name or code of staff.yaml.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day it is released. Default: today.")
@click.option("--no-build", is_flag=True, help="Only record it; the next build takes DRAFT away.")
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Worker processes of the build.")
@click.pass_obj
def command(folder: Path, report: str, by: str, on: datetime | None, no_build: bool, jobs: int | None) -> None:  # noqa: FBT001, PLR0917 - click hands options over by name
    """Release the current build of REPORT.

    Refuses while anything is open. Writes config/releases.yaml and, under config/released, what was approved; then
    builds again: pages that are what was approved lose DRAFT, and nothing else on them changes.
    """
    from reportgen.bind import Refused  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import counted, print_problems, telling  # noqa: PLC0415 - as above
    from reportgen.cli.outcome import build_and_tell  # noqa: PLC0415 - pandas and WeasyPrint load here, not for --help
    from reportgen.pipeline.bench import Request  # noqa: PLC0415 - as above
    from reportgen.pipeline.release import ReleaseRequest, release  # noqa: PLC0415 - as above

    try:
        with telling() as tell:
            released = release(ReleaseRequest(folder, report, by, on.date() if on else today()), tell)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    entry = released.release
    if entry is None:
        print_problems(released.problems)
        raise SystemExit(1)
    told = counted(released.documents, "document")
    click.echo(f"{report} is released by {entry.by}, {entry.on.isoformat()}: {told} of build {entry.build}.")
    if not no_build:
        raise SystemExit(build_and_tell(Request(folder=folder, report=report, jobs=jobs or jobs_here()), strict=False))
