"""`reportgen init DIR`: a new school's folder."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("init")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="My School", help="The school's name.")
def command(directory: Path, name: str) -> None:
    """Make a new school's folder: settings with every key explained, exports/, templates/, what to do next."""
    from reportgen.bind import Refused, new_secret_file, write_files  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import print_problems  # noqa: PLC0415 - as above
    from reportgen.settings import starter_files  # noqa: PLC0415 - as above

    try:
        written = write_files(directory, starter_files(name))
        new_secret_file(directory)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    click.echo(f"{len(written)} files in {directory}. Start with {directory / 'README.md'}, then:")
    click.echo(f"  reportgen -C {directory} check")
