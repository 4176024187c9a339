"""What a build is called."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

BUILD_LENGTH = 12


def build_id(parts: Iterable[str]) -> str:
    """12 hex of the hash of all inputs, in the order given.

    Everything that can change a byte of the pages belongs in it. Each part is hashed with its length before it, so that
    no two lists of parts run together to the same bytes.
    """
    digest = sha256()
    for part in parts:
        content = part.encode()
        digest.update(f"{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()[:BUILD_LENGTH]
