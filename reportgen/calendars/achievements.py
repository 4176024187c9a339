"""Subjects in which the exports say nothing of a pupil's achievements."""

from __future__ import annotations

import pandas as pd

from reportgen.calendars.lessons import BLANK
from reportgen.model import frames as f
from reportgen.model.calendar import Collection
from reportgen.model.frames import Loaded
from reportgen.model.project import Project

_KEY = [f.PUPIL, f.SUBJECT]


def unmarked(
    project: Project, loaded: Loaded, *, collection: Collection, lessons: pd.DataFrame
) -> dict[str, tuple[str, ...]]:
    """By pupil the subjects without achievements; pupils who lack none are left out.

    Achievements in a subject are a mark of attainment in the collection, a reason why there is none (absent, not
    taught, dropped ...), or a teacher's comment. In an independent school one subject of a department will do for all
    of them: its report is on progress and attainment in the main subject areas (Education (Independent School
    Standards) Regulations 2014), which the regulations do not list, so every department (`group` in subjects.yaml) in
    which a pupil is taught counts as one.
    """
    told = pd.MultiIndex.from_frame(pd.concat([_marked(project, loaded, collection), _commented(loaded, collection)]))
    rows = lessons.assign(there=pd.MultiIndex.from_frame(lessons[_KEY]).isin(told))
    if project.school.type == "independent":
        areas = {subject.id: subject.group or subject.id for subject in project.subjects.subjects}
        rows["there"] = rows.groupby([rows[f.PUPIL], rows[f.SUBJECT].map(areas)])["there"].transform("any")
    lacking = rows[~rows["there"]]
    return {str(pupil): tuple(subjects) for pupil, subjects in lacking.groupby(f.PUPIL, sort=False)[f.SUBJECT]}


def _marked(project: Project, loaded: Loaded, collection: Collection) -> pd.DataFrame:
    """Pupil and subject of every mark of attainment, and of every reason why there is none."""
    facets = {facet.id for facet in project.marks.facets_of("attainment")} & set(collection.facets)
    marks = loaded.results
    here = (marks[f.COLLECTION] == collection.id) & marks[f.FACET].isin(facets) & ~marks[f.STATE].isin(BLANK)
    return marks.loc[here, _KEY]


def _commented(loaded: Loaded, collection: Collection) -> pd.DataFrame:
    """Pupil and subject of every teacher's comment."""
    texts = loaded.comments
    here = (texts[f.COLLECTION] == collection.id) & (texts[f.KIND] == "comment") & texts[f.SUBJECT].notna()
    return texts.loc[here, _KEY]
