"""How a build ends: what was built, where to look, whether it adds up, and the exit code."""

from __future__ import annotations

import click

from reportgen.bind import Bound, Refused
from reportgen.cli.console import counted, counts_line, print_problems, telling
from reportgen.model.severity import Severity
from reportgen.pipeline.build import Outcome, Request, build

MOST_EXCEPTIONS = 10
"""Exceptions printed; exceptions.csv has them all."""


def build_and_tell(request: Request, *, strict: bool) -> int:
    """Builds, prints what came of it, and returns the exit code.

    0 built; 1 a stop, counts that don't add up, or with `strict` any hold or warning.
    """
    try:
        with telling() as tell:
            outcome = build(request, tell)
    except Refused as refused:
        print_problems([refused.problem])
        return 1
    print_problems(outcome.problems)
    for bound in outcome.bound:
        _print_build(bound)
    click.echo(counts_line(outcome.problems))
    return exit_code(outcome, strict=strict)


def exit_code(outcome: Outcome, *, strict: bool) -> int:
    """0 when built and nothing forbids it."""
    if not outcome.good:
        return 1
    serious = (Severity.STOP, Severity.HOLD, Severity.WARN) if strict else (Severity.STOP,)
    return int(any(p.severity in serious for p in outcome.problems))


def _print_build(bound: Bound) -> None:
    manifest = bound.manifest
    made = len(manifest.documents)
    click.echo("")
    click.echo(f"{manifest.report_name} ({manifest.report}), build {manifest.build}{', part' if manifest.part else ''}")
    if "parents" in manifest.audiences:
        exceptions = counted(len(manifest.exceptions), "named exception")
        sum_told = f"  {manifest.roll:,} on roll = {counted(manifest.reports, 'report')} + {exceptions}"
        click.echo(sum_told if manifest.balanced else f"{sum_told}: DOES NOT ADD UP")
    for held in manifest.exceptions[:MOST_EXCEPTIONS]:
        click.echo(f"    {held.name}{f', {held.form}' if held.form else ''}: {held.reason}")
    if len(manifest.exceptions) > MOST_EXCEPTIONS:
        click.echo(f"    and {len(manifest.exceptions) - MOST_EXCEPTIONS:,} more in data/exceptions.csv")
    click.echo(f"  {counted(made, 'document')} for {', '.join(manifest.audiences)}")
    click.echo(f"  look at {bound.folder / 'index.html'}")
