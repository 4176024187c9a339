"""Writing outside a build: a new school's folder, a list of problems, schemas."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from pathlib import Path

from reportgen.bind.names import checked_path
from reportgen.bind.refused import Refused, unwritable
from reportgen.bind.writing import put
from reportgen.model.opaque import SECRET_BYTES, secret_of
from reportgen.model.problem import Place, problem

SECRET = "config/secret.key"  # noqa: S105 - where the secret is, not the secret
IGNORED = ".gitignore"
_MOST_NAMED = 5


def write_files(folder: Path, files: Iterable[tuple[str, bytes]], *, overwrite: bool = False) -> tuple[str, ...]:
    """Writes files by path from the folder and returns their paths. `.gitignore` and the like are allowed at the top.

    Without `overwrite` nothing at all is written when any file is there already: raises Refused (B704) naming them.
    Raises Refused B707 for an unsafe path and B701 when the system will not write.
    """
    given = tuple(files)
    for path, _ in given:
        checked_path(path.removeprefix("."))
    there = [] if overwrite else [path for path, _ in given if (folder / path).exists()]
    if there:
        more = f" and {len(there) - _MOST_NAMED} more" if len(there) > _MOST_NAMED else ""
        raise Refused(problem("B704", Place(file=folder.as_posix()), found=", ".join(there[:_MOST_NAMED]) + more))
    for path, content in given:
        put(folder, path, (content,))
    return tuple(path for path, _ in given)


def new_secret_file(folder: Path, secret: bytes | None = None) -> str:
    """Writes config/secret.key (64 hex) for a new school and keeps it out of version control; returns its path.

    The secret is random unless 32 bytes are handed in, as a made-up school does to stay the same. One that is there is
    never replaced, for it names every family's file: raises Refused (B704).
    """
    text = (secret or secrets.token_bytes(SECRET_BYTES)).hex()
    secret_of(text)
    path = folder / SECRET
    write_files(folder, ((SECRET, f"{text}\n".encode()),))
    try:
        path.chmod(0o600)
    except OSError as error:
        raise unwritable(path, error) from error
    ignore_in_git(folder, SECRET)
    return SECRET


def ignore_in_git(folder: Path, line: str) -> None:
    """Keeps a file or pattern out of version control. Raises Refused (B701) when the system will not write."""
    try:
        _ignore(folder / IGNORED, line)
    except OSError as error:
        raise unwritable(folder / IGNORED, error) from error


def _ignore(path: Path, line: str) -> None:
    """Adds a line to a .gitignore that lacks it."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if line not in text.splitlines():
        end = "" if not text or text.endswith("\n") else "\n"
        put(path.parent, path.name, (f"{text}{end}{line}\n".encode(),))


def read_secret(folder: Path) -> bytes:
    """The school's secret. Raises Refused (B711) when config/secret.key is missing or not 64 hex."""
    try:
        return secret_of((folder / SECRET).read_text(encoding="utf-8"))
    except OSError as error:
        raise Refused(problem("B711", Place(file=SECRET), found=error.strerror or str(error))) from error
    except ValueError as error:
        raise Refused(
            problem("B711", Place(file=SECRET), found="something else", expected="64 hexadecimal digits")
        ) from error
