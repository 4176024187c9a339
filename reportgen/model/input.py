"""A file that went into a build."""

from __future__ import annotations

from hashlib import sha256

from reportgen.model.value import Value


class InputFile(Value):
    """Path relative to the project folder (or `shipped/...`), with the hash of its bytes."""

    path: str
    sha256: str
    size: int

    @classmethod
    def of(cls, path: str, content: bytes) -> InputFile:
        """The record of a file's content."""
        return cls(path=path, sha256=sha256(content).hexdigest(), size=len(content))
