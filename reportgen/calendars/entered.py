"""How much of a collection is in the exports: what each class and form should have and has not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from reportgen.calendars.lessons import BLANK, lessons, roll_on
from reportgen.model import frames as f
from reportgen.model.calendar import Collection
from reportgen.model.due import Blank, Entered, MissingMarks
from reportgen.model.frames import Loaded
from reportgen.model.project import Project

COMMENT = "comment"
"""Stands beside the facets for a comment that is collected."""
_KEY = [f.PUPIL, f.SUBJECT, f.FACET]
_CLASS = [f.SUBJECT, f.CLASS_ID]


def entered(project: Project, loaded: Loaded, *, collection: Collection) -> Entered:
    """What is asked for in a collection and what of it is not in the exports.

    Asked for is one mark for each pupil on roll on the closing day, subject the pupil takes and facet that has a scale
    there; and the comments the collection gathers. A cell that says why there is no mark counts as entered, an empty or
    unclear one does not. Three things are not asked for: a facet that takes no minutes (`rates`), since nobody enters
    it; a facet of which the exports never have a cell for a year group, though they have others for it, since a
    collection names one list of facets for all; and of a subject outside the class lists, as tests are, any facet that
    the exports never have a cell of in that subject. Comments on a test are not asked for, nor in a primary, whose
    teachers write on some subjects, on a subject that nobody has commented on while there are comments on others.
    """
    groups = collection.year_groups
    roll = roll_on(project, loaded, collection=collection, day=collection.closes, year_groups=groups)
    rows = lessons(project, loaded, collection=collection, roll=roll)
    asked = pd.concat(
        [
            _marks_asked(project, loaded, collection, rows),
            _comments_asked(project, loaded, collection, rows=rows, roll=roll),
        ]
    )
    there = pd.MultiIndex.from_frame(pd.concat([_marks_there(loaded, collection), _comments_there(loaded, collection)]))
    asked = asked.assign(**{f.CLASS_ID: asked[f.CLASS_ID].fillna(asked[f.FORM])}).fillna({f.CLASS_ID: "", f.FORM: ""})
    asked = asked.assign(missing=~pd.MultiIndex.from_frame(asked[_KEY]).isin(there)).reset_index(drop=True)
    staff = _staff(project, loaded)
    blanks = tuple(_blanks(asked, collection, staff))
    return Entered(
        expected=len(asked),
        missing=int(asked["missing"].sum()),
        blanks=blanks,
        by_pupil=tuple(_by_pupil(asked[asked["missing"]], collection, staff)),
    )


def _marks_asked(project: Project, loaded: Loaded, collection: Collection, rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each lesson and facet."""
    rates = project.collections.rates
    by_hand = [facet for facet in collection.facets if rates.facets.get(facet, rates.mark)]
    known = _facets_in_exports(loaded)
    listed = set(loaded.classes[f.SUBJECT])

    def facets(group: str, subject: str) -> Iterator[str]:
        used = known.get((group, "") if subject in listed else (group, subject), by_hand)
        for facet in by_hand:
            if facet in used and project.marks.scale_for(facet, year_group=group, subject=subject):
                yield facet

    kinds = rows[[f.YEAR_GROUP, f.SUBJECT]].drop_duplicates().itertuples(index=False, name=None)
    asked = [(group, subject, facet) for group, subject in kinds for facet in facets(group, subject)]
    return rows.merge(pd.DataFrame(asked, columns=[f.YEAR_GROUP, f.SUBJECT, f.FACET], dtype="str"))


def _facets_in_exports(loaded: Loaded) -> Mapping[tuple[str, str], set[str]]:
    """The facets with cells, filled or not, in any collection: by year group and subject, and by year group and ""."""
    cells = loaded.results[[f.YEAR_GROUP, f.SUBJECT, f.FACET]].dropna().drop_duplicates()
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for group, subject, facet in cells.itertuples(index=False, name=None):
        found[group, subject].add(facet)
        found[group, ""].add(facet)
    return dict(found)


def _comments_asked(
    project: Project, loaded: Loaded, collection: Collection, *, rows: pd.DataFrame, roll: pd.DataFrame
) -> pd.DataFrame:
    """A row for each comment of a subject teacher and of a tutor that the collection gathers."""
    gathered = rows[f.SUBJECT].isin(_commented_on(project, loaded))
    of_subjects = rows[gathered] if "subject" in collection.comments else rows.iloc[:0]
    tutored = roll if "tutor" in collection.comments else roll.iloc[:0]
    of_tutors = tutored.rename(columns={f.JOINED: f.SUBJECT})
    of_tutors = _with(of_tutors, f.SUBJECT, "").assign(**{f.CLASS_ID: tutored[f.FORM]})
    return _with(pd.concat([of_subjects, of_tutors[list(rows.columns)]]), f.FACET, COMMENT)


def _commented_on(project: Project, loaded: Loaded) -> set[str]:
    """Subjects that teachers comment on: all of the class lists; in a primary those somebody has commented on."""
    texts = loaded.comments
    known = set(texts.loc[texts[f.KIND] == COMMENT, f.SUBJECT].dropna())
    if known and project.school.phase == "primary":
        return known
    listed = set(loaded.classes[f.SUBJECT]) or {subject.id for subject in project.subjects.subjects}
    return known | listed


def _with(rows: pd.DataFrame, name: str, text: str) -> pd.DataFrame:
    """The rows with one text in a column."""
    column: dict[str, pd.Series] = {name: pd.Series(text, index=rows.index, dtype="str")}
    return rows.assign(**column)


def _marks_there(loaded: Loaded, collection: Collection) -> pd.DataFrame:
    marks = loaded.results
    return marks.loc[(marks[f.COLLECTION] == collection.id) & ~marks[f.STATE].isin(BLANK), _KEY]


def _comments_there(loaded: Loaded, collection: Collection) -> pd.DataFrame:
    texts = loaded.comments
    here = texts[(texts[f.COLLECTION] == collection.id) & (texts[f.KIND] == COMMENT)]
    return _with(here.assign(**{f.SUBJECT: here[f.SUBJECT].fillna("")}), f.FACET, COMMENT)[_KEY]


@dataclass(frozen=True)
class _Staff:
    """Staff codes by class and by form."""

    classes: Mapping[str, tuple[str, ...]]
    class_teachers: Mapping[str, tuple[str, ...]]
    """Who teaches at least half of a form's classes, as in a primary."""
    tutors: Mapping[str, tuple[str, ...]]

    def of(self, subject: str, class_id: str) -> tuple[str, ...]:
        """Who enters marks of a subject there; without a subject, who writes the form's comments."""
        first = self.classes if subject else self.tutors
        return first.get(class_id) or self.class_teachers.get(class_id, ())


def _staff(project: Project, loaded: Loaded) -> _Staff:
    """The exports say who teaches a class, else staff.yaml; staff.yaml says who tutors a form."""
    told = {one.class_id: one.teachers for one in project.staff.classes}
    by_class = loaded.teachers.groupby(f.CLASS_ID, sort=True)[f.TEACHER]
    return _Staff(
        classes=told | {str(name): tuple(sorted(codes)) for name, codes in by_class},
        class_teachers=_class_teachers(loaded),
        tutors={one.form: one.tutors for one in project.staff.tutors},
    )


def _class_teachers(loaded: Loaded) -> Mapping[str, tuple[str, ...]]:
    forms = loaded.classes.merge(loaded.pupils[[f.PUPIL, f.FORM]].dropna(), on=f.PUPIL)
    forms = forms[[f.FORM, f.CLASS_ID]].drop_duplicates()
    taught = forms.merge(loaded.teachers[[f.CLASS_ID, f.TEACHER]], on=f.CLASS_ID)
    classes = taught.groupby([f.FORM, f.TEACHER], sort=True).size().reset_index(name="classes")
    most = classes[2 * classes["classes"] >= classes[f.FORM].map(forms[f.FORM].value_counts())]
    return {str(form): tuple(codes) for form, codes in most.groupby(f.FORM)[f.TEACHER]}


def _blanks(asked: pd.DataFrame, collection: Collection, staff: _Staff) -> Iterator[Blank]:
    """Classes and forms with something missing, most first, then by class and subject."""
    sums = asked.groupby(_CLASS, as_index=False, sort=True)["missing"].agg(["sum", "size"])
    sums = sums[sums["sum"] > 0].sort_values(["sum", f.CLASS_ID, f.SUBJECT], ascending=[False, True, True])
    for subject, class_id, missing, expected in sums.itertuples(index=False, name=None):
        yield Blank(
            collection=collection.id,
            class_id=class_id,
            subject=subject,
            staff=staff.of(subject, class_id),
            missing=int(missing),
            expected=int(expected),
        )


def _by_pupil(missing: pd.DataFrame, collection: Collection, staff: _Staff) -> Iterator[MissingMarks]:
    """One entry a pupil and subject, in the order in which they are asked for."""
    keys = [f.PUPIL, f.YEAR_GROUP, f.FORM, f.CLASS_ID, f.SUBJECT]
    for key, facets in missing.groupby(keys, sort=False)[f.FACET]:
        pupil, group, form, class_id, subject = map(str, key)
        yield MissingMarks(
            collection=collection.id,
            pupil=pupil,
            year_group=group,
            form=form,
            class_id=class_id,
            subject=subject,
            staff=staff.of(subject, class_id),
            facets=tuple(facets),
        )
