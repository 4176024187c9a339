"""What the commands print: steps, a bar on a terminal or plain lines in a log, problems, counts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

import click

from reportgen.model.problem import Problem
from reportgen.model.severity import Severity
from reportgen.pipeline.events import STEPS, Event, Progress, Step, Tell

MOST_OF_A_CODE = 5
"""Problems of one code printed; problems.csv has them all."""
LINES = 10
"""Lines of progress in a log."""


@contextmanager
def telling() -> Iterator[Tell]:
    """A listener for the pipeline: a progress bar on a terminal, plain lines in a log."""
    if sys.stderr.isatty():
        with _bar() as tell:
            yield tell
    else:
        yield _lines()


def _step_line(step: Step) -> str:
    return f"{STEPS.index(step.name) + 1}/7 {step.name:8} {step.text}"


def _lines() -> Tell:
    shown = {"next": 0}

    def tell(event: Event) -> None:
        if isinstance(event, Step):
            shown["next"] = 0
            click.echo(_step_line(event), err=True)
        elif event.done >= shown["next"]:
            shown["next"] = event.done + max(1, event.total // LINES)
            click.echo(f"            {event.done:,} of {event.total:,}", err=True)

    return tell


@contextmanager
def _bar() -> Iterator[Tell]:
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - as above
    from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("pages", total=None, visible=False)

        def tell(event: Event) -> None:
            if isinstance(event, Step):
                bar.update(task, visible=event.name == "render")
                console.print(_step_line(event), highlight=False, markup=False)
            elif isinstance(event, Progress):
                bar.update(task, completed=event.done, total=event.total)

        yield tell


def print_problems(problems: Iterable[Problem]) -> None:
    """Every problem, worst first; many of one code are shortened and said to be."""
    order = list(Severity)
    ranked = sorted(dict.fromkeys(problems), key=lambda p: (order.index(p.severity), p.code))
    for severity, of_severity in groupby(ranked, key=lambda p: p.severity):
        for code, found in groupby(of_severity, key=lambda p: p.code):
            same = list(found)
            for one in same[:MOST_OF_A_CODE]:
                click.echo(f"{severity.value:5} {one}")
            if len(same) > MOST_OF_A_CODE:
                click.echo(f"      and {len(same) - MOST_OF_A_CODE:,} more of {code}; problems.csv lists them all")


def counted(n: int, what: str) -> str:
    """`1 report`, `1,197 reports`."""
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


def counts_line(problems: Iterable[Problem]) -> str:
    """`0 stops, 12 holds, 40 warnings`."""
    found = list(dict.fromkeys(problems))
    names = {Severity.STOP: "stop", Severity.HOLD: "hold", Severity.WARN: "warning"}
    return ", ".join(counted(sum(p.severity is severity for p in found), name) for severity, name in names.items())
