"""What stands in the way of a release: each reason as a problem with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.bind import current_build, read_build, verify
from reportgen.calendars.statutory import completeness
from reportgen.model.calendar import Report
from reportgen.model.input import InputFile
from reportgen.model.manifest import Manifest
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.statutory import MissingItem
from reportgen.packs.words import listed
from reportgen.pipeline.bench import Bench
from reportgen.pipeline.choice import Wanted
from reportgen.pipeline.seals import seal_problems, sealed_collections

DECIDED = "HOLD"
"""The code of an exception that somebody decided on in holds.yaml."""
_NAMED = 5
"""Pupils and files named before the rest are counted."""


def good_build(output: Path, report: Report) -> Manifest | None:
    """The manifest of a report's current build, None when there is none. Raises `bind.Refused` (B709)."""
    folder = current_build(output, report.id)
    return read_build(folder) if folder and folder.is_dir() else None


def obstacles(folder: Path, bench: Bench, report: Report, made: Manifest | None) -> Iterator[Problem]:
    """Everything that keeps a report from being released as its current build `made` is."""
    yield from _marks(folder, bench, report)
    yield from _statutory(bench, report)
    if made is None:
        yield _refused(report, "there is no finished build of it", remedy=_build_first(report))
        return
    yield from _as_made(folder / "output" / report.id / made.build, report)
    yield from _up_to_date(bench, report, made)
    yield from incomplete(report, made)
    yield from _undecided(report, made)
    if made.release and not made.draft:
        told = f"{made.release.by} released it on {made.release.on.isoformat()} and nothing differs since"
        yield _refused(report, told, remedy="Nothing needs doing.")


def _refused(report: Report, found: str, *, remedy: str, file: str = "", expected: str = "") -> Problem:
    return problem("C350", Place(file=file), found=f"{report.id}: {found}", expected=expected, remedy=remedy)


def _build_first(report: Report) -> str:
    return f"Run `reportgen build --report {report.id}`, look at the pages, then release."


def _marks(folder: Path, bench: Bench, report: Report) -> Iterator[Problem]:
    """The report's collection is frozen, and no frozen collection of it has changed."""
    if bench.project.seal(report.collection) is None:
        name = bench.project.collection(report.collection).name
        remedy = f"Run `reportgen freeze {report.collection}`, then build again."
        yield _refused(report, f"the marks of {name} are not frozen", remedy=remedy)
    found = seal_problems(bench.exports(folder), sealed_collections(bench.project, report))
    yield from (one for one in found if one.code == "C340")


def _statutory(bench: Bench, report: Report) -> Iterator[Problem]:
    """An annual report lacks nothing that the law asks of it. Whom somebody decided to hold back gets none yet."""
    if report.kind != "annual":
        return
    year = bench.project.collection(report.collection).year
    found = (one for one in completeness(bench.project, bench.loaded, year=year) if one.report == report.id)
    every = (item for one in found for item in one.missing)
    missing = tuple(item for item in every if bench.project.hold(report, item.pupil) is None)
    if missing:
        told = f"{_pupils(missing)} without what the law asks: {'; '.join(_items(missing))}"
        remedy = "`reportgen due` lists them in output/due.csv; enter what is missing, export and build again."
        yield _refused(report, told, remedy=remedy)


def _pupils(missing: tuple[MissingItem, ...]) -> str:
    count = len({item.pupil for item in missing})
    return "1 pupil" if count == 1 else f"{count:,} pupils"


def _items(missing: tuple[MissingItem, ...]) -> Iterator[str]:
    """`attendance of 3`, in the order in which items were found missing."""
    for item in dict.fromkeys(one.item for one in missing):
        yield f"{item} of {len({one.pupil for one in missing if one.item == item}):,}"


def _as_made(folder: Path, report: Report) -> Iterator[Problem]:
    """The build holds what it held when it was made."""
    if wrong := verify(folder):
        told = f"build {folder.name} is not what was made: {_first(wrong)}"
        yield _refused(report, told, remedy=_build_first(report), file=folder.as_posix())


def _up_to_date(bench: Bench, report: Report, made: Manifest) -> Iterator[Problem]:
    """The build was made from the files and with the program that are here now."""
    names = {bench.name_of_build(report, Wanted(), prove=prove) for prove in (False, True)}
    if made.build not in names:
        told = f"build {made.build} is older than what it is made from: {_newer(bench.inputs(report), made)}"
        yield _refused(report, told, remedy=_build_first(report))


def _newer(now: tuple[InputFile, ...], made: Manifest) -> str:
    """What is not what a build was made from."""
    then, there = ({file.path: file.sha256 for file in files} for files in (made.inputs, now))
    differ = tuple(path for path in sorted({**then, **there}) if then.get(path) != there.get(path))
    return _first(differ) if differ else "the program, a library of it, a template or the secret"


def incomplete(report: Report, made: Manifest) -> Iterator[Problem]:
    """Every document that should be there is."""
    if made.lost or not made.documents:
        told = f"build {made.build} lacks {_first(made.lost)}" if made.lost else f"build {made.build} has no document"
        remedy = "data/problems.csv of the build says why; put it right and build again."
        yield _refused(report, told, remedy=remedy)


def _undecided(report: Report, made: Manifest) -> Iterator[Problem]:
    """Nobody is held back but by somebody's decision."""
    held = tuple(one for one in made.exceptions if one.code != DECIDED)
    if held:
        names = _first(tuple(f"{one.name}{f', {one.form}' if one.form else ''} ({one.code})" for one in held))
        count = "1 pupil has" if len(held) == 1 else f"{len(held):,} pupils have"
        told = f"{count} no report and nobody has decided so: {names}"
        remedy = "Put right what holds them back, or say in config/holds.yaml why each has none; then build again."
        yield _refused(report, told, remedy=remedy)


def _first(names: tuple[str, ...]) -> str:
    more = len(names) - _NAMED
    return listed((*names[:_NAMED], f"{more:,} more")) if more > 0 else listed(names)
