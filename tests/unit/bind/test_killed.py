from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to try hundreds of moments in seconds")
def test_a_build_killed_at_any_moment_leaves_the_last_good_one_and_the_next_is_right(tmp_path: Path) -> None:
    """Killed before any of its file operations, a build leaves current.json at a whole build; the next is whole.

    Tried for a build of new inputs, of the same inputs as the good build, and of those of an older one that is kept.
    """
    ended = subprocess.run(
        [sys.executable, "-m", "unit.bind.killed", str(tmp_path)],
        cwd=TESTS,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent)))},
    )
    assert ended.returncode == 0, ended.stderr
    assert re.sub(r"\d+", "N", ended.stdout) == "new: N moments\nsame: N moments\nolder: N moments\n", ended.stdout
    assert all(int(moments) > 40 for moments in re.findall(r"(\d+) moments", ended.stdout))
