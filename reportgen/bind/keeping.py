"""Which builds of a report are kept: the good one, those before it, and nothing that was never finished."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from reportgen.bind.identity import BUILD_LENGTH
from reportgen.bind.reading import CURRENT, MANIFEST, is_complete
from reportgen.bind.writing import put, remove_folder
from reportgen.model.manifest import Current, Manifest
from reportgen.model.problem import Place, Problem, problem

KEPT = 3
_BUILD_FOLDER = re.compile(f"[0-9a-f]{{{BUILD_LENGTH}}}")


def make_current(folder: Path, manifest: Manifest, *, before: Current | None, approved: Iterable[str] = ()) -> Current:
    """Makes a finished build the good one of its report's folder, in one replacement that is on the disk on return.

    `approved` are the builds that releases name. They stay for good, and so does the first build without DRAFT made of
    each: later ones say the same.
    """
    build = manifest.build
    # Without a record, as when it was damaged, every finished build there is may be wanted: families may have it.
    there = tuple(sorted(path.name for path in folder.iterdir() if _is_build(path)))
    earlier, most = ((before.build, *before.earlier), KEPT - 1) if before else (there, len(there))
    kept = tuple(b for b in dict.fromkeys(earlier) if b != build and is_complete(folder / b))[:most]
    current = Current(report=folder.name, build=build, earlier=kept, released=_released(manifest, before, approved))
    put(folder, CURRENT, (current.model_dump_json(indent=1).encode() + b"\n",), durable=True)
    return current


def _released(manifest: Manifest, before: Current | None, approved: Iterable[str]) -> dict[str, str]:
    """Builds that releases name, each with the first build without DRAFT made of it, once there is one."""
    released = dict.fromkeys(approved, "") | (before.released if before else {})
    if manifest.release and not manifest.draft and not released.get(manifest.release.build):
        released[manifest.release.build] = manifest.build
    return released


def clear(folder: Path, current: Current) -> tuple[Problem, ...]:
    """Takes away every build of a report's folder that is not kept; never one that was released.

    Folders not named as a build are left alone. Returns a warning (B705) for each folder that could not go, as
    when a file is open on Windows.
    """
    kept = {current.build, *current.earlier, *current.released, *current.released.values()}
    problems = []
    for one in sorted(folder.iterdir()):
        if one.name in kept or not _is_build(one):
            continue
        # The manifest goes first: a build half taken away is never taken for a finished one.
        if left := remove_folder(one, first=MANIFEST):
            path, why = left[0]
            problems.append(problem("B705", Place(file=(one / path).as_posix()), found=why))
    return tuple(problems)


def _is_build(path: Path) -> bool:
    """True for a folder named as a build is."""
    return _BUILD_FOLDER.fullmatch(path.name) is not None and path.is_dir() and not path.is_symlink()
