"""`reportgen demo DIR`: a made-up school, built."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.build import jobs_here

if TYPE_CHECKING:
    from reportgen.demo import System

MARKER = "made-up-school.txt"
"""In every folder this command made: without it nothing is written over."""
SECONDARY, PRIMARY = 1200, 210
"""Pupils when nothing is said: eight forms a year, and one form a year."""


@click.command("demo")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--pupils",
    type=click.IntRange(30, 12_000),
    help=f"Pupils in the school; {SECONDARY:,} in a secondary school and {PRIMARY} in a primary when left out.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed makes another school.")
@click.option(
    "--phase",
    type=click.Choice(("secondary", "primary")),
    default="secondary",
    show_default=True,
    help="An 11 to 16 school, or a primary.",
)
@click.option(
    "--system",
    type=click.Choice(("sims", "arbor", "bromcom")),
    help="In whose layout the exports of a secondary school are; sims when left out.",
)
@click.option("--no-build", is_flag=True, help="Make the folder only.")
def command(
    directory: Path, *, pupils: int | None, seed: int, phase: str, system: System | None, no_build: bool
) -> None:
    """Make a made-up school's folder with settings and exports, and build its packs."""
    from reportgen.bind import Refused, new_secret_file, write_files  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import print_problems  # noqa: PLC0415 - as above
    from reportgen.cli.outcome import build_and_tell  # noqa: PLC0415 - as above
    from reportgen.pipeline.build import Request  # noqa: PLC0415 - as above

    if phase == "primary" and system:
        raise click.UsageError("--system is for secondary schools: a primary's exports come in one layout.")
    size = pupils or (PRIMARY if phase == "primary" else SECONDARY)
    files = _primary(size, seed) if phase == "primary" else _secondary(size, seed, system or "sims")
    try:
        written = write_files(directory, files.items(), overwrite=(directory / MARKER).is_file())
        secret = sha256(f"demo {size} {seed}".encode()).digest()
        if not (directory / "config" / "secret.key").exists():
            new_secret_file(directory, secret)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    click.echo(f"{len(written)} files of a made-up school of {size:,} pupils in {directory}")
    if not no_build:
        raise SystemExit(build_and_tell(Request(folder=directory, jobs=jobs_here()), strict=False))


def _secondary(pupils: int, seed: int, system: System) -> dict[str, bytes]:
    from reportgen.demo import made_up_school  # noqa: PLC0415 - loaded when called

    return _folder("Thornby Vale School", made_up_school(pupils=pupils, seed=seed, system=system))


def _primary(pupils: int, seed: int) -> dict[str, bytes]:
    from reportgen.demo import made_up_primary  # noqa: PLC0415 - loaded when called

    try:
        return _folder("Thornby Mill Primary School", made_up_primary(pupils=pupils, seed=seed))
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--pupils") from wrong


def _folder(name: str, made: tuple[tuple[str, bytes], ...]) -> dict[str, bytes]:
    """The project folder: what every new school's folder holds beside settings and exports, and our mark."""
    from reportgen.settings import starter_files  # noqa: PLC0415 - loaded when called

    beside = [file for file in starter_files(name) if not file[0].startswith(("config/", "exports/"))]
    marker = MARKER, b"Everyone here is made up. `reportgen demo` writes over this folder, and over no other.\n"
    return dict((*beside, *made, marker))
