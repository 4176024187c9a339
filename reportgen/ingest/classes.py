"""Classes and who teaches them."""

from __future__ import annotations

import re

import pandas as pd

from reportgen.ingest.roll import duplicate_problems
from reportgen.ingest.step import DUPLICATE, FILE, PART, Step, counted, having, place, put, records, without
from reportgen.model import frames as f
from reportgen.model.problem import Problem, problem
from reportgen.model.project import Project

KEY = [f.PUPIL, f.CLASS_ID]
_SEVERAL = re.compile(r"\s*[;/,&]\s*")

NAMED = 3
"""Classes named in a problem that is said once."""


def make_classes(rows: pd.DataFrame) -> Step:
    """Classes with exact copies taken out; several teachers of a class are several records still."""
    rows = having(rows, (f.TEACHER,))
    again = rows.duplicated([*KEY, f.SUBJECT, f.TEACHER])
    return without(rows, again, DUPLICATE, duplicate_problems(rows.loc[again]))


def shared_ids(classes: pd.DataFrame, project: Project) -> tuple[dict[tuple[str, str], str], list[Problem]]:
    """New ids, by class and subject, for classes with more than one subject.

    Every later step takes a class to be taught one subject.
    """
    subjects = classes.drop_duplicates([f.CLASS_ID, f.SUBJECT])
    shared = subjects.loc[subjects.duplicated(f.CLASS_ID, keep=False)]
    new = {
        (c, s): f"{c} {project.subjects.subject(s).name}"
        for c, s in zip(shared[f.CLASS_ID], shared[f.SUBJECT], strict=True)
    }
    if shared.empty:
        return new, []
    # Said once: in a primary school every class is taught every subject.
    said = [f'"{class_id}" in {", ".join(some[f.SUBJECT])}' for class_id, some in shared.groupby(f.CLASS_ID, sort=True)]
    more = f" and {len(said) - NAMED} more classes" if len(said) > NAMED else ""
    return new, [problem("R233", place(records(shared.iloc[:1])[0]), found="; ".join(said[:NAMED]) + more)]


def renamed(rows: pd.DataFrame, new: dict[tuple[str, str], str]) -> pd.DataFrame:
    """Rows with a class and a subject, with the new ids of shared classes."""
    if not new or not {f.CLASS_ID, f.SUBJECT} <= set(rows):
        return rows
    old = pd.Series(list(zip(rows[f.CLASS_ID], rows[f.SUBJECT], strict=True)), index=rows.index, dtype=object)
    return rows.pipe(put, {f.CLASS_ID: old.map(new).fillna(rows[f.CLASS_ID])})


def make_teachers(
    classes: pd.DataFrame, teachers: pd.DataFrame, new: dict[tuple[str, str], str], project: Project
) -> Step:
    """A row a teacher of a class: from exports, and from staff.yaml for classes whose teacher no export names."""
    listed = _spread(
        teachers.reindex(columns=[f.CLASS_ID, f.TEACHER, f.SCHOOL, f.SOURCE, f.SHEET, f.ROW, FILE, PART]), new
    )
    taught = classes.loc[classes[f.TEACHER].notna(), listed.columns] if len(classes) else listed.iloc[:0]
    rows = pd.concat([taught, listed], ignore_index=True)
    rows = rows.pipe(put, {f.TEACHER: rows[f.TEACHER].map(lambda text: codes(text, project))}).explode(
        f.TEACHER, ignore_index=True
    )
    unknown = rows.loc[rows[f.TEACHER].notna() & ~rows[f.TEACHER].isin([m.code for m in project.staff.staff])]
    problems = []
    for code, group in unknown.groupby(f.TEACHER, sort=True):
        first = records(group.iloc[:1])[0]
        problems.append(problem("R232", place(first), found=f'"{code}" ({counted(len(group), "row")})'))
    extra = _spread(_from_staff(project, set(rows[f.CLASS_ID]), list(rows.columns)), new)
    made = pd.concat([rows, extra], ignore_index=True) if len(extra) else rows
    return Step(made.drop_duplicates([f.CLASS_ID, f.TEACHER]).reset_index(drop=True), tuple(problems))


def codes(text: str, project: Project) -> list[str]:
    """The staff codes in a cell such as `HUG; ADE`, `HUG/ADE` or `HUG & ADE`. Unknown ones stay as written."""
    if whole := project.staff.named(text):
        return [whole.code]
    found = [piece for piece in _SEVERAL.split(text.strip()) if piece]
    return list(dict.fromkeys(known.code if (known := project.staff.named(piece)) else piece for piece in found))


def _spread(rows: pd.DataFrame, new: dict[tuple[str, str], str]) -> pd.DataFrame:
    """A teacher of a class of several subjects, with no subject said, teaches each of them."""
    several: dict[str, list[str]] = {}
    for (class_id, _), made in new.items():
        several.setdefault(class_id, []).append(made)
    spread = rows[f.CLASS_ID].map(lambda one: several.get(one, [one]))
    return rows.pipe(put, {f.CLASS_ID: spread}).explode(f.CLASS_ID, ignore_index=True)


def _from_staff(project: Project, named: set[str], columns: list[str]) -> pd.DataFrame:
    made = [
        {
            f.CLASS_ID: one.class_id,
            f.TEACHER: known.code if (known := project.staff.named(code)) else code,
            f.SCHOOL: project.school.id,
            f.SOURCE: "staff",
            f.SHEET: "",
        }
        for one in project.staff.classes
        if one.class_id not in named
        for code in one.teachers
    ]
    return pd.DataFrame(made, columns=columns, dtype=object)
