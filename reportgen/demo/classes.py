"""Classes of 2026/27: forms, sets and options, and who teaches them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from reportgen.demo.chance import share_of, stream
from reportgen.demo.pupil import Pupil
from reportgen.demo.staff import everyone, team
from reportgen.demo.subjects import KEY_STAGE_3, SEPARATE_SCIENCES, SUBJECTS, Taught, taught_to
from reportgen.demo.year import FIRST_DAYS, YEAR, YEAR_GROUPS

SET_SIZE, OPTION_SIZE = 31, 25
FORMS_FOR_TWO_HALVES = 4
"""From so many forms a year group is timetabled in two halves, A and B."""
SHARED_EVERY = 9
"""Every ninth class has two teachers."""
OTHER_SET = 0.03
"""Share of pupils who are one set above or below the one their rank gives: moved since September, or placed by the
teacher. Judgement."""


@dataclass(frozen=True)
class SchoolClass:
    """A class, its pupils in the order of the list and its teachers' codes."""

    id: str
    subject: Taught
    year_group: int
    pupils: tuple[Pupil, ...]
    teachers: tuple[str, ...] = ()


Sets = list[tuple[str, list[Pupil]]]


def classes(pupils: Sequence[Pupil], size: int) -> tuple[SchoolClass, ...]:
    """Every class of 2026/27, with teachers. `size` is the school's, which decides how many teachers there are."""
    here = [p for p in pupils if p.year_group in YEAR_GROUPS and (p.left is None or p.left >= FIRST_DAYS[YEAR])]
    made = []
    for year_group in YEAR_GROUPS:
        year = [p for p in here if p.year_group == year_group]
        takers: dict[str, list[Pupil]] = defaultdict(list)
        for pupil in year:
            for taught in taught_to(year_group, pupil.options, pupil.form_letter):
                takers[taught.id].append(pupil)
        for taught in SUBJECTS:
            made += [
                SchoolClass(name, taught, year_group, tuple(members))
                for name, members in _split(takers[taught.id], year, taught, year_group)
                if members
            ]
    return _with_teachers(made, size)


def form_tutors(pupils: Sequence[Pupil], size: int) -> Mapping[str, str]:
    """The tutor of each form that has pupils, by form."""
    names = sorted(
        {p.form() for p in pupils if p.year_group in YEAR_GROUPS and p.left is None},
        key=lambda form: (int(form.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), len(form), form),
    )
    staff = everyone(size)
    spread = max(1, len(staff) // len(names)) if names else 1
    return {form: staff[n * spread % len(staff)].code for n, form in enumerate(names)}


def _split(takers: Sequence[Pupil], year: Sequence[Pupil], taught: Taught, year_group: int) -> Sets:
    if year_group in KEY_STAGE_3 and taught.groups == "form":
        return [(f"{form}/{taught.code}", _listed(members)) for form, members in groupby(takers, key=Pupil.form)]
    if year_group not in KEY_STAGE_3 and taught.option:
        return [(f"{year_group}/{taught.code}{n}", _listed(part)) for n, part in _parts(takers, OPTION_SIZE)]
    whole_year = taught.option or taught.id in SEPARATE_SCIENCES
    sets = []
    for name, side in [("", takers)] if whole_year else _halves(takers, year):
        able = sorted(side, key=lambda p: -_standing(p, taught))
        ranked = [(f"{year_group}{name}/{taught.code}{n}", list(part)) for n, part in _parts(able, SET_SIZE)]
        sets += [(one, _listed(members)) for one, members in _moved(ranked, taught)]
    return sets


def _halves(takers: Sequence[Pupil], year: Sequence[Pupil]) -> Iterator[tuple[str, list[Pupil]]]:
    """The pupils of the first and of the second half of the year's forms; a small year is one half."""
    letters = list(dict.fromkeys(p.form_letter for p in year))
    half = len(letters) // 2 if len(letters) >= FORMS_FOR_TWO_HALVES else len(letters)
    for name, some in (("A", set(letters[:half])), ("B", set(letters[half:]))):
        yield name, [p for p in takers if p.form_letter in some]


def _moved(sets: Sets, taught: Taught) -> Sets:
    """Pairs of neighbouring sets exchange a few pupils, so that none grows."""
    ranked = [members.copy() for _, members in sets]
    for above, below in pairwise(ranked):
        for place, low in enumerate(below):
            chance = stream(YEAR, f"set {taught.discipline} {low.upn}")
            if above and share_of(chance, OTHER_SET):
                other = chance.randrange(len(above))
                above[other], below[place] = low, above[other]
    return [(name, members) for (name, _), members in zip(sets, ranked, strict=True)]


def _standing(pupil: Pupil, taught: Taught) -> float:
    """What departments set by. One order for all subjects of a discipline, so that sets of sciences are the same."""
    return pupil.traits.ability + 0.4 * pupil.traits.strengths[taught.discipline]


def _parts(pupils: Sequence[Pupil], most: int) -> list[tuple[int, Sequence[Pupil]]]:
    """Even parts of at most so many, numbered from 1."""
    count = max(1, -(-len(pupils) // most))
    bounds = [round(n * len(pupils) / count) for n in range(count + 1)]
    return [(n + 1, pupils[bounds[n] : bounds[n + 1]]) for n in range(count)]


def _listed(pupils: Iterable[Pupil]) -> list[Pupil]:
    return sorted(pupils, key=lambda p: (p.surname, p.forename, p.upn))


def _with_teachers(made: Sequence[SchoolClass], size: int) -> tuple[SchoolClass, ...]:
    """Teachers of a subject in turn; English language and literature of a set have the same teacher."""
    turn: dict[str, int] = defaultdict(int)
    taken: dict[tuple[str, tuple[str, ...]], str] = {}
    staffed = []
    for n, one in enumerate(made):
        staff = team(one.subject.id, size)
        lead = staff[0].code
        same = (lead if one.subject.discipline == "english" else one.id, tuple(p.upn for p in one.pupils))
        if same not in taken:
            taken[same] = staff[turn[lead] % len(staff)].code
            turn[lead] += 1
        first = taken[same]
        second = staff[(turn[lead] + 1) % len(staff)].code
        shared = n % SHARED_EVERY == 0 and second != first
        staffed.append(replace(one, teachers=(first, second) if shared else (first,)))
    return tuple(staffed)
