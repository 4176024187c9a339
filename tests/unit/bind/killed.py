"""Kills a build at every one of its file operations in turn, then looks at what is left. Prints each fault."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

from unit.bind.builds import bind, documents

from reportgen.bind import current_build, verify

OLDEST, FIRST, SECOND, THIRD = "000000000000", "111111111111", "222222222222", "333333333333"
WATCHED = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.listdir", "os.scandir")


def killed_at(output: Path, build: str, operation: int) -> bool:
    """Builds in a process that is killed as it begins its n-th file operation. False when it ended before that."""
    child = os.fork()
    if child == 0:
        left = operation

        def count(event: str, _: object) -> None:
            nonlocal left
            if event in WATCHED:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        bind(output, build, of=documents("6"))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def faults(output: Path, *, ready: Path, build: str) -> tuple[int, list[str]]:
    """Every fault found after a kill at each moment of `build`, made where `ready` was made before."""
    found, operation = [], 0
    while True:
        operation += 1
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(ready, output)
        killed = killed_at(output, build, operation)
        good = current_build(output, "autumn")
        if good is None or good.name not in {SECOND, build}:
            found.append(f"operation {operation}: the good build is {good}")
        elif wrong := verify(good):
            found.append(f"operation {operation}: {good.name}: {wrong}")
        finished = [path.parent for path in sorted((output / "autumn").glob("*/manifest.json"))]
        found += [f"operation {operation}: {f.name} looks finished: {verify(f)}" for f in finished if verify(f)]
        after = bind(output, THIRD, of=documents("7"))
        if not after.current or verify(after.folder):
            found.append(f"operation {operation}: the next build: {verify(after.folder)}")
        left = sorted(path.name for path in (output / "autumn").iterdir())
        if wrong := [
            name for name in left if name not in {FIRST, SECOND, OLDEST, build, THIRD, "current.json", ".lock"}
        ]:
            found.append(f"operation {operation}: left behind: {wrong}")
        if broken := [
            name for name in left if len(name) == len(FIRST) and name.isdigit() and verify(output / "autumn" / name)
        ]:
            found.append(f"operation {operation}: kept but not whole: {broken}")
        if not killed:
            return operation, found


def main() -> None:
    """Three good builds, then a new build, the current one again, the older one again, each killed at every moment."""
    ready, output = Path(sys.argv[1]) / "ready", Path(sys.argv[1]) / "output"
    bind(ready, OLDEST, of=documents("3"))
    bind(ready, FIRST, of=documents("4"))
    bind(ready, SECOND, of=documents("6"))
    for name, build in (("new", "444444444444"), ("same", SECOND), ("older", FIRST)):
        moments, found = faults(output, ready=ready, build=build)
        sys.stdout.write("".join(f"{name}: {line}\n" for line in found))
        sys.stdout.write(f"{name}: {moments} moments\n")


if __name__ == "__main__":
    main()
