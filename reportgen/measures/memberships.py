"""Who is in which group, those made from starting points included."""

from __future__ import annotations

import numpy as np
import pandas as pd

from reportgen.measures.columns import ranked, shaped
from reportgen.model import frames as f
from reportgen.model.project import Project
from reportgen.model.scale import MarkState
from reportgen.model.school import Comparison, Group


def starts_of(roll: pd.DataFrame, starts: pd.DataFrame) -> pd.DataFrame:
    """STARTS rows of pupils on roll, in register order."""
    rows = starts[starts[f.PUPIL].isin(roll[f.PUPIL])]
    return shaped(rows.loc[_order(rows, roll, f.START)], f.STARTS_FRAME)


def memberships_of(
    project: Project, *, roll: pd.DataFrame, memberships: pd.DataFrame, starts: pd.DataFrame
) -> pd.DataFrame:
    """MEMBERSHIPS rows of pupils on roll; a group made from starts has a row for each pupil with all of them."""
    made = [group for group in project.groups.groups if group.from_starts]
    given = memberships[memberships[f.PUPIL].isin(roll[f.PUPIL]) & ~memberships[f.GROUP].isin([g.id for g in made])]
    here = starts[starts[f.PUPIL].isin(roll[f.PUPIL])]
    rows = pd.concat([given, *(_from_starts(group, here) for group in made)], ignore_index=True)
    return shaped(rows.loc[_order(rows, roll, f.GROUP)], f.MEMBERSHIPS)


def _order(rows: pd.DataFrame, roll: pd.DataFrame, second: str) -> pd.Index:
    keys = pd.DataFrame({"pupil": ranked(rows[f.PUPIL], roll[f.PUPIL]), "second": rows[second]})
    return keys.sort_values(["pupil", "second"], kind="stable").index


def _from_starts(group: Group, starts: pd.DataFrame) -> pd.DataFrame:
    """The value of each pupil's mean over the listed starts; a mean on a bound belongs to the value above it."""
    bands = group.from_starts
    if bands is None:
        return shaped(pd.DataFrame(), f.MEMBERSHIPS)
    rows = starts[
        starts[f.START].isin(bands.starts) & (starts[f.STATE] == MarkState.MARKED.value) & starts[f.SCORE].notna()
    ]
    by_pupil = rows.groupby(f.PUPIL, sort=False)
    whole = by_pupil[f.START].nunique() == len(set(bands.starts))
    means = by_pupil[f.SCORE].mean()[whole]
    values = np.array([value.id for value in group.values])  # noqa: PD011 - a group's values, not a frame's
    index = np.searchsorted(np.array(bands.below), means.to_numpy(), side="right")
    first = rows.drop_duplicates(f.PUPIL).set_index(f.PUPIL).loc[means.index]
    made = pd.DataFrame(
        {
            f.PUPIL: means.index,
            f.GROUP: group.id,
            f.WRITTEN: [f"{mean:g}" for mean in means],
            f.VALUE: values[index],
            f.AS_OF: by_pupil[f.DATE].max()[whole].to_numpy(),
            **{name: first[name].to_numpy() for name in (f.SCHOOL, f.SOURCE, f.SHEET, f.ROW)},
        }
    )
    return shaped(made, f.MEMBERSHIPS)


class Sides:
    """Which pupils on roll are on which side of a comparison, as masks in register order."""

    def __init__(self, roll: pd.DataFrame, memberships: pd.DataFrame) -> None:
        wide = memberships.dropna(subset=[f.VALUE]).drop_duplicates([f.PUPIL, f.GROUP])
        by_group = {str(group): rows.set_index(f.PUPIL)[f.VALUE] for group, rows in wide.groupby(f.GROUP)}
        self._values = {group: values.reindex(roll[f.PUPIL]) for group, values in by_group.items()}
        self._nothing = pd.Series(None, index=roll[f.PUPIL], dtype="str")

    def known(self, group: Group) -> np.ndarray:
        """Pupils whose value of the group is known."""
        return self._column(group).notna().to_numpy(dtype=bool)

    def these(self, group: Group, comparison: Comparison) -> np.ndarray:
        """Pupils in the group of the comparison."""
        return self._column(group).isin(comparison.these).to_numpy(dtype=bool)

    def others(self, group: Group, comparison: Comparison) -> np.ndarray:
        """Pupils it is set beside."""
        return self._column(group).isin(comparison.others).to_numpy(dtype=bool)

    def _column(self, group: Group) -> pd.Series:
        return self._values.get(group.id, self._nothing)
