"""What the figures of one report stand on: its settings, its roll and the rows they count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from reportgen.measures.comparability import steps_between
from reportgen.measures.intervals import Estimate
from reportgen.measures.memberships import Sides
from reportgen.measures.roll import roll_day
from reportgen.measures.samples import Mask, Numbers
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.calendar import YEAR_GROUPS, Collection, Report, year_group_words
from reportgen.model.figure import Figure, Unit
from reportgen.model.project import Project
from reportgen.model.scale import MarkState

_MARK = [f.SCALE, f.VALUE, f.POSITION]
_KEY = [f.PUPIL, f.SUBJECT, f.COLLECTION]


@dataclass(frozen=True)
class Ground:
    """Everything figures are made from. `results` are marks of pupils on roll in the report's collections."""

    project: Project
    report: Report
    roll: pd.DataFrame
    results: pd.DataFrame
    attendance: pd.DataFrame
    memberships: pd.DataFrame

    @property
    def level(self) -> float:
        """Level of likely ranges."""
        return self.project.measures.confidence

    @property
    def collection(self) -> Collection:
        """The report's own collection."""
        return self.project.collection(self.report.collection)

    @property
    def compared(self) -> tuple[Collection, ...]:
        """Earlier collections, oldest first."""
        return tuple(self.project.collection(c) for c in self.report.compare)

    @cached_property
    def sides(self) -> Sides:
        """The sides of comparisons."""
        return Sides(self.roll, self.memberships)

    @cached_property
    def marked(self) -> pd.DataFrame:
        """The rows with a mark."""
        return self.results[self.results[f.STATE] == MarkState.MARKED.value]

    @cached_property
    def _marked_by(self) -> dict[tuple[str, str], pd.DataFrame]:
        return {(str(c), str(facet)): rows for (c, facet), rows in self.marked.groupby([f.COLLECTION, f.FACET])}

    def marked_in(self, collection: str, facet: str) -> pd.DataFrame:
        """The rows with a mark of one collection and facet."""
        return self._marked_by.get((collection, facet), self.marked.iloc[:0])

    @cached_property
    def year_groups(self) -> tuple[str, ...]:
        """Year groups of the report with a pupil on roll, in order."""
        there = set(self.roll[f.YEAR_GROUP])
        return tuple(year for year in YEAR_GROUPS if year in there)

    def in_years(self, years: Iterable[str]) -> Mask:
        """Pupils on roll in these year groups; everyone for none."""
        wanted = tuple(years)
        if not wanted:
            return np.ones(len(self.roll), dtype=bool)
        return self.roll[f.YEAR_GROUP].isin(wanted).to_numpy(dtype=bool)

    def by_pupil(self, values: pd.Series) -> Numbers:
        """Values indexed by pupil, as numbers in register order; NaN for a pupil without one."""
        return np.asarray(values.astype("float64").reindex(self.roll[f.PUPIL]), dtype=np.float64)

    def distances(self, facet: str, target: str) -> pd.DataFrame:
        """Pupil, subject, collection and steps from target, for marks of a facet comparable with the target."""
        if (facet, target) not in self._distances:
            self._distances[facet, target] = self._measured(facet, target)
        return self._distances[facet, target]

    @cached_property
    def _distances(self) -> dict[tuple[str, str], pd.DataFrame]:
        return {}

    def _measured(self, facet: str, target: str) -> pd.DataFrame:
        rows = self.marked
        now = rows.loc[rows[f.FACET] == facet, [*_KEY, *_MARK, f.SOURCE]].reset_index(drop=True)
        set_for = now[_KEY].merge(rows.loc[rows[f.FACET] == target, [*_KEY, *_MARK]], on=_KEY, how="left")
        found = now.assign(**{m.DISTANCE: steps_between(now, set_for, self.project.marks)})
        return found[found[m.DISTANCE].notna()]

    def population(self, year_groups: Iterable[str] = ()) -> str:
        """`Year 10 pupils on roll on 13 November 2026`."""
        day = roll_day(self.project, self.report)
        years = [year for year in self.year_groups if year in set(year_groups)] or list(self.year_groups)
        return f"{years_words(years)} pupils on roll on {day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def years_words(years: list[str]) -> str:
    """`Year 10`, `Years 7 to 11`, `Reception, Year 1 and Year 3`."""
    if len(years) > 2 and all(year.isdigit() for year in years) and int(years[-1]) - int(years[0]) == len(years) - 1:  # noqa: PLR2004 - a run needs three
        return f"Years {years[0]} to {years[-1]}"
    words = [year_group_words(year) for year in years]
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def figure(figure_id: str, estimate: Estimate, unit: Unit, **about: object) -> Figure:
    """A figure from an estimate that is in its unit already."""
    return Figure.model_validate(
        {
            "id": figure_id,
            "value": estimate.value,
            "unit": unit,
            "n": estimate.n,
            "interval": estimate.interval,
            "no_interval": "" if estimate.interval else estimate.why,
            **about,
        }
    )


def sources_of(*frames: pd.DataFrame) -> tuple[str, ...]:
    """Ids of the sources of some rows, sorted."""
    return tuple(sorted({str(source) for frame in frames for source in frame[f.SOURCE].dropna().unique()}))


def by_id(figures: Iterable[Figure | None]) -> Mapping[str, Figure]:
    """Figures by id, those that are there."""
    return {one.id: one for one in figures if one is not None}
