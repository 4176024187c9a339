"""Questions for a department, made from the figures by rules: never verdicts or causes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportgen.packs.subject_classes import sides as classes_apart
from reportgen.packs.subject_gaps import Sides
from reportgen.packs.subject_moves import Matrix, matrix_of, pupils_first
from reportgen.packs.subject_patterns import apart, names_apart
from reportgen.packs.subject_year import SubjectYear
from reportgen.packs.subjects_table import state_words
from reportgen.packs.words import count, listed, names_listed, number, say

QUESTIONS = 3
NAMED = 3
FEWEST_FALLEN = 3
"""Pupils with the same fall before it is asked about: fewer are pupils, not a pattern."""
BLANK = ("absent", "not entered", "unclear")


@dataclass(frozen=True)
class Asked:
    """What questions are made from."""

    of: SubjectYear
    sides: Sequence[Sides]
    matrix: Matrix | None


def subject_questions(of: SubjectYear, sides: Sequence[Sides]) -> tuple[str, ...]:
    """Up to three; what stands out furthest first, and a strength among them where there is one."""
    rules: tuple[Callable[[Asked], str], ...] = (_classes, _gap, _strength, _fall, _below, _missing, _stayed, _new)
    asked = Asked(of, sides, matrix_of(of))
    return tuple(question for rule in rules if (question := rule(asked)))[:QUESTIONS]


def _classes(asked: Asked) -> str:
    above, below = classes_apart(asked.of)
    named = sorted((*above, *below))
    return count("ask classes", len(named), classes=names_listed(named, most=NAMED)) if named else ""


def _gap(asked: Asked) -> str:
    """The clear gap furthest from none beside its own range; of two sides alike, the one behind."""
    clear = [one for one in asked.sides if one.clear and one.gap and one.gap.value]
    behind = [one for one in clear if one.gap and (one.comparison.symmetric or (one.gap.value or 0) < 0)]
    if not behind:
        return ""
    first = max(behind, key=_evidence)
    value = first.gap.value if first.gap and first.gap.value else 0.0
    these, name = (first.these, first.name) if value < 0 else (first.others, first.comparison.others_name)
    moved_up = {m.pupil for m in asked.of.movers if m.now_place > m.before_place}
    risen = sum(pupil.key in moved_up for pupil, _ in these)
    if risen and asked.matrix:
        with_both = {m.pupil for m in asked.of.movers}
        of = number(sum(pupil.key in with_both for pupil, _ in these))
        by = say(f"by{asked.matrix.told_in}")
        return count("ask gap risen", risen, n=number(risen), of=of, group=name, by=by)
    return say("ask gap", n=count("pupils", len(these)), group=name)


def _evidence(one: Sides) -> float:
    """How many times its own uncertainty a gap is."""
    if one.gap is None or one.gap.interval is None or one.gap.value is None:
        return 0.0
    width = one.gap.interval.high - one.gap.interval.low
    return abs(one.gap.value) / width if width else 0.0


def _strength(asked: Asked) -> str:
    above, _ = apart(asked.of)
    names = names_apart(asked.of, above, NAMED)
    return count("ask pattern above", len(names), names=listed(names)) if names else ""


def _fall(asked: Asked) -> str:
    fall = asked.matrix.largest_fall() if asked.matrix else None
    if fall is None or fall[2] < FEWEST_FALLEN:
        return ""
    before, now, n = fall
    return say("ask fall", pupils=pupils_first(n), before=before, now=now)


def _below(asked: Asked) -> str:
    _, below = apart(asked.of)
    names = names_apart(asked.of, below, NAMED)
    return count("ask pattern below", len(names), names=listed(names)) if names else ""


def _missing(asked: Asked) -> str:
    missing = [(pupil, row) for pupil, row in asked.of.members if row.state in BLANK]
    if not missing:
        return ""
    if len(missing) > NAMED:
        return say("ask missing many", n=number(len(missing)))
    told = listed(say("named state", name=p.full_name, state=state_words(r.state)) for p, r in missing)
    return count("ask missing mark", len(missing), names=told)


def _stayed(asked: Asked) -> str:
    same = asked.matrix.moved(0) if asked.matrix else 0
    if asked.matrix is None or not same:
        return ""
    what = say(f"same what{asked.matrix.told_in}")
    return count("ask stayed", same, pupils=pupils_first(same), what=what, since=asked.matrix.since.name)


def _new(asked: Asked) -> str:
    return "" if asked.of.moves else say("ask first marks")
