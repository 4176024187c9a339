"""Groups whose commands are imported when they are called, so that help loads none of them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click


def lazy_group(commands: Mapping[str, str], *, prefix: str = "") -> type[click.Group]:
    """A kind of group with these commands: each a module `reportgen.cli.<prefix><name>` with its `command`.

    `commands` says what each does, in the words of `--help` and in the order a school meets them.
    """

    class LazyGroup(click.Group):
        """Commands by name, imported one at a time."""

        def list_commands(self, _ctx: click.Context) -> list[str]:
            """The names of the commands."""
            return list(commands)

        def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
            """The command of this name, from its own module."""
            if cmd_name not in commands:
                return None
            command: click.Command = import_module(f"reportgen.cli.{prefix}{cmd_name}").command
            return command

        def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
            """The list of commands without importing any."""
            with formatter.section("Commands"):
                formatter.write_dl(list(commands.items()))

    return LazyGroup
