"""The school's logo, inside the page: no page asks for a file of its own."""

from __future__ import annotations

import base64
from pathlib import Path

_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


def logo_address(path: Path | None) -> str:
    """The logo as a `data:` address; empty without one."""
    if path is None:
        return ""
    content = base64.b64encode(path.read_bytes()).decode("ascii")
    return f"data:{_KINDS[path.suffix.lower()]};base64,{content}"
