"""Classes of 2026/27: forms, sets and options, and who teaches them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportgen.demo.pupil import Pupil
from reportgen.demo.staff import department, everyone
from reportgen.demo.subjects import KEY_STAGE_3, SUBJECTS, Taught, taught_to
from reportgen.demo.year import FIRST_DAYS, YEAR, YEAR_GROUPS

SET_SIZE, OPTION_SIZE = 27, 25
FORMS_FOR_TWO_HALVES = 4
"""From so many forms a year group is timetabled in two halves, A and B."""
SHARED_EVERY = 9
"""Every ninth class has two teachers."""


@dataclass(frozen=True)
class SchoolClass:
    """A class, its pupils in the order of the list and its teachers' codes."""

    id: str
    subject: Taught
    year_group: int
    pupils: tuple[Pupil, ...]
    teachers: tuple[str, ...] = ()


def classes(pupils: Sequence[Pupil], size: int) -> tuple[SchoolClass, ...]:
    """Every class of 2026/27, with teachers. `size` is the school's, which decides how many teachers there are."""
    here = [p for p in pupils if p.year_group in YEAR_GROUPS and (p.left is None or p.left >= FIRST_DAYS[YEAR])]
    made = []
    for year_group in YEAR_GROUPS:
        year = [p for p in here if p.year_group == year_group]
        for taught in SUBJECTS:
            takers = [p for p in year if taught in taught_to(year_group, p.options)]
            made += [
                SchoolClass(name, taught, year_group, tuple(members))
                for name, members in _split(takers, year, taught, year_group)
                if members
            ]
    return _with_teachers(made, size)


def form_tutors(pupils: Sequence[Pupil], size: int) -> Mapping[str, str]:
    """The tutor of each form that has pupils, by form."""
    names = sorted(
        {p.form() for p in pupils if p.year_group in YEAR_GROUPS and p.left is None}, key=lambda f: (int(f[:-1]), f[-1])
    )
    team = everyone(size)
    return {
        form: team[n * 5 % len(team) if len(names) < len(team) else n % len(team)].code for n, form in enumerate(names)
    }


def _split(
    takers: Sequence[Pupil], year: Sequence[Pupil], taught: Taught, year_group: int
) -> list[tuple[str, list[Pupil]]]:
    if year_group in KEY_STAGE_3 and taught.groups == "form":
        return [(f"{form}/{taught.code}", _listed(members)) for form, members in groupby(takers, key=Pupil.form)]
    if year_group not in KEY_STAGE_3 and taught.block:
        return [(f"{year_group}/{taught.code}{n}", part) for n, part in _parts(takers, OPTION_SIZE)]
    letters = sorted({p.form_letter for p in year}, key=[p.form_letter for p in year].index)
    half = len(letters) // 2 if len(letters) >= FORMS_FOR_TWO_HALVES else len(letters)
    sets = []
    for name, side in (("A", letters[:half]), ("B", letters[half:])):
        able = sorted((p for p in takers if p.form_letter in side), key=lambda p: -_standing(p, taught))
        sets += [(f"{year_group}{name}/{taught.code}{n}", part) for n, part in _parts(able, SET_SIZE)]
    return sets


def _standing(pupil: Pupil, taught: Taught) -> float:
    """What departments set by. One order for all subjects of a discipline, so that sets of sciences are the same."""
    return pupil.traits.ability + 0.4 * pupil.traits.strengths[taught.discipline]


def _parts(pupils: Sequence[Pupil], most: int) -> list[tuple[int, list[Pupil]]]:
    """Even parts of at most so many, numbered from 1, each in the order of the list of pupils."""
    count = max(1, -(-len(pupils) // most))
    bounds = [round(n * len(pupils) / count) for n in range(count + 1)]
    return [(n + 1, _listed(pupils[bounds[n] : bounds[n + 1]])) for n in range(count)]


def _listed(pupils: Iterable[Pupil]) -> list[Pupil]:
    return sorted(pupils, key=lambda p: (p.surname, p.forename, p.upn))


def _with_teachers(made: Sequence[SchoolClass], size: int) -> tuple[SchoolClass, ...]:
    """Teachers in turn within a department; English language and literature of a set have the same teacher."""
    turn: dict[str, int] = defaultdict(int)
    taken: dict[tuple[str, tuple[str, ...]], str] = {}
    staffed = []
    for n, one in enumerate(made):
        team = department(one.subject.department, size)
        same = (
            one.subject.discipline if one.subject.discipline == "english" else one.id,
            tuple(p.upn for p in one.pupils),
        )
        if same not in taken:
            taken[same] = team[turn[one.subject.department] % len(team)].code
            turn[one.subject.department] += 1
        first = taken[same]
        second = team[(turn[one.subject.department] + 1) % len(team)].code
        shared = n % SHARED_EVERY == 0 and second != first
        staffed.append(
            SchoolClass(one.id, one.subject, one.year_group, one.pupils, (first, second) if shared else (first,))
        )
    return tuple(staffed)
