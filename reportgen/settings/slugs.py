"""Short names made from names."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters a Slug may have."""


def slug_of(name: str) -> str:
    """`year-11-parents-evening` for `Year 11 parents’ evening`: what a Slug allows; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[’']", "", plain).casefold()).strip("-")[:LONGEST].rstrip("-")
