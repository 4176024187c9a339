"""`reportgen freeze COLLECTION`: seal the checked marks of a collection."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.today import today

if TYPE_CHECKING:
    from reportgen.model.amendment import AmendedRow
    from reportgen.pipeline.freeze import Frozen

MOST_CHANGES = 20
"""Changes printed; the file written has them all."""


@click.command("freeze")
@click.argument("collection")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day it is frozen. Default: today.")
@click.option("--amend", metavar="REASON", help="Open a frozen collection again, and say why: makes the next revision.")
@click.pass_obj
def command(folder: Path, collection: str, on: datetime | None, amend: str | None) -> None:
    """Check the marks of COLLECTION and seal them.

    From then on a build stops when a mark or comment of it has changed. Writes config/frozen/COLLECTION.json and,
    beside it, the rows that were sealed.
    """
    from reportgen.bind import Refused  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import counts_line, print_problems, telling  # noqa: PLC0415 - as above
    from reportgen.pipeline.freeze import FreezeRequest, freeze  # noqa: PLC0415 - pandas loads here, not for --help

    day = on.date() if on else today()
    try:
        with telling() as tell:
            frozen = freeze(FreezeRequest(folder, collection, day, amend), tell)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    if frozen.revision is None:
        print_problems(frozen.problems)
        raise SystemExit(1)
    _print_frozen(collection, frozen)
    click.echo(f"Checked: {counts_line(frozen.problems)}; `reportgen check` lists them.")


def _print_frozen(collection: str, frozen: Frozen) -> None:
    revision = frozen.revision
    if revision is None:
        return
    click.echo(
        f"{collection} is frozen as revision {revision.revision}, {revision.on.isoformat()}: {revision.marks:,} rows."
    )
    if frozen.amended:
        pupils = len({row.pupil for row in frozen.amended})
        click.echo(f"{len(frozen.amended):,} changed, of {pupils:,} pupil{'' if pupils == 1 else 's'}:")
    for row in frozen.amended[:MOST_CHANGES]:
        click.echo(f"  {_told(row)}")
    if len(frozen.amended) > MOST_CHANGES:
        click.echo(f"  and {len(frozen.amended) - MOST_CHANGES:,} more in the list below")
    for path in frozen.written:
        click.echo(f"  wrote {path}")


def _told(row: AmendedRow) -> str:
    """`Okonkwo, Amara (10R), Mathematics, Current: 5 is now 5+`."""
    name = f"{row.name or row.pupil}{f' ({row.form})' if row.form else ''}"
    what = ", ".join(part for part in (row.subject, row.what) if part)
    return f"{name}, {what}: {_short(row.before) or 'nothing'} is now {_short(row.now) or 'nothing'}"


def _short(text: str) -> str:
    """A mark whole, words by their beginning."""
    return text if len(text) <= 40 else f"{text[:37]}..."  # noqa: PLR2004 - what fits on a line
