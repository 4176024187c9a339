"""How each pupil stands across subjects: counts, attendance, lists, and the reasons for them in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen.model.list_rule import ListRule
from reportgen.packs.material import Material, Pupil, Record, records
from reportgen.packs.subjects_table import MARKED
from reportgen.packs.words import listed, number, percent, say

REWARD, INTERVENTION = "reward", "intervention"


@dataclass(frozen=True)
class Standing:
    """One pupil: what measures say of them in all subjects together."""

    pupil: Pupil
    summary: Record
    """The pupil's row of SUMMARIES."""
    rows: tuple[Record, ...]
    """The pupil's rows of PROGRESS."""
    attendance: Record | None
    rules: tuple[ListRule, ...]
    """Rules of the lists the pupil meets, in their order."""
    new: bool
    """No mark in any compared collection, where there is one."""

    def of_kind(self, kind: str) -> tuple[ListRule, ...]:
        """The rules of one kind: reward or intervention."""
        return tuple(rule for rule in self.rules if rule.kind == kind)

    @cached_property
    def aimed(self) -> int:
        """Subjects set beside a target."""
        return int(self.summary.above + getattr(self.summary, "as") + self.summary.below)

    @cached_property
    def moved(self) -> int:
        """Subjects with an earlier mark to set beside the one now."""
        return sum(row.change is not None for row in self.rows)

    @cached_property
    def rated(self) -> int:
        """Subjects with an attitude."""
        return sum(row.attitude_place is not None for row in self.rows)


def standings(material: Material) -> tuple[Standing, ...]:
    """Everyone on roll, in register order."""
    summaries = {row.pupil: row for row in records(material.measured.summaries)}
    rules = {rule.id: rule for rule in material.project.measures.lists}
    met: dict[str, list[ListRule]] = defaultdict(list)
    for row in records(material.measured.listed):
        met[row.pupil].append(rules[row.rule])
    return tuple(
        Standing(
            pupil=pupil,
            summary=summaries[pupil.key],
            rows=material.progress.get(pupil.key, ()),
            attendance=material.attendance.get(pupil.key),
            rules=tuple(met.get(pupil.key, ())),
            new=bool(material.compared) and not _marked_before(material, pupil),
        )
        for pupil in material.pupils
    )


def _marked_before(material: Material, pupil: Pupil) -> bool:
    return any(
        point.state == MARKED and point.collection != material.report.collection
        for row in material.progress.get(pupil.key, ())
        for point in material.path.get((pupil.key, row.subject), ())
    )


def share(n: int, of: int) -> str:
    """`7 of 10`: of how many subjects."""
    return say("n of n", part=number(n), n=number(of))


_EVIDENCE: Mapping[str, Callable[[Standing], str]] = {
    "best_attitude_in": lambda s: say("best attitude in", share=share(s.summary.attitude_best, s.rated)),
    "low_attitude_in": lambda s: say("low attitude in", share=share(s.summary.attitude_low, s.rated)),
    "above_target_in": lambda s: say("above target in", share=share(s.summary.above, s.aimed)),
    "below_target_in": lambda s: say("below target in", share=share(s.summary.below, s.aimed)),
    "risen_in": lambda s: say("up in", share=share(s.summary.risen, s.moved)),
    "fallen_in": lambda s: say("down in", share=share(s.summary.fallen, s.moved)),
    "no_low_attitude": lambda s: say("attitude low in none", n=number(s.rated)),
    "attendance_from": lambda s: say("attendance of", percent=percent(s.summary.percent, 1)),
    "attendance_below": lambda s: say("attendance of", percent=percent(s.summary.percent, 1)),
}
"""What a condition found, in words and numbers."""


def evidence(rule: ListRule, standing: Standing) -> tuple[str, ...]:
    """`best attitude in 9 of 11`, `98.9% attendance`: what of the pupil the rule looked at.

    That no attitude is low goes without saying where the best one is counted.
    """
    asked = set(rule.when.model_dump(exclude_defaults=True))
    if "best_attitude_in" in asked:
        asked.discard("no_low_attitude")
    return tuple(dict.fromkeys(words(standing) for condition, words in _EVIDENCE.items() if condition in asked))


def reasons(standing: Standing, kind: str) -> tuple[str, ...]:
    """Every rule of the kind in words, with what it found: `Often absent: 82.3% attendance`."""
    return tuple(
        say("reason", rule=rule.name, evidence=", ".join(evidence(rule, standing))) for rule in standing.of_kind(kind)
    )


_KIND_WORDS = ("praise", "reward", "help", "intervention")


def short_names(rules: Iterable[ListRule]) -> str:
    """The rules' short names as words, without the kind they begin with: `effort, always here`."""
    words = (re.split("[-_]", rule.id) for rule in rules)
    return ", ".join(" ".join(w[1:] if w[0] in _KIND_WORDS and len(w) > 1 else w) for w in words)


@dataclass(frozen=True)
class Follower:
    """Who follows a pupil up, and in which words."""

    role: str
    names: str
    """Empty where nobody is named."""

    @property
    def told(self) -> str:
        """`Mr Patel, form tutor`; the role alone where nobody is named."""
        return say("name and role", names=self.names, role=self.role) if self.names else self.role


TUTOR = ("form tutor", "form tutors", "tutor")


def follower(material: Material, rule: ListRule, pupil: Pupil) -> Follower:
    """The rule's owner for this pupil: the form's tutors, those with the role in staff.yaml, or the words alone."""
    if rule.owner.casefold() in TUTOR:
        codes = material.tutors.get(pupil.form, ())
    else:
        codes = material.project.staff.responsible(
            rule.owner, year_group=pupil.year_group, year=material.collection.year
        )
    return Follower(rule.owner, listed(dict.fromkeys(material.staff_name(code) for code in codes)) if codes else "")
