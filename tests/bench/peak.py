"""What a worker of the benchmark runs: importable, as spawned workers need it."""

from __future__ import annotations

from pathlib import Path

from reportgen.pipeline.sheaf import Sheaf, make


def worker_peak(sheaf: Sheaf) -> int:
    """Makes a sheaf and returns the worker's largest resident memory so far, in MB."""
    make(sheaf)
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
