"""`reportgen check`: every problem, nothing built."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("check")
@click.option("--strict", is_flag=True, help="Exit with 1 on any hold or warning.")
@click.pass_obj
def command(folder: Path, strict: bool) -> None:  # noqa: FBT001 - a flag of the command line
    """Read settings and exports, print every problem, write problems.csv; build nothing."""
    from reportgen.bind import Refused, problems_csv, write_files  # noqa: PLC0415 - loaded when called
    from reportgen.cli.console import counts_line, print_problems, telling  # noqa: PLC0415 - as above
    from reportgen.model.severity import Severity  # noqa: PLC0415 - as above
    from reportgen.pipeline.check import check  # noqa: PLC0415 - pandas loads here, not for --help
    from reportgen.pipeline.seals import frozen_problems  # noqa: PLC0415 - as above

    with telling() as tell:
        checked = check(folder, tell)
    problems = (*checked.problems, *frozen_problems(folder, checked))
    print_problems(problems)
    click.echo(counts_line(problems))
    try:
        write_files(folder, [("output/problems.csv", problems_csv(problems))], overwrite=True)
    except Refused as refused:
        print_problems([refused.problem])
        raise SystemExit(1) from refused
    click.echo(f"All of them: {folder / 'output' / 'problems.csv'}")
    worst = (Severity.STOP, Severity.HOLD, Severity.WARN) if strict else (Severity.STOP,)
    raise SystemExit(int(any(p.severity in worst for p in problems)))
