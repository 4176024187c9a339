"""Holds and the roll: a hold that names nobody would let the report out."""

from __future__ import annotations

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project

_FILE = "config/holds.yaml"


def unknown_holds(project: Project, pupils: pd.DataFrame) -> list[Problem]:
    """A stop for each hold whose pupil the exports do not have, with the key where another identifier was written."""
    keys = set(pupils[f.PUPIL])
    return [_unknown(hold.pupil, pupils, project.school.key) for hold in project.holds.holds if hold.pupil not in keys]


def _unknown(written: str, pupils: pd.DataFrame, key: str) -> Problem:
    others = (f.UPN, f.MIS_ID, f.ADMISSION_NUMBER)
    meant = pupils.loc[(pupils[list(others)] == written).any(axis=1), f.PUPIL]
    remedy = f'Did you mean "{meant.iloc[0]}"?' if len(meant) == 1 else ""
    return problem("R251", Place(file=_FILE), found=f'"{written}"', expected=f"a pupil's {key}", remedy=remedy)
