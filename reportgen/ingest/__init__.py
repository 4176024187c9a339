"""Export files to checked canonical frames: `load` returns them with every problem and every row accounted for."""

from __future__ import annotations

from reportgen.ingest.loading import Loading, load

__all__ = ["Loading", "load"]
