"""Subjects as governors may see them: one figure a subject and year group, and no total beside them."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.measures.disclosure.ledger import Rules
from reportgen.measures.disclosure.rules import TOO_FEW
from reportgen.model.figure import Figure
from reportgen.model.project import Project


def protect_subjects(figures: Mapping[str, Figure], *, project: Project) -> Mapping[str, Figure]:
    """The share of pupils on target in each subject and year group; hidden where few pupils are on either side.

    Pupils take several subjects, so no two rows add up to a third: each row is judged for itself. Numerators stay only
    where they and what is left are both more than few; how many lack a mark is taken out, as in the other figures.
    """
    rules = Rules(project.measures.min_base - 1)
    wanted = {name: one for name, one in figures.items() if name.startswith("subject|") and name.endswith("|on_target")}
    return {name: _shown(one, rules) for name, one in wanted.items()}


def _shown(figure: Figure, rules: Rules) -> Figure:
    if rules.most_hidden >= 1 and (rules.short(figure) or rules.telling(figure)):
        return figure.hide(TOO_FEW)
    counted, most = figure.numerator or 0, rules.most_hidden
    safe = counted > most and figure.n - counted > most
    return figure.model_copy(update={"missing": 0, "numerator": figure.numerator if safe else None})
