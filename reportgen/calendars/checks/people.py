"""People: who is responsible, and who has too much in one week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from reportgen.calendars.checks.calendars import Calendars, year_name
from reportgen.calendars.lessons import lessons, roll_on
from reportgen.calendars.year_words import years_words
from reportgen.model import frames as f
from reportgen.model.calendar import Collection, Transition, key_stage
from reportgen.model.frames import Loaded
from reportgen.model.problem import Problem
from reportgen.model.project import Project

_TRANSITIONS: tuple[Transition, ...] = ("KS1-KS2", "KS2-KS3", "KS3-KS4", "KS4-KS5")
_INTAKE = "7"
"""The year group that comes from other schools: their move from KS2 to KS3 is looked after where they arrive."""
_NAMED = 3
"""Members of staff named in one problem."""
_TEACHER = "teacher"
"""How the role ends of those who enter marks class by class: class teacher, subject teacher."""


def nobody_responsible(calendars: Calendars) -> Iterator[Problem]:
    """C316: year groups, and moves between key stages, that nobody looks after; years alike in one problem.

    Every year group that is collected needs a responsibility with `progress: yes`; every move between two key stages
    the school has, and the one into Year 7, needs one with that move under `transitions`.
    """
    staff = calendars.project.staff
    alone: dict[tuple[str, ...], list[int]] = {}
    moves: dict[tuple[Transition, ...], list[int]] = {}
    for year in calendars.years:
        groups = calendars.collected(year)
        alone.setdefault(tuple(one for one in groups if not staff.of_progress(one, year=year)), []).append(year)
        moves.setdefault(tuple(m for m in _moves(groups) if not staff.of_transition(m, year=year)), []).append(year)
    for left, years in alone.items():
        yield from _nobody(calendars, years_words(left), years, expected="someone with progress: yes")
    for missing, years in moves.items():
        yield from _nobody(calendars, ", ".join(missing), years, expected="someone with it under transitions")


def _nobody(calendars: Calendars, told: str, years: list[int], *, expected: str) -> Iterator[Problem]:
    if told:
        found = f"nobody for {told} in {', '.join(map(year_name, years))}"
        yield calendars.problem("C316", "responsibilities", found=found, expected=expected)


def _moves(year_groups: tuple[str, ...]) -> list[Transition]:
    stages = {key_stage(group) for group in year_groups}
    within = [move for move in _TRANSITIONS if set(move.split("-")) <= stages]
    return [move for move in _TRANSITIONS if move in within or (move == "KS2-KS3" and _INTAKE in year_groups)]


def crowded_weeks(calendars: Calendars, loaded: Loaded) -> Iterator[Problem]:
    """C315: weeks, Monday to Sunday, in which teachers have more classes to enter than `rates: most_classes_a_week`.

    A class counts in the week its collection closes, once for each collection whatever its subjects (a class teacher
    has one class), and in full for each teacher who shares it. Exports hold the classes of one school year, so only
    its collections are judged, and of those only what class teachers enter. One problem a week, at the last collection
    that closes in it.
    """
    weeks: dict[date, Counter[str]] = {}
    last: dict[date, Collection] = {}
    for one in calendars.collections:
        if one.year == calendars.project.pupils_year() and one.entered_by.strip().casefold().endswith(_TEACHER):
            monday = one.closes - timedelta(days=one.closes.weekday())
            weeks.setdefault(monday, Counter()).update(_entering(calendars, one, loaded))
            last[monday] = one
    most = calendars.project.collections.rates.most_classes_a_week
    for monday in sorted(weeks):
        over = [(n, code) for code, n in weeks[monday].items() if n > most]
        if over:
            yield _crowded(calendars, last[monday], monday, over)


def _entering(calendars: Calendars, one: Collection, loaded: Loaded) -> list[str]:
    """A staff code for each class a collection asks marks of and each of its teachers."""
    project = calendars.project
    roll = roll_on(project, loaded, collection=one, day=one.closes, year_groups=one.year_groups)
    rows = lessons(project, loaded, collection=one, roll=roll)
    kinds = rows.dropna(subset=f.CLASS_ID)[[f.CLASS_ID, f.SUBJECT, f.YEAR_GROUP]].drop_duplicates()
    asked = [(c, s) for c, s, y in kinds.itertuples(index=False, name=None) if _marked(project, one, s, y)]
    teachers: dict[str, list[str]] = {}
    for class_id, code in zip(loaded.teachers[f.CLASS_ID], loaded.teachers[f.TEACHER], strict=True):
        teachers.setdefault(class_id, []).append(code)
    pairs = {(_class(project, c, s), code) for c, s in asked for code in teachers.get(c, ())}
    return [code for _, code in sorted(pairs)]


def _class(project: Project, class_id: str, subject: str) -> str:
    """The class as the school names it: the exports' one class of several subjects has the subject's name added."""
    return class_id.removesuffix(f" {project.subjects.subject(subject).name}")


def _marked(project: Project, one: Collection, subject: str, year_group: str) -> bool:
    """True when some facet of the collection has a scale for the subject in the year group."""
    return any(project.marks.scale_for(facet, year_group=year_group, subject=subject) for facet in one.facets)


def _crowded(calendars: Calendars, at: Collection, monday: date, teachers: list[tuple[int, str]]) -> Problem:
    ranked = sorted(teachers, key=lambda one: (-one[0], one[1]))
    named = ", ".join(f"{_name(calendars, code)} {n}" for n, code in ranked[:_NAMED])
    more = f" and {len(ranked) - _NAMED} more members of staff" if len(ranked) > _NAMED else ""
    most = calendars.project.collections.rates.most_classes_a_week
    return calendars.problem(
        "C315", "collections", at.id, "closes",
        found=f"classes to enter in the week of {monday}: {named}{more}",
        expected=f"{most} at most",
    )  # fmt: skip


def _name(calendars: Calendars, code: str) -> str:
    known = calendars.project.staff.named(code)
    return known.name if known else code
