"""How grave a problem is in this school."""

from __future__ import annotations

from reportgen.model.pack import Packs
from reportgen.model.problem import Problem
from reportgen.model.severity import Severity


def severity_of(problem: Problem, packs: Packs) -> Problem:
    """The problem with the severity packs.yaml sets for its code. A stop stays a stop."""
    chosen = packs.severities.get(problem.code)
    if chosen is None or problem.severity is Severity.STOP:
        return problem
    return problem.model_copy(update={"severity": chosen})
