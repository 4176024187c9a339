"""The one exception binding raises: something can't be written or read, said as a problem."""

from __future__ import annotations

from pathlib import Path

from reportgen.model.problem import Place, Problem, problem


class Refused(Exception):  # noqa: N818 - it says what happened; the problem inside says the rest
    """Raised when binding can't go on. `problem` is what people are told."""

    def __init__(self, said: Problem) -> None:
        super().__init__(str(said))
        self.problem = said


def unwritable(path: Path, error: OSError) -> Refused:
    """The refusal for a file or folder the system would not write."""
    return Refused(problem("B701", Place(file=path.as_posix()), found=error.strerror or str(error)))
