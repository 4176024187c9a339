"""A build killed at any moment."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from whole.conftest import silent

from reportgen.bind import current_build, verify
from reportgen.pipeline.build import Request, build

KILLS = 2


def test_a_kill_at_any_moment_leaves_the_last_good_build(fresh_school: Path) -> None:
    """After SIGKILL at random moments the last good build is whole and the next one is right."""
    _families_only(fresh_school)
    first = build(Request(folder=fresh_school, jobs=2), silent)
    homes = {b.manifest.report: b.folder for b in first.bound}
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    for n in range(KILLS):
        _change(fresh_school, n)
        _build_and_kill(fresh_school, after=chance.uniform(2, 12))
        for report in homes:
            current = current_build(fresh_school / "output", report)
            assert current is not None
            assert verify(current) == ()
    after = build(Request(folder=fresh_school, jobs=2), silent)
    assert after.good
    for bound in after.bound:
        assert verify(bound.folder) == ()
        assert current_build(fresh_school / "output", bound.manifest.report) == bound.folder


def _families_only(folder: Path) -> None:
    """Leaves the class sheets out: what is tested is the binding, not their number."""
    reporting = folder / "config" / "calendars" / "reporting.yaml"
    text = reporting.read_text(encoding="utf-8")
    reporting.write_text(text.replace("[parents, staff]", "[parents]"), encoding="utf-8")


def _change(folder: Path, n: int) -> None:
    """Makes the next build another one."""
    school = folder / "config" / "school.yaml"
    text = school.read_text(encoding="utf-8")
    school.write_text(f"{text}# edited {n}\n", encoding="utf-8")


def _build_and_kill(folder: Path, *, after: float) -> None:
    command = [sys.executable, "-m", "reportgen", "-C", str(folder), "build", "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    time.sleep(0.5)
