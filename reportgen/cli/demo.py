"""`reportgen demo DIR`: a made-up school, built."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import click

from reportgen.cli.build import jobs_here

MARKER = "made-up-school.txt"
"""In every folder this command made: without it nothing is written over."""


@click.command("demo")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--pupils", type=click.IntRange(30, 1200), default=240, show_default=True, help="Pupils in the school.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed makes another school.")
@click.option("--no-build", is_flag=True, help="Make the folder only.")
def command(directory: Path, pupils: int, seed: int, no_build: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Make a made-up school's folder with settings and exports, and build its packs."""
    from reportgen.bind import Refused, new_secret_file, write_files  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import print_problems  # noqa: PLC0415 - as above
    from reportgen.cli.outcome import build_and_tell  # noqa: PLC0415 - as above
    from reportgen.demo import made_up_school  # noqa: PLC0415 - as above
    from reportgen.pipeline.build import Request  # noqa: PLC0415 - as above
    from reportgen.settings import starter_files  # noqa: PLC0415 - as above

    ours = (directory / MARKER).is_file()
    made = dict(f for f in starter_files("Thornby Vale School") if not f[0].startswith(("config/", "exports/")))
    made |= dict(made_up_school(pupils=pupils, seed=seed))
    made[MARKER] = b"Everyone here is made up. `reportgen demo` writes over this folder, and over no other.\n"
    try:
        written = write_files(directory, made.items(), overwrite=ours)
        secret = sha256(f"demo {pupils} {seed}".encode()).digest()
        if not (directory / "config" / "secret.key").exists():
            new_secret_file(directory, secret)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    click.echo(f"{len(written)} files of a made-up school of {pupils:,} pupils in {directory}")
    if not no_build:
        raise SystemExit(build_and_tell(Request(folder=directory, jobs=jobs_here()), strict=False))
