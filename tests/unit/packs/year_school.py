"""A year group across three subjects, each pupil one line: what packs of forms, year groups and leaders are made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import builders as b
import pandas as pd

from reportgen.measures import measure
from reportgen.model.frames import Loaded
from reportgen.model.list_rule import Conditions, ListRule
from reportgen.model.pack import ClassPack, Packs
from reportgen.model.project import Project
from reportgen.model.school import Responsibility
from reportgen.packs.material import Material

SUBJECTS = ("maths", "english", "art")
POSSIBLE = 100

WORK = ListRule(
    id="hard-work",
    name="Works hard",
    kind="reward",
    owner="form tutor",
    action="Postcard home",
    when=Conditions(best_attitude_in=2),
)
AWAY = ListRule(
    id="away",
    name="Often away",
    kind="intervention",
    owner="head of year",
    action="Ring home",
    when=Conditions(attendance_below=90),
)
BEHIND = ListRule(
    id="behind",
    name="Below target",
    kind="intervention",
    owner="Form Tutor",
    when=Conditions(below_target_in=2, low_attitude_in=1),
)
RULES = (WORK, AWAY, BEHIND)

PUPILS = (
    "A Amara Okonkwo 10 10R | 6 7 | 6 7 | 6 6 | 4 4 3 | 100",
    "B Ben Brown 10 10R | 5 5 | 6 5 | 5 4 | 2 1 3 | 88",
    "C Chi Chen 10 10S | 4 4 | 4 4 | 4 4 | 3 3 3 | 96",
    "D Dev Das 10 10S | 5 5 | 5 5 | 5 - | 4 4 4 | 80",
)
"""Key, names, year group, form; before and now in each subject; attitude in each; sessions attended of 100. Target 5."""


def frames(lines: Sequence[str] = PUPILS, **changes: pd.DataFrame) -> Loaded:
    """The frames of these pupils; `changes` replace any."""
    cells = [[part.strip() for part in line.split("|")] for line in lines]
    who = [cell[0].split() for cell in cells]
    marks = [
        b.results(*(f"{one[0]} {cell[n + 1]}" for one, cell in zip(who, cells, strict=True)), subject=subject)
        for n, subject in enumerate(SUBJECTS)
    ]
    targets = [
        b.results(*(f"{one[0]} 5 5" for one in who), scale=b.GCSE, facet="target", subject=subject)
        for subject in SUBJECTS
    ]
    attitudes = [
        b.results(
            *(f"{one[0]} {cell[4].split()[n]}" for one, cell in zip(who, cells, strict=True)),
            scale=b.ATTITUDE,
            facet="attitude",
            subject=subject,
            collections=("nov",),
        )
        for n, subject in enumerate(SUBJECTS)
    ]
    pupils = b.pupils(*(cell[0] for cell in cells))
    given = {
        "pupils": pupils.assign(form=pupils["form"].mask(pupils["form"] == "-")),
        "classes": b.classes(*(f"10/{subject} {subject} {' '.join(one[0] for one in who)}" for subject in SUBJECTS)),
        "results": pd.concat([*marks, *targets, *attitudes], ignore_index=True),
        "attendance": b.attendance(
            *(
                f"{one[0]} {POSSIBLE} {cell[5]} {POSSIBLE - int(cell[5])} 0 0"
                for one, cell in zip(who, cells, strict=True)
            )
        ),
    }
    return b.loaded(**{**given, **changes})


def project(*rules: ListRule, **changes: Any) -> Project:
    """The builders' school with these lists; Mrs Adeyemi is head of Year 10."""
    made = b.project(packs=Packs(classes=ClassPack(groups=("pupil_premium",))), **changes)
    staff = made.staff.model_copy(
        update={"responsibilities": (Responsibility(role="Head of year", staff=("ADE",), year_groups=("10",)),)}
    )
    return made.model_copy(update={"measures": made.measures.model_copy(update={"lists": rules}), "staff": staff})


def material(loaded: Loaded | None = None, school: Project | None = None) -> Material:
    """The year group's report, measured."""
    found, frame = school or project(*RULES), loaded or frames()
    report = found.reports.reports[0]
    return Material(found, report, frame, measure(found, report, frame))


def crowd(pupils: int, *, form: str = "10R", line: str = "| 5 5 | 5 5 | 5 5 | 3 3 3 | 96") -> tuple[str, ...]:
    """So many pupils alike."""
    return tuple(f"P{n:03} Pip{n} Stone{n:03} 10 {form} {line}" for n in range(pupils))
