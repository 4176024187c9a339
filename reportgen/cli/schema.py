"""`reportgen schema`: JSON Schemas of the settings."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("schema")
@click.pass_obj
def command(folder: Path) -> None:
    """Write the JSON Schema of each settings file to .schemas/, where editors look for it."""
    from reportgen.bind import write_files  # noqa: PLC0415 - loaded when called
    from reportgen.settings import schemas  # noqa: PLC0415 - as above

    files = [(f".schemas/{name}", json.dumps(schema, indent=2).encode() + b"\n") for name, schema in schemas().items()]
    for path in write_files(folder, files, overwrite=True):
        click.echo(folder / path)
