"""The `reportgen` command. Each subcommand is a file of its own, loaded when it is called."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from reportgen.cli.lazy_group import lazy_group

COMMANDS = {
    "init": "make a new school's folder",
    "demo": "make a made-up school's folder and build it",
    "check": "read settings and exports and list every problem",
    "calendar": "check the year, show it, copy it to the next",
    "due": "say what is late, closing and to be done, and who has not entered what",
    "freeze": "seal the checked marks of a collection",
    "build": "build the packs",
    "release": "record that a report may go out, and take DRAFT away",
    "explain": "say when a problem occurs and how to fix it",
    "schema": "write JSON Schemas of the settings for editors",
}
"""Subcommand: what it does, in the words of `--help`, so that help loads none of them."""


def _version() -> str:
    try:
        return version("reportgen")
    except PackageNotFoundError:
        return "unknown"


@click.group(cls=lazy_group(COMMANDS), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(_version(), prog_name="reportgen")
@click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    help="The school's folder. Default: this one.",
)
@click.pass_context
def cli(ctx: click.Context, folder: Path) -> None:
    """Report packs for English schools.

    A school's exports and calendars in, packs for families, staff and governors out.
    """
    ctx.obj = folder


def main() -> None:
    """Runs the command line."""
    cli.main(prog_name="reportgen")
