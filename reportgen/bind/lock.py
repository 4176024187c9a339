"""One build of a report at a time. The lock is the operating system's: it goes when its process does."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from reportgen.bind.refused import Refused, unwritable
from reportgen.model.problem import Place, problem

LOCK_NAME = ".lock"


class Lock:
    """A lock on a folder, held until `release`."""

    def __init__(self, folder: Path) -> None:
        """Takes the lock. Raises Refused: B702 when another process holds it, B701 when the folder can't be written."""
        path = folder / LOCK_NAME
        try:
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise unwritable(path, error) from error
        try:
            _take(self._handle)
        except OSError as error:
            self.release()
            raise Refused(problem("B702", Place(file=folder.as_posix()))) from error

    def release(self) -> None:
        """Lets go; a second time does nothing."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)


def _take(handle: int) -> None:
    """Locks an open file without waiting. Raises OSError when another process has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there on Windows

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not there on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
