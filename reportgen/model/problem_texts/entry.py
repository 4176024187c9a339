"""What is said about one problem code."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.severity import Severity


@dataclass(frozen=True)
class ProblemText:
    """One entry. Codes are stable for ever: a code is never used again for something else."""

    severity: Severity
    """The default; packs.yaml may change it, but never lower a stop."""
    message: str
    """A few words without a full stop, said before what was found and expected."""
    when: str
    """When it occurs."""
    fix: str
    """How to fix it."""
