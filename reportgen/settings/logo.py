"""The school's logo: found, of a kind that can be printed, not too large."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from reportgen.model.input import InputFile
from reportgen.model.problem import Problem, problem
from reportgen.model.school import School
from reportgen.settings.files import CONFIG, SettingsFile
from reportgen.settings.tree import quoted

_LARGEST = 40 * 1024
"""A logo is inside every family's page, which has to stay small enough to email."""
_KINDS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".svg": b"<svg"}
_HEAD = 4096
"""Bytes in which an SVG must name itself, after any declaration and comment."""


@dataclass(frozen=True)
class LogoReading:
    """The logo's path from the project folder, or None, with what is wrong and the file read."""

    path: str | None
    problems: tuple[Problem, ...] = ()
    files: tuple[InputFile, ...] = ()


def read_logo(folder: Path, school: SettingsFile[School]) -> LogoReading:
    """The logo school.yaml names, looked for beside it. One that can't be used is a warning: pages go without it."""
    written = school.model.logo if school.model else None
    if written is None:
        return LogoReading(None)
    wrong, content = _content(folder, written)
    if wrong:
        return LogoReading(None, (problem("S136", school.place("logo"), found=f"{quoted(written)}: {wrong}"),))
    path = f"{CONFIG}/{written}"
    return LogoReading(path, (), (InputFile.of(path, content),))


def _content(folder: Path, written: str) -> tuple[str, bytes]:
    """Why the file can't be used (empty when it can), and what it holds."""
    inside = PurePosixPath(written)
    if inside.is_absolute() or PureWindowsPath(written).drive or "\\" in written or ".." in inside.parts:
        return "not beside school.yaml", b""
    begins = _KINDS.get(inside.suffix.lower())
    if begins is None:
        return "not a .png, .jpg or .svg file", b""
    path = folder / CONFIG / written
    if not path.is_file():
        return "no such file", b""
    if path.stat().st_size > _LARGEST:
        return "larger than 40 KB", b""
    content = path.read_bytes()
    right = begins in content[:_HEAD] if inside.suffix.lower() == ".svg" else content.startswith(begins)
    return ("" if right else f"it does not hold {inside.suffix.lower().lstrip('.').upper()}"), content
