"""Names of files and folders that are safe everywhere, Windows' NTFS included."""

from __future__ import annotations

import unicodedata

from reportgen.bind.refused import Refused
from reportgen.model.problem import Place, problem

LONGEST_NAME = 100
LONGEST_PATH = 180
"""Windows allows 259 characters from the drive on; this leaves the school some 80 for its own folder."""

_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"},
)


def fault_of_name(name: str) -> str:
    """What is wrong with one name of a path, in words; empty when nothing is."""
    if not name or len(name) > LONGEST_NAME:
        return f"a name of {len(name)} characters"
    if name[0] in ". " or name[-1] in ". ":
        return "a dot or space at an end"
    if name.split(".", maxsplit=1)[0].rstrip(" ").casefold() in _DEVICES:
        return "a name Windows keeps for itself"
    if any(c in _FORBIDDEN or unicodedata.category(c).startswith("C") for c in name):
        return "a character that file names may not hold"
    return "" if unicodedata.is_normalized("NFC", name) else "letters that are written in two ways"


def fault_of_path(path: str) -> str:
    """What is wrong with a relative path written with `/`, in words; empty when nothing is."""
    if len(path) > LONGEST_PATH:
        return f"a path of {len(path)} characters"
    return next((fault for name in path.split("/") if (fault := fault_of_name(name))), "")


def checked_path(path: str) -> str:
    """The path itself. Raises Refused (B707) when it is absolute, leads elsewhere or has an unsafe name."""
    fault = fault_of_path(path)
    if fault:
        raise Refused(problem("B707", Place(file=path), found=fault))
    return path
