"""A small class measured, ready to be composed."""

from __future__ import annotations

import builders as b
import pandas as pd

from reportgen.measures import measure
from reportgen.model.frames import Loaded
from reportgen.model.project import Project
from reportgen.packs import Composition, compose
from reportgen.packs.material import Material

SECRET = bytes(32)
PUPILS = ("A Amara Okonkwo 10 10R", "B Ben Brown 10 10R", "C Chi Chen 10 10R")


def small_school(**frames: pd.DataFrame) -> Loaded:
    """Three pupils of 10R with marks in mathematics and English; `frames` replace any of these."""
    given = {
        "pupils": b.pupils(*PUPILS),
        "classes": b.classes("10B/Ma2 maths A B C", "10B/En1 english A B C"),
        "results": pd.concat(
            [
                b.results("A 5 6", "B 5 5−", "C 4 4"),
                b.results("A 6 6", "B 6 6", "C 6 6", scale=b.GCSE, facet="target"),
                b.results("A 4 4", "B 3 2", "C 1 1", scale=b.ATTITUDE, facet="attitude"),
                b.results("A 5 5", "B 5 5", "C 5 5+", subject="english"),
            ],
            ignore_index=True,
        ),
        "attendance": b.attendance("A 94 89 4 1 3", "B 94 94 0 0 0", "C 94 80 14 0 0"),
    }
    return b.loaded(**{**given, **frames})


def material(loaded: Loaded | None = None, project: Project | None = None) -> Material:
    """The small school's report, measured."""
    school = project or b.project()
    frames = loaded or small_school()
    report = school.reports.reports[0]
    return Material(school, report, frames, measure(school, report, frames))


def composed(loaded: Loaded | None = None, project: Project | None = None) -> Composition:
    """All documents of the small school."""
    made = material(loaded, project)
    return compose(
        made.project, made.report, loaded=made.loaded, measured=made.measured, problems=(), secret=SECRET,
        audiences=made.report.audiences,
    )  # fmt: skip
