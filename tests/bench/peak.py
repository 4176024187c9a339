"""What a worker of the benchmark runs: importable, as spawned workers need it."""

from __future__ import annotations

from pathlib import Path

from reportgen.model.document import AnyDocument
from reportgen.pipeline.page import make


def worker_peak(document: AnyDocument) -> int:
    """Makes a page and returns the worker's largest resident memory so far, in MB."""
    make(document)
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
