"""`reportgen explain`: when a problem occurs and how to fix it; every key of the settings and field of the exports."""

from __future__ import annotations

import click

from reportgen.model.frames import FRAMES
from reportgen.model.problem_texts import TEXTS


@click.command("explain")
@click.argument("what", metavar="CODE|settings|frames", required=False)
def command(what: str | None) -> None:
    """Say when a problem occurs and how to fix it.

    Without CODE lists every code. `settings` explains every key of the YAML files, `frames` every field that
    sources.yaml can fill.
    """
    if what is None:
        for code, text in sorted(TEXTS.items()):
            click.echo(f"{code}  {text.severity.value:5} {text.message}")
    elif what == "settings":
        from reportgen.settings import describe_settings  # noqa: PLC0415 - only this answer needs it

        click.echo(describe_settings())
    elif what == "frames":
        _frames()
    else:
        _problem(what)


def _frames() -> None:
    """Every frame with its fields."""
    for frame in FRAMES:
        click.echo(f"{frame.name}: one row is {frame.row}")
        for column in frame.columns:
            if column.from_export:
                click.echo(
                    f"  {column.name:20} {column.type:8} {'needed  ' if column.needed else '        '}{column.meaning}"
                )
        click.echo("")


def _problem(code: str) -> None:
    entry = TEXTS.get(code.strip().strip("[]").upper())
    if entry is None:
        raise click.UsageError(f"There is no problem {code!r}. `reportgen explain` lists them all.")
    click.echo(f"{code.strip().strip('[]').upper()}: {entry.message} ({entry.severity.value})\n")
    click.echo(f"When it occurs\n  {entry.when}\n")
    click.echo(f"How to fix it\n  {entry.fix}")
