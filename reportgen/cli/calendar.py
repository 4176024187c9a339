"""`reportgen calendar`: check the year, show it, copy it to the next."""

from __future__ import annotations

import click

from reportgen.cli.lazy_group import lazy_group

COMMANDS = {
    "check": "find what can't work before the year begins",
    "build": "make the calendar pack: pages, PDF and .ics files",
    "roll": "make next year's calendars from this year's",
}
"""Subcommand: what it does, in the words of `--help`."""


@click.group(cls=lazy_group(COMMANDS, prefix="calendar_"))
def command() -> None:
    """The year: when pupils are assessed, when marks are collected, when families and governors hear."""
