"""Who is on roll on a day, and which subjects each pupil takes: what marks and comments are counted against."""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd

from reportgen.model import frames as f
from reportgen.model.calendar import YEAR_GROUPS, Collection, year_group_before
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.model.scale import MarkState

BLANK = (MarkState.NOT_ENTERED.value, MarkState.UNCLEAR.value)
"""States of a cell that holds no mark and no reason."""
ROLL = [f.PUPIL, f.YEAR_GROUP, f.FORM, f.JOINED]
LESSONS = [f.PUPIL, f.YEAR_GROUP, f.FORM, f.SUBJECT, f.CLASS_ID]
_KEY = [f.PUPIL, f.SUBJECT]


def roll_on(
    project: Project, loaded: Loaded, *, collection: Collection, day: date, year_groups: Several[str]
) -> pd.DataFrame:
    """Pupils of these year groups on roll that day, by year group and key: pupil, year group, form, joining date.

    The first and the last day on roll count. Year groups are those of the collection's school year. The rule is the
    one of the reports themselves (`measures.roll`).
    """
    pupils, at = loaded.pupils, pd.Timestamp(day)
    here = (pupils[f.JOINED].isna() | (pupils[f.JOINED] <= at)) & (pupils[f.LEFT].isna() | (pupils[f.LEFT] >= at))
    earlier = project.pupils_year() - collection.year
    then = {group: year_group_before(group, years=earlier) for group in YEAR_GROUPS}
    found = pupils.assign(**{f.YEAR_GROUP: pupils[f.YEAR_GROUP].map(then).astype("str")})[here]
    found = found.loc[found[f.YEAR_GROUP].isin(year_groups), ROLL]
    places = found[f.YEAR_GROUP].map({group: place for place, group in enumerate(YEAR_GROUPS)})
    return found.assign(_place=places).sort_values(["_place", f.PUPIL]).drop(columns="_place").reset_index(drop=True)


def lessons(project: Project, loaded: Loaded, *, collection: Collection, roll: pd.DataFrame) -> pd.DataFrame:
    """A row for each pupil of `roll` and subject the pupil takes: pupil, year group, form, subject, class.

    Subjects come from the class lists and from the marks of the collection. A blank cell is no sign that a pupil takes
    a subject where the pupil's classes are known. Class lists are those of today: exports hold no others. A subject
    marked outside the class lists has the pupil's class where the pupil has one class only, as in a primary.
    """
    marks = loaded.results[loaded.results[f.COLLECTION] == collection.id]
    known = marks[f.PUPIL].isin(loaded.classes[f.PUPIL])
    marked = marks.loc[~(known & marks[f.STATE].isin(BLANK)), [*_KEY, f.CLASS_ID]]
    lists = loaded.classes.sort_values(f.CLASS_ID, kind="stable")[[*_KEY, f.CLASS_ID]]
    taken = pd.concat([lists, marked.sort_values(f.CLASS_ID, kind="stable")]).drop_duplicates(_KEY)
    only = lists.groupby(f.PUPIL)[f.CLASS_ID].agg(["nunique", "first"]).query("nunique == 1")["first"]
    taken = taken.assign(**{f.CLASS_ID: taken[f.CLASS_ID].fillna(taken[f.PUPIL].map(only).astype("str"))})
    return roll.merge(taken, on=f.PUPIL)[LESSONS].pipe(_taught, project)


def _taught(rows: pd.DataFrame, project: Project) -> pd.DataFrame:
    """Rows in subjects taught in the pupil's year group, subjects in the order of the report."""
    order = {subject.id: place for place, subject in enumerate(project.subjects.subjects)}
    outside = pd.Series(data=False, index=rows.index)
    for subject in project.subjects.subjects:
        if subject.year_groups:
            outside |= (rows[f.SUBJECT] == subject.id) & ~rows[f.YEAR_GROUP].isin(subject.year_groups)
    places = {"_pupil": rows[f.PUPIL].map(dict(zip(rows[f.PUPIL], range(len(rows)), strict=True)))}
    told = rows.assign(**places, _subject=rows[f.SUBJECT].map(order))[~outside]
    return told.sort_values(["_pupil", "_subject"]).drop(columns=["_pupil", "_subject"]).reset_index(drop=True)


class Named(NamedTuple):
    """A pupil as lists for staff name them."""

    name: str
    """`Okonkwo, Amara`; empty where the exports give no names."""
    form: str


def named_pupils(loaded: Loaded) -> Mapping[str, Named]:
    """Every pupil of the school's list by key: preferred names, else legal ones."""
    pupils = loaded.pupils
    surnames = pupils[f.PREFERRED_SURNAME].fillna(pupils[f.LEGAL_SURNAME]).fillna("")
    forenames = pupils[f.PREFERRED_FORENAME].fillna(pupils[f.LEGAL_FORENAME]).fillna("")
    rows = zip(pupils[f.PUPIL], surnames, forenames, pupils[f.FORM].fillna(""), strict=True)
    return {pupil: Named(", ".join(filter(None, (surname, forename))), form) for pupil, surname, forename, form in rows}
