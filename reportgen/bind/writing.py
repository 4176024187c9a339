"""Writing so that a file is there whole or not at all, and taking away."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from reportgen.bind.refused import unwritable
from reportgen.model.manifest import OutputFile

TEMPORARY = ".being-written"
"""What a file is called until it is whole. One a folder will do: files are written one after the other."""

_TRIES = 6
_FIRST_WAIT = 0.05
_AT_ONCE = 16


def put(folder: Path, path: str, content: Iterable[bytes], *, durable: bool = False) -> OutputFile:
    """Writes `folder/path` by a temporary name and one replacement, and returns its record.

    A file that already holds these bytes is left as it is. `durable` waits until the disk has it.
    Raises Refused (B701) when the system will not write.
    """
    target = folder / path
    temporary = target.with_name(TEMPORARY)
    digest, size = sha256(), 0
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            for chunk in content:
                file.write(chunk)
                digest.update(chunk)
                size += len(chunk)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        record = OutputFile(path=path, sha256=digest.hexdigest(), size=size)
        if record_of(folder, path) == record:
            temporary.unlink()
        else:
            _replace(temporary, target)
    except OSError as error:
        raise unwritable(target, error) from error
    if durable:
        settle_folder(target.parent)
    return record


def record_of(folder: Path, path: str) -> OutputFile | None:
    """The record of a file as it is on disk, or None when there is none."""
    target = folder / path
    if not target.is_file():
        return None
    with target.open("rb") as file:
        digest, size = sha256(), 0
        while chunk := file.read(1 << 20):
            digest.update(chunk)
            size += len(chunk)
    return OutputFile(path=path, sha256=digest.hexdigest(), size=size)


def _replace(temporary: Path, target: Path) -> None:
    """Puts a whole file in its place. On Windows a virus scanner may hold it for a moment: tries for 1.5 seconds."""
    for attempt in range(_TRIES):
        try:
            temporary.replace(target)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_FIRST_WAIT * 2**attempt)
        else:
            return


def settle(folder: Path, paths: Iterable[str]) -> None:
    """Waits until the disk has these files of a folder and their names. Raises Refused (B701) when it can't."""
    targets = [folder / path for path in paths]
    # Side by side: a disk writes many files down in little more time than one.
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(_settle_file, targets):
            pass
    for one in sorted({folder, *(p for target in targets for p in target.parents if p.is_relative_to(folder))}):
        settle_folder(one)


def _settle_file(path: Path) -> None:
    """Waits until the disk has a file."""
    try:
        with path.open("r+b") as file:  # Windows flushes only what may be written
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(path, error) from error


def settle_folder(folder: Path) -> None:
    """Waits until the disk has the names in a folder. Windows has no such call and does not need it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def files_in(folder: Path) -> tuple[str, ...]:
    """Every file under a folder, by path from it with `/`, in order. Links are files, never followed."""
    found = []
    for top, folders, names in os.walk(folder):
        inside = Path(top).relative_to(folder)
        links = [name for name in folders if (Path(top) / name).is_symlink()]
        found += [(inside / name).as_posix() for name in (*names, *links)]
    return tuple(sorted(found))


def remove_file(path: Path) -> str:
    """Takes a file away, a read-only one too. Returns why it could not, or nothing."""
    try:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            path.chmod(stat.S_IWRITE)
            path.unlink(missing_ok=True)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def remove_folder(folder: Path, *, first: str = "") -> tuple[tuple[str, str], ...]:
    """Takes a folder away with all in it, the file `first` before any other. Returns what could not go: (path, why)."""
    paths = sorted(files_in(folder), key=lambda path: path != first)
    kept = [(path, why) for path in paths if (why := remove_file(folder / path))]
    kept += [(path, why) for path, why in _remove_empty(folder) if not kept]
    return tuple(kept)


def _remove_empty(folder: Path) -> tuple[tuple[str, str], ...]:
    """Takes away a folder's empty folders, then itself when empty. Returns what could not go."""
    kept = []
    for top, _, _ in os.walk(folder, topdown=False):
        try:
            Path(top).rmdir()
        except OSError as error:
            kept.append((Path(top).relative_to(folder).as_posix(), error.strerror or str(error)))
    return tuple(kept)
