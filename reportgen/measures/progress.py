"""Each pupil in each subject now: mark, target, distance and its band, attitude."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from reportgen.measures.columns import pairs, ranked, shaped
from reportgen.measures.comparability import steps_between
from reportgen.measures.roll import missing_states
from reportgen.model import frames as f
from reportgen.model import measured as m
from reportgen.model.calendar import Collection, Report
from reportgen.model.measure import Band
from reportgen.model.project import Project
from reportgen.model.scale import MarkState, Scale

MARKED, BLANK, LATER = MarkState.MARKED.value, MarkState.NOT_ENTERED.value, MarkState.JOINED_LATER.value
_KEY = [f.PUPIL, f.SUBJECT]
_MARK = [f.SCALE, f.LABEL, f.VALUE, f.POSITION, f.STATE]


@dataclass(frozen=True)
class Facets:
    """Which facets progress is told with; None where the settings have none."""

    current: str | None
    target: str | None
    attitude: str | None

    @classmethod
    def of(cls, project: Project) -> Facets:
        """The facets measures.yaml names, else the first of each role."""
        chosen = project.measures
        return cls(
            chosen.progress_of or _first(project, "attainment"),
            chosen.target or _first(project, "target"),
            chosen.attitude or _first(project, "attitude"),
        )


def _first(project: Project, role: str) -> str | None:
    return next((facet.id for facet in project.marks.facets_of(role)), None)


def progress_now(
    project: Project,
    report: Report,
    *,
    roll: pd.DataFrame,
    classes: pd.DataFrame,
    marks: pd.DataFrame,
) -> pd.DataFrame:
    """PROGRESS but for change: a row for every pupil on roll and subject the pupil takes or has a mark in.

    `marks` are the results of the report's collection of pupils on roll.
    """
    collection, facets = project.collection(report.collection), Facets.of(project)
    marks = marks[marks[f.FACET].isin(collection.facets)]
    rows = _taken(project, roll=roll, classes=classes, marks=marks)
    now = _facet(rows, marks, facets.current)
    target, attitude = _facet(rows, marks, facets.target), _facet(rows, marks, facets.attitude)
    told = rows.assign(
        **{
            **{name: now[name] for name in (*_MARK, f.REASON, f.SCHOOL, f.SOURCE, f.SHEET, f.ROW)},
            f.CLASS_ID: now[f.CLASS_ID].fillna(rows[f.CLASS_ID]),
            f.FACET: facets.current,
            f.STATE: _state(now, rows, collection, facets.current),
            m.TARGET_LABEL: target[f.LABEL],
            m.TARGET_STATE: _state(target, rows, collection, facets.target),
            m.ATTITUDE_STATE: _state(attitude, rows, collection, facets.attitude),
            m.DISTANCE: steps_between(now, target, project.marks),
        }
    )
    told = told.pipe(_banded, project.measures.bands).pipe(_with_attitude, attitude, project)
    return shaped(told, m.PROGRESS)


def _taken(project: Project, *, roll: pd.DataFrame, classes: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """Pupil, subject, year group, joining date and class of each subject taken, in register and report order."""
    taught_by = classes.sort_values(f.CLASS_ID, kind="stable").drop_duplicates(_KEY)[[*_KEY, f.CLASS_ID]]
    known = marks[f.PUPIL].isin(classes[f.PUPIL])
    # A blank cell under every subject's heading is no sign that a pupil takes it, where the pupil's classes are known.
    blank = (marks[f.STATE] == BLANK) & known & ~pairs(marks, _KEY).isin(pairs(taught_by, _KEY))
    subjects = pd.concat([taught_by[_KEY], marks.loc[~blank, _KEY]]).drop_duplicates()
    rows = (
        subjects.merge(roll[[f.PUPIL, f.YEAR_GROUP, f.JOINED]], on=f.PUPIL)
        .merge(taught_by, on=_KEY, how="left")
        .pipe(_in_taught_years, project)
    )
    order = pd.DataFrame(
        {
            "pupil": ranked(rows[f.PUPIL], roll[f.PUPIL]),
            "subject": ranked(rows[f.SUBJECT], [s.id for s in project.subjects.subjects]),
        }
    )
    return rows.loc[order.sort_values(["pupil", "subject"]).index].reset_index(drop=True)


def in_classes(progress: pd.DataFrame, classes: pd.DataFrame) -> pd.DataFrame:
    """PROGRESS with a row for every class a pupil is in: those of the class lists and those the marks were given in."""
    members = pd.concat([classes[[*_KEY, f.CLASS_ID]], progress[[*_KEY, f.CLASS_ID]].dropna()]).drop_duplicates()
    return members.merge(progress.drop(columns=f.CLASS_ID), on=_KEY)


def _in_taught_years(rows: pd.DataFrame, project: Project) -> pd.DataFrame:
    outside = pd.Series(data=False, index=rows.index)
    for subject in project.subjects.subjects:
        if subject.year_groups:
            outside |= (rows[f.SUBJECT] == subject.id) & ~rows[f.YEAR_GROUP].isin(subject.year_groups)
    return rows[~outside].reset_index(drop=True)


def _facet(rows: pd.DataFrame, marks: pd.DataFrame, facet: str | None) -> pd.DataFrame:
    """The marks of one facet beside the rows; missing where there is no row."""
    wanted = [*_MARK, f.REASON, f.CLASS_ID, f.SCHOOL, f.SOURCE, f.SHEET, f.ROW]
    of_facet = marks.loc[marks[f.FACET] == (facet or ""), [*_KEY, *wanted]]
    return rows[_KEY].merge(of_facet, on=_KEY, how="left")


def _state(found: pd.DataFrame, rows: pd.DataFrame, collection: Collection, facet: str | None) -> pd.Series:
    """The state of the row, or why there is none. A blank of a pupil who joined after the close means joined later."""
    why = missing_states(rows, collection, facet)
    state = found[f.STATE].fillna(why)
    return state.mask((state == BLANK) & (why == LATER), LATER)


def _banded(rows: pd.DataFrame, bands: tuple[Band, ...]) -> pd.DataFrame:
    """The first band, best first, that the distance reaches; the bound itself is inside."""
    name = pd.Series(None, index=rows.index, dtype="str")
    kind = name.copy()
    open_rows = rows[m.DISTANCE].notna()
    for band in bands:
        fits = open_rows if band.at_least is None else open_rows & (rows[m.DISTANCE] >= band.at_least)
        name, kind = name.mask(fits, band.name), kind.mask(fits, band.kind)
        open_rows = open_rows & ~fits
    return rows.assign(**{m.BAND: name, m.BAND_KIND: kind})


def _with_attitude(rows: pd.DataFrame, attitude: pd.DataFrame, project: Project) -> pd.DataFrame:
    scales = {scale.id: scale for scale in project.marks.scales}
    of = {name: _places(scale) for name, scale in scales.items()}
    words = {f"{name} {one.label}": one.word or one.label for name, scale in scales.items() for one in scale.labels}
    keys = attitude[f.SCALE].fillna("") + " " + attitude[f.LABEL].fillna("")
    return rows.assign(
        **{
            m.ATTITUDE_LABEL: attitude[f.LABEL],
            m.ATTITUDE_PLACE: attitude[f.POSITION].round() + 1,
            m.ATTITUDE_OF: attitude[f.SCALE].map(of).where(attitude[f.POSITION].notna()),
            m.ATTITUDE_WORD: keys.map(words).astype("str").fillna(attitude[f.LABEL]),
        }
    )


def _places(scale: Scale) -> int | None:
    """How many places a scale has; None for numbers without both ends."""
    if scale.kind == "labels":
        return len(scale.labels)
    if scale.lowest is None or scale.highest is None:
        return None
    return round((scale.highest - scale.lowest) / (scale.step or 1)) + 1
