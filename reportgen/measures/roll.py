"""Who is on roll, and what a subject's teaching years and a pupil's joining date say about a missing mark."""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportgen.measures.columns import ranked, shaped
from reportgen.model import frames as f
from reportgen.model.calendar import YEAR_GROUPS, Collection, Report, year_group_before, year_group_words
from reportgen.model.problem import Place, Problem, problem
from reportgen.model.project import Project
from reportgen.model.scale import MarkState


def roll_day(project: Project, report: Report) -> date:
    """The day on which being on roll counts."""
    return report.roll_on or project.collection(report.collection).closes


def on_roll(project: Project, report: Report, pupils: pd.DataFrame) -> pd.DataFrame:
    """PUPILS rows of the pupils on roll that day in the report's year groups, in register order.

    The last day on roll counts as on roll. Year groups are those of the report's school year.
    """
    day = pd.Timestamp(roll_day(project, report))
    here = (pupils[f.JOINED].isna() | (pupils[f.JOINED] <= day)) & (pupils[f.LEFT].isna() | (pupils[f.LEFT] >= day))
    years = year_groups_in(project, project.collection(report.collection), pupils[f.YEAR_GROUP])
    found = pupils.assign(**{f.YEAR_GROUP: years})[here & years.isin(project.year_groups(report))]
    return shaped(_in_register_order(found), f.PUPILS)


def _in_register_order(pupils: pd.DataFrame) -> pd.DataFrame:
    keys = pd.DataFrame(
        {
            "year": ranked(pupils[f.YEAR_GROUP], YEAR_GROUPS),
            "form": pupils[f.FORM],
            "surname": pupils[f.PREFERRED_SURNAME].fillna(pupils[f.LEGAL_SURNAME]).str.casefold(),
            "forename": pupils[f.PREFERRED_FORENAME].fillna(pupils[f.LEGAL_FORENAME]).str.casefold(),
            "key": pupils[f.PUPIL],
        },
        index=pupils.index,
    )
    return pupils.loc[keys.sort_values(list(keys.columns), na_position="last", kind="stable").index]


def year_groups_in(project: Project, collection: Collection, year_groups: pd.Series) -> pd.Series:
    """The year groups pupils were in during a collection's school year, from those of the pupils file."""
    years = project.pupils_year() - collection.year
    return year_groups if years == 0 else _years_earlier(year_groups, years)


def years_before(year_groups: pd.Series, collection: Collection, *, now: Collection) -> pd.Series:
    """The year groups then, from the year groups in the school year of the collection `now`."""
    return _years_earlier(year_groups, now.year - collection.year)


def _years_earlier(year_groups: pd.Series, years: int) -> pd.Series:
    then = {year: year_group_before(year, years=years) for year in YEAR_GROUPS}
    return year_groups.map(then).astype("str")


def missing_states(rows: pd.DataFrame, collection: Collection, facet: str | None) -> pd.Series:
    """Why a pupil has no mark of a facet, for rows with `joined` and the year group then."""
    state = pd.Series(MarkState.NOT_ENTERED.value, index=rows.index, dtype="str")
    asked = rows[f.YEAR_GROUP].isin(collection.year_groups) & (facet in collection.facets)
    state = state.mask(~asked, MarkState.NOT_REQUIRED.value)
    return state.mask(rows[f.JOINED] > pd.Timestamp(collection.closes), MarkState.JOINED_LATER.value)


def taught(project: Project, results: pd.DataFrame) -> tuple[pd.DataFrame, tuple[Problem, ...]]:
    """Results in subjects taught in the row's year group, and a warning for each subject and year group that is not."""
    outside = pd.Series(data=False, index=results.index)
    for subject in project.subjects.subjects:
        if subject.year_groups:
            outside |= (results[f.SUBJECT] == subject.id) & ~results[f.YEAR_GROUP].isin(subject.year_groups)
    counts = results[outside].groupby([f.SUBJECT, f.YEAR_GROUP]).size()
    problems = tuple(
        problem(
            "M401",
            Place(file="config/subjects.yaml"),
            found=f"{count} marks in {project.subjects.subject(subject).name}, {year_group_words(year)}",
            expected="year_groups of the subject to name it",
        )
        for subject, year, count in counts.reset_index(name="count").itertuples(index=False, name=None)
    )
    return results[~outside], problems
